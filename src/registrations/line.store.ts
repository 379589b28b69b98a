import { sql } from "kysely";
import type { Code } from "../law/codes.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import type { LineChain } from "./chain.ts";
import type { Line, LineState, NewLine, Subject } from "./line.ts";

const twice: Refusal = refuse(
  "registered-twice",
  "Đối tượng này đã có trong đăng ký với cùng danh hiệu, hình thức; mỗi danh hiệu chỉ đăng ký một lần.",
  { field: "subject" },
);
const elsewhere: Refusal = refuse(
  "registered-elsewhere",
  "Đối tượng này đã được đơn vị khác đăng ký cùng danh hiệu trong phong trào; đề nghị liên hệ Thường trực để thống nhất.",
  { field: "subject" },
);
guard("nobody_is_registered_twice_for_one_title", twice);
guard("no_collective_is_registered_twice_for_one_title", twice);
guard("no_household_is_registered_twice_for_one_title", twice);
guard("one_unit_registers_a_person_for_a_title", elsewhere);
guard("one_unit_registers_a_collective_for_a_title", elsewhere);
guard("a_line_is_gathered_once", movedOn("already-gathered", "Dòng này đã được tổng hợp vào đăng ký."));

interface LineRow {
  readonly id: number;
  readonly registration: number;
  readonly title: string;
  readonly subject: "individual" | "collective" | "household";
  readonly person: number | null;
  readonly personName: string | null;
  readonly birthYear: number | null;
  readonly gender: "male" | "female" | null;
  readonly post: string | null;
  readonly postUnit: string | null;
  readonly worksAs: "leader" | "direct" | null;
  readonly subjectUnit: number | null;
  readonly subjectUnitName: string | null;
  readonly smallCollective: boolean | null;
  readonly household: string | null;
  readonly chain: LineChain;
  readonly commitment: string | null;
  readonly state: LineState;
  readonly answer: string | null;
  readonly proposedBy: number | null;
  readonly gatheredFrom: number | null;
  readonly gatheredUnit: string | null;
  readonly version: number;
}

const linesAsOf = (day: Day) => sql<LineRow>`
  select line.id, line.registration, line.title, line.subject, line.person, person.name as "personName",
         person.birth_year as "birthYear", person.gender, works.title as post, works.unit_name as "postUnit",
         works.works_as as "worksAs", line.subject_unit as "subjectUnit",
         ${nameAt(sql`line.subject_unit`, sql`${day}`)} as "subjectUnitName",
         collective.small_collective as "smallCollective", line.household, line.chain, line.commitment,
         line.state, line.answer, line.proposed_by as "proposedBy", line.gathered_from as "gatheredFrom",
         lower_registration.unit_name as "gatheredUnit", line.version
    from registration_line line
    left join person on person.id = line.person
    left join unit collective on collective.id = line.subject_unit
    left join registration_line source on source.id = line.gathered_from
    left join registration lower_registration on lower_registration.id = source.registration
    left join lateral (
      select post.title, post.works_as, ${nameAt(sql`post.unit`, sql`${day}`)} as unit_name
        from post
       where post.person = line.person and post.kind = 'member'
       order by post.validity @> ${day}::date desc, lower(post.validity) desc nulls last limit 1) works on true`;

const toLine = (row: LineRow): Line => ({
  id: row.id,
  registration: row.registration,
  title: row.title as Code,
  subject: subjectOf(row),
  chain: row.chain,
  commitment: row.commitment,
  state: row.state,
  answer: row.answer,
  proposedBy: row.proposedBy,
  gatheredFrom:
    row.gatheredFrom === null ? null : { line: row.gatheredFrom, unitName: row.gatheredUnit ?? "" },
  version: row.version,
});

function subjectOf(row: LineRow): Subject {
  if (row.subject === "individual")
    return {
      kind: "individual",
      person: row.person!,
      name: row.personName ?? "",
      birthYear: row.birthYear,
      gender: row.gender,
      post: row.post,
      unitName: row.postUnit,
      worksAs: row.worksAs,
    };
  if (row.subject === "collective")
    return {
      kind: "collective",
      unit: row.subjectUnit!,
      name: row.subjectUnitName ?? "",
      smallCollective: row.smallCollective ?? false,
    };
  return { kind: "household", name: row.household ?? "" };
}

/** Lines of a registration: collectives after individuals, each in the order they were written. */
export async function linesOf(reader: Reader, registration: number, day: Day): Promise<Line[]> {
  const { rows } = await sql<LineRow>`
    ${linesAsOf(day)} where line.registration = ${registration}
     order by array_position(array['individual', 'collective', 'household'], line.subject), line.id`.execute(
    reader,
  );
  return rows.map(toLine);
}

export async function findLine(
  reader: Reader,
  registration: number,
  id: number,
  day: Day,
): Promise<Line | null> {
  const { rows } = await sql<LineRow>`
    ${linesAsOf(day)} where line.registration = ${registration} and line.id = ${id}`.execute(reader);
  return rows[0] ? toLine(rows[0]) : null;
}

export async function saveNewLine(
  tx: Tx,
  registration: { id: number; movement: number },
  line: NewLine,
  standing: { state: LineState; proposedBy: number | null; gatheredFrom: number | null },
  at: Instant,
): Promise<number> {
  const saved = await tx
    .insertInto("registration_line")
    .values({
      registration: registration.id,
      movement: registration.movement,
      title: line.title,
      ...subjectColumns(line.subject),
      chain: line.chain,
      commitment: line.commitment,
      state: standing.state,
      proposed_by: standing.proposedBy,
      gathered_from: standing.gatheredFrom,
      changed_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return saved.id;
}

/** What a line says anew; false when another window has changed it since. */
export async function saveLine(
  tx: Tx,
  line: Line,
  changed: NewLine,
  seen: number,
  at: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable("registration_line")
    .set({
      title: changed.title,
      ...subjectColumns(changed.subject),
      chain: changed.chain,
      commitment: changed.commitment,
      changed_at: at,
    })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", line.id)
    .where("version", "=", seen)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function saveLineState(
  tx: Tx,
  id: number,
  standing: { state: LineState; answer: string | null },
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("registration_line")
    .set({ state: standing.state, answer: standing.answer, changed_at: at })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Takes a line off the list, and with it what was gathered from it into drafts above. */
export async function dropLine(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom("registration_line").where("id", "=", id).execute();
}

/** Whether a registration above has gathered this line. */
export async function isGathered(reader: Reader, id: number): Promise<boolean> {
  const row = await reader
    .selectFrom("registration_line")
    .select("id")
    .where("gathered_from", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

const subjectColumns = (subject: Subject) => ({
  subject: subject.kind,
  person: subject.kind === "individual" ? subject.person : null,
  subject_unit: subject.kind === "collective" ? subject.unit : null,
  household: subject.kind === "household" ? subject.name : null,
});
