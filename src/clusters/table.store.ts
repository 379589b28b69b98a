import { type RawBuilder, sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import { type Criteria, totalOf } from "./criteria.ts";
import type { CriteriaTable, SubjectKind } from "./table.ts";

guard(
  "a_published_table_is_never_changed",
  movedOn("table-published", "Bảng này đã ban hành nên không sửa được; hãy lập phiên bản mới."),
);
guard(
  "a_table_has_one_draft_at_a_time",
  movedOn("draft-already-there", "Đang có một bản nháp của bảng này; hãy sửa tiếp bản nháp đó."),
);
guard(
  "a_table_has_each_version_once",
  movedOn("version-already-there", "Phiên bản này đã có; hãy mở lại trang rồi thử lại."),
);

const tables = sql`
  select id, owner, ${nameAt(sql`owner`, sql`make_date(year, 12, 31)`)} as "ownerName", year, kind, version, name, basis,
         note, state, body as criteria, copied_from as "copiedFrom", changes, published_by as "publishedBy"
    from criteria_table`;

export async function findTable(reader: Reader, id: number): Promise<CriteriaTable | null> {
  const { rows } = await sql<CriteriaTable>`${tables} where id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

/** Locks a table so that its changes come one after the other. */
export async function loadTable(tx: Tx, id: number): Promise<CriteriaTable | null> {
  const { rows } = await sql<CriteriaTable>`${tables} where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** A line of the list: no tree in it. */
export interface ListedTable extends Omit<CriteriaTable, "criteria"> {
  readonly total: number;
  /** Cluster years scored by it. */
  readonly uses: number;
}

/** Whose tables somebody sees: their drafts where they write, what is published where they stand. */
export interface TableReach {
  readonly writes: readonly number[];
  readonly within: readonly number[];
}

const seenTables = (reach: TableReach): RawBuilder<boolean> => sql<boolean>`(
  table_.owner = any(${[...reach.writes]}::bigint[])
  or (table_.state = 'published' and table_.owner = any(${[...reach.within]}::bigint[])))`;

export interface TableFilter {
  readonly year: number | null;
  readonly kind: SubjectKind | null;
}

export async function listTables(
  reader: Reader,
  reach: TableReach,
  filter: TableFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: ListedTable[]; total: number }> {
  const condition = sql`${seenTables(reach)}
    and (${filter.year}::int is null or table_.year = ${filter.year})
    and (${filter.kind}::text is null or table_.kind = ${filter.kind})`;
  const { rows } = await sql<ListedTable & { counted: number }>`
    select id, owner, ${nameAt(sql`owner`, sql`make_date(year, 12, 31)`)} as "ownerName", year, kind, version, name,
           basis, note, state, copied_from as "copiedFrom", changes, published_by as "publishedBy", total::int as total,
           (select count(*)::int from cluster_year where cluster_year.criteria_table = table_.id) as uses,
           count(*) over ()::int as counted
      from criteria_table table_
     where ${condition}
     order by year desc, kind, version desc, id desc
     limit ${page.limit} offset ${page.offset}`.execute(reader);
  return { rows, total: rows[0]?.counted ?? 0 };
}

/** Published tables a body may score a year by, the latest first. */
export async function publishedTables(reader: Reader, owners: readonly number[]): Promise<ListedTable[]> {
  const reach = { writes: [], within: owners };
  const { rows } = await listTables(reader, reach, { year: null, kind: null }, { offset: 0, limit: 60 });
  return rows;
}

export interface NewTable {
  readonly owner: number;
  readonly year: number;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly note: string | null;
  readonly criteria: Criteria;
  readonly copiedFrom: number | null;
}

export async function saveNewTable(tx: Tx, table: NewTable, at: Instant): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into criteria_table (owner, year, kind, version, name, note, body, total, copied_from, made_at, changed_at)
    values (${table.owner}, ${table.year}, ${table.kind},
            (select coalesce(max(version), 0) + 1 from criteria_table
              where owner = ${table.owner} and year = ${table.year} and kind = ${table.kind}),
            ${table.name}, ${table.note}, ${JSON.stringify(table.criteria)}::jsonb, ${totalOf(table.criteria)},
            ${table.copiedFrom}, ${at}, ${at})
    returning id`.execute(tx);
  return rows[0]!.id;
}

export async function saveCriteria(tx: Tx, id: number, criteria: Criteria, at: Instant): Promise<void> {
  await sql`
    update criteria_table
       set body = ${JSON.stringify(criteria)}::jsonb, total = ${totalOf(criteria)}, changes = changes + 1, changed_at = ${at}
     where id = ${id}`.execute(tx);
}

export async function saveTableWords(
  tx: Tx,
  id: number,
  words: { name: string; note: string | null },
  at: Instant,
): Promise<void> {
  await sql`
    update criteria_table set name = ${words.name}, note = ${words.note}, changes = changes + 1, changed_at = ${at}
     where id = ${id}`.execute(tx);
}

export async function savePublication(
  tx: Tx,
  id: number,
  basis: string,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await sql`
    update criteria_table
       set state = 'published', basis = ${basis}, published_at = ${at}, published_by = ${actor.name},
           changes = changes + 1, changed_at = ${at}
     where id = ${id}`.execute(tx);
}

export async function removeDraft(tx: Tx, id: number): Promise<void> {
  await sql`delete from criteria_table where id = ${id} and state = 'draft'`.execute(tx);
}

/** The table of a body, a year and a kind that bears a name, whatever its state: for what must not be made twice. */
export async function findTableNamed(
  reader: Reader,
  owner: number,
  year: number,
  kind: SubjectKind,
): Promise<{ id: number; state: string } | null> {
  const { rows } = await sql<{ id: number; state: string }>`
    select id, state from criteria_table where owner = ${owner} and year = ${year} and kind = ${kind}
     order by version desc limit 1`.execute(reader);
  return rows[0] ?? null;
}
