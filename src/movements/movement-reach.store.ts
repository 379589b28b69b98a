import { type Expression, type SqlBool, sql } from "kysely";
import type { PostKind } from "../org/post.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { isSystem } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { oncePerRequest } from "../platform/once.ts";

/**
 * How far somebody sees movements, in ids, for SQL. `movement.may.ts` says the same of one movement, and a
 * test holds the two together.
 */
export interface MovementReach {
  readonly everything: boolean;
  /** Bodies whose launches this person drafts, signs or numbers. */
  readonly serves: readonly number[];
  /** Units this person heads or deputises in: their launches and those drafted in them. */
  readonly leads: readonly number[];
  /** The units of this person's posts and all above them. */
  readonly within: readonly number[];
  /** The units of this person's posts: what these launch themselves is known there once it is in force. */
  readonly posts: readonly number[];
}

const officeKinds: readonly PostKind[] = [
  "standing-officer",
  "signatory",
  "clerk",
  "cluster-head",
  "cluster-deputy",
];
const leadingKinds: readonly PostKind[] = ["unit-head", "unit-deputy"];

export const movementReachOf = oncePerRequest(async (reader, actor): Promise<MovementReach> => {
  const posts = countingPosts(actor);
  const unitsOf = (kinds: readonly PostKind[]) => [
    ...new Set(
      posts.filter((post) => (kinds as readonly string[]).includes(post.kind)).map((post) => post.unit),
    ),
  ];
  const offices = unitsOf(officeKinds);
  return {
    everything: isSystem(actor),
    serves: await bodiesServedBy(reader, actor, offices),
    leads: unitsOf(leadingKinds),
    within: [...new Set(posts.flatMap((post) => post.within))],
    posts: [...new Set(posts.map((post) => post.unit))],
  };
});

/** The units of somebody's posts, each with itself and the body it acts for, as pairs. */
const servedByPosts = oncePerRequest(async (reader, actor): Promise<readonly ServedBody[]> => {
  const units = [...new Set(countingPosts(actor).map((post) => post.unit))];
  if (units.length === 0) return [];
  const { rows } = await sql<ServedBody>`
    select unit, unit as body from unnest(${units}::bigint[]) unit
     union
    select place.unit, place.parent
      from unit_place place join unit on unit.id = place.unit
     where place.unit = any(${units}::bigint[]) and place.parent is not null
       and not unit.legal_personality and unit.kind <> 'cluster'
       and place.validity @> ${actor.day}::date`.execute(reader);
  return rows;
});

interface ServedBody {
  readonly unit: number;
  readonly body: number;
}

/** A unit without legal personality (the standing department, the office) acts for the body above it. */
export async function bodiesServedBy(
  reader: Reader,
  actor: Actor,
  units: readonly number[],
): Promise<number[]> {
  if (units.length === 0) return [];
  const served = await servedByPosts(reader, actor);
  return [...new Set(served.filter(({ unit }) => units.includes(unit)).map(({ body }) => body))];
}

/** The launcher and the bodies that act for it on that day. */
export async function bodiesServing(reader: Reader, launcher: number, day: Day): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select ${launcher}::bigint as id
     union
    select place.unit
      from unit_place place join unit on unit.id = place.unit
     where place.parent = ${launcher} and not unit.legal_personality and place.validity @> ${day}::date
       and unit.kind <> 'cluster'`.execute(reader);
  return rows.map((row) => row.id);
}

/**
 * The condition on `movement` under which somebody sees it: the same for pages, lists, counts and search. A
 * launch that reached a unit merged since is its successor's to answer.
 */
export const seenBy = (reach: MovementReach): Expression<SqlBool> => sql<SqlBool>`(
  ${reach.everything}
  or movement.launcher = any(${reach.serves}::bigint[])
  or movement.launcher = any(${reach.leads}::bigint[])
  or movement.drafted_in = any(${reach.leads}::bigint[])
  or (movement.state in ('issued', 'running', 'closed')
      and (movement.on_portal or movement.launcher = any(${reach.posts}::bigint[])))
  or (movement.state in ('open', 'issued', 'running', 'closed') and exists (
        select from movement_unit reached
         where reached.movement = movement.id
           and (reached.unit = any(${reach.within}::bigint[])
                or reached.unit in (select from_unit from succession where to_unit = any(${reach.within}::bigint[]))))))`;
