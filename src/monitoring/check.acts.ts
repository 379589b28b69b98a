import { ancestorsOf } from "../org/scope.store.ts";
import { holdersToTell } from "../org/telling.store.ts";
import { findUnit } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tell } from "../platform/telling.ts";
import { tidy } from "../platform/vietnamese.ts";
import { checkedKinds, mayCheck } from "./check.may.ts";
import {
  checkReachOf,
  lockVisit,
  plansOf,
  saveCancelling,
  saveCheckPlan,
  saveHolding,
  saveVisit,
} from "./check.store.ts";
import {
  decideCancelling,
  decideFinding,
  decideHolding,
  decideVisit,
  type NewFinding,
  type NewVisit,
  type Visit,
} from "./check.ts";
import { saveFinding, saveVisitFile } from "./finding.store.ts";

interface PlanInput {
  readonly body: number;
  readonly year: number;
  readonly name: string;
  readonly purpose: string | null;
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
}

/** A body lays down its plan of checks for a year. */
export const makeCheckPlan = act({
  name: "check.plan",
  async run(work, input: PlanInput): Promise<number | Refusal> {
    const allowed = mayCheck((await checkReachOf(work.tx, work.actor)).checks, input.body);
    if (isRefusal(allowed)) return allowed;
    const body = await findUnit(work.tx, input.body, work.day);
    if (!body) return refuse("no-such-body", "Không có cơ quan này.", { field: "body" });
    const name = tidy(input.name);
    if (!name) return refuse("no-name", "Hãy ghi tên kế hoạch.", { field: "name" });
    const id = await saveCheckPlan(work.tx, { ...input, name, bodyName: body.name }, work.actor);
    work.record("check.planned", `plan-${id}`, { body: body.id, year: input.year });
    return id;
  },
});

interface VisitInput extends NewVisit {
  readonly plan: number | null;
  readonly body: number;
  readonly unit: number;
}

/** A visit to a unit below is put down, under a plan or apart from one; the unit is told. */
export const planVisit = act({
  name: "check.plan-visit",
  async run(work, input: VisitInput): Promise<number | Refusal> {
    const { checks } = await checkReachOf(work.tx, work.actor);
    const allowed = mayCheck(checks, input.body);
    if (isRefusal(allowed)) return allowed;
    const [body, unit] = [
      await findUnit(work.tx, input.body, work.day),
      await findUnit(work.tx, input.unit, work.day),
    ];
    if (!body || !unit) return refuse("no-such-unit", "Không có đơn vị này.", { field: "unit" });
    const plans = await plansOf(work.tx, [body.id]);
    if (input.plan !== null && !plans.some(({ id }) => id === input.plan))
      return refuse("no-such-plan", "Không có kế hoạch này.", { field: "plan" });
    const above = await ancestorsOf(work.tx, unit.id, work.day);
    const visit = decideVisit(input, unit.id !== body.id && above.includes(body.id));
    if (isRefusal(visit)) return visit;
    const names = { body: body.id, bodyName: body.name, unit: unit.id, unitName: unit.name };
    const id = await saveVisit(work.tx, { ...visit, ...names, plan: input.plan }, work.at);
    work.record("check.visit-planned", `visit-${id}`, { body: body.id, unit: unit.id, on: visit.plannedOn });
    await tellUnit(work, unit.id, id, `${body.name} sẽ kiểm tra công tác thi đua, khen thưởng của đơn vị.`);
    return id;
  },
});

async function tellUnit(work: Work, unit: number, visit: number, sentence: string): Promise<void> {
  await tell(work, await holdersToTell(work.tx, [unit], checkedKinds, work.day), {
    kind: "check",
    subject: "Kiểm tra công tác thi đua, khen thưởng",
    sentence,
    href: `/theo-doi/kiem-tra/${visit}`,
  });
}

interface HoldingInput {
  readonly visitId: number;
  readonly on: Day;
  readonly summary: string;
  /** Tokens of staged files: the minutes of the visit. */
  readonly files: readonly string[];
}

/** The visit was made: its day, its general result, its minutes. */
export const noteVisit = act({
  name: "check.note-visit",
  async run(work, input: HoldingInput): Promise<number | Refusal> {
    const visit = await loadForChecking(work, input.visitId);
    if (isRefusal(visit)) return visit;
    const held = decideHolding(visit, input, work.day);
    if (isRefusal(held)) return held;
    await saveHolding(work.tx, visit.id, held, work.at);
    for (const token of input.files) {
      const staged = await stagedFile(work.tx, work.actor.account ?? "system", token, work.at);
      if (!staged) return fileGone;
      await saveVisitFile(work.tx, visit.id, staged);
    }
    work.record("check.visit-held", `visit-${visit.id}`, { on: held.on });
    await tellUnit(work, visit.unit, visit.id, `${visit.bodyName} đã ghi kết quả kiểm tra đơn vị.`);
    return visit.id;
  },
});

export const fileGone = refuse(
  "file-gone",
  "Tệp đã chọn quá 24 giờ; hãy chọn lại tệp, phần đã viết vẫn còn.",
  { field: "files" },
);

/** A planned visit will not be made. */
export const cancelVisit = act({
  name: "check.cancel-visit",
  async run(work, input: { visitId: number; why: string }): Promise<number | Refusal> {
    const visit = await loadForChecking(work, input.visitId);
    if (isRefusal(visit)) return visit;
    const cancelling = decideCancelling(visit, input.why);
    if (isRefusal(cancelling)) return cancelling;
    await saveCancelling(work.tx, visit.id, cancelling.why, work.at);
    work.record("check.visit-cancelled", `visit-${visit.id}`, {});
    await tellUnit(work, visit.unit, visit.id, `${visit.bodyName} đã hủy cuộc kiểm tra đơn vị.`);
    return visit.id;
  },
});

/** A fault or good practice found on a visit; good practice is suggested to the exemplars. */
export const noteFinding = act({
  name: "check.note-finding",
  async run(work, input: NewFinding & { readonly visitId: number }): Promise<number | Refusal> {
    const visit = await loadForChecking(work, input.visitId);
    if (isRefusal(visit)) return visit;
    const found = decideFinding(visit, input);
    if (isRefusal(found)) return found;
    const id = await saveFinding(work.tx, visit.id, found, work.actor);
    work.record("check.found", `visit-${visit.id}`, { finding: id, kind: found.kind, dueOn: found.dueOn });
    if (found.kind === "good-practice")
      work.record("exemplar.suggested", `unit-${visit.unit}`, { finding: id, by: visit.body });
    if (found.state === "open")
      await tellUnit(work, visit.unit, visit.id, `${visit.bodyName} yêu cầu đơn vị khắc phục một tồn tại.`);
    return id;
  },
});

async function loadForChecking(work: Work, id: number): Promise<Visit | Refusal> {
  const visit = await lockVisit(work.tx, id);
  if (!visit) return movedOn("no-such-visit", "Không có cuộc kiểm tra này.");
  const allowed = mayCheck((await checkReachOf(work.tx, work.actor)).checks, visit.body);
  return isRefusal(allowed) ? allowed : visit;
}
