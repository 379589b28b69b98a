import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { CommentVerdict, Plan, PlanComment, Section } from "./plan.ts";

guard(
  "a_plan_version_stands_once",
  movedOn("plan-moved-on", "Dự thảo vừa được lưu ở cửa sổ khác; hãy xem lại rồi lưu lại."),
);

/** Versions of the cluster's plan, the latest first. */
export async function plansOf(reader: Reader, pledge: number): Promise<Plan[]> {
  const { rows } = await sql<Plan>`
    select number, sections, source_name as "sourceName", at, actor_name as "actorName"
      from pledge_plan where pledge = ${pledge} order by number desc`.execute(reader);
  return rows;
}

export async function savePlan(
  tx: Tx,
  pledge: number,
  plan: { number: number; sections: readonly Section[]; file: string | null; fileName: string | null },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("pledge_plan")
    .values({
      pledge,
      number: plan.number,
      sections: JSON.stringify(plan.sections),
      source_file: plan.file,
      source_name: plan.fileName,
      at,
      person: actor.person,
      actor_name: actor.name,
    })
    .execute();
}

/** Comments on the plan, in the order they came. */
export async function commentsOf(reader: Reader, pledge: number): Promise<PlanComment[]> {
  const { rows } = await sql<PlanComment>`
    select id, unit, unit_name as "unitName", plan_version as "planVersion", section, words, at,
           actor_name as "actorName", verdict, answer, answered_at as "answeredAt", answered_by as "answeredBy"
      from pledge_comment where pledge = ${pledge} order by id`.execute(reader);
  return rows;
}

interface NewComment {
  readonly unit: number;
  readonly unitName: string;
  readonly planVersion: number;
  readonly section: string | null;
  readonly words: string;
}

export async function saveComment(
  tx: Tx,
  pledge: number,
  comment: NewComment,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("pledge_comment")
    .values({
      pledge,
      unit: comment.unit,
      unit_name: comment.unitName,
      plan_version: comment.planVersion,
      section: comment.section,
      words: comment.words,
      at,
      person: actor.person,
      actor_name: actor.name,
    })
    .execute();
}

export async function saveAnswer(
  tx: Tx,
  comment: number,
  answer: { verdict: CommentVerdict; words: string },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("pledge_comment")
    .set({ verdict: answer.verdict, answer: answer.words, answered_at: at, answered_by: actor.name })
    .where("id", "=", comment)
    .execute();
}
