import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Period } from "./period.ts";
import type { ReviewEvent } from "./review.ts";
import { type ReviewReach, seenBy } from "./review-reach.store.ts";

/** Reports of one period that wait to be accepted by these bodies. */
export interface WaitingReports extends Period {
  readonly movement: number | null;
  readonly movementName: string | null;
  readonly count: number;
}

export async function reportsToAccept(reader: Reader, bodies: readonly number[]): Promise<WaitingReports[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<WaitingReports>`
    select review.movement, movement.name as "movementName", review.kind, review.year,
           min(review.from_day) as "from", max(review.to_day) as "to", count(*)::int as count
      from review left join movement on movement.id = review.movement
     where review.receiver = any(${[...bodies]}::bigint[]) and review.state = 'submitted'
     group by review.movement, movement.name, review.kind, review.year
     order by review.year desc, review.kind, review.movement`.execute(reader);
  return rows;
}

/** Reviews under way without a movement, or with none of its deadlines: returned ones above all. */
export async function returnedReviews(
  reader: Reader,
  reach: ReviewReach,
): Promise<
  { id: number; unitName: string; receiverName: string; dueOn: Day | null; movement: number | null }[]
> {
  const { rows } = await sql<{
    id: number;
    unitName: string;
    receiverName: string;
    dueOn: Day | null;
    movement: number | null;
  }>`
    select review.id, review.unit_name as "unitName", review.due_on as "dueOn", review.movement,
           ${nameAt(sql`review.receiver`, sql`${reach.day}`)} as "receiverName"
      from review
     where review.state = 'returned'
       and (review.unit = any(${reach.writes}::bigint[]) and review.level <> 'cluster'
            or review.unit = any(${reach.clusters}::bigint[]) and review.level = 'cluster')
     order by review.id`.execute(reader);
  return rows;
}

export interface SeenChange extends Period {
  readonly id: number;
  readonly event: ReviewEvent["kind"];
  readonly at: Instant;
  readonly unitName: string;
  readonly receiverName: string | null;
}

/** What happened lately to reviews somebody sees, newest first. */
export async function changesSeen(
  reader: Reader,
  reach: ReviewReach,
  since: Instant,
  limit: number,
): Promise<SeenChange[]> {
  const { rows } = await sql<SeenChange>`
    select review.id, event.kind as event, event.at, review.unit_name as "unitName", review.kind, review.year,
           review.from_day as "from", review.to_day as "to",
           ${nameAt(sql`review.receiver`, sql`${reach.day}`)} as "receiverName"
      from review_event event join review on review.id = event.review
     where event.at >= ${since} and ${seenBy(reach)}
     order by event.at desc, event.id desc limit ${limit}`.execute(reader);
  return rows;
}

/** Reviews of a unit that nobody has accepted yet. */
export async function openReviewsOf(reader: Reader, unit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from review
     where unit = ${unit} and receiver is not null and state <> 'accepted'`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** What a unit learnt and asked for in its latest sent reviews, the newest first. */
export interface LessonText extends Period {
  readonly id: number;
  readonly heading: string;
  readonly unitName: string;
  readonly words: string;
}

export async function lessonsOf(
  reader: Reader,
  reach: ReviewReach,
  unit: number,
  limit: number,
): Promise<LessonText[]> {
  const { rows } = await sql<LessonText>`
    select review.id, section.heading, section.words, review.unit_name as "unitName", review.kind, review.year,
           review.from_day as "from", review.to_day as "to"
      from review join review_section section on section.review = review.id
     where review.unit = ${unit} and section.kind in ('lessons', 'proposals') and section.words <> ''
       and (review.submitted_at is not null or review.level = 'sector') and ${seenBy(reach)}
     order by review.to_day desc, review.from_day desc, review.id desc, section.position
     limit ${limit}`.execute(reader);
  return rows;
}
