import type { Actor } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import type { Frame } from "../web/frame.ts";
import { ButtonLink, type Column, DataTable, EmptyState, Page, type TableAddress } from "../web/kit.ts";
import type { ListedYear } from "./scoring-year.store.ts";
import { phaseOf } from "./scoring-year.ts";
import { tablesHref } from "./table.view.tsx";

import { PhaseTag, yearHref, yearsHref } from "./year-tags.view.tsx";

interface ListProps {
  frame: Frame;
  actor: Actor;
  found: { readonly rows: readonly ListedYear[]; readonly total: number };
  address: TableAddress;
  page: number;
  years: readonly number[];
  steers: boolean;
}

/** “Cụm thi đua”: the clusters one takes part in, with how far each has come. */
export const YearListPage = ({ frame, actor, found, address, page, years, steers }: ListProps) => (
  <Page
    frame={frame}
    title="Cụm thi đua"
    help="cum-thi-dua"
    lead="Chấm điểm, xếp hạng và suy tôn của các cụm, khối, khu vực Ông/Bà tham gia."
    actions={
      <>
        <ButtonLink href={tablesHref} kind="secondary">
          Bảng tiêu chí
        </ButtonLink>
        {steers && <ButtonLink href={`${yearsHref}/mo`}>Mở chấm điểm</ButtonLink>}
      </>
    }
  >
    <DataTable
      id="cum"
      caption="Các năm chấm điểm của cụm thi đua"
      columns={columnsFor(actor)}
      rows={found.rows}
      rowKey={({ id }) => `${id}`}
      address={address}
      filters={[
        {
          ...{ kind: "choice", name: "nam", label: "Năm" },
          choices: years.map((year) => ({ value: `${year}`, label: `${year}` })),
        },
      ]}
      paging={{ page, total: found.total, noun: "cụm" }}
      empty={
        <EmptyState title="Chưa có cụm nào mở chấm điểm">
          {steers
            ? "Ban hành bảng tiêu chí rồi mở chấm điểm cho từng cụm."
            : "Khi Thường trực mở chấm điểm cho cụm của đơn vị, cụm hiện ở đây."}
        </EmptyState>
      }
    />
  </Page>
);

const columnsFor = (actor: Actor): readonly Column<ListedYear>[] => [
  {
    ...{ key: "name", label: "Cụm", head: true },
    cell: (row) => (
      <span class="line">
        <a href={yearHref(row.id)}>{row.clusterName}</a>
        <small>{row.founderName}</small>
      </span>
    ),
  },
  { key: "year", label: "Năm", kind: "number", cell: ({ year }) => `${year}` },
  { key: "phase", label: "Bước", kind: "tag", cell: (row) => <PhaseTag phase={phaseOf(row, actor.day)} /> },
  { key: "sent", label: "Đã gửi", kind: "number", cell: ({ sent, members }) => `${sent}/${members}` },
  {
    key: "verified",
    label: "Đã thẩm định",
    kind: "number",
    cell: ({ verified, members }) => `${verified}/${members}`,
  },
  { key: "due", label: "Hạn tự chấm", kind: "day", cell: ({ calendar }) => writeDay(calendar.selfUntil) },
];
