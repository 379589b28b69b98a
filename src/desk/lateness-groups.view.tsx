import { writeNumber } from "../platform/money.ts";
import {
  addressWith,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  type TableAddress,
  Tag,
  UnitLine as UnitName,
} from "../web/kit.ts";
import { type DueTally, type DueUnit, type OnTime, writeOnTime } from "./lateness.ts";
import { type Forecast, type Outlook, outlookNames } from "./lateness-forecast.ts";
import { LatenessPage } from "./lateness-frame.view.tsx";
import { type Lateness, yearsBefore } from "./lateness-looking.pages.ts";

/** A unit's counts; the years before and the forecast only for those who may know. */
export interface UnitLine {
  readonly unit: DueUnit;
  readonly tally: DueTally;
  readonly before: OnTime | null;
  readonly forecast: (Forecast & { readonly what: string }) | null;
}

interface UnitTallyViewProps {
  frame: Frame;
  lateness: Lateness;
  address: TableAddress;
  lines: readonly UnitLine[];
  page: number;
  total: number;
  setsSteps: boolean;
  thisYear: number;
}

/** The share on time by unit, this year and before, and who is likely to be late. */
export function UnitTallyView(props: UnitTallyViewProps) {
  const { lateness, address, lines } = props;
  const exported = (format: string) =>
    addressWith({ ...address, path: `/don-doc/theo-don-vi.${format}` }, { trang: null });
  const knowsPast = lines.some(({ before }) => before !== null);
  return (
    <LatenessPage
      frame={props.frame}
      title="Đúng hạn theo đơn vị"
      lead={`Năm ${lateness.year}: ${props.total} đơn vị`}
      current="units"
      year={lateness.year}
      setsSteps={props.setsSteps}
    >
      <Card flush>
        <DataTable<UnitLine>
          id="don-vi"
          caption="Tỷ lệ đúng hạn theo đơn vị"
          address={address}
          rows={lines}
          rowKey={({ unit }) => `${unit.id}`}
          filters={filtersFor(props)}
          paging={{ page: props.page, total: props.total, noun: "đơn vị" }}
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
              <EmptyState title={`Năm ${lateness.year} chưa có việc nào có hạn`} />
            ) : undefined
          }
          columns={[
            {
              key: "don-vi",
              label: "Đơn vị",
              head: true,
              cell: ({ unit }) =>
                unit.overseen || unit.own ? (
                  <UnitName name={unit.name} href={`/don-doc/don-vi/${unit.id}?nam=${lateness.year}`} />
                ) : (
                  <UnitName name={unit.name} />
                ),
            },
            {
              key: "qua-han",
              label: "Quá hạn",
              kind: "number",
              cell: ({ tally }) => writeNumber(tally.late),
            },
            {
              key: "sap",
              label: "Sắp đến hạn",
              kind: "number",
              cell: ({ tally }) => writeNumber(tally.soon),
            },
            {
              key: "xong",
              label: "Đã xong",
              kind: "number",
              cell: ({ tally }) => `${writeNumber(tally.kept)}/${writeNumber(tally.total)}`,
            },
            {
              key: "nam-nay",
              label: `Đúng hạn năm ${lateness.year}`,
              kind: "number",
              cell: ({ tally }) => writeOnTime(tally.onTime),
            },
            ...(knowsPast
              ? [
                  {
                    key: "truoc",
                    label: `${yearsBefore} năm trước`,
                    kind: "number" as const,
                    cell: ({ before }: UnitLine) => (before ? writeOnTime(before) : ""),
                  },
                  {
                    key: "du-bao",
                    label: "Dự báo",
                    cell: ({ forecast }: UnitLine) =>
                      forecast && <ForecastText forecast={forecast} what={forecast.what} />,
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </LatenessPage>
  );
}

const filtersFor = ({ lateness, thisYear }: UnitTallyViewProps) =>
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

const outlookTones: Readonly<Record<Outlook, "bad" | "watch" | "plain">> = {
  "likely-late": "bad",
  doubtful: "watch",
  "likely-in-time": "plain",
};

/** The forecast in a tag, and what it rests on. */
export const ForecastText = ({ forecast, what }: { forecast: Forecast; what?: string }) => (
  <>
    <Tag tone={outlookTones[forecast.outlook]}>{outlookNames[forecast.outlook]}</Tag>{" "}
    <small class="soft">
      {what ? `${shortWhat(what)}. ` : ""}
      {forecast.sentence}
    </small>
  </>
);

/** The kind of work without the name of the movement. */
const shortWhat = (what: string): string => what.split(/[“:(]/u)[0]!.trim();

interface ClusterTallyViewProps {
  frame: Frame;
  lateness: Lateness;
  tallies: readonly {
    readonly cluster: { readonly id: number; readonly name: string } | null;
    readonly units: number;
    readonly tally: DueTally;
  }[];
  setsSteps: boolean;
}

/** Late and kept by cluster. */
export const ClusterTallyView = ({ frame, lateness, tallies, setsSteps }: ClusterTallyViewProps) => (
  <LatenessPage
    frame={frame}
    title="Đúng hạn theo cụm, khối"
    lead={`Năm ${lateness.year}`}
    current="clusters"
    year={lateness.year}
    setsSteps={setsSteps}
  >
    <Card flush>
      <DataTable
        id="cum"
        caption="Tỷ lệ đúng hạn theo cụm, khối, khu vực"
        rows={tallies}
        rowKey={({ cluster }) => `${cluster?.id ?? 0}`}
        empty={<EmptyState title={`Năm ${lateness.year} chưa có việc nào có hạn`} />}
        columns={[
          {
            key: "cum",
            label: "Cụm, khối, khu vực",
            head: true,
            cell: ({ cluster }) =>
              cluster ? (
                <a href={`/don-doc?nam=${lateness.year}&cum=${cluster.id}`}>{cluster.name}</a>
              ) : (
                "Không thuộc cụm"
              ),
          },
          { key: "don-vi", label: "Đơn vị", kind: "number", cell: ({ units }) => writeNumber(units) },
          { key: "qua-han", label: "Quá hạn", kind: "number", cell: ({ tally }) => writeNumber(tally.late) },
          { key: "sap", label: "Sắp đến hạn", kind: "number", cell: ({ tally }) => writeNumber(tally.soon) },
          {
            key: "xong",
            label: "Đã xong",
            kind: "number",
            cell: ({ tally }) => `${writeNumber(tally.kept)}/${writeNumber(tally.total)}`,
          },
          {
            key: "dung-han",
            label: "Tỷ lệ đúng hạn",
            kind: "number",
            cell: ({ tally }) => writeOnTime(tally.onTime),
          },
        ]}
      />
    </Card>
  </LatenessPage>
);
