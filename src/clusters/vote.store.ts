import { sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { ClusterNomination, ClusterVote, MemberVoter } from "./vote.ts";

guard(
  "a_vote_on_a_purpose_has_each_round_once",
  movedOn("vote-already-there", "Cuộc suy tôn này đã được tổ chức; hãy mở lại trang."),
);

/** Where the cluster's vote stands, for the year on one page: whom it put forward, once that is counted. */
export async function stepOfVotes(
  reader: Reader,
  scoring: number,
): Promise<{ state: string | null; day: Day | null; settled: boolean }> {
  const { rows } = await sql<{ unitName: string | null; state: string; metOn: Day }>`
    select vote.state, vote.met_on as "metOn",
           (select string_agg(distinct unit_name, ', ') from cluster_nomination nomination where nomination.cluster_year = ${scoring}) as "unitName"
      from cluster_vote vote where vote.cluster_year = ${scoring} order by vote.id desc limit 1`.execute(
    reader,
  );
  const [last] = rows;
  if (!last) return { state: null, day: null, settled: false };
  if (last.unitName) return { state: `Suy tôn ${last.unitName}`, day: last.metOn, settled: true };
  return {
    state: last.state === "open" ? "Đang suy tôn" : "Chưa có đơn vị được suy tôn",
    day: last.metOn,
    settled: false,
  };
}

const votes = sql<ClusterVote>`
  select vote.id, vote.cluster_year as scoring, vote.purpose, vote.round, vote.poll, vote.state, vote.met_on as "metOn",
         vote.place, vote.chair, chair.name as "chairName", vote.chair_title as "chairTitle", vote.secretary,
         secretary.name as "secretaryName", vote.present, vote.opinions
    from cluster_vote vote
    join person chair on chair.id = vote.chair
    join person secretary on secretary.id = vote.secretary`;

export async function votesOf(reader: Reader, scoring: number): Promise<ClusterVote[]> {
  const { rows } =
    await sql<ClusterVote>`${votes} where vote.cluster_year = ${scoring} order by vote.id`.execute(reader);
  return rows;
}

export async function voteOfPoll(tx: Tx, poll: number): Promise<ClusterVote | null> {
  const { rows } = await sql<ClusterVote>`${votes} where vote.poll = ${poll} for update of vote`.execute(tx);
  return rows[0] ?? null;
}

export async function saveVote(
  tx: Tx,
  vote: Pick<
    ClusterVote,
    | "scoring"
    | "purpose"
    | "round"
    | "poll"
    | "metOn"
    | "place"
    | "chair"
    | "chairTitle"
    | "secretary"
    | "present"
    | "opinions"
  >,
  actorName: string,
  at: Instant,
): Promise<number> {
  const row = await tx
    .insertInto("cluster_vote")
    .values({
      ...{ cluster_year: vote.scoring, purpose: vote.purpose, round: vote.round, poll: vote.poll },
      ...{ met_on: vote.metOn, place: vote.place, chair: vote.chair, chair_title: vote.chairTitle },
      ...{ secretary: vote.secretary, present: vote.present, opinions: vote.opinions },
      ...{ opened_at: at, opened_by: actorName },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function endVote(
  tx: Tx,
  id: number,
  state: "counted" | "abandoned",
  at: Instant,
): Promise<void> {
  await sql`update cluster_vote set state = ${state}, ended_at = ${at} where id = ${id}`.execute(tx);
}

export async function saveNomination(
  tx: Tx,
  nomination: Pick<
    ClusterNomination,
    "scoring" | "purpose" | "unit" | "unitName" | "votes" | "base" | "needed"
  > & {
    vote: number;
  },
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("cluster_nomination")
    .values({
      ...{ cluster_year: nomination.scoring, vote: nomination.vote, purpose: nomination.purpose },
      ...{ unit: nomination.unit, unit_name: nomination.unitName, votes: nomination.votes },
      ...{ base: nomination.base, needed: nomination.needed, at },
    })
    .execute();
}

/** Units put forward by clusters, of a year, a cluster's year or some units; the right to them is the asker's to check. */
export async function clusterNominationsOf(
  reader: Reader,
  of: { readonly scoring?: number; readonly year?: number; readonly units?: readonly number[] },
): Promise<ClusterNomination[]> {
  const units = of.units === undefined ? null : [...of.units];
  const { rows } = await sql<ClusterNomination>`
    select nomination.cluster_year as scoring, year.cluster, year.year, nomination.purpose, nomination.unit,
           nomination.unit_name as "unitName", nomination.votes, nomination.base, nomination.needed, vote.poll, nomination.at
      from cluster_nomination nomination
      join cluster_year year on year.id = nomination.cluster_year
      join cluster_vote vote on vote.id = nomination.vote
     where (${of.scoring ?? null}::bigint is null or year.id = ${of.scoring ?? null})
       and (${of.year ?? null}::int is null or year.year = ${of.year ?? null})
       and (${units}::bigint[] is null or nomination.unit = any(${units}::bigint[]))
     order by nomination.id`.execute(reader);
  return rows;
}

/** Who votes for each member unit on a day: somebody authorised in writing, else its head. */
export async function votersOf(
  reader: Reader,
  scoring: number,
  units: readonly number[],
  day: Day,
): Promise<MemberVoter[]> {
  const { rows } = await sql<MemberVoter>`
    select distinct on (unit.id) unit.id as unit, named.name as "unitName", person.id as person, person.name,
           coalesce(held.title, 'Người được ủy quyền') as post,
           case when voter.id is null then 'head' else 'authorised' end as authority,
           voter.paper_symbol as "paperSymbol", voter.paper_day as "paperDay"
      from unnest(${[...units]}::bigint[]) unit (id)
      cross join lateral (select name from unit_name where unit_name.unit = unit.id
        order by validity @> ${day}::date desc, lower(validity) desc nulls last limit 1) named
      left join cluster_voter voter on voter.cluster_year = ${scoring} and voter.unit = unit.id and voter.ended_at is null
      left join post head on head.unit = unit.id and head.kind = 'unit-head' and head.delegation is null
        and head.validity @> ${day}::date and voter.id is null
      join person on person.id = coalesce(voter.person, head.person)
      left join post held on held.person = person.id and held.unit = unit.id and held.validity @> ${day}::date
        and held.kind in ('unit-head', 'unit-deputy', 'member')
     order by unit.id, held.kind = 'member', held.id`.execute(reader);
  return rows.toSorted((left, right) => left.unitName.localeCompare(right.unitName, "vi"));
}

export interface NewVoter {
  readonly scoring: number;
  readonly unit: number;
  readonly person: number;
  readonly paperSymbol: string;
  readonly paperDay: Day;
  readonly file: string | null;
  readonly fileName: string | null;
}

/** Somebody is authorised in writing to vote for a unit, in place of whoever was before. */
export async function saveVoter(tx: Tx, voter: NewVoter, actorName: string, at: Instant): Promise<number> {
  await sql`update cluster_voter set ended_at = ${at}
             where cluster_year = ${voter.scoring} and unit = ${voter.unit} and ended_at is null`.execute(tx);
  const row = await tx
    .insertInto("cluster_voter")
    .values({
      ...{ cluster_year: voter.scoring, unit: voter.unit, person: voter.person, authority: "authorised" },
      ...{ paper_symbol: voter.paperSymbol, paper_day: voter.paperDay, file: voter.file },
      ...{ file_name: voter.fileName, at, actor_name: actorName },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** People of some units whom a vote's meeting may choose to preside, as secretary and as tellers; a cluster gives its leaders. */
export async function peopleToServe(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<{ person: number; name: string; post: string }[]> {
  const { rows } = await sql<{ person: number; name: string; post: string }>`
    select distinct on (person.id) person.id as person, person.name, post.title || ', ' || named.name as post
      from post
      join person on person.id = post.person
      cross join lateral (select name from unit_name where unit_name.unit = post.unit
        order by validity @> ${day}::date desc, lower(validity) desc nulls last limit 1) named
     where post.unit = any(${[...units]}::bigint[]) and post.validity @> ${day}::date
       and post.kind in ('cluster-head', 'cluster-deputy', 'unit-head', 'unit-deputy', 'unit-officer')
     order by person.id, array_position(array['cluster-head', 'cluster-deputy', 'unit-head', 'unit-deputy'], post.kind), post.id`.execute(
    reader,
  );
  return rows.toSorted((left, right) => left.name.localeCompare(right.name, "vi"));
}
