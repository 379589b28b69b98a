import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";
import type { Invariant } from "../platform/invariant.ts";
import { openAndCount } from "./count.cipher.ts";
import { exportOf } from "./count.store.ts";
import { pollOf } from "./poll.store.ts";

/** What must be true of votes whatever happened. */
export const ballotsInvariants: readonly Invariant[] = [
  {
    name: "mỗi nội dung có đúng bao nhiêu lá phiếu thì có bấy nhiêu mã và người đã bỏ phiếu trên máy",
    broken: async (reader) =>
      (await unequalBoxes(reader)).map(
        (one) =>
          `Cuộc bỏ phiếu ${one.poll}, nội dung ${one.question}: ${one.receipts} người bỏ phiếu, ${one.ballots} lá phiếu, ${one.codes} mã.`,
      ),
  },
  {
    name: "kết quả đã ghi bằng kết quả đếm lại từ các lá phiếu",
    broken: async (reader) => {
      const broken: string[] = [];
      for (const id of await countedPolls(reader)) {
        const poll = await pollOf(reader, id);
        const recorded = poll && (await exportOf(reader, poll));
        if (!recorded || (await openAndCount(recorded)).canonical !== recorded.canonical)
          broken.push(`Cuộc bỏ phiếu ${id}: kết quả ghi lại khác kết quả đếm lại.`);
      }
      return broken;
    },
  },
];

interface UnequalBox {
  readonly poll: number;
  readonly question: number;
  readonly receipts: number;
  readonly ballots: number;
  readonly codes: number;
}

/** Questions whose electronic receipts, ballots and codes are not of one number. */
async function unequalBoxes(reader: Reader): Promise<UnequalBox[]> {
  const { rows } = await sql<UnequalBox>`
    select counted.* from (
      select question.poll, question.ordinal as question,
             (select count(*) from poll_receipt receipt join poll_voter voter using (poll, person)
               where receipt.poll = question.poll and receipt.way = 'electronic'
                 and not exists (
                   select 1 from jsonb_to_recordset(voter.excluded) as one(question int, nominee int)
                    where one.question = question.ordinal
                      and (one.nominee is null or question.kind = 'approve'))) as receipts,
             (select count(*) from poll_ballot ballot
               where ballot.poll = question.poll and ballot.question = question.ordinal) as ballots,
             (select count(*) from poll_code code
               where code.poll = question.poll and code.question = question.ordinal) as codes
        from poll_question question) counted
     where counted.receipts <> counted.ballots or counted.ballots <> counted.codes
     order by counted.poll, counted.question`.execute(reader);
  return rows;
}

async function countedPolls(reader: Reader): Promise<number[]> {
  const rows = await reader.selectFrom("poll_count").select("poll").orderBy("poll").execute();
  return rows.map(({ poll }) => poll);
}
