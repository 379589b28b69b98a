import type { Work } from "./act.ts";
import { saveNotices } from "./notices.store.ts";

/** Somebody to be told, with where letters reach them. */
export interface Told {
  readonly person: number;
  readonly email: string | null;
}

interface Message {
  readonly kind: string;
  /** What the letter is about. */
  readonly subject: string;
  readonly sentence: string;
  readonly href: string;
}

/** Tells people one sentence, in the program and by mail, within the act's transaction; answers how many. */
export async function tell(work: Work, people: readonly Told[], message: Message): Promise<number> {
  const { subject, ...notice } = message;
  await saveNotices(
    work.tx,
    people.map(({ person }) => ({ person, ...notice })),
    work.at,
  );
  for (const { email } of people)
    if (email !== null) work.enqueue("letter.send", { to: email, subject, text: message.sentence });
  return people.length;
}
