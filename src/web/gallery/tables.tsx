import { type Day, day } from "../../platform/day.ts";
import {
  ButtonLink,
  Card,
  type Column,
  DataTable,
  DayText,
  Diff,
  EmptyState,
  MoneyText,
  PersonLine,
  Tag,
  TextDiff,
} from "../kit.ts";

interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly code: string;
  readonly on: Day;
  readonly sum: number;
  readonly fine: boolean | null;
}

const rows: SampleRow[] = [
  row("1", "Lò Thị Ước", "Chuyên viên, Phòng Nghiệp vụ", "25/KH-VP", "2021-02-22", 2_340_000, null),
  row("2", "Nguyễn Văn Đức", "Phó Trưởng phòng Tổng hợp", "252/QĐ-VP", "2021-06-30", 1_200_000, true),
  row("3", "Quàng Văn Ổn", "Thư ký, Văn phòng", "1234/QĐ-VP", "2021-07-05", 0, false),
];

function row(
  id: string,
  name: string,
  post: string,
  code: string,
  on: string,
  sum: number,
  fine: boolean | null,
) {
  return { id, name, post, code, on: day(on), sum, fine };
}

const columns: Column<SampleRow>[] = [
  {
    key: "name",
    label: "Họ tên",
    sortable: true,
    head: true,
    cell: (one) => <PersonLine name={one.name} href={`/mau/${one.id}`} detail={one.post} />,
  },
  { key: "code", label: "Số, ký hiệu", kind: "code", cell: (one) => one.code },
  { key: "on", label: "Ngày", kind: "day", sortable: true, cell: (one) => <DayText day={one.on} /> },
  {
    key: "sum",
    label: "Số tiền",
    kind: "number",
    sortable: true,
    cell: (one) => <MoneyText amount={one.sum} />,
  },
  { key: "state", label: "Tình trạng", kind: "tag", cell: (one) => stateOf(one.fine) },
];

const stateOf = (fine: boolean | null) => {
  if (fine === null) return <Tag tone="watch">Còn 2 điều kiện</Tag>;
  return fine ? <Tag tone="good">Có thể đạt</Tag> : <Tag tone="bad">Chưa đạt</Tag>;
};

/** A list with everything a list can have, an empty one, and two ways to show a change. */
export const TablePieces = () => (
  <>
    <Card title="Danh sách" tag={<Tag>112 dòng</Tag>} more={<a href="/mau/moi">Thêm…</a>} flush>
      <DataTable
        id="danh-sach"
        caption="Danh sách mẫu"
        columns={columns}
        rows={rows}
        rowKey={(one) => one.id}
        currentKey="1"
        address={{ path: "/mau", query: { q: "an", xep: "-on", trang: "2" } }}
        sort={{ column: "on", descending: true }}
        filters={[
          { kind: "search", name: "q", label: "Tìm trong danh sách" },
          {
            kind: "choice",
            name: "loai",
            label: "Tình trạng",
            choices: [
              { value: "du", label: "Có thể đạt" },
              { value: "thieu", label: "Còn thiếu" },
            ],
          },
        ]}
        paging={{ page: 2, total: 112, noun: "dòng" }}
        bulk={{
          name: "dong",
          rowLabel: (one) => one.name,
          actions: [
            { label: "Đôn đốc…", address: "/mau/don-doc" },
            { label: "Trả lại…", address: "/mau/tra-lai" },
          ],
        }}
        exports={[
          { label: "XLSX", href: "/mau.xlsx" },
          { label: "CSV", href: "/mau.csv" },
        ]}
      />
    </Card>
    <Card title="Danh sách trống" flush>
      <DataTable
        id="trong"
        caption="Danh sách trống"
        columns={columns}
        rows={[]}
        rowKey={(one) => one.id}
        empty={
          <EmptyState
            title="Chưa có dòng nào"
            action={<ButtonLink href="/mau/moi">Thêm dòng đầu tiên</ButtonLink>}
          >
            Thêm từng dòng, dán từ Excel hoặc nhập từ tệp XLSX.
          </EmptyState>
        }
      />
    </Card>
    <Card title="Thay đổi" flush>
      <Diff
        caption="Những gì thay đổi"
        changes={[
          { label: "Hạn", before: "30/6/2021", after: "05/7/2021" },
          { label: "Ghi chú", before: "", after: "Gia hạn một lần" },
        ]}
      />
      <div class="card-body">
        <TextDiff
          before="Gửi báo cáo trước ngày 30 tháng 6 về Văn phòng."
          after="Gửi báo cáo chậm nhất ngày 05 tháng 7 về Văn phòng và Phòng Tổng hợp."
        />
      </div>
    </Card>
  </>
);
