import { sql } from "kysely";
import type { Code } from "../law/codes.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Scope } from "../records/fact.ts";
import type { Item, ItemKind, ItemState, NewItem } from "./item.ts";
import { placeOf } from "./member.store.ts";

guard(
  "a_dossier_stands_in_a_session_once",
  movedOn("dossier-there", "Hồ sơ này đã có trong chương trình của phiên."),
);

interface Row extends Omit<Item, "kind" | "award" | "scope" | "state"> {
  readonly kind: string;
  readonly award: string | null;
  readonly scope: string | null;
  readonly state: string;
}

/** The agenda of a session in its order; posts as on the day. */
export async function itemsOf(reader: Reader, session: number, day: Day): Promise<Item[]> {
  const { rows } = await sql<Row>`
    select item.id, item.session, item.position, item.kind, item.title, item.person, person.name as "personName",
           item.unit, ${nameAt(sql`item.unit`, sql`${day}`)} as "unitName",
           ${placeOf(sql.ref("item.person"), day)} as place, item.award, item.scope, item.summary, item.notes,
           item.dossier, item.state, item.version,
           coalesce((select json_agg(json_build_object('id', author.person, 'name', writer.name) order by writer.name)
              from council_item_author author join person writer on writer.id = author.person
             where author.item = item.id), '[]'::json) as authors
      from council_item item left join person on person.id = item.person
     where item.session = ${session} order by item.position, item.id`.execute(reader);
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ItemKind,
    award: row.award as Code | null,
    scope: row.scope as Scope | null,
    state: row.state as ItemState,
  }));
}

const valuesOf = (item: NewItem) => ({
  kind: item.kind,
  title: item.title,
  person: item.person,
  unit: item.unit,
  award: item.award,
  scope: item.scope,
  summary: item.summary,
  dossier: item.dossier,
});

export async function saveItem(tx: Tx, session: number, item: NewItem): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) + 1 as position from council_item where session = ${session}`.execute(
    tx,
  );
  const { id } = await tx
    .insertInto("council_item")
    .values({ session, position: rows[0]!.position, ...valuesOf(item) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await saveAuthors(tx, id, item.authors);
  return id;
}

export async function saveItemChange(tx: Tx, id: number, item: NewItem): Promise<void> {
  await tx
    .updateTable("council_item")
    .set((build) => ({ ...valuesOf(item), version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("council_item_author").where("item", "=", id).execute();
  await saveAuthors(tx, id, item.authors);
}

async function saveAuthors(tx: Tx, item: number, authors: readonly number[]): Promise<void> {
  if (authors.length === 0) return;
  await tx
    .insertInto("council_item_author")
    .values(authors.map((person) => ({ item, person })))
    .execute();
}

export async function removeItem(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom("council_item_author").where("item", "=", id).execute();
  await tx.deleteFrom("council_item").where("id", "=", id).execute();
}

export async function saveOrder(tx: Tx, order: readonly number[]): Promise<void> {
  await sql`update council_item set position = array_position(${[...order]}::bigint[], id)
             where id = any(${[...order]}::bigint[])`.execute(tx);
}

export async function saveItemNotes(tx: Tx, id: number, notes: string | null): Promise<void> {
  await tx
    .updateTable("council_item")
    .set((build) => ({ notes, version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function saveItemState(tx: Tx, ids: readonly number[], state: ItemState): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable("council_item").set({ state }).where("id", "in", ids).execute();
}
