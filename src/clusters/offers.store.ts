import { sql } from "kysely";
import { patternsOf, searchWords } from "../org/search.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { extensionsOf } from "../platform/extensions.store.ts";
import { type ScoreReach, seenYears } from "./score-reach.store.ts";
import { yearColumns } from "./scoring-year.store.ts";
import { type ScoringYear, scoreObligation, yearFor } from "./scoring-year.ts";
import type { SheetState } from "./sheet.ts";

/** A member unit in a year of scoring with where its sheet stands. */
export interface MemberYear {
  readonly scoring: ScoringYear;
  readonly unit: number;
  readonly unitName: string;
  readonly sheet: number | null;
  readonly state: SheetState | null;
  readonly submittedAt: Instant | null;
}

interface MemberRow extends ScoringYear {
  readonly unit: number;
  readonly unitName: string;
  readonly sheet: number | null;
  readonly sheetState: SheetState | null;
  readonly submittedAt: Instant | null;
}

/** Units on rosters of years of scoring: of some units or all, of one year or all that are not published. */
export async function memberYears(
  reader: Reader,
  asked: { readonly units: readonly number[] | null; readonly year: number | null },
): Promise<MemberYear[]> {
  const units = asked.units === null ? null : [...asked.units];
  const { rows } = await sql<MemberRow>`
    select ${yearColumns}, member.unit, named.name as "unitName", sheet.id as sheet, sheet.state as "sheetState",
           sheet.submitted_at as "submittedAt"
      from cluster_year
      join cluster_member member on member.cluster = cluster_year.cluster and member.year = cluster_year.year
      cross join lateral (select name from unit_name where unit_name.unit = member.unit
        order by lower(validity) desc nulls last limit 1) named
      left join score_sheet sheet on sheet.cluster_year = cluster_year.id and sheet.unit = member.unit
     where (${units}::bigint[] is null or member.unit = any(${units}::bigint[]))
       and case when ${asked.year}::int is null then cluster_year.published_at is null else cluster_year.year = ${asked.year} end
     order by cluster_year.self_until, cluster_year.id, member.unit`.execute(reader);
  const extensions = await extensionsOf(
    reader,
    rows.map(({ id }) => scoreObligation(id)),
  );
  return rows.map(({ unit, unitName, sheet, sheetState, submittedAt, ...scoring }) => {
    const { subject } = scoreObligation(scoring.id);
    const own = extensions.filter((extension) => extension.subject === subject);
    return {
      ...{ scoring: yearFor(scoring, unit, own), unit, unitName, sheet, submittedAt },
      state: sheetState,
    };
  });
}

/** Years not published whose founder somebody serves: how many have sent and wait to be verified. */
export interface SteeredYear extends ScoringYear {
  readonly members: number;
  readonly sent: number;
  readonly toVerify: number;
}

export async function yearsSteered(reader: Reader, founders: readonly number[]): Promise<SteeredYear[]> {
  if (founders.length === 0) return [];
  const { rows } = await sql<SteeredYear>`
    select ${yearColumns},
           (select count(*)::int from cluster_member member
             where member.cluster = cluster_year.cluster and member.year = cluster_year.year) as members,
           (select count(*)::int from score_sheet sheet where sheet.cluster_year = cluster_year.id
             and sheet.state in ('submitted', 'verified')) as sent,
           (select count(*)::int from score_sheet sheet where sheet.cluster_year = cluster_year.id
             and sheet.state = 'submitted') as "toVerify"
      from cluster_year
     where cluster_year.founder = any(${[...founders]}::bigint[]) and cluster_year.published_at is null
     order by cluster_year.year desc, cluster_year.id limit 100`.execute(reader);
  return rows;
}

/** Years somebody sees of one cluster, or of the clusters of one unit. */
export async function yearsSeen(
  reader: Reader,
  reach: ScoreReach,
  of: { readonly cluster: number | null; readonly unit: number | null; readonly year: number | null },
): Promise<ScoringYear[]> {
  const { rows } = await sql<ScoringYear>`
    select ${yearColumns} from cluster_year
     where ${seenYears(reach)}
       and (${of.cluster}::bigint is null or cluster_year.cluster = ${of.cluster})
       and (${of.year}::int is null or cluster_year.year = ${of.year})
       and (${of.unit}::bigint is null or exists (select from cluster_member member
             where member.cluster = cluster_year.cluster and member.year = cluster_year.year and member.unit = ${of.unit}))
     order by cluster_year.year desc, cluster_year.id limit 50`.execute(reader);
  return rows;
}

/** Years by the name of their cluster; names only, so that a search tells nothing of scores. */
export async function findYears(
  reader: Reader,
  reach: ScoreReach,
  words: string,
  limit: number,
): Promise<ScoringYear[]> {
  const patterns = patternsOf(searchWords(words));
  const { rows } = await sql<ScoringYear>`
    select ${yearColumns} from cluster_year
     where ${seenYears(reach)}
       and exists (select from unit_name where unit_name.unit = cluster_year.cluster
                    and fold(unit_name.name || ' ' || unit_name.code || ' ' || cluster_year.year) like all(${patterns}::text[]))
     order by cluster_year.year desc, cluster_year.id limit ${limit}`.execute(reader);
  return rows;
}
