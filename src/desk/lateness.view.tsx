import { type Day, type Instant, onDay, writeDay } from "../platform/day.ts";
import { type Deadline, writeDeadline } from "../platform/deadline.ts";
import {
  addressWith,
  ButtonLink,
  Card,
  DataTable,
  DeadlineTag,
  EmptyState,
  type Frame,
  rowsOnAPage,
  type TableAddress,
  Tag,
  UnitLine,
} from "../web/kit.ts";
import { type DueRow, type DueStanding, dueStandingNames, kindsAmong } from "./lateness.ts";
import { LatenessPage } from "./lateness-frame.view.tsx";
import type { Lateness } from "./lateness-looking.pages.ts";

interface LatenessViewProps {
  frame: Frame;
  lateness: Lateness;
  address: TableAddress;
  /** What the filters leave; the page shows fifty of them. */
  rows: readonly DueRow[];
  page: number;
  reminded: ReadonlyMap<string, Day>;
  setsSteps: boolean;
  thisYear: number;
  at: Instant;
}

/** Who is late with what, over all stages: the list narrowed by the address. */
export function LatenessView(props: LatenessViewProps) {
  const { lateness, rows, address } = props;
  const open = rows.filter(({ item, unit }) => item.doneAt === null && unit.overseen);
  const late = rows.filter(({ standing }) => standing === "late").length;
  return (
    <LatenessPage
      frame={props.frame}
      title="Theo dõi hạn, đôn đốc"
      lead={`Năm ${lateness.year}: ${rows.length} việc có hạn đang xem, ${late} việc quá hạn`}
      current="list"
      year={lateness.year}
      setsSteps={props.setsSteps}
      actions={
        open.length > 0 && (
          <ButtonLink href={addressWith({ ...address, path: "/don-doc/gui-nhac" }, { trang: null })}>
            {`Đôn đốc ${open.length} việc chưa xong…`}
          </ButtonLink>
        )
      }
    >
      <Card flush>
        <DueTable {...props} />
      </Card>
    </LatenessPage>
  );
}

function DueTable(props: LatenessViewProps) {
  const { address, rows, page, lateness } = props;
  const exported = (format: string) =>
    addressWith({ ...address, path: `/don-doc/danh-sach.${format}` }, { trang: null });
  return (
    <DataTable<DueRow>
      id="viec-co-han"
      caption="Việc có hạn theo đơn vị"
      address={address}
      rows={rows.slice((page - 1) * rowsOnAPage, page * rowsOnAPage)}
      rowKey={({ key }) => key}
      filters={filtersFor(props)}
      paging={{ page, total: rows.length, noun: "việc" }}
      exports={
        rows.length > 0
          ? [
              { label: "XLSX", href: exported("xlsx") },
              { label: "CSV", href: exported("csv") },
            ]
          : undefined
      }
      bulk={
        lateness.oversees
          ? {
              name: "viec",
              carried: { nam: `${lateness.year}` },
              rowLabel: ({ item, unit }) => `${item.what} của ${unit.name}`,
              actions: [
                { label: "Đôn đốc các việc đã chọn…", address: "/don-doc/gui-nhac" },
                { label: "Gia hạn các việc đã chọn…", address: "/don-doc/gia-han" },
              ],
            }
          : undefined
      }
      empty={
        lateness.rows.length === 0 ? (
          <EmptyState title={`Năm ${lateness.year} chưa có việc nào có hạn`}>
            Khi phong trào được ban hành, việc phải gửi của từng đơn vị hiện ở đây kèm hạn.
          </EmptyState>
        ) : undefined
      }
      columns={columnsFor(props)}
    />
  );
}

/** Its page opens to whoever owes it and to whoever receives it; a unit's page tells the others enough. */
export const opensFor = (
  { stands }: Pick<Lateness, "stands">,
  { receiver }: Pick<DueRow["item"], "receiver">,
  unit: Pick<DueRow["unit"], "id" | "own">,
): boolean => unit.own || stands.includes(receiver ?? unit.id);

const columnsFor = ({ reminded, at, lateness }: LatenessViewProps) => [
  {
    key: "don-vi",
    label: "Đơn vị",
    head: true,
    cell: ({ unit }: DueRow) =>
      unit.overseen || unit.own ? (
        <UnitLine name={unit.name} href={`/don-doc/don-vi/${unit.id}?nam=${lateness.year}`} />
      ) : (
        <UnitLine name={unit.name} />
      ),
  },
  {
    key: "viec",
    label: "Việc",
    cell: ({ item, unit }: DueRow) =>
      opensFor(lateness, item, unit) ? <a href={item.href}>{item.what}</a> : item.what,
  },
  {
    key: "han",
    label: "Hạn",
    kind: "day" as const,
    cell: ({ item }: DueRow) => <ShortDeadline deadline={item.deadline} />,
  },
  {
    key: "tinh-trang",
    label: "Tình trạng",
    kind: "tag" as const,
    cell: ({ item, standing, key }: DueRow) => {
      if (item.doneAt)
        return (
          <>
            <StandingTag standing={standing} /> <small class="soft">{writeDay(onDay(item.doneAt))}</small>
          </>
        );
      const last = reminded.get(key);
      return (
        <>
          <DeadlineTag deadline={item.deadline} at={at} />
          {last && <small class="soft"> đã nhắc {writeDay(last)}</small>}
        </>
      );
    },
  },
  ...(lateness.oversees
    ? [
        {
          key: "gia-han",
          label: "Gia hạn",
          kind: "actions" as const,
          cell: ({ item, unit, key }: DueRow) =>
            item.doneAt === null &&
            unit.overseen && (
              <a href={`/don-doc/gia-han?nam=${lateness.year}&viec=${encodeURIComponent(key)}`}>
                {"Gia\u00a0hạn"}
                <span class="unseen">
                  {" "}
                  {item.what} cho {unit.name}
                </span>
              </a>
            ),
        },
      ]
    : []),
];

function filtersFor({ lateness, thisYear }: LatenessViewProps) {
  const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3];
  return [
    { kind: "search", name: "q", label: "Đơn vị hoặc việc" },
    {
      kind: "choice",
      name: "tinh-trang",
      label: "Tình trạng",
      choices: [
        { value: "chua-xong", label: "Chưa xong (mọi hạn)" },
        ...Object.entries(dueStandingNames).map(([value, label]) => ({ value, label })),
      ],
    },
    {
      kind: "choice",
      name: "loai",
      label: "Loại việc",
      choices: kindsAmong(lateness.rows.map(({ item }) => item)).map(({ kind, label }) => ({
        value: kind,
        label,
      })),
    },
    {
      kind: "choice",
      name: "cum",
      label: "Cụm, khối",
      choices: lateness.clusters.map(({ id, name }) => ({ value: `${id}`, label: name })),
    },
    {
      kind: "choice",
      name: "nam",
      label: "Năm",
      always: true,
      choices: [...new Set([lateness.year, ...years])]
        .sort((left, right) => right - left)
        .map((year) => ({ value: `${year}`, label: `${year}` })),
    },
  ] as const;
}

/** “27/02/2021” or “trước 30/01/2018”; the wording where there is no day. */
export const ShortDeadline = ({ deadline }: { deadline: Deadline }) => (
  <span title={writeDeadline(deadline)}>
    {deadline.day === null
      ? deadline.wording
      : `${deadline.inclusive ? "" : "trước "}${writeDay(deadline.day)}`}
  </span>
);

const tones: Readonly<Record<DueStanding, "bad" | "watch" | "plain" | "good">> = {
  late: "bad",
  soon: "watch",
  open: "plain",
  kept: "good",
  "kept-late": "watch",
};

export const StandingTag = ({ standing }: { standing: DueStanding }) => (
  <Tag tone={tones[standing]}>{dueStandingNames[standing]}</Tag>
);
