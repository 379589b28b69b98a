import { writeNumber } from "../platform/money.ts";
import type { NavigationGroup } from "./frame.ts";

/** The stages of the work in their order, as one sees them, each with what waits there. */
export function Rail({ groups, label }: { groups: readonly NavigationGroup[]; label: string }) {
  return (
    <nav class="rail-nav" aria-label={label}>
      {groups.map((group) => (
        <>
          {group.label && <p class="rail-label">{group.label}</p>}
          <ul>
            {group.items.map((item) => (
              <li>
                <a href={item.href} aria-current={item.current ? "page" : undefined}>
                  <span>{item.label}</span>
                  {item.count !== undefined && item.count > 0 && (
                    <span class="rail-count">
                      <span class="unseen">, </span>
                      {writeNumber(item.count)}
                      <span class="unseen"> việc đang chờ</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  );
}
