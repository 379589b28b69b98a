import { sql } from "kysely";
import { isCode } from "../law/codes.ts";
import type { Facts } from "../law/facts.ts";
import { type Day, lastDayOf, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { SubjectRef } from "../records/fact.ts";
import { factsOfPerson, factsOfUnit } from "../records/facts.store.ts";
import { workplaces } from "../records/record-reach.store.ts";
import type { RegisteringUnit } from "../registrations/chain.ts";
import { findRegisteringUnit } from "../registrations/registering.store.ts";

/** All that the record tells of a subject for the year of a day, whoever may know it. */
export async function factsOfSubject(reader: Reader, { kind, id }: SubjectRef, onDay: Day): Promise<Facts> {
  const year = yearOf(onDay);
  const asked = { year, day: lastDayOf(year), isCode };
  return kind === "person" ? factsOfPerson(reader, id, asked) : factsOfUnit(reader, id, asked);
}

const ofTheSector: RegisteringUnit = { name: "", territorial: false, isDepartmentOfJustice: false };

/** Where titles are proposed from: the collective itself, or the unit in which somebody works. */
export async function placeOfSubject(
  reader: Reader,
  { kind, id }: SubjectRef,
  onDay: Day,
): Promise<RegisteringUnit> {
  const unit = kind === "unit" ? id : await workplaceOf(reader, id, onDay);
  const place = unit === null ? null : await findRegisteringUnit(reader, unit, onDay);
  if (!place) return ofTheSector;
  // A person in a Sở goes up the province's chain like its rooms.
  return kind === "unit" ? place : { ...place, isDepartmentOfJustice: false };
}

async function workplaceOf(reader: Reader, person: number, onDay: Day): Promise<number | null> {
  const { rows } = await sql<{ unit: number }>`
    select works.unit from ${workplaces(onDay)} works where works.person = ${person} limit 1`.execute(reader);
  return rows[0]?.unit ?? null;
}
