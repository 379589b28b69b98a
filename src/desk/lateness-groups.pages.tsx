import { type SheetColumn, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { yearOf } from "../platform/day.ts";
import { extensionsOf } from "../platform/extensions.store.ts";
import {
  actorOf,
  type Context,
  download,
  found,
  frameOf,
  idOf,
  NotFound,
  pages,
  readerOf,
  show,
} from "../web/http.ts";
import { pageIn, rowsOnAPage } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { unitSeen } from "./lateness.store.ts";
import { onTimeOf, tallyByCluster, tallyByUnit, writeOnTime } from "./lateness.ts";
import { forecastOf, gravestForecast } from "./lateness-forecast.ts";
import { ClusterTallyView, type UnitLine, UnitTallyView } from "./lateness-groups.view.tsx";
import {
  type Lateness,
  latenessAddress,
  latenessOf,
  pastDuesOf,
  rowsSeen,
  yearIn,
} from "./lateness-looking.pages.ts";
import { UnitLatenessView } from "./lateness-unit.view.tsx";
import { settableBodies } from "./reminder-steps.store.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Lateness by unit and by cluster, and one unit's own page. */
export function latenessGroupPages(gathered: Gathered) {
  const groups = pages();

  groups.get("/don-doc/theo-don-vi", async (c) => {
    const actor = actorOf(c);
    const { lateness, address, tallies } = await byUnit(c, gathered);
    const page = pageIn(address);
    const shown = tallies.slice((page - 1) * rowsOnAPage, page * rowsOnAPage);
    return show(
      c,
      <UnitTallyView
        frame={await frameOf(c)}
        {...{ lateness, address, page, total: tallies.length }}
        lines={await withPast(c, gathered, lateness, shown)}
        setsSteps={(await settableBodies(readerOf(c), actor)).length > 0}
        thisYear={yearOf(actor.day)}
      />,
    );
  });

  groups.get("/don-doc/theo-don-vi.xlsx", async (c) => {
    const { tallies } = await byUnit(c, gathered);
    return download(c, await writeXlsx(columns, tallies.map(sheetRow)), "Đúng hạn theo đơn vị.xlsx", XLSX);
  });
  groups.get("/don-doc/theo-don-vi.csv", async (c) => {
    const { tallies } = await byUnit(c, gathered);
    return download(
      c,
      await writeCsv(columns, tallies.map(sheetRow)),
      "Đúng hạn theo đơn vị.csv",
      "text/csv",
    );
  });

  groups.get("/don-doc/theo-cum", async (c) => {
    const actor = actorOf(c);
    const lateness = await latenessOf(c, gathered, yearIn(c));
    return show(
      c,
      <ClusterTallyView
        frame={await frameOf(c)}
        lateness={lateness}
        tallies={tallyByCluster(lateness.rows, lateness.clusters)}
        setsSteps={(await settableBodies(readerOf(c), actor)).length > 0}
      />,
    );
  });

  groups.get("/don-doc/don-vi/:id{[0-9]+}", async (c) => {
    const [actor, reader, id] = [actorOf(c), readerOf(c), idOf(c)];
    const lateness = await latenessOf(c, gathered, yearIn(c));
    const rows = lateness.rows.filter(({ unit }) => unit.id === id);
    const unit = rows[0]?.unit ?? found(await unitSeen(reader, actor, id, lateness.year));
    if (!unit.overseen && !unit.own) throw new NotFound();
    const past = await pastDuesOf(c, gathered, [id], lateness.year);
    const before = past.flatMap(({ dues }) => dues);
    const extensions = await extensionsOf(
      reader,
      rows.map(({ item }) => item),
    );
    return show(
      c,
      <UnitLatenessView
        frame={await frameOf(c)}
        {...{ unit, rows, at: actor.at, year: lateness.year, stands: lateness.stands }}
        onTime={onTimeOf(
          rows.map(({ item }) => item),
          actor.at,
        )}
        past={past.map(({ year, dues }) => ({ year, onTime: onTimeOf(dues, actor.at) }))}
        forecasts={new Map(rows.map(({ key, item }) => [key, forecastOf(item, before, actor.at)]))}
        extensions={extensions.filter((one) => one.unit === null || one.unit === id)}
      />,
    );
  });

  return groups;
}

async function byUnit(c: Context, gathered: Gathered) {
  const lateness = await latenessOf(c, gathered, yearIn(c));
  const address = latenessAddress(c, "/don-doc/theo-don-vi");
  return { lateness, address, tallies: tallyByUnit(rowsSeen(lateness, address)) };
}

type Tallied = ReturnType<typeof tallyByUnit>[number];

/** The years before and the forecast, only of units that the reader oversees or works for. */
async function withPast(
  c: Context,
  gathered: Gathered,
  lateness: Lateness,
  shown: readonly Tallied[],
): Promise<UnitLine[]> {
  const { at } = actorOf(c);
  const open = shown.filter(({ unit }) => unit.overseen || unit.own).map(({ unit }) => unit.id);
  const past = await pastDuesOf(c, gathered, open, lateness.year);
  const byYear = past.map(({ year, dues }) => ({ year, dues: Map.groupBy(dues, ({ unit }) => unit) }));
  return shown.map(({ unit, rows, tally }) => {
    if (!open.includes(unit.id)) return { unit, tally, before: null, forecast: null };
    const before = byYear.flatMap(({ dues }) => dues.get(unit.id) ?? []);
    const items = rows.map(({ item }) => item);
    return { unit, tally, before: onTimeOf(before, at), forecast: gravestForecast(items, before, at) };
  });
}

const columns: readonly SheetColumn[] = [
  { title: "Đơn vị", width: 50, kind: "text" },
  { title: "Mã", width: 14, kind: "text" },
  { title: "Việc có hạn", width: 12, kind: "number" },
  { title: "Quá hạn", width: 12, kind: "number" },
  { title: "Sắp đến hạn", width: 12, kind: "number" },
  { title: "Đã xong", width: 12, kind: "number" },
  { title: "Tỷ lệ đúng hạn", width: 18, kind: "text" },
];

const sheetRow = ({ unit, tally }: Tallied) => [
  unit.name,
  unit.code,
  tally.total,
  tally.late,
  tally.soon,
  tally.kept,
  writeOnTime(tally.onTime),
];
