import { sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { dayAfterExtensions } from "../platform/extensions.store.ts";
import { type CouncilReach, seenBy } from "./council.store.ts";
import type { SessionState } from "./session.ts";

/** A session that asks something of somebody, with where they stand in it. */
export interface OfferedSession {
  readonly id: number;
  readonly title: string;
  readonly council: string;
  readonly kind: "meeting" | "written";
  readonly state: SessionState;
  readonly day: Day;
  readonly lettersBy: Day | null;
  readonly votes: boolean;
  readonly prepares: boolean;
  readonly standing: string | null;
  readonly declared: boolean;
  readonly wrote: boolean;
  /** The last vote that is under way and on whose roll they are without having voted; null for none. */
  readonly poll: number | null;
  readonly issued: boolean;
}

/** Sessions in preparation, called, open, or closed without minutes, of the councils one sits on or prepares for. */
export async function sessionsAsking(reader: Reader, reach: CouncilReach): Promise<OfferedSession[]> {
  const { rows } = await sql<OfferedSession>`
    select session.id, session.title, council.name as council, session.kind, session.state, session.day,
           ${dayAfterExtensions(
             "written-opinion",
             sql`'council-session-' || session.id`,
             sql`council.body`,
             sql`session.letters_by`,
           )} as "lettersBy",
           exists (select from council_member seat where seat.council = council.id and seat.person = ${reach.person}
                     and seat.role not in ('secretary', 'helper') and seat.validity @> session.day) as votes,
           (council.body = any(${[...reach.serves]}::bigint[])
             or exists (select from council_member seat where seat.council = council.id and seat.person = ${reach.person}
                          and seat.role in ('secretary', 'helper') and seat.validity @> ${reach.day}::date)) as prepares,
           (select noted.standing from council_attendance noted
             where noted.session = session.id and noted.person = ${reach.person} order by noted.id desc limit 1) as standing,
           exists (select from council_conflict told join council_item item on item.id = told.item
                    where item.session = session.id and told.person = ${reach.person}) as declared,
           exists (select from council_opinion opinion
                    where opinion.session = session.id and opinion.person = ${reach.person}) as wrote,
           (select poll.id from council_poll held join poll on poll.id = held.poll
              join poll_voter voter on voter.poll = poll.id and voter.person = ${reach.person} and voter.ended is null
             where held.session = session.id and poll.state = 'voting'
               and not exists (select from poll_receipt receipt
                                where receipt.poll = poll.id and receipt.person = ${reach.person})
             order by poll.id desc limit 1) as poll,
           exists (select from council_minutes minutes
                    where minutes.session = session.id and minutes.kind = 'issued') as issued
      from council_session session join council on council.id = session.council
     where ${seenBy(reach)}
       and (session.state in ('preparing', 'called', 'open')
            or (session.state = 'closed' and session.day > ${reach.day}::date - 60))
     order by session.day, session.id`.execute(reader);
  return rows;
}

export interface SessionChange {
  readonly session: number;
  readonly title: string;
  readonly council: string;
  readonly kind: "called" | "opened" | "closed" | "cancelled";
  readonly at: Instant;
}

/** What lately happened to sessions one sees; never to an item, so nothing of one's own dossier. */
export async function sessionChanges(
  reader: Reader,
  reach: CouncilReach,
  since: Instant,
  limit: number,
): Promise<SessionChange[]> {
  const { rows } = await sql<SessionChange>`
    select event.session, session.title, council.name as council, event.kind, event.at
      from council_session_event event
      join council_session session on session.id = event.session
      join council on council.id = session.council
     where ${seenBy(reach)} and event.at >= ${since}
       and event.kind in ('called', 'opened', 'closed', 'cancelled')
     order by event.id desc limit ${limit}`.execute(reader);
  return rows;
}

export interface SessionHit {
  readonly id: number;
  readonly title: string;
  readonly council: string;
  readonly day: Day;
}

/** Sessions by their title or the council's name; nominees are not searched, so nobody finds their own. */
export async function sessionsFound(
  reader: Reader,
  reach: CouncilReach,
  words: readonly string[],
  limit: number,
): Promise<SessionHit[]> {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const { rows } = await sql<SessionHit>`
    select session.id, session.title, council.name as council, session.day
      from council_session session join council on council.id = session.council
     where ${seenBy(reach)}
       and not exists (select from unnest(${patterns}::text[]) pattern
                        where fold(session.title || ' ' || council.name) not like fold(pattern))
     order by session.day desc limit ${limit}`.execute(reader);
  return rows;
}

/** Written opinions asked of members with a last day: whom, by when, and when they came. */
export interface LetterDue {
  readonly session: number;
  readonly title: string;
  readonly council: string;
  readonly body: number;
  readonly lettersBy: Day;
  readonly asked: number;
  readonly missing: number;
  readonly lastAt: Instant | null;
}

/**
 * Rounds by written opinion whose last day falls within these days: how many members were asked, how many
 * have not voted yet, and when the last ballot's round was closed. Who voted is told, never how.
 */
export async function lettersDue(reader: Reader, from: Day, to: Day): Promise<LetterDue[]> {
  const { rows } = await sql<LetterDue>`
    select session.id as session, session.title, council.name as council, council.body,
           session.letters_by as "lettersBy", count(*) as asked,
           count(*) filter (where not voted.is) as missing,
           max(closed.at) as "lastAt"
      from council_session session
      join council on council.id = session.council
      join lateral (
        select distinct seat.person from council_member seat
         where seat.council = council.id and seat.validity @> session.day
           and seat.role not in ('secretary', 'helper')) asked on true
      cross join lateral (
        select exists (select from council_poll held join poll_receipt receipt on receipt.poll = held.poll
                        where held.session = session.id and receipt.person = asked.person) as is) voted
      left join council_session_event closed on closed.session = session.id and closed.kind = 'closed'
     where session.kind = 'written' and session.state in ('called', 'open', 'closed')
       and session.letters_by between ${from}::date and ${to}::date
     group by session.id, council.id order by session.letters_by, session.id`.execute(reader);
  return rows;
}

/** The sessions of a body's councils in a year, for the steps of its year. */
export async function sessionsOfBody(
  reader: Reader,
  reach: CouncilReach,
  body: number,
  year: number,
): Promise<
  readonly { readonly id: number; readonly title: string; readonly state: SessionState; readonly day: Day }[]
> {
  const { rows } = await sql<{ id: number; title: string; state: SessionState; day: Day }>`
    select session.id, session.title, session.state, session.day
      from council_session session join council on council.id = session.council
     where ${seenBy(reach)} and council.body = ${body} and session.state <> 'cancelled'
       and extract(year from session.day) = ${year}
     order by session.day, session.id`.execute(reader);
  return rows;
}

/** Councils of a body that somebody sees, for a tab on its page. */
export async function councilsOfBody(
  reader: Reader,
  reach: CouncilReach,
  body: number,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select council.id, council.name from council
     where ${seenBy(reach)} and council.body = ${body} and council.ended_on is null
     order by council.kind, council.id`.execute(reader);
  return rows;
}

/** Sessions not over yet of a unit's councils, counted before it is merged or dissolved. */
export async function openSessionsOf(reader: Reader, unit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from council_session session join council on council.id = session.council
     where council.body = ${unit} and session.state in ('preparing', 'called', 'open')`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Ballot counts that do not agree with what stands as the outcome of an item. */
export async function outcomesAstray(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ item: number }>`
    select outcome.item from council_outcome outcome
     where outcome.passed <> (outcome.yes >= outcome.needed)`.execute(reader);
  return rows.map(({ item }) => item);
}
