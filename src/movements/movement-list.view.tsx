import {
  ButtonLink,
  Card,
  DataTable,
  DayText,
  EmptyState,
  type Frame,
  Lines,
  Page,
  type TableAddress,
  type TableSort,
} from "../web/kit.ts";
import type { ImportUnderWay } from "./import.store.ts";
import { stateNames, states } from "./life.ts";
import { kindNames, kinds, levelNames, levels, writeSymbol } from "./movement.ts";
import { StateTag } from "./movement-frame.view.tsx";
import type { MovementLine } from "./movement-list.store.ts";

interface MovementListProps {
  frame: Frame;
  rows: readonly MovementLine[];
  total: number;
  page: number;
  years: readonly number[];
  address: TableAddress;
  sort: TableSort;
  exports: readonly { label: string; href: string }[];
  drafts: boolean;
  /** Papers on their way, for those who bring them in. */
  underWay: readonly ImportUnderWay[];
}

/** All movements this person sees. */
export function MovementListView(props: MovementListProps) {
  return (
    <Page
      frame={props.frame}
      title="Phong trào"
      lead="Phong trào thi đua của cơ quan, đơn vị mình và của cấp trên"
      crumbs={[{ label: "Phong trào" }]}
      actions={
        props.drafts ? (
          <>
            <ButtonLink href="/phong-trao/nhap">Nhập văn bản phát động…</ButtonLink>
            <ButtonLink href="/phong-trao/moi" kind="secondary">
              Soạn mới…
            </ButtonLink>
          </>
        ) : undefined
      }
    >
      {props.underWay.length > 0 && (
        <Card title="Văn bản đang nhập" flush>
          <Lines
            lines={props.underWay.map((plan) => ({
              main: <a href={`/phong-trao/nhap/${plan.id}`}>{plan.fileName}</a>,
              detail: plan.state === "unreadable" ? plan.sentence : `${plan.actorName} tải lên`,
            }))}
          />
        </Card>
      )}
      <DataTable
        id="phong-trao"
        caption="Danh sách phong trào thi đua"
        rows={props.rows}
        rowKey={(row) => `${row.id}`}
        address={props.address}
        sort={props.sort}
        paging={{ page: props.page, total: props.total, noun: "phong trào" }}
        exports={props.exports}
        filters={[
          { kind: "search", name: "q", label: "Tên, chủ đề" },
          {
            kind: "choice",
            name: "nam",
            label: "Năm",
            choices: props.years.map((year) => ({ value: `${year}`, label: `${year}` })),
          },
          {
            kind: "choice",
            name: "loai",
            label: "Loại",
            choices: kinds.map((kind) => ({ value: kind, label: kindNames[kind] })),
          },
          {
            kind: "choice",
            name: "cap",
            label: "Cấp",
            choices: levels.map((level) => ({ value: level, label: levelNames[level] })),
          },
          {
            kind: "choice",
            name: "buoc",
            label: "Tình trạng",
            choices: states.map((state) => ({ value: state, label: stateNames[state] })),
          },
        ]}
        columns={[
          {
            key: "name",
            label: "Phong trào",
            head: true,
            sortable: true,
            cell: (row) => (
              <>
                <a href={`/phong-trao/${row.id}`}>{row.name}</a>
                {row.theme && <small> “{row.theme}”</small>}
              </>
            ),
          },
          {
            key: "launcher",
            label: "Phát động",
            sortable: true,
            cell: (row) => (
              <>
                {row.launcher}
                <small>
                  {" "}
                  {kindNames[row.kind]}, {levelNames[row.level]}
                </small>
              </>
            ),
          },
          { key: "year", label: "Năm", kind: "code", sortable: true, cell: yearsOf },
          {
            key: "day",
            label: "Văn bản",
            kind: "code",
            sortable: true,
            cell: (row) => (
              <>
                {writeSymbol(row) ?? "–"}
                {row.issuedOn && (
                  <small>
                    {" "}
                    <DayText day={row.issuedOn} />
                  </small>
                )}
              </>
            ),
          },
          {
            key: "units",
            label: "Đơn vị",
            kind: "number",
            cell: (row) => (row.units > 0 ? `${row.units}` : "–"),
          },
          {
            key: "state",
            label: "Tình trạng",
            kind: "tag",
            sortable: true,
            cell: (row) => <StateTag state={row.state} />,
          },
        ]}
        empty={
          <EmptyState title="Không có phong trào nào khớp">
            Hãy bỏ bớt điều kiện lọc. Phong trào hiện ở đây khi đã ban hành đến đơn vị của bạn.
          </EmptyState>
        }
      />
    </Page>
  );
}

const yearsOf = (row: MovementLine): string =>
  row.fromYear === row.toYear ? `${row.fromYear}` : `${row.fromYear}-${row.toYear}`;

/** The list as it leaves: the same rows and columns. */
export const listColumns = [
  { title: "Phong trào", kind: "text", width: 60 },
  { title: "Chủ đề", kind: "text", width: 50 },
  { title: "Phát động", kind: "text", width: 30 },
  { title: "Loại", kind: "text", width: 16 },
  { title: "Cấp", kind: "text", width: 16 },
  { title: "Năm", kind: "text", width: 12 },
  { title: "Văn bản", kind: "text", width: 18 },
  { title: "Ngày văn bản", kind: "day", width: 14 },
  { title: "Đơn vị", kind: "number", width: 10 },
  { title: "Tình trạng", kind: "text", width: 18 },
] as const;

export const listRow = (row: MovementLine) => [
  row.name,
  row.theme,
  row.launcher,
  kindNames[row.kind],
  levelNames[row.level],
  yearsOf(row),
  writeSymbol(row),
  row.issuedOn,
  row.units,
  stateNames[row.state],
];
