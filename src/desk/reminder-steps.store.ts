import { sql } from "kysely";
import { bodiesServing } from "../movements/movement-reach.store.ts";
import { countingPosts } from "../org/reach.ts";
import { ancestorsOfAll } from "../org/scope.store.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { refuse } from "../platform/refusal.ts";
import type { ReminderSteps } from "../platform/reminder.ts";
import { type BodySteps, type StepsOf, stepsByUnit } from "./reminder-steps.ts";

const beyond = refuse(
  "steps-out-of-range",
  "Mỗi phía hạn đặt nhiều nhất 6 mốc, mỗi mốc từ 1 đến 90 ngày; lịch đang dùng được giữ nguyên.",
  { field: "before" },
);
guard("reminders_before_a_deadline_are_few", beyond);
guard("reminders_after_a_deadline_are_few", beyond);

/** A body for which somebody may set when it reminds. */
export interface SettableBody {
  readonly id: number;
  readonly name: string;
}

/**
 * The bodies for which somebody sets when they remind: of their posts as standing officer or administrator,
 * the unit itself, or the body it acts for when it has no legal personality.
 */
export async function settableBodies(reader: Reader, actor: Actor): Promise<SettableBody[]> {
  const units = countingPosts(actor)
    .filter(({ kind }) => kind === "standing-officer" || kind === "administrator")
    .map(({ unit }) => unit);
  if (units.length === 0) return [];
  const { rows } = await sql<SettableBody>`
    select body.id, ${nameAt(sql`body.id`, sql`${actor.day}`)} as name
      from (select distinct case when unit.legal_personality then unit.id else coalesce(place.parent, unit.id) end as id
              from unit left join unit_place place on place.unit = unit.id and place.validity @> ${actor.day}::date
             where unit.id = any(${units}::bigint[])) body
     order by name`.execute(reader);
  return rows;
}

export const servingBody = async (reader: Reader, body: number, day: Day) => ({
  body,
  servedBy: await bodiesServing(reader, body, day),
});

/** What each body has set, the latest only. */
export async function stepsSet(reader: Reader): Promise<StepsOf[]> {
  const { rows } = await sql<{ body: number; before: number[]; after: number[] }>`
    select distinct on (body) body, days_before as before, days_after as after from reminder_steps
     order by body, id desc`.execute(reader);
  return rows.map(({ body, before, after }) => ({ body, steps: { before, after } }));
}

/** The steps that apply to each of some units on a day: of the nearest body above that has set them. */
export async function stepsFor(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<ReadonlyMap<number, ReminderSteps>> {
  const set = await stepsSet(reader);
  if (set.length === 0 || units.length === 0) return new Map();
  const above = await ancestorsOfAll(reader, [...new Set([...units, ...set.map(({ body }) => body)])], day);
  return stepsByUnit(units, set, above);
}

/** How a body's steps were set over time, newest first. */
export async function stepsHistory(reader: Reader, body: number): Promise<BodySteps[]> {
  const { rows } = await sql<{ before: number[]; after: number[]; at: Instant; actorName: string }>`
    select days_before as before, days_after as after, at, actor_name as "actorName" from reminder_steps
     where body = ${body} order by id desc limit 20`.execute(reader);
  return rows.map(({ before, after, ...rest }) => ({ ...rest, steps: { before, after } }));
}

export async function saveSteps(
  tx: Tx,
  body: number,
  steps: ReminderSteps,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("reminder_steps")
    .values({
      body,
      days_before: [...steps.before],
      days_after: [...steps.after],
      at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
    })
    .execute();
}
