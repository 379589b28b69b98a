import { type Expression, type SqlBool, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import { countingPosts } from "../org/reach.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { oncePerRequest } from "../platform/once.ts";
import { answeringKinds, askingKinds } from "./question.may.ts";

/** How far somebody sees questions, in ids, for SQL; `maySeeQuestion` says the same of one. */
export interface QuestionReach {
  /** Units this person asks for. */
  readonly asksFor: readonly number[];
  /** Bodies this person answers for. */
  readonly serves: readonly number[];
  readonly inspects: readonly number[];
  readonly day: Day;
}

export const questionReachOf = oncePerRequest(async (reader, actor): Promise<QuestionReach> => {
  const unitsOf = (kinds: readonly string[]) => [
    ...new Set(
      countingPosts(actor)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ unit }) => unit),
    ),
  ];
  return {
    asksFor: unitsOf(askingKinds),
    serves: await bodiesServedBy(reader, actor, unitsOf(answeringKinds)),
    inspects: unitsOf(["inspector"]),
    day: actor.day,
  };
});

/** The condition on `question` under which somebody sees it: the same for lists, counts and search. */
export const questionSeenBy = (reach: QuestionReach): Expression<SqlBool> => {
  const ways = [
    sql<SqlBool>`question.unit = any(${[...reach.asksFor]}::bigint[])`,
    sql<SqlBool>`question.path && ${[...reach.serves]}::bigint[]`,
  ];
  if (reach.inspects.length > 0)
    ways.push(sql`question.unit in (
      select units_below from units_below(${[...reach.inspects]}::bigint[], ${reach.day}::date))`);
  return sql`((${sql.join(ways, sql`) or (`)}))`;
};

/** Whether somebody inspects that unit. */
export async function inspectsUnit(reader: Reader, reach: QuestionReach, unit: number): Promise<boolean> {
  if (reach.inspects.length === 0) return false;
  const { rows } = await sql<{ found: boolean }>`
    select ${unit}::bigint in (select units_below from units_below(${[...reach.inspects]}::bigint[], ${reach.day}::date)) as found`.execute(
    reader,
  );
  return rows[0]?.found ?? false;
}

/** A body that somebody above answers for. */
export interface AnsweringBody {
  readonly id: number;
  readonly name: string;
}

/**
 * The bodies above a unit that have a standing officer of their own or in a department that acts for them,
 * the nearest first.
 */
export async function answeringBodiesAbove(reader: Reader, unit: number, day: Day): Promise<AnsweringBody[]> {
  const { rows } = await sql<AnsweringBody>`
    with above as (select above from units_above(array[${unit}]::bigint[], ${day}::date) where above <> ${unit}),
    answering as (
      select above.above as id from above
       where exists (
         select from post
          where post.kind = 'standing-officer' and post.validity @> ${day}::date
            and (post.unit = above.above
                 or exists (select from unit_place place join unit on unit.id = place.unit
                             where place.unit = post.unit and place.parent = above.above
                               and not unit.legal_personality and unit.kind <> 'cluster'
                               and place.validity @> ${day}::date)))
    )
    select answering.id, ${nameAt(sql`answering.id`, sql`${day}`)} as name
      from answering
     order by (select count(*) from units_above(array[answering.id]::bigint[], ${day}::date)) desc, answering.id`.execute(
    reader,
  );
  return rows;
}

/** Units somebody asks for, with their names. */
export async function unitsAskedFor(reader: Reader, actor: Actor): Promise<AnsweringBody[]> {
  const { asksFor } = await questionReachOf(reader, actor);
  if (asksFor.length === 0) return [];
  const { rows } = await sql<AnsweringBody>`
    select asking.id, asking.name
      from (select unit.id, ${nameAt(sql`unit.id`, sql`${actor.day}`)} as name
              from unit where id = any(${[...asksFor]}::bigint[]) and validity @> ${actor.day}::date) asking
     order by asking.name collate "vi-x-icu"`.execute(reader);
  return rows;
}
