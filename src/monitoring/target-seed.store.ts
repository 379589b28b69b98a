import type { Reader } from "../platform/db.ts";

/** Whether a body has targets of that year already. */
export async function anyTargetOf(reader: Reader, owner: number, year: number): Promise<boolean> {
  const row = await reader
    .selectFrom("target")
    .select("id")
    .where("owner", "=", owner)
    .where("year", "=", year)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
