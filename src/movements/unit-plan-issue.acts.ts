import { holdersOf } from "../org/post.store.ts";
import type { Audience } from "../org/scope.ts";
import { findUnit } from "../org/unit.store.ts";
import { act } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { sendDown } from "./life.acts.ts";
import { saveStep } from "./life.store.ts";
import { findMovement, loadMovement } from "./movement.store.ts";
import { levelOf, type Movement } from "./movement.ts";
import { saveNewMovement } from "./movement-save.store.ts";
import { decideNumbering } from "./numbering.ts";
import { reachScope } from "./sending.acts.ts";
import { loadPlanSeen } from "./unit-plan.acts.ts";
import { mayIssuePlan } from "./unit-plan.may.ts";
import { saveIssue, saveLaunched, savePlanStep, touchPlan } from "./unit-plan.store.ts";
import { refuseStale } from "./unit-plan.ts";
import { contentOf } from "./unit-plan-content.store.ts";
import { decideSigner, movementFrom, refuseIssue, refuseLaunch, type Signer } from "./unit-plan-issue.ts";

interface IssueInput {
  readonly planId: number;
  readonly version: number;
  readonly number: string;
  readonly symbol: string;
  readonly on: Day;
  readonly place: string;
  readonly signer: number;
  readonly signerName: string;
}

/** Those who may sign for a unit on a day: its head first, then its deputies. */
export async function signersOn(reader: Reader, unit: number, on: Day): Promise<Signer[]> {
  const holders = await holdersOf(reader, unit, ["unit-head", "unit-deputy", "signatory"], on);
  const known = new Set<number>();
  return holders.flatMap((post): Signer[] => {
    if (known.has(post.person)) return [];
    known.add(post.person);
    return [
      { person: post.person, name: post.personName, title: post.title, isHead: post.kind === "unit-head" },
    ];
  });
}

/** Number, day and signature of the plan as it was signed on paper. */
export const issueUnitPlan = act({
  name: "unit-plan.issue",
  async run(work, input: IssueInput): Promise<number | Refusal> {
    const plan = await loadPlanSeen(work, input.planId);
    if (isRefusal(plan)) return plan;
    const allowed = mayIssuePlan(work.actor, plan);
    if (isRefusal(allowed)) return allowed;
    const content = await contentOf(work.tx, plan);
    const hindrance = refuseStale(plan.version, input.version) ?? refuseIssue(plan, content.items.length);
    if (hindrance) return hindrance;
    const numbering = decideNumbering(input, null, work.day, null);
    if (isRefusal(numbering)) return numbering;
    const unit = plan.writers[0] ?? plan.unit;
    const signer = decideSigner(
      input.signer,
      input.on,
      await signersOn(work.tx, unit, input.on),
      input.signerName,
    );
    if (isRefusal(signer)) return signer;
    await saveIssue(work.tx, plan.id, {
      ...numbering,
      place: input.place,
      signer: signer.person,
      signerName: signer.name,
      signerOffice: signer.office,
      signerCapacity: signer.capacity,
    });
    const remarks = `${numbering.number}/${numbering.symbol}`;
    await savePlanStep(work.tx, plan.id, { kind: "issued", movement: null, remarks }, work.actor, work.at);
    await touchPlan(work.tx, plan.id, work.at);
    work.record("unit-plan.issued", plan.id, { ...numbering, signer: signer.person });
    return plan.id;
  },
});

interface LaunchInput {
  readonly planId: number;
  readonly version: number;
  readonly groups: readonly Audience[];
  readonly plansDue: Day | null;
}

/** The issued plan becomes the unit's own launch: its sub-units see it and answer it with plans of theirs. */
export const launchUnitPlan = act({
  name: "unit-plan.launch",
  async run(work, input: LaunchInput): Promise<number | Refusal> {
    const plan = await loadPlanSeen(work, input.planId);
    if (isRefusal(plan)) return plan;
    const allowed = mayIssuePlan(work.actor, plan);
    if (isRefusal(allowed)) return allowed;
    const hindrance = refuseStale(plan.version, input.version) ?? refuseLaunch(plan);
    if (hindrance) return hindrance;
    const unit = await findUnit(work.tx, plan.unit, work.day);
    if (!unit || !plan.issue || !plan.writers.includes(plan.unit))
      return movedOn("unit-ended", "Đơn vị lập kế hoạch đã kết thúc nên không phát động được.");
    if (input.plansDue !== null && input.plansDue < work.day)
      return refuse("due-in-the-past", "Hạn gửi kế hoạch đã qua.", { field: "plansDue" });
    const parents: Movement[] = [];
    for (const parent of plan.parents) {
      const movement = await findMovement(work.tx, parent.movement, work.day);
      if (movement) parents.push(movement);
    }
    const draft = movementFrom({
      plan,
      content: await contentOf(work.tx, plan),
      issue: plan.issue,
      level: levelOf(unit.kind),
      parents,
      scope: { groups: input.groups, named: [], excluded: [] },
      plansDue: input.plansDue,
    });
    const id = await saveNewMovement(work.tx, draft, work.at);
    const drafted = {
      kind: "drafted",
      onDay: plan.issue.on,
      remarks: null,
      data: { origin: "written" },
    } as const;
    await saveStep(work.tx, { id, state: "draft" }, drafted, work.actor, work.at);
    const movement = await loadMovement(work.tx, id, work.day);
    if (!movement) throw new Error("the movement just written is gone");
    const units = await reachScope(work, movement);
    if (isRefusal(units)) return { ...units, field: "groups" };
    const issued = { kind: "issued-elsewhere", onDay: plan.issue.on, remarks: null } as const;
    await sendDown(work, movement, issued, units.length);
    await saveLaunched(work.tx, plan.id, id);
    const step = { kind: "launched", movement: id, remarks: null } as const;
    await savePlanStep(work.tx, plan.id, step, work.actor, work.at);
    work.record("unit-plan.launched", plan.id, { movementId: id, units: units.length });
    return id;
  },
});
