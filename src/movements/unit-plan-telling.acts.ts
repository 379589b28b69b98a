import type { PostKind } from "../org/post.ts";
import { holdersToTell } from "../org/telling.store.ts";
import type { Work } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import { saveNotices } from "../platform/notices.store.ts";
import type { SeenUnitPlan } from "./unit-plan.may.ts";
import type { PlanEvent, PlanParent } from "./unit-plan.ts";

/** Tells each holder of these posts once, inside the program and by mail; not whoever acted. */
async function tellHolders(
  work: Work,
  units: readonly number[],
  kinds: readonly PostKind[],
  sentence: string,
  href: string,
): Promise<void> {
  if (isSystem(work.actor)) return;
  const people = (await holdersToTell(work.tx, units, kinds, work.day)).filter(
    ({ person }) => person !== work.actor.person,
  );
  await saveNotices(
    work.tx,
    people.map(({ person }) => ({ person, kind: "unit-plan", sentence, href })),
    work.at,
  );
  for (const { email } of people)
    if (email !== null)
      work.enqueue("letter.send", { to: email, subject: "Kế hoạch của đơn vị", text: sentence });
}

/** Tells the other side: the receiver what was sent, the unit what became of it. */
export async function tellOfPlan(
  work: Work,
  plan: SeenUnitPlan,
  parent: PlanParent,
  event: PlanEvent,
): Promise<void> {
  const href = `/ke-hoach-don-vi/${plan.id}`;
  if (event.kind === "sent") {
    const receiving = plan.receiving.find(({ receiver }) => receiver === parent.receiver);
    const late = event.late ? ", sau hạn" : "";
    const sentence = `${plan.unitName} đã gửi kế hoạch thực hiện “${parent.movementName}”${late}.`;
    return tellHolders(work, receiving?.servedBy ?? [parent.receiver], ["standing-officer"], sentence, href);
  }
  const due =
    event.kind === "returned" && event.dueOn ? `, đề nghị gửi lại đến hết ngày ${writeDay(event.dueOn)}` : "";
  const verb = event.kind === "accepted" ? "đã tiếp nhận" : "trả lại";
  const sentence = `${parent.receiverName} ${verb} kế hoạch thực hiện “${parent.movementName}”${due}.`;
  return tellHolders(work, plan.writers, ["unit-head", "unit-officer"], sentence, href);
}
