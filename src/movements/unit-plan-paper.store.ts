import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";

/** A scan of the plan as it was signed and sealed. */
export interface PlanPaper {
  readonly id: number;
  readonly number: string;
  readonly day: Day;
  readonly file: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly at: Instant;
  readonly actorName: string;
}

interface NewPlanPaper {
  readonly number: string;
  readonly day: Day;
  readonly file: string;
  readonly fileName: string;
}

/** Papers of a plan, newest first. */
export async function planPapersOf(reader: Reader, plan: number): Promise<PlanPaper[]> {
  const { rows } = await sql<PlanPaper>`
    select paper.id, paper.number, paper.day, paper.file, paper.file_name as "fileName",
           file.media_type as "mediaType", paper.at, paper.actor_name as "actorName"
      from unit_plan_paper paper join file on file.hash = paper.file
     where paper.plan = ${plan} order by paper.id desc`.execute(reader);
  return rows;
}

export async function savePlanPaper(
  tx: Tx,
  to: { plan: number; movement: number | null },
  paper: NewPlanPaper,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("unit_plan_paper")
    .values({
      ...to,
      number: paper.number,
      day: paper.day,
      file: paper.file,
      file_name: paper.fileName,
      at,
      actor_name: actor.name,
    })
    .execute();
}
