import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Poll, PollResult, PollState, QuestionCount, Turnout } from "./poll.ts";

type Row = Omit<Poll, "origin" | "body" | "publicKey"> & {
  readonly stage: string;
  readonly subject: string;
  readonly href: string;
  readonly tell: string | null;
  readonly bodyUnit: number;
  readonly bodyName: string;
  readonly superior: string | null;
  readonly place: string;
  readonly publicKey: string | null;
};

const polls: RawBuilder<Row> = sql`
  select poll.id, poll.mark, poll.stage, poll.subject, poll.href, poll.tell, poll.title, poll.body as "bodyUnit",
         poll.body_name as "bodyName", poll.superior, poll.place, poll.mode, poll.state, poll.members,
         poll.on_day as "on", poll.round, poll.repeats, encode(poll.public_key, 'base64') as "publicKey",
         poll.papers, poll.opened_at as "openedAt", poll.closed_at as "closedAt", poll.counted_at as "countedAt",
         coalesce((select json_agg(json_build_object('person', person, 'name', name, 'post', post, 'role', role,
                          'holdsShare', holds_share) order by ordinal)
                     from poll_officer where poll = poll.id), '[]') as officers,
         coalesce((select json_agg(json_build_object('person', voter.person, 'name', voter.name, 'post', voter.post,
                          'unit', voter.unit, 'way', voter.way, 'excluded', voter.excluded, 'ended', voter.ended,
                          'voted', receipt.way) order by voter.ordinal)
                     from poll_voter voter left join poll_receipt receipt using (poll, person)
                    where voter.poll = poll.id), '[]') as roll,
         coalesce((select json_agg(json_build_object('person', own.person, 'question', own.question, 'nominee', own.ordinal)
                                   order by own.question, own.ordinal)
                     from poll_nominee own where own.poll = poll.id and own.person is not null), '[]') as "ownDossiers",
         coalesce((select json_agg(json_build_object('ordinal', question.ordinal, 'kind', question.kind,
                          'title', question.title, 'pick', question.pick, 'seats', question.seats,
                          'points', question.points, 'threshold', question.threshold, 'nominees',
                          (select json_agg(json_build_object('ordinal', nominee.ordinal, 'name', nominee.name,
                                  'note', nominee.note, 'key', nominee.key, 'withdrawn', nominee.withdrawn)
                                  order by nominee.ordinal)
                             from poll_nominee nominee
                            where nominee.poll = question.poll and nominee.question = question.ordinal))
                          order by question.ordinal)
                     from poll_question question where question.poll = poll.id), '[]') as questions
    from poll`;

const pollIn = (row: Row): Poll => {
  const { stage, subject, href, tell, bodyUnit, bodyName, superior, place, ...rest } = row;
  return {
    ...rest,
    origin: { stage, subject, href, tell },
    body: { unit: bodyUnit, name: bodyName, superior, place },
  };
};

/** The vote, whoever asks: `poll.may.ts` decides who may see it. Holds nothing of what was voted. */
export async function pollOf(reader: Reader, id: number): Promise<Poll | null> {
  const { rows } = await sql<Row>`${polls} where poll.id = ${id}`.execute(reader);
  return rows[0] ? pollIn(rows[0]) : null;
}

/** Loads for change: nobody votes, opens or closes until this transaction ends. */
export async function loadPoll(tx: Tx, id: number): Promise<Poll | null> {
  await sql`select 1 from poll where id = ${id} for update`.execute(tx);
  return pollOf(tx, id);
}

/** Loads for a ballot: several may be cast at once, but none while the vote is being closed. */
export async function loadPollForBallot(tx: Tx, id: number): Promise<Poll | null> {
  await sql`select 1 from poll where id = ${id} for share`.execute(tx);
  return pollOf(tx, id);
}

/** How many have voted, for the meeting's screen. */
export const turnoutOf = async (reader: Reader, id: number): Promise<Turnout | null> =>
  (await turnoutsOf(reader, [id]))[0] ?? null;

/** The same for several votes, in one statement. */
export async function turnoutsOf(reader: Reader, ids: readonly number[]): Promise<Turnout[]> {
  const { rows } = await sql<Turnout>`
    select poll.id as poll, poll.state, poll.members,
           (select count(*) from poll_receipt where poll = poll.id) as voted,
           (select count(*) from poll_receipt where poll = poll.id and way = 'paper') as "onPaper",
           (select count(*) from poll_voter voter
             where voter.poll = poll.id
               and (voter.ended is null or exists (select 1 from poll_receipt receipt
                      where receipt.poll = voter.poll and receipt.person = voter.person))) as roll
      from poll where poll.id = any(${[...ids]}::bigint[]) order by poll.id`.execute(reader);
  return rows;
}

/** The result; null for everybody until the vote is counted. */
export async function resultOf(reader: Reader, id: number): Promise<PollResult | null> {
  const { rows } = await sql<{
    members: number;
    result: { questions: QuestionCount[] };
    canonical: string;
    countedAt: Instant;
  }>`
    select poll.members, poll_count.result, poll_count.canonical, poll.counted_at as "countedAt"
      from poll_count join poll on poll.id = poll_count.poll where poll.id = ${id}`.execute(reader);
  const row = rows[0];
  return row
    ? {
        poll: id,
        members: row.members,
        questions: row.result.questions,
        canonical: row.canonical,
        countedAt: row.countedAt,
      }
    : null;
}

/** A vote as lists name it. */
export interface PollLine {
  readonly id: number;
  readonly title: string;
  readonly round: number;
  readonly bodyName: string;
  readonly state: PollState;
  readonly on: Poll["on"];
  readonly openedAt: Instant | null;
  readonly countedAt: Instant | null;
  /** On its roll and not yet voted, nor ended. */
  readonly waitsForVote: boolean;
  readonly counts: boolean;
  /** Holds a share and has set no passphrase yet. */
  readonly waitsForLock: boolean;
}

/** Votes on which somebody stands, as voter or officer, newest first. */
export async function pollsOfPerson(reader: Reader, person: number, limit: number): Promise<PollLine[]> {
  const { rows } = await sql<PollLine>`
    select poll.id, poll.title, poll.round, poll.body_name as "bodyName", poll.state, poll.on_day as "on",
           poll.opened_at as "openedAt", poll.counted_at as "countedAt",
           (poll.mode = 'secret' and poll.papers <> 'instead' and voter.person is not null and voter.ended is null
             and receipt.person is null) as "waitsForVote",
           coalesce(officer.role in ('teller', 'teller-head'), false) as counts,
           (coalesce(officer.holds_share, false) and not exists (
             select 1 from poll_share share where share.poll = poll.id and share.person = ${person})) as "waitsForLock"
      from poll
      left join poll_voter voter on voter.poll = poll.id and voter.person = ${person}
      left join poll_officer officer on officer.poll = poll.id and officer.person = ${person}
      left join poll_receipt receipt on receipt.poll = poll.id and receipt.person = ${person}
     where voter.person is not null or officer.person is not null
     order by poll.id desc limit ${limit}`.execute(reader);
  return rows;
}
