import type { FieldErrors } from "../form.ts";
import { fieldId } from "./field.tsx";
import { Icon } from "./icons.tsx";

/** The browser puts the keyboard here when the page opens; script does it after Turbo draws. */
const takesFocus = { tabindex: -1, autofocus: true, "data-takes-focus": "" };

interface ErrorSummaryProps {
  errors: FieldErrors;
  title?: string | undefined;
  /** Whether what was typed is still in the form; a password is not. */
  kept?: boolean | undefined;
}

/** All that is wrong with a form, above it, each leading to its field. Nothing when nothing is wrong. */
export function ErrorSummary({ errors, title, kept = true }: ErrorSummaryProps) {
  const fields = Object.entries(errors);
  if (fields.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="tong-hop-loi" {...takesFocus}>
      <h2 id="tong-hop-loi">
        <Icon name="unmet" size={20} /> {title ?? titleFor(fields.length)}
      </h2>
      <ul>
        {fields.map(([field, sentence]) => (
          <li>{field === "" ? sentence : <a href={`#${fieldId(field)}`}>{sentence}</a>}</li>
        ))}
      </ul>
      {kept && <p class="hint">Mọi điều bạn đã nhập vẫn còn nguyên bên dưới.</p>}
    </div>
  );
}

const titleFor = (count: number): string => `Chưa lưu được: còn ${count} chỗ phải sửa`;
