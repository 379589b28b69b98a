import { type RawBuilder, sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { ShareSum } from "./roll-up.ts";

/** Every share of these targets with what it was told itself; of periods over by a day, or of all. */
export const sumsOfTargets = (
  reader: Reader,
  targets: readonly number[],
  day: Day,
  until: Day | null = null,
): Promise<ShareSum[]> =>
  sumsWhere(reader, { shares: sql`share.target`, values: sql`value.target`, ids: targets, until }, day);

/** These shares with all below them and all that went over into them. */
export async function sumsBelow(
  reader: Reader,
  shares: readonly number[],
  day: Day,
  until: Day | null = null,
): Promise<ShareSum[]> {
  if (shares.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    with recursive went(from_unit, to_unit) as materialized (
      ${overAndGone(day)}
       union
      select went.from_unit, step.to_unit from went join (${overAndGone(day)}) step on step.from_unit = went.to_unit
    ), below(id, target, unit) as (
      select id, target, unit from target_share where id = any(${[...shares]}::bigint[])
       union
      select found.id, found.target, found.unit
        from below cross join lateral (
          select child.id, child.target, child.unit from target_share child where child.parent = below.id
           union all
          select gone.id, gone.target, gone.unit
            from went join target_share gone on gone.target = below.target and gone.unit = went.from_unit
           where went.to_unit = below.unit) found
    )
    select id from below`.execute(reader);
  const ids = rows.map(({ id }) => id);
  return sumsWhere(reader, { shares: sql`share.id`, values: sql`value.share`, ids, until }, day);
}

/** Which unit went over into which, once the first has ended. */
const overAndGone = (day: Day) => sql`
  select succession.from_unit, succession.to_unit
    from succession join unit ended on ended.id = succession.from_unit
   where succession.to_unit <> succession.from_unit
     and succession.on_day <= ${day}::date and upper(ended.validity) <= ${day}::date`;

type SumRow = Omit<ShareSum, "followers" | "carried">;

/** Whose sums are asked: a column of the shares, the same of the values, and the ids in it. */
interface Asked {
  readonly shares: RawBuilder<unknown>;
  readonly values: RawBuilder<unknown>;
  readonly ids: readonly number[];
  /** Only periods that end by this day; null counts every entry. */
  readonly until: Day | null;
}

/**
 * One pass over the entries that stand (those no other corrects). What counts is the sum of the periods, or of a
 * running number the latest; arrays compare by their first element, so the greatest is that of the latest period.
 */
async function sumsWhere(
  reader: Reader,
  { shares, values, ids, until }: Asked,
  day: Day,
): Promise<ShareSum[]> {
  const { rows } = await sql<SumRow>`
    with told as (
      select value.share, max(least(value.to_day, value.day)) as as_of, max(value.to_day) filter (where value.day >= value.to_day) as complete_to,
             sum(value.numerator) as numerator, sum(value.denominator) as denominator,
             sum(value.numerator) filter (where value.day >= value.to_day) as complete_numerator,
             sum(value.denominator) filter (where value.day >= value.to_day) as complete_denominator,
             sum(value.to_day - value.from_day + 1) filter (where value.day >= value.to_day) as complete_days,
             max(array[value.to_day - date '1900-01-01', value.numerator, value.denominator])
               filter (where target.counting = 'running') as last,
             max(array[value.to_day - date '1900-01-01', value.numerator, value.denominator])
               filter (where target.counting = 'running' and value.day >= value.to_day) as complete
        from target_value value join target on target.id = value.target
       where ${values} = any(${[...ids]}::bigint[])
         and (${until}::date is null or value.to_day <= ${until}::date)
         and not exists (select from target_value later where later.replaces = value.id)
       group by value.share
    )
    select share.id as share, share.target, share.parent, share.unit, share.base, share.goal,
           told.as_of as "asOf", told.complete_to as "completeTo",
           case when upper(unit.validity) <= ${day}::date then upper(unit.validity) end as "endedOn",
           coalesce(told.last[2], told.numerator) as numerator,
           case when told.last is null then told.denominator else told.last[3] end as denominator,
           coalesce(told.complete[2], told.complete_numerator) as "completeNumerator",
           case when told.complete is null then told.complete_denominator else told.complete[3] end
             as "completeDenominator",
           coalesce(case when told.complete is null then told.complete_days
                         else told.complete_to - target.from_day + 1 end, 0)::int as "completeDays"
      from target_share share
      join target on target.id = share.target
      join unit on unit.id = share.unit
      left join told on told.share = share.id
     where ${shares} = any(${[...ids]}::bigint[])`.execute(reader);
  const ended = rows.filter(({ endedOn }) => endedOn !== null);
  const steps = await stepsFrom(
    reader,
    ended.map(({ unit }) => unit),
    day,
  );
  const shareOf = await sharesOfFollowers(reader, ended, steps);
  return rows.map((row) => ({
    ...row,
    ...(row.endedOn === null ? notFollowed : followersOf(row, steps, shareOf)),
  }));
}

const notFollowed = { followers: [] as readonly number[], carried: false };

type Steps = ReadonlyMap<number, readonly Step[]>;

interface Step {
  readonly from: number;
  readonly to: number;
  /** The follower has ended itself. */
  readonly gone: boolean;
}

/** What became of ended units, step by step to those that exist. */
async function stepsFrom(reader: Reader, units: readonly number[], day: Day): Promise<Steps> {
  const steps = new Map<number, Step[]>();
  if (units.length === 0) return steps;
  const { rows } = await sql<Step>`
    with recursive went(from_unit, to_unit) as (
      select from_unit, to_unit from (${overAndGone(day)}) step where from_unit = any(${[...new Set(units)]}::bigint[])
       union
      select step.from_unit, step.to_unit from went join (${overAndGone(day)}) step on step.from_unit = went.to_unit
    )
    select went.from_unit as "from", went.to_unit as "to", coalesce(upper(unit.validity) <= ${day}::date, false) as gone
      from went join unit on unit.id = went.to_unit
     order by went.to_unit`.execute(reader);
  for (const row of rows) steps.set(row.from, [...(steps.get(row.from) ?? []), row]);
  return steps;
}

/** The shares of those that followed, by target and unit; they may lie outside of what is rolled up. */
async function sharesOfFollowers(
  reader: Reader,
  ended: readonly SumRow[],
  steps: Steps,
): Promise<ReadonlyMap<string, number>> {
  if (steps.size === 0) return new Map();
  const units = [...steps.values()].flat().map(({ to }) => to);
  const rows = await reader
    .selectFrom("target_share")
    .select(["id", "target", "unit"])
    .where("target", "in", [...new Set(ended.map(({ target }) => target))])
    .where("unit", "in", [...new Set(units)])
    .execute();
  return new Map(rows.map(({ target, unit, id }) => [`${target}/${unit}`, id]));
}

/** The nearest followers that have a share of the same target; carried when some follower lives and none has. */
function followersOf(row: SumRow, steps: Steps, shareOf: ReadonlyMap<string, number>) {
  const followers = new Set<number>();
  const seen = new Set<number>();
  let living = false;
  const waiting = [row.unit];
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    if (seen.has(unit)) continue;
    seen.add(unit);
    for (const { to, gone } of steps.get(unit) ?? []) {
      const share = shareOf.get(`${row.target}/${to}`);
      if (share !== undefined) followers.add(share);
      else if (gone) waiting.push(to);
      else living = true;
    }
  }
  return { followers: [...followers], carried: followers.size === 0 && living };
}
