import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";
import type { EarlierSheet } from "./preview.ts";
import type { CriteriaTable } from "./table.ts";

/** Published sheets of the year before a table's, of the same body and kind of subject; with their figures. */
export async function earlierSheets(
  reader: Reader,
  table: Pick<CriteriaTable, "owner" | "year" | "kind">,
): Promise<EarlierSheet[]> {
  const { rows } = await sql<EarlierSheet>`
    select sheet.unit, sheet.unit_name as "unitName", sheet.verified_total as before, earlier.body as criteria,
           (select coalesce(json_agg(json_build_object('criterion', criterion, 'side', side, 'actual', actual,
                     'planned', planned, 'points', points, 'note', note, 'reason', reason, 'source', source)), '[]')
              from score_entry where score_entry.sheet = sheet.id and side = 'verified') as entries
      from criteria_table earlier
      join cluster_year year on year.criteria_table = earlier.id and year.published_at is not null
      join score_sheet sheet on sheet.cluster_year = year.id and sheet.state = 'verified'
     where earlier.owner = ${table.owner} and earlier.year = ${table.year - 1} and earlier.kind = ${table.kind}
     order by sheet.unit_name collate "vi-x-icu", sheet.id limit 500`.execute(reader);
  return rows;
}
