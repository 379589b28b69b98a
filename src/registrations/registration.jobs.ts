import type { Job } from "../platform/jobs.ts";
import { tellStandingBody, tellUnit, tellUnits } from "./telling.acts.ts";

/** Receipts, answers and reminders reach people after the act that caused them has committed. */
export const registrationJobs: readonly Job[] = [
  {
    name: "registration.tell-standing-body",
    run: (actor, payload) => tellStandingBody(actor, { registrationId: Number(payload.registrationId) }),
  },
  {
    name: "registration.tell-unit",
    run: (actor, payload) => tellUnit(actor, { registrationId: Number(payload.registrationId) }),
  },
  {
    name: "registration.tell-units",
    run: (actor, payload) =>
      tellUnits(actor, {
        movementId: Number(payload.movementId),
        units: (payload.units as unknown[]).map(Number),
        sentence: `${payload.sentence}`,
      }),
  },
];
