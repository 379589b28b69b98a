import { withoutRestricted } from "../law/case-of.ts";
import type { Facts } from "../law/facts.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { mayKnowRestricted, type SubjectInReach } from "../records/fact.may.ts";

/**
 * What of a record may be judged for somebody who looks. Those who may not know of discipline and pending
 * matters get what the open record alone gives; people about themselves, what they have been told.
 */
export function factsKnownTo(actor: Actor, subject: SubjectInReach, facts: Facts): Facts {
  if (knowsRestricted(actor, subject)) return facts;
  const open = withoutRestricted(facts);
  const isOwn = subject.kind === "person" && subject.id === actor.person;
  if (!isOwn || open.honours === undefined) return open;
  return {
    ...open,
    discipline: facts.discipline ?? [],
    pending: (facts.pending ?? []).filter((matter) => matter === "disciplineReview"),
  };
}

export const knowsRestricted = (actor: Actor, subject: SubjectInReach): boolean =>
  !isRefusal(mayKnowRestricted(actor, subject));

/** The record as it stood on a day: nothing of later years, no award decided later. */
export function asOfDay(facts: Facts, onDay: Day): Facts {
  const year = yearOf(onDay);
  const { grades, honours, initiatives, discipline } = facts;
  return {
    ...facts,
    ...(grades && {
      grades: Object.fromEntries(Object.entries(grades).filter(([of]) => Number(of) <= year)),
    }),
    ...(honours && {
      honours: honours.filter((one) =>
        one.decidedOn === undefined ? (one.year ?? 0) <= year : one.decidedOn <= onDay,
      ),
    }),
    ...(initiatives && { initiatives: initiatives.filter((one) => (one.year ?? 0) <= year) }),
    ...(discipline && { discipline: discipline.filter(({ from }) => from <= onDay) }),
  };
}
