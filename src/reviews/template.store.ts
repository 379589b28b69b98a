import { type RawBuilder, sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { ReviewKind } from "./period.ts";
import type { AskedSection } from "./section.ts";
import type { Template } from "./template.ts";

guard(
  "one_review_template_is_written_at_a_time",
  movedOn("template-being-written", "Đang có một bản mẫu chưa gửi cho kỳ này; hãy sửa tiếp bản đó."),
);

guard(
  "an_issued_review_template_stays",
  movedOn(
    "template-issued",
    "Mẫu này đã gửi các đơn vị nên không sửa được nữa; hãy lập phiên bản mới rồi sửa ở đó.",
  ),
);

type Row = Omit<Template, "sections">;

const templatesAsOf = (day: Day): RawBuilder<Row> => sql`
  select template.id, template.body, ${nameAt(sql`template.body`, sql`${day}`)} as "bodyName", template.year,
         template.kind, template.version, template.name, template.changed_at as "changedAt",
         template.issued_at as "issuedAt", template.issued_by as "issuedBy",
         template.due_on as "dueOn"
    from review_template template`;

/** The templates of some bodies, the newest year first, without their sections. */
export async function listTemplates(reader: Reader, bodies: readonly number[], day: Day): Promise<Row[]> {
  const { rows } = await sql<Row>`${templatesAsOf(day)}
    where template.body = any(${[...bodies]}::bigint[])
    order by template.year desc, template.kind, template.version desc`.execute(reader);
  return rows;
}

export async function findTemplate(reader: Reader, id: number, day: Day): Promise<Template | null> {
  const { rows } = await sql<Row>`${templatesAsOf(day)} where template.id = ${id}`.execute(reader);
  return rows[0] ? { ...rows[0], sections: await templateSections(reader, id) } : null;
}

export async function loadTemplate(tx: Tx, id: number, day: Day): Promise<Template | null> {
  await sql`select id from review_template where id = ${id} for update`.execute(tx);
  return findTemplate(tx, id, day);
}

/** What a body's reporters fill in for a period: its latest issued version; null where it has issued none. */
export async function templateInForce(
  reader: Reader,
  body: number,
  year: number,
  kind: ReviewKind,
): Promise<{ id: number; sections: AskedSection[] } | null> {
  const { rows } = await sql<{ id: number }>`
    select id from review_template
     where body = ${body} and year = ${year} and kind = ${kind} and issued_at is not null
     order by version desc limit 1`.execute(reader);
  return rows[0] ? { id: rows[0].id, sections: await templateSections(reader, rows[0].id) } : null;
}

async function templateSections(reader: Reader, template: number): Promise<AskedSection[]> {
  const { rows } = await sql<AskedSection>`
    select position, heading, guidance, kind, codes
      from review_template_section where template = ${template} order by position`.execute(reader);
  return rows;
}

export interface NewTemplate {
  readonly body: number;
  readonly year: number;
  readonly kind: ReviewKind;
  readonly name: string;
  readonly dueOn: Day | null;
  readonly sections: readonly AskedSection[];
}

/** Begins the next version; answers its id. */
export async function saveNewTemplate(tx: Tx, made: NewTemplate, by: string, at: Instant): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into review_template (body, year, kind, version, name, due_on, made_at, made_by, changed_at)
    select ${made.body}, ${made.year}, ${made.kind}, coalesce(max(version), 0) + 1, ${made.name}, ${made.dueOn}::date, ${at}, ${by}, ${at}
      from review_template where body = ${made.body} and year = ${made.year} and kind = ${made.kind}
    returning id`.execute(tx);
  const { id } = rows[0]!;
  await saveTemplateSections(tx, id, made.sections);
  return id;
}

/** Replaces the sections of a version that nobody has seen yet. */
export async function saveTemplateSections(
  tx: Tx,
  template: number,
  sections: readonly AskedSection[],
): Promise<void> {
  await tx.deleteFrom("review_template_section").where("template", "=", template).execute();
  await tx
    .insertInto("review_template_section")
    .values(sections.map((section) => ({ ...section, template, codes: [...section.codes] })))
    .execute();
}

/** Its name and the day by which it asks for reports. */
export async function saveTemplateRow(
  tx: Tx,
  id: number,
  { name, dueOn }: { readonly name: string; readonly dueOn: Day | null },
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("review_template")
    .set({ name, due_on: dueOn, changed_at: at })
    .where("id", "=", id)
    .execute();
}

export async function issueTemplateRow(tx: Tx, id: number, by: string, at: Instant): Promise<void> {
  await tx
    .updateTable("review_template")
    .set({ issued_at: at, issued_by: by })
    .where("id", "=", id)
    .where("issued_at", "is", null)
    .execute();
}
