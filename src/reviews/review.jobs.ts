import type { Job } from "../platform/jobs.ts";
import type { Gathered } from "../platform/offers.ts";
import { keepIssued } from "./issue.acts.ts";
import { tellReceiver, tellReporters, tellWithdrawn, tellWriters } from "./telling.acts.ts";

/** Receipts and printed papers come after the act that caused them has committed. */
export const reviewJobs = (gathered: Gathered): readonly Job[] => [
  {
    name: "review.keep-issued",
    run: (actor, payload) => keepIssued(actor, { reviewId: Number(payload.reviewId), gathered }),
  },
  {
    name: "review.tell-receiver",
    run: (actor, payload) => tellReceiver(actor, { reviewId: Number(payload.reviewId) }),
  },
  {
    name: "review.tell-withdrawn",
    run: (actor, payload) =>
      tellWithdrawn(actor, { reviewId: Number(payload.reviewId), reason: `${payload.reason}` }),
  },
  {
    name: "review.tell-writers",
    run: (actor, payload) => tellWriters(actor, { reviewId: Number(payload.reviewId) }),
  },
  {
    name: "review.tell-reporters",
    run: (actor, payload) => tellReporters(actor, { templateId: Number(payload.templateId) }),
  },
];
