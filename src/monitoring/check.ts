import { type Day, type Instant, writeDay } from "../platform/day.ts";
import { type Deadline, datedDeadline } from "../platform/deadline.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";

/**
 * A visit of a body to a unit (cuộc kiểm tra). What it finds is a fault, whose correction may be demanded
 * by a day, or good practice, which is suggested to the exemplars (252/QĐ-BTP; Luật 06/2022/QH15, Điều 17).
 */
export const visitStateNames = {
  planned: "Sắp kiểm tra",
  held: "Đã kiểm tra",
  cancelled: "Đã hủy",
} as const;

export type VisitState = keyof typeof visitStateNames;

export const isVisitState = (text: string): text is VisitState => text in visitStateNames;

export interface Visit {
  readonly id: number;
  readonly plan: number | null;
  readonly planName: string | null;
  readonly body: number;
  readonly bodyName: string;
  readonly unit: number;
  readonly unitName: string;
  readonly plannedOn: Day;
  readonly contents: string;
  readonly team: string | null;
  readonly state: VisitState;
  readonly heldOn: Day | null;
  readonly summary: string | null;
  readonly cancelledWhy: string | null;
}

export const severityNames = {
  minor: "Cần rút kinh nghiệm",
  serious: "Phải chấn chỉnh",
  grave: "Nghiêm trọng",
} as const;

export type Severity = keyof typeof severityNames;

export const findingKindNames = { fault: "Tồn tại, hạn chế", "good-practice": "Cách làm hay" } as const;

export type FindingKind = keyof typeof findingKindNames;

/** `noted` demands nothing; a demand is open, shown as corrected, and accepted. */
export type FindingState = "noted" | "open" | "shown" | "accepted";

export const findingStateNames: Readonly<Record<FindingState, string>> = {
  noted: "Đã ghi nhận",
  open: "Chờ khắc phục",
  shown: "Đã báo cáo khắc phục",
  accepted: "Đã khắc phục",
};

export interface Finding {
  readonly id: number;
  readonly visit: number;
  readonly kind: FindingKind;
  readonly severity: Severity | null;
  readonly words: string;
  readonly demand: string | null;
  readonly dueOn: Day | null;
  readonly state: FindingState;
  readonly at: Instant;
  readonly actorName: string;
}

export interface NewVisit {
  readonly plannedOn: Day;
  readonly contents: string;
  readonly team: string | null;
}

/** A visit says what it will look at; it may be entered afterwards, so its day may lie in the past. */
export function decideVisit(visit: NewVisit, unitIsBelow: boolean): NewVisit | Refusal {
  if (!unitIsBelow)
    return refuse("not-below", "Chỉ kiểm tra được đơn vị thuộc phạm vi của cơ quan; hãy chọn đơn vị khác.", {
      field: "unit",
    });
  if (!visit.contents.trim())
    return refuse("no-contents", "Hãy ghi nội dung kiểm tra.", { field: "contents" });
  return { ...visit, contents: visit.contents.trim(), team: visit.team?.trim() || null };
}

/** The visit was made: its day, which cannot lie ahead, and what it came to. */
export function decideHolding(
  visit: Visit,
  held: { readonly on: Day; readonly summary: string },
  today: Day,
): { on: Day; summary: string } | Refusal {
  if (visit.state !== "planned") return visitMovedOn(visit);
  if (held.on > today)
    return refuse("held-in-the-future", `Ngày ${writeDay(held.on)} chưa đến.`, { field: "heldOn" });
  if (!held.summary.trim())
    return refuse("no-summary", "Hãy ghi kết quả chung của cuộc kiểm tra.", { field: "summary" });
  return { on: held.on, summary: held.summary.trim() };
}

export function decideCancelling(visit: Visit, why: string): { why: string } | Refusal {
  if (visit.state !== "planned") return visitMovedOn(visit);
  if (!why.trim()) return refuse("no-why", "Hãy nêu lý do hủy.", { field: "why" });
  return { why: why.trim() };
}

const visitMovedOn = (visit: Visit): Refusal =>
  movedOn(
    "visit-moved-on",
    visit.state === "held"
      ? "Cuộc kiểm tra này đã ghi kết quả; hãy bổ sung bằng một phát hiện mới."
      : "Cuộc kiểm tra này đã hủy.",
  );

export interface NewFinding {
  readonly kind: FindingKind;
  readonly severity: Severity | null;
  readonly words: string;
  readonly demand: string | null;
  readonly dueOn: Day | null;
}

/** Found on a visit that was made. A fault has a severity; a demand has its day, not before the visit. */
export function decideFinding(
  visit: Visit,
  found: NewFinding,
): (NewFinding & { readonly state: FindingState }) | Refusal {
  if (visit.state !== "held" || visit.heldOn === null)
    return movedOn("not-held", "Hãy ghi kết quả cuộc kiểm tra trước, rồi ghi từng phát hiện.");
  const words = found.words.trim();
  if (!words) return refuse("no-words", "Hãy ghi điều phát hiện.", { field: "words" });
  if (found.kind === "good-practice")
    return { kind: found.kind, severity: null, words, demand: null, dueOn: null, state: "noted" };
  if (found.severity === null)
    return refuse("no-severity", "Hãy chọn mức độ của tồn tại.", { field: "severity" });
  const demand = found.demand?.trim() || null;
  if (demand === null)
    return found.dueOn === null
      ? { ...found, words, demand, state: "noted" }
      : refuse("no-demand", "Có hạn khắc phục thì hãy ghi yêu cầu khắc phục.", { field: "demand" });
  if (found.dueOn === null) return refuse("no-due-day", "Hãy ghi hạn khắc phục.", { field: "dueOn" });
  if (found.dueOn < visit.heldOn)
    return refuse(
      "due-before-visit",
      `Hạn khắc phục ${writeDay(found.dueOn)} trước ngày kiểm tra ${writeDay(visit.heldOn)}.`,
      { field: "dueOn" },
    );
  return { ...found, words, demand, state: "open" };
}

/** The unit shows what it has corrected; again after it was not accepted. */
export function decideShowing(finding: Finding, words: string): { words: string } | Refusal {
  if (finding.state !== "open")
    return movedOn(
      "not-open",
      finding.state === "shown"
        ? "Việc khắc phục đã được báo cáo, đang chờ cơ quan kiểm tra xem xét."
        : "Phát hiện này không chờ khắc phục.",
    );
  if (!words.trim()) return refuse("no-words", "Hãy ghi đã khắc phục thế nào.", { field: "shown" });
  return { words: words.trim() };
}

export function decideAccepting(finding: Finding): { state: FindingState } | Refusal {
  if (finding.state !== "shown") return notShown;
  return { state: "accepted" };
}

const notShown = movedOn("not-shown", "Đơn vị chưa báo cáo khắc phục phát hiện này.");

/** Not yet corrected: why, and a new day. */
export function decideRefusing(
  finding: Finding,
  refusing: { readonly why: string; readonly dueOn: Day },
  today: Day,
): { why: string; dueOn: Day } | Refusal {
  if (finding.state !== "shown") return notShown;
  if (!refusing.why.trim()) return refuse("no-why", "Hãy nêu điều còn phải khắc phục.", { field: "refusal" });
  if (refusing.dueOn < today)
    return refuse("due-in-the-past", `Ngày ${writeDay(refusing.dueOn)} đã qua; hãy chọn một ngày sau.`, {
      field: "newDueOn",
    });
  return { why: refusing.why.trim(), dueOn: refusing.dueOn };
}

export const correctionDue = (dueOn: Day): Deadline =>
  datedDeadline(`khắc phục đến hết ngày ${writeDay(dueOn)}`, dueOn, true);
