import { isCode } from "../law/codes.ts";
import type { Facts } from "../law/facts.ts";
import { loadNumbers } from "../law/number.store.ts";
import type { Verdict } from "../law/verdict.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, lastDayOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { factsOfPeople, factsOfUnits } from "../records/facts.store.ts";
import { linesOf } from "./line.store.ts";
import type { Line } from "./line.ts";
import { verdictRead } from "./line-verdict.ts";
import { liveQuotas, quotaBeside } from "./live-quota.ts";
import { mayKnowRestricted, mayReadVerdict, type SeenRegistration } from "./registration.may.ts";

type Judged = Pick<Line, "id" | "title" | "subject">;

/** The verdicts on the lines whose conditions this person may read, each with what they may know. */
export async function verdictsRead(
  reader: Reader,
  actor: Actor,
  registration: SeenRegistration,
  lines: readonly Judged[],
): Promise<ReadonlyMap<number, Verdict>> {
  const readable = lines.filter(({ subject }) => !isRefusal(mayReadVerdict(actor, registration, subject)));
  const facts = await factsOfSubjects(reader, readable, registration.year, actor.day);
  const numbers = await loadNumbers(reader);
  const listed = await linesOf(reader, registration.id, actor.day);
  const titles = readable.map(({ title }) => title);
  const quotas = liveQuotas(listed, titles, registration.year, numbers);
  const sent = registration.state === "submitted" || registration.state === "accepted";
  return new Map(
    readable.map((line) => {
      const quota = quotaBeside(listed, quotas, line);
      const known = { ...facts(line), ...(sent && { registered: true }), ...(quota && { quota }) };
      const knows = mayKnowRestricted(actor, registration, line.subject);
      return [line.id, verdictRead(line, registration.year, known, numbers, knows)];
    }),
  );
}

/** What the record holds of the subjects; a title of a year is judged by what stands when it ends. */
async function factsOfSubjects(
  reader: Reader,
  lines: readonly Judged[],
  year: number,
  today: Day,
): Promise<(line: Judged) => Facts> {
  const asked = { year, day: today > lastDayOf(year) ? today : lastDayOf(year), isCode };
  const people = lines.flatMap(({ subject }) => (subject.kind === "individual" ? [subject.person] : []));
  const units = lines.flatMap(({ subject }) => (subject.kind === "collective" ? [subject.unit] : []));
  const ofUnits = units.length > 0 ? await factsOfUnits(reader, units, asked) : new Map<number, Facts>();
  const ofPeople = new Map<number, Facts>();
  if (people.length > 0)
    for await (const chunk of factsOfPeople(reader, people, asked))
      for (const { person, facts } of chunk) ofPeople.set(person, facts);
  return ({ subject }) => {
    if (subject.kind === "household") return {};
    return (subject.kind === "individual" ? ofPeople.get(subject.person) : ofUnits.get(subject.unit)) ?? {};
  };
}
