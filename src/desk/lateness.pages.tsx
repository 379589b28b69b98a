import { type SheetColumn, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { onDay, yearOf } from "../platform/day.ts";
import { lastDayInTime, writeDeadline } from "../platform/deadline.ts";
import { actorOf, type Context, download, frameOf, pages, readerOf, show } from "../web/http.ts";
import { pageIn, rowsOnAPage } from "../web/kit.ts";
import type { Gathered } from "../web/part.ts";
import { lastReminders } from "./lateness.store.ts";
import { type DueRow, dueStandingNames } from "./lateness.ts";
import { LatenessView } from "./lateness.view.tsx";
import { latenessAddress, latenessOf, rowsSeen, yearIn } from "./lateness-looking.pages.ts";
import { settableBodies } from "./reminder-steps.store.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Who is late with what, over all stages. */
export function latenessPages(gathered: Gathered) {
  const lateness = pages();

  lateness.get("/don-doc", async (c) => {
    const [actor, reader] = [actorOf(c), readerOf(c)];
    const facts = await latenessOf(c, gathered, yearIn(c));
    const address = latenessAddress(c, "/don-doc");
    const rows = rowsSeen(facts, address);
    const page = pageIn(address);
    const shown = rows.slice((page - 1) * rowsOnAPage, page * rowsOnAPage);
    return show(
      c,
      <LatenessView
        frame={await frameOf(c)}
        {...{ lateness: facts, address, rows, page, at: actor.at, thisYear: yearOf(actor.day) }}
        reminded={await lastReminders(reader, [...new Set(shown.map(({ unit }) => unit.id))])}
        setsSteps={(await settableBodies(reader, actor)).length > 0}
      />,
    );
  });

  lateness.get("/don-doc/danh-sach.xlsx", async (c) => {
    const rows = await exported(c, gathered);
    return download(c, await writeXlsx(columns, rows.map(sheetRow)), "Việc có hạn và đôn đốc.xlsx", XLSX);
  });
  lateness.get("/don-doc/danh-sach.csv", async (c) => {
    const rows = await exported(c, gathered);
    return download(c, await writeCsv(columns, rows.map(sheetRow)), "Việc có hạn và đôn đốc.csv", "text/csv");
  });

  return lateness;
}

const exported = async (c: Context, gathered: Gathered): Promise<readonly DueRow[]> =>
  rowsSeen(await latenessOf(c, gathered, yearIn(c)), latenessAddress(c, "/don-doc"));

const columns: readonly SheetColumn[] = [
  { title: "Đơn vị", width: 50, kind: "text" },
  { title: "Mã", width: 14, kind: "text" },
  { title: "Việc", width: 60, kind: "text" },
  { title: "Tình trạng", width: 22, kind: "text" },
  { title: "Hạn", width: 40, kind: "text" },
  { title: "Ngày cuối còn trong hạn", width: 16, kind: "day" },
  { title: "Xong ngày", width: 14, kind: "day" },
];

const sheetRow = ({ item, unit, standing }: DueRow) => [
  unit.name,
  unit.code,
  item.what,
  dueStandingNames[standing],
  writeDeadline(item.deadline),
  lastDayInTime(item.deadline),
  item.doneAt ? onDay(item.doneAt) : null,
];
