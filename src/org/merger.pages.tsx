import { type Day, parseDay, readTypedDay, writeDay } from "../platform/day.ts";
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
  toProof,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { type MergerFacts, MergerPreview, paperText } from "./merger.view.tsx";
import { type PickFormState, settlePicks } from "./pick.form.ts";
import { postsInUnitsFrom } from "./post.store.ts";
import { hasProved } from "./reach.ts";
import { mergeUnits } from "./succession.acts.ts";
import { decideMerge } from "./succession.ts";
import { MergerForm, SettledMergerForm } from "./unit.form.ts";
import { childrenOf, findUnit, findUnits } from "./unit.store.ts";
import type { Unit } from "./unit.ts";
import { answer, unitToChange } from "./unit-change.pages.tsx";
import { MergerView } from "./unit-change.view.tsx";

/** Merging units: a form, a preview of all that follows, and the act. */
export function mergerPages(gathered: Gathered) {
  const changes = pages();
  const at = (noun: string) => `/to-chuc/don-vi/:id{[0-9]+}/${noun}`;

  changes.get(at("sap-nhap"), async (c) => {
    const unit = await unitToChange(c);
    return show(c, <MergerView frame={await frameOf(c)} unit={unit} state={emptyForm} formKey={newKey()} />);
  });
  changes.post(at("sap-nhap"), (c) => beginMerger(c));
  changes.get(at("sap-nhap/xem-truoc"), (c) => previewMerger(c, gathered));
  changes.get(at("ban-sap-nhap"), (c) => c.redirect(`/to-chuc/don-vi/${idOf(c)}/sap-nhap`, 303));
  changes.post(at("ban-sap-nhap"), async (c) => {
    const unit = await unitToChange(c);
    const form = await read(c, SettledMergerForm);
    const view = async (state: FormState) => (
      <MergerView frame={await frameOf(c)} unit={unit} state={state} formKey={newKey()} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const { units, ...request } = form.values;
    const outcome = await mergeUnits(actorOf(c), { ...request, from: units, into: unit.id });
    if (isRefusal(outcome) && outcome.refusal === "not-proved")
      return toProof(c, previewAddress(unit, units, form.values));
    return answer(c, outcome, form.typed, view, "Đã sáp nhập; người và đơn vị trực thuộc đã chuyển theo.");
  });

  return changes;
}

async function beginMerger(c: Context): Promise<Response> {
  const unit = await unitToChange(c);
  const form = await read(c, MergerForm);
  const view = async (state: PickFormState) => (
    <MergerView frame={await frameOf(c)} unit={unit} state={state} formKey={newKey()} />
  );
  if (hasErrors(form)) return show(c, view(form), 422);
  const picks = Object.fromEntries(
    form.values.from.map((picked, index) => [`from.${index}`, { of: "unit" as const, picked }]),
  );
  const settled = await settlePicks(readerOf(c), actorOf(c), picks);
  if ("errors" in settled) return show(c, view({ ...settled, typed: form.typed }), 422);
  const from = [...new Set(Object.values(settled.ids).filter((id) => id !== null))];
  const decided = await decide(c, unit, from, form.values.on);
  if (isRefusal(decided)) return refused(c, decided, await view(mergerRefusal(decided, form.typed)));
  return seeOther(c, previewAddress(unit, from, form.values));
}

interface MergerPaper {
  readonly on: Day;
  readonly symbol: string | null;
  readonly signed: Day | null;
  readonly remarks: string | null;
}

/** The preview holds everything typed in its address, so that it survives a proof of the person. */
function previewAddress(unit: Unit, from: readonly number[], { on, symbol, signed, remarks }: MergerPaper) {
  const query = new URLSearchParams({ "don-vi": from.join(","), ngay: on });
  for (const [name, value] of Object.entries({ "van-ban": symbol, "ngay-ky": signed, "ghi-chu": remarks }))
    if (value) query.set(name, value);
  return `/to-chuc/don-vi/${unit.id}/sap-nhap/xem-truoc?${query}`;
}

const mergerRefusal = (refusal: Refusal, typed: FormState["typed"]): FormState =>
  refusedForm(
    refusal.field === "from" ? { ...refusal, field: "from.0" } : { ...refusal, field: undefined },
    typed,
  );

async function decide(c: Context, into: Unit, from: readonly number[], on: Day) {
  const reader = readerOf(c);
  const target = found(await findUnit(reader, into.id, on));
  const units = await findUnits(reader, from, on);
  const posts = await postsInUnitsFrom(reader, from, on);
  const children = await childrenOf(reader, from, on);
  return decideMerge({ units, posts, children }, target, on);
}

async function previewMerger(c: Context, gathered: Gathered): Promise<Response> {
  const unit = await unitToChange(c);
  const [ids, day] = [c.req.query("don-vi") ?? "", c.req.query("ngay") ?? ""];
  const on = parseDay(day) ?? readTypedDay(day);
  if (!/^\d+(,\d+)*$/.test(ids) || on === null) throw new NotFound();
  if (isRefusal(hasProved(actorOf(c)))) {
    const { pathname, search } = new URL(c.req.url);
    return toProof(c, `${pathname}${search}`);
  }
  const from = ids.split(",").map(Number);
  const decided = await decide(c, unit, from, on);
  if (isRefusal(decided))
    return refused(
      c,
      decided,
      <MergerView
        frame={await frameOf(c)}
        unit={unit}
        state={mergerRefusal(decided, {})}
        formKey={newKey()}
      />,
    );
  const facts = await mergerFacts(c, gathered, from, on, decided);
  return show(c, <MergerPreview frame={await frameOf(c)} unit={unit} facts={facts} formKey={newKey()} />);
}

async function mergerFacts(
  c: Context,
  { offers }: Gathered,
  from: readonly number[],
  on: Day,
  decided: Exclude<Awaited<ReturnType<typeof decide>>, Refusal>,
): Promise<MergerFacts> {
  const reader = readerOf(c);
  const units = await findUnits(reader, from, on);
  const posts = await postsInUnitsFrom(reader, from, on);
  const moved = new Set(decided.moved.map((post) => post.id));
  const openWork = await Promise.all(
    units.flatMap((unit) =>
      offers.map(async (offer) =>
        ((await offer.openWorkOf?.(reader, unit.id)) ?? []).map((work) => ({ unit: unit.name, ...work })),
      ),
    ),
  );
  const [symbol, signed] = [c.req.query("van-ban") ?? null, parseDay(c.req.query("ngay-ky") ?? "")];
  return {
    from: units,
    moved: posts.filter((post) => moved.has(post.id)),
    ended: posts.filter((post) => !moved.has(post.id)),
    rehung: await findUnits(reader, decided.rehung, on),
    openWork: openWork.flat().filter((work) => work.count > 0),
    on: writeDay(on),
    paper: paperText(symbol, signed),
    hidden: {
      ...{ units: from.join(","), on: writeDay(on), symbol: symbol ?? "" },
      ...{ signed: signed ? writeDay(signed) : "", remarks: c.req.query("ghi-chu") ?? "" },
    },
  };
}
