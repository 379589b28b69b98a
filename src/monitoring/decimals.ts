import { type Refusal, refuse } from "../platform/refusal.ts";
import { fold, tidy } from "../platform/vietnamese.ts";

/** In what an amount of money may be counted; thousands are said by the unit, the rest by decimals. */
export const moneyUnits = ["đồng", "triệu đồng", "tỷ đồng"] as const;

/** Of a target: what kind of number it is, and in what it is counted. */
export interface Dimension {
  readonly measure: "count" | "money" | "percent" | "days";
  readonly counted: string;
}

/** Decimals that a number may have where it may have any. */
const MOST_DECIMALS = 3;

const SCALE = 10 ** MOST_DECIMALS;

const amounts =
  /^(trieu|ty|nghin|ngan) |^(km|m2|m²|m3|m³|ha|hec-?ta|kg|ta|tan|lit|gio|gio cong|ngay|ngay cong|thang|diem)$/;

/**
 * Whether there are parts of one: of a kilometre, a day, a point, a million đồng, and of the numbers a share or an
 * average is made of; never of a case, a document, a person, a đồng.
 */
export const isDivisible = ({ measure, counted }: Dimension): boolean =>
  measure === "percent" || measure === "days" || amounts.test(fold(tidy(counted)));

/** A sum of decimals without what binary fractions add to it; whole numbers stay as they are. */
export const exactly = (sum: number): number =>
  Number.isInteger(sum) ? sum : Math.round(sum * SCALE) / SCALE;

/** A number as fine as what is counted allows. */
export const asFineAs = (target: Dimension, value: number): number =>
  isDivisible(target) ? exactly(value) : Math.round(value);

/** Half a case cannot be counted, nor a thousandth of a thousandth. */
export function faultOfDecimals(target: Dimension, value: number | null, field: string): Refusal | null {
  if (value === null || Number.isInteger(value)) return null;
  if (!isDivisible(target))
    return refuse(
      "counted-whole",
      `Chỉ tiêu này tính bằng ${target.counted} nên chỉ nhập số nguyên, ví dụ 1.200.`,
      { field },
    );
  return exactly(value) === value
    ? null
    : refuse("too-fine", `Nhiều nhất ${MOST_DECIMALS} chữ số sau dấu phẩy.`, { field });
}

/** The finest unit in which a number is whole: 1, 10, 100 or 1000 parts of one. */
export function partsOfOne(value: number): number {
  for (let parts = 1; parts < SCALE; parts *= 10) if (Number.isInteger(exactly(value * parts))) return parts;
  return SCALE;
}
