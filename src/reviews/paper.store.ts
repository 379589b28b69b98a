import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";

/** The report as it was signed and sealed. */
export interface Paper {
  readonly id: number;
  readonly number: string;
  readonly day: Day;
  readonly file: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Papers of a review, newest first. */
export async function papersOf(reader: Reader, review: number): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select paper.id, paper.number, paper.day, paper.file, paper.file_name as "fileName", file.bytes,
           file.media_type as "mediaType"
      from review_paper paper join file on file.hash = paper.file
     where paper.review = ${review} order by paper.id desc`.execute(reader);
  return rows;
}

export async function savePaper(
  tx: Tx,
  review: number,
  paper: { number: string; day: Day; file: string; fileName: string },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("review_paper")
    .values({
      review,
      number: paper.number,
      day: paper.day,
      file: paper.file,
      file_name: paper.fileName,
      at,
      actor_name: actor.name,
    })
    .execute();
}

/** The printed bytes of a sending, by their hashes. */
export interface Issue {
  readonly event: number;
  readonly pdf: string;
  readonly docx: string;
}

/** What the latest sending was printed as; null while it has not been. */
export async function issueOf(reader: Reader, review: number): Promise<Issue | null> {
  const { rows } = await sql<Issue>`
    select issue.event, issue.pdf, issue.docx from review_issue issue
     where issue.event = (select max(id) from review_event where review = ${review} and kind = 'submitted')`.execute(
    reader,
  );
  return rows[0] ?? null;
}

/** The event of the latest sending; null before there is one. */
export async function latestSending(reader: Reader, review: number): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    select max(id) as id from review_event where review = ${review} and kind = 'submitted'`.execute(reader);
  return rows[0]?.id ?? null;
}

export async function saveIssue(tx: Tx, review: number, issue: Issue, at: Instant): Promise<void> {
  await tx
    .insertInto("review_issue")
    .values({ review, ...issue, at })
    .onConflict((conflict) => conflict.column("event").doNothing())
    .execute();
}

/** A section as its unit had written it. */
export interface Aside {
  readonly id: number;
  readonly heading: string;
  readonly words: string;
  readonly at: Instant;
}

export async function asideOf(reader: Reader, review: number): Promise<Aside[]> {
  const { rows } = await sql<Aside>`
    select id, heading, words, at from review_aside where review = ${review} order by id`.execute(reader);
  return rows;
}

/** Puts what the unit had written aside: words, paragraphs taken and own figures leave the report. */
export async function putAside(tx: Tx, review: number, actor: Actor, at: Instant): Promise<void> {
  await sql`
    insert into review_aside (review, heading, words, at)
    select section.review, section.heading,
           concat_ws(E'\n', nullif(section.words, ''), quoted.words), ${at}
      from review_section section
      left join lateral (
        select string_agg(words, E'\n' order by id) as words from review_quote quote
         where quote.review = section.review and quote.position = section.position) quoted on true
     where section.review = ${review} and (section.words <> '' or quoted.words is not null)
     order by section.position`.execute(tx);
  await sql`update review_section set words = '' where review = ${review}`.execute(tx);
  await sql`delete from review_quote where review = ${review}`.execute(tx);
  await sql`
    insert into review_override (review, code, value, reason, at, person, actor_name)
    select review, code, null, 'Báo cáo đã nhận bằng bản giấy', ${at}, ${actor.person}, ${actor.name}
      from (select distinct on (code) review, code, value from review_override
             where review = ${review} order by code, id desc) own
     where value is not null`.execute(tx);
}
