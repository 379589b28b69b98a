import { sql } from "kysely";
import type { Tx } from "../src/platform/db.ts";

/** What the benchmark of the roll-up needs to know of what was generated. */
export interface GeneratedTargets {
  readonly ministry: number;
  readonly targets: number;
  readonly shares: number;
  readonly values: number;
}

const UNITS = 2000;
const TARGETS = 20;
const YEAR = 2025;
const LEVELS = 5;

/**
 * Twenty targets of a ministry over 2,000 units in five levels (1 + 34 + 170 + 680 + 1,115), divided down to the
 * lowest, with four quarters of values of every unit that was not divided on; the same every time.
 */
export async function generateTargets(tx: Tx): Promise<GeneratedTargets> {
  await sql`
    create temporary table level_unit on commit drop as
    select number,
           case when number = 1 then null
                when number <= 35 then 1
                when number <= 205 then 2 + (number - 36) % 34
                when number <= 885 then 36 + (number - 206) % 170
                else 206 + (number - 886) % 680 end as above
      from generate_series(1, ${UNITS}) number`.execute(tx);
  const { rows } = await sql<{ first: number }>`
    with made as (
      insert into unit (kind, chain, legal_personality, small_collective, has_accounts, validity)
      select case when number = 1 then 'ministry' else 'provincial-department' end, 'vertical', true, false, true,
             daterange('2010-01-01', null)
        from level_unit order by number
      returning id
    )
    select min(id) as first from made`.execute(tx);
  const first = rows[0]!.first;
  await sql`
    insert into unit_name (unit, name, code, validity)
    select ${first} + number - 1, 'Đơn vị số ' || number, 'BENCH-' || number, daterange('2010-01-01', null)
      from level_unit`.execute(tx);
  await sql`
    insert into unit_place (unit, parent, validity)
    select ${first} + number - 1, ${first} + above - 1, daterange('2010-01-01', null) from level_unit`.execute(
    tx,
  );
  await sql`
    insert into target (owner, year, name, measure, counted, counting, direction, from_day, to_day, rhythm, report_days,
                        source, beyond, set_at)
    select ${first}, ${YEAR}, 'Chỉ tiêu số ' || number, case when number % 3 = 0 then 'percent' else 'count' end,
           case when number % 3 = 0 then '%' else 'vụ việc' end, case when number % 5 = 0 then 'running' else 'sum' end,
           'up', make_date(${YEAR}, 1, 1), make_date(${YEAR}, 12, 31), 'quarter', 10, 'typed', false, now()
      from generate_series(1, ${TARGETS}) number`.execute(tx);
  await sharesAndValues(tx, first);
  const counted = await sql<{ shares: number; values: number }>`
    select (select count(*)::int from target_share) as shares, (select count(*)::int from target_value) as values`.execute(
    tx,
  );
  return { ministry: first, targets: TARGETS, ...counted.rows[0]! };
}

async function sharesAndValues(tx: Tx, first: number): Promise<void> {
  await sql`
    insert into target_share (target, unit, goal)
    select target.id, ${first}, 500000 from target order by target.id`.execute(tx);
  for (let level = 2; level <= LEVELS; level += 1)
    await sql`
      insert into target_share (target, parent, unit, goal)
      select above.target, above.id, ${first} + level_unit.number - 1, 100 + (level_unit.number * 37) % 900
        from level_unit join target_share above on above.unit = ${first} + level_unit.above - 1
       where not exists (select from target_share there
                          where there.target = above.target and there.unit = ${first} + level_unit.number - 1)
       order by above.target, level_unit.number`.execute(tx);
  await sql`
    insert into target_value (target, share, unit, from_day, to_day, numerator, denominator, kind, at, day, actor_name)
    select share.target, share.id, share.unit, make_date(${YEAR}, quarter * 3 - 2, 1),
           (make_date(${YEAR}, quarter * 3 - 2, 1) + interval '3 months' - interval '1 day')::date,
           10 + (share.id * 13 + quarter * 7) % 80, case when target.measure = 'percent' then 100 end, 'typed', now(),
           make_date(${YEAR} + 1, 1, 5), 'Nguyễn Văn Mẫu'
      from target_share share join target on target.id = share.target
      cross join generate_series(1, 4) quarter
     where not exists (select from target_share below where below.parent = share.id)`.execute(tx);
}
