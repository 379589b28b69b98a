import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { AttendanceEvent, Standing } from "./attendance.ts";
import type { NewSession, Session, SessionEvent, SessionEventKind } from "./session.ts";
import { stateOf } from "./session.ts";

const sessions = sql<Session>`
  select session.id, session.council, session.kind, session.title, session.considers_awards as "considersAwards",
         session.day, session.starts_at as "startsAt", session.place, session.letters_by as "lettersBy",
         session.state, session.presided_by as "presidedBy", session.open_item as "openItem", session.change,
         session.version
    from council_session session`;

export async function findSession(reader: Reader, id: number): Promise<Session | null> {
  const { rows } = await sql<Session>`${sessions} where session.id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

export async function lockSession(tx: Tx, id: number): Promise<Session | null> {
  await sql`select id from council_session where id = ${id} for update`.execute(tx);
  return findSession(tx, id);
}

/** The sessions of a council, newest first. */
export async function sessionsOf(reader: Reader, council: number): Promise<Session[]> {
  const { rows } = await sql<Session>`${sessions} where session.council = ${council}
    order by session.day desc, session.id desc`.execute(reader);
  return rows;
}

export async function saveSession(
  tx: Tx,
  council: number,
  session: NewSession,
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("council_session")
    .values({ council, ...valuesOf(session), made_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveSessionChange(tx: Tx, id: number, session: NewSession): Promise<void> {
  await tx
    .updateTable("council_session")
    .set((build) => ({
      ...valuesOf(session),
      version: build("version", "+", 1),
      change: build("change", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

const valuesOf = (session: NewSession) => ({
  kind: session.kind,
  title: session.title,
  considers_awards: session.considersAwards,
  day: session.day,
  starts_at: session.startsAt,
  place: session.place,
  letters_by: session.lettersBy,
});

export async function savePresiding(tx: Tx, id: number, person: number | null): Promise<void> {
  await tx.updateTable("council_session").set({ presided_by: person }).where("id", "=", id).execute();
}

interface Happening {
  readonly kind: SessionEventKind;
  readonly item?: number | null;
  readonly remarks?: string | null;
  /** Kept when the act itself says nothing of the item that is open. */
  readonly openItem?: number | null;
}

/** One more event; the column of the state stays the fold of them all, and watchers see that something changed. */
export async function saveSessionEvent(
  tx: Tx,
  session: Session,
  { kind, item = null, remarks = null, openItem }: Happening,
  actor: Actor,
): Promise<void> {
  await tx
    .insertInto("council_session_event")
    .values({
      session: session.id,
      kind,
      item,
      at: actor.at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post?.title ?? null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
      remarks,
    })
    .execute();
  const state = stateOf(await sessionEventsOf(tx, session.id));
  await tx
    .updateTable("council_session")
    .set((build) => ({
      state,
      ...(openItem === undefined ? {} : { open_item: openItem }),
      change: build("change", "+", 1),
    }))
    .where("id", "=", session.id)
    .execute();
}

export async function sessionEventsOf(reader: Reader, session: number): Promise<SessionEvent[]> {
  const rows = await reader
    .selectFrom("council_session_event")
    .select(["kind", "item", "at", "actor_name", "post_title", "on_behalf_of", "remarks"])
    .where("session", "=", session)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    kind: row.kind as SessionEventKind,
    item: row.item,
    at: row.at,
    actorName: row.actor_name,
    postTitle: row.post_title,
    onBehalfOf: row.on_behalf_of,
    remarks: row.remarks,
  }));
}

export async function attendanceEventsOf(reader: Reader, session: number): Promise<AttendanceEvent[]> {
  const rows = await reader
    .selectFrom("council_attendance")
    .select(["person", "standing", "reason", "at"])
    .where("session", "=", session)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, standing: row.standing as Standing }));
}

export interface Noted {
  readonly person: number;
  readonly standing: Standing;
  readonly reason: string | null;
}

export async function saveAttendance(
  tx: Tx,
  session: number,
  noted: readonly Noted[],
  actor: Actor,
): Promise<void> {
  if (noted.length === 0) return;
  await tx
    .insertInto("council_attendance")
    .values(noted.map((one) => ({ session, ...one, at: actor.at, actor_name: actor.name })))
    .execute();
  await touchSession(tx, session);
}

/** Watchers of the live page see that something changed. */
export async function touchSession(tx: Tx, session: number): Promise<void> {
  await tx
    .updateTable("council_session")
    .set((build) => ({ change: build("change", "+", 1) }))
    .where("id", "=", session)
    .execute();
}

/** Sessions whose column of the state is not the fold of their events. */
export async function sessionsOutOfFold(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select session.id from council_session session
     where session.state <> coalesce((
       select case event.kind when 'called' then 'called' when 'opened' then 'open'
                              when 'closed' then 'closed' else 'cancelled' end
         from council_session_event event
        where event.session = session.id and event.kind in ('called', 'opened', 'closed', 'cancelled')
        order by event.id desc limit 1), 'preparing')`.execute(reader);
  return rows.map(({ id }) => id);
}

/** The day on which a session was opened, or null. */
export const openedAtOf = (events: readonly SessionEvent[]): Instant | null =>
  events.find(({ kind }) => kind === "opened")?.at ?? null;
