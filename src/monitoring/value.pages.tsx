import { type Day, parseDay, writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
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
import type { KeptFile } from "../web/kit.ts";
import { stagedFiles } from "../web/staged.ts";
import { seenPart } from "./share-seen.pages.ts";
import { EntriesForm } from "./target.form.ts";
import { targetReachOf } from "./target-reach.store.ts";
import { TYPED } from "./target-source.ts";
import { type EntryAsked, enterValues } from "./value.acts.ts";
import { type Enterable, enterable, enterableShares } from "./value-entry.store.ts";
import { type EntryRow, faultsIn, givenIn, periodEnds, rowsFor } from "./value-entry.ts";
import { EntryPage } from "./value-entry.view.tsx";

/** Values are entered: all of a unit's targets of one period in one form, or one with its evidence. */
export function valuePages() {
  const values = pages();

  values.get("/theo-doi/nhap", async (c) => show(c, await unitPage(c, await ofUnit(c), emptyForm)));

  values.post("/theo-doi/nhap", async (c) => {
    const setting = await ofUnit(c);
    const form = await read(c, EntriesForm);
    if (hasErrors(form)) return show(c, await unitPage(c, setting, form), 422);
    const rows = rowsFor(setting.shares, form.values.to);
    const given = givenIn(form.values.entries, rows);
    const faults = faultsIn(given, rows, actorOf(c).day);
    if (Object.keys(faults).length > 0)
      return show(c, await unitPage(c, setting, { errors: faults, typed: form.typed }), 422);
    const entries = given.map((one) => ({ ...one, to: form.values.to, files: [] }));
    const outcome = await enterValues(actorOf(c), { kind: "typed", entries });
    if (isRefusal(outcome))
      return refused(c, outcome, await unitPage(c, setting, refusedForm(outcome, form.typed)));
    const same = outcome.same > 0 ? `, ${outcome.same} số không đổi` : "";
    return seeOther(c, `/theo-doi/nhap?don-vi=${setting.unit}&den=${form.values.to}`, {
      title: `Đã lưu ${outcome.added} số liệu${same}`,
    });
  });

  values.get("/theo-doi/phan/:id{[0-9]+}/nhap", async (c) => show(c, await sharePage(c, emptyForm, [])));

  values.post("/theo-doi/phan/:id{[0-9]+}/nhap", async (c) => {
    const staged = await stagedFiles(c, "files");
    const form = await read(c, EntriesForm);
    if (hasErrors(form)) return show(c, await sharePage(c, form, staged.kept), 422);
    const failed = (errors: FormState["errors"]) => sharePage(c, { errors, typed: form.typed }, staged.kept);
    if (staged.error) return show(c, await failed({ files: staged.error }), 422);
    const rows = rowsFor([await ofShare(c)], form.values.to);
    const given = givenIn(form.values.entries, rows);
    if (given.length === 0)
      return show(c, await failed({ [`entries.s${idOf(c)}.numerator`]: "Hãy nhập số thực hiện." }), 422);
    const faults = faultsIn(given, rows, actorOf(c).day);
    if (Object.keys(faults).length > 0) return show(c, await failed(faults), 422);
    const entries: EntryAsked[] = given.map((one) => ({ ...one, to: form.values.to, files: staged.tokens }));
    const outcome = await enterValues(actorOf(c), { kind: "typed", entries });
    return isRefusal(outcome)
      ? refused(c, outcome, await sharePage(c, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, `/theo-doi/phan/${idOf(c)}`, {
          title: outcome.added > 0 ? "Đã lưu số liệu" : "Số liệu không đổi nên không thêm gì",
        });
  });

  return values;
}

interface UnitSetting {
  readonly unit: number;
  readonly shares: readonly Enterable[];
  readonly others: readonly { readonly id: number; readonly name: string }[];
}

/** The unit asked about among those somebody enters for; the first of them when none is asked. */
async function ofUnit(c: Context): Promise<UnitSetting> {
  const actor = actorOf(c);
  const reach = await targetReachOf(readerOf(c), actor);
  const all = await enterableShares(readerOf(c), reach, null, actor.day);
  const names = new Map(all.map(({ share }) => [share.unit, share.unitName]));
  const asked = c.req.query("don-vi");
  const unit = asked && /^\d{1,15}$/.test(asked) ? Number(asked) : ([...names.keys()][0] ?? 0);
  if (!names.has(unit)) throw new NotFound();
  return {
    unit,
    shares: all.filter(({ share }) => share.unit === unit),
    others: [...names].map(([id, name]) => ({ id, name })),
  };
}

/** The end of the period asked for; without one, of the last that is over, or of the first. */
function endIn(c: Context, ends: readonly Day[], state: FormState, today: Day): Day {
  const sent = state.typed.to?.[0];
  const asked = ends.find((end) => end === parseDay(c.req.query("den") ?? "") || writeDay(end) === sent);
  return asked ?? ends.find((end) => end < today) ?? found(ends.at(-1));
}

async function unitPage(c: Context, { unit, shares, others }: UnitSetting, state: FormState) {
  const { day } = actorOf(c);
  const ends = periodEnds(shares, day);
  const to = endIn(c, ends, state, day);
  return (
    <EntryPage
      frame={await frameOf(c)}
      action={`/theo-doi/nhap?don-vi=${unit}&den=${to}`}
      unitName={shares[0]?.share.unitName ?? ""}
      unit={unit}
      others={others}
      ends={ends}
      to={to}
      rows={rowsFor(shares, to)}
      state={fresh(state, shares, to)}
      formKey={newKey()}
    />
  );
}

/** Somebody entered meanwhile: the form comes back with what stands now, so that saving again is knowing of it. */
function fresh(state: FormState, shares: readonly Enterable[], to: Day): FormState {
  if (Object.keys(state.typed).length === 0) return state;
  const seen = rowsFor(shares, to).map((row: EntryRow): [string, readonly string[]] => [
    `entries.s${row.share.id}.seen`,
    row.facts.standing ? [`${row.facts.standing.id}`] : [],
  ]);
  return { ...state, typed: { ...state.typed, ...Object.fromEntries(seen) } };
}

async function ofShare(c: Context): Promise<Enterable> {
  const seen = await seenPart(c);
  if (!seen.enters || seen.target.source !== TYPED) throw new NotFound();
  return found((await enterable(readerOf(c), [seen.share], actorOf(c).day))[0]);
}

async function sharePage(c: Context, state: FormState, kept: readonly KeptFile[]) {
  const { day } = actorOf(c);
  const one = await ofShare(c);
  const ends = periodEnds([one], day);
  const to = endIn(c, ends, state, day);
  return (
    <EntryPage
      frame={await frameOf(c)}
      action={`/theo-doi/phan/${one.share.id}/nhap?den=${to}`}
      unitName={one.share.unitName}
      unit={null}
      others={[]}
      ends={ends}
      to={to}
      rows={rowsFor([one], to)}
      state={fresh(state, [one], to)}
      formKey={newKey()}
      evidence={kept}
      share={one.share.id}
    />
  );
}
