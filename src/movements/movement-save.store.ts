import type { Insertable } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Rows, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { refuse } from "../platform/refusal.ts";
import { saveNewDeadlines } from "./deadline.store.ts";
import { saveDocuments } from "./document.store.ts";
import type { MovementDraft } from "./draft.ts";
import type { MovementChange } from "./sections.ts";

guard(
  "a_movement_ends_after_it_begins",
  refuse("ends-before-it-begins", "Năm kết thúc không thể trước năm bắt đầu.", { field: "toYear" }),
);

/** Writes a new movement with all its parts; answers its id. */
export async function saveNewMovement(tx: Tx, draft: MovementDraft, at: Instant): Promise<number> {
  const { id } = await tx
    .insertInto("movement")
    .values({
      ...scalarsOf(draft),
      kind: draft.kind,
      level: draft.level,
      name: draft.name,
      from_year: draft.fromYear,
      to_year: draft.toYear,
      launcher: draft.launcher,
      drafted_in: draft.draftedIn,
      origin: draft.origin,
      copied_from: draft.copiedFrom,
      made_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await saveParts(tx, id, draft);
  await saveDuties(tx, id, draft.duties);
  await saveNewDeadlines(tx, id, draft.deadlines);
  await saveDocuments(tx, id, draft.documents, at);
  return id;
}

/** Writes what a form changed, and counts the version up. */
export async function saveChange(tx: Tx, id: number, change: MovementChange): Promise<void> {
  await tx
    .updateTable("movement")
    .set((set) => ({ ...scalarsOf(change), version: set("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await saveParts(tx, id, change);
}

/** Marks that a part which has rows of its own changed. */
export async function countVersion(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable("movement")
    .set((set) => ({ version: set("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

function scalarsOf(change: MovementChange): Partial<Insertable<Rows["movement"]>> {
  const { scope } = change;
  const columns = {
    name: change.name,
    kind: change.kind,
    from_year: change.fromYear,
    to_year: change.toYear,
    theme: change.theme,
    motto: change.motto,
    on_portal: change.onPortal,
    goal: change.goal,
    requirements: change.requirements,
    scope_words: change.scopeWords,
    subjects: change.subjects,
    criteria: change.criteria,
    expected_commendation: change.expectedCommendation,
    funding: change.funding,
    solutions: change.solutions,
    scope_groups: scope && [...scope.groups],
    scope_named: scope && [...scope.named],
    scope_excluded: scope && [...scope.excluded],
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

async function saveParts(tx: Tx, id: number, change: MovementChange): Promise<void> {
  const { spellings, grounds, occasions, recipients, contents, phases, targets, links } = change;
  if (spellings)
    await replace(
      tx,
      "movement_spelling",
      id,
      [...new Set(spellings)].map((spelling) => ({ spelling })),
    );
  if (grounds)
    await replace(
      tx,
      "movement_ground",
      id,
      grounds.map(({ words, line }) => ({ words, line })),
    );
  if (occasions)
    await replace(
      tx,
      "movement_occasion",
      id,
      occasions.map(({ words, line }) => ({ words, line })),
    );
  if (recipients)
    await replace(
      tx,
      "movement_recipient",
      id,
      recipients.map(({ name, purpose }) => ({ name, purpose })),
    );
  if (contents)
    await replace(
      tx,
      "movement_content",
      id,
      contents.map(({ label, level, heading, responsible, units, line }) => ({
        label,
        level,
        heading,
        responsible,
        units: [...units],
        line,
      })),
    );
  if (phases)
    await replace(
      tx,
      "movement_phase",
      id,
      phases.map((phase) => ({
        name: phase.name,
        from_day: phase.from,
        to_day: phase.to,
        from_wording: phase.fromWording,
        to_wording: phase.toWording,
        line: phase.line,
      })),
    );
  if (links) await replaceLinks(tx, id, links);
  if (targets) await saveTargets(tx, id, targets);
}

async function saveDuties(tx: Tx, id: number, duties: MovementDraft["duties"]): Promise<void> {
  await replace(
    tx,
    "movement_duty",
    id,
    duties.map(({ who, what, line }) => ({ who, what, line })),
  );
}

type Listed =
  | "movement_spelling"
  | "movement_ground"
  | "movement_occasion"
  | "movement_recipient"
  | "movement_content"
  | "movement_phase"
  | "movement_duty";

/** The list as it is now, in its order; these rows are nobody else's. */
async function replace(
  tx: Tx,
  table: Listed,
  movement: number,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  await tx.deleteFrom(table).where("movement", "=", movement).execute();
  if (rows.length === 0) return;
  const ordered = table === "movement_spelling" ? rows : rows.map((row, position) => ({ ...row, position }));
  await tx
    .insertInto(table)
    .values(ordered.map((row) => ({ ...row, movement })) as unknown as Insertable<Rows[Listed]>[])
    .execute();
}

async function replaceLinks(
  tx: Tx,
  movement: number,
  links: NonNullable<MovementChange["links"]>,
): Promise<void> {
  await tx.deleteFrom("movement_link").where("movement", "=", movement).execute();
  const wanted = links.filter((link) => link.other !== movement);
  if (wanted.length === 0) return;
  await tx
    .insertInto("movement_link")
    .values(wanted.map(({ kind, other }) => ({ movement, kind, other })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Targets keep their ids, since units commit to them. */
async function saveTargets(
  tx: Tx,
  movement: number,
  targets: NonNullable<MovementChange["targets"]>,
): Promise<void> {
  const kept = targets.flatMap((target) => (target.id === null ? [] : [target.id]));
  await tx
    .deleteFrom("movement_target")
    .where("movement", "=", movement)
    .$if(kept.length > 0, (query) => query.where("id", "not in", kept))
    .execute();
  for (const [position, { id, words, measure, value, unit, base, line }] of targets.entries()) {
    const row = { words, measure, value, unit, base, line, position };
    if (id === null)
      await tx
        .insertInto("movement_target")
        .values({ ...row, movement })
        .execute();
    else
      await tx
        .updateTable("movement_target")
        .set(row)
        .where("id", "=", id)
        .where("movement", "=", movement)
        .execute();
  }
}
