import { type Expression, type SqlBool, sql } from "kysely";
import { patternsOf, searchWords } from "../org/search.ts";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Guidance } from "./guidance.ts";

interface GuidanceRow extends Omit<Guidance, "withdrawn"> {
  readonly withdrawnWhy: string | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
}

const columns = sql`
  guidance.id, guidance.question, guidance.movement,
  (select name from movement where movement.id = guidance.movement) as "movementName",
  guidance.body, guidance.body_name as "bodyName", guidance.asked, guidance.answer,
  guidance.published_at as "publishedAt", withdrawal.why as "withdrawnWhy", withdrawal.at as "withdrawnAt",
  withdrawal.actor_name as "withdrawnBy"
  from guidance left join guidance_withdrawal withdrawal on withdrawal.guidance = guidance.id`;

const toGuidance = ({ withdrawnWhy, withdrawnAt, withdrawnBy, ...row }: GuidanceRow): Guidance => ({
  ...row,
  withdrawn:
    withdrawnWhy !== null && withdrawnAt !== null
      ? { why: withdrawnWhy, at: withdrawnAt, actorName: withdrawnBy ?? "" }
      : null,
});

/** Published to everybody who stands in the body or below it; `within` are a person's units and all above. */
const publishedTo = (within: readonly number[]): Expression<SqlBool> =>
  sql`guidance.body = any(${[...within]}::bigint[])`;

export interface GuidanceFilter {
  readonly words: string;
  readonly movement: number | null;
  readonly withdrawn: boolean;
}

/** One page of what has been published to somebody's units, the newest first. */
export async function listGuidance(
  reader: Reader,
  within: readonly number[],
  filter: GuidanceFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: Guidance[]; total: number }> {
  const asked: Expression<SqlBool>[] = [publishedTo(within)];
  const words = searchWords(filter.words);
  if (words.length > 0) asked.push(sql`guidance.searched like all(${patternsOf(words)}::text[])`);
  if (filter.movement !== null) asked.push(sql`guidance.movement = ${filter.movement}`);
  if (!filter.withdrawn) asked.push(sql`withdrawal.guidance is null`);
  const condition = sql.join(asked, sql` and `);
  const [rows, total] = await Promise.all([
    sql<GuidanceRow>`select ${columns} where ${condition}
      order by guidance.published_at desc, guidance.id desc limit ${page.limit} offset ${page.offset}`.execute(
      reader,
    ),
    sql<{ total: number }>`
      select count(*)::int as total
        from guidance left join guidance_withdrawal withdrawal on withdrawal.guidance = guidance.id
       where ${condition}`.execute(reader),
  ]);
  return { rows: rows.rows.map(toGuidance), total: total.rows[0]?.total ?? 0 };
}

/** One published answer, when it was published to these units. */
export async function findGuidance(
  reader: Reader,
  id: number,
  within: readonly number[],
): Promise<Guidance | null> {
  const { rows } = await sql<GuidanceRow>`
    select ${columns} where guidance.id = ${id} and ${publishedTo(within)}`.execute(reader);
  return rows[0] ? toGuidance(rows[0]) : null;
}

/** What has been published of a question and still holds. */
export async function guidanceFrom(reader: Reader, question: number): Promise<Guidance | null> {
  const { rows } = await sql<GuidanceRow>`
    select ${columns} where guidance.question = ${question} and withdrawal.guidance is null
     order by guidance.id desc limit 1`.execute(reader);
  return rows[0] ? toGuidance(rows[0]) : null;
}

interface NewGuidance {
  readonly question: number;
  readonly movement: number | null;
  readonly body: number;
  readonly bodyName: string;
  readonly asked: string;
  readonly answer: string;
}

export async function saveGuidance(tx: Tx, guidance: NewGuidance, actor: Actor): Promise<number> {
  const { id } = await tx
    .insertInto("guidance")
    .values({
      question: guidance.question,
      movement: guidance.movement,
      body: guidance.body,
      body_name: guidance.bodyName,
      asked: guidance.asked,
      answer: guidance.answer,
      published_at: actor.at,
      published_by: actor.name,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveWithdrawal(tx: Tx, guidance: number, why: string, actor: Actor): Promise<void> {
  await tx
    .insertInto("guidance_withdrawal")
    .values({ guidance, why, at: actor.at, actor_name: actor.name })
    .execute();
}
