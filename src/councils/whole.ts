import { type Attendance, countStanding } from "./attendance.ts";
import {
  type Conflict,
  closedBy,
  conflictsOf,
  type Declaration,
  type Ground,
  type Nominee,
  type Weighed,
} from "./conflict.ts";
import type { Council } from "./council.ts";
import type { Item } from "./item.ts";
import { type Membership, votersOn } from "./member.ts";
import { type Quorum, quorumOf } from "./quorum.ts";
import { type Reachable, reachableBy, type Threshold, thresholdOf } from "./reachable.ts";
import type { WorkingRules } from "./rules.ts";
import type { Session } from "./session.ts";

/** A session with everything that is decided from: what a page, an act and the minutes read alike. */
export interface WholeSession {
  readonly session: Session;
  readonly council: Council;
  /** The rules that hold on the day of the session; the usual ones where none were written down. */
  readonly rules: WorkingRules;
  readonly members: readonly Membership[];
  /** Members who vote on the day of the session, each once: the base of every share. */
  readonly voters: readonly Membership[];
  readonly items: readonly Item[];
  readonly attendance: ReadonlyMap<number, Attendance>;
  readonly declared: readonly (Declaration & { readonly item: number })[];
  /** Units of each person concerned: those they work in, and all above these, up to the council's body. */
  readonly places: ReadonlyMap<
    number,
    { readonly own: readonly number[]; readonly above: readonly number[] }
  >;
  /** The same above each nominated unit. */
  readonly unitsAbove: ReadonlyMap<number, readonly number[]>;
}

export const votersOf = (members: readonly Membership[], session: Pick<Session, "day">): Membership[] =>
  votersOn(members, session.day);

/** Whether enough members take part as things stand. */
export function quorumIn({ session, rules, voters, attendance }: WholeSession): Quorum {
  const people = voters.map(({ person }) => person);
  return quorumOf(
    {
      members: people.length,
      present: countStanding(attendance, people, "present"),
      letters: countStanding(attendance, people, "by-letter"),
      considersAwards: session.considersAwards,
    },
    rules,
  );
}

const nomineeOf = ({ places, unitsAbove }: WholeSession, item: Item): Nominee => ({
  person: item.person,
  unit: item.unit,
  authors: item.authors.map(({ id }) => id),
  units: [
    ...(item.person === null ? [] : (places.get(item.person)?.above ?? [])),
    ...(item.unit === null ? [] : (unitsAbove.get(item.unit) ?? [])),
  ],
});

const weigh = ({ places }: WholeSession, person: number): Weighed => ({
  person,
  units: places.get(person)?.own ?? [],
});

/** Every conflict of one person with one item. */
export const conflictsWith = (whole: WholeSession, item: Item, person: number): Conflict[] =>
  conflictsOf(
    nomineeOf(whole, item),
    weigh(whole, person),
    whole.declared.filter((one) => one.item === item.id),
    whole.rules,
  );

/** Every conflict of the members who vote, item by item. */
export const conflictsIn = (whole: WholeSession, item: Item): Conflict[] =>
  whole.voters.flatMap(({ person }) => conflictsWith(whole, item, person));

/** Why an item is shut to somebody; null when it is open to them. One's own is shut whoever one is. */
export const shutTo = (whole: WholeSession, item: Item, person: number | null): Ground | null =>
  person === null ? null : closedBy(conflictsWith(whole, item, person));

/** The items open to somebody: what lists, files, counts and drafts of minutes may draw on. */
export const itemsOpenTo = (whole: WholeSession, person: number | null): Item[] =>
  whole.items.filter((item) => shutTo(whole, item, person) === null);

/** Voters to whom an item is shut. */
const shutOut = (whole: WholeSession, item: Item): Membership[] =>
  whole.voters.filter(({ person }) => shutTo(whole, item, person) !== null);

/** What an item needs, by the law of the day of the session or by the council's own rules. */
const thresholdFor = ({ session, rules, voters }: WholeSession, item: Item): Threshold =>
  thresholdOf({
    award: item.award,
    members: voters.length,
    on: session.day,
    rulesPercent: rules.thresholdPercent,
    rulesPaper: rules.paperSymbol,
  });

/** Whether the threshold can still be reached with those who are there. */
export function reachableNow(whole: WholeSession, item: Item): Reachable {
  const shut = new Set(shutOut(whole, item).map(({ person }) => person));
  const missing = whole.voters.filter(
    ({ person }) => !shut.has(person) && wayOf(whole, person) === null,
  ).length;
  return reachableBy(thresholdFor(whole, item), {
    members: whole.voters.length,
    excluded: shut.size,
    missing,
  });
}

/** How somebody may vote now: in the room, by letter where the rules count letters, or not at all. */
export function wayOf(
  { session, rules, attendance }: WholeSession,
  person: number,
): "present" | "letter" | null {
  if (session.kind === "written") return "letter";
  const standing = attendance.get(person)?.standing;
  if (standing === "present") return "present";
  return standing === "by-letter" && rules.countsLetters ? "letter" : null;
}
