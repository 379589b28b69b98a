import { addressIn, askedYear, listFiles, numberIn } from "../org/list-files.pages.ts";
import { yearOf } from "../platform/day.ts";
import { actorOf, type Context, frameOf, pages, readerOf, show } from "../web/http.ts";
import { pageIn, rowsOnAPage, sortIn, type TableAddress, type TableSort } from "../web/kit.ts";
import { standingNames } from "./forecast.ts";
import type { TrackedShare } from "./share-progress.store.ts";
import { listChoices, listTracked, noFilter, type TargetFilter } from "./target-list.store.ts";
import { TargetListView } from "./target-list.view.tsx";
import { targetReachOf } from "./target-reach.store.ts";
import { unitsToEnter } from "./value-due.store.ts";
import { entersAny } from "./value-entry.store.ts";

const sortable = ["ten", "don-vi", "dat"] as const;
const usual = { column: "ten", descending: false } as const;
const HOME = "/theo-doi";
const EVERY_YEAR = "tat-ca";

/** “Chỉ tiêu”: every target one sees, how far it has come, what is stale or behind. */
export function targetListPages() {
  const list = pages();

  list.get(HOME, async (c) => {
    const actor = actorOf(c);
    const address = addressOf(c);
    const filter = filterIn(address, yearOf(actor.day));
    const reach = await targetReachOf(readerOf(c), actor);
    const [tracked, choices, toEnter, enters] = await Promise.all([
      listTracked(readerOf(c), reach, filter, actor.day),
      listChoices(readerOf(c), reach, filter.year, actor.day),
      unitsToEnter(readerOf(c), reach, actor.day),
      entersAny(readerOf(c), reach),
    ]);
    const sort = sortIn(address, sortable, usual);
    const page = pageIn(address);
    const rows = sorted(tracked, sort);
    return show(
      c,
      <TargetListView
        frame={await frameOf(c)}
        address={address}
        sort={sort}
        page={page}
        rows={rows.slice((page - 1) * rowsOnAPage, page * rowsOnAPage)}
        all={rows}
        choices={choices}
        year={filter.year}
        sets={reach.sets.length > 0}
        enters={enters}
        toEnter={toEnter}
      />,
    );
  });

  listFiles(list, HOME, { name: "Chỉ tiêu", columns, rows: exported });

  return list;
}

const addressOf = (c: Context) => addressIn(c, HOME);

/** Without a year asked, this year's; “tất cả” asks every year. */
const filterIn = ({ query }: TableAddress, thisYear: number): TargetFilter => ({
  ...noFilter,
  words: query.q ?? "",
  year: query.nam === EVERY_YEAR ? null : (askedYear(query.nam) ?? thisYear),
  movement: numberIn(query["phong-trao"]),
  unit: numberIn(query["don-vi"]),
  cluster: numberIn(query.cum),
  stale: query["tinh-trang"] === "cu",
  behind: query["tinh-trang"] === "cham",
});

const byName = new Intl.Collator("vi");

function sorted(rows: readonly TrackedShare[], sort: TableSort): TrackedShare[] {
  const way = sort.descending ? -1 : 1;
  const compare = (one: TrackedShare, other: TrackedShare): number => {
    if (sort.column === "dat") return (one.progress.percent ?? -1) - (other.progress.percent ?? -1);
    if (sort.column === "don-vi") return byName.compare(one.share.unitName, other.share.unitName);
    return byName.compare(one.target.name, other.target.name);
  };
  return rows.toSorted((one, other) => way * compare(one, other) || one.share.id - other.share.id);
}

async function exported(c: Context) {
  const actor = actorOf(c);
  const address = addressOf(c);
  const reach = await targetReachOf(readerOf(c), actor);
  const tracked = await listTracked(readerOf(c), reach, filterIn(address, yearOf(actor.day)), actor.day);
  return sorted(tracked, sortIn(address, sortable, usual)).map(sheetRow);
}

const columns = [
  { title: "Chỉ tiêu", width: 60, kind: "text" },
  { title: "Đơn vị", width: 45, kind: "text" },
  { title: "Năm", width: 8, kind: "number" },
  { title: "Đơn vị tính", width: 14, kind: "text" },
  { title: "Mức gốc", width: 14, kind: "number" },
  { title: "Chỉ tiêu giao", width: 14, kind: "number" },
  { title: "Thực hiện", width: 14, kind: "number" },
  { title: "Đạt (%)", width: 10, kind: "number" },
  { title: "Dự báo cả năm", width: 14, kind: "number" },
  { title: "Tình trạng", width: 22, kind: "text" },
  { title: "Số liệu đến ngày", width: 14, kind: "day" },
  { title: "Đơn vị chưa cập nhật", width: 12, kind: "number" },
] as const;

const sheetRow = ({ share, target, rolled, progress }: TrackedShare) => [
  target.name,
  share.unitName,
  target.year,
  target.counted,
  rolled.base,
  rolled.goal,
  progress.actual,
  progress.percent,
  progress.forecast,
  standingNames[progress.standing],
  rolled.asOf,
  rolled.stale,
];
