import { sql } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";

/** What shows that a score is deserved: a file or a link, with a word about it. */
export interface Evidence {
  readonly id: number;
  readonly criterion: number;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly link: string | null;
  readonly words: string | null;
  readonly at: Instant;
  readonly actorName: string;
}

/** Evidence of a sheet that stands, in the order it came. */
export async function evidenceOf(reader: Reader, sheet: number): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    select evidence.id, criterion, file, file_name as "fileName", file.media_type as "mediaType", link, words, at,
           actor_name as "actorName"
      from score_evidence evidence left join file on file.hash = evidence.file
     where sheet = ${sheet} and withdrawn_at is null order by evidence.id`.execute(reader);
  return rows;
}

export interface NewEvidence {
  readonly criterion: number;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly link: string | null;
  readonly words: string | null;
}

export async function saveEvidence(
  tx: Tx,
  sheet: number,
  evidence: NewEvidence,
  actorName: string,
  at: Instant,
): Promise<number> {
  const row = await tx
    .insertInto("score_evidence")
    .values({
      ...{ sheet, criterion: evidence.criterion, file: evidence.file, file_name: evidence.fileName },
      ...{ link: evidence.link, words: evidence.words, at, actor_name: actorName },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Takes evidence away from the sheet; what it was stays in the record. False when it was gone before. */
export async function withdrawEvidence(tx: Tx, sheet: number, id: number, at: Instant): Promise<boolean> {
  const { rows } = await sql`
    update score_evidence set withdrawn_at = ${at}
     where id = ${id} and sheet = ${sheet} and withdrawn_at is null returning id`.execute(tx);
  return rows.length === 1;
}
