import { readPasted, readSheet, type Sheet } from "../documents/spreadsheet.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, refusedForm, type Typed } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  found,
  frameOf,
  idOf,
  newKey,
  pages,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { applyImport, keepImport, matchImport, nameColumns } from "./line-import.acts.ts";
import { findImport, type LineImport } from "./line-import.store.ts";
import { type ColumnName, type Columns, columnNames } from "./line-import.ts";
import { ImportPreviewPage, ImportStartPage } from "./line-import.view.tsx";
import type { SeenRegistration } from "./registration.may.ts";
import { seenForChange, seenForWriting } from "./seen.pages.tsx";

/** Lines from an XLSX file or pasted from Excel: read, looked over, confirmed. */
export function lineImportPages() {
  const imports = pages();

  imports.get("/dang-ky/:id{[0-9]+}/nhap", async (c) => {
    const seen = await seenForWriting(c);
    return show(c, await startPage(c, seen, emptyForm));
  });

  imports.post("/dang-ky/:id{[0-9]+}/nhap", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await formOf(c);
    const pasted = `${form.get("dan") ?? ""}`;
    const typed: Typed = { dan: [pasted] };
    const sheet = await sheetOf(form.get("tep"), pasted);
    if (isRefusal(sheet)) return refused(c, sheet, await startPage(c, seen, refusedForm(sheet, typed)));
    const outcome = await keepImport(actorOf(c), {
      registrationId: seen.id,
      fileName: sheet.name || null,
      rows: sheet.rows,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await startPage(c, seen, refusedForm(outcome, typed)))
      : seeOther(c, `/dang-ky/${seen.id}/nhap/${outcome}`);
  });

  imports.get("/dang-ky/:id{[0-9]+}/nhap/:import{[0-9]+}", async (c) => {
    const seen = await seenForWriting(c);
    return show(c, await previewPage(c, seen, await importIn(c, seen), emptyForm));
  });

  imports.get("/dang-ky/:id{[0-9]+}/nhap/:import{[0-9]+}/cot", (c) => seeOther(c, importPath(c)));
  imports.post("/dang-ky/:id{[0-9]+}/nhap/:import{[0-9]+}/cot", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const read = await importIn(c, seen);
    const form = await formOf(c);
    const header = Math.max(Number(form.get("header")) - 1, 0) || 0;
    const input = { registrationId: seen.id, importId: read.id, header, columns: columnsIn(form) };
    const outcome = await nameColumns(actorOf(c), input);
    return isRefusal(outcome)
      ? refused(c, outcome, await previewPage(c, seen, read, refusedForm(outcome, {})))
      : seeOther(c, importPath(c));
  });

  imports.get("/dang-ky/:id{[0-9]+}/nhap/:import{[0-9]+}/xac-nhan", (c) => seeOther(c, importPath(c)));
  imports.post("/dang-ky/:id{[0-9]+}/nhap/:import{[0-9]+}/xac-nhan", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const read = await importIn(c, seen);
    const outcome = await applyImport(actorOf(c), {
      registrationId: seen.id,
      importId: read.id,
      choices: choicesIn(await formOf(c)),
    });
    if (isRefusal(outcome))
      return refused(c, outcome, await previewPage(c, seen, read, refusedForm(outcome, {})));
    const standing = outcome.standing > 0 ? `, ${outcome.standing} dòng đã có từ trước` : "";
    const left = outcome.left > 0 ? `, ${outcome.left} dòng chưa đưa vào` : "";
    return seeOther(c, `/dang-ky/${seen.id}`, { title: `Đã thêm ${outcome.added} dòng${standing}${left}` });
  });

  return imports;
}

const importPath = (c: Context): string => `/dang-ky/${idOf(c)}/nhap/${idOf(c, "import")}`;

const importIn = async (c: Context, seen: SeenRegistration): Promise<LineImport> =>
  found(await findImport(readerOf(c), seen.id, idOf(c, "import"), actorOf(c).account ?? "system"));

async function sheetOf(file: FormDataEntryValue | null, pasted: string): Promise<Sheet | Refusal> {
  const sheet =
    file instanceof File && file.size > 0
      ? await readSheet(new Uint8Array(await file.arrayBuffer()), file.name)
      : await readPasted(pasted);
  if (!isRefusal(sheet)) return sheet;
  return { ...sheet, field: file instanceof File && file.size > 0 ? "tep" : "dan" };
}

function columnsIn(form: FormData): Columns {
  const columns: Partial<Record<ColumnName, number>> = {};
  for (const name of Object.keys(columnNames) as ColumnName[]) {
    const chosen = form.get(name);
    if (typeof chosen === "string" && /^\d{1,3}$/.test(chosen)) columns[name] = Number(chosen);
  }
  return columns;
}

/** Radios are named `row.12`; each sends the candidate chosen for that row. */
function choicesIn(form: FormData): Record<number, string> {
  const choices: Record<number, string> = {};
  for (const [name, value] of form) {
    const row = /^row\.(\d{1,6})$/.exec(name)?.[1];
    if (row && typeof value === "string") choices[Number(row)] = value;
  }
  return choices;
}

const startPage = async (c: Context, seen: SeenRegistration, state: FormState) => (
  <ImportStartPage frame={await frameOf(c)} registration={seen} state={state} formKey={newKey()} />
);

const previewPage = async (c: Context, seen: SeenRegistration, read: LineImport, state: FormState) => (
  <ImportPreviewPage
    frame={await frameOf(c)}
    registration={seen}
    read={read}
    matched={await matchImport(readerOf(c), seen, read, actorOf(c).day)}
    state={state}
    formKey={newKey()}
  />
);
