import type { Band, Grade, GradeCondition, Quota, Rule } from "./criteria.ts";
import { type Hundredths, writeHundredths } from "./points.ts";

/** What a rule does, in the words of a scoring guide. */
export function writeRule(rule: Rule | null): string {
  switch (rule?.kind) {
    case undefined:
      return "Tổng các mục con";
    case "PROPORTIONAL":
      return "Theo tỷ lệ hoàn thành; đạt 100 % được điểm tối đa";
    case "OVERFULFIL":
      return `Đạt 100 % được ${writeHundredths(rule.standard)} điểm; vượt thì nhân với tỷ lệ đạt`;
    case "STEP_BANDS":
      return rule.bands.map((band) => writeBand(band, rule.measure)).join("; ");
    case "DEDUCT_PER_EVENT":
      return `Mỗi ${rule.event} trừ ${writeHundredths(rule.per)} điểm`;
    case "BONUS":
      return `Mỗi ${rule.event} cộng ${writeHundredths(rule.per)} điểm`;
    case "MANUAL":
      return "Chấm trực tiếp đến điểm tối đa";
  }
}

/** “3–5 ngày: 1 điểm”, “trên 95 %: 1,5 điểm”. */
function writeBand({ from, fromIncluded, to, toIncluded, points }: Band, measure: string): string {
  const gained = `${writeHundredths(points)} điểm`;
  if (from !== null && from === to) return `${writeHundredths(from)} ${measure}: ${gained}`;
  const lower = from === null ? "" : `${fromIncluded ? "từ" : "trên"} ${writeHundredths(from)}`;
  const upper = to === null ? "" : `${upperWord(lower !== "", toIncluded)} ${writeHundredths(to)}`;
  const span = [lower, upper].filter(Boolean).join(" ");
  return `${span || "mọi giá trị"} ${measure}${from !== null && to === null && fromIncluded ? " trở lên" : ""}: ${gained}`;
}

const upperWord = (after: boolean, included: boolean): string =>
  included ? "đến" : after ? "đến dưới" : "dưới";

export const writeQuota = (quota: Quota | null): string => {
  if (quota === null) return "";
  return quota.kind === "count" ? `${quota.most}` : `${writeHundredths(quota.most)} %`;
};

/** “từ 180 điểm và đạt 3 chỉ tiêu; nhiều nhất 20 %”. */
export function writeGrade({ from, conditions, quota }: Grade): string {
  const asked = conditions.map(writeCondition).join(", hoặc ");
  const most = quota
    ? `; nhiều nhất ${quota.kind === "count" ? `${quota.most} đơn vị` : `${writeHundredths(quota.most)} % số đơn vị`}`
    : "";
  return `từ ${writeHundredths(from)} điểm${asked ? ` và ${asked}` : ""}${most}`;
}

const writeCondition = ({ met, othersShortAtMost }: GradeCondition): string =>
  othersShortAtMost === null
    ? `đạt ${met} chỉ tiêu`
    : `đạt ${met} chỉ tiêu, các chỉ tiêu khác thiếu không quá ${writeHundredths(othersShortAtMost)} %`;

/** What is put in for a rule: the words over its field, and over the second one where a share is reckoned. */
export function inputsOf(rule: Rule): { readonly actual: string; readonly planned: string | null } {
  switch (rule.kind) {
    case "PROPORTIONAL":
    case "OVERFULFIL":
      return { actual: "Thực hiện", planned: "Được giao" };
    case "STEP_BANDS":
      return { actual: rule.measure, planned: null };
    case "DEDUCT_PER_EVENT":
    case "BONUS":
      return { actual: `Số ${rule.event}`, planned: null };
    case "MANUAL":
      return { actual: "Điểm", planned: null };
  }
}

/** Points under a maximum: “9,5/10”. */
export const writePoints = (points: Hundredths | null, max: Hundredths): string =>
  `${points === null ? "–" : writeHundredths(points)}/${writeHundredths(max)}`;
