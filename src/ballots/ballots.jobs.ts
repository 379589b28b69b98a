import type { Job } from "../platform/jobs.ts";
import { DESTROY_BOX, destroyBoxOf } from "./box.acts.ts";

export const ballotsJobs: readonly Job[] = [
  { name: DESTROY_BOX, run: (actor, { poll }) => destroyBoxOf(actor, { pollId: Number(poll) }) },
];
