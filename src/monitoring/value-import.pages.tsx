import { readSheet, type SheetColumn, writeXlsx } from "../documents/spreadsheet.ts";
import { type Day, parseDay, writeDay } from "../platform/day.ts";
import { isRefusal, refuse } from "../platform/refusal.ts";
import { emptyForm, type FormState, refusedForm } from "../web/form.ts";
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
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { targetReachOf } from "./target-reach.store.ts";
import { type Enterable, enterableShares } from "./value-entry.store.ts";
import { periodEnds, rowsFor } from "./value-entry.ts";
import { applyValues, keepValues } from "./value-import.acts.ts";
import { findImport } from "./value-import.store.ts";
import { importColumns, judgeRows } from "./value-import.ts";
import { ImportReviewPage, ImportStartPage } from "./value-import.view.tsx";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Values by spreadsheet: the template, the upload, the review of what each row does, the confirmation. */
export function valueImportPages() {
  const imports = pages();

  imports.get("/theo-doi/nap", async (c) => show(c, await startPage(c, await ownShares(c), emptyForm)));

  imports.get("/theo-doi/nap/mau.xlsx", async (c) => {
    const shares = await ownShares(c);
    const to = endIn(c, shares);
    const columns = importColumns.map(({ title, key }): SheetColumn => ({ title, ...kindOf(key) }));
    const rows = rowsFor(shares, to).map(({ share, target, facts }) => [
      `${share.id}`,
      share.unitName,
      target.name,
      target.counted,
      share.goal,
      facts.standing?.numerator ?? null,
      facts.standing?.denominator ?? null,
      null,
    ]);
    return download(
      c,
      await writeXlsx(columns, rows),
      `Số liệu kỳ hết ${writeDay(to)}.xlsx`.replaceAll("/", "-"),
      XLSX,
    );
  });

  imports.post("/theo-doi/nap", async (c) => {
    const shares = await ownShares(c);
    const form = await formOf(c);
    const to = periodEnds(shares, actorOf(c).day).find((end) => end === form.get("to"));
    const failed = async (sentence: ReturnType<typeof refuse>) =>
      refused(c, sentence, await startPage(c, shares, refusedForm(sentence, { to: [`${form.get("to")}`] })));
    const file = form.get("tep");
    if (!to) return failed(refuse("no-such-period", "Hãy chọn kỳ báo cáo.", { field: "to" }));
    if (!(file instanceof File) || file.size === 0)
      return failed(refuse("no-file", "Hãy chọn tệp .xlsx hoặc .csv.", { field: "tep" }));
    const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name);
    if (isRefusal(sheet)) return failed({ ...sheet, field: "tep" });
    const outcome = await keepValues(actorOf(c), { fileName: file.name, to, rows: sheet.rows });
    return isRefusal(outcome) ? failed(outcome) : seeOther(c, `/theo-doi/nap/${outcome}`);
  });

  imports.get("/theo-doi/nap/:id{[0-9]+}", async (c) => show(c, await reviewPage(c, emptyForm)));

  imports.get("/theo-doi/nap/:id{[0-9]+}/xac-nhan", (c) => seeOther(c, `/theo-doi/nap/${idOf(c)}`));
  imports.post("/theo-doi/nap/:id{[0-9]+}/xac-nhan", async (c) => {
    await formOf(c);
    const outcome = await applyValues(actorOf(c), { importId: idOf(c) });
    if (isRefusal(outcome)) return refused(c, outcome, await reviewPage(c, refusedForm(outcome, {})));
    const left = outcome.refused > 0 ? `, ${outcome.refused} dòng không nhập được` : "";
    return seeOther(c, "/theo-doi", { title: `Đã nhập ${outcome.added} số liệu${left}` });
  });

  return imports;
}

const kindOf = (key: (typeof importColumns)[number]["key"]): Pick<SheetColumn, "kind" | "width"> => {
  if (key === "unit") return { kind: "text", width: 45 };
  if (key === "target") return { kind: "text", width: 60 };
  return {
    kind: key === "goal" || key === "numerator" || key === "denominator" ? "number" : "text",
    width: 18,
  };
};

/** Every share somebody enters for; nobody else has anything to import. */
async function ownShares(c: Context): Promise<Enterable[]> {
  const actor = actorOf(c);
  const reach = await targetReachOf(readerOf(c), actor);
  const shares = await enterableShares(readerOf(c), reach, unitIn(c), actor.day);
  if (shares.length === 0) throw new NotFound();
  return shares;
}

const unitIn = (c: Context): number | null => {
  const asked = c.req.query("don-vi");
  return asked && /^\d{1,15}$/.test(asked) ? Number(asked) : null;
};

function endIn(c: Context, shares: readonly Enterable[]): Day {
  const { day } = actorOf(c);
  const ends = periodEnds(shares, day);
  const asked = parseDay(c.req.query("den") ?? "");
  return ends.find((end) => end === asked) ?? ends.find((end) => end < day) ?? found(ends[0]);
}

async function startPage(c: Context, shares: readonly Enterable[], state: FormState) {
  return (
    <ImportStartPage
      frame={await frameOf(c)}
      unit={unitIn(c)}
      ends={periodEnds(shares, actorOf(c).day)}
      to={endIn(c, shares)}
      state={state}
      formKey={newKey()}
    />
  );
}

async function reviewPage(c: Context, state: FormState) {
  const actor = actorOf(c);
  const read = found(await findImport(readerOf(c), idOf(c), actor.account ?? "system"));
  const reach = await targetReachOf(readerOf(c), actor);
  const shares = await enterableShares(readerOf(c), reach, null, actor.day);
  return (
    <ImportReviewPage
      frame={await frameOf(c)}
      read={read}
      judged={judgeRows(read.rows, rowsFor(shares, read.to), actor.day)}
      state={state}
      formKey={newKey()}
    />
  );
}
