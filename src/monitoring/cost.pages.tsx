import { movementReachOf } from "../movements/movement-reach.store.ts";
import { addressIn, askedYear, listFiles, mostInAFile, numberIn } from "../org/list-files.pages.ts";
import { findUnits } from "../org/unit.store.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
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
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import { pageIn, rowsOnAPage, type TableAddress } from "../web/kit.ts";
import { recordCost, voidCost } from "./cost.acts.ts";
import { CostForm, VoidForm } from "./cost.form.ts";
import { type CostFilter, costReachOf, findCost, listCosts } from "./cost.store.ts";
import { costSourceNames, isCostSource } from "./cost.ts";
import { CostFormView, CostListView, VoidCostView } from "./cost.view.tsx";
import { movementsInReach } from "./movement-choices.store.ts";

const HOME = "/theo-doi/chi-phi";

/** Costs of movements' activities, recorded by whoever wishes. */
export function costPages(): App {
  const costs = pages();

  costs.get(HOME, async (c) => {
    const address = addressOf(c);
    const page = pageIn(address);
    const reach = await costReachOf(readerOf(c), actorOf(c));
    const [rows, movements, frame] = await Promise.all([
      listCosts(readerOf(c), reach, filterIn(address), {
        offset: (page - 1) * rowsOnAPage,
        limit: rowsOnAPage,
      }),
      movementsSeen(c),
      frameOf(c),
    ]);
    return show(
      c,
      <CostListView
        frame={frame}
        day={reach.day}
        address={address}
        page={page}
        found={rows}
        movements={movements}
        spendsFor={reach.spendsFor}
      />,
    );
  });

  listFiles(costs, HOME, { name: "Chi phí phong trào", columns, rows: exported });

  costs.get(`${HOME}/moi`, async (c) => {
    const movement = c.req.query("phong-trao");
    return show(c, await costForm(c, movement ? { errors: {}, typed: { movement: [movement] } } : emptyForm));
  });

  costs.post(`${HOME}/moi`, async (c) => {
    const form = await read(c, CostForm);
    if (hasErrors(form)) return show(c, await costForm(c, form), 422);
    const outcome = await recordCost(actorOf(c), form.values);
    if (isRefusal(outcome))
      return show(c, await costForm(c, refusedForm(outcome, form.typed)), statusOf(outcome));
    return seeOther(c, `${HOME}?phong-trao=${form.values.movement}`, { title: "Đã ghi khoản chi" });
  });

  costs.get(`${HOME}/:id{[0-9]+}/huy`, async (c) => show(c, await voidForm(c, emptyForm)));

  costs.post(`${HOME}/:id{[0-9]+}/huy`, async (c) => {
    await voidForm(c, emptyForm);
    const form = await read(c, VoidForm);
    if (hasErrors(form)) return show(c, await voidForm(c, form), 422);
    const outcome = await voidCost(actorOf(c), { costId: idOf(c), why: form.values.why });
    if (!isRefusal(outcome)) return seeOther(c, HOME, { title: "Đã hủy ghi khoản chi" });
    return show(c, await voidForm(c, refusedForm(outcome, form.typed)), statusOf(outcome));
  });

  return costs;
}

const columns = [
  { title: "Đơn vị", width: 40, kind: "text" },
  { title: "Phong trào", width: 50, kind: "text" },
  { title: "Hoạt động", width: 50, kind: "text" },
  { title: "Nguồn", width: 28, kind: "text" },
  { title: "Dự kiến (đồng)", width: 18, kind: "number" },
  { title: "Đã chi (đồng)", width: 18, kind: "number" },
  { title: "Ngày chi", width: 14, kind: "day" },
  { title: "Hủy ghi", width: 30, kind: "text" },
] as const;

async function exported(c: Context) {
  const reach = await costReachOf(readerOf(c), actorOf(c));
  const { rows } = await listCosts(readerOf(c), reach, filterIn(addressOf(c)), {
    offset: 0,
    limit: mostInAFile,
  });
  return rows.map((row) => [
    row.unitName,
    row.movementName,
    row.activity,
    costSourceNames[row.source],
    row.planned,
    row.spent,
    row.spentOn,
    row.voided ?? "",
  ]);
}

const addressOf = (c: Context) => addressIn(c, HOME);

const filterIn = ({ query }: TableAddress): CostFilter => ({
  movement: numberIn(query["phong-trao"]),
  year: askedYear(query.nam),
  source: query.nguon && isCostSource(query.nguon) ? query.nguon : null,
});

const movementsSeen = async (c: Context) =>
  movementsInReach(readerOf(c), await movementReachOf(readerOf(c), actorOf(c)));

async function costForm(c: Context, state: FormState) {
  const reach = await costReachOf(readerOf(c), actorOf(c));
  if (reach.spendsFor.length === 0) throw new NotFound();
  const [units, movements, frame] = await Promise.all([
    findUnits(readerOf(c), reach.spendsFor, reach.day),
    movementsSeen(c),
    frameOf(c),
  ]);
  return (
    <CostFormView
      frame={frame}
      units={units}
      movements={movements}
      today={writeDay(reach.day)}
      state={state}
      formKey={newKey()}
    />
  );
}

async function voidForm(c: Context, state: FormState) {
  const reach = await costReachOf(readerOf(c), actorOf(c));
  const cost = found(await findCost(readerOf(c), reach, idOf(c)));
  if (!reach.spendsFor.includes(cost.unit)) throw new NotFound();
  return <VoidCostView frame={await frameOf(c)} cost={cost} state={state} formKey={newKey()} />;
}
