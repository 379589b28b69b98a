import { type Expression, type SqlBool, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import { countingPosts } from "../org/reach.ts";
import { isSystem } from "../platform/actor.ts";
import { oncePerRequest } from "../platform/once.ts";
import { overseeing } from "./target.may.ts";

/** How far somebody sees shares of targets, in ids, for SQL; `target.may.ts` says the same of one share. */
export interface TargetReach {
  readonly everything: boolean;
  /** Units somebody leads or works for, with all below them. */
  readonly oversees: readonly number[];
  /** Units somebody is a member of: their own share only. */
  readonly member: readonly number[];
  /** Clusters somebody heads or deputises in: the shares of their members in the year. */
  readonly clusters: readonly number[];
  /** Units somebody enters for as head or officer. */
  readonly writes: readonly number[];
  /** Bodies somebody sets targets for. */
  readonly sets: readonly number[];
}

export const targetReachOf = oncePerRequest(async (reader, actor): Promise<TargetReach> => {
  const posts = countingPosts(actor);
  const unitsOf = (...kinds: readonly string[]) => [
    ...new Set(posts.filter(({ kind }) => kinds.includes(kind)).map(({ unit }) => unit)),
  ];
  const served = await bodiesServedBy(reader, actor, unitsOf("standing-officer"));
  const tops = [...new Set([...unitsOf(...overseeing), ...served])];
  const { rows } =
    tops.length === 0
      ? { rows: [] }
      : await sql<{ unit: number }>`
          select units_below as unit from units_below(${tops}::bigint[], ${actor.day}::date)`.execute(reader);
  const writes = unitsOf("unit-head", "unit-officer");
  return {
    everything: isSystem(actor),
    oversees: rows.map(({ unit }) => unit),
    member: unitsOf("member"),
    clusters: unitsOf("cluster-head", "cluster-deputy"),
    writes,
    sets: [...new Set([...served, ...writes])],
  };
});

/** The condition on `share` and `target` under which somebody sees a share: for pages, lists, counts and search. */
export const seenBy = (reach: TargetReach): Expression<SqlBool> => sql<SqlBool>`(
  ${reach.everything}
  or share.unit = any(${reach.oversees}::bigint[])
  or share.unit = any(${reach.member}::bigint[])
  or exists (select from cluster_member
              where cluster_member.cluster = any(${reach.clusters}::bigint[])
                and cluster_member.unit = share.unit and cluster_member.year = target.year))`;

/** The condition under which somebody may enter for a share; what an ended unit left is its followers'. */
export const enteredBy = (reach: TargetReach): Expression<SqlBool> => sql<SqlBool>`(
  share.unit = any(${reach.writes}::bigint[])
  or (share.parent is null and target.owner = any(${reach.sets}::bigint[]))
  or exists (select from succession join unit ended on ended.id = succession.from_unit
              where succession.from_unit = share.unit and succession.to_unit = any(${reach.writes}::bigint[])
                and succession.to_unit <> succession.from_unit and not upper_inf(ended.validity)))`;
