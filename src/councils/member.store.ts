import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Told } from "../platform/telling.ts";
import { type CouncilRole, type Membership, type NewMembership, roles } from "./member.ts";

const taken = movedOn("role-taken", "Vai trò này đang có người giữ trong thời gian trùng nhau.");
guard("nobody_holds_a_council_role_twice_at_once", taken);
guard("a_council_has_one_chair_at_a_time", taken);
guard("a_council_has_one_standing_vice_chair_at_a_time", taken);

/** “Vụ trưởng, Vụ Tổ chức cán bộ”: where a person works on a day, for a column of a statement. */
export const placeOf = (person: ReturnType<typeof sql.ref>, day: Day) => sql<string | null>`
  (select concat_ws(', ', work.title, ${nameAt(sql`work.unit`, sql`${day}`)})
     from post work
    where work.person = ${person} and work.kind = 'member' and lower(work.validity) <= ${day}::date
    order by work.validity @> ${day}::date desc, lower(work.validity) desc, work.id limit 1)`;

interface Row extends Omit<Membership, "validity"> {
  readonly from: Day | null;
  readonly to: Day | null;
}

const seats = (day: Day) => sql<Row>`
  select seat.id, seat.person, person.name as "personName", coalesce(${placeOf(sql.ref("seat.person"), day)}, '') as place,
         seat.role, lower(seat.validity) as "from", upper(seat.validity) as "to",
         seat.paper_symbol as "paperSymbol", seat.paper_day as "paperDay", seat.end_symbol as "endSymbol"
    from council_member seat join person on person.id = seat.person`;

const toMembership = ({ from, to, ...row }: Row): Membership => ({ ...row, validity: { from, to } });

/** Everybody who has ever sat on a council, in the order of the roles; posts as on the day. */
export async function membersOf(reader: Reader, council: number, day: Day): Promise<Membership[]> {
  const { rows } = await sql<Row>`${seats(day)} where seat.council = ${council}
    order by array_position(${[...roles]}::text[], seat.role), lower(seat.validity), seat.id`.execute(reader);
  return rows.map(toMembership);
}

/** The roles one person holds on a day, without the others. */
export async function rolesHeld(
  reader: Reader,
  council: number,
  person: number | null,
  day: Day,
): Promise<CouncilRole[]> {
  const { rows } = await sql<{ role: CouncilRole }>`
    select role from council_member
     where council = ${council} and person = ${person} and validity @> ${day}::date`.execute(reader);
  return rows.map(({ role }) => role);
}

export async function lockMember(
  tx: Tx,
  id: number,
  day: Day,
): Promise<{ council: number; member: Membership } | null> {
  const locked = await sql<{ council: number }>`
    select council from council_member where id = ${id} for update`.execute(tx);
  const { rows } = await sql<Row>`${seats(day)} where seat.id = ${id}`.execute(tx);
  const [council, row] = [locked.rows[0]?.council, rows[0]];
  return council === undefined || !row ? null : { council, member: toMembership(row) };
}

export async function saveMember(tx: Tx, council: number, seat: NewMembership): Promise<number> {
  const { id } = await tx
    .insertInto("council_member")
    .values({
      council,
      person: seat.person,
      role: seat.role,
      validity: sql<string>`daterange(${seat.from}::date, null)`,
      paper_symbol: seat.paperSymbol,
      paper_day: seat.paperDay,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveMemberEnd(tx: Tx, id: number, on: Day, symbol: string): Promise<void> {
  await sql`update council_member set validity = daterange(lower(validity), ${on}::date), end_symbol = ${symbol}
             where id = ${id}`.execute(tx);
}

/** Where letters reach these people. */
export async function addressesOf(reader: Reader, people: readonly number[]): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select id as person, email from person where id = any(${[...people]}::bigint[]) order by id`.execute(
    reader,
  );
  return rows;
}

/** For each person the units they work in or lead, and those with all above them, up to the council's body. */
export interface Places {
  readonly own: readonly number[];
  readonly above: readonly number[];
}

export async function placesOf(
  reader: Reader,
  people: readonly number[],
  body: number,
  day: Day,
): Promise<ReadonlyMap<number, Places>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ person: number; own: number[] | null; above: number[] | null }>`
    with held as (
      select distinct person, unit from post
       where person = any(${[...people]}::bigint[]) and kind in ('member', 'unit-head', 'unit-deputy')
         and validity @> ${day}::date
    ), ceiling as (
      select above from units_above(array[${body}]::bigint[], ${day}::date)
    ), up as (
      select unit, above from units_above((select array_agg(distinct unit) from held), ${day}::date)
    )
    select held.person,
           array_agg(distinct held.unit) filter (where held.unit not in (select above from ceiling)) as own,
           array_agg(distinct up.above) filter (where up.above not in (select above from ceiling)) as above
      from held join up on up.unit = held.unit
     group by held.person`.execute(reader);
  return new Map(
    rows.map(({ person, own, above }) => [
      person,
      { own: (own ?? []).map(Number), above: (above ?? []).map(Number) },
    ]),
  );
}

/** For each unit itself and all above it, up to the council's body. */
export async function unitsWithin(
  reader: Reader,
  units: readonly number[],
  body: number,
  day: Day,
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (units.length === 0) return new Map();
  const { rows } = await sql<{ unit: number; above: number[] }>`
    select unit, array_agg(distinct above) as above from units_above(${[...units]}::bigint[], ${day}::date)
     where above not in (select above from units_above(array[${body}]::bigint[], ${day}::date))
     group by unit`.execute(reader);
  return new Map(rows.map(({ unit, above }) => [unit, above.map(Number)]));
}
