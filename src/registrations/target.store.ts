import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { NewTarget, Target } from "./target.ts";

/** The targets a unit commits to, in the order they were written. */
export async function targetsOf(reader: Reader, registration: number): Promise<Target[]> {
  const rows = await reader
    .selectFrom("registration_target")
    .select(["id", "words", "measure", "value", "value_unit", "version"])
    .where("registration", "=", registration)
    .orderBy("id")
    .execute();
  return rows.map(({ value_unit, ...row }) => ({ ...row, valueUnit: value_unit }));
}

export async function saveNewTarget(
  tx: Tx,
  registration: number,
  target: NewTarget,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("registration_target")
    .values({
      registration,
      words: target.words,
      measure: target.measure,
      value: target.value,
      value_unit: target.valueUnit,
      changed_at: at,
    })
    .execute();
}

/** What a target says anew; false when another window has changed or dropped it since. */
export async function saveTarget(
  tx: Tx,
  registration: number,
  target: Target,
  at: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable("registration_target")
    .set({
      words: target.words,
      measure: target.measure,
      value: target.value,
      value_unit: target.valueUnit,
      changed_at: at,
    })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", target.id)
    .where("registration", "=", registration)
    .where("version", "=", target.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function dropTarget(tx: Tx, registration: number, id: number): Promise<boolean> {
  const result = await tx
    .deleteFrom("registration_target")
    .where("id", "=", id)
    .where("registration", "=", registration)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
