import {
  addressWith,
  ButtonLink,
  DataTable,
  EmptyState,
  type Frame,
  Page,
  type TableAddress,
  Tabs,
} from "../web/kit.ts";
import { type Awards, awardName, awardsFor } from "./award.ts";
import { gradeNames, type SubjectKind } from "./fact.ts";
import type { ListRow } from "./list.store.ts";
import { addressOf } from "./record.view.tsx";

interface ListViewProps {
  frame: Frame;
  address: TableAddress;
  subject: SubjectKind;
  rows: readonly ListRow[];
  total: number;
  page: number;
  awards: Awards;
  years: readonly number[];
  unitName: string | null;
  mayBring: boolean;
}

/** Everybody whose record one may see, or every unit, with what was reached last. */
export function ListView(props: ListViewProps) {
  const { frame, address, subject, rows, awards } = props;
  const files = ["xlsx", "csv"].map((form) => ({
    label: form.toUpperCase(),
    href: addressWith({ path: "/ho-so/tai-ve", query: address.query }, { dang: form, trang: null }),
  }));
  return (
    <Page
      frame={frame}
      title="Hồ sơ thành tích"
      lead={
        props.unitName
          ? `Trong ${props.unitName} và các đơn vị trực thuộc`
          : "Danh hiệu, khen thưởng, xếp loại theo năm"
      }
      actions={props.mayBring ? <ButtonLink href="/ho-so/nhap">Nhập từ bảng</ButtonLink> : undefined}
    >
      <Tabs
        label="Hồ sơ của ai"
        tabs={[
          { href: "/ho-so", label: "Cá nhân", current: subject === "person" },
          { href: "/ho-so?loai=tap-the", label: "Tập thể", current: subject === "unit" },
        ]}
      />
      <DataTable
        id="ho-so"
        caption={subject === "person" ? "Hồ sơ cá nhân" : "Hồ sơ tập thể"}
        address={address}
        filters={[
          { kind: "search", name: "q", label: subject === "person" ? "Họ và tên" : "Tên hoặc mã đơn vị" },
          {
            kind: "choice",
            name: "danh-hieu",
            label: "Đã đạt",
            choices: awardsFor(awards, subject).map(({ code, shortName }) => ({
              value: code,
              label: shortName,
            })),
          },
          {
            kind: "choice",
            name: "nam",
            label: "Trong năm",
            choices: props.years.map((year) => ({ value: `${year}`, label: `${year}` })),
          },
        ]}
        rows={rows}
        rowKey={(row) => `${row.id}`}
        paging={{ page: props.page, total: props.total, noun: subject === "person" ? "người" : "đơn vị" }}
        exports={rows.length > 0 ? files : undefined}
        empty={<EmptyState title="Không có hồ sơ nào khớp">Hãy bỏ bớt điều kiện lọc.</EmptyState>}
        columns={[
          {
            key: "ten",
            label: subject === "person" ? "Họ và tên" : "Đơn vị",
            head: true,
            cell: (row) => <a href={addressOf({ kind: subject, id: row.id })}>{row.name}</a>,
          },
          ...(subject === "person"
            ? [{ key: "don-vi", label: "Đơn vị", cell: (row: ListRow) => row.placeName ?? "" }]
            : []),
          {
            key: "xep-loai",
            label: "Xếp loại gần nhất",
            cell: (row) => (row.grade === null ? "Chưa có" : `${gradeNames[row.grade]} (${row.gradeYear})`),
          },
          { key: "so", label: "Số lần khen thưởng", kind: "number", cell: (row) => row.honours },
          {
            key: "gan-nhat",
            label: "Gần nhất",
            cell: (row) =>
              row.lastCode === null ? "" : `${awardName(awards, row.lastCode)} (${row.lastYear})`,
          },
        ]}
      />
    </Page>
  );
}
