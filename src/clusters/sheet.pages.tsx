import { writeXlsx } from "../documents/spreadsheet.ts";
import { isRefusal } from "../platform/refusal.ts";
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
import type { Gathered } from "../web/part.ts";
import { evidenceOf } from "./evidence.store.ts";
import { knownFactsOf } from "./known.store.ts";
import type { KnownFacts } from "./known.ts";
import { opinionsOf } from "./opinion.store.ts";
import { maySeeScores, maySeeVerified, mayVerify, writesFor } from "./score.may.ts";
import { ReopenForm, ReturnSheetForm, SendForm } from "./scoring-year.form.ts";
import { returnSheet, sendSheet } from "./sheet.acts.ts";
import { entriesOf, sheetHistoryOf } from "./sheet.store.ts";
import { refuseWriting, type ScoreEntry } from "./sheet.ts";
import { ReopenPage, ReturnPage, SendPage, SheetPage } from "./sheet.view.tsx";
import { sheetColumns, sheetRows, verifiedColumns } from "./sheet-file.ts";
import { reopenSheet } from "./verify.acts.ts";
import { type WholeSheet, wholeSheet } from "./whole-sheet.store.ts";
import { sheetHref, yearsHref } from "./year-tags.view.tsx";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const sheetBase = `${yearsHref}/phieu/:id{[0-9]+}`;

/** The sheet asked for; what this person may not see is not there. */
export async function seenSheet(c: Context): Promise<WholeSheet> {
  const actor = actorOf(c);
  const whole = found(await wholeSheet(readerOf(c), idOf(c), actor.day));
  if (isRefusal(maySeeScores(actor, whole.seen, whole.sheet))) throw new NotFound();
  return whole;
}

/** The entries somebody may see: the verified ones only where that right reaches. */
export async function entriesSeen(c: Context, whole: WholeSheet): Promise<ScoreEntry[]> {
  const entries = (await entriesOf(readerOf(c), [whole.sheet.id])).get(whole.sheet.id)!;
  const verified = !isRefusal(maySeeVerified(actorOf(c), whole.seen, whole.sheet));
  return verified ? entries : entries.filter(({ side }) => side === "self");
}

export async function factsFor(c: Context, gathered: Gathered, whole: WholeSheet): Promise<KnownFacts> {
  const { sheet, table, scoring } = whole;
  const facts = await knownFactsOf(readerOf(c), gathered, table, [sheet.unit], scoring.year, actorOf(c).day);
  return facts.get(sheet.unit)!;
}

/** A unit's sheet and the steps of its life. */
export function sheetPages(gathered: Gathered) {
  const sheets = pages();

  sheets.get(sheetBase, async (c) => {
    const whole = await seenSheet(c);
    const [entries, evidence, opinions, history, facts] = await Promise.all([
      entriesSeen(c, whole),
      evidenceOf(readerOf(c), whole.sheet.id),
      opinionsOf(readerOf(c), whole.sheet.id),
      sheetHistoryOf(readerOf(c), whole.sheet.id),
      factsFor(c, gathered, whole),
    ]);
    const record = { entries, evidence, opinions, history, facts };
    return show(c, <SheetPage frame={await frameOf(c)} actor={actorOf(c)} whole={whole} {...record} />);
  });

  sheets.get(`${sheetBase}/phieu.xlsx`, async (c) => {
    const whole = await seenSheet(c);
    const verified = !isRefusal(maySeeVerified(actorOf(c), whole.seen, whole.sheet));
    const columns = verified ? [...sheetColumns, ...verifiedColumns] : sheetColumns;
    const rows = sheetRows(whole.sheet, whole.table, await entriesSeen(c, whole), verified);
    const name = `Phiếu chấm điểm ${whole.scoring.year} - ${whole.sheet.unitName}.xlsx`;
    return download(c, await writeXlsx(columns, rows), name, XLSX);
  });

  sheets.get(`${sheetBase}/gui`, async (c) => {
    const whole = await seenSheet(c);
    const closed = isRefusal(writesFor(actorOf(c), whole.sheet.unit))
      ? true
      : refuseWriting(whole.sheet, whole.scoring, actorOf(c).day) !== null;
    return closed ? seeOther(c, sheetHref(whole.sheet.id)) : show(c, await sendPage(c, whole, emptyForm));
  });

  sheets.post(`${sheetBase}/gui`, async (c) => {
    const whole = await seenSheet(c);
    const form = await read(c, SendForm);
    if (hasErrors(form)) return show(c, await sendPage(c, whole, form), 422);
    const outcome = await sendSheet(actorOf(c), { sheetId: whole.sheet.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await sendPage(c, await seenSheet(c), refusedForm(outcome, form.typed)))
      : seeOther(c, sheetHref(outcome), { title: "Đã gửi phiếu chấm điểm" });
  });

  sheets.get(`${sheetBase}/tra-lai`, async (c) => show(c, await returnPage(c, await toVerify(c), emptyForm)));

  sheets.post(`${sheetBase}/tra-lai`, async (c) => {
    const whole = await toVerify(c);
    const form = await read(c, ReturnSheetForm);
    if (hasErrors(form)) return show(c, await returnPage(c, whole, form), 422);
    const outcome = await returnSheet(actorOf(c), { sheetId: whole.sheet.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await returnPage(c, whole, refusedForm(outcome, form.typed)))
      : seeOther(c, `${yearsHref}/nam/${whole.scoring.id}`, {
          title: `Đã trả lại phiếu cho ${whole.sheet.unitName}`,
        });
  });

  sheets.get(`${sheetBase}/tham-dinh-lai`, async (c) =>
    show(c, await reopenPage(c, await toVerify(c), emptyForm)),
  );

  sheets.post(`${sheetBase}/tham-dinh-lai`, async (c) => {
    const whole = await toVerify(c);
    const form = await read(c, ReopenForm);
    if (hasErrors(form)) return show(c, await reopenPage(c, whole, form), 422);
    const outcome = await reopenSheet(actorOf(c), { sheetId: whole.sheet.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await reopenPage(c, whole, refusedForm(outcome, form.typed)))
      : seeOther(c, sheetHref(outcome, "/tham-dinh"), { title: "Đã mở lại thẩm định" });
  });

  return sheets;
}

/** The same sheet for the standing body; others have no such page. */
export async function toVerify(c: Context): Promise<WholeSheet> {
  const whole = await seenSheet(c);
  if (isRefusal(mayVerify(actorOf(c), whole.seen))) throw new NotFound();
  return whole;
}

const sendPage = async (c: Context, whole: WholeSheet, state: FormState) => (
  <SendPage frame={await frameOf(c)} whole={whole} state={state} formKey={newKey()} />
);

const returnPage = async (c: Context, whole: WholeSheet, state: FormState) => (
  <ReturnPage frame={await frameOf(c)} whole={whole} state={state} formKey={newKey()} />
);

const reopenPage = async (c: Context, whole: WholeSheet, state: FormState) => (
  <ReopenPage frame={await frameOf(c)} whole={whole} state={state} formKey={newKey()} />
);
