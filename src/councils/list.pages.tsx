import { holdsAnywhere } from "../org/reach.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, frameOf, pages, readerOf, show } from "../web/http.ts";
import {
  ButtonLink,
  DataTable,
  DayText,
  EmptyState,
  Page,
  pageIn,
  rowsOnAPage,
  type TableAddress,
  Tag,
} from "../web/kit.ts";
import { type CouncilRow, councilReachOf, listCouncils } from "./council.store.ts";
import { councilKindNames } from "./council.ts";

/** “Hội đồng”: the councils one sits on, serves or stands for. */
export function listPages() {
  const list = pages();
  list.get("/hoi-dong", async (c) => {
    const actor = actorOf(c);
    const address: TableAddress = { path: "/hoi-dong", query: c.req.query() };
    const page = pageIn(address);
    const reach = await councilReachOf(readerOf(c), actor);
    const found = await listCouncils(readerOf(c), reach, {
      offset: (page - 1) * rowsOnAPage,
      limit: rowsOnAPage,
    });
    const founds =
      !isRefusal(holdsAnywhere(actor, "standing-officer")) || !isRefusal(holdsAnywhere(actor, "unit-head"));
    const founding = (
      <ButtonLink href="/hoi-dong/moi" kind="secondary">
        Thành lập Hội đồng
      </ButtonLink>
    );
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title="Hội đồng"
        lead="Hội đồng Thi đua - Khen thưởng và Hội đồng sáng kiến mà Ông/Bà tham gia hoặc phục vụ."
        actions={founds && founding}
      >
        <DataTable<CouncilRow>
          id="hoi-dong"
          caption="Các Hội đồng"
          address={address}
          paging={{ page, total: found.total, noun: "Hội đồng" }}
          rows={found.rows}
          rowKey={(row) => `${row.id}`}
          columns={columns}
          empty={
            <EmptyState title="Chưa có Hội đồng nào" action={founds && founding}>
              Ông/Bà chưa là thành viên, thư ký hay tổ giúp việc của Hội đồng nào. Ai được giao vai trò theo
              quyết định thì thấy Hội đồng ở đây từ ngày quyết định có hiệu lực.
            </EmptyState>
          }
        />
      </Page>,
    );
  });
  return list;
}

const columns = [
  {
    key: "name",
    label: "Hội đồng",
    head: true,
    cell: (row: CouncilRow) => (
      <span class="line">
        <a href={`/hoi-dong/${row.id}`}>{row.name}</a>
        <small>{row.bodyName}</small>
      </span>
    ),
  },
  { key: "kind", label: "Loại", cell: (row: CouncilRow) => councilKindNames[row.kind] },
  { key: "chair", label: "Chủ tịch", cell: (row: CouncilRow) => row.chair ?? "Chưa có" },
  { key: "voters", label: "Thành viên", kind: "number" as const, cell: (row: CouncilRow) => `${row.voters}` },
  { key: "sessions", label: "Phiên", kind: "number" as const, cell: (row: CouncilRow) => `${row.sessions}` },
  {
    key: "next",
    label: "Phiên sắp tới",
    kind: "day" as const,
    cell: (row: CouncilRow) =>
      row.endedOn ? (
        <Tag>Đã kết thúc</Tag>
      ) : row.next ? (
        <DayText day={row.next} weekday />
      ) : (
        <span class="soft">Chưa có lịch</span>
      ),
  },
];
