import { paperFactsOf } from "../movements/paper-facts.store.ts";
import { leadersOf, memberUnitOf } from "../org/cluster.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Pledge } from "./pledge.ts";
import type { Member } from "./signing.ts";

/**
 * Where a cluster's papers are written: at the seat of the unit whose head led it when the conference was held, since
 * a cluster has no seat of its own; without a head, where the body above it sits.
 */
export async function placeOfCluster(
  reader: Reader,
  pledge: Pick<Pledge, "cluster" | "year" | "conference"> & { readonly members: readonly Member[] },
  today: Day,
): Promise<string> {
  const day = pledge.conference.heldOn ?? today;
  const leaders = await leadersOf(reader, [pledge.cluster], pledge.year);
  const head = leaders.find(({ kind }) => kind === "cluster-head");
  const roster = pledge.members.map(({ unit }) => unit);
  const seat = head ? await memberUnitOf(reader, head.person, roster, day) : null;
  return (await paperFactsOf(reader, seat ?? pledge.cluster, day)).place;
}
