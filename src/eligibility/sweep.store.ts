import { type RawBuilder, sql } from "kysely";
import { type Code, isCode } from "../law/codes.ts";
import { takesPart } from "../org/scope.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { stands } from "../records/fact-columns.store.ts";
import type { Place, QuotaUse, Sweep, SweepFinding, SweptSubject } from "./sweep.ts";

interface NewSweep {
  readonly unit: number;
  readonly province: string | null;
  readonly year: number;
  readonly receivedOn: Day;
  readonly progress: string;
}

export async function saveSweep(tx: Tx, sweep: NewSweep, actor: Actor): Promise<number> {
  const { id } = await tx
    .insertInto("sweep")
    .values({
      unit: sweep.unit,
      province: sweep.province,
      year: sweep.year,
      received_on: sweep.receivedOn,
      as_of: actor.day,
      progress: sweep.progress,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post?.title ?? null,
      started_at: actor.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A province by its code, named after its People's Committee: “tỉnh Điện Biên”. */
export const provinceName = (
  code: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
): RawBuilder<string | null> =>
  sql<string | null>`(
    select regexp_replace(${nameAt(sql`committee.id`, day)}, '^Ủy ban nhân dân ', '')
      from unit committee where committee.kind = 'people-committee' and committee.province = ${code}
     order by committee.validity @> (${day})::date desc, committee.id limit 1)`;

export async function findSweep(reader: Reader, id: number): Promise<Sweep | null> {
  const { rows } = await sql<Sweep>`
    select sweep.id, sweep.unit, ${nameAt(sql`sweep.unit`, sql`sweep.as_of`)} as "unitName", sweep.province,
           ${provinceName(sql`sweep.province`, sql`sweep.as_of`)} as "provinceName", sweep.year, sweep.received_on as "receivedOn", sweep.as_of as "asOf", sweep.progress,
           sweep.actor_name as "actorName", sweep.people, sweep.units, sweep.done_through as "doneThrough",
           sweep.started_at as "startedAt"
      from sweep where sweep.id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

/** Units of the sweep: the unit and all below it, or what of that stands in one province. */
const inScope = ({ unit, province }: Pick<Sweep, "unit" | "province">, day: Day) => sql`
  scope as materialized (
    select unit.id as unit, unit.kind, unit.chain
      from units_below(array[${unit}]::bigint[], ${day}::date) below join unit on unit.id = below
     where ${province}::text is null
        or unit.id in (select units_below(array(select id from unit where province = ${province}), ${day}::date))
  ), climb as (
    select scope.unit, step.above, above.kind, above.chain
      from units_above(array(select unit from scope), ${day}::date) step
      join scope on scope.unit = step.unit
      join unit above on above.id = step.above
  ), place as (
    select unit, bool_or(kind = 'provincial-department' or above = unit and chain = 'territorial') as territorial
      from climb group by unit
  ), quota_place as (
    select scope.unit, coalesce(bearer.above, scope.unit) as bearer
      from scope
      left join lateral (
        with recursive up(above, small) as (
          select unit.id, unit.small_collective from unit where unit.id = scope.unit
          union all
          select parent.id, parent.small_collective
            from up
            join unit_place place on place.unit = up.above and place.validity @> ${day}::date
            join unit parent on parent.id = place.parent
           where up.small
        ) select above from up where not small) bearer on true
  )`;

interface SweptRow {
  readonly id: number;
  readonly unit: number;
  readonly territorial: boolean;
  readonly department: boolean;
  readonly quotaUnit: number;
}

const placeOf = ({ territorial, department }: SweptRow): Place =>
  department ? "department-of-justice" : territorial ? "province" : "sector";

/** Everybody who works in the scope on the day, by id; one place each. */
export async function peopleInSweep(
  reader: Reader,
  sweep: Pick<Sweep, "unit" | "province" | "asOf">,
): Promise<SweptSubject[]> {
  const { rows } = await sql<SweptRow>`
    with ${inScope(sweep, sweep.asOf)}
    select distinct on (post.person) post.person as id, post.unit, place.territorial, false as department,
           quota_place.bearer as "quotaUnit"
      from post
      join place on place.unit = post.unit
      join quota_place on quota_place.unit = post.unit
     where post.kind = 'member' and post.validity @> ${sweep.asOf}::date
     order by post.person, lower(post.validity) desc`.execute(reader);
  return rows.map((row) => ({
    kind: "person",
    id: row.id,
    unit: row.unit,
    place: placeOf(row),
    quotaUnit: row.quotaUnit,
  }));
}

/** The collectives of the scope that do emulation work of their own and stand on the day. */
export async function collectivesInSweep(
  reader: Reader,
  sweep: Pick<Sweep, "unit" | "province" | "asOf">,
): Promise<SweptSubject[]> {
  const { rows } = await sql<SweptRow>`
    with ${inScope(sweep, sweep.asOf)}
    select scope.unit as id, scope.unit, place.territorial, scope.kind = 'provincial-department' as department,
           quota_place.bearer as "quotaUnit"
      from scope
      join unit on unit.id = scope.unit
      join place on place.unit = scope.unit
      join quota_place on quota_place.unit = scope.unit
     where unit.validity @> ${sweep.asOf}::date and unit.has_accounts and scope.kind = any(${[...takesPart]}::text[])
     order by scope.unit`.execute(reader);
  return rows.map((row) => ({
    kind: "unit",
    id: row.id,
    unit: row.unit,
    place: placeOf(row),
    quotaUnit: row.quotaUnit,
  }));
}

/** Lines of the year that stand in a registration that was sent: by subject, then by title. */
export type Registered = ReadonlyMap<number, ReadonlyMap<Code, number>>;

export async function registeredIn(
  reader: Reader,
  year: number,
  kind: SweptSubject["kind"],
  ids: readonly number[],
): Promise<Registered> {
  const subject = sql.ref(kind === "person" ? "line.person" : "line.subject_unit");
  const { rows } = await sql<{ subject: number; title: string; line: number }>`
    select ${subject} as subject, line.title, min(line.id) as line
      from registration_line line join registration on registration.id = line.registration
     where registration.year = ${year} and registration.state in ('submitted', 'returned', 'accepted')
       and line.state = 'listed' and ${subject} = any(${[...ids]}::bigint[])
     group by ${subject}, line.title`.execute(reader);
  const registered = new Map<number, Map<Code, number>>();
  for (const { subject: id, title, line } of rows) {
    if (!isCode(title)) continue;
    const own = registered.get(id) ?? new Map<Code, number>();
    own.set(title, line);
    registered.set(id, own);
  }
  return registered;
}

/** Which of these people hold a title of the year. */
export async function holdersAmong(
  reader: Reader,
  people: readonly number[],
  title: Code,
  year: number,
): Promise<number[]> {
  const { rows } = await sql<{ person: number }>`
    select distinct fact.person from record_honour fact
     where fact.code = ${title} and fact.year = ${year} and fact.revoked_on is null
       and fact.person = any(${[...people]}::bigint[]) and ${stands("honour")}`.execute(reader);
  return rows.map(({ person }) => person);
}

/** The collectives that lead their cluster or bloc in the year, wherever they stand. */
export async function leadersOfClusters(reader: Reader, year: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct fact.unit)::int as count from record_collective fact
     where fact.year = ${year} and fact.cluster_rank = 1 and ${stands("collective")}`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** How many collectives are registered for a title in the year, wherever they stand. */
export async function collectivesRegistered(reader: Reader, year: number, title: Code): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct line.subject_unit)::int as count
      from registration_line line join registration on registration.id = line.registration
     where registration.year = ${year} and registration.state in ('submitted', 'returned', 'accepted')
       and line.state = 'listed' and line.title = ${title} and line.subject_unit is not null`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Writes a chunk's findings; what stands already, from a run that was cut short, stays. */
export async function saveFindings(tx: Tx, sweep: number, findings: readonly SweepFinding[]): Promise<void> {
  if (findings.length === 0) return;
  const column = <Value>(of: (finding: SweepFinding) => Value): Value[] => findings.map(of);
  await sql`
    insert into sweep_finding (sweep, person, collective, unit, title, line, outcome, needs, verified,
                               open_outcome, open_needs, open_verified)
    select ${sweep}, * from unnest(
      ${column(({ person }) => person)}::bigint[], ${column(({ collective }) => collective)}::bigint[],
      ${column(({ unit }) => unit)}::bigint[], ${column(({ title }) => title)}::text[],
      ${column(({ line }) => line)}::bigint[],
      ${column(({ known }) => known.outcome)}::text[], ${column(({ known }) => known.needs)}::text[],
      ${column(({ known }) => known.verified)}::boolean[],
      ${column(({ open }) => open.outcome)}::text[], ${column(({ open }) => open.needs)}::text[],
      ${column(({ open }) => open.verified)}::boolean[])
    on conflict do nothing`.execute(tx);
}

export async function saveQuotas(tx: Tx, sweep: number, quotas: readonly QuotaUse[]): Promise<void> {
  if (quotas.length === 0) return;
  await tx
    .insertInto("sweep_quota")
    .values(quotas.map((quota) => ({ sweep, ...quota })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function saveCounted(
  tx: Tx,
  sweep: number,
  counted: { people: number; units: number },
): Promise<void> {
  await tx.updateTable("sweep").set(counted).where("id", "=", sweep).execute();
}

/** The last person judged: where a run that was cut short goes on. */
export async function saveThrough(tx: Tx, sweep: number, person: number): Promise<void> {
  await tx.updateTable("sweep").set({ done_through: person }).where("id", "=", sweep).execute();
}

export async function saveEnd(tx: Tx, sweep: number, at: Instant): Promise<void> {
  await tx.updateTable("sweep").set({ ended_at: at }).where("id", "=", sweep).execute();
}
