import { addDays, type Validity, writeDay } from "../platform/day.ts";
import { Tag } from "../web/kit.ts";
import { instrumentAddress } from "./citations.ts";
import { citedIn } from "./instruments.ts";

/** Whether it was checked against the text; the officer who relies on it sees which. */
export const Mark = ({ verified }: { verified: boolean }) => (
  <Tag tone={verified ? "good" : "watch"}>{verified ? "Đã đối chiếu" : "Chưa đối chiếu"}</Tag>
);

/** An article, leading to the page of its instrument. */
export function Basis({ basis }: { basis: string }) {
  const [first] = citedIn(basis);
  return first ? <a href={instrumentAddress(first.symbol)}>{basis}</a> : basis;
}

/** “từ 01/07/2025 đến hết 30/09/2026”; an unknown first day says so. */
export const spanWords = ({ from, to }: Validity): string => {
  const begins = from === null ? "chưa rõ ngày có hiệu lực" : `từ ${writeDay(from)}`;
  return to === null ? begins : `${begins} đến hết ${writeDay(addDays(to, -1))}`;
};
