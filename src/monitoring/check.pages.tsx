import { addressIn, askedYear, listFiles, mostInAFile, numberIn } from "../org/list-files.pages.ts";
import { type PickFormState, settlePicks } from "../org/pick.form.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { findUnits } from "../org/unit.store.ts";
import { yearOf } from "../platform/day.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  download,
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
import { makeCheckPlan, planVisit } from "./check.acts.ts";
import { PlanForm, VisitForm } from "./check.form.ts";
import { mayCheck, mayCorrect, maySeeVisit } from "./check.may.ts";
import { checkReachOf, everyVisit, findVisit, listVisits, plansOf, type VisitFilter } from "./check.store.ts";
import { isVisitState, type Visit, visitStateNames } from "./check.ts";
import { CheckListView, CheckPlanForm, SuggestionsView, VisitFormView } from "./check.view.tsx";
import { checkFilesOf, correctionsOf, findingsOf, suggestionsSeen } from "./finding.store.ts";
import { type VisitReply, VisitView } from "./visit.view.tsx";

const HOME = "/theo-doi/kiem-tra";

/** Plans of checks, visits, and what good practice they found. */
export function checkPages(): App {
  const checks = pages();
  listAddresses(checks);
  planAddresses(checks);

  checks.get(`${HOME}/:id{[0-9]+}`, async (c) => show(c, await visitPage(c, await seenVisit(c))));

  checks.get(`${HOME}/:id{[0-9]+}/tep/:kind{v|k}/:file{[0-9]+}`, async (c) => {
    const visit = await seenVisit(c);
    const ofVisit = c.req.param("kind") === "v";
    const files = await checkFilesOf(readerOf(c), visit.id);
    const file = found(
      files.find(({ id, correction }) => id === idOf(c, "file") && (correction === null) === ofVisit),
    );
    return download(c, await readKept(file.hash), file.name, file.mediaType);
  });

  return checks;
}

function listAddresses(checks: App): void {
  checks.get(HOME, async (c) => {
    const reader = readerOf(c);
    const reach = await checkReachOf(reader, actorOf(c));
    const address = addressOf(c);
    const page = pageIn(address);
    const [rows, plans, frame] = await Promise.all([
      listVisits(reader, reach, filterIn(address), {
        offset: (page - 1) * rowsOnAPage,
        limit: rowsOnAPage,
      }),
      plansOf(reader, reach.checks),
      frameOf(c),
    ]);
    return show(
      c,
      <CheckListView
        frame={frame}
        day={reach.day}
        address={address}
        page={page}
        found={rows}
        plans={plans}
        checks={reach.checks.length > 0}
      />,
    );
  });

  listFiles(checks, HOME, { name: "Kiểm tra thi đua", columns, rows: exported });

  checks.get(`${HOME}/cach-lam-hay`, async (c) => {
    const reach = await checkReachOf(readerOf(c), actorOf(c));
    const address = { path: `${HOME}/cach-lam-hay`, query: c.req.query() };
    const page = pageIn(address);
    const rows = await suggestionsSeen(readerOf(c), reach, {
      offset: (page - 1) * rowsOnAPage,
      limit: rowsOnAPage,
    });
    return show(c, <SuggestionsView frame={await frameOf(c)} address={address} page={page} found={rows} />);
  });
}

const columns = [
  { title: "Đơn vị", width: 40, kind: "text" },
  { title: "Cơ quan kiểm tra", width: 40, kind: "text" },
  { title: "Ngày dự kiến", width: 14, kind: "day" },
  { title: "Ngày kiểm tra", width: 14, kind: "day" },
  { title: "Nội dung", width: 60, kind: "text" },
  { title: "Trạng thái", width: 16, kind: "text" },
  { title: "Tồn tại", width: 10, kind: "number" },
  { title: "Chưa khắc phục", width: 14, kind: "number" },
  { title: "Cách làm hay", width: 12, kind: "number" },
] as const;

async function exported(c: Context) {
  const reach = await checkReachOf(readerOf(c), actorOf(c));
  const { rows } = await listVisits(readerOf(c), reach, filterIn(addressOf(c)), {
    offset: 0,
    limit: mostInAFile,
  });
  return rows.map((row) => [
    row.unitName,
    row.bodyName,
    row.plannedOn,
    row.heldOn,
    row.contents,
    visitStateNames[row.state],
    row.faults,
    row.uncorrected,
    row.goodPractices,
  ]);
}

const addressOf = (c: Context) => addressIn(c, HOME);

const filterIn = ({ query }: TableAddress): VisitFilter => ({
  ...everyVisit,
  words: query.q ?? "",
  year: askedYear(query.nam),
  state: query["trang-thai"] && isVisitState(query["trang-thai"]) ? query["trang-thai"] : null,
  plan: numberIn(query["ke-hoach"]),
  overdue: query.loc === "qua-han",
});

function planAddresses(checks: App): void {
  checks.get(`${HOME}/ke-hoach`, async (c) => show(c, await planForm(c, emptyForm)));

  checks.post(`${HOME}/ke-hoach`, async (c) => {
    const form = await read(c, PlanForm);
    if (hasErrors(form)) return show(c, await planForm(c, form), 422);
    const outcome = await makeCheckPlan(actorOf(c), form.values);
    if (isRefusal(outcome))
      return show(c, await planForm(c, refusedForm(outcome, form.typed)), statusOf(outcome));
    return seeOther(c, `${HOME}/moi?ke-hoach=${outcome}`, { title: "Đã lập kế hoạch kiểm tra" });
  });

  checks.get(`${HOME}/moi`, async (c) => {
    const plan = c.req.query("ke-hoach");
    return show(c, await visitForm(c, plan ? { errors: {}, typed: { plan: [plan] } } : emptyForm));
  });

  checks.post(`${HOME}/moi`, async (c) => {
    const form = await read(c, VisitForm);
    if (hasErrors(form)) return show(c, await visitForm(c, form), 422);
    const { unit, ...rest } = form.values;
    const picks = await settlePicks(readerOf(c), actorOf(c), { unit: { of: "unit", picked: unit } });
    if ("errors" in picks) return show(c, await visitForm(c, { ...picks, typed: form.typed }), 422);
    const outcome = await planVisit(actorOf(c), { ...rest, unit: picks.ids.unit! });
    if (isRefusal(outcome))
      return show(c, await visitForm(c, refusedForm(outcome, form.typed)), statusOf(outcome));
    return seeOther(c, `${HOME}/${outcome}`, { title: "Đã ghi cuộc kiểm tra" });
  });
}

/** The bodies this person checks for; pages for checking are there for those who check. */
async function bodiesChecking(c: Context) {
  const { checks, day } = await checkReachOf(readerOf(c), actorOf(c));
  if (checks.length === 0) throw new NotFound();
  return findUnits(readerOf(c), checks, day);
}

async function planForm(c: Context, state: FormState) {
  const bodies = await bodiesChecking(c);
  const year = yearOf(actorOf(c).day);
  return (
    <CheckPlanForm frame={await frameOf(c)} bodies={bodies} year={year} state={state} formKey={newKey()} />
  );
}

async function visitForm(c: Context, state: PickFormState) {
  const bodies = await bodiesChecking(c);
  const plans = await plansOf(
    readerOf(c),
    bodies.map(({ id }) => id),
  );
  return (
    <VisitFormView frame={await frameOf(c)} bodies={bodies} plans={plans} state={state} formKey={newKey()} />
  );
}

/** The visit in the address; what somebody may not see is no such page. */
export async function seenVisit(c: Context): Promise<Visit> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const visit = found(await findVisit(reader, idOf(c)));
  const { checks } = await checkReachOf(reader, actor);
  const within = await ancestorsOf(reader, visit.unit, actor.day);
  if (isRefusal(maySeeVisit(actor, checks, within, visit))) throw new NotFound();
  return visit;
}

const nothingSent: VisitReply = { state: emptyForm, finding: null, kept: [] };

export async function visitPage(c: Context, visit: Visit, reply: VisitReply = nothingSent) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const { checks } = await checkReachOf(reader, actor);
  const [findings, corrections, files, frame] = await Promise.all([
    findingsOf(reader, visit.id),
    correctionsOf(reader, visit.id),
    checkFilesOf(reader, visit.id),
    frameOf(c),
  ]);
  return (
    <VisitView
      frame={frame}
      actor={actor}
      visit={visit}
      findings={findings}
      corrections={corrections}
      files={files}
      checks={!isRefusal(mayCheck(checks, visit.body))}
      corrects={!isRefusal(mayCorrect(actor, visit.unit))}
      reply={reply}
      formKey={newKey}
    />
  );
}
