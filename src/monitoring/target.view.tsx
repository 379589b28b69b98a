import type { Day } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  Columns,
  type Crumb,
  DayText,
  Notice,
  Page,
  Plate,
  Stack,
  type TableAddress,
  Tag,
  Timeline,
} from "../web/kit.ts";
import { forecastWords, writeMeasured } from "./forecast.ts";
import { PartsCard } from "./roll-up.view.tsx";
import type { Share } from "./share.ts";
import type { TrackedShare } from "./share-progress.store.ts";
import type { SeenPart } from "./share-seen.pages.ts";
import type { TargetEventKind, TargetHistoryEntry } from "./target.store.ts";
import { countingNames, directionNames, measureNames, rhythmNames, type Target } from "./target.ts";
import { lastEnded } from "./target-period.ts";
import type { PeriodLine } from "./target-periods.ts";
import { PeriodsCard } from "./target-periods.view.tsx";
import { sourceName, TYPED } from "./target-source.ts";
import { StaleTag, StandingTag, writeGoal, writePercent } from "./target-tags.view.tsx";
import type { ValueWithEvidence } from "./value.store.ts";
import { EntriesCard } from "./value.view.tsx";

export interface TargetPageProps {
  frame: Frame;
  formKey: string;
  today: Day;
  seen: SeenPart;
  tracked: TrackedShare;
  /** Every part divided from it. */
  own: readonly Share[];
  /** The parts of this page of the table, with what went over into it. */
  parts: readonly TrackedShare[];
  address: TableAddress;
  paging: { readonly page: number; readonly total: number };
  /** The shares above it that somebody sees, the whole first. */
  way: readonly Share[];
  lines: readonly PeriodLine[];
  values: readonly ValueWithEvidence[];
  history: readonly TargetHistoryEntry[];
  /** What became of the unit, once it has ended. */
  ended: string | null;
}

/** A target at one unit's part of it. */
export function TargetPage(props: TargetPageProps) {
  const { seen, tracked } = props;
  const { target, share } = seen;
  return (
    <Page
      frame={props.frame}
      title={target.name}
      ownHeading
      crumbs={crumbsTo(props.way, share)}
      help="theo-doi"
    >
      <Stack>
        <Plate
          title={target.name}
          tag={
            target.state === "withdrawn" ? (
              <Tag tone="bad">Đã bãi bỏ</Tag>
            ) : (
              <>
                <StandingTag standing={tracked.progress.standing} /> <StaleTag rolled={tracked.rolled} />
              </>
            )
          }
          facts={[
            { label: "Đơn vị", value: share.unitName },
            { label: "Chỉ tiêu giao", value: writeGoal(target, tracked.rolled.goal) },
            { label: "Thực hiện", value: doneWords(tracked) },
            { label: "Năm công tác", value: yearWords(target) },
          ]}
          actions={<PlateActions {...props} />}
        />
        {props.ended && (
          <Notice title="Đơn vị này không còn">
            <p>{props.ended}</p>
          </Notice>
        )}
        <Columns>
          <Stack>
            <PeriodsCard target={target} lines={props.lines} goal={tracked.rolled.goal} />
            <PartsCard {...props} />
            <EntriesCard target={target} values={props.values} divided={props.own.length > 0} />
            <FactsCard target={target} share={share} />
          </Stack>
          <Stack>
            <ForecastCard tracked={tracked} />
            <HistoryCard history={props.history} />
          </Stack>
        </Columns>
      </Stack>
    </Page>
  );
}

const crumbsTo = (way: readonly Share[], share: Share): Crumb[] => [
  { label: "Theo dõi chỉ tiêu", href: "/theo-doi" },
  ...way.map((above) => ({ label: above.unitName, href: `/theo-doi/phan/${above.id}` })),
  { label: share.unitName },
];

const yearWords = ({ from, to, year }: Target) => (
  <>
    {year} (<DayText day={from} /> đến <DayText day={to} />)
  </>
);

const doneWords = ({ target, progress }: TrackedShare): string =>
  progress.percent === null
    ? writeMeasured(progress.actual, target)
    : `${writeMeasured(progress.actual, target)}, ${writePercent(progress)}`;

function PlateActions({ seen, own, paging, today, formKey }: TargetPageProps) {
  const { share, target } = seen;
  const period = lastEnded(target, today);
  const mayType = seen.enters && own.length === 0 && target.source === TYPED;
  return (
    <>
      {mayType && (
        <ButtonLink href={`/theo-doi/phan/${share.id}/nhap${period ? `?den=${period.to}` : ""}`}>
          Nhập số liệu
        </ButtonLink>
      )}
      {seen.divides && (
        <ButtonLink href={`/theo-doi/phan/${share.id}/chia`} kind="secondary">
          {own.length > 0 ? "Chia lại" : "Chia cho đơn vị"}
        </ButtonLink>
      )}
      {paging.total > 0 && (
        <ButtonLink href={`/theo-doi/phan/${share.id}/cay`} kind="secondary">
          Cây tổng hợp
        </ButtonLink>
      )}
      {seen.sets && target.source !== TYPED && (
        <ActionForm action={`/theo-doi/chi-tieu/${target.id}/tinh`} formKey={formKey} inline>
          <Button kind="secondary">Tính lại từ dữ liệu</Button>
        </ActionForm>
      )}
      {seen.sets && (
        <ButtonLink href={`/theo-doi/chi-tieu/${target.id}/sua`} kind="secondary">
          Sửa, bãi bỏ
        </ButtonLink>
      )}
    </>
  );
}

const ForecastCard = ({ tracked }: { tracked: TrackedShare }) => (
  <Card title="Dự báo đến hết năm công tác">
    <p>
      <b>
        {tracked.progress.forecast === null
          ? "Chưa dự báo được"
          : writeMeasured(tracked.progress.forecast, tracked.target)}
      </b>
      {tracked.rolled.goal !== null &&
        ` so với chỉ tiêu ${writeMeasured(tracked.rolled.goal, tracked.target)}`}
    </p>
    <p class="small soft">{forecastWords}</p>
    {tracked.rolled.told < tracked.rolled.reporting && (
      <p class="small soft">
        Mới có số liệu của {writeNumber(tracked.rolled.told)} trên {writeNumber(tracked.rolled.reporting)} đơn
        vị.
      </p>
    )}
  </Card>
);

const FactsCard = ({ target, share }: { target: Target; share: Share }) => (
  <Card title="Cách đo">
    <CheckAnswers
      answers={[
        { label: "Chủ trì", value: target.ownerName },
        { label: "Loại", value: measureNames[target.measure] },
        { label: "Chiều", value: directionNames[target.direction] },
        { label: "Mức gốc", value: share.base === null ? "Chưa có" : writeMeasured(share.base, target) },
        { label: "Cách cộng", value: countingNames[target.counting] },
        {
          label: "Báo cáo",
          value: `${rhythmNames[target.rhythm]}, chậm nhất ${target.reportDays} ngày sau khi hết kỳ`,
        },
        ...(target.source === TYPED ? [] : [{ label: "Nguồn số liệu", value: sourceName(target.source) }]),
        ...(target.movement === null
          ? []
          : [
              {
                label: "Phong trào",
                value: <a href={`/phong-trao/${target.movement}`}>{target.movementName}</a>,
              },
            ]),
        ...(target.takenWords === null ? [] : [{ label: "Theo kế hoạch", value: `“${target.takenWords}”` }]),
        { label: "Văn bản", value: <PaperWords target={target} /> },
      ]}
    />
  </Card>
);

function PaperWords({ target }: { target: Target }) {
  if (!target.paperSymbol && !target.paperLink) return "Chưa ghi";
  const words = target.paperSymbol ?? "Xem văn bản";
  return (
    <>
      {target.paperLink ? <a href={target.paperLink}>{words}</a> : words}
      {target.paperDay && (
        <>
          {" "}
          ngày <DayText day={target.paperDay} />
        </>
      )}
    </>
  );
}

const did: Readonly<Record<TargetEventKind, string>> = {
  set: "lập chỉ tiêu",
  changed: "sửa chỉ tiêu",
  divided: "chia chỉ tiêu",
  withdrawn: "bãi bỏ chỉ tiêu",
};

const HistoryCard = ({ history }: { history: readonly TargetHistoryEntry[] }) => (
  <Card title="Lịch sử chỉ tiêu">
    <Timeline
      label="Lịch sử chỉ tiêu"
      entries={history.map((entry) => ({
        at: entry.at,
        who: entry.actorName,
        onBehalfOf: entry.onBehalfOf ?? undefined,
        what: (
          <>
            {did[entry.kind]}
            {entry.kind !== "withdrawn" && entry.remarks && <span class="soft">. {entry.remarks}</span>}
          </>
        ),
        why: entry.kind === "withdrawn" ? (entry.remarks ?? undefined) : undefined,
      }))}
    />
  </Card>
);
