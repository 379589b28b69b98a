import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import {
  type Fact,
  type FactKind,
  factKinds,
  inOrder,
  kindsFor,
  type NewFact,
  type Source,
  type SubjectKind,
  type SubjectRef,
} from "./fact.ts";
import { columnsBut, columnsOf, factColumns, rowOf, stands, tableOf } from "./fact-columns.store.ts";

for (const kind of factKinds)
  guard(
    `a_${kind}_fact_is_changed_once`,
    movedOn("fact-moved-on", "Dòng này vừa được người khác sửa hoặc rút; hãy xem lại hồ sơ."),
  );
guard(
  "a_fact_is_of_a_plausible_year",
  refuse("implausible-year", "Hãy nhập năm từ 1945 đến nay.", { field: "year" }),
);
guard(
  "a_discipline_lasts_for_a_day_at_least",
  refuse("ends-before-it-begins", "Ngày hết hiệu lực phải sau ngày bắt đầu.", { field: "toDay" }),
);
guard(
  "a_matter_ends_after_it_began",
  refuse("ends-before-it-begins", "Ngày kết thúc trước ngày bắt đầu.", { field: "endedOn" }),
);
guard(
  "a_part_is_not_larger_than_the_whole",
  refuse("part-larger-than-whole", "Tổng số người nhỏ hơn một con số thành phần.", { field: "total" }),
);

const subjectIs = (subject: SubjectRef) => sql`${sql.ref(`fact.${subject.kind}`)} = ${subject.id}`;

/** All that stands about a person or a unit, newest year first; who may see which is for `fact.may.ts`. */
export async function factsAbout(reader: Reader, subject: SubjectRef): Promise<Fact[]> {
  return inKinds(kindsFor(subject.kind), async (kind) => {
    const { rows } = await sql<Fact>`
      select ${factColumns(kind)} from ${tableOf(kind)} fact where ${subjectIs(subject)} and ${stands(kind)}`.execute(
      reader,
    );
    return rows;
  });
}

/** Every row ever written about a subject, replaced and withdrawn ones too, the newest first. */
export async function historyOf(reader: Reader, subject: SubjectRef): Promise<Fact[]> {
  const all = await inKinds(kindsFor(subject.kind), async (kind) => {
    const { rows } = await sql<Fact>`
      select ${factColumns(kind)} from ${tableOf(kind)} fact where ${subjectIs(subject)}`.execute(reader);
    return rows;
  });
  return all.toSorted(
    (left, right) => right.recordedAt.getTime() - left.recordedAt.getTime() || right.id - left.id,
  );
}

/** What stands of one kind about many subjects: for an import, which writes about all at once. */
export async function factsAboutMany(
  reader: Reader,
  kind: FactKind,
  subject: SubjectKind,
  ids: readonly number[],
): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select ${factColumns(kind)} from ${tableOf(kind)} fact
     where ${sql.ref(`fact.${subject}`)} = any(${[...ids]}::bigint[]) and ${stands(kind)}`.execute(reader);
  return rows;
}

/** One row by its id, whether it still stands or not. */
export async function findFact(reader: Reader, kind: FactKind, id: number): Promise<Fact | null> {
  const { rows } = await sql<Fact>`
    select ${factColumns(kind)} from ${tableOf(kind)} fact where fact.id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

/** Whether nothing has replaced or withdrawn the row. */
export async function isStanding(reader: Reader, { kind, id }: Fact): Promise<boolean> {
  const { rows } =
    await sql`select 1 from ${tableOf(kind)} fact where fact.id = ${id} and ${stands(kind)}`.execute(reader);
  return rows.length > 0;
}

/** Whose name stands behind a row: both, where somebody acts for another. */
export interface Recorder {
  readonly recordedBy: number | null;
  readonly recorderName: string;
  readonly recorderTitle: string | null;
  readonly onBehalfOf: string | null;
}

export const recorderOf = ({ person, name, post }: Actor): Recorder => ({
  recordedBy: person,
  recorderName: name,
  recorderTitle: post?.title ?? null,
  onBehalfOf: post?.onBehalfOf?.name ?? null,
});

/** What a new row carries besides what it says. */
export interface Writing {
  readonly recorder: Recorder;
  readonly at: Instant;
  readonly source: Source;
  readonly import: number | null;
}

export interface KeptDocument {
  readonly file: string;
  readonly fileName: string;
}

export interface RowToWrite {
  readonly subject: SubjectRef;
  readonly fact: NewFact;
  readonly document: KeptDocument | null;
  /** The row it takes the place of, and why. */
  readonly change: { readonly replaces: number; readonly withdrawn: boolean; readonly reason: string } | null;
}

/** Writes rows of one kind in one statement, as many as there are. */
export async function saveFacts(
  tx: Tx,
  kind: FactKind,
  rows: readonly RowToWrite[],
  writing: Writing,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const json = JSON.stringify(rows.map((row) => rowOf(written(row, writing))));
  const { rows: saved } = await sql<{ id: number }>`
    insert into ${tableOf(kind)} (${columnsOf(kind)})
    select ${columnsOf(kind)} from jsonb_populate_recordset(null::${tableOf(kind)}, ${json}::jsonb)
    returning id`.execute(tx);
  return saved.map((row) => row.id);
}

function written(
  { subject, fact, document, change }: RowToWrite,
  { recorder, at, source, ...writing }: Writing,
) {
  return {
    ...fact,
    person: subject.kind === "person" ? subject.id : null,
    unit: subject.kind === "unit" ? subject.id : null,
    file: document?.file ?? null,
    fileName: document?.fileName ?? null,
    source,
    import: writing.import,
    replaces: change?.replaces ?? null,
    withdrawn: change?.withdrawn ?? false,
    reason: change?.reason ?? null,
    recordedAt: at,
    ...recorder,
  };
}

/**
 * Undoes what an import wrote: what it added is withdrawn, what it corrected stands again as it was before.
 * Rows that somebody has changed since are left to them. Answers how many rows were undone.
 */
export async function undoFacts(
  tx: Tx,
  kind: FactKind,
  importId: number,
  writing: Omit<Writing, "source" | "import">,
  reason: string,
): Promise<number> {
  const given = ["source", "import", "replaces", "withdrawn", "reason", "recordedAt", "recordedBy"];
  const own = [...given, "recorderName", "recorderTitle", "onBehalfOf"];
  const { recorder, at } = writing;
  const { rows } = await sql`
    insert into ${tableOf(kind)} (${columnsBut(kind, own)}, source, import, replaces, withdrawn, reason, recorded_at,
                                  recorded_by, recorder_name, recorder_title, on_behalf_of)
    select ${columnsBut(kind, own, "before")}, 'typed', null, fact.id, before.id = fact.id or before.withdrawn,
           ${reason}, ${at}::timestamptz, ${recorder.recordedBy}::bigint, ${recorder.recorderName},
           ${recorder.recorderTitle}::text, ${recorder.onBehalfOf}::text
      from ${tableOf(kind)} fact
      join ${tableOf(kind)} before on before.id = coalesce(fact.replaces, fact.id)
     where fact.import = ${importId} and ${stands(kind)}
    returning 1`.execute(tx);
  return rows.length;
}

async function inKinds(
  kinds: readonly FactKind[],
  read: (kind: FactKind) => Promise<Fact[]>,
): Promise<Fact[]> {
  return (await Promise.all(kinds.map(read))).flat().toSorted(inOrder);
}
