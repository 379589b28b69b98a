import { addYears, type Day, firstDayOf, lastDayOf, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { datedDeadline, writeDeadline } from "../platform/deadline.ts";
import type { DueItem, OwedItem } from "../platform/offers.ts";
import { sendingObligation } from "./deadline.store.ts";
import {
  type SendingDue,
  type SignatureDue,
  sendingsDue,
  signaturesDue,
  type TaskDue,
  tasksDue,
} from "./offers.store.ts";
import { deadlineOfTask } from "./task.ts";

/** Everything clusters and their members owe with a deadline in that year, kept or not. */
export async function pledgeDues(
  reader: Reader,
  year: number,
  units: readonly number[] | null,
): Promise<DueItem[]> {
  const [from, to] = [firstDayOf(year), lastDayOf(year)];
  const [sendings, signatures, tasks] = await Promise.all([
    sendingsDue(reader, [year, year + 1], units),
    signaturesDue(reader, from, to, units),
    tasksDue(reader, from, to, units),
  ]);
  const dated = sendings.filter(({ deadline }) => deadline.day !== null && yearOf(deadline.day) === year);
  return [...dated.map(sendingItem), ...signatures.map(signatureItem), ...tasks.map(taskItem)];
}

/** What is still owed on a day, for the one engine of reminders. */
export async function pledgesOwed(reader: Reader, day: Day): Promise<OwedItem[]> {
  const year = yearOf(day);
  const [from, to] = [addYears(day, -1), addYears(day, 1)];
  const [sendings, signatures, tasks] = await Promise.all([
    sendingsDue(reader, [year], null),
    signaturesDue(reader, from, to, null),
    tasksDue(reader, from, to, null),
  ]);
  return [...sendings.map(sendingItem), ...signatures.map(signatureItem), ...tasks.map(taskItem)]
    .filter(({ doneAt }) => doneAt === null)
    .map(({ kind, subject, unit, what, href, deadline }) => ({
      ...{ kind, subject, unit, href, deadline },
      what: `${what}, hạn ${writeDeadline(deadline)}`,
    }));
}

const sendingItem = (due: SendingDue): DueItem => ({
  ...sendingObligation(due),
  unit: due.cluster,
  what: `Kế hoạch và tổng hợp đăng ký năm ${due.year} của ${due.clusterName}`,
  href: due.pledge === null ? "/giao-uoc" : `/giao-uoc/${due.pledge}`,
  deadline: due.deadline,
  doneAt: due.doneAt,
  receiver: due.launcher,
  movement: due.movement,
  begun: due.pledge !== null,
});

const signatureItem = (due: SignatureDue): DueItem => ({
  kind: "pledge-signature",
  subject: `pledge-${due.pledge}`,
  unit: due.unit,
  what: `Ký giao ước thi đua năm ${due.year} của ${due.clusterName}`,
  href: `/giao-uoc/${due.pledge}/chu-ky`,
  deadline: datedDeadline("hạn ký do Trưởng cụm đặt", due.signBy, true),
  doneAt: due.doneAt,
  begun: due.doneAt !== null,
});

const taskItem = (due: TaskDue): DueItem => ({
  kind: "direction-task",
  subject: `pledge-task-${due.id}`,
  unit: due.unit,
  what: `Nhiệm vụ theo chỉ đạo: ${due.words}`,
  href: `/giao-uoc/${due.pledge}/chi-dao/${due.id}`,
  deadline: deadlineOfTask(due)!,
  doneAt: due.doneAt,
  begun: due.doneAt !== null,
});
