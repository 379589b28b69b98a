import { type Expression, type SqlBool, sql } from "kysely";
import { bodiesServing } from "../movements/movement-reach.store.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { refuse } from "../platform/refusal.ts";
import { sumsBelow } from "./roll-up.store.ts";
import type { Part, Share } from "./share.ts";
import type { SeenShare } from "./target.may.ts";
import { seenBy, type TargetReach } from "./target-reach.store.ts";

guard("a_goal_is_not_negative", refuse("goal-below-zero", "Chỉ tiêu không thể là số âm.", { field: "goal" }));

const shares = (day: Day) => sql<Share>`
  select share.id, share.target, share.parent, share.unit, share.base, share.goal,
         ${nameAt(sql`share.unit`, sql`${day}`)} as "unitName"
    from target_share share join target on target.id = share.target`;

export async function findShare(reader: Reader, id: number, day: Day): Promise<Share | null> {
  const { rows } = await sql<Share>`${shares(day)} where share.id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

export async function findShareSeen(
  reader: Reader,
  id: number,
  reach: TargetReach,
  day: Day,
): Promise<Share | null> {
  const { rows } = await sql<Share>`${shares(day)} where share.id = ${id} and ${seenBy(reach)}`.execute(
    reader,
  );
  return rows[0] ?? null;
}

/** Shares by any condition on `share` and `target`, by name. */
export async function sharesWhere(
  reader: Reader,
  condition: Expression<SqlBool>,
  day: Day,
): Promise<Share[]> {
  const { rows } = await sql<Share>`
    select * from (${shares(day)} where ${condition}) found order by "unitName" collate "vi-x-icu", id`.execute(
    reader,
  );
  return rows;
}

export const sharesNumbered = (reader: Reader, ids: readonly number[], day: Day): Promise<Share[]> =>
  sharesWhere(reader, sql<SqlBool>`share.id = any(${[...ids]}::bigint[])`, day);

export const partsOf = (reader: Reader, share: number, day: Day): Promise<Share[]> =>
  sharesWhere(reader, sql<SqlBool>`share.parent = ${share}`, day);

/** The shares of a target that report: not divided on, their units still there. */
export const sharesReporting = (reader: Reader, target: number, day: Day): Promise<Share[]> =>
  sharesWhere(
    reader,
    sql<SqlBool>`share.target = ${target}
      and not exists (select from target_share below where below.parent = share.id)
      and exists (select from unit where unit.id = share.unit and unit.validity @> ${day}::date)`,
    day,
  );

/** The share from the whole down to itself, for the way back up. */
export async function wayTo(reader: Reader, share: number, day: Day): Promise<Share[]> {
  const { rows } = await sql<Share>`
    with recursive way as (
      select id, parent, 0 as step from target_share where id = ${share}
       union all
      select above.id, above.parent, way.step + 1 from way join target_share above on above.id = way.parent
    )
    select share.id, share.target, share.parent, share.unit, share.base, share.goal,
           ${nameAt(sql`share.unit`, sql`${day}`)} as "unitName"
      from way join target_share share on share.id = way.id order by way.step desc`.execute(reader);
  return rows;
}

/** A share and every share divided from it, whatever the depth, with what went over into them. */
export async function sharesBelow(reader: Reader, share: number, day: Day): Promise<Share[]> {
  const sums = await sumsBelow(reader, [share], day);
  return sharesNumbered(
    reader,
    sums.map((sum) => sum.share),
    day,
  );
}

/** What rights on a share are decided by. */
export async function seenShareOf(
  reader: Reader,
  share: Share,
  owner: number,
  year: number,
  day: Day,
): Promise<SeenShare> {
  const { rows } = await sql<{ clusters: number[]; followers: number[] }>`
    select array(select cluster from cluster_member where unit = ${share.unit} and year = ${year}) as clusters,
           array(select succession.to_unit from succession join unit ended on ended.id = succession.from_unit
                  where succession.from_unit = ${share.unit} and succession.to_unit <> succession.from_unit
                    and not upper_inf(ended.validity)) as followers`.execute(reader);
  return {
    unit: share.unit,
    above: await ancestorsOf(reader, share.unit, day),
    clusters: rows[0]!.clusters.map(Number),
    enteredBy: [share.unit, ...rows[0]!.followers.map(Number)],
    owner,
    ownerServedBy: await bodiesServing(reader, owner, day),
  };
}

/** Parts of a share with what hangs on each, before a division drops some. */
export async function partsInUse(
  reader: Reader,
  share: number,
  day: Day,
): Promise<(Share & { values: number; parts: number })[]> {
  const { rows } = await sql<Share & { values: number; parts: number }>`
    select share.id, share.target, share.parent, share.unit, share.base, share.goal,
           ${nameAt(sql`share.unit`, sql`${day}`)} as "unitName",
           (select count(*)::int from target_value value where value.share = share.id) as values,
           (select count(*)::int from target_share below where below.parent = share.id) as parts
      from target_share share where share.parent = ${share}`.execute(reader);
  return rows;
}

/** The parts as decided: new ones added, standing ones changed, the others dropped; false when one has its part elsewhere. */
export async function saveParts(tx: Tx, share: Share, parts: readonly Part[]): Promise<boolean> {
  const units = parts.map(({ unit }) => unit);
  await sql`delete from target_share where parent = ${share.id} and not unit = any(${units}::bigint[])`.execute(
    tx,
  );
  const { rows } = await sql`
    insert into target_share (target, parent, unit, base, goal)
    select ${share.target}::bigint, ${share.id}::bigint, part.unit, part.base, part.goal
      from unnest(${units}::bigint[], ${parts.map(({ base }) => base)}::numeric[],
                  ${parts.map(({ goal }) => goal)}::numeric[]) as part(unit, base, goal)
        on conflict (target, unit) do update set base = excluded.base, goal = excluded.goal
     where target_share.parent = excluded.parent
    returning id`.execute(tx);
  return rows.length === parts.length;
}
