import { type RawBuilder, sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import type { NewTarget, Target } from "./target.ts";
import { seenBy, type TargetReach } from "./target-reach.store.ts";

guard(
  "a_target_of_a_plan_is_taken_over_once",
  movedOn("taken-over-already", "Chỉ tiêu này của phong trào đã được đưa vào theo dõi."),
);
guard(
  "a_base_is_not_zero",
  refuse("no-base", "Mức gốc phải lớn hơn 0; nếu chưa có thì để trống.", { field: "base" }),
);
guard(
  "a_target_paper_has_a_plain_link",
  refuse("odd-link", "Đường dẫn văn bản bắt đầu bằng http:// hoặc https://.", { field: "paperLink" }),
);

/** A target as it stands, its owner and movement named. */
const targetColumns = (day: Day): RawBuilder<unknown> => sql`
  target.id, target.owner, ${nameAt(sql`target.owner`, sql`${day}`)} as "ownerName", target.year, target.movement,
  (select movement.name from movement where movement.id = target.movement) as "movementName",
  target.movement_position as "movementPosition", target.taken_words as "takenWords", target.name, target.measure,
  target.counted, target.counting, target.direction, target.from_day as "from", target.to_day as "to", target.rhythm,
  target.report_days as "reportDays", target.source, target.beyond, whole.base, whole.goal,
  target.paper_symbol as "paperSymbol", target.paper_day as "paperDay", target.paper_link as "paperLink",
  target.state, target.version, whole.id as whole`;

const targets = (day: Day) => sql<Target>`
  select ${targetColumns(day)}
    from target join target_share whole on whole.target = target.id and whole.parent is null`;

export async function findTarget(reader: Reader, id: number, day: Day): Promise<Target | null> {
  const { rows } = await sql<Target>`${targets(day)} where target.id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

export async function findTargets(reader: Reader, ids: readonly number[], day: Day): Promise<Target[]> {
  const { rows } = await sql<Target>`${targets(day)} where target.id = any(${[...ids]}::bigint[])`.execute(
    reader,
  );
  return rows;
}

/** Targets that are computed from what is registered: one, or all whose year has not been over for long. */
export async function computedTargets(reader: Reader, id: number | null, day: Day): Promise<Target[]> {
  const { rows } = await sql<Target>`${targets(day)}
    where target.source <> 'typed' and target.state = 'standing' and target.from_day <= ${day}::date
      and target.to_day >= ${day}::date - 40
      and (${id}::bigint is null or target.id = ${id})
    order by target.id for update of target`.execute(reader);
  return rows;
}

/** A target of which somebody sees a share, or which they may set. */
export async function findTargetSeen(
  reader: Reader,
  id: number,
  reach: TargetReach,
  day: Day,
): Promise<Target | null> {
  const { rows } = await sql<Target>`${targets(day)}
    where target.id = ${id} and ${targetSeenBy(reach)}`.execute(reader);
  return rows[0] ?? null;
}

const targetSeenBy = (reach: TargetReach) => sql`(
  target.owner = any(${reach.sets}::bigint[])
  or exists (select from target_share share where share.target = target.id and ${seenBy(reach)}))`;

/** Loads for change: nobody else changes it, its division or its values until this transaction ends. */
export async function loadTarget(tx: Tx, id: number, day: Day): Promise<Target | null> {
  const held = await sql`select from target where id = ${id} for update`.execute(tx);
  return held.rows.length === 0 ? null : findTarget(tx, id, day);
}

/** Loads several for change, locked in the order of their ids. */
export async function loadTargets(tx: Tx, ids: readonly number[], day: Day): Promise<Target[]> {
  await sql`select from target where id = any(${[...ids]}::bigint[]) order by id for update`.execute(tx);
  return findTargets(tx, ids, day);
}

const rowOf = (target: NewTarget) => ({
  owner: target.owner,
  year: target.year,
  movement: target.movement,
  movement_position: target.movementPosition,
  taken_words: target.takenWords,
  name: target.name,
  measure: target.measure,
  counted: target.counted,
  counting: target.counting,
  direction: target.direction,
  from_day: target.from,
  to_day: target.to,
  rhythm: target.rhythm,
  report_days: target.reportDays,
  source: target.source,
  beyond: target.beyond,
  paper_symbol: target.paperSymbol,
  paper_day: target.paperDay,
  paper_link: target.paperLink,
});

/** Adds a target with the share of its owner, the whole. */
export async function saveNewTarget(tx: Tx, target: NewTarget, at: Instant): Promise<number> {
  const { id } = await tx
    .insertInto("target")
    .values({ ...rowOf(target), set_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("target_share")
    .values({ target: id, parent: null, unit: target.owner, base: target.base, goal: target.goal })
    .execute();
  return id;
}

export async function saveTarget(tx: Tx, id: number, target: NewTarget): Promise<void> {
  await tx
    .updateTable("target")
    .set(rowOf(target))
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await tx
    .updateTable("target_share")
    .set({ base: target.base, goal: target.goal })
    .where("target", "=", id)
    .where("parent", "is", null)
    .execute();
}

export async function saveTargetWithdrawn(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable("target")
    .set({ state: "withdrawn" })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export type TargetEventKind = "set" | "changed" | "divided" | "withdrawn";

export async function saveTargetEvent(
  tx: Tx,
  event: { target: number; share: number | null; kind: TargetEventKind; remarks: string | null },
  actor: Actor,
): Promise<void> {
  await tx
    .insertInto("target_event")
    .values({ ...event, ...byWhom(actor) })
    .execute();
}

/** Who acts, in which post, for whom; as rows of record keep it. */
export const byWhom = (actor: Actor) => ({
  at: actor.at,
  person: actor.person,
  actor_name: actor.name,
  post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
  on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
});

export interface TargetHistoryEntry {
  readonly kind: TargetEventKind;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly remarks: string | null;
}

/** What happened to a target, newest first. */
export async function targetHistoryOf(reader: Reader, target: number): Promise<TargetHistoryEntry[]> {
  const { rows } = await sql<TargetHistoryEntry>`
    select kind, at, actor_name as "actorName", post_title as "postTitle", on_behalf_of as "onBehalfOf", remarks
      from target_event where target = ${target} order by id desc limit 200`.execute(reader);
  return rows;
}

export async function hasValues(reader: Reader, target: number): Promise<boolean> {
  const row = await reader
    .selectFrom("target_value")
    .select("id")
    .where("target", "=", target)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
