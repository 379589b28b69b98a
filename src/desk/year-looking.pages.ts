import { clustersWith, findCluster, rostersOf } from "../org/cluster.store.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { findUnit } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import type { Gathered, YearStep } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { latenessReachOf } from "./lateness.store.ts";
import { maySeeYear } from "./year.may.ts";

/** A unit or a cluster whose year somebody may see; null for what is not there for them. */
export interface SeenSubject {
  readonly noun: "unit" | "cluster";
  readonly id: number;
  readonly name: string;
}

export async function subjectSeen(
  reader: Reader,
  actor: Actor,
  asked: { readonly noun: "unit" | "cluster"; readonly id: number },
  year: number,
): Promise<SeenSubject | null> {
  const [unit, cluster] = await Promise.all([
    findUnit(reader, asked.id, actor.day),
    findCluster(reader, asked.id, actor.day),
  ]);
  const noun = cluster ? "cluster" : "unit";
  if (!unit || noun !== asked.noun) return null;
  const [within, led, members, reach] = await Promise.all([
    ancestorsOf(reader, asked.id, actor.day),
    noun === "unit" ? clustersWith(reader, asked.id) : [],
    noun === "cluster" ? rostersOf(reader, [asked.id], year) : [],
    latenessReachOf(reader, actor),
  ]);
  const allowed = maySeeYear(actor, {
    ...{ noun, id: asked.id, within, stands: reach.stands },
    clusters: led.filter((one) => one.year === year).map(({ cluster }) => cluster),
    members: members.map((member) => member.unit),
  });
  return isRefusal(allowed) ? null : { noun, id: asked.id, name: unit.name };
}

/** What all stages say of that year, in the order of the stages. */
export const stepsOf = async (
  { offers }: Gathered,
  reader: Reader,
  actor: Actor,
  question: { noun: "unit" | "cluster"; id: number; year: number },
): Promise<YearStep[]> =>
  (await Promise.all(offers.map((offer) => offer.yearSteps?.(reader, actor, question) ?? []))).flat();
