import { readPasted, readSheet, type Sheet, type SheetColumn, writeXlsx } from "../documents/spreadsheet.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
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
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { type PickFormState, settlePicks } from "./pick.form.ts";
import { applyRoster, bringRoster, mapRoster } from "./roster.acts.ts";
import { ApplyingForm, MappingForm, UploadForm } from "./roster.form.ts";
import { findRoster } from "./roster.store.ts";
import { type Roster, rosterFields } from "./roster.ts";
import { AppliedView, BringView, type RosterPlan, RosterView, rosterKindOf } from "./roster.view.tsx";
import { planPeople, planUnits } from "./roster-plan.store.ts";
import { findUnit, findUnits } from "./unit.store.ts";

const LARGEST = 20 * 1024 * 1024;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Lists of units and people from spreadsheets: read, looked over row by row, confirmed. */
export function rosterPages() {
  const rosters = pages();

  rosters.get("/to-chuc/nhap", async (c) => {
    actorOf(c);
    return show(c, <BringView frame={await frameOf(c)} state={emptyForm} formKey={newKey()} />);
  });
  rosters.post("/to-chuc/nhap", async (c) => {
    actorOf(c);
    const form = await read(c, UploadForm);
    const view = async (state: FormState) => (
      <BringView frame={await frameOf(c)} state={state} formKey={newKey()} />
    );
    if (hasErrors(form)) return show(c, view(form), 422);
    const { kind, file, pasted } = form.values;
    const sheet = await sheetOf(file, pasted);
    if (isRefusal(sheet)) return refused(c, sheet, await view(refusedForm(sheet, form.typed)));
    const outcome = await bringRoster(actorOf(c), { kind, fileName: file?.name ?? "", rows: sheet.rows });
    if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, form.typed)));
    return seeOther(c, `/to-chuc/nhap/${outcome}`);
  });

  rosters.get("/to-chuc/nhap/mau/:noun{(ca-nhan|don-vi)\\.xlsx}", async (c) => {
    actorOf(c);
    const noun = c.req.param("noun");
    const kind = found(rosterKindOf(noun.replace(".xlsx", "")));
    const columns = rosterFields(kind)
      .filter((field) => !field.name.startsWith("born"))
      .map((field): SheetColumn => ({ title: field.label, kind: "text", width: 24 }));
    return download(c, await writeXlsx(columns, []), `mau-${noun}`, XLSX);
  });

  rosters.get("/to-chuc/nhap/:id{[0-9]+}", async (c) => {
    const roster = await ownRoster(c);
    if (roster.appliedAt) return show(c, <AppliedView frame={await frameOf(c)} roster={roster} />);
    return show(c, await rosterView(c, roster, emptyForm));
  });

  rosters.get("/to-chuc/nhap/:id{[0-9]+}/cot", (c) => c.redirect(`/to-chuc/nhap/${idOf(c)}`, 303));
  rosters.post("/to-chuc/nhap/:id{[0-9]+}/cot", async (c) => {
    const roster = await ownRoster(c);
    const form = await read(c, MappingForm);
    if (hasErrors(form)) return show(c, await rosterView(c, roster, form), 422);
    const { unit, header, columns, ...defaults } = form.values;
    const picks = await settlePicks(readerOf(c), actorOf(c), { unit: { of: "unit", picked: unit } });
    if ("errors" in picks) return show(c, await rosterView(c, roster, { ...picks, typed: form.typed }), 422);
    const outcome = await mapRoster(actorOf(c), {
      ...{ roster: roster.id, header, columns, defaults: { ...defaults, unit: picks.ids.unit } },
    });
    return answer(c, outcome, roster, form.typed, "Đã đọc lại danh sách.");
  });

  rosters.get("/to-chuc/nhap/:id{[0-9]+}/ban-nhap", (c) => c.redirect(`/to-chuc/nhap/${idOf(c)}`, 303));
  rosters.post("/to-chuc/nhap/:id{[0-9]+}/ban-nhap", async (c) => {
    const roster = await ownRoster(c);
    const form = await read(c, ApplyingForm);
    if (hasErrors(form)) return show(c, await rosterView(c, roster, form), 422);
    const choices = Object.fromEntries(
      Object.entries(form.values.choice ?? {}).map(([row, choice]) => [Number(row.slice(1)), choice]),
    );
    const outcome = await applyRoster(actorOf(c), { roster: roster.id, choices });
    return answer(c, outcome, roster, form.typed, "Đã nhập danh sách.");
  });

  rosters.get("/to-chuc/nhap/:id{[0-9]+}/loi.xlsx", async (c) => faultFile(c, await ownRoster(c)));

  return rosters;
}

async function sheetOf(file: File | undefined, pasted: string | undefined): Promise<Sheet | Refusal> {
  if (file && file.size > 0) {
    if (file.size > LARGEST)
      return refuse("too-large", "Tệp lớn quá 20 MB; hãy chia nhỏ rồi gửi lại.", { field: "file" });
    const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name);
    return isRefusal(sheet) ? { ...sheet, field: "file" } : sheet;
  }
  if (pasted?.trim()) {
    const sheet = await readPasted(pasted);
    return isRefusal(sheet) ? { ...sheet, field: "pasted" } : sheet;
  }
  return refuse("nothing-brought", "Hãy chọn tệp hoặc dán các ô từ Excel.", { field: "file" });
}

async function ownRoster(c: Context): Promise<Roster> {
  const account = actorOf(c).account;
  if (account === null) throw new NotFound();
  return found(await findRoster(readerOf(c), account, idOf(c)));
}

async function answer(
  c: Context,
  outcome: number | Refusal,
  roster: Roster,
  typed: FormState["typed"],
  title: string,
): Promise<Response> {
  if (isRefusal(outcome))
    return refused(c, outcome, await rosterView(c, roster, refusedForm(outcome, typed)));
  return seeOther(c, `/to-chuc/nhap/${outcome}`, { title });
}

async function planOf(c: Context, roster: Roster): Promise<RosterPlan> {
  const day = actorOf(c).day;
  return roster.kind === "people"
    ? { kind: "people", rows: await planPeople(readerOf(c), roster, day) }
    : { kind: "units", rows: await planUnits(readerOf(c), roster, day) };
}

async function rosterView(c: Context, roster: Roster, state: PickFormState) {
  const [reader, day] = [readerOf(c), actorOf(c).day];
  const plan = await planOf(c, roster);
  const named =
    plan.kind === "people" ? plan.rows.map((row) => row.read.unit) : plan.rows.map((row) => row.read.parent);
  const ids = [...new Set(named.filter((id) => typeof id === "number"))];
  const units = new Map((await findUnits(reader, ids, day)).map((unit) => [unit.id, unit]));
  const usual = roster.defaults.unit === null ? null : await findUnit(reader, roster.defaults.unit, day);
  return (
    <RosterView
      frame={await frameOf(c)}
      state={state}
      formKey={newKey()}
      roster={roster}
      unit={usual ? { id: `${usual.id}`, label: usual.name } : undefined}
      plan={plan}
      units={units}
    />
  );
}

/** The rows with faults as they came, with what is wrong in a last column: to be mended and brought again. */
async function faultFile(c: Context, roster: Roster): Promise<Response> {
  const plan = await planOf(c, roster);
  const faults = new Map<number, string>();
  for (const { read: row, match } of plan.rows) {
    if (match.kind === "wrong") faults.set(row.row, row.errors.join(" "));
    if (match.kind === "elsewhere") faults.set(row.row, `Đang ở đơn vị khác: ${match.person.detail}`);
    if (match.kind === "differs") faults.set(row.row, match.what);
  }
  const width = Math.max(...roster.rows.map((row) => row.length), 0);
  const headings = roster.rows[roster.header] ?? [];
  const columns = Array.from(
    { length: width },
    (_, index): SheetColumn => ({ title: headings[index] ?? "", kind: "text" }),
  );
  const rows = [...faults].map(([number, fault]) => [
    ...Array.from({ length: width }, (_, index) => roster.rows[number - 1]?.[index] ?? ""),
    fault,
  ]);
  const bytes = await writeXlsx([...columns, { title: "Lỗi cần sửa", kind: "text", width: 60 }], rows);
  return download(c, bytes, "dong-loi.xlsx", XLSX);
}
