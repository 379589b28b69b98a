import { controlOf, Field, type FieldProps } from "./field.tsx";

type Width = "short" | "medium" | "full";

interface TextFieldProps extends FieldProps {
  value?: string | undefined;
  type?: "text" | "email" | "tel" | "url" | "search" | "password" | undefined;
  width?: Width | undefined;
  autocomplete?: string | undefined;
  inputmode?: "text" | "numeric" | "decimal" | "tel" | "email" | undefined;
  maxlength?: number | undefined;
  readonly?: boolean | undefined;
  placeholder?: string | undefined;
  spellcheck?: boolean | undefined;
}

/** One line of text. A password never comes back to the page. */
export function TextField(props: TextFieldProps) {
  return (
    <Field field={props}>
      <input
        {...controlOf(props)}
        class={`input input-${props.width ?? "full"}`}
        type={props.type ?? "text"}
        value={props.type === "password" ? undefined : (props.value ?? "")}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        readonly={props.readonly}
        placeholder={props.placeholder}
        spellcheck={props.spellcheck}
      />
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
  readonly?: boolean | undefined;
}

/** Several lines of text; grows with what is typed where the browser knows how. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field field={props}>
      <textarea
        {...controlOf(props)}
        class="input input-full"
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        readonly={props.readonly}
      >
        {/* The parser drops one line break after the tag; this one is for it to drop. */}
        {`\n${props.value ?? ""}`}
      </textarea>
    </Field>
  );
}

interface DayFieldProps extends FieldProps {
  /** As typed, or dd/mm/yyyy. */
  value?: string | undefined;
}

/** A day, typed as dd/mm/yyyy or picked from the browser's calendar. */
export function DayField(props: DayFieldProps) {
  return (
    <Field field={{ ...props, hint: props.hint ?? "Ví dụ 01/3/2021" }}>
      <day-input label={props.label}>
        <input
          {...controlOf({ ...props, hint: props.hint ?? "Ví dụ 01/3/2021" })}
          class="input input-day"
          type="text"
          inputmode="numeric"
          value={props.value ?? ""}
          placeholder="dd/mm/yyyy"
          maxlength={12}
          autocomplete="off"
        />
      </day-input>
    </Field>
  );
}

interface NumberFieldProps extends FieldProps {
  value?: string | undefined;
  /** What is counted: “người”, “%”, “đ”. */
  unit?: string | undefined;
  decimal?: boolean | undefined;
}

/** A number, with its unit behind. Typed as text, since a wheel must never change a number. */
export function NumberField(props: NumberFieldProps) {
  return (
    <Field field={props}>
      <span class="with-unit">
        <input
          {...controlOf(props)}
          class="input input-number"
          type="text"
          inputmode={props.decimal ? "decimal" : "numeric"}
          value={props.value ?? ""}
          autocomplete="off"
        />
        {props.unit && <span class="unit">{props.unit}</span>}
      </span>
    </Field>
  );
}
