import { type Day, daysBetween, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { type Dimension, faultOfDecimals, isDivisible, moneyUnits } from "./decimals.ts";
import { isSourceCode, measureOfSource } from "./target-source.ts";

/**
 * A target (chỉ tiêu) of a body for one working year: what is counted, from which base to which goal, in which
 * rhythm it is reported, and the paper that set it. The goal stands in its shares (`share.ts`): the whole is the
 * owner's, and whoever has a share may divide it on. Results by period are values (`value.ts`).
 */
export interface Target extends NewTarget {
  readonly id: number;
  readonly ownerName: string;
  readonly movementName: string | null;
  readonly state: "standing" | "withdrawn";
  /** Grows with every change, so that nobody changes what they have not seen. */
  readonly version: number;
  /** The share of the owner: the whole. */
  readonly whole: number;
}

export interface NewTarget {
  /** The body whose target it is (đơn vị chủ trì chỉ tiêu). */
  readonly owner: number;
  readonly year: number;
  readonly movement: number | null;
  /** Which target of that movement's plan it was taken over from, and what stood there. */
  readonly movementPosition: number | null;
  readonly takenWords: string | null;
  readonly name: string;
  readonly measure: Measure;
  /** In what it is counted: “vụ việc”, “%”, “đồng”. */
  readonly counted: string;
  readonly counting: Counting;
  readonly direction: Direction;
  /** The working year; both days count. */
  readonly from: Day;
  readonly to: Day;
  readonly rhythm: Rhythm;
  /** Days after a period's end within which it is reported. */
  readonly reportDays: number;
  /** How values come: typed, or computed from what is registered (`target-source.ts`). */
  readonly source: string;
  /** Whether a percentage may pass 100 (vượt mức). */
  readonly beyond: boolean;
  readonly base: number | null;
  readonly goal: number;
  /** The approved work programme it comes from. */
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
  readonly paperLink: string | null;
}

export const measureNames = {
  count: "Số lượng",
  money: "Số tiền",
  percent: "Tỷ lệ phần trăm (tử số trên mẫu số)",
  days: "Số ngày bình quân (tổng số ngày trên số việc)",
} as const;

export type Measure = keyof typeof measureNames;

/** A share of a whole or an average: both numbers are entered, so that sums stay sums. */
export const isRatio = (measure: Measure): boolean => measure === "percent" || measure === "days";

export const countingNames = {
  sum: "Từng kỳ báo số của kỳ đó, cả năm là tổng các kỳ",
  running: "Lũy kế từ đầu năm: kỳ sau gồm cả các kỳ trước",
} as const;

export type Counting = keyof typeof countingNames;

export const directionNames = {
  up: "Tăng: càng cao càng tốt",
  down: "Giảm: càng thấp càng tốt",
  keep: "Giữ: không thấp hơn mức giao, không có khoảng dung sai; cao hơn vẫn là đạt",
} as const;

export type Direction = keyof typeof directionNames;

export const rhythmNames = { month: "Hằng tháng", quarter: "Hằng quý", "half-year": "6 tháng" } as const;

export type Rhythm = keyof typeof rhythmNames;

const WHOLE = 100;
const SHORTEST_DAYS = 27;
const LONGEST_DAYS = 366;

/** A target says what is reached by when; a base of nothing compares with nothing, a share is at most the whole. */
export function decideTarget(given: NewTarget): NewTarget | Refusal {
  const name = tidy(given.name);
  const counted = countedIn(given);
  if (!name) return refuse("no-name", "Hãy ghi tên chỉ tiêu.", { field: "name" });
  if (!counted)
    return refuse("no-counted", "Hãy ghi đơn vị tính, ví dụ vụ việc, văn bản.", { field: "counted" });
  const fault = faultOfSpan(given) ?? faultOfNumbers({ ...given, counted }) ?? faultOfSource(given);
  if (fault) return fault;
  return { ...given, name, counted, paperSymbol: tidy(given.paperSymbol ?? "") || null };
}

/** A share is in percent, money in đồng unless millions or billions were said. */
function countedIn({ measure, counted }: NewTarget): string {
  const said = tidy(counted);
  if (measure === "percent") return "%";
  if (measure === "money") return moneyUnits.find((unit) => unit === said.toLowerCase()) ?? "đồng";
  return said;
}

function faultOfSpan({ from, to }: NewTarget): Refusal | null {
  if (to <= from)
    return refuse("ends-before-it-begins", `Ngày kết thúc ${writeDay(to)} phải sau ngày bắt đầu.`, {
      field: "to",
    });
  const days = daysBetween(from, to) + 1;
  if (days < SHORTEST_DAYS || days > LONGEST_DAYS)
    return refuse("odd-year", "Kỳ của chỉ tiêu dài từ một tháng đến một năm; hãy xem lại hai ngày.", {
      field: "to",
    });
  return null;
}

function faultOfNumbers(target: NewTarget): Refusal | null {
  const { base, goal, direction } = target;
  return faultOfBase(target, base) ?? faultOfGoal(target, goal) ?? faultOfWay(base, goal, direction);
}

/** What can be compared with: above zero, or not known. */
export const faultOfBase = (target: Dimension, base: number | null, field = "base"): Refusal | null =>
  base === null || base > 0
    ? faultOfDecimals(target, base, field)
    : refuse("no-base", "Mức gốc phải lớn hơn 0; nếu chưa có số liệu gốc thì để trống.", { field });

/** What a unit can be asked to reach. */
export function faultOfGoal(
  target: Dimension & Pick<Target, "direction" | "beyond">,
  goal: number,
  field = "goal",
): Refusal | null {
  if (goal < 0) return refuse("goal-below-zero", "Chỉ tiêu không thể là số âm.", { field });
  if (goal === 0 && target.direction !== "down")
    return refuse("goal-zero", "Chỉ tiêu tăng hoặc giữ phải lớn hơn 0.", { field });
  if (target.measure === "percent" && goal > WHOLE && !target.beyond)
    return refuse("share-beyond-the-whole", "Tỷ lệ phần trăm này nhiều nhất là 100.", { field });
  return faultOfDecimals(target, goal, field);
}

function faultOfWay(base: number | null, goal: number, direction: Direction): Refusal | null {
  if (base === null) return null;
  if (direction === "down" && goal > base)
    return refuse("goal-the-wrong-way", "Chỉ tiêu giảm thì mức phấn đấu không cao hơn mức gốc.", {
      field: "goal",
    });
  return null;
}

function faultOfSource({ source, measure, counting }: NewTarget): Refusal | null {
  if (!isSourceCode(source)) return null;
  if (counting !== "running")
    return refuse("source-runs-on", "Số tự tính là số lũy kế từ đầu năm; hãy chọn cách cộng lũy kế.", {
      field: "counting",
    });
  if (measureOfSource(source) === measure) return null;
  return refuse("source-of-another-measure", "Nguồn số liệu đã chọn không tính ra loại chỉ tiêu này.", {
    field: "source",
  });
}

/** What of a target may still be said otherwise once values stand: not what the numbers mean. */
export function decideChange(
  before: Target,
  after: NewTarget,
  seen: number,
  hasValues: boolean,
): NewTarget | Refusal {
  if (before.state === "withdrawn") return withdrawn();
  if (before.version !== seen)
    return movedOn(
      "stale",
      "Chỉ tiêu này đã được sửa ở cửa sổ khác. Phần vừa nhập vẫn còn dưới đây; hãy xem lại rồi lưu.",
    );
  const fixed = ["measure", "counting", "from", "to", "rhythm"] as const;
  const moved = fixed.find((name) => before[name] !== after[name]) ?? (recounts(before, after) && "counted");
  if (hasValues && moved)
    return refuse(
      "values-stand",
      "Đã có số liệu nên không đổi được cách đo, đơn vị tính của số liệu, cách cộng, kỳ hoặc nhịp báo cáo. Hãy bãi bỏ chỉ tiêu này và lập chỉ tiêu khác.",
      { field: moved },
    );
  return decideTarget(after);
}

/** Millions said anew as billions, or kilometres as cases: what was entered would mean something else. */
function recounts(before: Target, after: NewTarget): boolean {
  const counted = countedIn(after);
  const [was, is] = [before, { measure: after.measure, counted }].map(isDivisible);
  return was !== is || (after.measure === "money" && counted !== before.counted);
}

/** A target that no longer holds keeps its numbers and asks for none. */
export function decideWithdrawal(target: Target, reason: string): { reason: string } | Refusal {
  if (target.state === "withdrawn") return withdrawn();
  const words = tidy(reason);
  return words
    ? { reason: words }
    : refuse("no-reason", "Hãy ghi lý do bãi bỏ chỉ tiêu.", { field: "reason" });
}

const withdrawn = (): Refusal =>
  movedOn("withdrawn", "Chỉ tiêu này đã được bãi bỏ; số liệu cũ vẫn xem được.");
