import { writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { writeHundredths } from "./points.ts";
import { currentResults, publishResults } from "./results.acts.ts";
import { publishedResults } from "./results.store.ts";
import { type DifferenceRow, DifferencesPage, PublishResultsPage, ResultsPage } from "./results.view.tsx";
import { maySeeResults, mayVerify } from "./score.may.ts";
import { PublishResultsForm } from "./scoring-year.form.ts";
import { seenYear } from "./scoring-year.pages.tsx";
import { differencesOf } from "./sheet.ts";
import type { WholeYear } from "./whole-sheet.store.ts";
import { yearHref, yearsHref } from "./year-tags.view.tsx";

const base = `${yearsHref}/nam/:id{[0-9]+}`;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Results, the differences behind them, and their publication. */
export function resultPages() {
  const results = pages();

  results.get(`${base}/ket-qua`, async (c) => {
    const { whole, rows, undecided } = await resultsSeen(c);
    const without = withoutRank(whole, rows);
    return show(
      c,
      <ResultsPage
        frame={await frameOf(c)}
        whole={whole}
        rows={rows}
        undecided={undecided}
        without={without}
      />,
    );
  });

  results.get(`${base}/ket-qua.xlsx`, async (c) => {
    const { whole, rows } = await resultsSeen(c);
    return download(c, await writeXlsx(resultColumns, sheetOf(rows)), `${nameOf(whole)}.xlsx`, XLSX);
  });

  results.get(`${base}/ket-qua.csv`, async (c) => {
    const { whole, rows } = await resultsSeen(c);
    return download(c, await writeCsv(resultColumns, sheetOf(rows)), `${nameOf(whole)}.csv`, "text/csv");
  });

  results.get(`${base}/chenh-lech`, async (c) => {
    const { whole, rows } = await differences(c);
    return show(c, <DifferencesPage frame={await frameOf(c)} whole={whole} rows={rows} />);
  });

  results.get(`${base}/chenh-lech.xlsx`, async (c) => {
    const { whole, rows } = await differences(c);
    const lines = rows.map((row) => [
      ...[row.unitName, row.number, row.name, writeHundredths(row.max), writeHundredths(row.self)],
      ...[writeHundredths(row.verified), writeHundredths(row.difference), row.reason ?? ""],
    ]);
    return download(c, await writeXlsx(differenceColumns, lines), `Chênh lệch - ${nameOf(whole)}.xlsx`, XLSX);
  });

  results.get(`${base}/cong-bo`, async (c) => show(c, await publishPage(c, emptyForm)));

  results.post(`${base}/cong-bo`, async (c) => {
    const whole = await toPublish(c);
    const form = await read(c, PublishResultsForm);
    if (hasErrors(form)) return show(c, await publishPage(c, form), 422);
    const outcome = await publishResults(actorOf(c), { yearId: whole.scoring.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await publishPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, yearHref(outcome, "/ket-qua"), { title: "Đã công bố kết quả chấm điểm" });
  });

  return results;
}

const resultColumns = [
  { title: "Xếp hạng", width: 12, kind: "number" },
  { title: "Đơn vị", width: 60, kind: "text" },
  { title: "Tổng điểm", width: 14, kind: "text" },
  { title: "Xếp loại", width: 14, kind: "text" },
] as const;

const differenceColumns = [
  { title: "Đơn vị", width: 50, kind: "text" },
  { title: "TT", width: 10, kind: "text" },
  { title: "Tiêu chí", width: 50, kind: "text" },
  { title: "Điểm tối đa", width: 14, kind: "text" },
  { title: "Tự chấm", width: 14, kind: "text" },
  { title: "Thẩm định", width: 14, kind: "text" },
  { title: "Chênh lệch", width: 14, kind: "text" },
  { title: "Lý do", width: 40, kind: "text" },
] as const;

type Rows = Awaited<ReturnType<typeof publishedResults>>;

const sheetOf = (rows: readonly Rows[number][]) =>
  rows.map(({ rank, unitName, total, grade }) => [rank, unitName, writeHundredths(total), grade ?? ""]);

const nameOf = ({ scoring }: WholeYear): string => `Kết quả chấm điểm ${scoring.clusterName} ${scoring.year}`;

const withoutRank = (whole: WholeYear, rows: readonly { unit: number }[]): string[] =>
  whole.members
    .filter(({ listed, unit }) => listed && !rows.some((row) => row.unit === unit))
    .map(({ name }) => name);

/** What is published, or, for those who make it, what stands now. */
async function resultsSeen(c: Context) {
  const whole = await seenYear(c);
  if (isRefusal(maySeeResults(actorOf(c), whole.seen))) throw new NotFound();
  if (whole.scoring.publishedAt !== null)
    return { whole, rows: await publishedResults(readerOf(c), whole.scoring.id), undecided: [] };
  const { results } = await currentResults(readerOf(c), whole, whole.scoring.tiesAtCut);
  return { whole, rows: results.rows, undecided: results.undecided };
}

async function toPublish(c: Context): Promise<WholeYear> {
  const whole = await seenYear(c);
  if (isRefusal(mayVerify(actorOf(c), whole.seen))) throw new NotFound();
  return whole;
}

async function differences(c: Context): Promise<{ whole: WholeYear; rows: DifferenceRow[] }> {
  const whole = await toPublish(c);
  const { sheets, entries } = await currentResults(readerOf(c), whole, null);
  const rows = sheets
    .filter(({ state }) => state === "submitted" || state === "verified")
    .flatMap(({ id, unitName }) =>
      differencesOf(whole.table.criteria, entries.get(id) ?? []).map((one) => ({
        ...one,
        sheet: id,
        unitName,
      })),
    )
    .sort((left, right) => Math.abs(right.difference) - Math.abs(left.difference));
  return { whole, rows };
}

async function publishPage(c: Context, state: FormState) {
  const whole = await toPublish(c);
  const { sheets, results } = await currentResults(readerOf(c), whole, whole.scoring.tiesAtCut);
  return (
    <PublishResultsPage
      frame={await frameOf(c)}
      whole={whole}
      results={results}
      unverified={sheets.filter((sheet) => sheet.state === "submitted").map(({ unitName }) => unitName)}
      without={withoutRank(whole, results.rows)}
      state={state}
      formKey={newKey()}
    />
  );
}
