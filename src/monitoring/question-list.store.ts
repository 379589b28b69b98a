import { type Expression, type SqlBool, sql } from "kysely";
import { patternsOf, searchWords } from "../org/search.ts";
import { type Day, type Instant, startOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { FigureQuestion } from "../platform/offered.ts";
import { answerDueOn, type QuestionRow, questionColumns, toQuestion } from "./question.store.ts";
import type { Question, QuestionKind, QuestionState, QuestionStepKind } from "./question.ts";
import { type QuestionReach, questionSeenBy } from "./question-reach.store.ts";

/** What the list is narrowed by; null asks nothing. */
export interface QuestionFilter {
  readonly words: string;
  readonly state: QuestionState | null;
  readonly kind: QuestionKind | null;
  readonly movement: number | null;
  /** Open and past its day. */
  readonly late: boolean;
  /** Held by a body this person answers for. */
  readonly mine: boolean;
}

export const everyQuestion: QuestionFilter = {
  words: "",
  state: null,
  kind: null,
  movement: null,
  late: false,
  mine: false,
};

/** One page of the questions somebody sees: what is open first, the nearest day before the others. */
export async function listQuestions(
  reader: Reader,
  reach: QuestionReach,
  filter: QuestionFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: Question[]; total: number }> {
  const condition = conditionOf(reach, filter, reach.day);
  const [rows, total] = await Promise.all([
    sql<QuestionRow>`
      select ${questionColumns} from question where ${condition}
       order by question.state <> 'open', case when question.state = 'open' then ${answerDueOn} end,
                question.asked_at desc, question.id desc
       limit ${page.limit} offset ${page.offset}`.execute(reader),
    sql<{ total: number }>`select count(*)::int as total from question where ${condition}`.execute(reader),
  ]);
  return { rows: rows.rows.map(toQuestion), total: total.rows[0]?.total ?? 0 };
}

const conditionOf = (reach: QuestionReach, filter: QuestionFilter, today: Day): Expression<SqlBool> => {
  const asked: Expression<SqlBool>[] = [questionSeenBy(reach)];
  const words = searchWords(filter.words);
  if (words.length > 0) asked.push(sql`question.searched like all(${patternsOf(words)}::text[])`);
  if (filter.state !== null) asked.push(sql`question.state = ${filter.state}`);
  if (filter.kind !== null) asked.push(sql`question.kind = ${filter.kind}`);
  if (filter.movement !== null) asked.push(sql`question.movement = ${filter.movement}`);
  if (filter.late) asked.push(sql`question.state = 'open' and ${answerDueOn} < ${today}::date`);
  if (filter.mine)
    asked.push(sql`question.state = 'open' and question.holder = any(${[...reach.serves]}::bigint[])`);
  return sql`${sql.join(asked, sql` and `)}`;
};

/** Everything that waits for an answer, for the one engine of reminders. */
export async function openQuestions(reader: Reader): Promise<Question[]> {
  const { rows } = await sql<QuestionRow>`
    select ${questionColumns} from question where question.state = 'open' order by question.id`.execute(
    reader,
  );
  return rows.map(toQuestion);
}

interface QuestionDue {
  readonly question: number;
  readonly title: string;
  readonly movement: number | null;
  readonly holder: number;
  readonly dueOn: Day;
  readonly doneAt: Date | null;
}

/** Questions whose day falls in a year, with when the body that held them answered or passed them on. */
export async function questionsDueIn(
  reader: Reader,
  year: number,
  bodies: readonly number[] | null,
): Promise<QuestionDue[]> {
  const { rows } = await sql<QuestionDue>`
    select step.question, question.title, question.movement, step.holder, step.due_on as "dueOn", next.at as "doneAt"
      from question_step step
      join question on question.id = step.question
      left join lateral (select at from question_step later
        where later.question = step.question and later.id > step.id order by later.id limit 1) next on true
     where step.due_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
       and (${bodies === null} or step.holder = any(${[...(bodies ?? [])]}::bigint[]))
     order by step.id`.execute(reader);
  return rows;
}

/** How many questions units raised over some days, and how many of them were answered. */
export async function questionsRaised(
  reader: Reader,
  { units, movement, from, to }: FigureQuestion,
): Promise<{ raised: number; answered: number }> {
  const { rows } = await sql<{ raised: number; answered: number }>`
    select count(*)::int as raised,
           count(*) filter (where exists (select from question_step step
             where step.question = question.id and step.kind = 'answered'))::int as answered
      from question
     where question.unit = any(${[...units]}::bigint[])
       and (${movement}::bigint is null or question.movement = ${movement})
       and (question.asked_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${to}::date`.execute(
    reader,
  );
  return rows[0] ?? { raised: 0, answered: 0 };
}

/** What happened lately to the questions somebody sees, newest first. */
export async function changesOfQuestions(
  reader: Reader,
  reach: QuestionReach,
  since: Day,
  limit: number,
): Promise<{ question: number; title: string; kind: QuestionStepKind; bodyName: string; at: Instant }[]> {
  const { rows } = await sql<{
    question: number;
    title: string;
    kind: string;
    bodyName: string;
    at: Instant;
  }>`
    select step.question, question.title, step.kind, step.body_name as "bodyName", step.at
      from question_step step join question on question.id = step.question
     where step.at >= ${startOf(since)} and ${questionSeenBy(reach)}
     order by step.at desc, step.id desc limit ${limit}`.execute(reader);
  return rows.map((row) => ({ ...row, kind: row.kind as QuestionStepKind }));
}

/** How many of a unit's questions still wait. */
export async function openQuestionsOf(reader: Reader, unit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from question
     where state = 'open' and (unit = ${unit} or holder = ${unit})`.execute(reader);
  return rows[0]?.count ?? 0;
}
