import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { dutiesOf } from "./duty.store.ts";
import type { Reporter } from "./gather.ts";
import { unitsToldOf } from "./reporting.store.ts";
import type { Review, ReviewState } from "./review.ts";

/**
 * Everybody whose report goes into this one: members of the cluster, all a movement asks, rooms that send to
 * their unit, and units merged into one of them, whose reports stay.
 */
export async function reportersOf(reader: Reader, review: Review, day: Day): Promise<Reporter[]> {
  const told = review.level === "unit" ? [] : await unitsToldOf(reader, review, day);
  const asked = await askedReporters(reader, review, told, day);
  const sent = await reportsReaching(reader, review, told, day);
  const known = new Set(asked.map(({ unit }) => unit));
  return [...asked, ...sent.filter(({ unit }) => !known.has(unit))];
}

async function askedReporters(
  reader: Reader,
  review: Review,
  told: readonly number[],
  day: Day,
): Promise<Reporter[]> {
  if (review.level === "unit") return [];
  const units =
    review.level === "cluster"
      ? { units: told }
      : review.movement === null
        ? { receivers: [review.unit] }
        : {};
  const duties = await dutiesOf(reader, { movement: review.movement, year: review.year, ...units }, day);
  return duties.filter(({ period, unit }) => period.kind === review.kind && unit !== review.unit);
}

interface ReportRow extends Omit<Reporter, "deadline" | "ended" | "state"> {
  readonly state: ReviewState;
  readonly endedOn: Day | null;
  readonly successors: readonly string[];
}

/** Reports of the same period that were sent to this unit, or that stand among the units told of. */
async function reportsReaching(
  reader: Reader,
  review: Review,
  told: readonly number[],
  day: Day,
): Promise<Reporter[]> {
  const { rows } = await sql<ReportRow>`
    select report.unit, report.unit_name as "unitName", report.level, report.id as review, report.state,
           report.arrived_at as "arrivedAt", report.late,
           (select upper(unit.validity) from unit
             where unit.id = report.unit and upper(unit.validity) <= ${day}::date) as "endedOn",
           array(select ${nameAt(sql`succession.to_unit`, sql`${day}`)} from succession
                  where succession.from_unit = report.unit and succession.to_unit <> report.unit order by 1) as successors
      from review report
     where report.kind = ${review.kind} and report.year = ${review.year} and report.id <> ${review.id}
       and report.movement is not distinct from ${review.movement}::bigint and report.level <> 'sector'
       and report.submitted_at is not null
       and (report.receiver = ${review.unit} or report.unit = any(${[...told]}::bigint[])
            or ${review.level === "unit"} and exists (
                 select from succession
                  where succession.from_unit = report.unit and succession.to_unit = ${review.unit}
                    and succession.on_day >= ${review.from}::date))
     order by report.unit_name collate "vi-x-icu"`.execute(reader);
  return rows.map(({ endedOn, successors, ...row }) => ({
    ...row,
    deadline: null,
    ended: endedOn === null ? null : { on: endedOn, successors },
  }));
}

/** Whether anybody reports to this unit in that period: then there is something to gather. */
export async function gathersAnything(reader: Reader, review: Review): Promise<boolean> {
  if (review.level !== "unit") return true;
  const { rows } = await sql<{ any: boolean }>`
    select exists (
      select from review report
       where report.submitted_at is not null and report.kind = ${review.kind} and report.year = ${review.year}
         and report.movement is not distinct from ${review.movement}::bigint
         and (report.receiver = ${review.unit} or exists (
               select from succession where succession.from_unit = report.unit
                  and succession.to_unit = ${review.unit} and succession.on_day >= ${review.from}::date))) as any`.execute(
    reader,
  );
  return rows[0]?.any ?? false;
}
