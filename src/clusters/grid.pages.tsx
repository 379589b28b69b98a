import { readSheet } from "../documents/spreadsheet.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm, type Typed } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  found,
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
import type { Gathered } from "../web/part.ts";
import { leavesOf } from "./criteria.ts";
import { ImportPage, PaperPage, SelfGridPage, VerifyGridPage } from "./grid-pages.view.tsx";
import { knownValue } from "./known.ts";
import { mayEnterPaper, writesFor } from "./score.may.ts";
import { type GridRow, gridField, readGrid } from "./scores.form.ts";
import { PaperForm } from "./scoring-year.form.ts";
import { seenYear } from "./scoring-year.pages.tsx";
import { enterPaperSheet, saveSelfScores, type TypedScore } from "./sheet.acts.ts";
import { entriesSeen, factsFor, seenSheet, sheetBase, toVerify } from "./sheet.pages.tsx";
import { isSent, refuseWriting } from "./sheet.ts";
import { readSheetFile } from "./sheet-file.ts";
import { saveVerifiedScores, verifySheet } from "./verify.acts.ts";
import type { WholeSheet } from "./whole-sheet.store.ts";
import { sheetHref, yearHref, yearsHref } from "./year-tags.view.tsx";

const paperBase = `${yearsHref}/nam/:id{[0-9]+}/ban-giay/:unit{[0-9]+}`;

/** The grids: self scores, verified scores, a paper typed in. */
export function gridPages(gathered: Gathered) {
  const grids = pages();

  grids.get(`${sheetBase}/cham`, async (c) => {
    const whole = await toWrite(c);
    const closed = refuseWriting(whole.sheet, whole.scoring, actorOf(c).day);
    return closed
      ? seeOther(c, sheetHref(whole.sheet.id), { tone: "watch", title: closed.sentence })
      : show(c, await selfGrid(c, gathered, whole, emptyForm));
  });

  grids.post(`${sheetBase}/cham`, async (c) => {
    const whole = await toWrite(c);
    const reading = readGrid(await formOf(c), leavesOf(whole.table.criteria));
    if (Object.keys(reading.errors).length > 0)
      return show(c, await selfGrid(c, gathered, whole, reading), 422);
    const facts = await factsFor(c, gathered, whole);
    const scores = reading.rows.map((row): TypedScore => {
      const leaf = leavesOf(whole.table.criteria).find(({ id }) => id === row.criterion)!;
      const known = knownValue(leaf, facts, actorOf(c).at);
      const taken =
        known !== null && known.actual === row.entry.actual && known.planned === row.entry.planned;
      return { ...typedScore(row), source: taken ? known : null };
    });
    const input = { sheetId: whole.sheet.id, version: reading.version, scores };
    const outcome = await saveSelfScores(actorOf(c), input);
    return isRefusal(outcome)
      ? refused(c, outcome, await selfGrid(c, gathered, whole, refusedForm(outcome, reading.typed)))
      : seeOther(c, sheetHref(outcome), { title: "Đã lưu điểm" });
  });

  grids.get(`${sheetBase}/nhap`, async (c) => show(c, await importPage(c, await toWrite(c), emptyForm)));

  grids.post(`${sheetBase}/nhap`, async (c) => {
    const whole = await toWrite(c);
    const file = (await formOf(c)).get("sheet");
    const wrong = async (sentence: string) =>
      show(c, await importPage(c, whole, { errors: { sheet: sentence }, typed: {} }), 422);
    if (!(file instanceof File) || file.size === 0) return wrong("Hãy chọn tệp Excel đã điền.");
    const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name);
    if (isRefusal(sheet)) return wrong(sheet.sentence);
    const { rows, fault } = readSheetFile(sheet.rows, whole.sheet, whole.table);
    if (fault) return wrong(fault);
    const typed: Record<string, string[]> = { version: [`${whole.sheet.version}`] };
    for (const row of rows) {
      typed[gridField(row.criterion, "actual")] = [row.actual];
      typed[gridField(row.criterion, "planned")] = [row.planned];
      typed[gridField(row.criterion, "words")] = [row.note];
    }
    const reading = readGrid(asForm(typed), leavesOf(whole.table.criteria));
    return show(c, await selfGrid(c, gathered, whole, { errors: reading.errors, typed }, true));
  });

  grids.get(`${sheetBase}/tham-dinh`, async (c) => {
    const whole = await toVerify(c);
    return whole.sheet.state === "submitted"
      ? show(c, await verifyGrid(c, gathered, whole, emptyForm))
      : seeOther(c, sheetHref(whole.sheet.id));
  });

  grids.post(`${sheetBase}/tham-dinh`, async (c) => {
    const whole = await toVerify(c);
    const reading = readGrid(await formOf(c), leavesOf(whole.table.criteria));
    if (Object.keys(reading.errors).length > 0)
      return show(c, await verifyGrid(c, gathered, whole, reading), 422);
    const scores = reading.rows.map(({ criterion, entry, words }) => ({ criterion, entry, reason: words }));
    const saving = { sheetId: whole.sheet.id, version: reading.version, scores };
    // Two acts of one form: each has a key of its own, so that a double click finds both answers.
    const actor = actorOf(c);
    const saved = await saveVerifiedScores({ ...actor, key: actor.key && `${actor.key}-scores` }, saving);
    if (isRefusal(saved))
      return refused(c, saved, await verifyGrid(c, gathered, whole, refusedForm(saved, reading.typed)));
    if (reading.typed.step?.[0] !== "finish")
      return seeOther(c, sheetHref(whole.sheet.id, "/tham-dinh"), { title: "Đã lưu tạm điểm thẩm định" });
    const after = await toVerify(c);
    const remarks = reading.typed.remarks?.[0]?.trim() || null;
    const outcome = await verifySheet(actor, {
      ...{ sheetId: after.sheet.id, version: after.sheet.version, remarks },
    });
    return isRefusal(outcome)
      ? refused(
          c,
          outcome,
          await verifyGrid(c, gathered, after, refusedForm(outcome, withoutVersion(reading.typed))),
        )
      : seeOther(c, sheetHref(outcome), { title: `Đã thẩm định phiếu của ${whole.sheet.unitName}` });
  });

  grids.get(paperBase, async (c) => show(c, await paperPage(c, emptyForm)));

  grids.post(paperBase, async (c) => {
    const { whole, member } = await paperOf(c);
    const reading = readGrid(await formOf(c), leavesOf(whole.table.criteria));
    const form = await read(c, PaperForm);
    const errors = { ...(hasErrors(form) ? form.errors : {}), ...reading.errors };
    if (hasErrors(form) || Object.keys(errors).length > 0)
      return show(c, await paperPage(c, { errors, typed: reading.typed }), 422);
    const scores = reading.rows.map((row) => ({ ...typedScore(row), source: null }));
    const outcome = await enterPaperSheet(actorOf(c), {
      ...{ yearId: whole.scoring.id, unit: member.unit, scores },
      ...form.values,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await paperPage(c, refusedForm(outcome, reading.typed)))
      : seeOther(c, yearHref(whole.scoring.id), { title: `Đã nhập phiếu giấy của ${member.name}` });
  });

  return grids;
}

const typedScore = ({ criterion, entry, words }: GridRow) => ({ criterion, entry, note: words });

/** The version typed is behind the one just saved; the form takes the new one. */
const withoutVersion = ({ version: _version, ...typed }: Typed): Typed => typed;

function asForm(typed: Typed): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value);
  return form;
}

async function toWrite(c: Context): Promise<WholeSheet> {
  const whole = await seenSheet(c);
  if (isRefusal(writesFor(actorOf(c), whole.sheet.unit))) throw new NotFound();
  return whole;
}

const selfGrid = async (
  c: Context,
  gathered: Gathered,
  whole: WholeSheet,
  state: FormState,
  fromFile = false,
) => (
  <SelfGridPage
    frame={await frameOf(c)}
    whole={whole}
    entries={await entriesSeen(c, whole)}
    facts={await factsFor(c, gathered, whole)}
    at={actorOf(c).at}
    state={{ errors: state.errors, typed: state.typed }}
    formKey={newKey()}
    fromFile={fromFile}
  />
);

const verifyGrid = async (c: Context, gathered: Gathered, whole: WholeSheet, state: FormState) => (
  <VerifyGridPage
    frame={await frameOf(c)}
    whole={whole}
    entries={await entriesSeen(c, whole)}
    facts={await factsFor(c, gathered, whole)}
    at={actorOf(c).at}
    state={{ errors: state.errors, typed: state.typed }}
    formKey={newKey()}
  />
);

const importPage = async (c: Context, whole: WholeSheet, state: FormState) => (
  <ImportPage frame={await frameOf(c)} whole={whole} state={state} formKey={newKey()} />
);

async function paperOf(c: Context) {
  const whole = await seenYear(c);
  const unit = idOf(c, "unit");
  const member = found(whole.members.find((one) => one.unit === unit));
  const sent = member.state !== null && isSent(member.state);
  if (sent || isRefusal(mayEnterPaper(actorOf(c), whole.seen, unit))) throw new NotFound();
  return { whole, member };
}

async function paperPage(c: Context, state: FormState) {
  const { whole, member } = await paperOf(c);
  return (
    <PaperPage frame={await frameOf(c)} whole={whole} member={member} state={state} formKey={newKey()} />
  );
}
