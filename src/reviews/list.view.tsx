import type { Actor } from "../platform/actor.ts";
import { onDay } from "../platform/day.ts";
import { lateFrom } from "../platform/deadline.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  addressWith,
  BarLine,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DayText,
  DeadlineTag,
  DeadlineText,
  EmptyState,
  Lines,
  Page,
  Stack,
  type TableAddress,
  type TableSort,
  Tag,
  UnitLine,
} from "../web/kit.ts";
import type { Duty } from "./duty.ts";
import type { ListedReview, ListPage } from "./list.store.ts";
import { kindNames, writeReviewed } from "./period.ts";
import type { ReceivedPeriod } from "./received.ts";
import { levelNames, stateNames } from "./review.ts";
import { BASE, LateTag, StateTag } from "./tags.view.tsx";

interface ListViewProps {
  frame: Frame;
  actor: Actor;
  address: TableAddress;
  sort: TableSort;
  page: number;
  found: ListPage;
  choices: readonly { movement: number | null; name: string | null; year: number }[];
  /** What one's own units and clusters report on. */
  own: readonly Duty[];
  received: readonly ReceivedPeriod[];
  keepsTemplates: boolean;
  /** There is somebody for whom this person may begin a report. */
  starts: boolean;
  formKey: string;
}

export const ListView = (props: ListViewProps) => (
  <Page
    frame={props.frame}
    title="Sơ kết, tổng kết"
    help="so-ket-tong-ket"
    actions={
      <>
        {props.keepsTemplates && (
          <>
            <ButtonLink href={`${BASE}/mau`} kind="secondary">
              Mẫu báo cáo
            </ButtonLink>
            <ButtonLink href={`${BASE}/nhap-ban-giay`} kind="secondary">
              Nhập bản giấy
            </ButtonLink>
          </>
        )}
        {props.starts && (
          <ButtonLink href={`${BASE}/moi`} kind="secondary">
            Lập báo cáo khác
          </ButtonLink>
        )}
      </>
    }
  >
    <Stack>
      <OwnCard own={props.own} actor={props.actor} formKey={props.formKey} />
      <ReceivedCard received={props.received} formKey={props.formKey} />
      <Card title="Danh sách báo cáo" flush>
        <ListTable {...props} />
      </Card>
    </Stack>
  </Page>
);

/** What one's own units report on by when. */
const OwnCard = ({ own, actor, formKey }: { own: readonly Duty[]; actor: Actor; formKey: string }) =>
  own.length === 0 ? null : (
    <Card title="Đơn vị tôi báo cáo" flush>
      <DataTable<Duty>
        id="don-vi-toi"
        caption="Đơn vị tôi báo cáo"
        rows={own}
        rowKey={placeOf}
        columns={[
          {
            key: "ky",
            label: "Kỳ báo cáo",
            head: true,
            cell: (duty) => (
              <UnitLine
                name={writeReviewed(duty.period)}
                href={duty.review ? `${BASE}/${duty.review}` : undefined}
                path={[duty.unitName, duty.movementName]}
              />
            ),
          },
          { key: "noi-nhan", label: "Gửi đến", cell: ({ receiverName }) => receiverName },
          { key: "han", label: "Hạn", cell: (duty) => <DutyDay duty={duty} actor={actor} /> },
          {
            key: "viec",
            label: "Tình trạng",
            kind: "tag",
            cell: (duty) =>
              duty.state ? (
                <StateTag review={{ state: duty.state, receiver: duty.receiver }} />
              ) : (
                <StartButton
                  unit={duty.unit}
                  movement={duty.movement}
                  period={duty.period}
                  label="Bắt đầu viết"
                  formKey={formKey}
                />
              ),
          },
        ]}
      />
    </Card>
  );

const placeOf = ({ movement, unit, period }: Duty): string =>
  `${movement}-${unit}-${period.kind}-${period.year}`;

const DutyDay = ({ duty, actor }: { duty: Duty; actor: Actor }) => {
  if (!duty.deadline) return <span class="soft">Chưa định hạn</span>;
  const open = duty.state === null || duty.state === "draft" || duty.state === "returned";
  return (
    <>
      <DeadlineText deadline={duty.deadline} />{" "}
      {open && lateFrom(duty.deadline) && <DeadlineTag deadline={duty.deadline} at={actor.at} />}
    </>
  );
};

interface StartProps {
  unit: number;
  movement: number | null;
  period: Duty["period"];
  label: string;
  formKey: string;
}

/** Begins a report of one period with one press. */
const StartButton = ({ unit, movement, period, label, formKey }: StartProps) => (
  <ActionForm action={BASE} formKey={`${formKey}-${movement}-${unit}-${period.kind}-${period.year}`} inline>
    <input type="hidden" name="unit" value={unit} />
    <input type="hidden" name="movement" value={movement ?? ""} />
    <input type="hidden" name="kind" value={period.kind} />
    <input type="hidden" name="year" value={period.year} />
    <Button small kind="secondary">
      {label}
      <span class="unseen"> {writeReviewed(period)}</span>
    </Button>
  </ActionForm>
);

/** What comes to one's body, period by period; the body's own report over all of it begins or goes on here. */
const ReceivedCard = ({ received, formKey }: { received: readonly ReceivedPeriod[]; formKey: string }) =>
  received.length === 0 ? null : (
    <Card title="Báo cáo gửi về" flush>
      <Lines
        lines={received.map((one) => ({
          main: (
            <a href={`${BASE}?phong-trao=${one.movement ?? 0}&ky=${one.period.kind}&nam=${one.period.year}`}>
              {writeReviewed(one.period)}
            </a>
          ),
          detail: (
            <>
              {one.movementName}
              <BarLine
                label={`Đã gửi ${one.tally.sent} trên ${one.tally.total} đơn vị`}
                value={one.tally.sent}
                of={one.tally.total}
              />
              {one.toAccept > 0 && <Tag tone="action">{`${one.toAccept} chờ tiếp nhận`}</Tag>}{" "}
              {one.tally.late > 0 && <Tag tone="watch">{`${one.tally.late} gửi muộn`}</Tag>}
            </>
          ),
          end: (
            <>
              <b>
                {one.tally.sent}/{one.tally.total}
              </b>{" "}
              <StartButton
                unit={one.body}
                movement={one.movement}
                period={one.period}
                label="Báo cáo chung"
                formKey={`${formKey}-chung`}
              />
            </>
          ),
        }))}
      />
    </Card>
  );

function ListTable(props: ListViewProps) {
  const { address, found, choices } = props;
  const years = [...new Set(choices.map(({ year }) => year))];
  const movements = new Map(
    choices.flatMap(({ movement, name }) => (movement ? [[movement, name ?? ""]] : [])),
  );
  const exportAddress = (path: string) => addressWith({ path, query: address.query }, { trang: null });
  return (
    <DataTable<ListedReview>
      id="danh-sach"
      caption="Danh sách báo cáo sơ kết, tổng kết"
      address={address}
      sort={props.sort}
      rows={found.rows}
      rowKey={({ id }) => `${id}`}
      paging={{ page: props.page, total: found.total, noun: "báo cáo" }}
      exports={[
        { label: "XLSX", href: exportAddress(`${BASE}/danh-sach.xlsx`) },
        { label: "CSV", href: exportAddress(`${BASE}/danh-sach.csv`) },
      ]}
      filters={[
        { kind: "search", name: "q", label: "Tìm đơn vị, phong trào" },
        {
          kind: "choice",
          name: "nam",
          label: "Năm",
          choices: years.map((year) => ({ value: `${year}`, label: `${year}` })),
        },
        {
          kind: "choice",
          name: "phong-trao",
          label: "Phong trào",
          choices: [
            ...[...movements].map(([id, name]) => ({ value: `${id}`, label: `${name}` })),
            { value: "0", label: "Công tác năm, không theo phong trào" },
          ],
        },
        { kind: "choice", name: "ky", label: "Loại", choices: choicesOf(kindNames) },
        { kind: "choice", name: "cap", label: "Cấp", choices: choicesOf(levelNames) },
        { kind: "choice", name: "trang-thai", label: "Trạng thái", choices: choicesOf(stateNames) },
        {
          kind: "choice",
          name: "han",
          label: "Thời hạn",
          choices: [
            { value: "dung", label: "Đúng hạn" },
            { value: "muon", label: "Muộn" },
          ],
        },
      ]}
      empty={
        Object.keys(address.query).length === 0 ? (
          <EmptyState title="Chưa có báo cáo nào">
            Báo cáo sơ kết, tổng kết của đơn vị và báo cáo gửi về sẽ hiện ở đây.
          </EmptyState>
        ) : undefined
      }
      columns={[
        {
          key: "unit",
          label: "Đơn vị",
          sortable: true,
          head: true,
          cell: (row) => (
            <UnitLine
              name={row.unitName}
              href={`${BASE}/${row.id}`}
              path={row.movementName ? [row.movementName] : []}
            />
          ),
        },
        {
          key: "year",
          label: "Kỳ",
          sortable: true,
          cell: writeReviewed,
        },
        { key: "level", label: "Cấp", cell: ({ level }) => levelNames[level] },
        { key: "state", label: "Trạng thái", kind: "tag", cell: (row) => <StateTag review={row} /> },
        {
          key: "sent",
          label: "Đến lúc",
          kind: "day",
          sortable: true,
          cell: (row) =>
            row.arrivedAt ? (
              <>
                <DayText day={onDay(row.arrivedAt)} /> <LateTag late={row.late} />
              </>
            ) : (
              "Chưa gửi"
            ),
        },
      ]}
    />
  );
}

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
