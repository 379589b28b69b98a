import type { Job } from "../platform/jobs.ts";
import { readSettings } from "../platform/settings.ts";
import { readPlan } from "./import.acts.ts";
import { startMovements } from "./life.acts.ts";
import { mailScope } from "./sending.acts.ts";
import { readUnitPlan } from "./unit-plan-reading.acts.ts";

/** What movements do by themselves: long papers are read, launches told, and begun when their year comes. */
export const movementJobs: readonly Job[] = [
  { name: "plan.read", run: (actor, { importId }) => readPlan(actor, { importId: Number(importId) }) },
  { name: "unit-plan.read", run: (actor, { planId }) => readUnitPlan(actor, { planId: Number(planId) }) },
  {
    name: "movement.tell-scope",
    run: (actor, { movementId, sentence }) =>
      mailScope(actor, {
        movementId: Number(movementId),
        sentence: `${sentence}`,
        address: readSettings(process.env, []).address,
      }),
  },
  { name: "movement.start", cron: "5 0 * * *", run: (actor) => startMovements(actor, {}) },
];
