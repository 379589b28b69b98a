import type { Frame } from "../web/frame.ts";
import {
  addressWith,
  BarLine,
  ButtonLink,
  Card,
  DataTable,
  DayText,
  EmptyState,
  Lines,
  Page,
  Stack,
  type TableAddress,
  type TableFilter,
  type TableSort,
  UnitLine,
} from "../web/kit.ts";
import { writeMeasured } from "./forecast.ts";
import { SideTabs } from "./parts.view.tsx";
import type { TrackedShare } from "./share-progress.store.ts";
import type { Choices } from "./target-list.store.ts";
import { barOf, StaleTag, StandingTag, writeGoal, writePercent } from "./target-tags.view.tsx";
import type { UnitToEnter } from "./value-due.ts";

interface ListProps {
  frame: Frame;
  address: TableAddress;
  sort: TableSort;
  page: number;
  rows: readonly TrackedShare[];
  all: readonly TrackedShare[];
  choices: Choices;
  year: number | null;
  /** Sets targets of some body. */
  sets: boolean;
  /** Has numbers to enter for some unit. */
  enters: boolean;
  toEnter: readonly UnitToEnter[];
}

export const TargetListView = (props: ListProps) => (
  <Page
    frame={props.frame}
    title="Theo dõi chỉ tiêu"
    lead={props.all.length > 0 ? summary(props.all, props.year) : undefined}
    help="theo-doi"
    actions={
      <>
        {props.enters && (
          <ButtonLink href="/theo-doi/nap" kind="secondary">
            Nạp từ bảng tính
          </ButtonLink>
        )}
        {props.sets && <ButtonLink href="/theo-doi/moi">Lập chỉ tiêu</ButtonLink>}
      </>
    }
  >
    <SideTabs current="chi-tieu" />
    <Stack>
      <ToEnterCard toEnter={props.toEnter} />
      <Card title="Danh sách chỉ tiêu" flush>
        <ListTable {...props} />
      </Card>
    </Stack>
  </Page>
);

function summary(rows: readonly TrackedShare[], year: number | null): string {
  const of = (standings: readonly string[]) =>
    rows.filter(({ progress }) => standings.includes(progress.standing)).length;
  const when = year === null ? "Mọi năm: " : `Năm công tác ${year}: `;
  return `${when}đạt ${of(["met"])}/${rows.length}, đúng tiến độ ${of(["on-pace"])}, chậm hoặc không đạt ${of(["behind", "missed"])}, chưa đủ số liệu ${of(["unknown"])}.`;
}

/** What one's own units report now. */
const ToEnterCard = ({ toEnter }: { toEnter: readonly UnitToEnter[] }) =>
  toEnter.length === 0 ? null : (
    <Card title="Số liệu đến kỳ nhập" flush>
      <Lines
        lines={toEnter.map((one) => ({
          main: <a href={`/theo-doi/nhap?don-vi=${one.unit}&den=${one.to}`}>{one.label}</a>,
          detail: `${one.unitName} · còn ${one.missing} trên ${one.total} chỉ tiêu`,
          end: (
            <span class="small">
              hạn <DayText day={one.reportBy} />
            </span>
          ),
        }))}
      />
    </Card>
  );

function ListTable({ address, sort, page, rows, all, choices, year }: ListProps) {
  const exportAddress = (path: string) => addressWith({ path, query: address.query }, { trang: null });
  return (
    <DataTable<TrackedShare>
      id="danh-sach"
      caption="Danh sách chỉ tiêu"
      address={year === null ? address : { ...address, query: { ...address.query, nam: `${year}` } }}
      sort={sort}
      rows={rows}
      rowKey={({ share }) => `${share.id}`}
      paging={{ page, total: all.length, noun: "chỉ tiêu" }}
      filters={filtersFrom(choices)}
      exports={[
        { label: "XLSX", href: exportAddress("/theo-doi/danh-sach.xlsx") },
        { label: "CSV", href: exportAddress("/theo-doi/danh-sach.csv") },
      ]}
      empty={
        Object.keys(address.query).length === 0 ? (
          <EmptyState title="Chưa có chỉ tiêu nào trong năm này">
            Chỉ tiêu do Thường trực hoặc đơn vị lập, rồi chia cho các đơn vị; số liệu nhập theo kỳ.
          </EmptyState>
        ) : undefined
      }
      columns={[
        {
          key: "ten",
          label: "Chỉ tiêu",
          sortable: true,
          head: true,
          cell: ({ share, target }) => (
            <UnitLine
              name={target.name}
              href={`/theo-doi/phan/${share.id}`}
              path={[writeGoal(target, share.goal)]}
            />
          ),
        },
        { key: "don-vi", label: "Đơn vị", sortable: true, cell: ({ share }) => share.unitName },
        {
          key: "dat",
          label: "Thực hiện",
          sortable: true,
          cell: ({ target, progress }) => (
            <>
              {writeMeasured(progress.actual, target)}
              {progress.percent !== null && (
                <>
                  <small>{writePercent(progress)}</small>
                  <BarLine {...barOf(progress, target.name)} />
                </>
              )}
            </>
          ),
        },
        {
          key: "tinh-trang",
          label: "Tình trạng",
          cell: ({ rolled, progress }) => (
            <>
              <StandingTag standing={progress.standing} /> <StaleTag rolled={rolled} />
            </>
          ),
        },
        {
          key: "den-ngay",
          label: "Số liệu đến",
          kind: "day",
          cell: ({ rolled }) => (rolled.asOf ? <DayText day={rolled.asOf} /> : "Chưa có"),
        },
      ]}
    />
  );
}

const filtersFrom = ({ years, units, clusters, movements }: Choices): TableFilter[] => [
  { kind: "search", name: "q", label: "Tìm chỉ tiêu" },
  {
    kind: "choice",
    name: "nam",
    label: "Năm",
    choices: years.map((year) => ({ value: `${year}`, label: `${year}` })),
  },
  {
    kind: "choice",
    name: "don-vi",
    label: "Đơn vị",
    choices: units.map(({ id, name }) => ({ value: `${id}`, label: name })),
  },
  ...(clusters.length > 0
    ? [
        {
          kind: "choice" as const,
          name: "cum",
          label: "Cụm",
          choices: clusters.map(({ id, name }) => ({ value: `${id}`, label: name })),
        },
      ]
    : []),
  {
    kind: "choice",
    name: "phong-trao",
    label: "Phong trào",
    choices: movements.map(({ id, name }) => ({ value: `${id}`, label: name })),
  },
  {
    kind: "choice",
    name: "tinh-trang",
    label: "Tình trạng",
    choices: [
      { value: "cham", label: "Chậm, không đạt" },
      { value: "cu", label: "Số liệu đã cũ" },
    ],
  },
];
