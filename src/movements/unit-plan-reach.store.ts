import { type Expression, type SqlBool, sql } from "kysely";
import type { PostKind } from "../org/post.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import { oncePerRequest } from "../platform/once.ts";
import { bodiesServedBy } from "./movement-reach.store.ts";
import { predecessorsOf } from "./unit-plan-succession.store.ts";

/** How far somebody sees unit plans, in ids, for SQL. `maySeePlan` says the same of one plan. */
export interface UnitPlanReach {
  /** The units this person stands in and all above, with the units they followed. */
  readonly standsIn: readonly number[];
  /** The units this person writes for, with the units they followed. */
  readonly writes: readonly number[];
  /** Bodies whose incoming plans this person takes. */
  readonly receives: readonly number[];
  /** The same and those where this person is a deputy head. */
  readonly oversees: readonly number[];
  readonly clusters: readonly number[];
  /** Units below which this person inspects, or stands as standing officer. */
  readonly looksBelow: readonly number[];
  readonly day: Day;
}

const unitsOf = (actor: Actor, kinds: readonly PostKind[]): number[] => [
  ...new Set(
    countingPosts(actor)
      .filter((post) => (kinds as readonly string[]).includes(post.kind))
      .map((post) => post.unit),
  ),
];

export const unitPlanReachOf = oncePerRequest(async (reader, actor): Promise<UnitPlanReach> => {
  const { day } = actor;
  const stands = [...new Set(countingPosts(actor).flatMap((post) => post.within))];
  const written = unitsOf(actor, ["unit-head", "unit-officer", "standing-officer"]);
  const [followed, served] = await Promise.all([
    predecessorsOf(reader, stands, day),
    bodiesServedBy(reader, actor, unitsOf(actor, ["standing-officer"])),
  ]);
  const standsIn = [...new Set(followed.map(({ unit }) => unit))];
  const writes = [...new Set(followed.filter(({ heir }) => written.includes(heir)).map(({ unit }) => unit))];
  const receives = [...new Set([...served, ...unitsOf(actor, ["unit-head", "unit-officer"])])];
  return {
    standsIn,
    writes,
    receives,
    oversees: [...new Set([...receives, ...unitsOf(actor, ["unit-deputy"])])],
    clusters: unitsOf(actor, ["cluster-head", "cluster-deputy"]),
    looksBelow: unitsOf(actor, ["inspector", "standing-officer"]),
    day,
  };
});

/** The condition on `unit_plan` under which somebody sees it: the same for lists, counts and search. */
export const planSeenBy = (reach: UnitPlanReach): Expression<SqlBool> => sql<SqlBool>`(
  unit_plan.unit = any(${reach.standsIn}::bigint[])
  or exists (
    select from unit_plan_parent sent
     where sent.plan = unit_plan.id and sent.sent_at is not null
       and (sent.receiver = any(${reach.oversees}::bigint[])
            or unit_plan.unit in (select units_below from units_below(${reach.looksBelow}::bigint[], ${reach.day}::date))
            or exists (select from cluster_member member
                        where member.cluster = any(${reach.clusters}::bigint[]) and member.unit = unit_plan.unit
                          and member.year = unit_plan.year))))`;
