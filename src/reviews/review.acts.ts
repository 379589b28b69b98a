import { act, type Work } from "../platform/act.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import { type Reader, reader } from "../platform/db.ts";
import type { Figure, Gathered } from "../platform/offers.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { dutiesOf } from "./duty.store.ts";
import { deadlineAt } from "./duty.ts";
import { ownValuesOf, saveFrozen } from "./figure.store.ts";
import { liveFigures } from "./figures.ts";
import { gatherFigures } from "./gathered-figures.store.ts";
import { hasPeriod, periodOf, type ReviewKind } from "./period.ts";
import { findReportingUnit, movementSpan, signersOf } from "./reporting.store.ts";
import { mayReceive, maySee, mayWrite, type SeenReview } from "./review.may.ts";
import {
  findReview,
  findReviewAt,
  historyOf,
  loadReview,
  saveNewReview,
  saveReviewEvent,
} from "./review.store.ts";
import {
  decideAcceptance,
  decideReturn,
  decideSubmission,
  decideWithdrawal,
  type Submission,
} from "./review.ts";
import { quotesOf, sectionsOf } from "./section.store.ts";
import { emptyHeadings } from "./section.ts";
import { templateInForce } from "./template.store.ts";
import { usualSections } from "./template.ts";

/** Loads for change what the actor may see; what they may not see is not there. */
export async function loadSeen(work: Work, id: number): Promise<SeenReview | Refusal> {
  const review = await loadReview(work.tx, id, work.day);
  if (!review || isRefusal(maySee(work.actor, review)))
    return refuse("no-such-review", "Không có báo cáo này.", { kind: "may-not" });
  return review;
}

interface StartInput {
  readonly unit: number;
  readonly movement: number | null;
  readonly kind: ReviewKind;
  readonly year: number;
}

/** A unit, a cluster or a body begins a review; one begun before is simply gone on with. */
export const startReview = act({
  name: "review.start",
  async run(work, input: StartInput): Promise<number | Refusal> {
    return beginFor(work, input, (review) => mayWrite(work.actor, review));
  },
});

type Beginning = Pick<SeenReview, "level" | "unit" | "keptBy" | "receiver">;
type Right = ReturnType<typeof mayWrite>;

/** The unit, the movement and the days of a report that is asked for; refused where there is no such period. */
export async function placeOfReport(from: Reader, input: StartInput, day: Day) {
  const movement = input.movement === null ? null : await movementSpan(from, input.movement);
  if (input.movement !== null && !movement?.issued)
    return movedOn("movement-not-issued", "Phong trào chưa ban hành nên chưa có kỳ sơ kết, tổng kết.");
  const span = movement ?? { fromYear: input.year, toYear: input.year };
  if (!hasPeriod(span, input.kind, input.year))
    return refuse("no-such-period", "Phong trào này không có kỳ báo cáo đó; hãy chọn lại kỳ.", {
      field: "kind",
    });
  const unit = await findReportingUnit(from, input.unit, movement, day);
  if (!unit)
    return refuse("not-in-scope", "Đơn vị này không thuộc phạm vi của phong trào.", { field: "unit" });
  const { level, receiver } = unit;
  const { movement: asked, unit: reporting, ...period } = input;
  const days = periodOf(input.kind, input.year, span);
  return { place: { ...period, ...days, level, receiver, unit: reporting, movement: asked }, unit };
}

/** Writes the draft with the sections that the receiver's template asks for. */
export async function beginFor(
  work: Work,
  input: StartInput,
  may: (review: Beginning) => Right | Promise<Right>,
): Promise<number | Refusal> {
  const asked = await placeOfReport(work.tx, input, work.day);
  if (isRefusal(asked)) return asked;
  const { unit, place } = asked;
  const allowed = await may({ ...place, keptBy: unit.keptBy });
  if (isRefusal(allowed)) return allowed;
  const before = await findReviewAt(work.tx, place);
  if (before !== null) return before;
  if (unit.ended)
    return movedOn("unit-ended", `${unit.name} đã kết thúc hoạt động; đơn vị kế tục lập báo cáo.`);
  const template = await templateInForce(work.tx, unit.receiver ?? unit.id, input.year, input.kind);
  const id = await saveNewReview(
    work.tx,
    {
      ...place,
      unitName: unit.name,
      template: template?.id ?? null,
      sections: template?.sections ?? usualSections(input.kind),
    },
    work.at,
  );
  work.record("review.started", id, { ...input, level: unit.level });
  return id;
}

interface SubmissionInput {
  readonly reviewId: number;
  readonly version: number;
  /** The head whom the page named as signing. */
  readonly signatory: number;
  readonly lateReason: string;
  readonly remarks: string | null;
  /** Where the figures come from. */
  readonly gathered: Gathered;
}

/**
 * The review is sent under the name of whoever signs for the unit today. Its figures are gathered before the
 * transaction, which holds the review only as long as it writes them down.
 */
export async function submitReview(actor: Actor, input: SubmissionInput): Promise<number | Refusal> {
  const { gathered, ...submission } = input;
  const review = await findReview(reader(), input.reviewId, actor.day);
  const figures = review ? await gatherFigures(reader(), gathered, review, actor) : [];
  return submitWithFigures(actor, { ...submission, figures });
}

const submitWithFigures = act({
  name: "review.submit",
  async run(
    work,
    input: Omit<SubmissionInput, "gathered"> & { readonly figures: readonly Figure[] },
  ): Promise<number | Refusal> {
    const review = await loadSeen(work, input.reviewId);
    if (isRefusal(review)) return review;
    const allowed = mayWrite(work.actor, review);
    if (isRefusal(allowed)) return allowed;
    const facts = await submissionFactsOf(work, review);
    const event = decideSubmission(
      review,
      { ...facts, version: input.version, named: input.signatory },
      {
        at: work.at,
        channel: "online",
        receivedOn: null,
        lateReason: input.lateReason,
        remarks: input.remarks,
      },
    );
    if (isRefusal(event)) return event;
    await saveSubmission(work, review, event, input.figures);
    work.record("review.submitted", review.id, { late: event.late, signatory: event.signatory?.name });
    if (review.receiver !== null) work.enqueue("review.tell-receiver", { reviewId: review.id });
    return review.id;
  },
});

/** What a sending is judged by, as it stands in this transaction. */
export async function submissionFactsOf(work: Work, review: SeenReview) {
  const asked = { movement: review.movement, year: review.year, units: [review.unit] };
  const duties = await dutiesOf(work.tx, asked, work.day);
  return {
    deadline: deadlineAt(duties, review.unit, review.kind),
    empty: emptyHeadings(
      await sectionsOf(work.tx, review.id),
      (await quotesOf(work.tx, review.id)).map(({ position }) => position),
    ),
    signers: await signersOf(work.tx, review, work.day),
  };
}

/** Writes the sending with the figures gathered for it. */
export async function saveSubmission(
  work: Work,
  review: SeenReview,
  event: Submission,
  figures: readonly Figure[],
): Promise<void> {
  const id = await saveReviewEvent(work.tx, review, event, work.actor);
  const [sections, own] = await Promise.all([
    sectionsOf(work.tx, review.id),
    ownValuesOf(work.tx, review.id),
  ]);
  const placed = sections.map((section) => ({
    position: section.position,
    figures: liveFigures(section, figures, own),
  }));
  await saveFrozen(work.tx, review.id, id, placed, work.at);
  work.enqueue("review.keep-issued", { reviewId: review.id });
}

interface ReturnInput {
  readonly reviewId: number;
  readonly version: number;
  readonly reason: string;
  readonly dueOn: Day | null;
}

/** The receiver sends it back with a reason and, if it likes, a day by which to send again. */
export const returnReview = act({
  name: "review.return",
  async run(work, input: ReturnInput): Promise<number | Refusal> {
    const review = await loadSeen(work, input.reviewId);
    if (isRefusal(review)) return review;
    const allowed = mayReceive(work.actor, review);
    if (isRefusal(allowed)) return allowed;
    const event = decideReturn(review, input, work.at, work.day);
    if (isRefusal(event)) return event;
    await saveReviewEvent(work.tx, review, event, work.actor);
    work.record("review.returned", review.id, { reason: event.reason });
    work.enqueue("review.tell-writers", { reviewId: review.id });
    return review.id;
  },
});

interface WithdrawalInput {
  readonly reviewId: number;
  readonly version: number;
  readonly reason: string;
}

/** The sender takes it back before it is accepted; the receiver is told why. */
export const withdrawReview = act({
  name: "review.withdraw",
  async run(work, input: WithdrawalInput): Promise<number | Refusal> {
    const review = await loadSeen(work, input.reviewId);
    if (isRefusal(review)) return review;
    const allowed = mayWrite(work.actor, review);
    if (isRefusal(allowed)) return allowed;
    const earlier = (await historyOf(work.tx, review.id)).reverse();
    const returnedTo = earlier.findLast(({ kind }) => kind === "returned")?.dueOn ?? null;
    const decided = decideWithdrawal(review, input, earlier, returnedTo, work.at);
    if (isRefusal(decided)) return decided;
    await saveReviewEvent(work.tx, review, decided.event, work.actor, decided.state);
    work.record("review.withdrawn", review.id, { reason: decided.event.reason });
    if (review.receiver !== null)
      work.enqueue("review.tell-withdrawn", { reviewId: review.id, reason: decided.event.reason });
    return review.id;
  },
});

interface AcceptanceInput {
  readonly reviewId: number;
  readonly version: number;
  readonly remarks: string | null;
}

/** The receiver takes it. */
export const acceptReview = act({
  name: "review.accept",
  async run(work, input: AcceptanceInput): Promise<number | Refusal> {
    const review = await loadSeen(work, input.reviewId);
    if (isRefusal(review)) return review;
    const allowed = mayReceive(work.actor, review);
    if (isRefusal(allowed)) return allowed;
    const event = decideAcceptance(review, input, work.at);
    if (isRefusal(event)) return event;
    await saveReviewEvent(work.tx, review, event, work.actor);
    work.record("review.accepted", review.id);
    work.enqueue("review.tell-writers", { reviewId: review.id });
    return review.id;
  },
});
