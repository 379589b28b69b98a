import { writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { writeDay } from "../platform/day.ts";
import { tidy } from "../platform/vietnamese.ts";
import { type App, actorOf, type Context, download, frameOf, pages, readerOf, show } from "../web/http.ts";
import { addressWith, pageIn, rowsOnAPage, sortIn, type TableAddress } from "../web/kit.ts";
import { importsUnderWay } from "./import.store.ts";
import { launchingBodies } from "./launchers.store.ts";
import {
  countMovements,
  listMovements,
  type MovementFilter,
  type MovementSort,
  movementYears,
} from "./movement-list.store.ts";
import { listColumns, listRow, MovementListView } from "./movement-list.view.tsx";
import { movementReachOf } from "./movement-reach.store.ts";

const sortable = ["name", "launcher", "year", "day", "state"] as const satisfies readonly MovementSort[];
const MOST_EXPORTED = 10_000;

/** The list of movements and the same list as a file. */
export function listPages(): App {
  const list = pages();

  list.get("/phong-trao", async (c) => {
    const actor = actorOf(c);
    const reader = readerOf(c);
    const asked = askedOf(c);
    const reach = await movementReachOf(reader, actor);
    const page = pageIn(asked.address);
    const bodies = await launchingBodies(reader, actor);
    const [rows, total, years, underWay, frame] = await Promise.all([
      listMovements(reader, reach, asked.filter, {
        ...asked.order,
        limit: rowsOnAPage,
        offset: (page - 1) * rowsOnAPage,
      }),
      countMovements(reader, reach, asked.filter),
      movementYears(reader, reach),
      importsUnderWay(
        reader,
        bodies.map((body) => body.id),
      ),
      frameOf(c),
    ]);
    return show(
      c,
      <MovementListView
        frame={frame}
        rows={rows}
        total={total}
        page={page}
        years={years}
        address={asked.address}
        sort={asked.sort}
        exports={["csv", "xlsx"].map((kind) => ({
          label: kind.toUpperCase(),
          href: addressWith({ ...asked.address, path: `/phong-trao/danh-sach.${kind}` }, { trang: null }),
        }))}
        drafts={bodies.length > 0}
        underWay={underWay}
      />,
    );
  });

  list.get("/phong-trao/danh-sach.csv", (c) => exported(c, "csv"));
  list.get("/phong-trao/danh-sach.xlsx", (c) => exported(c, "xlsx"));

  return list;
}

async function exported(c: Context, kind: "csv" | "xlsx"): Promise<Response> {
  const actor = actorOf(c);
  const reader = readerOf(c);
  const { filter, order } = askedOf(c);
  const reach = await movementReachOf(reader, actor);
  const lines = await listMovements(reader, reach, filter, { ...order, limit: MOST_EXPORTED, offset: 0 });
  const rows = lines.map(listRow);
  const bytes = await (kind === "csv" ? writeCsv(listColumns, rows) : writeXlsx(listColumns, rows));
  const name = `Phong trào thi đua ${writeDay(actor.day).replaceAll("/", "-")}.${kind}`;
  const type =
    kind === "csv"
      ? "text/csv; charset=utf-8"
      : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download(c, bytes, name, type);
}

function askedOf(c: Context) {
  const address: TableAddress = { path: "/phong-trao", query: c.req.query() };
  const { q = "", nam = "", loai = "", cap = "", buoc = "" } = address.query;
  const filter: MovementFilter = {
    words: tidy(q).slice(0, 200),
    year: /^\d{4}$/.test(nam) ? Number(nam) : null,
    kind: loai || null,
    level: cap || null,
    state: buoc || null,
  };
  const sort = sortIn(address, sortable, { column: "year", descending: true });
  return { address, filter, sort, order: { sort: sort.column as MovementSort, descending: sort.descending } };
}
