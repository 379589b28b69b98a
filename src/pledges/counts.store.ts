import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";

/** How far the parts of a pledge are, beside its tabs. */
export interface Counts {
  readonly plans: number;
  readonly comments: number;
  readonly unanswered: number;
  readonly commitments: number;
  readonly outcomes: number;
  /** Members with a commitment. */
  readonly promising: number;
  /** Members that have signed the latest text. */
  readonly signed: number;
  readonly tasks: number;
  readonly openTasks: number;
  /** Units that came to the conference. */
  readonly attending: number;
}

export async function countsOf(reader: Reader, pledge: number): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select count(*) from pledge_plan where pledge_plan.pledge = pledge.id) as plans,
           (select count(*) from pledge_comment comment where comment.pledge = pledge.id) as comments,
           (select count(*) from pledge_comment comment
             where comment.pledge = pledge.id and comment.verdict is null) as unanswered,
           (select count(*) from pledge_commitment promised where promised.pledge = pledge.id) as commitments,
           (select count(*) from pledge_commitment promised
             where promised.pledge = pledge.id and promised.result is not null) as outcomes,
           (select count(distinct promised.unit) from pledge_commitment promised
              join cluster_member member on member.unit = promised.unit and member.cluster = pledge.cluster
               and member.year = pledge.year
             where promised.pledge = pledge.id) as promising,
           (select count(*) from pledge_signature signature
              join cluster_member member on member.unit = signature.unit and member.cluster = pledge.cluster
               and member.year = pledge.year
             where signature.text = (select id from pledge_text where pledge_text.pledge = pledge.id
                                      order by number desc limit 1)) as signed,
           (select count(*) from pledge_task task where task.pledge = pledge.id) as tasks,
           (select count(*) from pledge_task task where task.pledge = pledge.id and task.state <> 'done') as "openTasks",
           (select count(*) from pledge_attendance came
             where came.pledge = pledge.id and came.presence <> 'absent') as attending
      from pledge where pledge.id = ${pledge}`.execute(reader);
  return rows[0]!;
}
