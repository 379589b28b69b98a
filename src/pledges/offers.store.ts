import { sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import type { Extension } from "../platform/extension.ts";
import { clusterDeadlines, type MovementDeadlineRow } from "./deadline.store.ts";
import type { PledgeEvent, PledgeState, SentState } from "./pledge.ts";
import { type PledgeReach, runBy, seenBy } from "./pledge-reach.store.ts";
import { taskDueOn } from "./task.store.ts";

/** A pledge with what decides what waits in it and for whom. */
export interface Standing {
  readonly id: number;
  readonly cluster: number;
  readonly clusterName: string;
  readonly year: number;
  readonly state: PledgeState;
  readonly sentState: SentState | null;
  readonly receiver: number | null;
  readonly receiverName: string | null;
  readonly movement: number | null;
  readonly signBy: Day | null;
  /** Members for whom the day to sign was put off. */
  readonly putOff: readonly Pick<Extension, "unit" | "day">[];
  readonly heldOn: Day | null;
  readonly runs: boolean;
  readonly plans: number;
  readonly unanswered: number;
  readonly reported: number;
  readonly members: readonly number[];
  /** Members without a commitment. */
  readonly silent: readonly number[];
  /** Members that have signed the latest text. */
  readonly signed: readonly number[];
}

const standings = (reach: PledgeReach) => sql<Standing>`
  select pledge.id, pledge.cluster, pledge.cluster_name as "clusterName", pledge.year, pledge.state,
         pledge.sent_state as "sentState", pledge.receiver, receiving.name as "receiverName", pledge.movement,
         pledge.sign_by as "signBy",
         (select coalesce(json_agg(json_build_object('unit', extension.unit, 'day', extension.day)), '[]')
            from deadline_extension extension
           where extension.kind = 'pledge-signature' and extension.subject = 'pledge-' || pledge.id) as "putOff",
         pledge.held_on as "heldOn", ${runBy(reach)} as runs,
         (select count(*) from pledge_plan plan where plan.pledge = pledge.id) as plans,
         (select count(*) from pledge_comment comment
           where comment.pledge = pledge.id and comment.verdict is null) as unanswered,
         (select count(*) from pledge_task task where task.pledge = pledge.id and task.state = 'reported') as reported,
         array(select unit from cluster_member member
                where member.cluster = pledge.cluster and member.year = pledge.year order by unit) as members,
         array(select unit from cluster_member member
                where member.cluster = pledge.cluster and member.year = pledge.year
                  and not exists (select from pledge_commitment promised
                                   where promised.pledge = pledge.id and promised.unit = member.unit)) as silent,
         array(select signature.unit from pledge_signature signature
                 join cluster_member member on member.unit = signature.unit and member.cluster = pledge.cluster
                  and member.year = pledge.year
                where signature.text = (select id from pledge_text where pledge_text.pledge = pledge.id
                                         order by number desc limit 1)) as signed
    from pledge
    left join lateral (select name from unit_name where unit_name.unit = pledge.receiver
      order by lower(validity) desc nulls last limit 1) receiving on true`;

const counted = (row: Standing): Standing => ({
  ...row,
  members: row.members.map(Number),
  silent: row.silent.map(Number),
  signed: row.signed.map(Number),
});

/** The pledges somebody sees that are not at their end, of that year and the one before. */
export async function standingsSeen(reader: Reader, reach: PledgeReach, year: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    ${standings(reach)}
     where pledge.year between ${year - 1} and ${year} and ${seenBy(reach)} order by pledge.year desc, pledge.id`.execute(
    reader,
  );
  return rows.map(counted);
}

/** The pledges of a cluster, or those a unit is in, in a year, as far as somebody sees them. */
export async function standingsOf(
  reader: Reader,
  reach: PledgeReach,
  of: { noun: "unit" | "cluster"; id: number; year: number },
): Promise<Standing[]> {
  const whose =
    of.noun === "cluster"
      ? sql`pledge.cluster = ${of.id}`
      : sql`exists (select from cluster_member member where member.cluster = pledge.cluster
                     and member.year = pledge.year and member.unit = ${of.id})`;
  const { rows } = await sql<Standing>`
    ${standings(reach)} where pledge.year = ${of.year} and ${whose} and ${seenBy(reach)} order by pledge.id`.execute(
    reader,
  );
  return rows.map(counted);
}

export interface WaitingTask {
  readonly id: number;
  readonly pledge: number;
  readonly unitName: string;
  readonly words: string;
  readonly directedBy: string;
  readonly wording: string | null;
  readonly dueOn: Day | null;
}

/** Open tasks of the units somebody writes for. */
export async function tasksWaiting(reader: Reader, units: readonly number[]): Promise<WaitingTask[]> {
  const { rows } = await sql<WaitingTask>`
    select id, pledge, unit_name as "unitName", words, directed_by as "directedBy", wording,
           ${taskDueOn} as "dueOn"
      from pledge_task where state = 'open' and unit = any(${[...units]}::bigint[])
     order by due_on nulls last, id limit 50`.execute(reader);
  return rows;
}

export interface TaskDue {
  readonly id: number;
  readonly pledge: number;
  readonly cluster: number;
  readonly unit: number;
  readonly words: string;
  readonly wording: string | null;
  readonly dueOn: Day;
  readonly doneAt: Instant | null;
}

/** Tasks with a day; between two days, of some units or of all. */
export async function tasksDue(
  reader: Reader,
  from: Day,
  to: Day,
  units: readonly number[] | null,
): Promise<TaskDue[]> {
  const { rows } = await sql<TaskDue>`
    select task.id, task.pledge, pledge.cluster, task.unit, task.words, task.wording, task.due_on as "dueOn",
           case when task.state <> 'open' then task.reported_at end as "doneAt"
      from pledge_task task join pledge on pledge.id = task.pledge
     where task.due_on between ${from}::date and ${to}::date
       and (${units === null} or task.unit = any(${[...(units ?? [])]}::bigint[]))
     order by task.id`.execute(reader);
  return rows;
}

export interface SignatureDue {
  readonly pledge: number;
  readonly cluster: number;
  readonly clusterName: string;
  readonly year: number;
  readonly unit: number;
  readonly signBy: Day;
  readonly doneAt: Instant | null;
}

/** Every member's signature that is asked for by a day. */
export async function signaturesDue(
  reader: Reader,
  from: Day,
  to: Day,
  units: readonly number[] | null,
): Promise<SignatureDue[]> {
  const { rows } = await sql<SignatureDue>`
    select pledge.id as pledge, pledge.cluster, pledge.cluster_name as "clusterName", pledge.year, member.unit,
           pledge.sign_by as "signBy",
           (select case when signature.way = 'paper' then signature.signed_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
                        else signature.at end
              from pledge_signature signature
             where signature.unit = member.unit
               and signature.text = (select id from pledge_text where pledge_text.pledge = pledge.id
                                      order by number desc limit 1)) as "doneAt"
      from pledge
      join cluster_member member on member.cluster = pledge.cluster and member.year = pledge.year
     where pledge.state in ('signing', 'signed') and pledge.sign_by between ${from}::date and ${to}::date
       and (${units === null} or member.unit = any(${[...(units ?? [])]}::bigint[]))
     order by pledge.id, member.unit`.execute(reader);
  return rows;
}

export interface SendingDue {
  readonly cluster: number;
  readonly clusterName: string;
  readonly year: number;
  readonly launcher: number;
  readonly movement: number;
  readonly pledge: number | null;
  readonly deadline: Deadline;
  readonly doneAt: Instant | null;
}

/** What each cluster with a roster owes its founder by the movement's deadline for clusters, begun or not. */
export async function sendingsDue(
  reader: Reader,
  years: readonly number[],
  units: readonly number[] | null,
): Promise<SendingDue[]> {
  const { rows } = await sql<Omit<SendingDue, "deadline">>`
    select cluster.unit as cluster, named.name as "clusterName", roster.year, movement.launcher,
           movement.id as movement, pledge.id as pledge,
           case when pledge.sent_state in ('sent', 'accepted') then coalesce(
             (select event.on_day::timestamp at time zone 'Asia/Ho_Chi_Minh' from pledge_event event
               where event.pledge = pledge.id and event.kind = 'sent' order by event.id desc limit 1),
             pledge.sent_at) end as "doneAt"
      from (select distinct cluster, year from cluster_member where year = any(${[...years]}::int[])) roster
      join cluster on cluster.unit = roster.cluster and not cluster.outside
      cross join lateral (select name from unit_name where unit_name.unit = cluster.unit
        order by lower(validity) desc nulls last limit 1) named
      cross join lateral (select parent from unit_place where unit_place.unit = cluster.unit
        order by lower(validity) desc nulls last limit 1) placed
      left join pledge on pledge.cluster = cluster.unit and pledge.year = roster.year
      cross join lateral (
        select id, launcher from movement
         where movement.id = pledge.movement
            or (pledge.movement is null and movement.launcher = placed.parent
                and movement.from_year <= roster.year and movement.to_year >= roster.year
                and movement.state in ('issued', 'running', 'closed'))
         order by kind = 'regular' desc, from_year = roster.year desc, issued_at desc nulls last, id desc
         limit 1) movement
     where ${units === null} or cluster.unit = any(${[...(units ?? [])]}::bigint[])
     order by cluster.unit`.execute(reader);
  const deadlines = new Map<number, readonly MovementDeadlineRow[]>();
  const due: SendingDue[] = [];
  for (const row of rows) {
    const known = deadlines.get(row.movement) ?? (await clusterDeadlines(reader, row.movement));
    deadlines.set(row.movement, known);
    const deadline = known.find(({ binds }) => binds(row.cluster))?.deadline;
    if (deadline) due.push({ ...row, deadline });
  }
  return due;
}

export interface SeenStep {
  readonly id: number;
  readonly kind: PledgeEvent["kind"];
  readonly clusterName: string;
  readonly year: number;
  readonly actorName: string;
  readonly at: Instant;
}

/** Steps taken lately in what somebody sees, newest first. */
export async function stepsSeen(
  reader: Reader,
  reach: PledgeReach,
  since: Instant,
  limit: number,
): Promise<SeenStep[]> {
  const { rows } = await sql<SeenStep>`
    select pledge.id, event.kind, pledge.cluster_name as "clusterName", pledge.year,
           event.actor_name as "actorName", event.at
      from pledge_event event join pledge on pledge.id = event.pledge
     where event.at >= ${since} and ${seenBy(reach)}
     order by event.at desc, event.id desc limit ${limit}`.execute(reader);
  return rows;
}

export interface PledgedFigures {
  readonly members: number;
  readonly signed: number;
  readonly commitments: number;
  readonly done: number;
  readonly judged: number;
  readonly pledge: number | null;
}

/** How many of these units are in a cluster with a pledge in those years, have signed, promised, and kept it. */
export async function pledgedFigures(
  reader: Reader,
  units: readonly number[],
  from: number,
  to: number,
): Promise<PledgedFigures> {
  const { rows } = await sql<PledgedFigures>`
    with bound as (
      select pledge.id, member.unit from pledge
        join cluster_member member on member.cluster = pledge.cluster and member.year = pledge.year
       where pledge.year between ${from} and ${to} and member.unit = any(${[...units]}::bigint[])
         and pledge.state <> 'drafting'
    )
    select (select count(*) from bound) as members,
           (select count(*) from bound where exists (
              select from pledge_signature signature
               where signature.unit = bound.unit
                 and signature.text = (select id from pledge_text where pledge_text.pledge = bound.id
                                        order by number desc limit 1))) as signed,
           (select count(*) from pledge_commitment promised join bound on bound.id = promised.pledge
               and bound.unit = promised.unit) as commitments,
           (select count(*) from pledge_commitment promised join bound on bound.id = promised.pledge
               and bound.unit = promised.unit where promised.result = 'done') as done,
           (select count(*) from pledge_commitment promised join bound on bound.id = promised.pledge
               and bound.unit = promised.unit where promised.result is not null) as judged,
           (select min(id) from bound) as pledge`.execute(reader);
  return rows[0]!;
}

/** Open tasks and missing signatures of a unit. */
export async function openWork(reader: Reader, unit: number): Promise<{ tasks: number; unsigned: number }> {
  const { rows } = await sql<{ tasks: number; unsigned: number }>`
    select (select count(*) from pledge_task where unit = ${unit} and state <> 'done') as tasks,
           (select count(*) from pledge
              join cluster_member member on member.cluster = pledge.cluster and member.year = pledge.year
               and member.unit = ${unit}
             where pledge.state = 'signing' and not exists (
               select from pledge_signature signature
                where signature.unit = ${unit}
                  and signature.text = (select id from pledge_text where pledge_text.pledge = pledge.id
                                         order by number desc limit 1))) as unsigned`.execute(reader);
  return rows[0]!;
}
