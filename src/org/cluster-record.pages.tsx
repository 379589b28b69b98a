import { printDocx } from "../documents/print-docx.ts";
import { type SheetColumn, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { yearOf } from "../platform/day.ts";
import { readKept } from "../platform/files.ts";
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
import type { KeptFile } from "../web/kit.ts";
import { stagedFiles } from "../web/staged.ts";
import { findCluster } from "./cluster.store.ts";
import { keepClusterRecord } from "./cluster-record.acts.ts";
import { recordDocument } from "./cluster-record.document.ts";
import { ClusterRecordForm } from "./cluster-record.form.ts";
import { mayKeepRecords, maySeeRecords } from "./cluster-record.may.ts";
import { recordsSeen, takingPart } from "./cluster-record.store.ts";
import { type ClusterRecord, recordKindNames } from "./cluster-record.ts";
import { RecordFormView, RecordsView } from "./cluster-record.view.tsx";
import { ancestorsOfAll } from "./scope.store.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Papers and scores exchanged with clusters led outside the sector. */
export function clusterRecordPages() {
  const records = pages();

  records.get("/to-chuc/cum/:id{[0-9]+}/ho-so", async (c) => {
    const { cluster, year, list, ours } = await seen(c);
    return show(
      c,
      <RecordsView
        frame={await frameOf(c)}
        {...{ cluster, year, records: list }}
        keeps={ours.some(({ keeps }) => keeps)}
      />,
    );
  });

  records.get("/to-chuc/cum/:id{[0-9]+}/ho-so.xlsx", async (c) => {
    const { list, cluster } = await seen(c);
    return download(c, await writeXlsx(columns, list.map(sheetRow)), `Hồ sơ ${cluster.name}.xlsx`, XLSX);
  });
  records.get("/to-chuc/cum/:id{[0-9]+}/ho-so.csv", async (c) => {
    const { list, cluster } = await seen(c);
    return download(c, await writeCsv(columns, list.map(sheetRow)), `Hồ sơ ${cluster.name}.csv`, "text/csv");
  });
  records.get("/to-chuc/cum/:id{[0-9]+}/ho-so.docx", async (c) => {
    const { list, cluster, year, ours } = await seen(c);
    const document = recordDocument({
      ...{ cluster: cluster.name, year, today: actorOf(c).day },
      body: ours[0]?.name ?? actorOf(c).post?.unitName ?? "",
      records: list.filter(({ corrected }) => !corrected),
    });
    return download(c, await printDocx(document), `Hồ sơ ${cluster.name}.docx`, DOCX);
  });

  records.get("/to-chuc/cum/:id{[0-9]+}/ho-so/moi", async (c) => show(c, await formView(c, emptyForm, [])));
  records.post("/to-chuc/cum/:id{[0-9]+}/ho-so/moi", async (c) => {
    const { cluster } = await seen(c);
    const staged = await stagedFiles(c, "file");
    const form = await read(c, ClusterRecordForm);
    if (hasErrors(form) || staged.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(staged.error ? { file: staged.error } : {}),
      };
      return show(c, await formView(c, { errors, typed: form.typed }, staged.kept), 422);
    }
    const outcome = await keepClusterRecord(actorOf(c), {
      ...form.values,
      cluster: cluster.id,
      staged: staged.tokens[0] ?? null,
      replaces: replacedIn(c),
    });
    if (isRefusal(outcome))
      return refused(c, outcome, await formView(c, refusedForm(outcome, form.typed), staged.kept));
    return seeOther(c, `/to-chuc/cum/${cluster.id}/ho-so?nam=${form.values.year}`, {
      title: "Đã lưu hồ sơ.",
    });
  });

  records.get("/to-chuc/cum/:id{[0-9]+}/ho-so/:record{[0-9]+}/tep", async (c) => {
    const { all } = await seen(c);
    const record = found(all.find(({ id }) => id === idOf(c, "record")));
    const [hash, name] = [found(record.file), found(record.fileName)];
    return download(c, await readKept(hash), name, record.mediaType ?? "application/octet-stream");
  });

  return records;
}

const yearIn = (c: Context): number | null => {
  const text = c.req.query("nam") ?? "";
  return /^(19|20|21)\d{2}$/.test(text) ? Number(text) : null;
};

const replacedIn = (c: Context): number | null => {
  const text = c.req.query("dinh-chinh") ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
};

/** The cluster led outside in the address, what is kept of it and our units that take part. */
async function seen(c: Context) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const cluster = found(await findCluster(reader, idOf(c), actor.day));
  if (!cluster.outside) throw new NotFound();
  const year = yearIn(c);
  const units = await takingPart(reader, cluster.id, year ?? yearOf(actor.day));
  const above = await ancestorsOfAll(
    reader,
    units.map(({ id }) => id),
    actor.day,
  );
  const ours = units.map((unit) => {
    const taking = { unit: unit.id, within: above.get(unit.id) ?? [] };
    return {
      ...unit,
      sees: !isRefusal(maySeeRecords(actor, taking)),
      keeps: !isRefusal(mayKeepRecords(actor, taking)),
    };
  });
  const all = await recordsSeen(reader, actor, cluster.id, null);
  if (all.length === 0 && !ours.some(({ sees }) => sees)) throw new NotFound();
  const list = year === null ? all : all.filter((record) => record.year === year);
  return { cluster, year, ours, all, list };
}

async function formView(c: Context, state: FormState, kept: readonly KeptFile[]) {
  const { cluster, ours, all } = await seen(c);
  const units = ours.filter(({ keeps }) => keeps);
  if (units.length === 0) throw new NotFound();
  const replaced = all.find(({ id }) => id === replacedIn(c)) ?? null;
  return (
    <RecordFormView
      frame={await frameOf(c)}
      {...{ cluster, units, replaced, state, kept }}
      year={yearIn(c) ?? yearOf(actorOf(c).day)}
      formKey={newKey()}
    />
  );
}

const columns: readonly SheetColumn[] = [
  { title: "Năm", width: 8, kind: "number" },
  { title: "Loại", width: 28, kind: "text" },
  { title: "Đơn vị", width: 36, kind: "text" },
  { title: "Nội dung", width: 50, kind: "text" },
  { title: "Số, ký hiệu", width: 20, kind: "text" },
  { title: "Ngày", width: 14, kind: "day" },
  { title: "Điểm", width: 10, kind: "number" },
  { title: "Điểm tối đa", width: 12, kind: "number" },
  { title: "Thứ hạng", width: 10, kind: "number" },
  { title: "Số đơn vị xếp hạng", width: 12, kind: "number" },
  { title: "Ghi chú", width: 40, kind: "text" },
  { title: "Đã được đính chính", width: 16, kind: "text" },
];

const sheetRow = (record: ClusterRecord) => [
  record.year,
  recordKindNames[record.kind],
  record.unitName,
  record.title,
  record.symbol ?? "",
  record.on,
  record.points,
  record.pointsOf,
  record.rank,
  record.rankOf,
  record.note ?? "",
  record.corrected ? "Có" : "",
];
