import { type Day, type Instant, onDay, writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { faultOfDecimals } from "./decimals.ts";
import { isRatio, type Target } from "./target.ts";
import type { Period } from "./target-period.ts";

/**
 * What a unit reached in one period (số liệu thực hiện). Entries are only added: a correction names the one it
 * stands instead of, and both stay to be read.
 */
export interface Value extends Numbers {
  readonly id: number;
  readonly share: number;
  readonly from: Day;
  readonly to: Day;
  readonly kind: ValueKind;
  readonly note: string | null;
  readonly replaces: number | null;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
}

export interface Numbers {
  /** The number itself, or the upper number of a share or an average. */
  readonly numerator: number;
  /** Only of a share or an average. */
  readonly denominator: number | null;
}

export type ValueKind = "typed" | "sheet" | "computed";

export const valueKindNames: Readonly<Record<ValueKind, string>> = {
  typed: "Nhập tay",
  sheet: "Từ bảng tính",
  computed: "Tính từ dữ liệu đã ghi nhận",
};

/** What is being entered; `seen` is the entry that stood when the page was drawn. */
export interface Entry {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string;
  readonly seen: number | null;
}

/** What an entry is judged by, beside the numbers themselves. */
export interface EntryFacts {
  readonly target: Pick<Target, "name" | "measure" | "counted" | "counting" | "beyond" | "state">;
  readonly period: Period | undefined;
  /** Names of those it was divided to; they report instead. */
  readonly parts: number;
  readonly ended: { readonly on: Day; readonly followers: readonly string[] } | null;
  /** The follower of an ended unit that has no part of its own goes on in its place. */
  readonly carried: boolean;
  readonly unitName: string;
  readonly standing: Value | null;
  /** The entry of the period before, for what is told from the year's beginning. */
  readonly before: Numbers | null;
}

export interface NewValue extends Numbers {
  readonly note: string | null;
  readonly replaces: number | null;
}

/** An entry that may stand; null when it says what already stands. */
export function decideValue(entry: Entry, facts: EntryFacts, today: Day): NewValue | null | Refusal {
  const hindrance = hindranceOf(facts, today);
  if (hindrance) return hindrance;
  const numbers = numbersOf(entry, facts);
  if ("refusal" in numbers) return numbers;
  const { standing } = facts;
  const provisional = standing !== null && isProvisional(standing);
  const confirms = provisional && standing.to <= today;
  if (standing && sameNumbers(standing, numbers) && !confirms) return null;
  if ((standing?.id ?? null) !== entry.seen) return enteredMeanwhile(standing);
  const note = tidy(entry.note) || null;
  if (standing && !provisional && !note)
    return refuse("correction-without-reason", "Đây là sửa số đã báo: hãy ghi lý do vào ô ghi chú.", {
      field: "note",
    });
  if (!note && fallsBack(numbers, facts))
    return refuse(
      "running-number-fell",
      `Số lũy kế thấp hơn kỳ trước (${writeNumber(facts.before!.numerator)}); nếu đúng như vậy, hãy ghi lý do vào ô ghi chú.`,
      { field: "note" },
    );
  return { ...numbers, note, replaces: standing?.id ?? null };
}

/** Entered before the period was over: it counts, and is confirmed or changed without a reason once it is. */
const isProvisional = ({ at, to }: Pick<Value, "at" | "to">): boolean => onDay(at) < to;

function hindranceOf(facts: EntryFacts, today: Day): Refusal | null {
  const { target, period, ended } = facts;
  if (target.state === "withdrawn")
    return movedOn("withdrawn", `Chỉ tiêu “${target.name}” đã được bãi bỏ nên không nhận số liệu nữa.`);
  if (!period) return refuse("no-such-period", `Chỉ tiêu “${target.name}” không có kỳ báo cáo này.`);
  if (period.from > today)
    return refuse(
      "period-not-begun",
      `${period.label} chưa bắt đầu (từ ${writeDay(period.from)}) nên chưa có số liệu.`,
      { field: "numerator" },
    );
  if (ended && period.from >= ended.on && !facts.carried) return endedUnit(facts.unitName, ended);
  if (facts.parts > 0)
    return refuse(
      "has-parts",
      `${facts.unitName} đã chia chỉ tiêu này cho ${facts.parts} đơn vị; số liệu được cộng từ các đơn vị đó.`,
      { field: "numerator" },
    );
  return null;
}

function endedUnit(unitName: string, ended: { on: Day; followers: readonly string[] }): Refusal {
  const followed =
    ended.followers.length > 0
      ? `; từ ngày đó nhập ở ${ended.followers.join(", ")}`
      : " và không có đơn vị kế tục";
  return movedOn("unit-ended", `${unitName} đã kết thúc hoạt động từ ngày ${writeDay(ended.on)}${followed}.`);
}

function numbersOf({ numerator, denominator }: Entry, { target }: EntryFacts): Numbers | Refusal {
  if (numerator === null) return refuse("no-number", "Hãy nhập số thực hiện.", { field: "numerator" });
  if (numerator < 0) return refuse("below-zero", "Số thực hiện không thể âm.", { field: "numerator" });
  const fault =
    faultOfDecimals(target, numerator, "numerator") ?? faultOfDecimals(target, denominator, "denominator");
  if (fault) return fault;
  if (!isRatio(target.measure)) return { numerator, denominator: null };
  if (denominator === null)
    return refuse(
      "no-denominator",
      "Hãy nhập cả mẫu số: tỷ lệ được tính từ hai số. Nếu chỉ biết tỷ lệ, ví dụ 84,87%, thì nhập 84,87 trên 100.",
      {
        field: "denominator",
      },
    );
  if (denominator <= 0)
    return refuse("denominator-zero", "Mẫu số phải lớn hơn 0; kỳ không phát sinh thì để trống cả hai ô.", {
      field: "denominator",
    });
  if (target.measure === "percent" && !target.beyond && numerator > denominator)
    return refuse(
      "share-beyond-the-whole",
      `Tử số ${writeNumber(numerator)} lớn hơn mẫu số ${writeNumber(denominator)}: tỷ lệ này không thể quá 100%.`,
      { field: "numerator" },
    );
  return { numerator, denominator };
}

const sameNumbers = (left: Numbers, right: Numbers): boolean =>
  left.numerator === right.numerator && left.denominator === right.denominator;

const fallsBack = (numbers: Numbers, { target, before }: EntryFacts): boolean =>
  target.counting === "running" && before !== null && numbers.numerator < before.numerator;

/** Two people entered for one period: the first stands, the second sees it and keeps what was typed. */
function enteredMeanwhile(standing: Value | null): Refusal {
  const said = standing
    ? `${standing.actorName} vừa nhập ${writeNumber(standing.numerator)}${standing.denominator === null ? "" : `/${writeNumber(standing.denominator)}`}`
    : "số liệu này vừa thay đổi";
  return movedOn(
    "entered-meanwhile",
    `Kỳ này ${said} sau khi Ông/Bà mở trang. Số vừa nhập vẫn còn dưới đây; hãy đối chiếu rồi lưu lại.`,
  );
}
