import { sql } from "kysely";
import { type Day, writeDay } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { mayNot, type Refusal } from "../platform/refusal.ts";
import type { PostKind } from "./post.ts";

interface EndedFacts {
  readonly person: number | null;
  /** Where a post would have given the right. */
  readonly units: readonly number[];
  readonly kinds: readonly PostKind[];
  readonly day: Day;
}

/**
 * Why somebody no longer may what they might when the page was drawn: a post of theirs in one of these units that has
 * ended. Null when they never held one, and then there is nothing to tell them.
 */
export async function refuseEndedPost(
  reader: Reader,
  { person, units, kinds, day }: EndedFacts,
): Promise<Refusal | null> {
  if (person === null) return null;
  const { rows } = await sql<{ title: string; on: Day }>`
    select title, upper(validity) as "on" from post
     where person = ${person} and unit = any(${[...units]}::bigint[]) and kind = any(${[...kinds]}::text[])
       and upper(validity) <= ${day}::date
     order by upper(validity) desc limit 1`.execute(reader);
  const ended = rows[0];
  if (!ended) return null;
  return mayNot(
    "post-ended",
    `Chức trách “${ended.title}” của Ông/Bà đã kết thúc từ ngày ${writeDay(ended.on)} nên việc này không thực hiện được. Việc đã làm trước đó vẫn giữ nguyên; phần vừa nhập còn dưới đây để chuyển cho người kế nhiệm.`,
  );
}
