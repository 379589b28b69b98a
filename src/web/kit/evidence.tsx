import type { Child } from "hono/jsx";
import { Icon } from "./icons.tsx";
import { writeBytes } from "./upload.tsx";

export interface EvidenceItem {
  readonly label: string;
  readonly href?: string | undefined;
  readonly bytes?: number | undefined;
  /** Number, day, place in the document: how to find it again. */
  readonly detail?: Child;
}

/** Proofs: what each is, where to see it. */
export function Evidence({ items, label }: { items: readonly EvidenceItem[]; label: string }) {
  if (items.length === 0) return <p class="soft">Chưa có minh chứng.</p>;
  return (
    <ul class="evidence" aria-label={label}>
      {items.map((item) => (
        <li>
          <Icon name="file" />
          <span>
            {item.href ? (
              <a href={item.href} data-turbo="false">
                {item.label}
              </a>
            ) : (
              item.label
            )}
            {item.bytes !== undefined && <small class="file-size"> {writeBytes(item.bytes)}</small>}
            {item.detail && <small>{item.detail}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}
