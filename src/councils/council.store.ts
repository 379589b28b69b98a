import { type Expression, type SqlBool, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import { countingPosts } from "../org/reach.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { oncePerRequest } from "../platform/once.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Council, NewCouncil } from "./council.ts";

guard(
  "one_council_of_a_kind_in_a_body_at_a_time",
  movedOn("council-there", "Cơ quan này đang có một Hội đồng cùng loại; hãy kết thúc Hội đồng đó trước."),
);

/** How far somebody sees councils, in ids, for SQL; `maySee` says the same of one council. */
export interface CouncilReach {
  /** Bodies whose standing officer or head this person is. */
  readonly serves: readonly number[];
  readonly person: number | null;
  readonly day: Day;
}

export const councilReachOf = oncePerRequest(async (reader, actor): Promise<CouncilReach> => {
  const unitsOf = (kind: string) => [
    ...new Set(
      countingPosts(actor)
        .filter((post) => post.kind === kind)
        .map((post) => post.unit),
    ),
  ];
  return {
    serves: [
      ...new Set([
        ...(await bodiesServedBy(reader, actor, unitsOf("standing-officer"))),
        ...unitsOf("unit-head"),
      ]),
    ],
    person: actor.person,
    day: actor.day,
  };
});

/** The condition on `council` under which somebody sees it: the same for pages, lists, counts and search. */
export const seenBy = (reach: CouncilReach): Expression<SqlBool> => sql<SqlBool>`(
  council.body = any(${[...reach.serves]}::bigint[])
  or exists (select from council_member seat
              where seat.council = council.id and seat.person = ${reach.person}
                and seat.validity @> ${reach.day}::date))`;

const councils = (day: Day) => sql<Council>`
  select council.id, council.body, ${nameAt(sql`council.body`, sql`${day}`)} as "bodyName", council.kind,
         council.name, council.paper_symbol as "paperSymbol", council.paper_day as "paperDay",
         council.founded_on as "foundedOn", council.ended_on as "endedOn"
    from council`;

export async function findCouncil(reader: Reader, id: number, day: Day): Promise<Council | null> {
  const { rows } = await sql<Council>`${councils(day)} where council.id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

/** Locks a council and gives it; null when there is none. */
export async function lockCouncil(tx: Tx, id: number, day: Day): Promise<Council | null> {
  await sql`select id from council where id = ${id} for update`.execute(tx);
  return findCouncil(tx, id, day);
}

export async function findCouncilOf(
  reader: Reader,
  body: number,
  kind: Council["kind"],
  day: Day,
): Promise<Council | null> {
  const { rows } = await sql<Council>`${councils(day)}
    where council.body = ${body} and council.kind = ${kind} and council.ended_on is null`.execute(reader);
  return rows[0] ?? null;
}

/** A council in the list: who sits on it and when it met last and meets next. */
export interface CouncilRow extends Council {
  readonly voters: number;
  readonly chair: string | null;
  readonly sessions: number;
  readonly next: Day | null;
}

export async function listCouncils(
  reader: Reader,
  reach: CouncilReach,
  slice: { readonly offset: number; readonly limit: number },
): Promise<{ rows: CouncilRow[]; total: number }> {
  const { rows } = await sql<CouncilRow & { total: number }>`
    select listed.*, seats.voters, seats.chair, met.sessions, met.next, count(*) over () as total
      from (${councils(reach.day)} where ${seenBy(reach)}) listed
      cross join lateral (
        select count(distinct seat.person) filter (where seat.role not in ('secretary', 'helper')) as voters,
               max(person.name) filter (where seat.role = 'chair') as chair
          from council_member seat join person on person.id = seat.person
         where seat.council = listed.id and seat.validity @> ${reach.day}::date) seats
      cross join lateral (
        select count(*) filter (where session.state <> 'cancelled') as sessions,
               min(session.day) filter (where session.state in ('preparing', 'called', 'open')) as next
          from council_session session where session.council = listed.id) met
     order by listed."endedOn" is not null, listed.body, listed.kind, listed.id
     offset ${slice.offset} limit ${slice.limit}`.execute(reader);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function saveCouncilEnd(tx: Tx, id: number, on: Day, symbol: string): Promise<void> {
  await tx.updateTable("council").set({ ended_on: on, end_symbol: symbol }).where("id", "=", id).execute();
}

export async function saveCouncil(tx: Tx, council: NewCouncil, at: Instant): Promise<number> {
  const { id } = await tx
    .insertInto("council")
    .values({
      body: council.body,
      kind: council.kind,
      name: council.name,
      paper_symbol: council.paperSymbol,
      paper_day: council.paperDay,
      founded_on: council.foundedOn,
      made_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
