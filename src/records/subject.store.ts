import { sql } from "kysely";
import { findPerson, lockPerson } from "../org/person.store.ts";
import { withinPerson } from "../org/post.store.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { findUnit } from "../org/unit.store.ts";
import { lockUnits } from "../org/unit-change.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { SubjectTraits } from "./decide-fact.ts";
import type { SubjectInReach } from "./fact.may.ts";
import type { SubjectKind, SubjectRef } from "./fact.ts";

/** Whose record it is: with what rights on it are decided by and what a fact is held against. */
export type Subject = SubjectInReach & SubjectTraits;

/** The person or unit, or null when there is none of that id. */
export async function findSubject(
  reader: Reader,
  { kind, id }: SubjectRef,
  day: Day,
): Promise<Subject | null> {
  if (kind === "unit") {
    const unit = await findUnit(reader, id, day);
    if (!unit) return null;
    const { name, validity } = unit;
    return { kind, id, name, birthYear: null, validity, within: await ancestorsOf(reader, id, day) };
  }
  const person = await findPerson(reader, id);
  if (!person) return null;
  const { name, birthYear } = person;
  const within = await withinPerson(reader, id, day);
  return { kind, id, name, birthYear, validity: { from: null, to: null }, within };
}

/** The same, held until the act has ended: two who write about one subject write one after the other. */
export async function lockSubject(tx: Tx, subject: SubjectRef, day: Day): Promise<Subject | null> {
  if (subject.kind === "person") await lockPerson(tx, subject.id);
  else await lockUnits(tx, [subject.id]);
  return findSubject(tx, subject, day);
}

/** Holds the records of many until the act has ended, in one order. */
export async function lockSubjects(tx: Tx, subject: SubjectKind, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select id from ${sql.table(subject)} where id = any(${[...ids]}::bigint[]) order by id for update`.execute(
    tx,
  );
}
