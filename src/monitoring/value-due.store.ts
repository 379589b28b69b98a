import { type Expression, type SqlBool, sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { findTargets } from "./target.store.ts";
import { enteredBy, type TargetReach } from "./target-reach.store.ts";
import { type DuePeriod, duePeriodsOf, type ReportingShare, toEnter, type UnitToEnter } from "./value-due.ts";

interface ReportingRow extends Omit<ReportingShare, "entries"> {
  readonly target: number;
  readonly entries: readonly { readonly to: Day; readonly at: string }[];
}

/** The periods of the shares that report (those not divided on), by any condition on `share` and `target`. */
async function duePeriods(reader: Reader, condition: Expression<SqlBool>, day: Day): Promise<DuePeriod[]> {
  const { rows } = await sql<ReportingRow>`
    select share.id as share, share.target, share.unit, ${nameAt(sql`share.unit`, sql`${day}`)} as "unitName",
           case when upper(unit.validity) <= ${day}::date then upper(unit.validity) end as "endedOn",
           coalesce((select min(succession.to_unit) from succession
                      where succession.from_unit = share.unit and succession.to_unit <> share.unit
                        and upper(unit.validity) <= ${day}::date), share.unit) as "owedBy",
           coalesce(upper(unit.validity) <= ${day}::date, false)
             and exists (select from succession where succession.from_unit = share.unit
                          and succession.to_unit <> share.unit and succession.on_day <= ${day}::date)
             and not exists (select from succession join target_share other on other.unit = succession.to_unit
                              where succession.from_unit = share.unit and other.target = share.target) as carried,
           coalesce(entered.entries, '[]') as entries
      from target_share share
      join target on target.id = share.target
      join unit on unit.id = share.unit
      left join lateral (
        select json_agg(json_build_object('to', first.to_day, 'at', first.at)) as entries
          from (select value.to_day, min(value.at) as at from target_value value
                 where value.share = share.id and value.day >= value.to_day group by value.to_day) first) entered on true
     where target.state = 'standing' and ${condition}
       and not exists (select from target_share below where below.parent = share.id)`.execute(reader);
  const targets = await findTargets(reader, [...new Set(rows.map(({ target }) => target))], day);
  const byId = new Map(targets.map((target) => [target.id, target]));
  return rows.flatMap((row) => {
    const target = byId.get(row.target);
    return target ? duePeriodsOf(target, { ...row, entries: row.entries.map(toEntry) }) : [];
  });
}

const toEntry = ({ to, at }: { to: Day; at: string }): { to: Day; firstAt: Instant } => ({
  to,
  firstAt: new Date(at),
});

/** The shares somebody enters for of which a period is over and not reported, by unit and period. */
export async function unitsToEnter(reader: Reader, reach: TargetReach, day: Day): Promise<UnitToEnter[]> {
  if (reach.writes.length === 0 && reach.sets.length === 0) return [];
  const condition = sql<SqlBool>`target.source = 'typed' and ${enteredBy(reach)}`;
  return toEnter(await duePeriods(reader, condition, day), day);
}

/** The periods of what people report, of some units or all, of targets of some years or all. */
export function periodsTyped(
  reader: Reader,
  asked: { units: readonly number[] | null; years: readonly number[] | null },
  day: Day,
): Promise<DuePeriod[]> {
  const conditions: Expression<SqlBool>[] = [sql`target.source = 'typed'`];
  if (asked.units) conditions.push(sql`share.unit = any(${[...asked.units]}::bigint[])`);
  if (asked.years) conditions.push(sql`target.year = any(${[...asked.years]}::int[])`);
  return duePeriods(reader, sql`${sql.join(conditions, sql` and `)}`, day);
}
