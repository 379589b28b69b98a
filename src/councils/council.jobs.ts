import type { Job } from "../platform/jobs.ts";
import { hearCount } from "./vote.acts.ts";

/** The ballots stage tells when a vote was counted or called off. */
export const councilJobs: readonly Job[] = [
  { name: "council.hear-count", run: (actor, payload) => hearCount(actor, { poll: Number(payload.poll) }) },
];
