import { sql } from "kysely";
import type { Day, Instant } from "./day.ts";
import type { Tx } from "./db.ts";

export interface NewReminder {
  readonly kind: string;
  readonly subject: string;
  /** Id of the unit reminded. */
  readonly recipient: number;
  readonly step: string;
}

/** Notes reminders and answers those that are new: who was reminded of the same today is left out. */
export async function saveDueReminders(
  tx: Tx,
  reminders: readonly NewReminder[],
  sent: { by: string; day: Day; at: Instant },
): Promise<ReadonlySet<string>> {
  if (reminders.length === 0) return new Set();
  const { rows } = await sql<{ kind: string; subject: string; recipient: string }>`
    insert into reminder (kind, subject, recipient, on_day, step, sent_by, sent_at)
    select due.kind, due.subject, due.recipient, ${sent.day}::date, due.step, ${sent.by}, ${sent.at}
      from unnest(
        ${reminders.map((one) => one.kind)}::text[],
        ${reminders.map((one) => one.subject)}::text[],
        ${reminders.map((one) => `${one.recipient}`)}::text[],
        ${reminders.map((one) => one.step)}::text[]) due(kind, subject, recipient, step)
        on conflict on constraint nobody_is_reminded_twice_a_day do nothing
    returning kind, subject, recipient`.execute(tx);
  return new Set(rows.map(nameOf));
}

/** One name for a reminder, to find it again among those saved. */
export const nameOf = (reminder: { kind: string; subject: string; recipient: string | number }): string =>
  `${reminder.kind} ${reminder.subject} ${reminder.recipient}`;
