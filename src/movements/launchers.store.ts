import { countingPosts } from "../org/reach.ts";
import { findUnits } from "../org/unit.store.ts";
import { isGrouping, type Unit } from "../org/unit.ts";
import { covers } from "../platform/day.ts";
import { oncePerRequest } from "../platform/once.ts";
import { bodiesServedBy } from "./movement-reach.store.ts";

const drafting: readonly string[] = ["standing-officer", "cluster-head", "cluster-deputy"];

/** Bodies for which this person drafts launches: the widest first, since that is what an officer mostly does. */
export const launchingBodies = oncePerRequest(async (reader, actor): Promise<Unit[]> => {
  const offices = countingPosts(actor)
    .filter((post) => drafting.includes(post.kind))
    .map((post) => post.unit);
  if (offices.length === 0) return [];
  const units = await findUnits(reader, await bodiesServedBy(reader, actor, offices), actor.day);
  return units
    .filter((unit) => covers(unit.validity, actor.day) && (unit.kind === "cluster" || !isGrouping(unit.kind)))
    .sort((left, right) => Number(right.legalPersonality) - Number(left.legalPersonality));
});
