import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { dayAfterExtensions } from "../platform/extensions.store.ts";
import {
  foldQuestion,
  type Question,
  type QuestionKind,
  type QuestionState,
  type QuestionStep,
  type QuestionStepKind,
} from "./question.ts";

/** A question as it is read from its row, its bodies called as on the day it was asked. */
export interface QuestionRow extends Omit<Question, "kind" | "state"> {
  readonly kind: string;
  readonly state: string;
}

/** The day by which a question is answered, after extensions to whoever holds it. */
export const answerDueOn = dayAfterExtensions(
  "question-answer",
  sql`'question-' || question.id`,
  sql`question.holder`,
  sql`question.due_on`,
);

export const questionColumns = sql`
  question.id, question.unit, question.unit_name as "unitName", question.movement,
  (select name from movement where movement.id = question.movement) as "movementName", question.kind,
  question.title, question.holder,
  ${nameAt(sql`question.holder`, sql`(question.asked_at at time zone 'Asia/Ho_Chi_Minh')::date`)} as "holderName",
  question.path, question.state, ${answerDueOn} as "dueOn", question.asked_at as "askedAt"`;

export const toQuestion = (row: QuestionRow): Question => ({
  ...row,
  kind: row.kind as QuestionKind,
  state: row.state as QuestionState,
  path: row.path.map(Number),
});

export async function findQuestion(reader: Reader, id: number): Promise<Question | null> {
  const { rows } = await sql<QuestionRow>`select ${questionColumns} from question where id = ${id}`.execute(
    reader,
  );
  return rows[0] ? toQuestion(rows[0]) : null;
}

/** The same, locked for a change. */
export async function lockQuestion(tx: Tx, id: number): Promise<Question | null> {
  await sql`select id from question where id = ${id} for update`.execute(tx);
  return findQuestion(tx, id);
}

interface NewQuestion {
  readonly unit: number;
  readonly unitName: string;
  readonly movement: number | null;
  readonly kind: QuestionKind;
  readonly title: string;
}

/** Begins a question with its first step; answers its id. */
export async function saveNewQuestion(
  tx: Tx,
  asked: NewQuestion,
  step: QuestionStep & { readonly dueOn: Day },
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("question")
    .values({
      unit: asked.unit,
      unit_name: asked.unitName,
      movement: asked.movement,
      kind: asked.kind,
      title: asked.title,
      holder: step.holder,
      path: [step.holder],
      due_on: step.dueOn,
      asked_at: at,
      changed_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes a step and folds it into the question's own row; answers the step's id. */
export async function saveQuestionStep(
  tx: Tx,
  question: number,
  step: QuestionStep,
  inNameOf: { readonly body: number; readonly bodyName: string },
  actor: Actor,
): Promise<number> {
  const { id } = await tx
    .insertInto("question_step")
    .values({
      question,
      kind: step.kind,
      at: actor.at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post?.title ?? null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
      body: inNameOf.body,
      body_name: inNameOf.bodyName,
      words: step.words,
      holder: step.holder,
      due_on: step.dueOn,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const folded = foldQuestion(await plainSteps(tx, question));
  if (!folded) throw new Error(`question ${question} has no steps`);
  await tx
    .updateTable("question")
    .set({
      state: folded.state,
      holder: folded.holder,
      path: [...folded.path],
      due_on: folded.dueOn,
      changed_at: actor.at,
    })
    .where("id", "=", question)
    .execute();
  return id;
}

async function plainSteps(reader: Reader, question: number): Promise<QuestionStep[]> {
  const { rows } = await sql<{ kind: string; words: string | null; holder: number; dueOn: Day | null }>`
    select kind, words, holder, due_on as "dueOn" from question_step where question = ${question} order by id`.execute(
    reader,
  );
  return rows.map((row) => ({ ...row, kind: row.kind as QuestionStepKind }));
}

export async function saveQuestionFile(
  tx: Tx,
  step: number,
  file: { readonly hash: string; readonly name: string },
): Promise<void> {
  await tx.insertInto("question_file").values({ step, file: file.hash, file_name: file.name }).execute();
}

export interface QuestionFile {
  readonly id: number;
  readonly step: number;
  readonly hash: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export async function filesOfQuestion(reader: Reader, question: number): Promise<QuestionFile[]> {
  const { rows } = await sql<QuestionFile>`
    select kept.id, kept.step, kept.file as hash, kept.file_name as name, file.bytes, file.media_type as "mediaType"
      from question_step step join question_file kept on kept.step = step.id join file on file.hash = kept.file
     where step.question = ${question} order by kept.id`.execute(reader);
  return rows;
}

/** A step with who took it, for whom, in the name of which body. */
export interface QuestionHistoryEntry extends QuestionStep {
  readonly id: number;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly bodyName: string;
  readonly holderName: string;
}

/** What happened to a question, oldest first: it is read like a letter and its answers. */
export async function historyOfQuestion(reader: Reader, question: number): Promise<QuestionHistoryEntry[]> {
  const { rows } = await sql<Omit<QuestionHistoryEntry, "kind"> & { kind: string }>`
    select id, kind, at, actor_name as "actorName", post_title as "postTitle", on_behalf_of as "onBehalfOf",
           body_name as "bodyName", words, holder, due_on as "dueOn",
           ${nameAt(sql`holder`, sql`(at at time zone 'Asia/Ho_Chi_Minh')::date`)} as "holderName"
      from question_step where question = ${question} order by id`.execute(reader);
  return rows.map((row) => ({ ...row, kind: row.kind as QuestionStepKind }));
}

/** Questions whose row says something else than the fold of their steps; empty when all is well. */
export async function questionsOutOfFold(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select question.id
      from question
      left join lateral (select kind, holder from question_step step
        where step.question = question.id order by step.id desc limit 1) last on true
     where question.holder is distinct from last.holder
        or question.state <> (case last.kind when 'answered' then 'answered' when 'closed' then 'closed' else 'open' end)
     order by question.id`.execute(reader);
  return rows.map(({ id }) => id);
}
