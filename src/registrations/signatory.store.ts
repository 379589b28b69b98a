import { sql } from "kysely";
import { findUnit } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Signatory } from "./registration.document.ts";

/** Who signs for a body: its head, with the body above it for the letterhead. */
export async function signatoryOf(reader: Reader, unit: number, day: Day): Promise<Signatory> {
  const found = await findUnit(reader, unit, day);
  const above = found?.parent ? await findUnit(reader, found.parent, day) : null;
  const { rows } = await sql<{ title: string; name: string }>`
    select post.title, person.name from post join person on person.id = post.person
     where post.unit = ${unit} and post.kind = 'unit-head' and post.validity @> ${day}::date
     order by post.delegation is not null, post.id limit 1`.execute(reader);
  const head = rows[0];
  return {
    superior: above?.name ?? null,
    body: found?.name ?? "",
    code: found?.code ?? "",
    office: head?.title ?? "Thủ trưởng đơn vị",
    name: head?.name ?? null,
  };
}
