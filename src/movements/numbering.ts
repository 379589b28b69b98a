import { type Day, writeDay, yearOf } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/** Number and day that the clerical office types (Nghị định 30/2020/NĐ-CP, Điều 15). */
export interface Numbering {
  readonly number: string;
  readonly symbol: string;
  readonly on: Day;
}

/** A paper of the same issuer that bears the number already. */
export interface NumberTaken {
  readonly movement: string;
  readonly on: Day | null;
}

/**
 * Numbers run per year and issuer from 01 (Nghị định 30/2020/NĐ-CP, Điều 15 khoản 1): one number of one
 * symbol is given once a year. The day is not before the signature and not in the future.
 */
export function decideNumbering(
  typed: { number: string; symbol: string; on: Day },
  signedOn: Day | null,
  today: Day,
  taken: NumberTaken | null,
): Numbering | Refusal {
  const number = tidy(typed.number)
    .replace(/\s/g, "")
    .replace(/^0+(?=\d)/, "");
  const symbol = tidy(typed.symbol).replace(/\s/g, "");
  if (!/^\d{1,6}[a-z]?$/.test(number) || number === "0")
    return refuse("bad-number", "Số văn bản là số, ví dụ 252.", { field: "number" });
  if (!/^[\p{Lu}\d][\p{L}\d&.-]*(?:[-/][\p{L}\d&.]+)*$/u.test(symbol))
    return refuse("bad-symbol", "Ký hiệu gồm chữ viết tắt và gạch nối, ví dụ QĐ-BTP.", { field: "symbol" });
  if (typed.on > today)
    return refuse("dated-in-future", "Ngày văn bản không thể sau hôm nay.", { field: "on" });
  if (signedOn !== null && typed.on < signedOn)
    return refuse("dated-before-signature", `Ngày văn bản không thể trước ngày ký (${writeDay(signedOn)}).`, {
      field: "on",
    });
  if (taken)
    return refuse(
      "number-taken",
      `Số ${number}/${symbol} năm ${yearOf(typed.on)} đã cấp${taken.on ? ` ngày ${writeDay(taken.on)}` : ""} cho “${taken.movement}”; hãy nhập số khác.`,
      { field: "number", basis: "Nghị định 30/2020/NĐ-CP, Điều 15" },
    );
  return { number, symbol, on: typed.on };
}
