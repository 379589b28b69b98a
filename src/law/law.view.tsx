import { type Day, writeDay } from "../platform/day.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  DataTable,
  EmptyState,
  type Frame,
  Lines,
  Notice,
  Page,
  Stack,
  Tag,
  TextField,
} from "../web/kit.ts";
import { type ChosenDay, DayCard } from "./chosen-day.view.tsx";
import { instrumentAddress } from "./citations.ts";
import type { LawHit } from "./hits.ts";
import { type Instrument, instrumentKindNames } from "./instruments.ts";
import { Mark, spanWords } from "./mark.view.tsx";
import { type RegimeCode, regimeCodes, regimes } from "./regimes.ts";

export interface LibraryHit {
  readonly href: string;
  readonly title: string;
  readonly line: string | null;
}

interface LawViewProps {
  frame: Frame;
  chosen: ChosenDay;
  inForce: readonly Instrument[];
  undated: readonly Instrument[];
  flagged: number;
  words: string;
  hits: readonly LawHit[];
  libraryHits: readonly LibraryHit[];
}

/** The entry to the law: what is in force on a day, the regimes, and a search over everything. */
export function LawView(props: LawViewProps) {
  const { frame, chosen, words } = props;
  return (
    <Page
      frame={frame}
      title="Pháp luật"
      failed={chosen.wrong !== null}
      lead="Văn bản, danh hiệu, tiêu chuẩn và con số theo từng thời kỳ; điều kiện nào cũng có điều, khoản."
      actions={
        <>
          <ButtonLink href="/phap-luat/danh-hieu" kind="secondary">
            Danh hiệu, hình thức
          </ButtonLink>
          <ButtonLink href="/phap-luat/con-so" kind="secondary">
            Con số
          </ButtonLink>
          <ButtonLink href="/phap-luat/thu-vien" kind="secondary">
            Thư viện văn bản
          </ButtonLink>
          <ButtonLink href="/phap-luat/thu">Xét thử một trường hợp</ButtonLink>
        </>
      }
    >
      {props.flagged > 0 && (
        <Notice tone="watch" title={`${props.flagged} quy chế có văn bản làm căn cứ đã thay đổi`}>
          <a href="/phap-luat/thu-vien?loai=body-rule">Xem các quy chế</a>
        </Notice>
      )}
      <Columns>
        <Stack>
          {words !== "" && <HitsCard {...props} />}
          <InForceCard day={chosen.day} inForce={props.inForce} undated={props.undated} />
        </Stack>
        <Stack>
          <SearchCard words={words} />
          <DayCard chosen={chosen} action="/phap-luat" />
          <RegimesCard day={chosen.day} />
        </Stack>
      </Columns>
    </Page>
  );
}

const SearchCard = ({ words }: { words: string }) => (
  <Card title="Tìm trong pháp luật">
    <form class="form" method="get" action="/phap-luat">
      <TextField
        name="q"
        label="Danh hiệu, văn bản, tiêu chuẩn, thư viện"
        hint="Không cần gõ dấu"
        type="search"
        value={words}
        optional
      />
      <Actions>
        <Button kind="secondary">Tìm</Button>
      </Actions>
    </form>
  </Card>
);

const HitsCard = ({ words, hits, libraryHits }: LawViewProps) => (
  <Card title={`Kết quả tìm “${words}”`} flush>
    {hits.length + libraryHits.length === 0 ? (
      <EmptyState title="Không tìm thấy">Hãy thử ít từ hơn, hoặc số, ký hiệu văn bản.</EmptyState>
    ) : (
      <Lines
        lines={[
          ...hits.map((hit) => ({
            main: <a href={hit.href}>{hit.title}</a>,
            detail: hit.note ?? undefined,
            end: <Tag>{hit.kind}</Tag>,
          })),
          ...libraryHits.map((hit) => ({
            main: <a href={hit.href}>{hit.title}</a>,
            detail: hit.line ? `“${hit.line}”` : undefined,
            end: <Tag>Thư viện</Tag>,
          })),
        ]}
      />
    )}
  </Card>
);

interface InForceProps {
  day: Day;
  inForce: readonly Instrument[];
  undated: readonly Instrument[];
}

const InForceCard = ({ day, inForce, undated }: InForceProps) => (
  <Card
    title={`Văn bản có hiệu lực ngày ${writeDay(day)}`}
    flush
    lead={
      undated.length > 0
        ? `${undated.length} văn bản chưa rõ ngày có hiệu lực nên ghi ở cuối bảng`
        : undefined
    }
  >
    <DataTable
      id="van-ban"
      caption={`Văn bản có hiệu lực ngày ${writeDay(day)}`}
      rows={[...inForce, ...undated]}
      rowKey={({ symbol }) => symbol}
      columns={[
        {
          key: "van-ban",
          label: "Văn bản",
          head: true,
          cell: (instrument) => (
            <>
              <a href={instrumentAddress(instrument.symbol)}>
                {instrumentKindNames[instrument.kind]} {instrument.symbol}
              </a>
              <br />
              <small class="soft">{instrument.name}</small>
            </>
          ),
        },
        { key: "hieu-luc", label: "Hiệu lực", cell: spanWords },
        {
          key: "doi-chieu",
          label: "Đối chiếu",
          kind: "tag",
          cell: ({ mark }) => <Mark verified={mark === "verified"} />,
        },
      ]}
      empty={<EmptyState title="Danh mục không có văn bản nào có hiệu lực ngày này" />}
    />
  </Card>
);

const RegimesCard = ({ day }: { day: Day }) => (
  <Card title="Các thời kỳ" flush>
    <Lines lines={regimeCodes.map((code) => regimeLine(code, day))} />
  </Card>
);

const regimeLine = (code: RegimeCode, day: Day) => {
  const regime = regimes[code];
  const current = regime.from <= day && (regime.to === null || day < regime.to);
  return {
    main: (
      <>
        <b>{code}</b> {regime.words} {current && <Tag tone="action">Ngày đang xem</Tag>}
      </>
    ),
    detail: [
      spanWords(regime),
      regime.transition && `${regime.transition.words} (${regime.transition.basis})`,
      regime.knownExpiry && `Nghị định ${regime.decree} áp dụng đến ${writeDay(regime.knownExpiry)}`,
    ]
      .filter(Boolean)
      .join(". "),
  };
};
