import { sql } from "kysely";
import { firstDayOf } from "../src/platform/day.ts";
import type { Tx } from "../src/platform/db.ts";

/** What the benchmark of the list needs to know of what was generated. */
export interface GeneratedRegistrations {
  readonly ministry: number;
  readonly movements: readonly number[];
  readonly registrations: number;
}

const UNITS = 1000;
const MOVEMENTS = 10;
const FIRST_YEAR = 2017;

/**
 * 10,000 registrations of 1,000 units in 10 movements of a ministry, the same every time: names, states and
 * arrivals come from a counter and a fixed seed, never from the clock.
 */
export async function generateRegistrations(
  tx: Tx,
  count = UNITS * MOVEMENTS,
): Promise<GeneratedRegistrations> {
  const ministry = await aUnit(tx, "ministry", "BENCH-BTP", "Bộ Tư pháp", null);
  const units = await generatedUnits(tx, ministry);
  const movements: number[] = [];
  for (let index = 0; index < MOVEMENTS; index += 1)
    movements.push(await aMovement(tx, ministry, FIRST_YEAR + index));
  for (const movement of movements)
    await sql`
      insert into movement_unit (movement, unit, audience, since)
      select ${movement}, unit, 'ministry-unit', '2017-01-01' from unnest(${units}::bigint[]) unit`.execute(
      tx,
    );
  await generatedRows(tx, ministry, units, movements, count);
  return { ministry, movements, registrations: count };
}

async function aUnit(
  tx: Tx,
  kind: string,
  code: string,
  name: string,
  parent: number | null,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into unit (kind, chain, legal_personality, small_collective, has_accounts, validity)
    values (${kind}, 'vertical', true, false, true, daterange(${firstDayOf(2010)}::date, null)) returning id`.execute(
    tx,
  );
  const id = rows[0]!.id;
  await sql`insert into unit_name (unit, name, code, validity)
            values (${id}, ${name}, ${code}, daterange(${firstDayOf(2010)}::date, null))`.execute(tx);
  await sql`insert into unit_place (unit, parent, validity)
            values (${id}, ${parent}, daterange(${firstDayOf(2010)}::date, null))`.execute(tx);
  return id;
}

/** Names as long and as alike as the real ones. */
const places = [
  "Điện Biên",
  "Lạng Sơn",
  "Cao Bằng",
  "Hà Giang",
  "Đồng Tháp",
  "Bình Định",
  "Quảng Ngãi",
  "Kiên Giang",
];

async function generatedUnits(tx: Tx, ministry: number): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 0; index < UNITS; index += 1) {
    const name = `Chi cục Thi hành án dân sự số ${index + 1}, ${places[index % places.length]}`;
    ids.push(await aUnit(tx, "enforcement-province", `BENCH-${index + 1}`, name, ministry));
  }
  return ids;
}

/** Movements of past years are closed, as they are in life; the last two run. */
async function aMovement(tx: Tx, launcher: number, year: number): Promise<number> {
  const state = year < FIRST_YEAR + MOVEMENTS - 2 ? "closed" : "running";
  const { rows } = await sql<{ id: number }>`
    insert into movement (kind, level, launcher, name, from_year, to_year, origin, state, made_at, issued_at)
    values ('regular', 'ministry', ${launcher}, ${`Phong trào thi đua ngành Tư pháp năm ${year}`}, ${year}, ${year},
            'written', ${state}, ${`${year}-01-05`}, ${`${year}-01-05`})
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Nine in ten have sent, one in seven of them late; the seed scatters arrivals over the weeks of a deadline. */
async function generatedRows(
  tx: Tx,
  ministry: number,
  units: readonly number[],
  movements: readonly number[],
  count: number,
): Promise<void> {
  await sql`
    with pair as (
      select movement, unit, row_number() over (order by movement, unit) as number
        from unnest(${[...movements]}::bigint[]) movement cross join unnest(${[...units]}::bigint[]) unit
    ), scattered as (
      select pair.*, ('x' || substr(md5('thi-dua-7' || number), 1, 7))::bit(28)::int as chance from pair
       where number <= ${count}
    ), told as (
      select scattered.*, movement_row.from_year as year, named.name, movement_row.name as movement_name,
             make_date(movement_row.from_year, 2, 1) + (chance % 40) + make_time(chance % 24, chance % 60, 0) as arrived,
             case when number % 10 = 0 then 'draft'
                  when number % 10 < 4 then 'accepted' when number % 10 = 4 then 'returned' else 'submitted' end as state
        from scattered
        join movement movement_row on movement_row.id = scattered.movement
        join unit_name named on named.unit = scattered.unit
    )
    insert into registration (movement, unit, receiver, addressees, year, unit_name, state, version, submitted_at, late,
                              channel, line_count, searched, started_at, changed_at)
    select movement, unit, ${ministry}, array[${ministry}]::bigint[], year, name, state, 3,
           case when state <> 'draft' then arrived end, case when state <> 'draft' then number % 7 = 0 end,
           case when state <> 'draft' then 'online' end, chance % 60, fold(name || ' ' || movement_name), arrived, arrived
      from told`.execute(tx);
  await sql`
    insert into registration_event (registration, kind, at, actor_name, late, late_reason, channel, remarks)
    select id, 'submitted', submitted_at, 'Nguyễn Văn Mẫu', late, case when late then 'Thiên tai' end, 'online', null
      from registration where state <> 'draft' and receiver = ${ministry}`.execute(tx);
}
