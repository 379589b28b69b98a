import type { PostKind } from "../org/post.ts";
import { holdersToTell } from "../org/telling.store.ts";
import type { Work } from "../platform/act.ts";
import { tell } from "../platform/telling.ts";
import type { SeenPledge } from "./pledge.may.ts";
import { signersToTell } from "./telling.store.ts";

const SUBJECT = "Giao ước thi đua";
const answering: readonly PostKind[] = ["unit-head", "unit-deputy", "unit-officer"];

/** Tells the heads, deputies and officers of every member unit. */
export async function tellMembers(
  work: Work,
  pledge: SeenPledge,
  sentence: string,
  path: string,
): Promise<number> {
  const units = pledge.members.map(({ unit }) => unit);
  const people = await holdersToTell(work.tx, units, answering, work.day);
  return tell(work, people, messageOf(pledge, sentence, path));
}

/** Tells every member and everybody who has ever signed, on the roster still or not, each once. */
export async function tellSignersAndMembers(
  work: Work,
  pledge: SeenPledge,
  sentence: string,
  path: string,
): Promise<number> {
  const units = pledge.members.map(({ unit }) => unit);
  const [members, signers] = await Promise.all([
    holdersToTell(work.tx, units, answering, work.day),
    signersToTell(work.tx, pledge.id),
  ]);
  const everybody = new Map([...members, ...signers].map((one) => [one.person, one]));
  return tell(work, [...everybody.values()], messageOf(pledge, sentence, path));
}

export async function tellUnit(
  work: Work,
  pledge: SeenPledge,
  unit: number,
  sentence: string,
  path: string,
): Promise<number> {
  const people = await holdersToTell(work.tx, [unit], answering, work.day);
  return tell(work, people, messageOf(pledge, sentence, path));
}

export async function tellCluster(
  work: Work,
  pledge: SeenPledge,
  sentence: string,
  path: string,
): Promise<number> {
  const people = await holdersToTell(work.tx, [pledge.cluster], ["cluster-head", "cluster-deputy"], work.day);
  return tell(work, people, messageOf(pledge, sentence, path));
}

export async function tellStanding(work: Work, pledge: SeenPledge, sentence: string): Promise<number> {
  const people = await holdersToTell(work.tx, pledge.servedBy, ["standing-officer"], work.day);
  return tell(work, people, messageOf(pledge, sentence, ""));
}

const messageOf = (pledge: SeenPledge, sentence: string, path: string) => ({
  kind: "pledge",
  subject: SUBJECT,
  sentence,
  href: `/giao-uoc/${pledge.id}${path}`,
});
