import type { StagePart } from "../web/part.ts";
import { deskPages } from "./desk.pages.tsx";
import { reminderJobs } from "./reminder.jobs.ts";

/** “Việc của tôi”, search over everything, notices, help: sums up what the stages offer. */
export const desk: StagePart = {
  stage: "desk",
  pages: deskPages,
  jobs: reminderJobs,
  rail: { href: "/", label: "Việc của tôi", group: "home" },
  sumsUp: true,
};
