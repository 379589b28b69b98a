import type { Job } from "../platform/jobs.ts";
import { tellMembers, tellResults, tellStandingBody, tellUnit } from "./telling.acts.ts";
import { settleVote } from "./vote.acts.ts";

/** Who is told of what happened, after it has committed. */
export const clusterJobs: readonly Job[] = [
  {
    name: "cluster-year.tell-members",
    run: (actor, payload) => tellMembers(actor, { yearId: Number(payload.yearId) }),
  },
  {
    name: "cluster-year.tell-results",
    run: (actor, payload) => tellResults(actor, { yearId: Number(payload.yearId) }),
  },
  {
    name: "score-sheet.tell-standing-body",
    run: (actor, payload) => tellStandingBody(actor, { sheetId: Number(payload.sheetId) }),
  },
  {
    name: "score-sheet.tell-unit",
    run: (actor, payload) => tellUnit(actor, { sheetId: Number(payload.sheetId) }),
  },
  {
    name: "cluster-vote.counted",
    run: (actor, payload) => settleVote(actor, { poll: Number(payload.poll) }),
  },
];
