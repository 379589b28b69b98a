import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import type { Gathered } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { dutiesOf } from "./duty.store.ts";
import { deadlineAt } from "./duty.ts";
import { frozenFiguresOf, ownValuesOf } from "./figure.store.ts";
import { comparedFigures, liveFigures, type ShownFigure } from "./figures.ts";
import { gatherFigures } from "./gathered-figures.store.ts";
import { type Aside, asideOf, type Paper, papersOf } from "./paper.store.ts";
import { signersOf } from "./reporting.store.ts";
import { mayWrite, type SeenReview } from "./review.may.ts";
import { type HistoryEntry, historyOf } from "./review.store.ts";
import { isOpen, type Signatory } from "./review.ts";
import { type Quote, quotesOf, sectionsAsSent, sectionsOf } from "./section.store.ts";
import type { Section } from "./section.ts";

/** A section as a page shows it: words, figures, and what was taken from others' reports. */
export interface WholeSection extends Section {
  readonly figures: readonly ShownFigure[];
  readonly quotes: readonly Quote[];
}

/** Everything about one review that its pages show. */
export interface WholeReview {
  readonly review: SeenReview;
  readonly deadline: Deadline | null;
  readonly sections: readonly WholeSection[];
  readonly history: readonly HistoryEntry[];
  readonly papers: readonly Paper[];
  /** Who signs, or signed. */
  readonly signatory: Omit<Signatory, "person"> | null;
  /** What the unit had written when its report came on paper; only its writers read it. */
  readonly aside: readonly Aside[];
}

/**
 * Reads a review with its figures: those of a draft live from the record, those of a sent one as they were
 * frozen and compared with the record of now, all of them in one question to each stage.
 */
export async function wholeReview(
  reader: Reader,
  gathered: Gathered,
  actor: Actor,
  review: SeenReview,
): Promise<WholeReview> {
  const writes = !isRefusal(mayWrite(actor, review));
  // Whoever does not write reads a returned report as it was sent, never what is being mended.
  const open = isOpen(review.state) && writes;
  const [sections, figures, own, frozen, quotes, history, papers, deadline, [head], aside] =
    await Promise.all([
      writes ? sectionsOf(reader, review.id) : sectionsAsSent(reader, review.id),
      gatherFigures(reader, gathered, review, actor),
      ownValuesOf(reader, review.id),
      frozenFiguresOf(reader, review.id),
      quotesOf(reader, review.id),
      historyOf(reader, review.id),
      papersOf(reader, review.id),
      deadlineOf(reader, review, actor),
      signersOf(reader, review, actor.day),
      writes ? asideOf(reader, review.id) : [],
    ]);
  const shown = (section: Section): readonly ShownFigure[] =>
    open ? liveFigures(section, figures, own) : comparedFigures(section.position, frozen, figures);
  const sent = history.find(({ kind }) => kind === "submitted");
  const signed = sent?.signatoryName
    ? { name: sent.signatoryName, title: sent.signatoryTitle ?? "", signsFor: sent.signsFor }
    : null;
  return {
    review,
    deadline,
    sections: sections.map((section) => ({
      ...section,
      figures: shown(section),
      quotes: quotes.filter(
        ({ position, at }) =>
          position === section.position &&
          (writes || (review.submittedAt !== null && at <= review.submittedAt)),
      ),
    })),
    history,
    papers,
    signatory: open ? (head ?? null) : signed,
    aside,
  };
}

async function deadlineOf(reader: Reader, review: SeenReview, actor: Actor): Promise<Deadline | null> {
  const asked = { movement: review.movement, year: review.year, units: [review.unit] };
  return deadlineAt(await dutiesOf(reader, asked, actor.day), review.unit, review.kind);
}
