import { act } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal } from "../platform/refusal.ts";
import { findCommitment, saveOutcome } from "./commitment.store.ts";
import { decideOutcome, type Outcome } from "./commitment.ts";
import { loadSeen } from "./loading.acts.ts";
import { mayRun, mayWriteFor } from "./pledge.may.ts";
import { planIsOpen } from "./pledge.ts";

interface OutcomeInput {
  readonly pledgeId: number;
  readonly commitmentId: number;
  readonly version: number;
  readonly outcome: Outcome;
}

/** What came of a promise: written by the member, or by the cluster's leaders, with its evidence. */
export const writeOutcome = act({
  name: "pledge.write-outcome",
  async run(work, input: OutcomeInput): Promise<number | Refusal> {
    const pledge = await loadSeen(work, input.pledgeId);
    if (isRefusal(pledge)) return pledge;
    const commitment = await findCommitment(work.tx, pledge.id, input.commitmentId);
    if (!commitment) return movedOn("no-such-commitment", "Cam kết này không còn.");
    const own = mayWriteFor(work.actor, pledge, commitment.unit);
    const allowed = isRefusal(own) ? mayRun(work.actor, pledge) : own;
    if (isRefusal(allowed)) return allowed;
    if (planIsOpen(pledge.state))
      return movedOn("not-promised-yet", "Giao ước chưa được thông qua nên chưa có kết quả để ghi.");
    const outcome = decideOutcome(commitment, input.version, input.outcome);
    if (isRefusal(outcome)) return outcome;
    await saveOutcome(work.tx, commitment.id, outcome, work.actor.name, work.at);
    work.record("pledge.outcome-written", pledge.id, { commitment: commitment.id, result: outcome.result });
    return pledge.id;
  },
});
