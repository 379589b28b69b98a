import { type SheetColumn, type SheetRows, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { countingPosts } from "../org/reach.ts";
import { findUnit, findUnits } from "../org/unit.store.ts";
import { yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, download, frameOf, NotFound, pages, readerOf, show } from "../web/http.ts";
import { pageIn, rowsOnAPage } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { type Awards, awardsFor } from "./award.ts";
import { factsSeen, mayWriteFact } from "./fact.may.ts";
import { historyOf } from "./fact.store.ts";
import { type Fact, kindsFor, type SubjectKind } from "./fact.ts";
import { HistoryView } from "./history.view.tsx";
import { type ListFilter, listRecords } from "./list.store.ts";
import { ListView } from "./list.view.tsx";
import { AddView, type RecordFactsShown, RecordView } from "./record.view.tsx";
import { listColumns, listRows, recordColumns, recordRows } from "./record-sheet.ts";
import { seenFacts, seenSubject } from "./seen.pages.tsx";
import { streaksOf } from "./streak.ts";
import type { Subject } from "./subject.store.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const YEARS_SHOWN = 15;

/** What somebody holds on one page, the list of all, and both as files. */
export function recordPages(awards: Awards, gathered: Gathered) {
  const records = pages();

  records.get("/ho-so", async (c) => {
    const actor = actorOf(c);
    const query = queryOf(c);
    const address = { path: "/ho-so", query };
    const filter = filterOf(c, awards);
    const page = pageIn(address);
    const { rows, total } = await listRecords(readerOf(c), actor, filter, {
      number: page,
      size: rowsOnAPage,
    });
    const unit = filter.unit === null ? null : await findUnit(readerOf(c), filter.unit, actor.day);
    const drawn = (
      <ListView
        {...{ frame: await frameOf(c), address, rows, total, page, awards, subject: filter.subject }}
        years={Array.from({ length: YEARS_SHOWN }, (_, back) => yearOf(actor.day) - back)}
        unitName={unit?.name ?? null}
        mayBring={countingPosts(actor).some(
          ({ kind }) => kind === "unit-officer" || kind === "standing-officer",
        )}
      />
    );
    return show(c, drawn);
  });

  records.get("/ho-so/tai-ve", async (c) => {
    const filter = filterOf(c, awards);
    const { rows } = await listRecords(readerOf(c), actorOf(c), filter, { number: 1, size: null });
    return sheet(c, listColumns, listRows(rows, awards), "ho-so-thanh-tich");
  });

  records.get("/ho-so/:subject{nguoi|don-vi}/:id{[0-9]+}", async (c) => {
    const record = await shownRecord(c, await seenSubject(c), awards, gathered);
    return show(c, <RecordView frame={await frameOf(c)} record={record} awards={awards} />);
  });

  records.get("/ho-so/:subject{nguoi|don-vi}/:id{[0-9]+}/them", async (c) => {
    const record = await shownRecord(c, await seenSubject(c), awards, gathered);
    if (record.mayWrite.length === 0) throw new NotFound();
    return show(c, <AddView frame={await frameOf(c)} record={record} />);
  });

  records.get("/ho-so/:subject{nguoi|don-vi}/:id{[0-9]+}/lich-su", async (c) => {
    const subject = await seenSubject(c);
    const record = await shownRecord(c, subject, awards, gathered);
    const rows = factsSeen(actorOf(c), subject, await historyOf(readerOf(c), subject));
    return show(c, <HistoryView frame={await frameOf(c)} record={record} rows={rows} awards={awards} />);
  });

  records.get("/ho-so/:subject{nguoi|don-vi}/:id{[0-9]+}/tai-ve", async (c) => {
    const subject = await seenSubject(c);
    return sheet(c, recordColumns, recordRows(await seenFacts(c, subject), awards), `ho-so-${subject.id}`);
  });

  return records;
}

const filterNames = ["q", "danh-hieu", "nam", "don-vi", "loai", "trang"];

const queryOf = (c: Context): Record<string, string> =>
  Object.fromEntries(filterNames.map((name) => [name, c.req.query(name) ?? ""]));

/** What the address asks for; what it cannot ask for is left out. */
function filterOf(c: Context, awards: Awards): ListFilter {
  const query = queryOf(c);
  const subject: SubjectKind = query.loai === "tap-the" ? "unit" : "person";
  const code = awardsFor(awards, subject).find((award) => award.code === query["danh-hieu"])?.code ?? null;
  return {
    subject,
    code,
    words: (query.q ?? "").slice(0, 100),
    year: /^\d{4}$/.test(query.nam ?? "") ? Number(query.nam) : null,
    unit: /^[1-9]\d{0,14}$/.test(query["don-vi"] ?? "") ? Number(query["don-vi"]) : null,
  };
}

async function shownRecord(
  c: Context,
  subject: Subject,
  awards: Awards,
  gathered: Gathered,
): Promise<RecordFactsShown> {
  const facts = await seenFacts(c, subject);
  return {
    subject,
    facts,
    streaks: streaksOf(facts, awards),
    carriedFrom: await namesOfForerunners(c, subject, facts),
    tabs: await tabsOfOthers(c, subject, gathered),
    mayWrite: kindsFor(subject.kind).filter((kind) => !isRefusal(mayWriteFact(actorOf(c), subject, kind))),
  };
}

async function tabsOfOthers(c: Context, { kind, id }: Subject, { offers }: Gathered) {
  const others = offers.filter(({ stage }) => stage !== "records");
  const thing = { noun: kind, id };
  return (
    await Promise.all(others.map((offer) => offer.tabs?.(readerOf(c), actorOf(c), thing) ?? []))
  ).flat();
}

async function namesOfForerunners(c: Context, subject: Subject, facts: readonly Fact[]) {
  if (subject.kind === "person") return new Map<number, string>();
  const others = facts.flatMap(({ unit }) => (unit !== null && unit !== subject.id ? [unit] : []));
  const units = await findUnits(readerOf(c), [...new Set(others)], actorOf(c).day);
  return new Map(units.map((unit) => [unit.id, unit.name]));
}

async function sheet(c: Context, columns: readonly SheetColumn[], rows: SheetRows, name: string) {
  if (c.req.query("dang") === "csv")
    return download(c, await writeCsv(columns, rows), `${name}.csv`, "text/csv; charset=utf-8");
  return download(c, await writeXlsx(columns, rows), `${name}.xlsx`, XLSX);
}
