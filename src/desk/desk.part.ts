import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import { deskOffers } from "./desk.offers.ts";
import { deskPages } from "./desk.pages.tsx";
import { latenessPages } from "./lateness.pages.tsx";
import { dueExtensionPages } from "./lateness-extension.pages.tsx";
import { latenessGroupPages } from "./lateness-groups.pages.tsx";
import { urgePages } from "./lateness-urge.pages.tsx";
import { reminderJobs } from "./reminder.jobs.ts";
import { stepsPages } from "./reminder-steps.pages.tsx";
import { yearPages } from "./year.pages.tsx";

/** “Việc của tôi”, search over everything, notices, help, who is late with what: sums up what the stages offer. */
export const desk: StagePart = {
  stage: "desk",
  pages(gathered) {
    const all = pages();
    for (const one of [
      deskPages(gathered),
      latenessPages(gathered),
      latenessGroupPages(gathered),
      urgePages(gathered),
      dueExtensionPages(gathered),
      stepsPages(gathered),
      yearPages(gathered),
    ])
      all.route("/", one);
    return all;
  },
  jobs: reminderJobs,
  offers: deskOffers,
  rail: { href: "/", label: "Việc của tôi", group: "home" },
  sumsUp: true,
};
