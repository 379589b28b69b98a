import { type Day, type Instant, writeDay } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { type Criteria, type Criterion, leavesOf } from "./criteria.ts";
import { type Hundredths, writeHundredths } from "./points.ts";
import { type Entry, type PointsByCriterion, pointsOf, sumOf } from "./score.ts";
import { type Phase, phaseOf, type ScoringYear } from "./scoring-year.ts";

/**
 * A unit's sheet (phiếu chấm điểm) in its cluster's year. Life: draft → submitted → verified; a submitted or
 * verified one may be returned and is sent again; a verified one is taken up again until results are published.
 */
export interface Sheet {
  readonly id: number;
  readonly scoring: number;
  readonly unit: number;
  /** The name under which the unit scores. */
  readonly unitName: string;
  readonly state: SheetState;
  readonly version: number;
  readonly selfTotal: Hundredths;
  readonly verifiedTotal: Hundredths | null;
  readonly submittedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: "online" | "paper" | null;
  /** Set by a return: the day by which to send again. */
  readonly dueOn: Day | null;
  readonly changedAt: Instant;
}

export type SheetState = "draft" | "submitted" | "returned" | "verified";

export const sheetStateNames: Readonly<Record<SheetState, string>> = {
  draft: "Đang tự chấm",
  submitted: "Đã gửi",
  returned: "Trả lại để sửa",
  verified: "Đã thẩm định",
};

/** Others' scores open to a unit only while its own stands sent: a returned sheet closes them again. */
export const isSent = (state: SheetState): boolean => state === "submitted" || state === "verified";

export type Side = "self" | "verified";

/** What stands for a criterion on one side. */
export interface ScoreEntry extends Entry {
  readonly criterion: number;
  readonly side: Side;
  readonly points: Hundredths | null;
  readonly note: string | null;
  /** Why the verified points differ from the unit's own. */
  readonly reason: string | null;
  readonly source: KnownValue | null;
}

/** A value the product filled in: from where, and what it was then. */
export interface KnownValue {
  readonly actual: Hundredths;
  readonly planned: Hundredths | null;
  readonly words: string;
  readonly href: string | null;
}

export type SheetEvent =
  | {
      readonly kind: "submitted";
      readonly at: Instant;
      readonly late: boolean;
      readonly lateReason: string | null;
      readonly channel: "online" | "paper";
      readonly receivedOn: Day | null;
      readonly remarks: string | null;
    }
  | { readonly kind: "returned"; readonly at: Instant; readonly remarks: string; readonly dueOn: Day | null }
  | { readonly kind: "verified"; readonly at: Instant; readonly remarks: string | null }
  | { readonly kind: "reopened"; readonly at: Instant; readonly remarks: string }
  | { readonly kind: "taken-over"; readonly at: Instant; readonly remarks: string };

/** Folds what happened into where the sheet stands. */
export function sheetStateOf(events: readonly Pick<SheetEvent, "kind">[]): SheetState {
  const kinds = events.flatMap(({ kind }) => (kind === "taken-over" ? [] : [kind]));
  const last = kinds.at(-1);
  return last === undefined ? "draft" : last === "reopened" ? "submitted" : last;
}

/** The unit writes a draft while scoring is open, and a returned sheet until its day. */
export function refuseWriting(
  sheet: Pick<Sheet, "state" | "dueOn">,
  scoring: ScoringYear,
  today: Day,
): Refusal | null {
  const phase = phaseOf(scoring, today);
  if (phase === "published")
    return movedOn("already-published", "Kết quả năm này đã công bố; phiếu chỉ còn để xem.");
  if (isSent(sheet.state))
    return movedOn("already-sent", "Phiếu đã gửi; muốn sửa, hãy đề nghị Thường trực trả lại phiếu.");
  if (sheet.state === "returned")
    return sheet.dueOn !== null && today > sheet.dueOn
      ? movedOn(
          "due-passed",
          `Hạn gửi lại ${writeDay(sheet.dueOn)} đã qua; đề nghị Thường trực cho thêm ngày.`,
        )
      : null;
  return refusePhase(phase, scoring);
}

function refusePhase(phase: Phase, { calendar }: ScoringYear): Refusal | null {
  if (phase === "self") return null;
  return phase === "before"
    ? movedOn("not-open-yet", `Tự chấm điểm mở từ ngày ${writeDay(calendar.selfFrom)}.`)
    : movedOn(
        "closed",
        `Hạn tự chấm ${writeDay(calendar.selfUntil)} đã qua nên không nhận trên hệ thống nữa. Những gì đã chấm vẫn còn; hãy gửi bản giấy cho Thường trực hoặc đề nghị lùi hạn.`,
      );
}

export const refuseStale = (sheet: Pick<Sheet, "version">, seen: number): Refusal | null =>
  sheet.version === seen
    ? null
    : movedOn(
        "stale",
        "Phiếu đã được thay đổi ở cửa sổ khác sau khi Ông/Bà mở trang này. Phần vừa nhập vẫn còn dưới đây; hãy xem lại rồi lưu lại.",
      );

/** Points of what is typed for one criterion, with the criterion's number in front of what is wrong. */
export function scoredEntry(
  criterion: Criterion & { readonly number: string },
  entry: Entry,
): Hundredths | null | Refusal {
  const points = pointsOf(criterion, entry);
  if (!isRefusal(points)) return points;
  const field = `muc.${criterion.id}.${points.field ?? "actual"}`;
  return { ...points, sentence: `Mục ${criterion.number}: ${points.sentence}`, field };
}

export interface SendingFacts {
  readonly version: number;
  readonly criteria: Criteria;
  readonly points: PointsByCriterion;
  readonly scoring: ScoringYear;
  readonly today: Day;
}

/** Sending needs every criterion scored: what was not done is scored as not done. */
export function decideSending(
  sheet: Sheet,
  facts: SendingFacts,
  at: Instant,
  remarks: string | null,
): SheetEvent | Refusal {
  const closed = refuseWriting(sheet, facts.scoring, facts.today) ?? refuseStale(sheet, facts.version);
  if (closed) return closed;
  const incomplete = refuseIncomplete(facts.criteria, facts.points);
  if (incomplete) return incomplete;
  // What was returned keeps its first arrival: it was in time or not once.
  return {
    ...{ kind: "submitted", at, late: sheet.late ?? false, channel: "online" },
    ...{ lateReason: sheet.late ? "Gửi lại sau khi được trả lại" : null, receivedOn: null, remarks },
  };
}

function refuseIncomplete(criteria: Criteria, points: PointsByCriterion): Refusal | null {
  const missing = leavesOf(criteria).filter(({ id }) => !points.has(id));
  if (missing.length === 0) return null;
  const named = missing.slice(0, 5).map(({ number }) => number);
  const rest = missing.length > named.length ? ` và ${missing.length - named.length} mục khác` : "";
  return refuse(
    "incomplete",
    `Còn ${missing.length} mục chưa chấm: ${named.join(", ")}${rest}. Mục không thực hiện thì ghi 0.`,
  );
}

/** What came on paper is entered by the standing officer; its day of receipt says whether it was late. */
export function decidePaperSending(
  sheet: Sheet,
  facts: Omit<SendingFacts, "version">,
  paper: {
    readonly receivedOn: Day;
    readonly lateReason: string;
    readonly at: Instant;
    readonly remarks: string | null;
  },
): SheetEvent | Refusal {
  if (facts.scoring.publishedAt !== null)
    return movedOn("already-published", "Kết quả năm này đã công bố nên không nhận thêm phiếu.");
  if (isSent(sheet.state)) return movedOn("already-sent", "Đơn vị này đã gửi phiếu.");
  if (paper.receivedOn > facts.today)
    return refuse("received-in-the-future", `Ngày nhận ${writeDay(paper.receivedOn)} chưa đến.`, {
      field: "receivedOn",
    });
  const incomplete = refuseIncomplete(facts.criteria, facts.points);
  if (incomplete) return incomplete;
  const late = paper.receivedOn > facts.scoring.calendar.selfUntil;
  const lateReason = tidy(paper.lateReason);
  if (late && !lateReason)
    return refuse("late-without-reason", "Phiếu nhận sau hạn: hãy ghi lý do gửi muộn.", {
      field: "lateReason",
    });
  return {
    ...{ kind: "submitted", at: paper.at, late, lateReason: late ? lateReason : null },
    ...{ channel: "paper", receivedOn: paper.receivedOn, remarks: paper.remarks },
  };
}

/** The standing body sends a sheet back with its reason and, if it likes, a day by which to send again. */
export function decideSheetReturn(
  sheet: Sheet,
  scoring: ScoringYear,
  given: { readonly version: number; readonly remarks: string; readonly dueOn: Day | null },
  at: Instant,
  today: Day,
): SheetEvent | Refusal {
  const closed = refuseReceiving(sheet, scoring, given.version, ["submitted", "verified"]);
  if (closed) return closed;
  const remarks = tidy(given.remarks);
  if (!remarks)
    return refuse("no-reason", "Hãy ghi lý do trả lại để đơn vị biết phải sửa gì.", { field: "remarks" });
  if (given.dueOn !== null && given.dueOn < today)
    return refuse("due-in-the-past", `Ngày gửi lại ${writeDay(given.dueOn)} đã qua.`, { field: "dueOn" });
  return { kind: "returned", at, remarks, dueOn: given.dueOn };
}

function refuseReceiving(
  sheet: Sheet,
  scoring: ScoringYear,
  seen: number,
  states: readonly SheetState[],
): Refusal | null {
  if (scoring.publishedAt !== null) return movedOn("already-published", "Kết quả năm này đã công bố.");
  if (!states.includes(sheet.state))
    return movedOn(
      "not-sent",
      `Phiếu đang ở trạng thái “${sheetStateNames[sheet.state]}” nên không làm được việc này.`,
    );
  return refuseStale(sheet, seen);
}

/** Verification is complete when every criterion has a verified score and each difference its reason. */
export function decideVerification(
  sheet: Sheet,
  scoring: ScoringYear,
  facts: { readonly version: number; readonly criteria: Criteria; readonly entries: readonly ScoreEntry[] },
  at: Instant,
  remarks: string | null,
): SheetEvent | Refusal {
  const closed = refuseReceiving(sheet, scoring, facts.version, ["submitted"]);
  if (closed) return closed;
  const incomplete = refuseIncomplete(facts.criteria, pointsBySide(facts.entries, "verified"));
  if (incomplete) return incomplete;
  const [unexplained] = differencesOf(facts.criteria, facts.entries).filter(({ reason }) => !reason);
  if (unexplained)
    return refuse(
      "difference-without-reason",
      `Mục ${unexplained.number}: điểm thẩm định ${writeHundredths(unexplained.verified)} khác điểm tự chấm ${writeHundredths(unexplained.self)}; hãy ghi lý do.`,
      { field: `muc.${unexplained.criterion}.reason` },
    );
  return { kind: "verified", at, remarks };
}

/** A verified sheet is taken up again, to mend the verified scores, until results are published. */
export function decideReopening(
  sheet: Sheet,
  scoring: ScoringYear,
  given: { readonly version: number; readonly remarks: string },
  at: Instant,
): SheetEvent | Refusal {
  const closed = refuseReceiving(sheet, scoring, given.version, ["verified"]);
  if (closed) return closed;
  const remarks = tidy(given.remarks);
  return remarks
    ? { kind: "reopened", at, remarks }
    : refuse("no-reason", "Hãy ghi lý do thẩm định lại.", { field: "remarks" });
}

export const pointsBySide = (entries: readonly ScoreEntry[], side: Side): PointsByCriterion =>
  new Map(
    entries
      .filter((entry) => entry.side === side && entry.points !== null)
      .map(({ criterion, points }) => [criterion, points!]),
  );

export interface Difference {
  readonly criterion: number;
  readonly number: string;
  readonly name: string;
  readonly max: Hundredths;
  readonly self: Hundredths;
  readonly verified: Hundredths;
  /** Verified less self. */
  readonly difference: Hundredths;
  readonly reason: string | null;
}

/** Where the verified score is another than the unit's own, the largest difference first. */
export function differencesOf(criteria: Criteria, entries: readonly ScoreEntry[]): Difference[] {
  const self = pointsBySide(entries, "self");
  const verified = pointsBySide(entries, "verified");
  return leavesOf(criteria)
    .filter(({ id }) => verified.has(id) && (self.get(id) ?? 0) !== verified.get(id))
    .map(({ id, number, name, max }) => ({
      ...{ criterion: id, number, name, max },
      self: self.get(id) ?? 0,
      verified: verified.get(id)!,
      difference: verified.get(id)! - (self.get(id) ?? 0),
      reason: entries.find((entry) => entry.criterion === id && entry.side === "verified")?.reason ?? null,
    }))
    .sort((left, right) => Math.abs(right.difference) - Math.abs(left.difference));
}

export const totalBySide = (criteria: Criteria, entries: readonly ScoreEntry[], side: Side): Hundredths =>
  sumOf(criteria, pointsBySide(entries, side));
