import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";
import { type Criteria, leavesOf } from "./criteria.ts";
import { pointsOf } from "./score.ts";
import { type ScoreEntry, totalBySide } from "./sheet.ts";

interface StoredSheet {
  readonly id: number;
  readonly state: string;
  readonly selfTotal: number;
  readonly verifiedTotal: number | null;
  readonly criteria: Criteria;
  readonly entries: readonly ScoreEntry[] | null;
}

/** Sheets whose stored points or totals are not what their table gives; empty when all is well. */
export async function sheetsNotAsReckoned(reader: Reader): Promise<number[]> {
  const { rows } = await sql<StoredSheet>`
    select sheet.id, sheet.state, sheet.self_total as "selfTotal", sheet.verified_total as "verifiedTotal",
           criteria_table.body as criteria,
           (select json_agg(json_build_object('criterion', criterion, 'side', side, 'actual', actual, 'planned', planned,
              'points', points, 'note', note, 'reason', reason, 'source', source))
              from score_entry where score_entry.sheet = sheet.id) as entries
      from score_sheet sheet
      join cluster_year on cluster_year.id = sheet.cluster_year
      join criteria_table on criteria_table.id = cluster_year.criteria_table
     order by sheet.id`.execute(reader);
  return rows.filter((sheet) => !isAsReckoned(sheet)).map(({ id }) => id);
}

function isAsReckoned({ criteria, entries, selfTotal, verifiedTotal }: StoredSheet): boolean {
  const leaves = new Map(leavesOf(criteria).map((leaf) => [leaf.id, leaf]));
  const all = entries ?? [];
  const points = all.every((entry) => {
    const leaf = leaves.get(entry.criterion);
    return leaf !== undefined && pointsOf(leaf, entry) === entry.points;
  });
  const verified = verifiedTotal === null || totalBySide(criteria, all, "verified") === verifiedTotal;
  return points && verified && totalBySide(criteria, all, "self") === selfTotal;
}

/** Sheets whose state is another than the fold of what happened. */
export async function sheetsOutOfFold(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select sheet.id
      from score_sheet sheet
      left join lateral (select kind from score_event event where event.sheet = sheet.id and event.kind <> 'taken-over' order by event.id desc limit 1) last on true
     where sheet.state <> coalesce(case last.kind when 'reopened' then 'submitted' else last.kind end, 'draft')
     order by sheet.id`.execute(reader);
  return rows.map(({ id }) => id);
}

/** Years published without a result, or with results and not published. */
export async function yearsHalfPublished(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from cluster_year
     where (published_at is not null)
        <> exists (select from cluster_result result where result.cluster_year = cluster_year.id)
     order by id`.execute(reader);
  return rows.map(({ id }) => id);
}
