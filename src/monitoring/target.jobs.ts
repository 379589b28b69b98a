import type { Job } from "../platform/jobs.ts";
import { computeTargets } from "./target-compute.acts.ts";

/** Computed targets follow what is registered, once a night. */
export const targetJobs: readonly Job[] = [
  {
    name: "target.compute",
    cron: "20 2 * * *",
    run: (actor) => computeTargets(actor, { targetId: null }),
  },
];
