import { controlOf, Field, FieldGroup, type FieldProps, fieldId } from "./field.tsx";

/** One answer of a search address: enough words to tell two people of one name apart. */
export interface PickOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

/** What a search address answers as JSON to `?q=…`. */
export interface PickAnswer {
  readonly options: readonly PickOption[];
}

interface PickerProps extends FieldProps {
  /** Address that answers `?q=…` with a `PickAnswer`. */
  searchAddress: string;
  /** What is chosen now. */
  picked?: PickOption | undefined;
  /** What was typed, when it came back without a choice. */
  text?: string | undefined;
  /** Several things answer to what was typed: choose one here. Shown when the form comes back. */
  namesakes?: readonly PickOption[] | undefined;
}

/**
 * A field that finds something on the server while one types. It sends `name.text`, and `name.id` with the
 * `name.label` it was chosen for; without script only the words, which the server then looks up.
 */
export function Picker(props: PickerProps) {
  const { name, picked, namesakes } = props;
  const text = props.text ?? picked?.label ?? "";
  return (
    <div class="picker">
      <Field field={props}>
        <combo-box src={props.searchAddress}>
          <input
            {...controlOf(props)}
            name={`${name}.text`}
            class="input input-full"
            type="text"
            value={text}
            autocomplete="off"
          />
          <input type="hidden" name={`${name}.id`} value={picked?.id ?? ""} />
          <input type="hidden" name={`${name}.label`} value={picked?.label ?? ""} />
          <p class="picked-detail">{picked?.detail ?? ""}</p>
        </combo-box>
      </Field>
      {namesakes && namesakes.length > 0 && (
        <FieldGroup field={{ name: `${name}.choice`, label: `Có ${namesakes.length} kết quả, hãy chọn một` }}>
          <div class="choices">
            {namesakes.map((option, index) => {
              const id = `${fieldId(`${name}.choice`)}-${index + 1}`;
              return (
                <div class="choice">
                  <label class="choice-label" for={id}>
                    <input id={id} type="radio" name={`${name}.choice`} value={option.id} />
                    <span>
                      {option.label}
                      {option.detail && <small>{option.detail}</small>}
                    </span>
                  </label>
                </div>
              );
            })}
          </div>
        </FieldGroup>
      )}
    </div>
  );
}

/** Finds a unit: its path tells two of one name apart. */
export const UnitPicker = (
  props: Omit<PickerProps, "searchAddress"> & { searchAddress?: string | undefined },
) => <Picker {...props} searchAddress={props.searchAddress ?? "/to-chuc/tim-don-vi"} />;

/** Finds a person: post, unit and birth year tell two of one name apart. */
export const PersonPicker = (
  props: Omit<PickerProps, "searchAddress"> & { searchAddress?: string | undefined },
) => <Picker {...props} searchAddress={props.searchAddress ?? "/to-chuc/tim-nguoi"} />;
