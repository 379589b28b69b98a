import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Recipient } from "./movement.ts";

/** A recipient of the paper to be served by the clerical office. */
export interface Service {
  readonly position: number;
  readonly name: string;
  readonly purpose: string | null;
  readonly servedAt: Instant | null;
  readonly servedBy: string | null;
}

/** The recipients to be served; “Như Điều …” are the units in scope, “Lưu” stays in the house. */
export async function saveServices(
  tx: Tx,
  movement: number,
  recipients: readonly Recipient[],
): Promise<void> {
  const outside = recipients.filter(({ name }) => !/^(Như Điều|Như trên|Lưu)/u.test(name));
  if (outside.length === 0) return;
  await tx
    .insertInto("movement_service")
    .values(outside.map(({ name, purpose }, position) => ({ movement, position, name, purpose })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function servicesOf(reader: Reader, movement: number): Promise<Service[]> {
  const rows = await reader
    .selectFrom("movement_service")
    .select(["position", "name", "purpose", "served_at", "served_by"])
    .where("movement", "=", movement)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    position: row.position,
    name: row.name,
    purpose: row.purpose,
    servedAt: row.served_at,
    servedBy: row.served_by,
  }));
}

/** Marks those served now; what was marked before keeps its time. */
export async function saveServed(
  tx: Tx,
  movement: number,
  positions: readonly number[],
  by: string,
  at: Instant,
): Promise<void> {
  if (positions.length === 0) return;
  await tx
    .updateTable("movement_service")
    .set({ served_at: at, served_by: by })
    .where("movement", "=", movement)
    .where("position", "in", positions)
    .where("served_at", "is", null)
    .execute();
}
