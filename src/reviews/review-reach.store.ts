import { type Expression, type SqlBool, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import type { PostKind } from "../org/post.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import { oncePerRequest } from "../platform/once.ts";
import { writingPosts } from "./review.may.ts";

/**
 * How far somebody sees reviews, in ids, for SQL. `maySee` says the same of one review, and a test holds the
 * two together.
 */
export interface ReviewReach {
  /** Units whose own review this person writes: as its head, deputy or officer. */
  readonly writes: readonly number[];
  readonly clusters: readonly number[];
  /** Bodies for which this person is a standing officer: they write the body's review and take others in. */
  readonly stands: readonly number[];
  /** Bodies this person leads. */
  readonly leads: readonly number[];
  readonly within: readonly number[];
  readonly inspects: readonly number[];
  readonly day: Day;
}

const unitsOf = (actor: Actor, kinds: readonly PostKind[]): number[] => [
  ...new Set(
    countingPosts(actor)
      .filter((post) => (kinds as readonly string[]).includes(post.kind))
      .map((post) => post.unit),
  ),
];

export const reviewReachOf = oncePerRequest(
  async (reader, actor): Promise<ReviewReach> => ({
    writes: unitsOf(actor, writingPosts.unit),
    clusters: unitsOf(actor, writingPosts.cluster),
    stands: await bodiesServedBy(reader, actor, unitsOf(actor, ["standing-officer"])),
    leads: unitsOf(actor, ["unit-head", "unit-deputy"]),
    within: [...new Set(countingPosts(actor).flatMap((post) => post.within))],
    inspects: unitsOf(actor, ["inspector"]),
    day: actor.day,
  }),
);

/** Bodies that receive reviews of others through this person. */
export const receivesFor = (reach: ReviewReach, actor: Actor): number[] => [
  ...new Set([...reach.stands, ...unitsOf(actor, ["unit-head"])]),
];

/** The condition on `review` under which somebody sees it: the same for lists, counts and search. */
export const seenBy = (reach: ReviewReach): Expression<SqlBool> => {
  const { writes, clusters, stands, leads, within, inspects, day } = reach;
  return sql<SqlBool>`(
    (review.level <> 'cluster' and review.unit = any(${writes}::bigint[]))
    or (review.level = 'cluster' and review.unit = any(${clusters}::bigint[]))
    or (review.level = 'sector' and review.unit = any(${stands}::bigint[]))
    or (review.submitted_at is not null and (
      review.unit = any(${within}::bigint[])
      or review.receiver = any(${[...stands, ...leads]}::bigint[])
      or review.unit in (select units_below from units_below(${[...writes, ...inspects]}::bigint[], ${day}::date))
      or exists (select from cluster_member member
                  where member.year = review.year
                    and (member.unit = review.unit and member.cluster = any(${clusters}::bigint[])
                         or member.cluster = review.unit and member.unit = any(${writes}::bigint[]))))))`;
};
