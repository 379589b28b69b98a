import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { PostKind } from "./post.ts";
import { countingPosts } from "./reach.ts";

/**
 * The units in which `actsWithin` would allow a person with one of these posts, for a list's condition:
 * `where registration.unit in ${unitsWithinReach(actor, ["standing-officer"])}`.
 */
export const unitsWithinReach = (actor: Actor, kinds: readonly PostKind[]): RawBuilder<number> => {
  const units = countingPosts(actor)
    .filter((post) => kinds.some((kind) => kind === post.kind))
    .map((post) => post.unit);
  return sql<number>`(select units_below from units_below(${units}::bigint[], ${actor.day}::date))`;
};

/** The units in which `holdsPost` would allow, for the same use. */
export const unitsHeld = (actor: Actor, kinds: readonly PostKind[]): RawBuilder<number> => {
  const units = countingPosts(actor)
    .filter((post) => kinds.some((kind) => kind === post.kind))
    .map((post) => post.unit);
  return sql<number>`(select unnest(${units}::bigint[]))`;
};
