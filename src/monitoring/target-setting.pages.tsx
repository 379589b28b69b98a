import { movementReachOf } from "../movements/movement-reach.store.ts";
import { findUnits } from "../org/unit.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  found,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { movementsInReach } from "./movement-choices.store.ts";
import { changeTarget, setTarget, withdrawTarget } from "./target.acts.ts";
import { ChangeTargetForm, NewTargetForm, WithdrawForm } from "./target.form.ts";
import { findTargetSeen, hasValues } from "./target.store.ts";
import type { Target } from "./target.ts";
import { computeTargets } from "./target-compute.acts.ts";
import { targetReachOf } from "./target-reach.store.ts";
import { startingPoint, takenFrom } from "./target-setting.ts";
import { ChangePage, NewTargetPage } from "./target-setting.view.tsx";
import { plannedTargetsOf } from "./target-taking.store.ts";
import { TakingPage } from "./target-taking.view.tsx";

/** Targets are set, taken over from a movement's plan, changed and withdrawn. */
export function targetSettingPages() {
  const setting = pages();

  setting.get("/theo-doi/moi", async (c) => show(c, await newPage(c, await begun(c))));

  setting.post("/theo-doi/moi", async (c) => {
    const form = await read(c, NewTargetForm);
    if (hasErrors(form)) return show(c, await newPage(c, form), 422);
    const outcome = await setTarget(actorOf(c), form.values);
    return isRefusal(outcome)
      ? refused(c, outcome, await newPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/theo-doi/chi-tieu/${outcome}`, { title: "Đã lập chỉ tiêu" });
  });

  setting.get("/theo-doi/tu-phong-trao/:movement{[0-9]+}", async (c) => {
    const { movement, planned } = await plannedIn(c);
    return show(c, <TakingPage frame={await frameOf(c)} movement={movement} planned={planned} />);
  });

  setting.get("/theo-doi/chi-tieu/:id{[0-9]+}/sua", async (c) =>
    show(c, await changePage(c, await targetSet(c), emptyForm)),
  );

  setting.post("/theo-doi/chi-tieu/:id{[0-9]+}/sua", async (c) => {
    const target = await targetSet(c);
    const form = await read(c, ChangeTargetForm);
    if (hasErrors(form)) return show(c, await changePage(c, target, form), 422);
    const { seen, ...said } = form.values;
    const outcome = await changeTarget(actorOf(c), {
      targetId: target.id,
      seen,
      target: { ...target, ...said },
    });
    if (!isRefusal(outcome))
      return seeOther(c, `/theo-doi/chi-tieu/${outcome}`, { title: "Đã sửa chỉ tiêu" });
    const typed = outcome.refusal === "stale" ? { ...form.typed, seen: [`${target.version}`] } : form.typed;
    return refused(c, outcome, await changePage(c, target, refusedForm(outcome, typed)));
  });

  setting.get("/theo-doi/chi-tieu/:id{[0-9]+}/bai-bo", (c) =>
    seeOther(c, `/theo-doi/chi-tieu/${idOf(c)}/sua`),
  );
  setting.post("/theo-doi/chi-tieu/:id{[0-9]+}/bai-bo", async (c) => {
    const target = await targetSet(c);
    const form = await read(c, WithdrawForm);
    if (hasErrors(form)) return show(c, await changePage(c, target, form), 422);
    const outcome = await withdrawTarget(actorOf(c), { targetId: target.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await changePage(c, target, refusedForm(outcome, form.typed)))
      : seeOther(c, `/theo-doi/chi-tieu/${outcome}`, { title: "Đã bãi bỏ chỉ tiêu" });
  });

  setting.get("/theo-doi/chi-tieu/:id{[0-9]+}/tinh", (c) => seeOther(c, `/theo-doi/chi-tieu/${idOf(c)}`));
  setting.post("/theo-doi/chi-tieu/:id{[0-9]+}/tinh", async (c) => {
    const target = await targetSet(c);
    await formOf(c);
    const outcome = await computeTargets(actorOf(c), { targetId: target.id });
    if (isRefusal(outcome) && outcome.refusal !== "nothing-new")
      return refused(c, outcome, await changePage(c, target, refusedForm(outcome, {})));
    return seeOther(c, `/theo-doi/chi-tieu/${target.id}`, {
      title: isRefusal(outcome) ? outcome.sentence : `Đã tính lại ${outcome} số liệu`,
    });
  });

  return setting;
}

/** The target in the address, for somebody who may set it. */
async function targetSet(c: Context): Promise<Target> {
  const actor = actorOf(c);
  const reach = await targetReachOf(readerOf(c), actor);
  const target = found(await findTargetSeen(readerOf(c), idOf(c), reach, actor.day));
  if (!reach.sets.includes(target.owner)) throw new NotFound();
  return target;
}

async function newPage(c: Context, state: FormState) {
  const actor = actorOf(c);
  const reach = await targetReachOf(readerOf(c), actor);
  if (reach.sets.length === 0) throw new NotFound();
  const owners = await findUnits(readerOf(c), reach.sets, actor.day);
  const movements = await movementsInReach(readerOf(c), await movementReachOf(readerOf(c), actor));
  return (
    <NewTargetPage
      frame={await frameOf(c)}
      owners={owners}
      movements={movements}
      state={state}
      formKey={newKey()}
    />
  );
}

/** An empty form of this year, or one that begins with a target of a movement's plan. */
async function begun(c: Context): Promise<FormState> {
  const { day } = actorOf(c);
  const position = c.req.query("chi-tieu");
  if (!c.req.query("phong-trao") || !position) return { errors: {}, typed: startingPoint(day) };
  const { movement, planned } = await plannedIn(c, Number(c.req.query("phong-trao")));
  const one = found(planned.find((among) => `${among.position}` === position));
  return { errors: {}, typed: takenFrom(movement, one, day) };
}

async function plannedIn(c: Context, id = idOf(c, "movement")) {
  const actor = actorOf(c);
  const reach = await movementReachOf(readerOf(c), actor);
  const { sets } = await targetReachOf(readerOf(c), actor);
  const movement = found((await movementsInReach(readerOf(c), reach)).find((one) => one.id === id));
  if (sets.length === 0) throw new NotFound();
  return { movement, planned: await plannedTargetsOf(readerOf(c), movement.id, sets) };
}

async function changePage(c: Context, target: Target, state: FormState) {
  return (
    <ChangePage
      frame={await frameOf(c)}
      target={target}
      fixed={await hasValues(readerOf(c), target.id)}
      state={state}
      formKey={newKey()}
    />
  );
}
