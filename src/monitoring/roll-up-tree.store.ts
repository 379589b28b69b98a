import { type SqlBool, sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { sharesWhere } from "./share.store.ts";
import type { Share } from "./share.ts";
import { seenBy, type TargetReach } from "./target-reach.store.ts";

/** The shares of a target that somebody sees, the highest first. */
export async function sharesSeenOf(
  reader: Reader,
  target: number,
  reach: TargetReach,
  day: Day,
): Promise<Share[]> {
  const seen = await sharesWhere(reader, sql<SqlBool>`share.target = ${target} and ${seenBy(reach)}`, day);
  const ids = new Set(seen.map(({ id }) => id));
  const isTop = ({ parent }: Share) => parent === null || !ids.has(parent);
  return [...seen.filter(isTop), ...seen.filter((share) => !isTop(share))];
}

/** Shares in the same target of units that have ended and went over into this share's unit. */
export const predecessorsOf = (reader: Reader, share: Share, day: Day): Promise<Share[]> =>
  sharesWhere(
    reader,
    sql<SqlBool>`share.target = ${share.target} and share.unit in (
      select succession.from_unit from succession join unit ended on ended.id = succession.from_unit
       where succession.to_unit = ${share.unit} and succession.from_unit <> ${share.unit}
         and succession.on_day <= ${day}::date and upper(ended.validity) <= ${day}::date)`,
    day,
  );

/** Which of these shares somebody sees: the way up, or the parts of a sum, as far as they are theirs. */
export const sharesNumberedSeen = (
  reader: Reader,
  ids: readonly number[],
  reach: TargetReach,
  day: Day,
): Promise<Share[]> =>
  sharesWhere(reader, sql<SqlBool>`share.id = any(${[...ids]}::bigint[]) and ${seenBy(reach)}`, day);

/** What a share and all below it reached in one period. */
export interface PeriodSum {
  readonly to: Day;
  readonly numerator: number;
  readonly denominator: number | null;
  /** How many shares have entered for it. */
  readonly told: number;
}

/** The entries that stand, summed by period over these shares. */
export async function periodSumsOf(reader: Reader, shares: readonly number[]): Promise<PeriodSum[]> {
  const { rows } = await sql<PeriodSum>`
    select value.to_day as "to", sum(value.numerator) as numerator, sum(value.denominator) as denominator,
           count(*)::int as told
      from target_value value
     where value.share = any(${[...shares]}::bigint[])
       and not exists (select from target_value later where later.replaces = value.id)
     group by value.to_day order by value.to_day`.execute(reader);
  return rows;
}
