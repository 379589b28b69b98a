import type { Child } from "hono/jsx";
import { controlOf, describedBy, Field, FieldGroup, type FieldProps, fieldId } from "./field.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why this one cannot be chosen now; it is shown, greyed, with the reason. */
  readonly closed?: string | undefined;
  /** Fields that belong to this choice, shown while it is chosen. */
  readonly inside?: Child;
}

interface SelectFieldProps extends FieldProps {
  choices: readonly Choice[];
  value?: string | undefined;
  /** First line when nothing is chosen; `null` for none. */
  prompt?: string | null | undefined;
}

/** One of many, in a list that opens. */
export function SelectField(props: SelectFieldProps) {
  const prompt = props.prompt === undefined ? "Chọn…" : props.prompt;
  return (
    <Field field={props}>
      <select {...controlOf(props)} class="input input-select">
        {prompt !== null && <option value="">{prompt}</option>}
        {props.choices.map((choice) => (
          <option
            value={choice.value}
            selected={choice.value === props.value}
            disabled={choice.closed !== undefined}
          >
            {choice.closed ? `${choice.label} (${choice.closed})` : choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface RadioFieldProps extends FieldProps {
  choices: readonly Choice[];
  value?: string | undefined;
  /** Side by side on a wide screen. */
  inline?: boolean | undefined;
  /** Each choice in a box of its own, large enough for a thumb: ballots, yes or no. */
  boxed?: boolean | undefined;
}

/** One of a few, all visible. */
export function RadioField(props: RadioFieldProps) {
  return (
    <FieldGroup field={props}>
      <div class={classOf(props)}>
        {props.choices.map((choice, index) => (
          <ChoiceLine
            type="radio"
            field={props}
            choice={choice}
            index={index}
            checked={choice.value === props.value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

interface CheckboxesFieldProps extends FieldProps {
  choices: readonly Choice[];
  values?: readonly string[] | undefined;
  inline?: boolean | undefined;
}

/** Any of a few. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  return (
    <FieldGroup field={props}>
      <div class={classOf(props)}>
        {props.choices.map((choice, index) => (
          <ChoiceLine
            type="checkbox"
            field={props}
            choice={choice}
            index={index}
            checked={props.values?.includes(choice.value) ?? false}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

const classOf = ({
  inline,
  boxed,
}: {
  inline?: boolean | undefined;
  boxed?: boolean | undefined;
}): string => {
  if (boxed) return "choices choices-boxed";
  return inline ? "choices choices-inline" : "choices";
};

interface CheckboxProps extends FieldProps {
  checked?: boolean | undefined;
  value?: string | undefined;
}

/** One box with its words beside it; never “không bắt buộc”, since a box may always stay empty. */
export function Checkbox(props: CheckboxProps) {
  const choice = { value: props.value ?? "co", label: props.label };
  return (
    <div class={props.error ? "field field-wrong" : "field"}>
      {props.error && (
        <p class="field-error" id={`${fieldId(props.name)}-loi`}>
          <span class="unseen">Lỗi: </span>
          {props.error}
        </p>
      )}
      <ChoiceLine
        type="checkbox"
        field={props}
        choice={choice}
        index={0}
        checked={props.checked ?? false}
        described
      />
      {props.hint && (
        <p class="hint hint-under" id={`${fieldId(props.name)}-goi-y`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceLineProps {
  type: "radio" | "checkbox";
  field: FieldProps;
  choice: Choice;
  index: number;
  checked: boolean;
  /** The box stands alone, so it carries the field's hint and error itself. */
  described?: boolean;
}

function ChoiceLine({ type, field, choice, index, checked, described }: ChoiceLineProps) {
  const id = index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index + 1}`;
  const note = choice.closed ?? choice.hint;
  const noteId = note ? `${id}-chu-thich` : undefined;
  return (
    <div class="choice">
      <label class={choice.closed ? "choice-label choice-closed" : "choice-label"} for={id}>
        <input
          id={id}
          type={type}
          name={field.name}
          value={choice.value}
          checked={checked}
          disabled={choice.closed !== undefined}
          aria-describedby={described ? describedBy(field, noteId) : noteId}
          aria-invalid={field.error && type === "checkbox" && described ? "true" : undefined}
        />
        <span>{choice.label}</span>
      </label>
      {note && (
        <p class="choice-note" id={noteId}>
          {note}
        </p>
      )}
      {choice.inside && <div class="choice-inside">{choice.inside}</div>}
    </div>
  );
}
