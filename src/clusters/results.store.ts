import { sql } from "kysely";
import type { Reader, Tx } from "../platform/db.ts";
import type { PublishedResult, Result } from "./results.ts";

export async function saveResults(tx: Tx, scoring: number, rows: readonly Result[]): Promise<void> {
  await tx
    .insertInto("cluster_result")
    .values(
      rows.map((row) => ({
        ...{ cluster_year: scoring, unit: row.unit, unit_name: row.unitName, total: row.total },
        ...{ rank: row.rank, tied: row.tied, grade: row.grade, held_back_from: row.heldBackFrom },
      })),
    )
    .execute();
}

export async function publishedResults(reader: Reader, scoring: number): Promise<PublishedResult[]> {
  const { rows } = await sql<PublishedResult>`
    select unit, unit_name as "unitName", total, rank, tied, grade, held_back_from as "heldBackFrom"
      from cluster_result where cluster_year = ${scoring}
     order by rank, unit_name collate "vi-x-icu"`.execute(reader);
  return rows;
}

/** A unit's published result in a year, in whatever cluster: for reports and nominations. */
export interface UnitResult extends PublishedResult {
  readonly scoring: number;
  readonly cluster: number;
  readonly clusterName: string;
  readonly year: number;
  /** How many were ranked. */
  readonly ranked: number;
}

/** Published results of units over some years. Whoever asks has checked the right to them. */
export async function resultsOfUnits(
  reader: Reader,
  units: readonly number[],
  years: { readonly from: number; readonly to: number },
): Promise<UnitResult[]> {
  const { rows } = await sql<UnitResult>`
    select result.unit, result.unit_name as "unitName", result.total, result.rank, result.tied, result.grade,
           result.held_back_from as "heldBackFrom", year.id as scoring, year.cluster, year.year,
           (select name from unit_name where unit_name.unit = year.cluster
             order by lower(validity) desc nulls last limit 1) as "clusterName",
           (select count(*)::int from cluster_result other where other.cluster_year = year.id) as ranked
      from cluster_result result join cluster_year year on year.id = result.cluster_year
     where result.unit = any(${[...units]}::bigint[]) and year.year between ${years.from} and ${years.to}
     order by year.year desc, result.unit, year.id`.execute(reader);
  return rows;
}
