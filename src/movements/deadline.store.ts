import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Tx } from "../platform/db.ts";
import type { NewDeadline } from "./draft.ts";
import type { SettlementRequest } from "./settlement.ts";

const rowOf = (deadline: Omit<NewDeadline, "settlement">) => ({
  what: deadline.what,
  purpose: deadline.purpose,
  wording: deadline.wording,
  kind: deadline.kind,
  day: deadline.day,
  inclusive: deadline.inclusive,
  audience_words: deadline.audienceWords,
  groups: [...deadline.groups],
  named: [...deadline.named],
  line: deadline.line,
});

export async function saveNewDeadlines(
  tx: Tx,
  movement: number,
  deadlines: readonly Omit<NewDeadline, "settlement">[],
): Promise<number[]> {
  const { next } = await tx
    .selectFrom("movement_deadline")
    .select((row) => row.fn.coalesce(row.fn.max("position"), row.lit(-1)).as("next"))
    .where("movement", "=", movement)
    .executeTakeFirstOrThrow();
  if (deadlines.length === 0) return [];
  const saved = await tx
    .insertInto("movement_deadline")
    .values(
      deadlines.map((deadline, index) => ({ ...rowOf(deadline), movement, position: next + 1 + index })),
    )
    .returning("id")
    .execute();
  return saved.map((row) => row.id);
}

/** While the launch is written, a deadline changes freely. */
export async function saveDeadline(
  tx: Tx,
  id: number,
  deadline: Omit<NewDeadline, "settlement">,
): Promise<void> {
  await tx.updateTable("movement_deadline").set(rowOf(deadline)).where("id", "=", id).execute();
}

export async function withdrawDeadline(tx: Tx, id: number): Promise<void> {
  await tx.updateTable("movement_deadline").set({ withdrawn: true }).where("id", "=", id).execute();
}

/** A settlement beside the deadline, and the day that holds from now on. */
export async function saveSettlement(
  tx: Tx,
  deadline: { id: number; day: string | null },
  settlement: SettlementRequest,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("movement_settlement")
    .values({
      deadline: deadline.id,
      way: settlement.way,
      day: settlement.day,
      inclusive: settlement.inclusive,
      instrument_symbol: settlement.instrumentSymbol,
      instrument_day: settlement.instrumentDay,
      reason: settlement.reason,
      day_before: deadline.day,
      at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
    })
    .execute();
  if (settlement.way === "left-open") return;
  await tx
    .updateTable("movement_deadline")
    .set({ day: settlement.day, inclusive: settlement.inclusive })
    .where("id", "=", deadline.id)
    .execute();
}
