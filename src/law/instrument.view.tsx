import { writeDay } from "../platform/day.ts";
import {
  Card,
  Columns,
  DataTable,
  EmptyState,
  Evidence,
  type Frame,
  Lines,
  Page,
  Plate,
  Stack,
} from "../web/kit.ts";
import { nameOf } from "./catalogue.ts";
import { awardsRestingOn, changesTo, instrumentAddress, rulesRestingOn } from "./citations.ts";
import { type Instrument, instrumentKindNames } from "./instruments.ts";
import type { LibraryFile } from "./library.store.ts";
import type { LibraryDocument } from "./library.ts";
import { Mark, spanWords } from "./mark.view.tsx";
import { nameOfKey, writeRow } from "./number.ts";
import { type EnteredRow, numberKindNames } from "./numbers.ts";

const Symbols = ({ symbols }: { symbols: readonly string[] }) => (
  <>
    {symbols.map((symbol, index) => (
      <>
        {index > 0 && ", "}
        <a href={instrumentAddress(symbol)}>{symbol}</a>
      </>
    ))}
  </>
);

interface InstrumentViewProps {
  frame: Frame;
  instrument: Instrument;
  numbers: readonly EnteredRow[];
  papers: readonly { readonly document: LibraryDocument; readonly files: readonly LibraryFile[] }[];
  mayAdd: boolean;
}

/** One instrument: its validity, what it changed and what changed it, and all that rests on it. */
export function InstrumentView({ frame, instrument, numbers, papers, mayAdd }: InstrumentViewProps) {
  const title = `${instrumentKindNames[instrument.kind]} ${instrument.symbol}`;
  const changes = changesTo(instrument.symbol);
  return (
    <Page
      frame={frame}
      title={title}
      ownHeading
      crumbs={[{ label: "Pháp luật", href: "/phap-luat" }, { label: title }]}
    >
      <Plate
        title={title}
        tag={<Mark verified={instrument.mark === "verified"} />}
        facts={[
          { label: "Tên văn bản", value: instrument.name },
          { label: "Ngày ban hành", value: instrument.issued ? writeDay(instrument.issued) : "chưa rõ" },
          { label: "Hiệu lực", value: spanWords(instrument) },
          ...(instrument.amends.length > 0
            ? [{ label: "Sửa đổi, bổ sung", value: <Symbols symbols={instrument.amends} /> }]
            : []),
          ...(instrument.replaces.length > 0
            ? [{ label: "Thay thế", value: <Symbols symbols={instrument.replaces} /> }]
            : []),
          ...(["amended", "replaced"] as const).flatMap((how) => {
            const by = changes.filter((change) => change.how === how).map((change) => change.by.symbol);
            return by.length === 0
              ? []
              : [
                  {
                    label: how === "amended" ? "Được sửa đổi bởi" : "Được thay thế bởi",
                    value: <Symbols symbols={by} />,
                  },
                ];
          }),
          ...(instrument.note ? [{ label: "Ghi chú", value: instrument.note }] : []),
        ]}
      />
      <Stack>
        <Columns even>
          <Card
            title="Văn bản, tệp"
            more={
              mayAdd && (
                <a href={`/phap-luat/thu-vien/moi?so=${encodeURIComponent(instrument.symbol)}`}>Thêm</a>
              )
            }
          >
            {papers.length === 0 && <p class="soft">Thư viện chưa có tệp của văn bản này.</p>}
            {papers.map(({ document, files }) => (
              <>
                <p>
                  <a href={`/phap-luat/thu-vien/${document.id}`}>{document.title}</a>
                </p>
                <Evidence
                  label={`Tệp của ${document.symbol}`}
                  items={files.map((file) => fileItem(document.id, file))}
                />
              </>
            ))}
          </Card>
          <AwardsCard symbol={instrument.symbol} />
        </Columns>
        <RulesCard symbol={instrument.symbol} />
        <NumbersCard symbol={instrument.symbol} numbers={numbers} />
      </Stack>
    </Page>
  );
}

/** A file of the library as a piece of evidence. */
export const fileItem = (document: number, file: LibraryFile) => ({
  label: file.name,
  href: `/phap-luat/thu-vien/${document}/tep/${file.file}`,
  bytes: file.bytes,
  detail: file.unread ?? undefined,
});

function RulesCard({ symbol }: { symbol: string }) {
  const resting = rulesRestingOn(symbol);
  return (
    <Card title="Tiêu chuẩn dựa vào văn bản này" flush>
      <DataTable
        id="tieu-chuan"
        caption={`Tiêu chuẩn dựa vào ${symbol}`}
        rows={resting}
        rowKey={({ rule }) => `${rule.name}-${rule.from}`}
        columns={[
          {
            key: "danh-hieu",
            label: "Danh hiệu, hình thức",
            cell: ({ rule }) => <a href={`/phap-luat/danh-hieu/${rule.code}`}>{nameOf(rule.code)}</a>,
          },
          { key: "ap-dung", label: "Áp dụng", cell: ({ rule }) => spanWords(rule) },
          { key: "dieu", label: "Điều, khoản", cell: ({ articles }) => articles.join("; ") },
          {
            key: "doi-chieu",
            label: "Đối chiếu",
            kind: "tag",
            cell: ({ verified }) => <Mark verified={verified} />,
          },
        ]}
        empty={<EmptyState title="Chưa có tiêu chuẩn nào dẫn văn bản này" />}
      />
    </Card>
  );
}

/** Coefficients are many: they are counted, and shown where all numbers are. */
function NumbersCard({ symbol, numbers }: { symbol: string; numbers: readonly EnteredRow[] }) {
  const coefficients = numbers.filter(({ kind }) => kind === "coefficient").length;
  if (numbers.length === 0) return null;
  return (
    <Card
      title="Con số dựa vào văn bản này"
      more={
        coefficients > 0 && (
          <a href={`/phap-luat/con-so?${new URLSearchParams({ loai: "coefficient", q: symbol })}`}>
            {coefficients} hệ số tiền thưởng
          </a>
        )
      }
      flush
    >
      <DataTable
        id="con-so"
        caption="Con số dựa vào văn bản này"
        rows={numbers.filter(({ kind }) => kind !== "coefficient")}
        rowKey={({ kind, key, from }) => `${kind} ${key} ${from}`}
        columns={[
          {
            key: "cua",
            label: "Của",
            cell: ({ kind, key }) => (
              <>
                {nameOfKey(kind, key)} <small class="soft">{numberKindNames[kind]}</small>
              </>
            ),
          },
          { key: "so", label: "Số", kind: "number", cell: writeRow },
          { key: "ap-dung", label: "Áp dụng", cell: spanWords },
          {
            key: "doi-chieu",
            label: "Đối chiếu",
            kind: "tag",
            cell: ({ verified }) => <Mark verified={verified} />,
          },
        ]}
        empty={<EmptyState title="Chỉ có hệ số tiền thưởng" />}
      />
    </Card>
  );
}

function AwardsCard({ symbol }: { symbol: string }) {
  const awards = awardsRestingOn(symbol);
  if (awards.length === 0) return null;
  return (
    <Card title="Thẩm quyền, đối tượng dựa vào văn bản này" flush>
      <Lines
        lines={awards.map(({ code, name, kind }) => ({
          main: <a href={`/phap-luat/danh-hieu/${code}`}>{name}</a>,
          detail: kind === "title" ? "Danh hiệu thi đua" : "Hình thức khen thưởng",
        }))}
      />
    </Card>
  );
}
