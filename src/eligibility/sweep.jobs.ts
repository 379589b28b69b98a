import type { Job } from "../platform/jobs.ts";
import { conductSweep } from "./sweep.acts.ts";

export const sweepJobs: readonly Job[] = [
  { name: "eligibility.sweep", run: (actor, { sweep }) => conductSweep(actor, Number(sweep)) },
];
