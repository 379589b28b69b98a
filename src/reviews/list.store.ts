import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { patternsOf, searchWords } from "../org/search.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { ReviewKind } from "./period.ts";
import type { Channel, ReviewLevel, ReviewState } from "./review.ts";
import { type ReviewReach, seenBy } from "./review-reach.store.ts";

/** What the list is narrowed by; null asks nothing. */
export interface ListFilter {
  readonly words: string;
  readonly year: number | null;
  /** 0 for reports on the year, outside any movement. */
  readonly movement: number | null;
  readonly kind: ReviewKind | null;
  readonly level: ReviewLevel | null;
  readonly state: ReviewState | null;
  readonly late: boolean | null;
}

export const noFilter: ListFilter = {
  words: "",
  year: null,
  movement: null,
  kind: null,
  level: null,
  state: null,
  late: null,
};

export type ListOrder = "unit" | "sent" | "year";

export interface ListedReview {
  readonly id: number;
  readonly level: ReviewLevel;
  readonly unit: number;
  readonly unitName: string;
  readonly movement: number | null;
  readonly movementName: string | null;
  readonly kind: ReviewKind;
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  readonly receiver: number | null;
  readonly state: ReviewState;
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: Channel | null;
}

export interface ListPage {
  readonly rows: readonly ListedReview[];
  readonly total: number;
}

const orders: Readonly<Record<ListOrder, Readonly<Record<"up" | "down", RawBuilder<unknown>>>>> = {
  unit: {
    up: sql`review.unit_name collate "vi-x-icu", review.id`,
    down: sql`review.unit_name collate "vi-x-icu" desc, review.id desc`,
  },
  sent: {
    up: sql`review.submitted_at asc nulls first, review.id asc`,
    down: sql`review.submitted_at desc nulls last, review.id desc`,
  },
  year: {
    up: sql`review.to_day, review.id`,
    down: sql`review.to_day desc, review.id desc`,
  },
};

/** One page of the reviews somebody sees, and how many there are in all. */
export async function listReviews(
  reader: Reader,
  reach: ReviewReach,
  filter: ListFilter,
  order: { by: ListOrder; descending: boolean },
  page: { offset: number; limit: number },
): Promise<ListPage> {
  const condition = conditionOf(reach, filter);
  const direction = orders[order.by][order.descending ? "down" : "up"];
  const [found, counted] = await Promise.all([
    sql<ListedReview>`
      select review.id, review.level, review.unit, review.unit_name as "unitName", review.movement,
             movement.name as "movementName", review.kind, review.year, review.from_day as "from",
             review.to_day as "to", review.receiver, review.state, review.arrived_at as "arrivedAt", review.late,
             review.channel
        from review left join movement on movement.id = review.movement
       where ${condition} order by ${direction} limit ${page.limit} offset ${page.offset}`.execute(reader),
    sql<{ total: number }>`select count(*)::int as total from review where ${condition}`.execute(reader),
  ]);
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 };
}

const conditionOf = (reach: ReviewReach, filter: ListFilter): Expression<SqlBool> => {
  const asked: Expression<SqlBool>[] = [seenBy(reach)];
  const words = searchWords(filter.words);
  if (words.length > 0) asked.push(sql`review.searched like all(${patternsOf(words)}::text[])`);
  if (filter.year !== null) asked.push(sql`review.year = ${filter.year}`);
  if (filter.movement === 0) asked.push(sql`review.movement is null`);
  else if (filter.movement !== null) asked.push(sql`review.movement = ${filter.movement}`);
  if (filter.kind !== null) asked.push(sql`review.kind = ${filter.kind}`);
  if (filter.level !== null) asked.push(sql`review.level = ${filter.level}`);
  if (filter.state !== null) asked.push(sql`review.state = ${filter.state}`);
  if (filter.late !== null) asked.push(sql`review.late = ${filter.late}`);
  return sql`${sql.join(asked, sql` and `)}`;
};

/** Movements and years that somebody's list holds, for its filters. */
export async function listChoices(
  reader: Reader,
  reach: ReviewReach,
): Promise<{ movement: number | null; name: string | null; year: number }[]> {
  const { rows } = await sql<{ movement: number | null; name: string | null; year: number }>`
    select distinct review.movement, movement.name, review.year
      from review left join movement on movement.id = review.movement
     where ${seenBy(reach)} order by review.year desc, review.movement desc limit 60`.execute(reader);
  return rows;
}
