import { type SheetColumn, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { yearOf } from "../platform/day.ts";
import { officialCalendar } from "../platform/holidays.ts";
import { actorOf, type Context, download, found, frameOf, pages, readerOf, show } from "../web/http.ts";
import { pageIn, rowsOnAPage } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { latenessReachOf, seesNothing } from "./lateness.store.ts";
import { broughtTo, latenessAddress, latenessOf, rowsSeen, yearIn } from "./lateness-looking.pages.ts";
import { checkedYear } from "./year.ts";
import { YearView } from "./year.view.tsx";
import { stepsOf, subjectSeen } from "./year-looking.pages.ts";
import { receivedSteps } from "./year-received.ts";
import { broughtCell, sectorCell, sectorTable } from "./year-sector.ts";
import { SectorView } from "./year-sector.view.tsx";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The year on one page: of a unit, of a cluster, of the whole sector. */
export function yearPages(gathered: Gathered) {
  const years = pages();
  const calendar = officialCalendar();

  years.get("/nam-cong-tac", async (c) => {
    const [actor, reader, year] = [actorOf(c), readerOf(c), yearIn(c)];
    const subject = found(await subjectSeen(reader, actor, askedIn(c), year));
    const reach = await latenessReachOf(reader, actor);
    const [own, received, marks] = await Promise.all([
      stepsOf(gathered, reader, actor, { noun: subject.noun, id: subject.id, year }),
      subject.noun === "unit" && reach.stands.includes(subject.id) ? latenessOf(c, gathered, year) : null,
      Promise.all(
        gathered.offers.map((offer) => offer.yearMarks?.(reader, actor, year) ?? { phases: [], marks: [] }),
      ),
    ]);
    return show(
      c,
      <YearView
        frame={await frameOf(c)}
        {...{ subject, year, today: actor.day, at: actor.at }}
        steps={checkedYear([...own, ...receivedSteps(received?.rows ?? [], subject.id, year)], {
          ...{ year, today: actor.day, calendar },
        })}
        phases={marks.flatMap(({ phases }) => phases)}
        own={actor.posts.map(({ unit, unitName, kind }) => ({
          id: unit,
          name: unitName,
          noun: kind.startsWith("cluster-") ? "cluster" : "unit",
        }))}
        thisYear={yearOf(actor.day)}
        followsUnits={!seesNothing(reach)}
      />,
    );
  });

  years.get("/nam-cong-tac/toan-nganh", async (c) => {
    const { address, lateness, table } = await sectorOf(c, gathered);
    const page = pageIn(address);
    return show(
      c,
      <SectorView
        frame={await frameOf(c)}
        {...{ address, lateness, page, total: table.rows.length }}
        {...{ kinds: table.kinds, brought: table.brought }}
        rows={table.rows.slice((page - 1) * rowsOnAPage, page * rowsOnAPage)}
        by={groupingIn(c)}
        thisYear={yearOf(actorOf(c).day)}
      />,
    );
  });
  years.get("/nam-cong-tac/toan-nganh.xlsx", async (c) => {
    const { columns, rows } = await sectorSheet(c, gathered);
    return download(c, await writeXlsx(columns, rows), "Năm công tác toàn ngành.xlsx", XLSX);
  });
  years.get("/nam-cong-tac/toan-nganh.csv", async (c) => {
    const { columns, rows } = await sectorSheet(c, gathered);
    return download(c, await writeCsv(columns, rows), "Năm công tác toàn ngành.csv", "text/csv");
  });

  return years;
}

/** The unit or the cluster in the address; without one the unit one acts in. */
function askedIn(c: Context): { noun: "unit" | "cluster"; id: number } {
  const numberOf = (name: string) => {
    const text = c.req.query(name) ?? "";
    return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
  };
  const cluster = numberOf("cum");
  if (cluster !== null) return { noun: "cluster", id: cluster };
  const { post, posts } = actorOf(c);
  const own = post ?? posts[0];
  const unit = numberOf("don-vi");
  if (unit !== null) return { noun: "unit", id: unit };
  return { noun: own?.kind.startsWith("cluster-") ? "cluster" : "unit", id: own?.unit ?? 0 };
}

const groupingIn = (c: Context): "unit" | "cluster" => (c.req.query("theo") === "cum" ? "cluster" : "unit");

async function sectorOf(c: Context, gathered: Gathered) {
  const lateness = await latenessOf(c, gathered, yearIn(c));
  const address = latenessAddress(c, "/nam-cong-tac/toan-nganh");
  const rows = rowsSeen(lateness, address);
  const clusters = groupingIn(c) === "cluster" ? lateness.clusters : null;
  const { results, units } = await broughtTo(c, gathered, lateness, address);
  return { lateness, address, table: sectorTable(rows, results, units, clusters) };
}

async function sectorSheet(c: Context, gathered: Gathered) {
  const { table } = await sectorOf(c, gathered);
  const columns: SheetColumn[] = [
    { title: groupingIn(c) === "cluster" ? "Cụm, khối" : "Đơn vị", width: 50, kind: "text" },
    ...[...table.kinds, ...table.brought].map(
      ({ label }): SheetColumn => ({ title: label, width: 24, kind: "text" }),
    ),
  ];
  return {
    columns,
    rows: table.rows.map((row) => [
      row.name,
      ...table.kinds.map(({ kind }) => sectorCell(row, kind)),
      ...table.brought.map(({ kind }) => broughtCell(row, kind)),
    ]),
  };
}
