import { type SheetColumn, type SheetValue, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { isCode } from "../law/codes.ts";
import { outcomeNames } from "../law/verdict.ts";
import { type PickFormState, settlePicks, shownPick } from "../org/pick.form.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { findUnit } from "../org/unit.store.ts";
import { findProgress } from "../platform/progress.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, hasErrors, refusedForm } from "../web/form.ts";
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
import { pageIn, rowsOnAPage } from "../web/kit.ts";
import { sweepAddress } from "./addresses.ts";
import { maySeeSweep, maySweep, sweepers } from "./eligibility.may.ts";
import { knowsRestricted } from "./known.ts";
import { startSweep, stopSweep } from "./sweep.acts.ts";
import { SweepForm } from "./sweep.form.ts";
import { findSweep } from "./sweep.store.ts";
import { groupNames, isGroup, type Sweep } from "./sweep.ts";
import { SweepView } from "./sweep.view.tsx";
import { SweepListView } from "./sweep-list.view.tsx";
import {
  countsByTitle,
  type FindingFilter,
  type FindingRow,
  findingsSeen,
  type Onlooker,
  provincesBelow,
  quotasSeen,
  sweepsSeen,
} from "./sweep-result.store.ts";
import { titleNameIn, withoutCodes } from "./title-names.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** More rows than this no spreadsheet is read by a person. */
const MOST_EXPORTED = 200_000;

/** Sweeps: started, watched, read and taken along as a list. */
export function sweepPages() {
  const sweeps = pages();

  sweeps.get("/dieu-kien/ra-soat", async (c) => show(c, await listView(c, emptyForm)));
  sweeps.post("/dieu-kien/ra-soat", async (c) => {
    const form = await read(c, SweepForm);
    if (hasErrors(form)) return show(c, await listView(c, form), 422);
    const picks = await settlePicks(readerOf(c), actorOf(c), {
      unit: { of: "unit", picked: form.values.unit },
    });
    if ("errors" in picks) return show(c, await listView(c, { ...picks, typed: form.typed }), 422);
    const outcome = await startSweep(actorOf(c), { ...form.values, unit: picks.ids.unit! });
    if (isRefusal(outcome)) return refused(c, outcome, await listView(c, refusedForm(outcome, form.typed)));
    return seeOther(c, sweepAddress(outcome));
  });

  sweeps.get("/dieu-kien/ra-soat/:id{[0-9]+}", async (c) => show(c, await sweepView(c)));

  sweeps.get("/dieu-kien/ra-soat/:id{[0-9]+}/viec-dung", (c) => c.redirect(sweepAddress(idOf(c)), 303));
  sweeps.post("/dieu-kien/ra-soat/:id{[0-9]+}/viec-dung", async (c) => {
    const { sweep } = await seenSweep(c);
    const outcome = await stopSweep(actorOf(c), { sweep: sweep.id });
    if (isRefusal(outcome))
      return seeOther(c, sweepAddress(sweep.id), { tone: "watch", title: outcome.sentence });
    return seeOther(c, sweepAddress(sweep.id), { title: "Đã dừng việc rà soát." });
  });

  sweeps.get("/dieu-kien/ra-soat/:id{[0-9]+}/:file{ket-qua\\.(xlsx|csv)}", async (c) => {
    const { sweep, onlooker } = await seenSweep(c);
    const { rows } = await findingsSeen(readerOf(c), sweep, onlooker, filterIn(c), {
      ...{ number: 1, size: MOST_EXPORTED },
    });
    const lines = rows.map((row) => cellsOf(row, sweep));
    const name = `ra-soat-${sweep.year}-${sweep.id}`;
    return c.req.param("file").endsWith("csv")
      ? download(c, await writeCsv(columns, lines), `${name}.csv`, "text/csv; charset=utf-8")
      : download(c, await writeXlsx(columns, lines), `${name}.xlsx`, XLSX);
  });

  return sweeps;
}

const columns: readonly SheetColumn[] = [
  { title: "Họ và tên, tập thể", kind: "text", width: 32 },
  { title: "Năm sinh", kind: "number", width: 10 },
  { title: "Đơn vị", kind: "text", width: 40 },
  { title: "Danh hiệu, hình thức", kind: "text", width: 36 },
  { title: "Nhóm", kind: "text", width: 30 },
  { title: "Kết quả", kind: "text", width: 22 },
  { title: "Còn thiếu", kind: "text", width: 60 },
  { title: "Căn cứ", kind: "text", width: 18 },
];

const cellsOf = (row: FindingRow, sweep: Sweep): readonly SheetValue[] => [
  row.name,
  row.birthYear,
  row.unitName,
  titleNameIn(row.title, sweep.year),
  groupNames[row.group],
  outcomeNames[row.outcome],
  row.needs && withoutCodes(row.needs),
  row.verified ? "đã đối chiếu" : "chưa đối chiếu",
];

/** The sweep in the address, with what this person may know of it; for others there is no such page. */
async function seenSweep(c: Context): Promise<{ sweep: Sweep; onlooker: Onlooker; mayStop: boolean }> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const sweep = found(await findSweep(reader, idOf(c)));
  const within = await ancestorsOf(reader, sweep.unit, actor.day);
  if (isRefusal(maySeeSweep(actor, within))) throw new NotFound();
  const subject = { kind: "unit", id: sweep.unit, within } as const;
  return {
    sweep,
    onlooker: { person: actor.person, knowsRestricted: knowsRestricted(actor, subject) },
    mayStop: !isRefusal(maySweep(actor, within)),
  };
}

const queryOf = (c: Context) => ({
  "danh-hieu": c.req.query("danh-hieu") ?? "",
  nhom: c.req.query("nhom") ?? "",
  "don-vi": c.req.query("don-vi") ?? "",
  q: (c.req.query("q") ?? "").slice(0, 100),
  trang: c.req.query("trang") ?? "",
});

function filterIn(c: Context): FindingFilter {
  const query = queryOf(c);
  return {
    title: isCode(query["danh-hieu"]) ? query["danh-hieu"] : null,
    group: isGroup(query.nhom) ? query.nhom : null,
    unit: /^[1-9]\d{0,14}$/.test(query["don-vi"]) ? Number(query["don-vi"]) : null,
    words: query.q.trim(),
  };
}

async function sweepView(c: Context) {
  const reader = readerOf(c);
  const { sweep, onlooker, mayStop } = await seenSweep(c);
  const address = { path: sweepAddress(sweep.id), query: queryOf(c) };
  const page = pageIn(address);
  const filter = filterIn(c);
  const [progress, counts, quotas, findings, unit] = await Promise.all([
    findProgress(reader, sweep.progress),
    countsByTitle(reader, sweep.id, onlooker),
    quotasSeen(reader, sweep),
    findingsSeen(reader, sweep, onlooker, filter, { number: page, size: rowsOnAPage }),
    filter.unit === null ? null : findUnit(reader, filter.unit, sweep.asOf),
  ]);
  return (
    <SweepView
      frame={await frameOf(c)}
      sweep={sweep}
      progress={found(progress)}
      counts={counts}
      quotas={quotas}
      rows={findings.rows}
      total={findings.total}
      page={page}
      address={address}
      unitName={unit?.name ?? null}
      knowsRestricted={onlooker.knowsRestricted}
      stopKey={mayStop ? newKey() : null}
    />
  );
}

async function listView(c: Context, state: PickFormState) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const address = { path: "/dieu-kien/ra-soat", query: { trang: c.req.query("trang") ?? "" } };
  const page = pageIn(address);
  const own = actor.post && sweepers.some((kind) => kind === actor.post?.kind) ? actor.post : undefined;
  const post = own ?? actor.posts.find((held) => sweepers.some((kind) => kind === held.kind));
  const listed = await sweepsSeen(reader, actor, { number: page, size: rowsOnAPage });
  if (!post && listed.total === 0) throw new NotFound();
  return (
    <SweepListView
      frame={await frameOf(c)}
      rows={listed.rows}
      total={listed.total}
      page={page}
      address={address}
      starting={
        post
          ? {
              state,
              formKey: newKey(),
              unit: shownPick(state, "unit", { id: `${post.unit}`, label: post.unitName }),
              provinces: await provincesBelow(reader, post.unit, actor.day),
              year: Number(actor.day.slice(0, 4)),
            }
          : null
      }
    />
  );
}
