import { addressIn, listFiles, mostInAFile, numberIn } from "../org/list-files.pages.ts";
import { onDay, yearOf } from "../platform/day.ts";
import { actorOf, type Context, frameOf, newKey, pages, readerOf, show } from "../web/http.ts";
import { pageIn, rowsOnAPage, sortIn, type TableAddress } from "../web/kit.ts";
import { dutiesOf } from "./duty.store.ts";
import { type ListFilter, type ListOrder, type ListPage, listChoices, listReviews } from "./list.store.ts";
import { ListView } from "./list.view.tsx";
import { isReviewKind, kindNames, writePeriod } from "./period.ts";
import { receivedPeriods } from "./received.ts";
import { channelNames, isReviewLevel, isReviewState, levelNames, stateNameOf } from "./review.ts";
import { receivesFor, reviewReachOf } from "./review-reach.store.ts";
import { startsFor } from "./start.pages.tsx";
import { BASE } from "./tags.view.tsx";

const sortable = ["unit", "sent", "year"] as const;

/** “Sơ kết, tổng kết”: what one's units owe, what comes to one's body, and every report one sees. */
export function listPages() {
  const list = pages();

  list.get(BASE, async (c) => {
    const actor = actorOf(c);
    const address = addressOf(c);
    const sort = sortIn(address, sortable, { column: "sent", descending: true });
    const page = pageIn(address);
    const reach = await reviewReachOf(readerOf(c), actor);
    const narrowed = Object.keys(address.query).length > 0;
    const year = yearOf(actor.day);
    const bodies = receivesFor(reach, actor);
    const [found, choices, own, coming] = await Promise.all([
      listReviews(readerOf(c), reach, filterIn(address), orderOf(sort), {
        offset: (page - 1) * rowsOnAPage,
        limit: rowsOnAPage,
      }),
      listChoices(readerOf(c), reach),
      narrowed ? [] : dutiesOf(readerOf(c), { year, units: [...reach.writes, ...reach.clusters] }, actor.day),
      narrowed ? [] : dutiesOf(readerOf(c), { year, receivers: bodies }, actor.day),
    ]);
    return show(
      c,
      <ListView
        frame={await frameOf(c)}
        actor={actor}
        address={address}
        sort={sort}
        page={page}
        found={found}
        choices={choices}
        own={own}
        received={receivedPeriods(coming, bodies, actor.at)}
        keepsTemplates={bodies.length > 0}
        starts={startsFor(reach, actor).length > 0}
        formKey={newKey()}
      />,
    );
  });

  listFiles(list, BASE, { name: "Sơ kết, tổng kết", columns, rows: async (c) => sheetOf(await exported(c)) });

  return list;
}

const addressOf = (c: Context) => addressIn(c, BASE);

const filterIn = ({ query }: TableAddress): ListFilter => ({
  words: query.q ?? "",
  year: numberIn(query.nam),
  movement: numberIn(query["phong-trao"]),
  kind: query.ky && isReviewKind(query.ky) ? query.ky : null,
  level: query.cap && isReviewLevel(query.cap) ? query.cap : null,
  state: query["trang-thai"] && isReviewState(query["trang-thai"]) ? query["trang-thai"] : null,
  late: query.han === "muon" ? true : query.han === "dung" ? false : null,
});

const orderOf = (sort: { column: string; descending: boolean }) => ({
  by: sort.column as ListOrder,
  descending: sort.descending,
});

async function exported(c: Context): Promise<ListPage["rows"]> {
  const address = addressOf(c);
  const reach = await reviewReachOf(readerOf(c), actorOf(c));
  const sort = sortIn(address, sortable, { column: "sent", descending: true });
  const page = { offset: 0, limit: mostInAFile };
  return (await listReviews(readerOf(c), reach, filterIn(address), orderOf(sort), page)).rows;
}

const columns = [
  { title: "Đơn vị", width: 50, kind: "text" },
  { title: "Cấp", width: 22, kind: "text" },
  { title: "Phong trào", width: 50, kind: "text" },
  { title: "Loại", width: 18, kind: "text" },
  { title: "Kỳ", width: 26, kind: "text" },
  { title: "Trạng thái", width: 24, kind: "text" },
  { title: "Ngày đến", width: 14, kind: "day" },
  { title: "Thời hạn", width: 12, kind: "text" },
  { title: "Cách gửi", width: 18, kind: "text" },
] as const;

const sheetOf = (rows: ListPage["rows"]) =>
  rows.map((row) => [
    row.unitName,
    levelNames[row.level],
    row.movementName ?? "",
    kindNames[row.kind],
    writePeriod(row),
    stateNameOf(row),
    row.arrivedAt ? onDay(row.arrivedAt) : null,
    row.late === null ? "" : row.late ? "Muộn" : "Đúng hạn",
    row.channel ? channelNames[row.channel] : "",
  ]);
