import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Scope } from "../records/fact.ts";

guard(
  "an_initiative_is_recognised_once",
  movedOn("already-recognised", "Đã ghi quyết định về sáng kiến này."),
);

/** What the competent head decided on an initiative after the council's vote. */
export interface Recognition {
  readonly item: number;
  readonly scope: Scope;
  readonly recognised: boolean;
  readonly paperSymbol: string;
  readonly paperDay: Day;
  readonly decidedBy: string;
}

export async function recognitionOf(reader: Reader, item: number): Promise<Recognition | null> {
  const row = await reader
    .selectFrom("council_recognition")
    .select(["item", "scope", "recognised", "paper_symbol", "paper_day", "decided_by"])
    .where("item", "=", item)
    .executeTakeFirst();
  return row
    ? {
        item: row.item,
        scope: row.scope as Scope,
        recognised: row.recognised,
        paperSymbol: row.paper_symbol,
        paperDay: row.paper_day as Day,
        decidedBy: row.decided_by,
      }
    : null;
}

export async function saveRecognition(tx: Tx, told: Recognition, actor: Actor): Promise<void> {
  await tx
    .insertInto("council_recognition")
    .values({
      item: told.item,
      scope: told.scope,
      recognised: told.recognised,
      paper_symbol: told.paperSymbol,
      paper_day: told.paperDay,
      decided_by: told.decidedBy,
      at: actor.at,
      actor_name: actor.name,
    })
    .execute();
}
