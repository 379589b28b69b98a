import { writeNumber } from "../../platform/money.ts";
import { controlOf, Field, type FieldProps, fieldId } from "./field.tsx";
import { Icon } from "./icons.tsx";

/** A file the server already keeps for this form. */
export interface KeptFile {
  /** What the form sends back to name it. */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly href?: string | undefined;
}

/** What a staging address answers as JSON to one posted file (`tep`). */
export type StagedAnswer = { readonly file: KeptFile } | { readonly error: string };

interface UploadProps extends FieldProps {
  several?: boolean | undefined;
  /** As the `accept` attribute: `.docx,.pdf`. */
  accept?: string | undefined;
  /** Files kept from before, or since the form came back; each is sent as `name-kept` while ticked. */
  kept?: readonly KeptFile[] | undefined;
  /** Where script may send each file at once, with progress; without it files go with the form. */
  stagingAddress?: string | undefined;
}

/** Files: chosen, dropped, kept when the form fails. */
export function Upload(props: UploadProps) {
  const kept = props.kept ?? [];
  return (
    <Field field={props}>
      <upload-field
        name={`${props.name}-kept`}
        src={props.stagingAddress}
        data-several={props.several ? "" : undefined}
      >
        <ul class="kept-files" aria-label={`Tệp đã có: ${props.label}`} hidden={kept.length === 0}>
          {kept.map((file) => (
            <KeptLine name={props.name} file={file} />
          ))}
        </ul>
        <input
          {...controlOf({ ...props, optional: props.optional || kept.length > 0 })}
          class="input input-file"
          type="file"
          accept={props.accept}
          multiple={props.several}
        />
      </upload-field>
    </Field>
  );
}

function KeptLine({ name, file }: { name: string; file: KeptFile }) {
  const id = `${fieldId(name)}-kept-${file.id}`;
  return (
    <li>
      <label class="choice-label" for={id}>
        <input id={id} type="checkbox" name={`${name}-kept`} value={file.id} checked />
        <span>
          <Icon name="file" /> <span class="file-name">{file.name}</span>{" "}
          <small class="file-size">{writeBytes(file.bytes)}</small>
        </span>
      </label>
      {file.href && (
        <a class="small" href={file.href}>
          Xem<span class="unseen"> {file.name}</span>
        </a>
      )}
    </li>
  );
}

/** `12 kB`, `3,4 MB`. */
export const writeBytes = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} byte`;
  if (bytes < 1_048_576) return `${writeNumber(Math.round(bytes / 1024))} kB`;
  return `${writeNumber(Math.round(bytes / 104_857.6) / 10)} MB`;
};
