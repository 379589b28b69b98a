import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
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
import { type PickFormState, settlePicks } from "./pick.form.ts";
import { ancestorsOf } from "./scope.store.ts";
import { dissolveUnit, splitUnit } from "./succession.acts.ts";
import { changeUnitFacts, renameUnit, transferUnit } from "./unit.acts.ts";
import { DissolutionForm, FactsForm, RenamingForm, SplitForm, TransferForm } from "./unit.form.ts";
import { mayChangeUnit } from "./unit.may.ts";
import { contactOf, findUnit } from "./unit.store.ts";
import { type Unit, unitKinds } from "./unit.ts";
import { DissolutionView, FactsView, RenamingView, SplitView, TransferView } from "./unit-change.view.tsx";

/** Renaming, moving, splitting and ending a unit: a form each. */
export function unitChangePages() {
  const changes = pages();
  const at = (noun: string) => `/to-chuc/don-vi/:id{[0-9]+}/${noun}`;

  changes.get(at("doi-ten"), async (c) => {
    const unit = await unitToChange(c);
    return show(
      c,
      <RenamingView frame={await frameOf(c)} unit={unit} state={emptyForm} formKey={newKey()} />,
    );
  });
  changes.post(at("doi-ten"), async (c) => {
    const unit = await unitToChange(c);
    const form = await read(c, RenamingForm);
    const view = async (state: FormState) => (
      <RenamingView frame={await frameOf(c)} unit={unit} state={state} formKey={newKey()} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const outcome = await renameUnit(actorOf(c), { ...form.values, unit: unit.id });
    return answer(c, outcome, form.typed, view, "Đã ghi tên mới của đơn vị.");
  });

  changes.get(at("sua"), async (c) => show(c, await factsView(c, await unitToChange(c), emptyForm)));
  changes.post(at("sua"), async (c) => {
    const unit = await unitToChange(c);
    const form = await read(c, FactsForm);
    const view = (state: FormState) => factsView(c, unit, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const outcome = await changeUnitFacts(actorOf(c), { ...form.values, unit: unit.id });
    return answer(c, outcome, form.typed, view, "Đã lưu.");
  });

  changes.get(at("dieu-chuyen"), async (c) => {
    const unit = await unitToChange(c);
    return show(c, await transferView(c, unit, emptyForm));
  });
  changes.post(at("dieu-chuyen"), async (c) => {
    const unit = await unitToChange(c);
    const form = await read(c, TransferForm);
    const view = (state: PickFormState) => transferView(c, unit, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const { parent, guidedBy, ...request } = form.values;
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      parent: { of: "unit", picked: parent },
      guidedBy: { of: "unit", picked: guidedBy },
    });
    if ("errors" in picks) return show(c, view({ ...picks, typed: form.typed }), 422);
    const outcome = await transferUnit(actorOf(c), { ...request, ...picks.ids, unit: unit.id });
    return answer(c, outcome, form.typed, view, "Đã điều chuyển đơn vị.");
  });

  changes.get(at("chia-tach"), async (c) => {
    const unit = await unitToChange(c);
    return show(c, <SplitView frame={await frameOf(c)} unit={unit} state={emptyForm} formKey={newKey()} />);
  });
  changes.post(at("chia-tach"), async (c) => {
    const unit = await unitToChange(c);
    const form = await read(c, SplitForm);
    const view = async (state: FormState) => (
      <SplitView frame={await frameOf(c)} unit={unit} state={state} formKey={newKey()} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const parts = form.values.parts
      .filter((part) => part.name || part.code)
      .map((part) => ({
        ...part,
        name: part.name ?? "",
        code: part.code ?? "",
        kind: part.kind ?? unitKinds[1]!,
      }));
    const outcome = await splitUnit(actorOf(c), { ...form.values, parts, unit: unit.id });
    return answer(c, outcome, form.typed, view, "Đã ghi việc chia, tách đơn vị.");
  });

  changes.get(at("giai-the"), async (c) => {
    const unit = await unitToChange(c);
    return show(
      c,
      <DissolutionView frame={await frameOf(c)} unit={unit} state={emptyForm} formKey={newKey()} />,
    );
  });
  changes.post(at("giai-the"), async (c) => {
    const unit = await unitToChange(c);
    const form = await read(c, DissolutionForm);
    const view = async (state: FormState) => (
      <DissolutionView frame={await frameOf(c)} unit={unit} state={state} formKey={newKey()} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const outcome = await dissolveUnit(actorOf(c), { ...form.values, unit: unit.id });
    return answer(c, outcome, form.typed, view, "Đã ghi việc giải thể.");
  });

  return changes;
}

/** The unit as of today, for somebody who may change it; for others there is no such page. */
export async function unitToChange(c: Context): Promise<Unit> {
  const actor = actorOf(c);
  const unit = found(await findUnit(readerOf(c), idOf(c), actor.day));
  if (isRefusal(mayChangeUnit(actor, unit, await ancestorsOf(readerOf(c), unit.id, actor.day))))
    throw new NotFound();
  return unit;
}

/** Back to the unit, or to the form with what was refused. */
export async function answer(
  c: Context,
  outcome: number | Refusal,
  typed: FormState["typed"],
  view: (state: FormState) => Promise<Parameters<typeof refused>[2]> | Parameters<typeof refused>[2],
  title: string,
): Promise<Response> {
  if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, typed)));
  return seeOther(c, `/to-chuc/don-vi/${outcome}`, { title });
}

async function factsView(c: Context, unit: Unit, state: FormState) {
  const contact = await contactOf(readerOf(c), unit.id);
  return (
    <FactsView frame={await frameOf(c)} unit={unit} state={state} formKey={newKey()} contact={contact} />
  );
}

async function transferView(c: Context, unit: Unit, state: PickFormState) {
  const [parent, guide] = await Promise.all(
    [unit.parent, unit.guidedBy].map((id) =>
      id === null ? null : findUnit(readerOf(c), id, actorOf(c).day),
    ),
  );
  return (
    <TransferView
      frame={await frameOf(c)}
      unit={unit}
      state={state}
      formKey={newKey()}
      parent={parent ?? null}
      guide={guide ?? null}
    />
  );
}
