import { type Expression, type SqlBool, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import type { PostKind } from "../org/post.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import { oncePerRequest } from "../platform/once.ts";

/**
 * How far somebody sees registrations, in ids, for SQL. `maySee` says the same of one registration, and a
 * property test holds the two together.
 */
export interface RegistrationReach {
  /** The units this person stands in: their own and all above. */
  readonly standsIn: readonly number[];
  /** Bodies for which this person is a standing officer. */
  readonly receives: readonly number[];
  /** Bodies this person leads or is the standing officer of: what goes to them, copies among it. */
  readonly oversees: readonly number[];
  readonly clusters: readonly number[];
  readonly inspects: readonly number[];
  readonly day: Day;
}

const overseeing: readonly PostKind[] = ["unit-head", "unit-deputy", "standing-officer"];

export const registrationReachOf = oncePerRequest(async (reader, actor): Promise<RegistrationReach> => {
  const posts = countingPosts(actor);
  const unitsOf = (kinds: readonly PostKind[]) => [
    ...new Set(
      posts.filter((post) => (kinds as readonly string[]).includes(post.kind)).map((post) => post.unit),
    ),
  ];
  const stands = unitsOf(["standing-officer"]);
  return {
    standsIn: [...new Set(posts.flatMap((post) => post.within))],
    receives: await bodiesServedBy(reader, actor, stands),
    oversees: unitsOf(overseeing),
    clusters: unitsOf(["cluster-head", "cluster-deputy"]),
    inspects: unitsOf(["inspector"]),
    day: actor.day,
  };
});

/** Units whose head or focal officer somebody is. */
export const unitsWrittenFor = (actor: Actor): number[] => [
  ...new Set(
    countingPosts(actor)
      .filter(({ kind }) => kind === "unit-head" || kind === "unit-officer")
      .map(({ unit }) => unit),
  ),
];

/** Bodies for which somebody oversees what comes in. */
export const bodiesOf = (reach: RegistrationReach): number[] => [
  ...new Set([...reach.receives, ...reach.oversees]),
];

/** The condition on `registration` under which somebody sees it: the same for lists, counts and search. */
export const seenBy = (reach: RegistrationReach): Expression<SqlBool> => {
  const ways = [sql<SqlBool>`registration.unit = any(${reach.standsIn}::bigint[])`];
  if (reach.receives.length > 0)
    ways.push(
      sql`registration.submitted_at is not null and registration.receiver = any(${reach.receives}::bigint[])`,
    );
  if (reach.oversees.length > 0)
    ways.push(
      sql`registration.submitted_at is not null and registration.addressees && ${reach.oversees}::bigint[]`,
    );
  if (reach.clusters.length > 0)
    ways.push(sql`registration.state in ('submitted', 'accepted') and exists (
      select from cluster_member member
       where member.cluster = any(${reach.clusters}::bigint[]) and member.unit = registration.unit
         and member.year = registration.year)`);
  if (reach.inspects.length > 0)
    ways.push(sql`registration.submitted_at is not null and registration.unit in (
      select units_below from units_below(${reach.inspects}::bigint[], ${reach.day}::date))`);
  return sql`((${sql.join(ways, sql`) or (`)}))`;
};
