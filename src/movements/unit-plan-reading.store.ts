import type { Reader, Tx } from "../platform/db.ts";
import type { PlanDocumentReading } from "./unit-plan-reading.ts";

/** What was read of the unit's document; null when there is none. */
export async function readingOf(reader: Reader, plan: number): Promise<PlanDocumentReading | null> {
  const row = await reader
    .selectFrom("unit_plan")
    .select("reading")
    .where("id", "=", plan)
    .executeTakeFirst();
  return (row?.reading ?? null) as unknown as PlanDocumentReading | null;
}

export async function savePlanReading(tx: Tx, plan: number, reading: PlanDocumentReading): Promise<void> {
  await tx
    .updateTable("unit_plan")
    .set({ reading: JSON.stringify(reading) })
    .where("id", "=", plan)
    .execute();
}

/** The unit's document, in the place of the one before. */
export async function savePlanFile(
  tx: Tx,
  plan: number,
  file: { hash: string; name: string },
  reading: PlanDocumentReading,
): Promise<void> {
  await tx
    .updateTable("unit_plan")
    .set({ file: file.hash, file_name: file.name, reading: JSON.stringify(reading) })
    .where("id", "=", plan)
    .execute();
}
