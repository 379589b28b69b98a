import { sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { PlanChannel, PlanContent } from "./unit-plan.ts";

/** One thing that happened to a plan. */
export interface PlanHistoryEntry {
  readonly kind: "started" | "joined" | "read" | "sent" | "returned" | "accepted" | "issued" | "launched";
  readonly movement: number | null;
  readonly movementName: string | null;
  readonly at: Instant;
  readonly actorName: string;
  readonly onBehalfOf: string | null;
  readonly remarks: string | null;
  readonly late: boolean | null;
  readonly lateReason: string | null;
  readonly channel: PlanChannel | null;
  readonly receivedOn: Day | null;
  readonly dueOn: Day | null;
}

/** What happened to a plan, newest first. */
export async function planHistoryOf(reader: Reader, plan: number): Promise<PlanHistoryEntry[]> {
  const { rows } = await sql<PlanHistoryEntry>`
    select event.kind, event.movement, movement.name as "movementName", event.at, event.actor_name as "actorName",
           event.on_behalf_of as "onBehalfOf", event.remarks, event.late, event.late_reason as "lateReason",
           event.channel, event.received_on as "receivedOn", event.due_on as "dueOn"
      from unit_plan_event event left join movement on movement.id = event.movement
     where event.plan = ${plan} order by event.at desc, event.id desc`.execute(reader);
  return rows;
}

/** The whole plan as it was last sent to one launch; null while it was not. */
export async function sentContentOf(
  reader: Reader,
  plan: number,
  movement: number,
): Promise<PlanContent | null> {
  const { rows } = await sql<{ snapshot: PlanContent }>`
    select snapshot from unit_plan_event
     where plan = ${plan} and movement = ${movement} and kind = 'sent' order by id desc limit 1`.execute(
    reader,
  );
  return rows[0]?.snapshot ?? null;
}

/** Plans whose column says something else than the fold of their events; empty when all is well. */
export async function unitPlansOutOfFold(reader: Reader): Promise<{ plan: number; movement: number }[]> {
  const { rows } = await sql<{ plan: number; movement: number }>`
    select parent.plan, parent.movement
      from unit_plan_parent parent
      left join lateral (
        select kind from unit_plan_event event
         where event.plan = parent.plan and event.movement = parent.movement
           and event.kind in ('sent', 'returned', 'accepted')
         order by event.id desc limit 1) last on true
     where parent.state <> coalesce(last.kind, 'draft')
     order by parent.plan, parent.movement`.execute(reader);
  return rows;
}
