import { act, type Work } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import { saveNotices } from "../platform/notices.store.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import type { Movement } from "./movement.ts";
import { peopleToTell, type ReachedUnit, reachedUnits, saveScope } from "./scope.store.ts";

/** Writes down whom a launch reaches today; a launch that reaches nobody is refused. */
export async function reachScope(work: Work, movement: Movement): Promise<readonly ReachedUnit[] | Refusal> {
  const units = await reachedUnits(work.tx, movement.launcher, movement.scope, work.day);
  if (units.length === 0)
    return refuse(
      "reaches-nobody",
      "Phạm vi của phong trào chưa có đơn vị nào; hãy chọn nhóm đơn vị hoặc thêm đơn vị ở phần Phạm vi, đối tượng.",
    );
  await saveScope(work.tx, movement, units, work.at);
  return units;
}

/**
 * Tells the heads and officers of the units in scope, each once, inside the program and by mail. What the
 * system itself brings in tells nobody.
 */
export async function tellScope(
  work: Work,
  movement: Pick<Movement, "id">,
  kind: string,
  sentence: string,
): Promise<number> {
  if (isSystem(work.actor)) return 0;
  const href = `/phong-trao/${movement.id}`;
  const people = (await peopleToTell(work.tx, movement.id, work.day)).filter(
    ({ person }) => person !== work.actor.person,
  );
  await saveNotices(
    work.tx,
    people.map(({ person }) => ({ person, kind, sentence, href })),
    work.at,
  );
  work.enqueue(
    "movement.tell-scope",
    { movementId: movement.id, kind, sentence },
    { key: `${kind}:${movement.id}` },
  );
  return people.length;
}

interface MailInput {
  readonly movementId: number;
  readonly sentence: string;
  /** Where people open the program. */
  readonly address: string;
}

/** Writes a letter to each of them who has an address; every letter is a job of its own, sent once. */
export const mailScope = act({
  name: "movement.mail-scope",
  async run(work, { movementId, sentence, address }: MailInput): Promise<number> {
    const people = await peopleToTell(work.tx, movementId, work.day);
    const addresses = [...new Set(people.flatMap(({ email }) => (email === null ? [] : [email])))];
    const text = `${sentence}\n\nXem tại: ${address}/phong-trao/${movementId}\n`;
    for (const to of addresses) work.enqueue("letter.send", { to, subject: sentence.slice(0, 150), text });
    return addresses.length;
  },
});
