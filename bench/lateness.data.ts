import { sql } from "kysely";
import type { Tx } from "../src/platform/db.ts";

/** What the benchmark of lateness needs to know of what was generated. */
export interface GeneratedLateness {
  readonly ministry: number;
  readonly person: number;
}

export const lateYear = 2026;
const YEARS = 4;

/**
 * Units under one ministry in clusters of twenty, and in each of four years a movement with a registration by
 * 27/02 that nine in ten have sent, one in seven of them late; the same every time.
 */
export async function generateLateness(tx: Tx, units: number): Promise<GeneratedLateness> {
  const ministry = await one(
    tx,
    sql`insert into unit (kind, chain, legal_personality, small_collective, has_accounts, validity)
        values ('ministry', 'vertical', true, false, true, '[2010-01-01,)') returning id`,
  );
  await sql`
    insert into unit (kind, chain, legal_personality, small_collective, has_accounts, validity)
    select 'enforcement-province', 'vertical', true, false, true, '[2010-01-01,)'
      from generate_series(1, ${units}::int)`.execute(tx);
  await sql`
    insert into unit_name (unit, name, code, validity)
    select id, case when id = ${ministry} then 'Bộ Tư pháp' else 'Thi hành án dân sự khu vực ' || id end,
           'DV-' || id, '[2010-01-01,)' from unit`.execute(tx);
  await sql`
    insert into unit_place (unit, parent, validity)
    select id, nullif(${ministry}::bigint, id), '[2010-01-01,)' from unit`.execute(tx);
  await generateClusters(tx, ministry);
  for (let back = 0; back < YEARS; back += 1) await generateYear(tx, ministry, lateYear - back);
  const person = await one(
    tx,
    sql`insert into person (name, category) values ('Nguyễn Thị Đo', 'civil-servant') returning id`,
  );
  await sql`insert into post (person, unit, kind, title, validity)
            values (${person}, ${ministry}, 'standing-officer', 'Chuyên viên thường trực', '[2012-01-01,)')`.execute(
    tx,
  );
  return { ministry, person };
}

async function generateClusters(tx: Tx, ministry: number): Promise<void> {
  await sql`
    with made as (
      insert into unit (kind, chain, legal_personality, small_collective, has_accounts, validity)
      select 'cluster', 'none', false, false, true, '[2010-01-01,)'
        from generate_series(1, (select count(*) / 20 from unit where kind = 'enforcement-province'))
      returning id
    ), named as (
      insert into unit_name (unit, name, code, validity)
      select id, 'Cụm thi đua số ' || id, 'CUM-' || id, '[2010-01-01,)' from made
    ), placed as (
      insert into unit_place (unit, parent, validity) select id, ${ministry}, '[2010-01-01,)' from made
    )
    insert into cluster (unit, kind, outside) select id, 'CLUSTER', false from made`.execute(tx);
  await sql`
    insert into cluster_member (cluster, unit, year)
    select cluster.unit, member.id, ${lateYear}
      from (select unit, row_number() over (order by unit) as number from cluster) cluster
      join (select id, (row_number() over (order by id) - 1) / 20 + 1 as number from unit
             where kind = 'enforcement-province') member on member.number = cluster.number`.execute(tx);
}

async function generateYear(tx: Tx, ministry: number, year: number): Promise<void> {
  const movement = await one(
    tx,
    sql`insert into movement (kind, level, launcher, name, from_year, to_year, origin, state, made_at, issued_at)
        values ('regular', 'ministry', ${ministry}, ${`Phong trào thi đua ngành Tư pháp năm ${year}`}, ${year}, ${year},
                'written', ${year === lateYear ? "running" : "closed"}, ${`${year}-01-05`}, ${`${year}-01-05`})
        returning id`,
  );
  await sql`
    insert into movement_deadline (movement, position, what, purpose, wording, kind, day, inclusive, audience_words, groups)
    values (${movement}, 1, 'Gửi đăng ký', 'registration', 'chậm nhất ngày 27/02', 'dated', ${`${year}-02-27`}, true,
            'các đơn vị', array['enforcement-province'])`.execute(tx);
  await sql`
    insert into movement_unit (movement, unit, audience, since)
    select ${movement}, id, 'enforcement-province', ${`${year}-01-05`} from unit where kind = 'enforcement-province'`.execute(
    tx,
  );
  await sql`
    with told as (
      select unit.id, named.name, unit.id % 7 = 0 as late,
             make_date(${year}, 2, 5) + case when unit.id % 7 = 0 then 30 else unit.id::int % 20 end as arrived
        from unit join unit_name named on named.unit = unit.id
       where unit.kind = 'enforcement-province' and unit.id % 10 <> 0
    ), sent as (
      insert into registration (movement, unit, receiver, addressees, year, unit_name, state, version, submitted_at,
                                late, channel, line_count, searched, started_at, changed_at)
      select ${movement}, id, ${ministry}, array[${ministry}]::bigint[], ${year}, name, 'submitted', 2, arrived, late,
             'online', 12, fold(name), arrived, arrived from told
      returning id, submitted_at, late
    )
    insert into registration_event (registration, kind, at, actor_name, late, late_reason, channel)
    select id, 'submitted', submitted_at, 'Nguyễn Văn Mẫu', late, case when late then 'Thiên tai' end, 'online'
      from sent`.execute(tx);
}

async function one(tx: Tx, insert: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await (insert as ReturnType<typeof sql<{ id: number }>>).execute(tx);
  return rows[0]!.id;
}
