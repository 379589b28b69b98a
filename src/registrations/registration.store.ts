import { type RawBuilder, sql } from "kysely";
import { bodiesServing } from "../movements/movement-reach.store.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { SeenRegistration } from "./registration.may.ts";
import { type Registration, type RegistrationEvent, stateOf, type UnitEnd } from "./registration.ts";

guard(
  "a_unit_registers_once_in_a_movement",
  movedOn("already-started", "Đơn vị đã có đăng ký cho phong trào này; hãy mở đăng ký đó để làm tiếp."),
);

interface Row extends Omit<SeenRegistration, "servedBy" | "above" | "clusters" | "addressees"> {
  readonly addressees: readonly unknown[];
  readonly above: readonly unknown[];
  readonly clusters: readonly unknown[];
}

const registrationsAsOf = (day: Day): RawBuilder<Row> => sql`
  select registration.id, registration.movement, movement.name as "movementName", registration.year,
         registration.unit, registration.unit_name as "unitName", registration.receiver,
         ${nameAt(sql`registration.receiver`, sql`${day}`)} as "receiverName", registration.addressees,
         registration.state, registration.version, registration.submitted_at as "submittedAt",
         registration.late, registration.channel, registration.due_on as "dueOn",
         registration.changed_at as "changedAt",
         (select chain = 'territorial' from unit where unit.id = registration.receiver) as "receiverTerritorial",
         array(select above from units_above(array[registration.unit], ${day}::date)) as above,
         array(select cluster from cluster_member
                where cluster_member.unit = registration.unit
                  and cluster_member.year = registration.year) as clusters
    from registration join movement on movement.id = registration.movement`;

async function seen(reader: Reader, row: Row | undefined, day: Day): Promise<SeenRegistration | null> {
  if (!row) return null;
  return {
    ...row,
    addressees: row.addressees.map(Number),
    above: row.above.map(Number),
    clusters: row.clusters.map(Number),
    servedBy: await bodiesServing(reader, row.receiver, day),
  };
}

/** The registration, whoever asks: `registration.may.ts` decides what of it may be seen. */
export async function findRegistration(
  reader: Reader,
  id: number,
  day: Day,
): Promise<SeenRegistration | null> {
  const { rows } = await sql<Row>`${registrationsAsOf(day)} where registration.id = ${id}`.execute(reader);
  return seen(reader, rows[0], day);
}

/** Loads for change: nobody else changes it until this transaction ends. */
export async function loadRegistration(tx: Tx, id: number, day: Day): Promise<SeenRegistration | null> {
  const { rows } = await sql<Row>`
    ${registrationsAsOf(day)} where registration.id = ${id} for update of registration`.execute(tx);
  return seen(tx, rows[0], day);
}

/** The registration of a unit in a movement, when there is one. */
export async function findRegistrationOf(
  reader: Reader,
  movement: number,
  unit: number,
  day: Day,
): Promise<SeenRegistration | null> {
  const { rows } = await sql<Row>`
    ${registrationsAsOf(day)} where registration.movement = ${movement} and registration.unit = ${unit}`.execute(
    reader,
  );
  return seen(reader, rows[0], day);
}

export interface NewRegistration {
  readonly movement: number;
  readonly year: number;
  readonly unit: number;
  readonly unitName: string;
  /** The receiver first. */
  readonly addressees: readonly number[];
}

/** Begins a draft; answers its id. */
export async function saveNewRegistration(tx: Tx, started: NewRegistration, at: Instant): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into registration
      (movement, unit, receiver, addressees, year, unit_name, searched, started_at, changed_at)
    values (${started.movement}, ${started.unit}, ${started.addressees[0]},
      ${[...started.addressees]}::bigint[], ${started.year}, ${started.unitName},
      (select fold(${started.unitName} || ' ' || coalesce(string_agg(short_name || ' ' || code, ' '), '') || ' '
         || (select name from movement where id = ${started.movement}))
         from unit_name where unit = ${started.unit}),
      ${at}, ${at})
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Writes what happened and folds it into the registration's own row. */
export async function saveRegistrationEvent(
  tx: Tx,
  registration: Registration,
  event: RegistrationEvent,
  actor: Actor,
): Promise<void> {
  const submitted = event.kind === "submitted" ? event : null;
  const dueOn = event.kind === "returned" ? event.dueOn : null;
  await tx
    .insertInto("registration_event")
    .values({
      registration: registration.id,
      kind: event.kind,
      at: event.at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
      remarks: "reason" in event ? event.reason : event.remarks,
      late: submitted?.late ?? null,
      late_reason: submitted?.lateReason ?? null,
      channel: submitted?.channel ?? null,
      received_on: submitted?.receivedOn ?? null,
      due_on: dueOn,
    })
    .execute();
  await tx
    .updateTable("registration")
    .set({ state: stateOf([event]), due_on: dueOn, changed_at: event.at })
    .set((build) => ({ version: build("version", "+", 1) }))
    .$if(submitted !== null, (query) =>
      query.set({
        submitted_at: event.at,
        late: submitted?.late ?? null,
        channel: submitted?.channel ?? null,
      }),
    )
    .where("id", "=", registration.id)
    .execute();
}

/** Lines of a list that go to its receiver: a body of the sector gets only what goes up the sector's chain. */
const linesToReceiver = sql`(
  select count(*) from registration_line line
   where line.registration = registration.id and line.state = 'listed'
     and (line.chain = 'vertical'
          or (select chain = 'territorial' from unit where unit.id = registration.receiver)))`;

/** Something in it has changed: counts its lines anew and moves its version on. */
export async function touchRegistration(tx: Tx, id: number, at: Instant): Promise<void> {
  await sql`
    update registration
       set version = version + 1, changed_at = ${at},
           line_count = ${linesToReceiver}
     where id = ${id}`.execute(tx);
}

/** What happened to a registration, newest first, with who did it and for whom. */
export interface RegistrationHistoryEntry {
  readonly kind: RegistrationEvent["kind"];
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly remarks: string | null;
  readonly late: boolean | null;
  readonly lateReason: string | null;
  readonly channel: Registration["channel"];
  readonly receivedOn: Day | null;
  readonly dueOn: Day | null;
}

export async function historyOf(reader: Reader, registration: number): Promise<RegistrationHistoryEntry[]> {
  const { rows } = await sql<RegistrationHistoryEntry>`
    select kind, at, actor_name as "actorName", post_title as "postTitle", on_behalf_of as "onBehalfOf", remarks,
           late, late_reason as "lateReason", channel, received_on as "receivedOn", due_on as "dueOn"
      from registration_event where registration = ${registration} order by id desc`.execute(reader);
  return rows;
}

/** When and into what a unit ended, seen from a day; null while it exists. */
export async function unitEndOf(reader: Reader, unit: number, day: Day): Promise<UnitEnd | null> {
  const { rows } = await sql<{ on: Day; successors: string[] }>`
    select upper(unit.validity) as "on",
           array(select ${nameAt(sql`succession.to_unit`, sql`${day}`)} from succession
                  where succession.from_unit = unit.id and succession.to_unit <> unit.id
                    and succession.on_day >= upper(unit.validity)
                  order by 1) as successors
      from unit where unit.id = ${unit} and upper(unit.validity) <= ${day}::date`.execute(reader);
  return rows[0] ?? null;
}

/** Registrations whose column says something else than the fold of their events; empty when all is well. */
export async function registrationsOutOfFold(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select registration.id
      from registration
      left join lateral (
        select kind from registration_event event
         where event.registration = registration.id order by event.id desc limit 1) last on true
     where registration.state <> coalesce(last.kind, 'draft')
        or registration.line_count <> ${linesToReceiver}
     order by registration.id`.execute(reader);
  return rows.map((row) => row.id);
}
