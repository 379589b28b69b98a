import { writeNumber } from "../../platform/money.ts";
import { addressOfPage, rowsOnAPage, type TableAddress } from "./table-address.ts";

interface PagerProps {
  address: TableAddress;
  page: number;
  /** All rows, over all pages. */
  total: number;
  size?: number | undefined;
  /** What is counted: “đăng ký”, “người”. */
  noun: string;
}

/** Which rows are seen, of how many, and the way to the others. */
export function Pager({ address, page, total, size = rowsOnAPage, noun }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / size));
  const first = total === 0 ? 0 : (page - 1) * size + 1;
  const last = Math.min(total, page * size);
  return (
    <div class="pager">
      <p class="pager-count">
        {pages === 1
          ? `${writeNumber(total)} ${noun}`
          : `${writeNumber(first)}–${writeNumber(last)} trong ${writeNumber(total)} ${noun}`}
      </p>
      {pages > 1 && (
        <nav aria-label={`Các trang ${noun}`}>
          <ul>
            {page > 1 && (
              <li>
                <a rel="prev" href={addressOfPage(address, page - 1)}>
                  Trang trước
                </a>
              </li>
            )}
            {pagesShown(page, pages).map((shown) =>
              shown === null ? (
                <li aria-hidden="true">…</li>
              ) : (
                <li>
                  <a
                    href={addressOfPage(address, shown)}
                    aria-label={`Trang ${shown}`}
                    aria-current={shown === page ? "page" : undefined}
                  >
                    {shown}
                  </a>
                </li>
              ),
            )}
            {page < pages && (
              <li>
                <a rel="next" href={addressOfPage(address, page + 1)}>
                  Trang sau
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </div>
  );
}

/** First, last and those around the present page; null where some are left out. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown: (number | null)[] = [];
  for (const one of [...new Set(near)].sort((left, right) => left - right)) {
    const before = shown.at(-1);
    if (typeof before === "number" && one - before === 2) shown.push(before + 1);
    else if (typeof before === "number" && one - before > 2) shown.push(null);
    shown.push(one);
  }
  return shown;
}
