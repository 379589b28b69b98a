import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { FrozenFigure, OwnValue, ShownFigure } from "./figures.ts";

/** The writers' own figures by code; the latest word on each holds, and one taken back is gone. */
export async function ownValuesOf(reader: Reader, review: number): Promise<ReadonlyMap<string, OwnValue>> {
  const { rows } = await sql<{ code: string; value: number | null; reason: string; actorName: string }>`
    select distinct on (code) code, value, reason, actor_name as "actorName"
      from review_override where review = ${review} order by code, id desc`.execute(reader);
  return new Map(
    rows.flatMap(({ code, value, reason, actorName }) =>
      value === null ? [] : [[code, { value, reason, actorName }] as const],
    ),
  );
}

export async function saveOverride(
  tx: Tx,
  override: { review: number; code: string; value: number | null; reason: string },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("review_override")
    .values({ ...override, at, person: actor.person, actor_name: actor.name })
    .execute();
}

/** Freezes the figures with the sending. */
export async function saveFrozen(
  tx: Tx,
  review: number,
  event: number,
  placed: readonly { readonly position: number; readonly figures: readonly ShownFigure[] }[],
  at: Instant,
): Promise<void> {
  const rows = placed.flatMap(({ position, figures }) =>
    figures.map(({ code, label, measure, value, href, own }, place) => ({
      review,
      event,
      position,
      place,
      code,
      label,
      measure,
      value,
      href,
      own_value: own?.value ?? null,
      own_reason: own?.reason ?? null,
      frozen_at: at,
    })),
  );
  if (rows.length > 0) await tx.insertInto("review_figure").values(rows).execute();
}

/** The figures of the latest sending, in their order. */
export async function frozenFiguresOf(reader: Reader, review: number): Promise<FrozenFigure[]> {
  const { rows } = await sql<{
    position: number;
    code: string;
    label: string;
    measure: string;
    value: number | null;
    href: string;
    ownValue: number | null;
    ownReason: string | null;
    frozenAt: Instant;
  }>`
    select position, code, label, measure, value, href, own_value as "ownValue", own_reason as "ownReason",
           frozen_at as "frozenAt"
      from review_figure
     where event = (select max(id) from review_event where review = ${review} and kind = 'submitted')
     order by position, place`.execute(reader);
  return rows.map(({ ownValue, ownReason, ...row }) => ({
    ...row,
    own: ownValue === null ? null : { value: ownValue, reason: ownReason ?? "", actorName: null },
  }));
}
