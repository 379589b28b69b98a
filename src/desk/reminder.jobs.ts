import { reader } from "../platform/db.ts";
import type { Job } from "../platform/jobs.ts";
import type { Gathered } from "../platform/offers.ts";
import { remindOwed } from "./reminder.acts.ts";

/** Every morning at seven the engine asks all stages what is owed. */
export const reminderJobs = ({ offers }: Gathered): readonly Job[] => [
  {
    name: "reminder.send-due",
    cron: "0 7 * * *",
    run: async (actor) => {
      const owed = await Promise.all(offers.map((offer) => offer.owed?.(reader(), actor.day) ?? []));
      await remindOwed(actor, { owed: owed.flat() });
    },
  },
];
