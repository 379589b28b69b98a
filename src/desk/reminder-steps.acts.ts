import { act } from "../platform/act.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { maySetSteps } from "./lateness.may.ts";
import { saveSteps, servingBody } from "./reminder-steps.store.ts";
import { decideSteps } from "./reminder-steps.ts";

interface StepsRequest {
  readonly body: number;
  readonly before: string;
  readonly after: string;
}

/** A body sets when its units are reminded; what was set before stays in its history. */
export const setReminderSteps = act({
  name: "reminder.set-steps",
  async run(work, request: StepsRequest): Promise<number | Refusal> {
    const allowed = maySetSteps(work.actor, await servingBody(work.tx, request.body, work.day));
    if (isRefusal(allowed)) return allowed;
    const steps = decideSteps(request);
    if (isRefusal(steps)) return steps;
    await saveSteps(work.tx, request.body, steps, work.actor, work.at);
    work.record("reminder.steps-set", request.body, { ...steps });
    return request.body;
  },
});
