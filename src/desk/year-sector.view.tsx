import {
  addressWith,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Page,
  Stack,
  type TableAddress,
  Tabs,
  Tag,
} from "../web/kit.ts";
import type { Lateness } from "./lateness-looking.pages.ts";
import { broughtCell, type SectorRow, sectorCell, sectorTone } from "./year-sector.ts";

interface SectorViewProps {
  frame: Frame;
  lateness: Lateness;
  address: TableAddress;
  kinds: readonly { readonly kind: string; readonly label: string }[];
  brought: SectorViewProps["kinds"];
  rows: readonly SectorRow[];
  by: "unit" | "cluster";
  page: number;
  total: number;
  thisYear: number;
}

/** The sector's year: units or clusters against the steps they owe. */
export function SectorView(props: SectorViewProps) {
  const { lateness, address, by } = props;
  const to = (changes: Record<string, string | null>) => addressWith(address, { ...changes, trang: null });
  const exported = (format: string) =>
    addressWith({ ...address, path: `/nam-cong-tac/toan-nganh.${format}` }, { trang: null });
  return (
    <Page
      frame={props.frame}
      title={`Năm công tác ${lateness.year}`}
      lead="Các bước có hạn, điểm, xếp hạng và cờ thi đua của từng đơn vị, cụm trong phạm vi bạn theo dõi"
      crumbs={[{ label: "Việc của tôi", href: "/" }, { label: "Năm công tác" }]}
      actions={<a href={`/don-doc?nam=${lateness.year}`}>Theo dõi hạn, đôn đốc</a>}
    >
      <Stack>
        <Tabs
          label="Xem theo"
          tabs={[
            { href: to({ theo: null }), label: "Theo đơn vị", current: by === "unit" },
            { href: to({ theo: "cum" }), label: "Theo cụm, khối", current: by === "cluster" },
          ]}
        />
        <Card flush>
          <DataTable<SectorRow>
            id="toan-nganh"
            caption={`Các bước năm ${lateness.year}`}
            address={address}
            rows={props.rows}
            rowKey={({ noun, id }) => `${noun} ${id ?? 0}`}
            filters={filtersFor(props)}
            paging={{ page: props.page, total: props.total, noun: by === "unit" ? "đơn vị" : "cụm, khối" }}
            exports={
              props.total > 0
                ? [
                    { label: "XLSX", href: exported("xlsx") },
                    { label: "CSV", href: exported("csv") },
                  ]
                : undefined
            }
            empty={
              lateness.rows.length === 0 ? (
                <EmptyState title={`Năm ${lateness.year} chưa có bước nào có hạn`} />
              ) : undefined
            }
            columns={columnsFor(props)}
          />
        </Card>
      </Stack>
    </Page>
  );
}

const columnsFor = ({ kinds, brought, lateness, by }: SectorViewProps) => [
  {
    key: "ten",
    label: by === "unit" ? "Đơn vị" : "Cụm, khối, khu vực",
    head: true,
    cell: ({ noun, id, name }: SectorRow) =>
      id === null ? (
        name
      ) : (
        <a href={`/nam-cong-tac?${noun === "cluster" ? "cum" : "don-vi"}=${id}&nam=${lateness.year}`}>
          {name}
        </a>
      ),
  },
  ...kinds.map(({ kind, label }) => ({
    key: kind,
    label,
    cell: (row: SectorRow) => {
      const words = sectorCell(row, kind);
      return words === "—" ? <span class="soft">—</span> : <Tag tone={sectorTone(row, kind)}>{words}</Tag>;
    },
  })),
  ...brought.map(({ kind, label }) => ({
    key: kind,
    label,
    cell: (row: SectorRow) => {
      const words = broughtCell(row, kind);
      return words === "—" ? <span class="soft">—</span> : words;
    },
  })),
];

const filtersFor = ({ lateness, thisYear }: SectorViewProps) =>
  [
    { kind: "search", name: "q", label: "Đơn vị hoặc việc" },
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
      choices: [...new Set([lateness.year, thisYear, thisYear - 1, thisYear - 2])]
        .sort((left, right) => right - left)
        .map((year) => ({ value: `${year}`, label: `${year}` })),
    },
  ] as const;
