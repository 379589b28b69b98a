import type { Child } from "hono/jsx";

/** What every field has: its name in the form, its label above, and what may stand between. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: Child;
  error?: string | undefined;
  /** Shown as “không bắt buộc”; everything else must be filled. */
  optional?: boolean | undefined;
}

/** Id of a field's control, so that the error summary can lead to it. */
export const fieldId = (name: string): string => `o-${name.replace(/[^\p{L}\p{N}]+/gu, "-")}`;

/** Ids that describe a control: its hint, its error. */
export const describedBy = (props: FieldProps, more?: string): string | undefined => {
  const id = fieldId(props.name);
  const ids = [props.hint ? `${id}-goi-y` : "", props.error ? `${id}-loi` : "", more ?? ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
};

/** Attributes a control takes from its field. */
export const controlOf = (props: FieldProps) => ({
  id: fieldId(props.name),
  name: props.name,
  "aria-describedby": describedBy(props),
  "aria-invalid": props.error ? ("true" as const) : undefined,
  "aria-required": props.optional ? undefined : ("true" as const),
});

const Optional = ({ optional }: { optional?: boolean | undefined }) =>
  optional ? <span class="optional"> (không bắt buộc)</span> : null;

const HintAndError = ({ field }: { field: FieldProps }) => (
  <>
    {field.hint && (
      <p class="hint" id={`${fieldId(field.name)}-goi-y`}>
        {field.hint}
      </p>
    )}
    {field.error && (
      <p class="field-error" id={`${fieldId(field.name)}-loi`}>
        <span class="unseen">Lỗi: </span>
        {field.error}
      </p>
    )}
  </>
);

/** Label above, hint, error, then the control given as child. */
export function Field({ field, children }: { field: FieldProps; children?: Child }) {
  return (
    <div class={field.error ? "field field-wrong" : "field"}>
      <label for={fieldId(field.name)}>
        {field.label}
        <Optional optional={field.optional} />
      </label>
      <HintAndError field={field} />
      {children}
    </div>
  );
}

/** The same for a group of controls: the label is the legend. */
export function FieldGroup({ field, children }: { field: FieldProps; children?: Child }) {
  return (
    <fieldset
      class={field.error ? "field field-group field-wrong" : "field field-group"}
      aria-describedby={describedBy(field)}
    >
      <legend>
        {field.label}
        <Optional optional={field.optional} />
      </legend>
      <HintAndError field={field} />
      {children}
    </fieldset>
  );
}
