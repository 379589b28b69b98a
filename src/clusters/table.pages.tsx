import { readSheet, writeXlsx } from "../documents/spreadsheet.ts";
import { bodiesServedBy, bodiesServing } from "../movements/movement-reach.store.ts";
import { countingPosts } from "../org/reach.ts";
import { findUnits } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import { yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
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
import { pageIn, rowsOnAPage, type TableAddress } from "../web/kit.ts";
import { criteriaColumns, criteriaRows, readCriteria } from "./criteria-sheet.ts";
import { copyTable, dropDraft, publishTable, renameTable, replaceTree, startTable } from "./table.acts.ts";
import { ChangesForm, CopyForm, PublishForm, StartForm, WordsForm } from "./table.form.ts";
import { maySeeTable, mayWriteTables } from "./table.may.ts";
import { findTable, listTables, type TableReach } from "./table.store.ts";
import { type CriteriaTable, isSubjectKind } from "./table.ts";
import { TableListPage, TablePage, tableHref, tablesHref } from "./table.view.tsx";
import { CopyPage, PublishPage, RenamePage, StartPage } from "./table-forms.view.tsx";
import { DropPage, ImportPage } from "./table-import.view.tsx";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Bodies whose tables somebody writes and where they stand. */
export async function tableReachOf(c: Context, actor: Actor): Promise<TableReach> {
  const posts = countingPosts(actor);
  const stands = posts.filter(({ kind }) => kind === "standing-officer").map(({ unit }) => unit);
  const heads = posts.filter(({ kind }) => kind === "unit-head").map(({ unit }) => unit);
  const served = await bodiesServedBy(readerOf(c), actor, stands);
  return {
    writes: [...new Set([...served, ...heads])],
    within: [...new Set(posts.flatMap(({ within }) => within))],
  };
}

/** The table asked for, with whether this person writes it; what they may not see is not there. */
export async function seenTable(c: Context): Promise<{ table: CriteriaTable; writes: boolean }> {
  const actor = actorOf(c);
  const table = found(await findTable(readerOf(c), idOf(c)));
  const served = { body: table.owner, servedBy: await bodiesServing(readerOf(c), table.owner, actor.day) };
  if (isRefusal(maySeeTable(actor, table, served))) throw new NotFound();
  return { table, writes: !isRefusal(mayWriteTables(actor, served)) };
}

/** The same for a draft one is about to change; a published one leads back to itself. */
export async function draftToWrite(c: Context): Promise<CriteriaTable> {
  const { table, writes } = await seenTable(c);
  if (!writes) throw new NotFound();
  return table;
}

/** Tables of criteria: list, life, spreadsheets. */
export function tablePages() {
  const tables = pages();

  tables.get(tablesHref, async (c) => {
    const actor = actorOf(c);
    const query = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ""));
    const address: TableAddress = { path: tablesHref, query };
    const reach = await tableReachOf(c, actor);
    const page = pageIn(address);
    const kind = query["doi-tuong"];
    const filter = {
      year: /^\d{4}$/.test(query.nam ?? "") ? Number(query.nam) : null,
      kind: kind && isSubjectKind(kind) ? kind : null,
    };
    const year = yearOf(actor.day);
    return show(
      c,
      <TableListPage
        frame={await frameOf(c)}
        found={
          await listTables(readerOf(c), reach, filter, {
            offset: (page - 1) * rowsOnAPage,
            limit: rowsOnAPage,
          })
        }
        address={address}
        page={page}
        writes={reach.writes.length > 0}
        years={[year + 1, year, year - 1, year - 2, year - 3]}
      />,
    );
  });

  tables.get(`${tablesHref}/moi`, async (c) => show(c, await startPage(c, emptyForm)));

  tables.post(tablesHref, async (c) => {
    const form = await read(c, StartForm);
    if (hasErrors(form)) return show(c, await startPage(c, form), 422);
    const outcome = await startTable(actorOf(c), form.values);
    return isRefusal(outcome)
      ? refused(c, outcome, await startPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, tableHref(outcome), { title: "Đã lập bảng nháp; hãy thêm các nhóm tiêu chí" });
  });

  tables.get(`${tablesHref}/:id{[0-9]+}`, async (c) => {
    const { table, writes } = await seenTable(c);
    return show(c, <TablePage frame={await frameOf(c)} table={table} writes={writes} formKey={newKey()} />);
  });

  tables.get(`${tablesHref}/:id{[0-9]+}/bang.xlsx`, async (c) => {
    const { table } = await seenTable(c);
    const bytes = await writeXlsx(criteriaColumns, criteriaRows(table.criteria.groups));
    return download(c, bytes, `${table.name} - bản ${table.version}.xlsx`, XLSX);
  });

  tables.get(`${tablesHref}/:id{[0-9]+}/sao-chep`, async (c) => show(c, await copyPage(c, emptyForm)));

  tables.post(`${tablesHref}/:id{[0-9]+}/sao-chep`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, CopyForm);
    if (hasErrors(form)) return show(c, await copyPage(c, form), 422);
    const outcome = await copyTable(actorOf(c), { tableId: table.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await copyPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, tableHref(outcome), { title: "Đã chép thành bản nháp" });
  });

  tables.get(`${tablesHref}/:id{[0-9]+}/ten`, async (c) => show(c, await renamePage(c, emptyForm)));

  tables.post(`${tablesHref}/:id{[0-9]+}/ten`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, WordsForm);
    if (hasErrors(form)) return show(c, await renamePage(c, form), 422);
    const outcome = await renameTable(actorOf(c), { tableId: table.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await renamePage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, tableHref(outcome), { title: "Đã lưu" });
  });

  tables.get(`${tablesHref}/:id{[0-9]+}/ban-hanh`, async (c) => show(c, await publishPage(c, emptyForm)));

  tables.post(`${tablesHref}/:id{[0-9]+}/ban-hanh`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, PublishForm);
    if (hasErrors(form)) return show(c, await publishPage(c, form), 422);
    const outcome = await publishTable(actorOf(c), { tableId: table.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await publishPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, tableHref(outcome), { title: `Đã ban hành bảng tiêu chí, phiên bản ${table.version}` });
  });

  tables.get(`${tablesHref}/:id{[0-9]+}/bo`, async (c) => show(c, await dropPage(c, emptyForm)));

  tables.post(`${tablesHref}/:id{[0-9]+}/bo`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, ChangesForm);
    if (hasErrors(form)) return show(c, await dropPage(c, form), 422);
    const outcome = await dropDraft(actorOf(c), { tableId: table.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await dropPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, tablesHref, { title: "Đã bỏ bản nháp" });
  });

  tables.get(`${tablesHref}/:id{[0-9]+}/nhap`, async (c) => show(c, await importPage(c, emptyForm, [])));

  tables.post(`${tablesHref}/:id{[0-9]+}/nhap`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, ChangesForm);
    if (hasErrors(form)) return show(c, await importPage(c, form, []), 422);
    const file = (await formOf(c)).get("sheet");
    const wrong = (sentence: string): FormState => ({ errors: { sheet: sentence }, typed: form.typed });
    if (!(file instanceof File) || file.size === 0)
      return show(c, await importPage(c, wrong("Hãy chọn tệp Excel của bảng tiêu chí."), []), 422);
    const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name);
    if (isRefusal(sheet)) return show(c, await importPage(c, wrong(sheet.sentence), []), 422);
    const { groups, faults } = readCriteria(sheet.rows);
    if (faults.length > 0 || groups.length === 0)
      return show(
        c,
        await importPage(c, wrong("Chưa nhập được bảng này; bảng cũ vẫn giữ nguyên."), faults),
        422,
      );
    const outcome = await replaceTree(actorOf(c), { tableId: table.id, ...form.values, groups });
    return isRefusal(outcome)
      ? refused(c, outcome, await importPage(c, refusedForm(outcome, form.typed), []))
      : seeOther(c, tableHref(outcome), { title: "Đã nhập bảng từ Excel; hãy xem lại trước khi ban hành" });
  });

  return tables;
}

async function startPage(c: Context, state: FormState) {
  const actor = actorOf(c);
  const { writes } = await tableReachOf(c, actor);
  if (writes.length === 0) throw new NotFound();
  const owners = await findUnits(readerOf(c), writes, actor.day);
  return (
    <StartPage
      frame={await frameOf(c)}
      state={state}
      formKey={newKey()}
      owners={owners}
      year={yearOf(actor.day)}
    />
  );
}

const copyPage = async (c: Context, state: FormState) => (
  <CopyPage frame={await frameOf(c)} table={await draftToWrite(c)} state={state} formKey={newKey()} />
);

const renamePage = async (c: Context, state: FormState) => (
  <RenamePage frame={await frameOf(c)} table={await draftToWrite(c)} state={state} formKey={newKey()} />
);

const publishPage = async (c: Context, state: FormState) => (
  <PublishPage frame={await frameOf(c)} table={await draftToWrite(c)} state={state} formKey={newKey()} />
);

const dropPage = async (c: Context, state: FormState) => (
  <DropPage frame={await frameOf(c)} table={await draftToWrite(c)} state={state} formKey={newKey()} />
);

const importPage = async (
  c: Context,
  state: FormState,
  faults: Parameters<typeof ImportPage>[0]["faults"],
) => (
  <ImportPage
    frame={await frameOf(c)}
    table={await draftToWrite(c)}
    state={state}
    faults={faults}
    formKey={newKey()}
  />
);
