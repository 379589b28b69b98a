import { sql } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { fold } from "../platform/vietnamese.ts";
import type { PledgeState, SentState } from "./pledge.ts";
import { type PledgeReach, seenBy } from "./pledge-reach.store.ts";

export interface ListFilter {
  readonly words: string;
  readonly year: number | null;
  readonly state: PledgeState | null;
  readonly cluster: number | null;
}

export const noFilter: ListFilter = { words: "", year: null, state: null, cluster: null };

export interface ListedPledge {
  readonly id: number;
  readonly cluster: number;
  readonly clusterName: string;
  readonly year: number;
  readonly state: PledgeState;
  readonly sentState: SentState | null;
  readonly sentAt: Instant | null;
  readonly late: boolean | null;
  readonly members: number;
  /** Members that have signed the latest text. */
  readonly signed: number;
  readonly commitments: number;
}

const orders = {
  year: sql`pledge.year desc, pledge.cluster_name collate "vi-x-icu", pledge.id`,
  cluster: sql`pledge.cluster_name collate "vi-x-icu", pledge.year desc, pledge.id`,
};

/** Pledges that somebody sees, a page of them, and how many there are. */
export async function listPledges(
  reader: Reader,
  reach: PledgeReach,
  filter: ListFilter,
  page: { by: keyof typeof orders; offset: number; limit: number },
): Promise<{ rows: ListedPledge[]; total: number }> {
  const patterns = fold(filter.words)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 12)
    .map((word) => `%${word.replace(/[%_\\]/g, "\\$&")}%`);
  const { rows } = await sql<ListedPledge & { total: number }>`
    select pledge.id, pledge.cluster, pledge.cluster_name as "clusterName", pledge.year, pledge.state,
           pledge.sent_state as "sentState", pledge.sent_at as "sentAt", pledge.late,
           (select count(*) from cluster_member member
             where member.cluster = pledge.cluster and member.year = pledge.year) as members,
           (select count(*) from pledge_signature signature
             join cluster_member member on member.unit = signature.unit and member.cluster = pledge.cluster
              and member.year = pledge.year
             where signature.text = (select id from pledge_text where pledge_text.pledge = pledge.id
                                      order by number desc limit 1)) as signed,
           (select count(*) from pledge_commitment where pledge_commitment.pledge = pledge.id) as commitments,
           count(*) over () as total
      from pledge
     where ${seenBy(reach)}
       and (${filter.year}::int is null or pledge.year = ${filter.year})
       and (${filter.state}::text is null or pledge.state = ${filter.state})
       and (${filter.cluster}::bigint is null or pledge.cluster = ${filter.cluster})
       and pledge.searched like all (${patterns}::text[])
     order by ${orders[page.by]} limit ${page.limit} offset ${page.offset}`.execute(reader);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The years and clusters of the pledges somebody sees, for the filters. */
export async function listChoices(
  reader: Reader,
  reach: PledgeReach,
): Promise<{ years: number[]; clusters: { id: number; name: string }[] }> {
  const { rows } = await sql<{ year: number; cluster: number; name: string }>`
    select distinct pledge.year, pledge.cluster, pledge.cluster_name as name from pledge where ${seenBy(reach)}
     order by pledge.year desc, name`.execute(reader);
  const clusters = new Map(rows.map(({ cluster, name }) => [cluster, name]));
  return {
    years: [...new Set(rows.map(({ year }) => year))],
    clusters: [...clusters].map(([id, name]) => ({ id, name })),
  };
}

/** Clusters somebody leads in a year, or takes part in where the head is elsewhere, that have not begun. */
export async function clustersToBegin(
  reader: Reader,
  reach: PledgeReach,
  year: number,
): Promise<{ cluster: number; name: string }[]> {
  const { rows } = await sql<{ cluster: number; name: string }>`
    select cluster.unit as cluster, named.name
      from cluster
      cross join lateral (select name from unit_name where unit_name.unit = cluster.unit
        order by lower(validity) desc nulls last limit 1) named
     where exists (select from cluster_member member where member.cluster = cluster.unit and member.year = ${year}
                      and (cluster.unit = any(${reach.leads}::bigint[])
                           or (cluster.outside and member.unit = any(${reach.writes}::bigint[]))))
       and not exists (select from pledge where pledge.cluster = cluster.unit and pledge.year = ${year})
     order by named.name`.execute(reader);
  return rows;
}
