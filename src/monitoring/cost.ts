import { type Day, type Instant, writeDay } from "../platform/day.ts";
import type { Dong } from "../platform/money.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/**
 * What an activity of a movement cost (thi đua gắn với thực hành tiết kiệm, chống lãng phí). Recording is
 * never required; what is recorded is shown in the review. Whole đồng.
 */
export const costSourceNames = {
  fund: "Quỹ thi đua, khen thưởng",
  budget: "Kinh phí thường xuyên",
  contributions: "Nguồn xã hội hóa, đóng góp",
  other: "Nguồn khác",
} as const;

export type CostSource = keyof typeof costSourceNames;

export const isCostSource = (text: string): text is CostSource => text in costSourceNames;

export interface NewCost {
  readonly activity: string;
  readonly source: CostSource;
  /** What was foreseen; null when nothing was. */
  readonly planned: Dong | null;
  readonly spent: Dong;
  readonly spentOn: Day;
  readonly note: string | null;
}

export interface Cost extends NewCost {
  readonly id: number;
  readonly movement: number;
  readonly movementName: string;
  readonly unit: number;
  readonly unitName: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly voided: string | null;
}

export function decideCost(cost: NewCost, today: Day): NewCost | Refusal {
  const activity = tidy(cost.activity);
  if (!activity) return refuse("no-activity", "Hãy ghi hoạt động đã chi.", { field: "activity" });
  if (cost.spent < 0 || (cost.planned ?? 0) < 0)
    return refuse("negative-cost", "Số tiền không thể âm; hãy xem lại.", { field: "spent" });
  if (cost.spentOn > today)
    return refuse("spent-in-the-future", `Ngày ${writeDay(cost.spentOn)} chưa đến.`, { field: "spentOn" });
  return { ...cost, activity, note: cost.note?.trim() || null };
}

/** A wrong entry is voided with its reason; the entry stays. */
export function decideVoiding(cost: Cost, why: string): { why: string } | Refusal {
  if (cost.voided !== null) return movedOn("voided", "Khoản chi này đã được hủy ghi.");
  if (!why.trim()) return refuse("no-why", "Hãy nêu lý do hủy ghi.", { field: "why" });
  return { why: why.trim() };
}

export interface CostSum {
  readonly spent: Dong;
  /** Of entries that had a plan: what was foreseen, and what was spent on them. */
  readonly planned: Dong;
  readonly spentOfPlanned: Dong;
  readonly entries: number;
}

/** What was saved against the plan: only entries that had one tell; negative when more was spent. */
export const savedOf = (sum: CostSum): Dong | null =>
  sum.planned === 0 ? null : sum.planned - sum.spentOfPlanned;
