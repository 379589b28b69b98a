import { countingPosts } from "../org/reach.ts";
import { findUnits } from "../org/unit.store.ts";
import { isGrouping, type Unit } from "../org/unit.ts";
import type { Actor } from "../platform/actor.ts";
import { covers } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { oncePerRequest } from "../platform/once.ts";
import { bodiesServedBy } from "./movement-reach.store.ts";

const drafting: readonly string[] = ["standing-officer", "cluster-head", "cluster-deputy"];

/** Ids of the bodies for which this person drafts launches, those that have ended among them. */
export const draftedFor = (reader: Reader, actor: Actor): Promise<number[]> =>
  bodiesServedBy(
    reader,
    actor,
    countingPosts(actor)
      .filter((post) => drafting.includes(post.kind))
      .map((post) => post.unit),
  );

/** Bodies for which this person drafts launches: the widest first, since that is what an officer mostly does. */
export const launchingBodies = oncePerRequest(async (reader, actor): Promise<Unit[]> => {
  const bodies = await draftedFor(reader, actor);
  if (bodies.length === 0) return [];
  const units = await findUnits(reader, bodies, actor.day);
  return units
    .filter((unit) => covers(unit.validity, actor.day) && (unit.kind === "cluster" || !isGrouping(unit.kind)))
    .sort((left, right) => Number(right.legalPersonality) - Number(left.legalPersonality));
});
