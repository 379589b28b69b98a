import { addressIn, listFiles, mostInAFile, numberIn } from "../org/list-files.pages.ts";
import { onDay, yearOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { hasErrors } from "../web/form.ts";
import {
  actorOf,
  type Context,
  frameOf,
  newKey,
  pages,
  read,
  readerOf,
  seeOther,
  show,
} from "../web/http.ts";
import { pageIn, rowsOnAPage, type TableAddress } from "../web/kit.ts";
import { clustersToBegin, type ListFilter, listChoices, listPledges } from "./list.store.ts";
import { ListView } from "./list.view.tsx";
import { startPledge } from "./pledge.acts.ts";
import { StartForm } from "./pledge.form.ts";
import { isPledgeState, sentNames, stateNames } from "./pledge.ts";
import { pledgeReachOf } from "./pledge-reach.store.ts";

/** “Giao ước”: the clusters' years one sees, and those one may begin. */
export function listPages() {
  const list = pages();

  list.get("/giao-uoc", async (c) => {
    const [actor, reader] = [actorOf(c), readerOf(c)];
    const address = addressOf(c);
    const page = pageIn(address);
    const reach = await pledgeReachOf(reader, actor);
    const [found, choices, toBegin] = await Promise.all([
      listPledges(reader, reach, filterIn(address), {
        by: "year",
        offset: (page - 1) * rowsOnAPage,
        limit: rowsOnAPage,
      }),
      listChoices(reader, reach),
      clustersToBegin(reader, reach, yearOf(actor.day)),
    ]);
    return show(
      c,
      <ListView
        frame={await frameOf(c)}
        address={address}
        page={page}
        found={found}
        choices={choices}
        toBegin={toBegin}
        year={yearOf(actor.day)}
        receives={reach.receives.length > 0 && actor.posts.some(({ kind }) => kind === "standing-officer")}
        formKey={newKey()}
      />,
    );
  });

  list.post("/giao-uoc", async (c) => {
    const form = await read(c, StartForm);
    if (hasErrors(form)) return seeOther(c, "/giao-uoc");
    const outcome = await startPledge(actorOf(c), form.values);
    return isRefusal(outcome)
      ? seeOther(c, "/giao-uoc", { tone: "bad", title: outcome.sentence })
      : seeOther(c, `/giao-uoc/${outcome}`);
  });

  listFiles(list, "/giao-uoc", { name: "Giao ước thi đua", columns, rows: exported });

  return list;
}

const addressOf = (c: Context) => addressIn(c, "/giao-uoc");

const filterIn = ({ query }: TableAddress): ListFilter => ({
  words: query.q ?? "",
  year: numberIn(query.nam?.slice(0, 4)),
  cluster: numberIn(query.cum),
  state: query["trang-thai"] && isPledgeState(query["trang-thai"]) ? query["trang-thai"] : null,
});

const columns = [
  { title: "Cụm, khối", width: 50, kind: "text" },
  { title: "Năm", width: 8, kind: "number" },
  { title: "Trạng thái", width: 28, kind: "text" },
  { title: "Đã ký", width: 10, kind: "number" },
  { title: "Thành viên", width: 12, kind: "number" },
  { title: "Gửi Thường trực", width: 26, kind: "text" },
  { title: "Ngày gửi", width: 14, kind: "day" },
  { title: "Thời hạn", width: 12, kind: "text" },
] as const;

async function exported(c: Context) {
  const reader = readerOf(c);
  const reach = await pledgeReachOf(reader, actorOf(c));
  const page = { by: "year", offset: 0, limit: mostInAFile } as const;
  const { rows } = await listPledges(reader, reach, filterIn(addressOf(c)), page);
  return rows.map((row) => [
    row.clusterName,
    row.year,
    stateNames[row.state],
    row.signed,
    row.members,
    row.sentState ? sentNames[row.sentState] : "Chưa gửi",
    row.sentAt ? onDay(row.sentAt) : null,
    row.late === null ? "" : row.late ? "Muộn" : "Đúng hạn",
  ]);
}
