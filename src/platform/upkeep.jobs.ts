import { act } from "./act.ts";
import { anchor, sealJournal } from "./audit.ts";
import type { Job } from "./jobs.ts";
import { sendLetter } from "./mail.ts";
import { isRefusal } from "./refusal.ts";
import { dropExpired } from "./upkeep.store.ts";

/** What the platform does by itself: seals the journal every minute, clears what has expired every night. */
export const platformJobs = (anchorFile: string): readonly Job[] => [
  {
    name: "journal.seal",
    cron: "* * * * *",
    run: async (actor) => {
      for (;;) {
        const seal = await sealJournal(actor, {});
        if (isRefusal(seal) || seal === null) return;
        await anchor(anchorFile, seal);
      }
    },
  },
  {
    name: "letter.send",
    run: (_actor, { to, subject, text }) =>
      sendLetter({ to: `${to}`, subject: `${subject}`, text: `${text}` }),
  },
  { name: "upkeep.drop-expired", cron: "30 2 * * *", run: (actor) => dropWhatExpired(actor, {}) },
];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Answers kept for double clicks, staged files and saved drafts lose their use with time; files themselves stay. */
const dropWhatExpired = act({
  name: "upkeep.drop-expired",
  async run(work, _input: Record<string, never>) {
    const daysAgo = (days: number) => new Date(work.at.getTime() - days * DAY_MS);
    await dropExpired(work.tx, {
      answersBefore: daysAgo(3),
      stagedBefore: daysAgo(2),
      draftsBefore: daysAgo(180),
      at: work.at,
    });
    return true;
  },
});
