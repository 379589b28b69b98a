import type { Audience } from "../org/scope.ts";
import { type Gathered, lessonsFor } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { usualSymbol } from "./movement.document.ts";
import { paperFactsOf } from "./paper-facts.store.ts";
import { reachableUnits } from "./scope.store.ts";
import { startUnitPlan } from "./unit-plan.acts.ts";
import {
  PlanAcceptForm,
  PlanIssueForm,
  PlanLaunchForm,
  PlanReturnForm,
  PlanSendForm,
  PlanStartForm,
} from "./unit-plan.form.ts";
import { mayIssuePlan } from "./unit-plan.may.ts";
import { isToSend } from "./unit-plan.ts";
import { UnitPlanPage } from "./unit-plan.view.tsx";
import { planHistoryOf } from "./unit-plan-history.store.ts";
import { issueUnitPlan, launchUnitPlan, signersOn } from "./unit-plan-issue.acts.ts";
import { differenceOfPlan } from "./unit-plan-launched.store.ts";
import { planPapersOf } from "./unit-plan-paper.store.ts";
import { readingOf } from "./unit-plan-reading.store.ts";
import {
  parentIn,
  pathOf,
  planForChange,
  type SeenParent,
  type SeenPlan,
  seenForChange,
  seenPlan,
} from "./unit-plan-seen.pages.ts";
import { acceptUnitPlan, returnUnitPlan, sendUnitPlan } from "./unit-plan-sending.acts.ts";
import {
  PlanAcceptPage,
  PlanIssuePage,
  PlanLaunchPage,
  PlanReturnPage,
  SendPage,
} from "./unit-plan-steps.view.tsx";

const PLAN = "/ke-hoach-don-vi/:id{[0-9]+}";
const PARENT = `${PLAN}/phong-trao/:movement{[0-9]+}`;

/** A unit's plan and the steps of its life. */
export function unitPlanPages(gathered: Gathered) {
  const plans = pages();

  plans.get("/ke-hoach-don-vi", (c) => seeOther(c, "/phong-trao"));
  plans.post("/ke-hoach-don-vi", async (c) => {
    const form = await read(c, PlanStartForm);
    if (hasErrors(form)) return seeOther(c, "/phong-trao");
    const { movement: movementId, unit: unitId, plan: planId } = form.values;
    const outcome = await startUnitPlan(actorOf(c), { movementId, unitId, planId });
    return isRefusal(outcome)
      ? seeOther(c, `/phong-trao/${movementId}`, { tone: "bad", title: outcome.sentence })
      : seeOther(c, `/ke-hoach-don-vi/${outcome}`);
  });

  plans.get(PLAN, async (c) => {
    const seen = await seenPlan(c);
    const { plan, actor } = seen;
    const [launched, frame, lessons, history, papers] = await Promise.all([
      seen.own ? differenceOfPlan(readerOf(c), plan.id, plan.launched, actor.day) : null,
      frameOf(c),
      seen.writes ? lessonsFor(gathered, readerOf(c), seen.actor, seen.plan.unit) : [],
      planHistoryOf(readerOf(c), seen.plan.id),
      planPapersOf(readerOf(c), seen.plan.id),
    ]);
    const shown = seen.own
      ? history
      : history.filter(
          ({ movement }) =>
            movement === null || seen.parents.some(({ parent }) => parent.movement === movement),
        );
    return show(c, <UnitPlanPage {...{ frame, seen, papers, lessons, launched }} history={shown} />);
  });

  plans.get(`${PARENT}/gui`, async (c) =>
    step(c, (_, beside, seen) => isToSend(beside.parent) && signs(seen), sendPage),
  );
  plans.post(`${PARENT}/gui`, async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const { parent } = parentIn(c, seen);
    const form = await read(c, PlanSendForm);
    if (hasErrors(form)) return show(c, await sendPage(c, form), 422);
    const outcome = await sendUnitPlan(actorOf(c), {
      planId: seen.plan.id,
      movementId: parent.movement,
      ...form.values,
      lateReason: form.values.lateReason ?? "",
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await sendPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, pathOf(seen.plan), { title: `Đã gửi kế hoạch đến ${parent.receiverName}` });
  });

  plans.get(`${PARENT}/tra-lai`, async (c) =>
    step(c, (receives, { parent }) => receives && ["sent", "accepted"].includes(parent.state), returnPage),
  );
  plans.post(`${PARENT}/tra-lai`, async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const { parent } = parentIn(c, seen);
    const form = await read(c, PlanReturnForm);
    if (hasErrors(form)) return show(c, await returnPage(c, form), 422);
    const outcome = await returnUnitPlan(actorOf(c), {
      planId: seen.plan.id,
      movementId: parent.movement,
      ...form.values,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await returnPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, pathOf(seen.plan), { title: `Đã trả lại kế hoạch cho ${seen.plan.unitName}` });
  });

  plans.get(`${PARENT}/tiep-nhan`, async (c) =>
    step(c, (receives, { parent }) => receives && parent.state === "sent", acceptPage),
  );
  plans.post(`${PARENT}/tiep-nhan`, async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const { parent } = parentIn(c, seen);
    const form = await read(c, PlanAcceptForm);
    if (hasErrors(form)) return show(c, await acceptPage(c, form), 422);
    const outcome = await acceptUnitPlan(actorOf(c), {
      planId: seen.plan.id,
      movementId: parent.movement,
      ...form.values,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await acceptPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, pathOf(seen.plan), { title: `Đã tiếp nhận kế hoạch của ${seen.plan.unitName}` });
  });

  plans.get(`${PLAN}/ky-ban-hanh`, async (c) => show(c, await issuePage(c, emptyForm)));
  plans.post(`${PLAN}/ky-ban-hanh`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, PlanIssueForm);
    if (hasErrors(form)) return show(c, await issuePage(c, form), 422);
    const known = await signersOn(readerOf(c), seen.plan.unit, actorOf(c).day);
    const signerName = known.find(({ person }) => person === form.values.signer)?.name ?? "Người được chọn";
    const outcome = await issueUnitPlan(actorOf(c), { planId: seen.plan.id, ...form.values, signerName });
    return isRefusal(outcome)
      ? refused(c, outcome, await issuePage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, pathOf(seen.plan), { title: "Đã ghi số, ngày, người ký của kế hoạch" });
  });

  plans.get(`${PLAN}/phat-dong`, async (c) => {
    const { plan } = await signedBy(c);
    return plan.issue && plan.launched === null
      ? show(c, await launchPage(c, emptyForm))
      : seeOther(c, pathOf(plan));
  });
  plans.post(`${PLAN}/phat-dong`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, PlanLaunchForm);
    if (hasErrors(form)) return show(c, await launchPage(c, form), 422);
    const outcome = await launchUnitPlan(actorOf(c), { planId: seen.plan.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await launchPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/phong-trao/${outcome}`, { title: "Đã phát động đến các đơn vị trực thuộc" });
  });

  return plans;
}

const signs = ({ actor, plan }: SeenPlan): boolean => !isRefusal(mayIssuePlan(actor, plan));

async function signedBy(c: Context): Promise<SeenPlan> {
  const seen = await seenPlan(c);
  if (!signs(seen)) throw new NotFound();
  return seen;
}

/** A step that is not open to this person now leads back to the plan. */
async function step(
  c: Context,
  isOpen: (receives: boolean, beside: SeenParent, seen: SeenPlan) => boolean,
  draw: (c: Context, state: FormState) => ReturnType<typeof sendPage>,
) {
  const seen = await seenPlan(c);
  const beside = parentIn(c, seen);
  return isOpen(beside.receives, beside, seen)
    ? show(c, await draw(c, emptyForm))
    : seeOther(c, pathOf(seen.plan));
}

async function stepProps(c: Context, state: FormState) {
  const seen = await seenPlan(c);
  return { frame: await frameOf(c), seen, beside: parentIn(c, seen), state, formKey: newKey() };
}

const sendPage = async (c: Context, state: FormState) => <SendPage {...(await stepProps(c, state))} />;
const returnPage = async (c: Context, state: FormState) => (
  <PlanReturnPage {...(await stepProps(c, state))} />
);
const acceptPage = async (c: Context, state: FormState) => (
  <PlanAcceptPage {...(await stepProps(c, state))} />
);

async function issuePage(c: Context, state: FormState) {
  const seen = await signedBy(c);
  const { day } = actorOf(c);
  const unit = seen.plan.writers[0] ?? seen.plan.unit;
  const [signers, facts, reading] = await Promise.all([
    signersOn(readerOf(c), unit, day),
    paperFactsOf(readerOf(c), unit, day),
    readingOf(readerOf(c), seen.plan.id),
  ]);
  return (
    <PlanIssuePage
      frame={await frameOf(c)}
      {...{ seen, state, signers }}
      symbol={usualSymbol(facts.code, "KH")}
      place={facts.place}
      read={reading?.paper ?? { number: null, symbol: null }}
      formKey={newKey()}
    />
  );
}

async function launchPage(c: Context, state: FormState) {
  const seen = await signedBy(c);
  const units = await reachableUnits(readerOf(c), seen.plan.unit, actorOf(c).day);
  const groups = [...new Set(units.map(({ audience }) => audience))].map((group: Audience) => ({
    group,
    names: units.filter(({ audience }) => audience === group).map(({ name }) => name),
  }));
  return <PlanLaunchPage frame={await frameOf(c)} {...{ seen, state, groups }} formKey={newKey()} />;
}
