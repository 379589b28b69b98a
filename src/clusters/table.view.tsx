import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Button,
  ButtonLink,
  Card,
  type Column,
  Columns,
  DataTable,
  EmptyState,
  Lines,
  Notice,
  Page,
  Stack,
  type TableAddress,
  Tag,
} from "../web/kit.ts";
import { flatten, type NumberedCriterion, totalOf } from "./criteria.ts";
import { faultsOf } from "./criteria-faults.ts";
import { writeHundredths } from "./points.ts";
import { writeGrade, writeRule } from "./rule-words.ts";
import type { ListedTable } from "./table.store.ts";
import { type CriteriaTable, subjectKindNames, subjectKinds } from "./table.ts";

export const tablesHref = "/cum-thi-dua/bang-tieu-chi";

export const tableHref = (id: number, rest = ""): string => `${tablesHref}/${id}${rest}`;

export const tableCrumbs = (last: string, table?: Pick<CriteriaTable, "id" | "name">) => [
  { label: "Cụm thi đua", href: "/cum-thi-dua" },
  { label: "Bảng tiêu chí", href: tablesHref },
  ...(table ? [{ label: table.name, href: tableHref(table.id) }] : []),
  { label: last },
];

const stateTag = ({ state, version }: Pick<CriteriaTable, "state" | "version">) =>
  state === "published" ? (
    <Tag tone="good">Đã ban hành, bản {`${version}`}</Tag>
  ) : (
    <Tag tone="watch">Bản nháp {`${version}`}</Tag>
  );

interface ListProps {
  frame: Frame;
  found: { readonly rows: readonly ListedTable[]; readonly total: number };
  address: TableAddress;
  page: number;
  writes: boolean;
  years: readonly number[];
}

export const TableListPage = ({ frame, found, address, page, writes, years }: ListProps) => (
  <Page
    frame={frame}
    title="Bảng tiêu chí chấm điểm"
    help="cum-thi-dua"
    crumbs={[{ label: "Cụm thi đua", href: "/cum-thi-dua" }, { label: "Bảng tiêu chí" }]}
    lead="Mỗi năm, mỗi nhóm đơn vị có một bảng; bảng đã ban hành giữ nguyên, sửa thì lập phiên bản mới."
    actions={writes && <ButtonLink href={`${tablesHref}/moi`}>Lập bảng mới</ButtonLink>}
  >
    <DataTable
      id="bang"
      caption="Bảng tiêu chí chấm điểm"
      columns={listColumns}
      rows={found.rows}
      rowKey={({ id }) => `${id}`}
      address={address}
      filters={[
        {
          kind: "choice",
          name: "nam",
          label: "Năm",
          choices: years.map((year) => ({ value: `${year}`, label: `${year}` })),
        },
        {
          kind: "choice",
          name: "doi-tuong",
          label: "Đối tượng",
          choices: subjectKinds.map((kind) => ({ value: kind, label: subjectKindNames[kind] })),
        },
      ]}
      paging={{ page, total: found.total, noun: "bảng" }}
      empty={
        <EmptyState title="Chưa có bảng tiêu chí nào">
          {writes
            ? "Lập bảng mới, hoặc chép bảng của năm trước rồi sửa."
            : "Khi cơ quan ban hành công bố bảng tiêu chí, bảng hiện ở đây."}
        </EmptyState>
      }
    />
  </Page>
);

const listColumns: readonly Column<ListedTable>[] = [
  {
    key: "name",
    label: "Bảng tiêu chí",
    head: true,
    cell: (row) => (
      <span class="line">
        <a href={tableHref(row.id)}>{row.name}</a>
        <small>{row.basis ?? row.ownerName}</small>
      </span>
    ),
  },
  { key: "year", label: "Năm", kind: "number", cell: ({ year }) => `${year}` },
  { key: "kind", label: "Đối tượng", cell: ({ kind }) => subjectKindNames[kind] },
  { key: "total", label: "Tổng điểm", kind: "number", cell: ({ total }) => writeHundredths(total) },
  { key: "state", label: "Tình trạng", kind: "tag", cell: stateTag },
  { key: "uses", label: "Cụm đang dùng", kind: "number", cell: ({ uses }) => `${uses}` },
];

interface TablePageProps {
  frame: Frame;
  table: CriteriaTable;
  writes: boolean;
  formKey: string;
}

/** A table as it is read, and, while it is a draft, as it is edited. */
export function TablePage({ frame, table, writes, formKey }: TablePageProps) {
  const { criteria } = table;
  const rows = flatten(criteria.groups);
  const edits = writes && table.state === "draft";
  const faults = edits ? faultsOf(criteria) : [];
  return (
    <Page
      frame={frame}
      title={table.name}
      help="cum-thi-dua"
      crumbs={tableCrumbs(table.name)}
      lead={
        <>
          {subjectKindNames[table.kind]} · Năm {`${table.year}`} · {table.basis ?? table.ownerName} ·{" "}
          {stateTag(table)}
        </>
      }
      actions={<TableActions table={table} writes={writes} faulty={faults.length > 0} />}
    >
      {table.note && (
        <Notice tone="info" title="Ghi chú của bảng">
          <p>{table.note}</p>
        </Notice>
      )}
      {edits && faults.length > 0 && (
        <Notice tone="watch" title={`Còn ${faults.length} chỗ phải sửa trước khi ban hành`}>
          <ul>
            {faults.map(({ sentence, criterion }) => (
              <li>
                {criterion === null ? (
                  sentence
                ) : (
                  <a href={tableHref(table.id, `/muc/${criterion}`)}>{sentence}</a>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Columns>
        <Card
          title="Tiêu chí"
          tag={<Tag>{`Tổng ${writeHundredths(totalOf(criteria))} điểm`}</Tag>}
          more={edits && <a href={tableHref(table.id, "/muc/moi")}>Thêm nhóm…</a>}
          flush
        >
          {rows.length === 0 ? (
            <EmptyState title="Bảng chưa có tiêu chí nào">
              Thêm từng nhóm, hoặc nhập cả bảng từ Excel ở mục “Việc khác”.
            </EmptyState>
          ) : (
            <CriteriaRows table={table} rows={rows} edits={edits} formKey={formKey} />
          )}
        </Card>
        <Stack>
          <GradesCard table={table} edits={edits} />
          <OtherWays table={table} writes={writes} edits={edits} formKey={formKey} />
        </Stack>
      </Columns>
    </Page>
  );
}

const TableActions = ({
  table,
  writes,
  faulty,
}: {
  table: CriteriaTable;
  writes: boolean;
  faulty: boolean;
}) => (
  <>
    {writes && (
      <ButtonLink href={tableHref(table.id, "/thu")} kind="secondary">
        Thử trên dữ liệu năm trước
      </ButtonLink>
    )}
    {writes && table.state === "draft" && !faulty && (
      <ButtonLink href={tableHref(table.id, "/ban-hanh")}>Ban hành…</ButtonLink>
    )}
  </>
);

function CriteriaRows(props: {
  table: CriteriaTable;
  rows: readonly NumberedCriterion[];
  edits: boolean;
  formKey: string;
}) {
  const { table, rows, edits, formKey } = props;
  const columns: readonly Column<NumberedCriterion>[] = [
    { key: "number", label: "TT", kind: "code", cell: ({ number }) => number },
    {
      key: "name",
      label: "Tiêu chí",
      head: true,
      cell: (row) => (
        <span class="line">
          {row.children.length > 0 ? <b>{row.name}</b> : row.name}
          {row.children.length === 0 && <small>{writeRule(row.rule)}</small>}
        </span>
      ),
    },
    { key: "max", label: "Điểm tối đa", kind: "number", cell: ({ max }) => writeHundredths(max) },
    ...(edits
      ? [
          {
            key: "edit",
            label: "Sửa",
            kind: "actions" as const,
            cell: (row: NumberedCriterion) => <RowActions table={table} row={row} formKey={formKey} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      id="tieu-chi"
      caption="Tiêu chí, cách chấm và điểm tối đa"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => `${id}`}
    />
  );
}

const RowActions = ({
  table,
  row,
  formKey,
}: {
  table: CriteriaTable;
  row: NumberedCriterion;
  formKey: string;
}) => (
  <span class="row-actions">
    <a href={tableHref(table.id, `/muc/${row.id}`)}>
      Sửa<span class="unseen"> mục {row.number}</span>
    </a>
    <a href={tableHref(table.id, `/muc/moi?cha=${row.id}`)}>
      Thêm con<span class="unseen"> vào mục {row.number}</span>
    </a>
    {(["up", "down"] as const).map((move) => (
      <ActionForm
        action={tableHref(table.id, `/muc/${row.id}/thu-tu`)}
        formKey={`${formKey}-${row.id}-${move}`}
        inline
      >
        <input type="hidden" name="changes" value={table.changes} />
        <Button kind="quiet" small name="move" value={move}>
          {move === "up" ? "Lên" : "Xuống"}
          <span class="unseen"> mục {row.number}</span>
        </Button>
      </ActionForm>
    ))}
  </span>
);

const GradesCard = ({ table, edits }: { table: CriteriaTable; edits: boolean }) => (
  <Card title="Xếp loại" more={edits && <a href={tableHref(table.id, "/xep-loai")}>Sửa xếp loại…</a>} flush>
    {table.criteria.grades.length === 0 ? (
      <EmptyState title="Bảng này không xếp loại" />
    ) : (
      <Lines
        lines={table.criteria.grades.map((grade) => ({
          main: <b>{grade.name}</b>,
          detail: writeGrade(grade),
        }))}
      />
    )}
  </Card>
);

function OtherWays(props: { table: CriteriaTable; writes: boolean; edits: boolean; formKey: string }) {
  const { table, writes, edits } = props;
  return (
    <Card title="Việc khác">
      <Stack>
        <a href={tableHref(table.id, "/bang.xlsx")} data-turbo="false">
          Tải bảng ra Excel
        </a>
        {edits && <a href={tableHref(table.id, "/nhap")}>Nhập cả bảng từ Excel…</a>}
        {edits && <a href={tableHref(table.id, "/ten")}>Đổi tên, ghi chú…</a>}
        {writes && (
          <a href={tableHref(table.id, "/sao-chep")}>
            {table.state === "published"
              ? "Lập phiên bản mới hoặc chép sang năm khác…"
              : "Chép sang năm khác…"}
          </a>
        )}
        {edits && <a href={tableHref(table.id, "/bo")}>Bỏ bản nháp này…</a>}
      </Stack>
    </Card>
  );
}
