import { sql } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";

/** What a data folder was opened as: a demo, or a real body. It never changes afterwards. */
export type Opening = "demo" | "body";

export async function openingOf(reader: Reader): Promise<Opening | null> {
  const row = await reader
    .selectFrom("setting")
    .select("value")
    .where("name", "=", "opening")
    .executeTakeFirst();
  return (row?.value as Opening | undefined) ?? null;
}

export async function saveOpening(tx: Tx, opening: Opening): Promise<void> {
  await tx
    .insertInto("setting")
    .values({ name: "opening", value: JSON.stringify(opening) })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
}

/** Keeps the hash of a new one-time code; codes made before it no longer open anything. */
export async function saveSetupCode(tx: Tx, hash: string, at: Instant): Promise<void> {
  await tx.deleteFrom("setup_code").where("used_at", "is", null).execute();
  await tx.insertInto("setup_code").values({ hash, made_at: at }).execute();
}

/** Uses up a code; false when there is no such code or it was used. */
export async function useSetupCode(tx: Tx, hash: string, at: Instant): Promise<boolean> {
  const used = await tx
    .updateTable("setup_code")
    .set({ used_at: at })
    .where("hash", "=", hash)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

export interface NamedPerson {
  readonly name: string;
  readonly birthYear: number | null;
}

/** Ids of the demo's people, in the order asked; a person who is not there stops the start. */
export async function idsOfPeople(reader: Reader, people: readonly NamedPerson[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select min(person.id) as id
      from unnest(${people.map((one) => one.name)}::text[], ${people.map((one) => one.birthYear)}::int[])
             with ordinality wanted(name, birth_year, place)
      join person on person.name = wanted.name and person.birth_year is not distinct from wanted.birth_year
     group by wanted.place
     order by wanted.place`.execute(reader);
  if (rows.length !== people.length) throw new Error("the demo's people are not all there");
  return rows.map((row) => row.id);
}
