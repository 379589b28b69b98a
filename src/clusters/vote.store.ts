import { sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";

/** Where the cluster's vote stands, for the year on one page: whom it put forward, once that is counted. */
export async function stepOfVotes(
  reader: Reader,
  scoring: number,
): Promise<{ state: string | null; day: Day | null; settled: boolean }> {
  const { rows } = await sql<{ unitName: string | null; state: string; metOn: Day }>`
    select vote.state, vote.met_on as "metOn",
           (select string_agg(distinct unit_name, ', ') from cluster_nomination nomination where nomination.cluster_year = ${scoring}) as "unitName"
      from cluster_vote vote where vote.cluster_year = ${scoring} order by vote.id desc limit 1`.execute(
    reader,
  );
  const [last] = rows;
  if (!last) return { state: null, day: null, settled: false };
  if (last.unitName) return { state: `Suy tôn ${last.unitName}`, day: last.metOn, settled: true };
  return {
    state: last.state === "open" ? "Đang suy tôn" : "Chưa có đơn vị được suy tôn",
    day: last.metOn,
    settled: false,
  };
}
