import { ancestorsOf } from "../org/scope.store.ts";
import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { writeDay } from "../platform/day.ts";
import { lastDayInTime } from "../platform/deadline.ts";
import { decideExtension } from "../platform/extension.ts";
import { saveExtension, withExtensions } from "../platform/extensions.store.ts";
import { saveNotices } from "../platform/notices.store.ts";
import type { DueItem } from "../platform/offers.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { mayPutOff, mayUrge } from "./lateness.may.ts";
import { receivingBody } from "./lateness-extension.store.ts";
import { holdersToRemind } from "./reminder.store.ts";
import { servingBody } from "./reminder-steps.store.ts";

interface ExtensionInput {
  /** What is put off, as its stage says it is owed now. */
  readonly dues: readonly DueItem[];
  readonly day: Day;
  readonly reason: string;
}

/**
 * The body that receives puts deadlines off with one reason, whatever stage they belong to: all of them or
 * none. The units are told; lateness, reminders and the stages themselves count by the new day.
 */
export const extendDues = act({
  name: "deadline.extend",
  async run(work, { dues, day, reason }: ExtensionInput): Promise<Refusal | { extended: number }> {
    if (dues.length === 0)
      return refuse("nothing-to-extend", "Các việc đã chọn đều đã xong nên không phải gia hạn.", {
        kind: "moved-on",
      });
    for (const due of dues) {
      const outcome = await extendOne(work, due, day, reason);
      if (isRefusal(outcome))
        return dues.length === 1 ? outcome : { ...outcome, sentence: `${due.what}: ${outcome.sentence}` };
    }
    return { extended: dues.length };
  },
});

async function extendOne(work: Work, due: DueItem, day: Day, reason: string): Promise<Refusal | null> {
  const within = await ancestorsOf(work.tx, due.unit, work.day);
  const body = due.receiver ?? (await receivingBody(work.tx, work.actor, within));
  const allowed =
    due.receiver === undefined
      ? mayUrge(work.actor, { id: due.unit, within })
      : mayPutOff(work.actor, await servingBody(work.tx, due.receiver, work.day));
  if (isRefusal(allowed)) return allowed;
  if (due.doneAt !== null)
    return refuse("already-done", "Việc này đã xong nên không phải gia hạn.", { kind: "moved-on" });
  const [current] = await withExtensions(work.tx, [due]);
  const deadline = current?.deadline ?? due.deadline;
  const decided = decideExtension({ unit: due.unit, day, reason }, deadline, work.day);
  if (isRefusal(decided)) return decided;
  await saveExtension(
    work.tx,
    { kind: due.kind, subject: due.subject, body, dayBefore: lastDayInTime(deadline), ...decided },
    work.actor,
    work.at,
  );
  work.record("deadline.extended", `${due.kind} ${due.subject}`, { ...decided, body });
  const holders = await holdersToRemind(work.tx, [due.unit], work.day);
  const people = [...new Set(holders.map(({ person }) => person))];
  const sentence = `${due.what}: được gia hạn đến hết ngày ${writeDay(day)}. Lý do: ${decided.reason}`;
  await saveNotices(
    work.tx,
    people.map((person) => ({ person, kind: "deadline", sentence, href: due.href })),
    work.at,
  );
  return null;
}
