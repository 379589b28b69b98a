import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/** A target a unit commits to (chỉ tiêu thi đua): its words, how it is measured, and its value with its unit. */
export interface Target extends NewTarget {
  readonly id: number;
  readonly version: number;
}

export interface NewTarget {
  readonly words: string;
  readonly measure: string | null;
  readonly value: number | null;
  /** What the value counts: “%”, “vụ việc”. */
  readonly valueUnit: string | null;
}

const WHOLE = 100;

/** A target says something of its own; a value says what it counts, and a share is at most the whole. */
export function decideTarget(target: NewTarget, others: readonly NewTarget[]): NewTarget | Refusal {
  const words = tidy(target.words);
  if (!words) return refuse("no-words", "Hãy ghi nội dung chỉ tiêu.", { field: "words" });
  const valueUnit = target.valueUnit === null ? null : tidy(target.valueUnit) || null;
  if (target.value !== null && valueUnit === null)
    return refuse("value-without-unit", "Hãy ghi đơn vị tính của con số, ví dụ %, vụ việc.", {
      field: "valueUnit",
    });
  if (target.value === null && valueUnit !== null)
    return refuse("unit-without-value", "Đã ghi đơn vị tính thì hãy ghi con số phấn đấu.", {
      field: "value",
    });
  if (valueUnit === "%" && target.value !== null && (target.value < 0 || target.value > WHOLE))
    return refuse("share-beyond-the-whole", "Tỷ lệ phần trăm nằm trong khoảng 0 đến 100.", {
      field: "value",
    });
  if (others.some((other) => tidy(other.words).toLowerCase() === words.toLowerCase()))
    return refuse("target-named-twice", "Chỉ tiêu này đã có trong đăng ký.", { field: "words" });
  return {
    words,
    measure: target.measure === null ? null : tidy(target.measure) || null,
    value: target.value,
    valueUnit,
  };
}
