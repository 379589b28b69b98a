import pg from "pg";

/** How large the ministry of the benchmark is. */
export interface Size {
  readonly provinces: number;
  readonly roomsOfAProvince: number;
  readonly people: number;
  readonly years: number;
}

export const lastYear = 2026;

/** What is made is the same every time: every choice is a hash of who, when and what. */
const chance = (of: string, salt: number): string => `(abs(hashint8extended(${of}, ${salt})) % 1000)`;

/**
 * Writes a ministry with provinces, rooms, people and the record of their years straight into the tables:
 * a grade and one honour at least a year, an initiative in some, discipline and pending matters in few.
 */
export async function makeMinistry(ownerUrl: string, size: Size): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica; set synchronous_commit = off");
    await client.query(units(size));
    await client.query(people(size));
    for (const statement of records(size)) await client.query(statement);
    await client.query("reset session_replication_role");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

/** The Ministry is unit 1; then a Cục for every province, then its rooms. */
const units = ({ provinces, roomsOfAProvince }: Size): string => `
  insert into unit (kind, chain, legal_personality, small_collective, has_accounts, province, validity)
  values ('ministry', 'vertical', true, false, true, null, '[2000-01-01,)');
  insert into unit (kind, chain, legal_personality, small_collective, has_accounts, province, validity)
  select 'enforcement-province', 'vertical', true, false, true, lpad((10 + province)::text, 2, '0'), '[2000-01-01,)'
    from generate_series(1, ${provinces}) province order by province;
  insert into unit (kind, chain, legal_personality, small_collective, has_accounts, province, validity)
  select 'room', 'vertical', false, true, true, null, '[2000-01-01,)'
    from generate_series(1, ${provinces * roomsOfAProvince}) room order by room;
  insert into unit_name (unit, name, code, validity)
  select id, kind || ' ' || id, 'D' || id, '[2000-01-01,)' from unit;
  insert into unit_place (unit, parent, validity)
  select id, case kind when 'ministry' then null when 'enforcement-province' then 1
             else 2 + (id - 2 - ${provinces}) % ${provinces} end, '[2000-01-01,)' from unit;`;

const people = ({ provinces, roomsOfAProvince, people: count }: Size): string => `
  insert into person (name, gender, birth_year, category)
  select 'Nguyễn Văn ' || one, case when one % 2 = 0 then 'female' else 'male' end, 1965 + one % 35, 'civil-servant'
    from generate_series(1, ${count}) one order by one;
  insert into post (person, unit, kind, title, works_as, validity)
  select one, ${2 + provinces} + (one - 1) % ${provinces * roomsOfAProvince}, 'member', 'Chấp hành viên', 'direct',
         '[2010-01-01,)'
    from generate_series(1, ${count}) one order by one;
  insert into post (person, unit, kind, title, validity) values (1, 1, 'standing-officer', 'Chuyên viên', '[2010-01-01,)');`;

const always = "source, withdrawn, recorded_at, recorder_name";
const imported = "'typed', false, '2026-01-01', 'Người nhập'";

const records = ({ people: count, years }: Size): string[] => {
  const from = lastYear - years;
  const everyYear = (first: number, last: number): string =>
    `generate_series(1, ${count}) one, generate_series(${first}, ${last}) year`;
  return [
    `insert into record_grade (person, year, grade, ${always})
     select one, year, case when ${chance("one * 10000 + year", 1)} < 200 then 'excellent'
                            when ${chance("one * 10000 + year", 1)} < 900 then 'good' else 'completed' end, ${imported}
       from ${everyYear(from + 1, lastYear)} order by one, year`,
    // One honour a year: the title of the base where the year was excellent, else Lao động tiên tiến.
    `insert into record_honour (person, year, code, posthumous, paper_day, ${always})
     select one, year, case when ${chance("one * 10000 + year", 1)} < 20 then 'MINISTRY_EMULATION_FIGHTER'
                            when ${chance("one * 10000 + year", 1)} < 300 then 'GRASSROOTS_EMULATION_FIGHTER'
                            else 'ADVANCED_WORKER' end, false, make_date(year, 12, 20), ${imported}
       from ${everyYear(from, lastYear - 1)} order by one, year`,
    `insert into record_initiative (person, year, title, work, scope, recognised, used_for, ${always})
     select one, year, 'Sáng kiến ' || year, 'initiative',
            case when ${chance("one * 10000 + year", 2)} < 15 then 'national'
                 when ${chance("one * 10000 + year", 2)} < 50 then 'ministry' else 'grassroots' end, true, '{}', ${imported}
       from ${everyYear(from + 1, lastYear)} where ${chance("one * 10000 + year", 2)} < 150 order by one, year`,
    `insert into record_discipline (person, year, form, from_day, to_day, ${always})
     select one, ${lastYear - 1}, 'warning', '${lastYear - 1}-06-01', '${lastYear}-06-01', ${imported}
       from generate_series(1, ${count}) one where ${chance("one", 3)} < 5`,
    `insert into record_pending (person, year, matter, since, ${always})
     select one, ${lastYear}, 'complaint', '${lastYear}-03-01', ${imported}
       from generate_series(1, ${count}) one where ${chance("one", 4)} < 2`,
  ];
};
