import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Hundredths } from "./points.ts";

/** What a member or a ministry unit says of a sheet. */
export interface Opinion {
  readonly id: number;
  readonly criterion: number | null;
  readonly unitName: string;
  readonly points: Hundredths | null;
  readonly words: string;
  readonly at: Instant;
}

export async function opinionsOf(reader: Reader, sheet: number): Promise<Opinion[]> {
  const { rows } = await sql<Opinion>`
    select id, criterion, unit_name as "unitName", points, words, at
      from score_opinion where sheet = ${sheet} order by id`.execute(reader);
  return rows;
}

export interface NewOpinion {
  readonly criterion: number | null;
  readonly unit: number;
  readonly unitName: string;
  readonly points: Hundredths | null;
  readonly words: string;
}

export async function saveOpinion(
  tx: Tx,
  sheet: number,
  opinion: NewOpinion,
  actor: Actor,
  at: Instant,
): Promise<number> {
  const row = await tx
    .insertInto("score_opinion")
    .values({
      ...{ sheet, criterion: opinion.criterion, unit: opinion.unit, unit_name: opinion.unitName },
      ...{ points: opinion.points, words: opinion.words, at, person: actor.person, actor_name: actor.name },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}
