import {
  type Band,
  type Criteria,
  type Criterion,
  flatten,
  type Grade,
  type NumberedCriterion,
  totalOf,
} from "./criteria.ts";
import { type Hundredths, writeHundredths } from "./points.ts";

/** Something that keeps a table from being published, and the criterion it is about. */
export interface Fault {
  readonly criterion: number | null;
  readonly sentence: string;
}

/** All that is wrong with a table: sums that don't agree, steps with gaps, grades and quotas that contradict. */
export function faultsOf(criteria: Criteria): Fault[] {
  const all = flatten(criteria.groups);
  if (all.length === 0) return [{ criterion: null, sentence: "Bảng chưa có tiêu chí nào." }];
  return [...all.flatMap(faultsOfCriterion), ...gradeFaults(criteria)];
}

function faultsOfCriterion(one: NumberedCriterion): Fault[] {
  const at = (sentence: string): Fault => ({ criterion: one.id, sentence: `Mục ${one.number}: ${sentence}` });
  if (one.max <= 0) return [at("điểm tối đa phải lớn hơn 0.")];
  if (one.children.length > 0) return sumFault(one).map(at);
  if (one.rule === null) return [at("chưa có cách chấm và cũng chưa có mục con.")];
  return ruleFaults(one).map(at);
}

function sumFault({ children, max }: Criterion): string[] {
  const sum = children.reduce((total, child) => total + child.max, 0);
  return sum === max
    ? []
    : [`các mục con cộng lại là ${writeHundredths(sum)}, khác điểm tối đa ${writeHundredths(max)}.`];
}

function ruleFaults({ rule, max }: Criterion): string[] {
  if (rule?.kind === "OVERFULFIL")
    return rule.standard > 0 && rule.standard <= max
      ? []
      : [`điểm chuẩn phải lớn hơn 0 và không quá điểm tối đa ${writeHundredths(max)}.`];
  if (rule?.kind === "DEDUCT_PER_EVENT" || rule?.kind === "BONUS")
    return rule.per > 0 && rule.per <= max
      ? []
      : [`số điểm mỗi lần phải lớn hơn 0 và không quá điểm tối đa ${writeHundredths(max)}.`];
  if (rule?.kind === "STEP_BANDS") return bandFaults(rule.bands, rule.whole, max);
  return [];
}

/** Steps cover every value from none upwards exactly once, and the best of them gives the maximum. */
export function bandFaults(bands: readonly Band[], whole: boolean, max: Hundredths): string[] {
  if (bands.length < 2) return ["cần ít nhất hai mức."];
  const sorted = [...bands].sort((left, right) => (left.from ?? -1) - (right.from ?? -1));
  const faults = [
    ...edgeFaults(sorted),
    ...sorted.slice(1).flatMap((band, at) => seamFault(sorted[at]!, band, whole)),
  ];
  const best = Math.max(...bands.map(({ points }) => points));
  if (best > max)
    faults.push(`mức cao nhất ${writeHundredths(best)} vượt điểm tối đa ${writeHundredths(max)}.`);
  if (best < max) faults.push(`không mức nào đạt điểm tối đa ${writeHundredths(max)}.`);
  return faults;
}

function edgeFaults(sorted: readonly Band[]): string[] {
  const first = sorted[0]!;
  const last = sorted.at(-1)!;
  const faults: string[] = [];
  const startsAtNone = first.from === null || (first.from === 0 && first.fromIncluded);
  if (!startsAtNone) faults.push("mức đầu chưa bắt đầu từ 0.");
  if (last.to !== null) faults.push("mức cuối phải để mở (không có giá trị “đến”).");
  const inside =
    sorted.slice(1).some(({ from }) => from === null) || sorted.slice(0, -1).some(({ to }) => to === null);
  if (inside) faults.push("chỉ mức đầu và mức cuối được để mở.");
  return faults;
}

const ONE = 100;

function seamFault(before: Band, after: Band, whole: boolean): string[] {
  if (before.to === null || after.from === null) return [];
  const end = whole && !before.toIncluded ? before.to - ONE : before.to;
  const begin = whole && !after.fromIncluded ? after.from + ONE : after.from;
  const next = whole ? end + ONE : end;
  const edge = writeHundredths(after.from);
  if (begin > next) return [`giữa hai mức bị hở trước ${edge}.`];
  if (begin < next) return [`hai mức chồng nhau ở ${edge}.`];
  if (whole) return [];
  if (before.toIncluded && after.fromIncluded) return [`hai mức cùng tính giá trị ${edge}.`];
  return before.toIncluded || after.fromIncluded ? [] : [`không mức nào tính giá trị ${edge}.`];
}

function gradeFaults(criteria: Criteria): Fault[] {
  const { grades, targets } = criteria;
  const said = (sentence: string): Fault => ({ criterion: null, sentence: `Xếp loại: ${sentence}` });
  if (grades.length === 0) return [];
  const faults = [...orderFaults(grades, totalOf(criteria)), ...lastFaults(grades.at(-1)!)];
  for (const grade of grades) faults.push(...conditionFaults(grade, targets.length), ...quotaFaults(grade));
  return faults.map(said);
}

function orderFaults(grades: readonly Grade[], total: Hundredths): string[] {
  const faults: string[] = [];
  if (new Set(grades.map(({ code }) => code)).size < grades.length) faults.push("hai loại trùng ký hiệu.");
  for (const [at, grade] of grades.slice(1).entries())
    if (grade.from >= grades[at]!.from)
      faults.push(`loại ${grade.code} phải có mức điểm thấp hơn loại ${grades[at]!.code}.`);
  if (grades[0]!.from > total)
    faults.push(
      `loại ${grades[0]!.code} đòi ${writeHundredths(grades[0]!.from)} điểm, quá tổng điểm của bảng.`,
    );
  return faults;
}

function lastFaults(last: Grade): string[] {
  const faults: string[] = [];
  if (last.from !== 0) faults.push(`loại cuối (${last.code}) phải bắt đầu từ 0 điểm.`);
  if (last.conditions.length > 0) faults.push(`loại cuối (${last.code}) không đặt điều kiện.`);
  if (last.quota)
    faults.push(`loại cuối (${last.code}) không giới hạn số lượng, để đơn vị nào cũng có loại.`);
  return faults;
}

const conditionFaults = ({ code, conditions }: Grade, targets: number): string[] =>
  conditions
    .filter(({ met }) => met > targets)
    .map(({ met }) => `loại ${code} đòi đạt ${met} chỉ tiêu, bảng chỉ chọn ${targets} chỉ tiêu.`);

const WHOLE_PERCENT = 100_00;

function quotaFaults({ code, quota }: Grade): string[] {
  if (quota?.kind === "percent" && (quota.most <= 0 || quota.most > WHOLE_PERCENT))
    return [`tỷ lệ của loại ${code} phải trên 0 và không quá 100 %.`];
  if (quota?.kind === "count" && quota.most < 1) return [`số lượng của loại ${code} phải từ 1 trở lên.`];
  return [];
}
