import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Answer, AnswerVerdict, Comment, CommentSection } from "./comment.ts";

const selectComments = (reader: Reader) =>
  reader
    .selectFrom("movement_comment")
    .leftJoin("movement_answer", "movement_answer.comment", "movement_comment.id")
    .select([
      "movement_comment.id",
      "movement_comment.movement",
      "movement_comment.section",
      "movement_comment.author_name",
      "movement_comment.author_post",
      "movement_comment.words",
      "movement_comment.at",
      "movement_answer.verdict",
      "movement_answer.why",
      "movement_answer.actor_name",
      "movement_answer.at as answered_at",
    ])
    .select((row) =>
      row
        .selectFrom("unit_name")
        .select("unit_name.name")
        .whereRef("unit_name.unit", "=", "movement_comment.unit")
        .orderBy("unit_name.validity", "desc")
        .limit(1)
        .as("unit_name"),
    );

type Row = Awaited<ReturnType<ReturnType<typeof selectComments>["executeTakeFirstOrThrow"]>>;

const commentOf = (row: Row): Comment => ({
  id: row.id,
  section: row.section as CommentSection,
  unitName: row.unit_name,
  authorName: row.author_name,
  authorPost: row.author_post,
  words: row.words,
  at: row.at,
  answer: answerOf(row),
});

const answerOf = (row: Row): Answer | null =>
  row.verdict === null || row.answered_at === null
    ? null
    : {
        verdict: row.verdict as AnswerVerdict,
        why: row.why ?? "",
        actorName: row.actor_name ?? "",
        at: row.answered_at,
      };

/** What was said of a draft, oldest first, with the answers. */
export async function commentsOn(reader: Reader, movement: number): Promise<Comment[]> {
  const rows = await selectComments(reader)
    .where("movement_comment.movement", "=", movement)
    .orderBy("movement_comment.id")
    .execute();
  return rows.map(commentOf);
}

/** One comment of that movement. */
export async function findComment(reader: Reader, movement: number, id: number): Promise<Comment | null> {
  const row = await selectComments(reader)
    .where("movement_comment.movement", "=", movement)
    .where("movement_comment.id", "=", id)
    .executeTakeFirst();
  return row ? commentOf(row) : null;
}

export async function saveComment(
  tx: Tx,
  movement: number,
  comment: { section: CommentSection; words: string },
  actor: Actor,
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("movement_comment")
    .values({
      movement,
      section: comment.section,
      unit: actor.post?.unit ?? null,
      person: actor.person,
      author_name: actor.name,
      author_post: actor.post?.title ?? null,
      words: comment.words,
      at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveAnswer(
  tx: Tx,
  comment: number,
  answer: Omit<Answer, "at" | "actorName">,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("movement_answer")
    .values({
      comment,
      verdict: answer.verdict,
      why: answer.why,
      person: actor.person,
      actor_name: actor.name,
      at,
    })
    .execute();
}
