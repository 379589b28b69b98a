import { act, type Work } from "../platform/act.ts";
import type { Gathered } from "../platform/offers.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { nfc } from "../platform/vietnamese.ts";
import { saveOverride } from "./figure.store.ts";
import { decideOverride, figuresFor } from "./figures.ts";
import { gatherFigures } from "./gathered-figures.store.ts";
import { loadSeen } from "./review.acts.ts";
import { isBeingCopied, mayCopy, maySee, mayWrite, type SeenReview } from "./review.may.ts";
import { findReview, touchReview } from "./review.store.ts";
import { refuseClosed, refuseStale } from "./review.ts";
import { dropQuote, saveQuote, saveWords, sectionsAsSent, sectionsOf } from "./section.store.ts";
import { paragraphsOf } from "./section.ts";

/** Loads what the actor writes now: their own open review, or one on paper that they copy. */
async function loadWritten(work: Work, id: number): Promise<SeenReview | Refusal> {
  const review = await loadSeen(work, id);
  if (isRefusal(review)) return review;
  const copied = isBeingCopied(review);
  const allowed = copied ? mayCopy(work.actor, review) : mayWrite(work.actor, review);
  if (isRefusal(allowed)) return allowed;
  return copied ? review : (refuseClosed(review) ?? review);
}

interface WordsInput {
  readonly reviewId: number;
  readonly version: number;
  readonly words: readonly { readonly position: number; readonly words: string }[];
}

/** The words of the sections, all at once; what somebody else wrote meanwhile is not overwritten unseen. */
export const writeReview = act({
  name: "review.write",
  async run(work, input: WordsInput): Promise<number | Refusal> {
    const review = await loadWritten(work, input.reviewId);
    if (isRefusal(review)) return review;
    const stale = refuseStale(review.version, input.version);
    if (stale) return stale;
    await saveWords(
      work.tx,
      review.id,
      input.words.map(({ position, words }) => ({ position, words: nfc(words) })),
    );
    await touchReview(work.tx, review.id, work.at);
    work.record("review.written", review.id);
    return review.id;
  },
});

interface OverrideInput {
  readonly reviewId: number;
  readonly code: string;
  /** Null takes one's own figure back. */
  readonly value: number | null;
  readonly reason: string;
  readonly gathered: Gathered;
}

/** A person's own figure beside the record's, with the reason. */
export const overrideFigure = act({
  name: "review.override-figure",
  async run(work, input: OverrideInput): Promise<number | Refusal> {
    const review = await loadWritten(work, input.reviewId);
    if (isRefusal(review)) return review;
    const sections = await sectionsOf(work.tx, review.id);
    const figures = await gatherFigures(work.tx, input.gathered, review, work);
    const shown = sections.flatMap((section) => figuresFor(section, figures));
    const decided = decideOverride(
      input,
      shown.find(({ code }) => code === input.code),
    );
    if (isRefusal(decided)) return decided;
    const { code } = input;
    await saveOverride(work.tx, { review: review.id, code, ...decided }, work.actor, work.at);
    await touchReview(work.tx, review.id, work.at);
    work.record("review.figure-put", review.id, { code, ...decided });
    return review.id;
  },
});

interface QuoteInput {
  readonly reviewId: number;
  readonly position: number;
  readonly source: number;
  readonly sourcePosition: number;
  /** Which paragraph of the source's section, counted from 0. */
  readonly paragraph: number;
}

/** A paragraph of a unit's sent report stands in the superior's own, with where it came from. */
export const takeParagraph = act({
  name: "review.take-paragraph",
  async run(work, input: QuoteInput): Promise<number | Refusal> {
    const review = await loadWritten(work, input.reviewId);
    if (isRefusal(review)) return review;
    const source = await findReview(work.tx, input.source, work.day);
    if (
      !source ||
      source.id === review.id ||
      isRefusal(maySee(work.actor, source)) ||
      source.submittedAt === null
    )
      return refuse("no-such-source", "Không có báo cáo này để lấy nội dung.", { kind: "may-not" });
    const sections = await sectionsAsSent(work.tx, source.id);
    const from = sections.find(({ position }) => position === input.sourcePosition);
    const words = from ? paragraphsOf(from.words)[input.paragraph] : undefined;
    if (words === undefined)
      return movedOn(
        "paragraph-gone",
        "Đoạn này không còn trong báo cáo của đơn vị; hãy mở lại trang tổng hợp.",
      );
    const own = await sectionsOf(work.tx, review.id);
    if (!own.some(({ position }) => position === input.position))
      return refuse("no-such-section", "Báo cáo không có mục này.", { field: "position" });
    const { position, sourcePosition } = input;
    const quote = { review: review.id, position, source: source.id, sourcePosition, words };
    await saveQuote(work.tx, quote, work.actor.name, work.at);
    await touchReview(work.tx, review.id, work.at);
    work.record("review.paragraph-taken", review.id, { source: source.id, position });
    return review.id;
  },
});

/** A paragraph taken before is left out again. */
export const leaveParagraph = act({
  name: "review.leave-paragraph",
  async run(work, input: { reviewId: number; quote: number }): Promise<number | Refusal> {
    const review = await loadWritten(work, input.reviewId);
    if (isRefusal(review)) return review;
    if (!(await dropQuote(work.tx, review.id, input.quote)))
      return movedOn("paragraph-gone", "Đoạn này đã được bỏ ra trước đó.");
    await touchReview(work.tx, review.id, work.at);
    work.record("review.paragraph-left", review.id, { quote: input.quote });
    return review.id;
  },
});
