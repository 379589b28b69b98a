import { childrenOf } from "../org/unit.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  found,
  frameOf,
  idOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { flatten } from "./criteria.ts";
import { addToTable, editInTable, moveInTable, removeFromTable, setGrades } from "./table.acts.ts";
import { ChangesForm, CriterionForm, GradesForm, MoveForm } from "./table.form.ts";
import { draftToWrite } from "./table.pages.tsx";
import type { CriteriaTable } from "./table.ts";
import { tableHref, tablesHref } from "./table.view.tsx";
import { CriterionPage, GradesPage } from "./table-editor.view.tsx";
import { RemovePage } from "./table-import.view.tsx";

const base = `${tablesHref}/:id{[0-9]+}`;

/** The editor of a draft: one criterion at a time, and the grades. */
export function criterionPages() {
  const criteria = pages();

  criteria.get(`${base}/muc`, async (c) => seeOther(c, tableHref((await draftToWrite(c)).id)));
  criteria.get(`${base}/muc/moi`, async (c) => drawn(c, await draftToWrite(c), null, emptyForm));

  criteria.post(`${base}/muc`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, CriterionForm);
    if (hasErrors(form)) return drawn(c, table, null, form, 422);
    const outcome = await addToTable(actorOf(c), { tableId: table.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await page(c, table, null, refusedForm(outcome, form.typed)))
      : seeOther(c, tableHref(outcome), { title: "Đã thêm tiêu chí" });
  });

  criteria.get(`${base}/muc/:muc{[0-9]+}`, async (c) =>
    drawn(c, await draftToWrite(c), idOf(c, "muc"), emptyForm),
  );

  criteria.post(`${base}/muc/:muc{[0-9]+}`, async (c) => {
    const table = await draftToWrite(c);
    const id = idOf(c, "muc");
    const form = await read(c, CriterionForm);
    if (hasErrors(form)) return drawn(c, table, id, form, 422);
    const before = found(criterionIn(table, id));
    const { parent } = form.values;
    const placed = parent !== before.parent;
    const outcome = await editInTable(actorOf(c), {
      tableId: table.id,
      criterion: id,
      placed,
      ...form.values,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await page(c, table, id, refusedForm(outcome, form.typed)))
      : seeOther(c, tableHref(outcome), { title: `Đã lưu mục ${before.number}` });
  });

  criteria.get(`${base}/muc/:muc{[0-9]+}/thu-tu`, async (c) =>
    seeOther(c, tableHref((await draftToWrite(c)).id)),
  );

  criteria.post(`${base}/muc/:muc{[0-9]+}/thu-tu`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, MoveForm);
    if (hasErrors(form)) return seeOther(c, tableHref(table.id));
    const input = { tableId: table.id, criterion: idOf(c, "muc"), ...form.values };
    const outcome = await moveInTable(actorOf(c), input);
    return isRefusal(outcome)
      ? seeOther(c, tableHref(table.id), { tone: "bad", title: outcome.sentence })
      : seeOther(c, `${tableHref(outcome)}#tieu-chi`);
  });

  criteria.get(`${base}/muc/:muc{[0-9]+}/xoa`, async (c) => {
    const table = await draftToWrite(c);
    return show(c, await removePage(c, table, emptyForm));
  });

  criteria.post(`${base}/muc/:muc{[0-9]+}/xoa`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, ChangesForm);
    if (hasErrors(form)) return show(c, await removePage(c, table, form), 422);
    const input = { tableId: table.id, criterion: idOf(c, "muc"), ...form.values };
    const outcome = await removeFromTable(actorOf(c), input);
    return isRefusal(outcome)
      ? refused(c, outcome, await removePage(c, table, refusedForm(outcome, form.typed)))
      : seeOther(c, tableHref(outcome), { title: "Đã xóa tiêu chí" });
  });

  criteria.get(`${base}/xep-loai`, async (c) =>
    show(c, await gradesPage(c, await draftToWrite(c), emptyForm)),
  );

  criteria.post(`${base}/xep-loai`, async (c) => {
    const table = await draftToWrite(c);
    const form = await read(c, GradesForm);
    if (hasErrors(form)) return show(c, await gradesPage(c, table, form), 422);
    const outcome = await setGrades(actorOf(c), { tableId: table.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await gradesPage(c, table, refusedForm(outcome, form.typed)))
      : seeOther(c, tableHref(outcome), { title: "Đã lưu xếp loại" });
  });

  return criteria;
}

const criterionIn = (table: CriteriaTable, id: number) =>
  flatten(table.criteria.groups).find((criterion) => criterion.id === id) ?? null;

async function page(c: Context, table: CriteriaTable, id: number | null, state: FormState) {
  const criterion = id === null ? null : found(criterionIn(table, id));
  const asked = Number(c.req.query("cha")) || null;
  const units = await childrenOf(readerOf(c), [table.owner], actorOf(c).day);
  return (
    <CriterionPage
      frame={await frameOf(c)}
      table={table}
      criterion={criterion}
      parent={criterion ? criterion.parent : asked}
      fields={units
        .filter(({ kind, hasAccounts }) => hasAccounts && kind !== "cluster")
        .map(({ code, name }) => ({ code, name }))}
      state={state}
      formKey={newKey()}
    />
  );
}

const drawn = async (
  c: Context,
  table: CriteriaTable,
  id: number | null,
  state: FormState,
  status: 200 | 422 = 200,
) => show(c, await page(c, table, id, state), status);

const removePage = async (c: Context, table: CriteriaTable, state: FormState) => (
  <RemovePage
    frame={await frameOf(c)}
    table={table}
    criterion={found(criterionIn(table, idOf(c, "muc")))}
    state={state}
    formKey={newKey()}
  />
);

const gradesPage = async (c: Context, table: CriteriaTable, state: FormState) => (
  <GradesPage frame={await frameOf(c)} table={table} state={state} formKey={newKey()} />
);
