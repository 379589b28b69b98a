import { type SheetColumn, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { countingPosts } from "../org/reach.ts";
import { onDay } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  download,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { pageIn, rowsOnAPage, type TableAddress } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { stagedFiles } from "../web/staged.ts";
import type { CoverageLine } from "./coverage.ts";
import { isInForce } from "./life.ts";
import { bodiesServing } from "./movement-reach.store.ts";
import { type Seen, seenMovement } from "./seen.pages.ts";
import { settingOf } from "./setting.pages.ts";
import { PaperPlanForm, PlansAcceptForm } from "./unit-plan.form.ts";
import { mayOverseePlans, mayReceivePlans, mayWritePlan } from "./unit-plan.may.ts";
import { plansOfUnits } from "./unit-plan.store.ts";
import { planChannelNames } from "./unit-plan.ts";
import { coverageBy } from "./unit-plan-answers.ts";
import { askedOf } from "./unit-plan-asked.ts";
import { boundUnitsIn, clustersInScope, plansOwedIn, sentContentsOf } from "./unit-plan-list.store.ts";
import {
  isPlanOverdue,
  isPlanStanding,
  narrowPlans,
  owesPlan,
  type PlanOwing,
  planStandingNames,
  planStandingOf,
} from "./unit-plan-list.ts";
import { type OwnPlan, UnitPlansPage } from "./unit-plan-list.view.tsx";
import { BulkAcceptPage, PaperPlanPage } from "./unit-plan-receipt.view.tsx";
import { acceptUnitPlans, enterPaperPlan } from "./unit-plan-sending.acts.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const LIST = "/phong-trao/:id{[0-9]+}/ke-hoach-don-vi";

/** The plans of all units in scope of one launch, as its receiver sees them; a unit finds its own there. */
export function unitPlanListPages(gathered: Gathered): App {
  const list = pages();

  list.get(LIST, async (c) => show(c, await listPage(c, gathered)));

  list.get(`${LIST}.xlsx`, async (c) => {
    const { seen, narrowed } = await received(c, gathered);
    return download(c, await writeXlsx(columns, sheetOf(seen, narrowed)), "Kế hoạch của đơn vị.xlsx", XLSX);
  });
  list.get(`${LIST}.csv`, async (c) => {
    const { seen, narrowed } = await received(c, gathered);
    return download(
      c,
      await writeCsv(columns, sheetOf(seen, narrowed)),
      "Kế hoạch của đơn vị.csv",
      "text/csv",
    );
  });

  list.get(`${LIST}/tiep-nhan`, async (c) => {
    const ticked = (c.req.queries("ke-hoach") ?? []).map(Number).filter(Number.isSafeInteger);
    return show(c, await bulkPage(c, gathered, ticked, emptyForm));
  });
  list.post(`${LIST}/tiep-nhan`, async (c) => {
    const form = await read(c, PlansAcceptForm);
    if (hasErrors(form)) return show(c, await bulkPage(c, gathered, [], form), 422);
    const plans = form.values["ke-hoach"];
    const outcome = await acceptUnitPlans(actorOf(c), { movementId: idOf(c), plans });
    return isRefusal(outcome)
      ? refused(c, outcome, await bulkPage(c, gathered, plans, refusedForm(outcome, form.typed)))
      : seeOther(c, `/phong-trao/${idOf(c)}/ke-hoach-don-vi`, { title: `Đã tiếp nhận ${outcome} kế hoạch` });
  });

  list.get(`${LIST}/nhap-ban-giay`, async (c) => show(c, await paperPage(c, gathered, emptyForm, [])));
  list.post(`${LIST}/nhap-ban-giay`, async (c) => {
    const staged = await stagedFiles(c, "scan");
    const form = await read(c, PaperPlanForm);
    const [file] = staged.tokens;
    const scanError = staged.error ?? (file ? null : "Hãy chọn tệp bản quét của kế hoạch.");
    if (hasErrors(form) || scanError || file === undefined) {
      const errors = { ...(hasErrors(form) ? form.errors : {}), ...(scanError ? { scan: scanError } : {}) };
      return show(c, await paperPage(c, gathered, { errors, typed: form.typed }, staged.kept), 422);
    }
    const { unit: unitId, number, day, lateReason, ...values } = form.values;
    const outcome = await enterPaperPlan(actorOf(c), {
      movementId: idOf(c),
      unitId,
      ...values,
      lateReason: lateReason ?? "",
      paper: { number, day, file },
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await paperPage(c, gathered, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, `/phong-trao/${idOf(c)}/ke-hoach-don-vi`, {
          title: "Đã ghi nhận kế hoạch nhận bản giấy",
        });
  });

  return list;
}

interface Standing {
  readonly seen: Seen;
  readonly owing: readonly PlanOwing[];
  readonly oversees: boolean;
  readonly receives: boolean;
  readonly address: TableAddress;
  readonly narrowed: readonly PlanOwing[];
}

/** The launch with its plans; only a launch in force has any. */
async function standing(c: Context, gathered: Gathered): Promise<Standing> {
  const seen = await seenMovement(c, gathered);
  if (!isInForce(seen.movement.state)) throw new NotFound();
  const { actor, reader, movement } = seen;
  const receiver = movement.launcher.id;
  const receiving = { receiver, servedBy: await bodiesServing(reader, receiver, actor.day) };
  const owing = await plansOwedIn(reader, movement.id, actor.day);
  const query = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ""));
  const address = { path: `/phong-trao/${movement.id}/ke-hoach-don-vi`, query };
  return {
    seen,
    owing,
    oversees: !isRefusal(mayOverseePlans(actor, receiving)),
    receives: !isRefusal(mayReceivePlans(actor, receiving)),
    address,
    narrowed: narrowPlans(owing, filterIn(address), actor.at),
  };
}

async function received(c: Context, gathered: Gathered): Promise<Standing> {
  const found = await standing(c, gathered);
  if (!found.oversees) throw new NotFound();
  return found;
}

const filterIn = ({ query }: TableAddress) => {
  const state = query["trang-thai"] ?? "";
  return {
    words: query.q ?? "",
    standing: state === "chua-gui" ? ("owing" as const) : isPlanStanding(state) ? state : null,
    cluster: Number(query.cum) || null,
    late: query.han === "muon" ? ("late" as const) : query.han === "dung" ? ("in-time" as const) : null,
  };
};

async function listPage(c: Context, gathered: Gathered) {
  const found = await standing(c, gathered);
  const { seen, owing, oversees, address, narrowed } = found;
  const own = await ownPlans(seen, owing);
  if (!oversees && own.length === 0) throw new NotFound();
  const page = pageIn(address);
  const shown = narrowed.slice((page - 1) * rowsOnAPage, page * rowsOnAPage);
  return (
    <UnitPlansPage
      {...found}
      setting={await settingOf(c, seen)}
      shown={shown}
      total={narrowed.length}
      page={page}
      clusters={oversees ? await clustersInScope(seen.reader, seen.movement.id, seen.actor.day) : []}
      coverage={oversees ? await coverageOfShown(seen, shown) : new Map()}
      own={own}
      formKey={newKey()}
    />
  );
}

/** The units of this person in scope: those they write for, and those they stand in. */
async function ownPlans(
  { actor, reader, movement, within }: Seen,
  owing: readonly PlanOwing[],
): Promise<OwnPlan[]> {
  const posts = new Set(countingPosts(actor).map(({ unit }) => unit));
  const mine = owing.filter(({ writers }) =>
    writers.some((unit) => posts.has(unit) || within.includes(unit)),
  );
  const others = await plansOfUnits(
    reader,
    mine.filter(({ plan }) => plan === null).map(({ unit }) => unit),
    movement.fromYear,
  );
  return mine.map((one) => ({
    owing: one,
    writes: !isRefusal(mayWritePlan(actor, one)),
    others: others.filter(({ unit }) => unit === one.unit),
  }));
}

/** Coverage of the plans on this page of the list, from what each of them last sent. */
async function coverageOfShown(
  { actor, reader, movement }: Seen,
  shown: readonly PlanOwing[],
): Promise<Map<number, readonly CoverageLine[]>> {
  const sent = shown.filter(({ plan }) => plan !== null && plan.arrivedAt !== null && plan.items > 0);
  const contents = await sentContentsOf(
    reader,
    movement.id,
    sent.map(({ plan }) => plan!.id),
  );
  const bounds = await boundUnitsIn(
    reader,
    movement.id,
    sent.map(({ unit }) => unit),
    actor.day,
  );
  return new Map(
    sent.flatMap(({ plan, unit }) => {
      const content = contents.get(plan!.id);
      const bound = bounds.get(unit);
      return content && bound
        ? [[plan!.id, coverageBy(content, movement.id, askedOf(movement, bound, bound.within))] as const]
        : [];
    }),
  );
}

const columns: readonly SheetColumn[] = [
  { title: "Đơn vị", width: 50, kind: "text" },
  { title: "Trạng thái", width: 26, kind: "text" },
  { title: "Hạn", width: 34, kind: "text" },
  { title: "Ngày nhận", width: 14, kind: "day" },
  { title: "Thời hạn", width: 14, kind: "text" },
  { title: "Cách gửi", width: 18, kind: "text" },
];

const sheetOf = ({ actor }: Seen, rows: readonly PlanOwing[]) =>
  rows.map((one) => [
    one.unitName,
    planStandingNames[planStandingOf(one)],
    one.deadline ? writeDeadline(one.deadline) : "",
    one.plan?.arrivedAt ? onDay(one.plan.arrivedAt) : null,
    one.plan?.late
      ? "Muộn"
      : isPlanOverdue(one, actor.at)
        ? "Quá hạn"
        : one.plan?.arrivedAt
          ? "Đúng hạn"
          : "",
    one.plan?.channel ? planChannelNames[one.plan.channel] : "",
  ]);

async function bulkPage(c: Context, gathered: Gathered, ticked: readonly number[], state: FormState) {
  const { seen, owing, receives } = await received(c, gathered);
  if (!receives) throw new NotFound();
  const chosen = owing.filter(({ plan }) => plan?.state === "sent" && ticked.includes(plan.id));
  return (
    <BulkAcceptPage
      frame={await frameOf(c)}
      movement={seen.movement}
      chosen={chosen}
      state={state}
      formKey={newKey()}
    />
  );
}

async function paperPage(
  c: Context,
  gathered: Gathered,
  state: FormState,
  kept: Parameters<typeof PaperPlanPage>[0]["kept"],
) {
  const { seen, owing, receives } = await received(c, gathered);
  if (!receives) throw new NotFound();
  return (
    <PaperPlanPage
      frame={await frameOf(c)}
      movement={seen.movement}
      owing={owing.filter(owesPlan)}
      state={state}
      kept={kept}
      formKey={newKey()}
    />
  );
}
