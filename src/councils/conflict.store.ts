import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Declaration, DeclaredGround } from "./conflict.ts";

guard("a_conflict_is_told_once", movedOn("already-declared", "Xung đột này đã được ghi nhận ở mục đó."));
guard("a_conflict_is_ruled_on_once", movedOn("already-ruled", "Chủ tọa đã quyết định về xung đột này."));

/** A conflict that was declared, or that came to light after the vote, with how the chair ruled on it. */
export interface DeclaredConflict extends Declaration {
  readonly id: number;
  readonly item: number;
  readonly personName: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly ruling: Ruling | null;
}

export interface Ruling {
  readonly resultStands: boolean;
  readonly reason: string;
  readonly actorName: string;
}

interface Row extends Omit<DeclaredConflict, "ruling"> {
  readonly resultStands: boolean | null;
  readonly rulingReason: string | null;
  readonly ruledBy: string | null;
}

/** What was declared on the items of a session, in the order it was told. */
export async function declaredIn(reader: Reader, session: number): Promise<DeclaredConflict[]> {
  const { rows } = await sql<Row>`
    select conflict.id, conflict.item, conflict.person, person.name as "personName", conflict.ground,
           conflict.words, conflict.after_vote as "afterVote", conflict.at, conflict.actor_name as "actorName",
           ruling.result_stands as "resultStands", ruling.reason as "rulingReason", ruling.actor_name as "ruledBy"
      from council_conflict conflict
      join council_item item on item.id = conflict.item
      join person on person.id = conflict.person
      left join council_conflict_ruling ruling on ruling.conflict = conflict.id
     where item.session = ${session} order by conflict.id`.execute(reader);
  return rows.map(({ resultStands, rulingReason, ruledBy, ...row }) => ({
    ...row,
    votedAnew: resultStands === false,
    ruling:
      resultStands === null ? null : { resultStands, reason: rulingReason ?? "", actorName: ruledBy ?? "" },
  }));
}

interface NewDeclaration {
  readonly item: number;
  readonly person: number;
  readonly ground: DeclaredGround;
  readonly words: string;
  readonly afterVote: boolean;
}

export async function saveDeclaration(tx: Tx, told: NewDeclaration, actor: Actor): Promise<number> {
  const { id } = await tx
    .insertInto("council_conflict")
    .values({
      item: told.item,
      person: told.person,
      ground: told.ground,
      words: told.words,
      after_vote: told.afterVote,
      at: actor.at,
      actor_name: actor.name,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveRuling(
  tx: Tx,
  conflict: number,
  ruling: { readonly resultStands: boolean; readonly reason: string },
  actor: Actor,
): Promise<void> {
  await tx
    .insertInto("council_conflict_ruling")
    .values({
      conflict,
      result_stands: ruling.resultStands,
      reason: ruling.reason,
      at: actor.at,
      person: actor.person,
      actor_name: actor.name,
    })
    .execute();
}
