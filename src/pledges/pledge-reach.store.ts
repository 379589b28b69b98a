import { type Expression, type SqlBool, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import type { PostKind } from "../org/post.ts";
import { countingPosts } from "../org/reach.ts";
import { oncePerRequest } from "../platform/once.ts";

/**
 * How far somebody sees pledges, in ids, for SQL. `maySee` says the same of one pledge, and a test holds the two
 * together.
 */
export interface PledgeReach {
  /** Clusters this person leads. */
  readonly leads: readonly number[];
  /** Bodies for which this person is a standing officer, or whose head they are. */
  readonly receives: readonly number[];
  /** Units this person writes for. */
  readonly writes: readonly number[];
  /** Units whose head this person is. */
  readonly heads: readonly number[];
}

export const pledgeReachOf = oncePerRequest(async (reader, actor): Promise<PledgeReach> => {
  const posts = countingPosts(actor);
  const unitsOf = (kinds: readonly PostKind[]) => [
    ...new Set(
      posts.filter((post) => (kinds as readonly string[]).includes(post.kind)).map(({ unit }) => unit),
    ),
  ];
  const heads = unitsOf(["unit-head"]);
  const served = await bodiesServedBy(reader, actor, unitsOf(["standing-officer"]));
  return {
    leads: unitsOf(["cluster-head", "cluster-deputy"]),
    receives: [...new Set([...served, ...heads])],
    writes: unitsOf(["unit-head", "unit-deputy", "unit-officer"]),
    heads,
  };
});

/** The condition on `pledge` under which somebody sees it: the same for lists, counts and search. */
export const seenBy = (reach: PledgeReach): Expression<SqlBool> => sql<SqlBool>`(
  pledge.cluster = any(${reach.leads}::bigint[])
  or pledge.receiver = any(${reach.receives}::bigint[])
  or ((pledge.state <> 'drafting'
       or exists (select from cluster led where led.unit = pledge.cluster and led.outside))
      and exists (select from cluster_member member
                   where member.cluster = pledge.cluster and member.year = pledge.year
                     and member.unit = any(${reach.writes}::bigint[])))
  or (pledge.state <> 'drafting'
      and exists (select from pledge_signature signature
                   where signature.pledge = pledge.id and signature.unit = any(${reach.writes}::bigint[]))))`;

/** The condition on `pledge` under which somebody leads its cluster. */
export const runBy = (reach: PledgeReach): Expression<SqlBool> =>
  sql<SqlBool>`pledge.cluster = any(${reach.leads}::bigint[])`;
