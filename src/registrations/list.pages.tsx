import { addressIn, listFiles, mostInAFile, numberIn } from "../org/list-files.pages.ts";
import { onDay } from "../platform/day.ts";
import { actorOf, type Context, frameOf, newKey, pages, readerOf, show } from "../web/http.ts";
import { pageIn, rowsOnAPage, sortIn, type TableAddress } from "../web/kit.ts";
import {
  type ListFilter,
  type ListOrder,
  type ListPage,
  listChoices,
  listRegistrations,
  noFilter,
} from "./list.store.ts";
import { ListView } from "./list.view.tsx";
import { channelNames, isRegistrationState, stateNames } from "./registration.ts";
import { bodiesOf, registrationReachOf, unitsWrittenFor } from "./registration-reach.store.ts";
import { duesOf, movementsGathered, movementsReceived } from "./start.store.ts";

const sortable = ["unit", "sent", "lines"] as const;

/** “Đăng ký”: what one's units have to register, what comes to one's body, and every registration one sees. */
export function listPages() {
  const list = pages();

  list.get("/dang-ky", async (c) => {
    const actor = actorOf(c);
    const address = addressOf(c);
    const sort = sortIn(address, sortable, { column: "sent", descending: true });
    const page = pageIn(address);
    const filter = filterIn(address);
    const reach = await registrationReachOf(readerOf(c), actor);
    const narrowed = Object.keys(address.query).length > 0;
    const [found, choices, dues, received, gathered] = await Promise.all([
      listRegistrations(readerOf(c), reach, filter, orderOf(sort), {
        offset: (page - 1) * rowsOnAPage,
        limit: rowsOnAPage,
      }),
      listChoices(readerOf(c), reach),
      narrowed ? [] : duesOf(readerOf(c), unitsWrittenFor(actor), actor.day),
      narrowed ? [] : movementsReceived(readerOf(c), bodiesOf(reach)),
      narrowed ? [] : movementsGathered(readerOf(c), bodiesOf(reach)),
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
        movements={choices}
        dues={dues}
        received={received}
        gathered={gathered}
        accepts={reach.receives.length > 0}
        formKey={newKey()}
      />,
    );
  });

  listFiles(list, "/dang-ky", {
    name: "Đăng ký thi đua",
    columns,
    rows: async (c) => sheetOf((await exported(c)).rows),
  });

  return list;
}

const addressOf = (c: Context) => addressIn(c, "/dang-ky");

const filterIn = ({ query }: TableAddress): ListFilter => ({
  ...noFilter,
  words: query.q ?? "",
  year: numberIn(query.nam),
  movement: numberIn(query["phong-trao"]),
  state: query["trang-thai"] && isRegistrationState(query["trang-thai"]) ? query["trang-thai"] : null,
  late: query.han === "muon" ? true : query.han === "dung" ? false : null,
});

const orderOf = (sort: { column: string; descending: boolean }) => ({
  by: sort.column as ListOrder,
  descending: sort.descending,
});

async function exported(c: Context): Promise<ListPage> {
  const address = addressOf(c);
  const reach = await registrationReachOf(readerOf(c), actorOf(c));
  const sort = sortIn(address, sortable, { column: "sent", descending: true });
  const page = { offset: 0, limit: mostInAFile };
  return listRegistrations(readerOf(c), reach, filterIn(address), orderOf(sort), page);
}

const columns = [
  { title: "Đơn vị", width: 50, kind: "text" },
  { title: "Phong trào", width: 50, kind: "text" },
  { title: "Năm", width: 8, kind: "number" },
  { title: "Trạng thái", width: 24, kind: "text" },
  { title: "Ngày gửi", width: 14, kind: "day" },
  { title: "Thời hạn", width: 12, kind: "text" },
  { title: "Cách gửi", width: 18, kind: "text" },
  { title: "Số dòng", width: 10, kind: "number" },
] as const;

const sheetOf = (rows: ListPage["rows"]) =>
  rows.map((row) => [
    row.unitName,
    row.movementName,
    row.year,
    stateNames[row.state],
    row.submittedAt ? onDay(row.submittedAt) : null,
    row.late === null ? "" : row.late ? "Muộn" : "Đúng hạn",
    row.channel ? channelNames[row.channel] : "",
    row.lineCount,
  ]);
