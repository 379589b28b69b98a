import { unitsInScope } from "../org/scope.store.ts";
import { takesPart } from "../org/scope.ts";
import { childrenOf } from "../org/unit.store.ts";
import { writeNumber } from "../platform/money.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, type Typed } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
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
import { addressOfPage, pageIn, type TableAddress } from "../web/kit.ts";
import { divideShare } from "./share.acts.ts";
import { partsOf } from "./share.store.ts";
import {
  isWay,
  leftFor,
  type Part,
  partsElsewhere,
  proposeParts,
  type Share,
  unitsNamed,
  type Way,
} from "./share.ts";
import { DividePage, type Divisible } from "./share.view.tsx";
import { type SeenPart, seenPart } from "./share-seen.pages.ts";
import { DivisionForm } from "./target.form.ts";

/** A share is divided on to the units below: proposed evenly or by base, or typed. */
export function sharePages() {
  const shares = pages();

  shares.get("/theo-doi/phan/:id{[0-9]+}/chia", async (c) =>
    show(c, await dividePage(c, await seenForDividing(c), emptyForm)),
  );

  shares.post("/theo-doi/phan/:id{[0-9]+}/chia", async (c) => {
    const seen = await seenForDividing(c);
    const form = await read(c, DivisionForm);
    if (hasErrors(form)) return show(c, await dividePage(c, seen, form), 422);
    const outcome = await divideShare(actorOf(c), {
      shareId: seen.share.id,
      parts: chosenIn(form.values),
      shown: form.values.shown,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await dividePage(c, seen, refusedForm(outcome, form.typed)))
      : seeOther(c, await nextAfter(c, seen), { title: "Đã chia chỉ tiêu" });
  });

  shares.get("/theo-doi/phan/:id{[0-9]+}/chia/tat-ca", (c) => seeOther(c, `/theo-doi/phan/${idOf(c)}/chia`));
  shares.post("/theo-doi/phan/:id{[0-9]+}/chia/tat-ca", async (c) => {
    const seen = await seenForDividing(c);
    await formOf(c);
    const all = await divisibleTo(c, seen.share);
    const parts = all.map(({ unit, part }) => ({ unit, base: part?.base ?? null, goal: null }));
    const proposed = proposeParts(seen.target, seen.share.goal ?? 0, parts, "equal");
    const outcome = isRefusal(proposed)
      ? proposed
      : await divideShare(actorOf(c), { shareId: seen.share.id, parts: proposed });
    return isRefusal(outcome)
      ? refused(c, outcome, await dividePage(c, seen, refusedForm(outcome, {})))
      : seeOther(c, `/theo-doi/phan/${seen.share.id}`, { title: `Đã chia đều cho ${all.length} đơn vị` });
  });

  shares.get("/theo-doi/phan/:id{[0-9]+}/chia/de-xuat", (c) => seeOther(c, `/theo-doi/phan/${idOf(c)}/chia`));
  shares.post("/theo-doi/phan/:id{[0-9]+}/chia/de-xuat", async (c) => {
    const seen = await seenForDividing(c);
    const way = wayIn(c.req.query("cach"));
    const form = await read(c, DivisionForm);
    if (hasErrors(form)) return show(c, await dividePage(c, seen, form), 422);
    const chosen = chosenIn(form.values);
    const standing = await partsOf(readerOf(c), seen.share.id, actorOf(c).day);
    const others = partsElsewhere(standing, form.values.shown, chosen);
    const left = leftFor(seen.target, seen.share.goal ?? 0, others);
    const proposed = proposeParts(seen.target, left, chosen, way);
    return isRefusal(proposed)
      ? refused(c, proposed, await dividePage(c, seen, refusedForm(proposed, form.typed)))
      : show(c, await dividePage(c, seen, { errors: {}, typed: typedWith(form.typed, proposed) }));
  });

  return shares;
}

const wayIn = (text: string | undefined): Way => (text && isWay(text) ? text : "equal");

async function seenForDividing(c: Context): Promise<SeenPart> {
  const seen = await seenPart(c);
  if (!seen.divides) throw new NotFound();
  return seen;
}

interface Sent {
  readonly parts: Readonly<Record<string, { chosen: boolean; base: number | null; goal: number | null }>>;
}

const chosenIn = ({ parts }: Sent): Part[] =>
  Object.entries(parts).flatMap(([unit, { chosen, base, goal }]) =>
    chosen ? [{ unit: Number(unit.slice(1)), base, goal }] : [],
  );

/** What was typed, with the proposed goals in their fields. */
const typedWith = (typed: Typed, proposed: readonly Part[]): Typed => ({
  ...typed,
  ...Object.fromEntries(
    proposed.map(({ unit, goal }) => [`parts.u${unit}.goal`, [goal === null ? "" : writeNumber(goal)]]),
  ),
});

/** Units on one page of the form: more than any body of today has below it, so that one page is the rule. */
const UNITS_ON_A_PAGE = 200;

const addressOf = (c: Context): TableAddress => ({
  path: `/theo-doi/phan/${idOf(c)}/chia`,
  query: Object.fromEntries(
    ["q", "trang"].flatMap((name) => {
      const value = c.req.query(name);
      return value ? [[name, value]] : [];
    }),
  ),
});

/** Back to the share; or to the next page of units, while there is one. */
async function nextAfter(c: Context, { share }: SeenPart): Promise<string> {
  const address = addressOf(c);
  const found = unitsNamed(await divisibleTo(c, share), address.query.q ?? "");
  const page = pageIn(address);
  return page * UNITS_ON_A_PAGE < found.length
    ? addressOfPage(address, page + 1)
    : `/theo-doi/phan/${share.id}`;
}

async function dividePage(c: Context, seen: SeenPart, state: FormState) {
  const address = addressOf(c);
  const all = await divisibleTo(c, seen.share);
  const found = unitsNamed(all, address.query.q ?? "");
  const page = pageIn(address);
  return (
    <DividePage
      frame={await frameOf(c)}
      seen={seen}
      address={address}
      all={all}
      units={found.slice((page - 1) * UNITS_ON_A_PAGE, page * UNITS_ON_A_PAGE)}
      paging={{ page, total: found.length, size: UNITS_ON_A_PAGE }}
      state={state}
      formKey={newKey()}
    />
  );
}

/** Those a launch of that body reaches, or what stands directly below; with whoever has a part already. */
async function divisibleTo(c: Context, share: Share): Promise<Divisible[]> {
  const { day } = actorOf(c);
  const parts = await partsOf(readerOf(c), share.id, day);
  const reached = await unitsInScope(readerOf(c), share.unit, day);
  const children = reached.length > 0 ? reached : await childrenOf(readerOf(c), [share.unit], day);
  const below = children.filter(({ kind }) => takesPart.includes(kind));
  const standing = new Map(parts.map((part) => [part.unit, part]));
  const ids = new Set(below.map(({ id }) => id));
  const all = [
    ...below.map(({ id, name }) => ({ unit: id, unitName: name, part: standing.get(id) ?? null })),
    ...parts
      .filter(({ unit }) => !ids.has(unit))
      .map((part) => ({ unit: part.unit, unitName: part.unitName, part })),
  ];
  return [...all.filter(({ part }) => part), ...all.filter(({ part }) => !part)];
}
