import { sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Review } from "./review.ts";
import type { Section } from "./section.ts";

guard("a_paragraph_is_taken_once", movedOn("already-taken", "Đoạn này đã được đưa vào mục đó của báo cáo."));

export async function sectionsOf(reader: Reader, review: number): Promise<Section[]> {
  const { rows } = await sql<Section>`
    select position, heading, guidance, kind, codes, words
      from review_section where review = ${review} order by position`.execute(reader);
  return rows;
}

/** The sections as they were last sent: what others read while a returned report is being mended. */
export async function sectionsAsSent(reader: Reader, review: number): Promise<Section[]> {
  return (await sectionsOfAll(reader, [review])).get(review)?.slice() ?? [];
}

/** Keeps the words as they are being sent. */
export async function keepWordsAsSent(tx: Tx, review: number): Promise<void> {
  await sql`update review_section set sent_words = words where review = ${review}`.execute(tx);
}

/** Writes the words of sections by their position; of a report already sent they stand as sent too. */
export async function saveWords(
  tx: Tx,
  review: number,
  words: readonly { readonly position: number; readonly words: string }[],
): Promise<void> {
  if (words.length === 0) return;
  await sql`
    update review_section section
       set words = given.words,
           sent_words = case when review.state in ('submitted', 'accepted') then given.words else sent_words end
      from review, unnest(${words.map(({ position }) => position)}::int[], ${words.map((one) => one.words)}::text[])
             as given (position, words)
     where section.review = ${review} and review.id = section.review and section.position = given.position`.execute(
    tx,
  );
}

/** The review of the period before, of the same unit: what it wrote stands beside. */
export interface EarlierReview {
  readonly id: number;
  readonly kind: Review["kind"];
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  readonly sections: readonly Section[];
}

/**
 * The unit's latest sent review whose period ended before this one's end, of the same movement first. Null
 * for the first report of all.
 */
export async function earlierReview(reader: Reader, review: Review): Promise<EarlierReview | null> {
  const { rows } = await sql<Omit<EarlierReview, "sections">>`
    select id, kind, year, from_day as "from", to_day as "to"
      from review
     where unit = ${review.unit} and level = ${review.level} and submitted_at is not null and id <> ${review.id}
       and to_day < ${review.to}::date
     order by (movement is not distinct from ${review.movement}::bigint) desc, to_day desc, from_day desc
     limit 1`.execute(reader);
  return rows[0] ? { ...rows[0], sections: await sectionsOf(reader, rows[0].id) } : null;
}

/** A paragraph taken from another report, with where it came from. */
export interface Quote {
  readonly id: number;
  readonly position: number;
  readonly source: number;
  readonly sourceUnitName: string;
  readonly words: string;
  readonly at: Instant;
  readonly actorName: string;
}

export async function quotesOf(reader: Reader, review: number): Promise<Quote[]> {
  const { rows } = await sql<Quote>`
    select quote.id, quote.position, quote.source, source.unit_name as "sourceUnitName", quote.words, quote.at,
           quote.actor_name as "actorName"
      from review_quote quote join review source on source.id = quote.source
     where quote.review = ${review} order by quote.position, quote.id`.execute(reader);
  return rows;
}

export async function saveQuote(
  tx: Tx,
  quote: { review: number; position: number; source: number; sourcePosition: number; words: string },
  actorName: string,
  at: Instant,
): Promise<void> {
  const { sourcePosition, ...rest } = quote;
  await tx
    .insertInto("review_quote")
    .values({ ...rest, source_position: sourcePosition, at, actor_name: actorName })
    .execute();
}

/** Takes a paragraph out again; false when there was none of that id. */
export async function dropQuote(tx: Tx, review: number, id: number): Promise<boolean> {
  const dropped = await tx
    .deleteFrom("review_quote")
    .where("review", "=", review)
    .where("id", "=", id)
    .executeTakeFirst();
  return dropped.numDeletedRows === 1n;
}

/** The sections of several reports as they were sent, each with its report: what a superior reads side by side. */
export async function sectionsOfAll(
  reader: Reader,
  reviews: readonly number[],
): Promise<ReadonlyMap<number, readonly Section[]>> {
  if (reviews.length === 0) return new Map();
  const { rows } = await sql<Section & { review: number }>`
    select section.review, section.position, section.heading, section.guidance, section.kind, section.codes,
           coalesce(section.sent_words, section.words) as words
      from review_section section where section.review = any(${[...reviews]}::bigint[])
     order by section.review, section.position`.execute(reader);
  return Map.groupBy(rows, ({ review }) => review);
}
