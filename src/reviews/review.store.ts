import { type RawBuilder, sql } from "kysely";
import { bodiesServing } from "../movements/movement-reach.store.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Period, ReviewKind } from "./period.ts";
import type { SeenReview } from "./review.may.ts";
import {
  countedArrival,
  type Review,
  type ReviewEvent,
  type ReviewLevel,
  type SigningFor,
  stateOf,
} from "./review.ts";
import { keepWordsAsSent } from "./section.store.ts";
import type { AskedSection } from "./section.ts";

guard(
  "a_unit_reviews_a_period_once",
  movedOn("already-started", "Đã có báo cáo cho kỳ này; hãy mở báo cáo đó để viết tiếp."),
);

type Lists = "keptBy" | "servedBy" | "above" | "clusters" | "members";

interface Row extends Omit<SeenReview, Lists> {
  readonly above: readonly unknown[];
  readonly clusters: readonly unknown[];
  readonly members: readonly unknown[];
}

const reviewsAsOf = (day: Day): RawBuilder<Row> => sql`
  select review.id, review.level, review.movement, movement.name as "movementName", review.kind, review.year,
         review.from_day as "from", review.to_day as "to", review.unit, review.unit_name as "unitName",
         review.receiver, ${nameAt(sql`review.receiver`, sql`${day}`)} as "receiverName", review.state, review.version,
         review.submitted_at as "submittedAt", review.arrived_at as "arrivedAt", review.late, review.channel,
         review.due_on as "dueOn", review.changed_at as "changedAt",
         array(select above from units_above(array[review.unit], ${day}::date)) as above,
         array(select cluster from cluster_member
                where cluster_member.unit = review.unit and cluster_member.year = review.year) as clusters,
         array(select cluster_member.unit from cluster_member
                where cluster_member.cluster = review.unit and cluster_member.year = review.year) as members
    from review left join movement on movement.id = review.movement`;

async function seen(reader: Reader, row: Row | undefined, day: Day): Promise<SeenReview | null> {
  if (!row) return null;
  return {
    ...row,
    above: row.above.map(Number),
    clusters: row.clusters.map(Number),
    members: row.members.map(Number),
    keptBy: row.level === "sector" ? await bodiesServing(reader, row.unit, day) : [],
    servedBy: row.receiver === null ? [] : await bodiesServing(reader, row.receiver, day),
  };
}

/** The review, whoever asks: `review.may.ts` decides who may see it. */
export async function findReview(reader: Reader, id: number, day: Day): Promise<SeenReview | null> {
  const { rows } = await sql<Row>`${reviewsAsOf(day)} where review.id = ${id}`.execute(reader);
  return seen(reader, rows[0], day);
}

/** Loads for change: nobody else changes it until this transaction ends. */
export async function loadReview(tx: Tx, id: number, day: Day): Promise<SeenReview | null> {
  const { rows } = await sql<Row>`${reviewsAsOf(day)} where review.id = ${id} for update of review`.execute(
    tx,
  );
  return seen(tx, rows[0], day);
}

/** What names a review: whose it is, and of what. */
export interface ReviewPlace {
  readonly level: ReviewLevel;
  readonly unit: number;
  readonly movement: number | null;
  readonly kind: ReviewKind;
  readonly year: number;
}

export async function findReviewAt(reader: Reader, place: ReviewPlace): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from review
     where level = ${place.level} and unit = ${place.unit} and kind = ${place.kind} and year = ${place.year}
       and movement is not distinct from ${place.movement}::bigint`.execute(reader);
  return rows[0]?.id ?? null;
}

export interface NewReview extends ReviewPlace, Period {
  readonly unitName: string;
  readonly receiver: number | null;
  readonly template: number | null;
  readonly sections: readonly AskedSection[];
}

/** Begins a draft with the sections its template asks for; answers its id. */
export async function saveNewReview(tx: Tx, started: NewReview, at: Instant): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into review
      (level, unit, movement, kind, year, from_day, to_day, receiver, unit_name, template, searched, started_at, changed_at)
    values (${started.level}, ${started.unit}, ${started.movement}, ${started.kind}, ${started.year}, ${started.from},
      ${started.to}, ${started.receiver}, ${started.unitName}, ${started.template},
      (select fold(${started.unitName} || ' ' || coalesce(string_agg(short_name || ' ' || code, ' '), '') || ' '
         || coalesce((select name from movement where id = ${started.movement}::bigint), ''))
         from unit_name where unit = ${started.unit}),
      ${at}, ${at})
    returning id`.execute(tx);
  const { id } = rows[0]!;
  await tx
    .insertInto("review_section")
    .values(started.sections.map((section) => ({ ...section, review: id, codes: [...section.codes] })))
    .execute();
  return id;
}

/** Writes what happened and folds it into the review's own row; answers the event's id. */
export async function saveReviewEvent(
  tx: Tx,
  review: Review,
  event: ReviewEvent,
  actor: Actor,
  state = stateOf([event]),
): Promise<number> {
  const submitted = event.kind === "submitted" ? event : null;
  const dueOn = "dueOn" in event ? event.dueOn : null;
  const { id } = await tx
    .insertInto("review_event")
    .values({
      review: review.id,
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
      due_on: event.kind === "returned" ? dueOn : null,
      signatory: submitted?.signatory?.person ?? null,
      signatory_name: submitted?.signatory?.name ?? null,
      signatory_title: submitted?.signatory?.title ?? null,
      signatory_capacity: submitted?.signatory?.signsFor?.capacity ?? null,
      signatory_office: submitted?.signatory?.signsFor?.office ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("review")
    .set({ state, due_on: dueOn, changed_at: event.at })
    .set((build) => ({ version: build("version", "+", 1) }))
    .$if(submitted !== null, (query) =>
      query.set({
        submitted_at: event.at,
        arrived_at: review.arrivedAt ?? countedArrival(event.at, submitted?.receivedOn ?? null),
        late: submitted?.late ?? null,
        channel: submitted?.channel ?? null,
      }),
    )
    // Taken back before anybody returned it, it has not arrived.
    .$if(state === "draft", (query) =>
      query.set({ submitted_at: null, arrived_at: null, late: null, channel: null }),
    )
    .where("id", "=", review.id)
    .execute();
  if (submitted) await keepWordsAsSent(tx, review.id);
  return id;
}

/** Something in it has changed. */
export async function touchReview(tx: Tx, id: number, at: Instant): Promise<void> {
  await tx
    .updateTable("review")
    .set((build) => ({ version: build("version", "+", 1), changed_at: at }))
    .where("id", "=", id)
    .execute();
}

/** What happened to a review, newest first, with who did it and for whom. */
export interface HistoryEntry {
  readonly id: number;
  readonly kind: ReviewEvent["kind"];
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly remarks: string | null;
  readonly late: boolean | null;
  readonly lateReason: string | null;
  readonly channel: Review["channel"];
  readonly receivedOn: Day | null;
  readonly dueOn: Day | null;
  readonly signatoryName: string | null;
  readonly signatoryTitle: string | null;
  readonly signsFor: SigningFor | null;
}

export async function historyOf(reader: Reader, review: number): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    select id, kind, at, actor_name as "actorName", post_title as "postTitle", on_behalf_of as "onBehalfOf", remarks,
           late, late_reason as "lateReason", channel, received_on as "receivedOn", due_on as "dueOn",
           signatory_name as "signatoryName", signatory_title as "signatoryTitle",
           case when signatory_capacity is not null then
             json_build_object('capacity', signatory_capacity, 'office', signatory_office) end as "signsFor"
      from review_event where review = ${review} order by id desc`.execute(reader);
  return rows;
}

/** Reviews whose columns say something else than the fold of their events; empty when all is well. */
export async function reviewsOutOfFold(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select review.id
      from review
      left join lateral (
        select case when event.kind <> 'withdrawn' then event.kind
                    when exists (select from review_event back
                                  where back.review = review.id and back.kind = 'returned')
                    then 'returned' else 'draft' end as kind
          from review_event event where event.review = review.id order by event.id desc limit 1) last on true
      left join lateral (
        select at, late, channel from review_event event
         where event.review = review.id and event.kind = 'submitted' and last.kind <> 'draft'
         order by event.id desc limit 1) sent on true
     where review.state <> coalesce(last.kind, 'draft')
        or review.submitted_at is distinct from sent.at
        or review.late is distinct from sent.late
        or review.channel is distinct from sent.channel
     order by review.id`.execute(reader);
  return rows.map((row) => row.id);
}

/** Reviews sent here under nobody's name; empty when all is well. */
export async function reviewsSignedByNobody(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select review as id from review_event
     where kind = 'submitted' and channel = 'online' and signatory is null order by review`.execute(reader);
  return rows.map((row) => row.id);
}
