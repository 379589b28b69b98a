import { writeNumber } from "../platform/money.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";

/**
 * Points (điểm), and every number a score is reckoned from, as whole hundredths: 9,5 điểm is 950. Sums and
 * comparisons are exact, whatever their order.
 */
export type Hundredths = number;

export const hundredths = (value: number): Hundredths => Math.round(value * 100);

/** `9,5`; `1.200`. */
export const writeHundredths = (value: Hundredths): string => {
  const sign = value < 0 ? "-" : "";
  const whole = writeNumber(Math.floor(Math.abs(value) / 100));
  const rest = `${Math.abs(value) % 100}`.padStart(2, "0").replace(/0+$/, "");
  return rest ? `${sign}${whole},${rest}` : `${sign}${whole}`;
};

/** The largest number taken: a thousand billion, so that products of two stay exact as big integers. */
const LARGEST = 100_000_000_000_000;

/**
 * Reads what a person types: `9,5`, `9.5`, `1.200`, `1.200,75`. Refuses letters, a sign below zero and more
 * than two decimals. `1.200` is one thousand two hundred, as Vietnamese writes it.
 */
export function readHundredths(text: string, field?: string): Hundredths | Refusal {
  const bare = text.trim().replace(/[\s\u00a0]/g, "");
  const detail = field === undefined ? {} : { field };
  if (/^[-−–]/.test(bare))
    return refuse("negative", `“${text.trim()}” nhỏ hơn 0; hãy nhập số từ 0 trở lên.`, detail);
  const parts = partsOf(bare);
  if (!parts)
    return refuse(
      "not-a-number",
      `“${text.trim()}” không phải là số; hãy nhập bằng chữ số, ví dụ 9,5.`,
      detail,
    );
  if (parts.decimals.length > 2)
    return refuse("too-fine", `“${text.trim()}” có quá hai chữ số thập phân; hãy làm tròn.`, detail);
  const value = Number(`${parts.whole}${parts.decimals.padEnd(2, "0")}`);
  return value > LARGEST ? refuse("too-large", `“${text.trim()}” quá lớn.`, detail) : value;
}

function partsOf(bare: string): { whole: string; decimals: string } | null {
  const vietnamese = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(bare);
  if (vietnamese) return { whole: vietnamese[1]!.replaceAll(".", ""), decimals: vietnamese[2] ?? "" };
  const plain = /^(\d+)\.(\d{1,2})$/.exec(bare);
  return plain ? { whole: plain[1]!, decimals: plain[2]! } : null;
}

/** `left` × `right` ÷ `by`, rounded half up, exact whatever the size; `by` is above zero. */
export function timesOver(left: Hundredths, right: number, by: number): Hundredths {
  const doubled = 2n * BigInt(left) * BigInt(right) + BigInt(by);
  return Number(doubled / (2n * BigInt(by)));
}
