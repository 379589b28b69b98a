import { writeDay } from "../platform/day.ts";
import type { Deadline } from "../platform/deadline.ts";
import { writeNumber } from "../platform/money.ts";
import type { Frame } from "../web/frame.ts";
import {
  addressWith,
  Bars,
  ButtonLink,
  Card,
  Columns,
  DataTable,
  DeadlineTag,
  DeadlineText,
  EmptyState,
  InstantText,
  Page,
  Stack,
  type TableAddress,
  Tag,
  UnitLine,
} from "../web/kit.ts";
import type { MovementFacts } from "./deadline.store.ts";
import {
  type Cluster,
  isOverdue,
  type Owing,
  owes,
  standingNames,
  standingOf,
  tally,
  tallyByCluster,
} from "./overview.ts";
import { channelNames } from "./registration.ts";

interface OverviewPageProps {
  frame: Frame;
  movement: MovementFacts;
  body: number;
  /** The body gathers from its rooms instead of having launched the movement. */
  gathers: boolean;
  owing: readonly Owing[];
  shown: readonly Owing[];
  clusters: readonly Cluster[];
  address: TableAddress;
  manages: boolean;
  at: Date;
}

/** Who has sent, who is late, who has not begun: by unit and by cluster. */
export function OverviewPage(props: OverviewPageProps) {
  const { movement, owing, at, gathers, body } = props;
  const counts = tally(owing, at);
  const query = gathers ? `?noi-nhan=${body}` : "";
  const base = `/dang-ky/phong-trao/${movement.id}`;
  return (
    <Page
      frame={props.frame}
      title="Tình hình đăng ký"
      help="dang-ky"
      crumbs={[{ label: "Đăng ký", href: "/dang-ky" }, { label: movement.name }]}
      lead={<a href={`/phong-trao/${movement.id}`}>{movement.name}</a>}
      actions={
        props.manages && (
          <>
            <ButtonLink href={`/dang-ky/nhap-ban-giay?phong-trao=${movement.id}`} kind="secondary">
              Nhập bản giấy
            </ButtonLink>
            <ButtonLink href={`${base}/gia-han${query}`} kind="secondary">
              Gia hạn
            </ButtonLink>
            {counts.total > counts.sent && (
              <ButtonLink
                href={`${base}/don-doc${query}`}
              >{`Đôn đốc ${counts.total - counts.sent} đơn vị…`}</ButtonLink>
            )}
          </>
        )
      }
    >
      <Stack>
        <Columns even>
          <Card title="Tổng số">
            <Bars
              label="Tình hình gửi đăng ký"
              bars={[
                { label: "Đã gửi", value: counts.sent, of: counts.total, tone: "good" },
                { label: "Trong đó gửi muộn", value: counts.late, of: counts.total, tone: "watch" },
                { label: "Đang soạn hoặc bị trả lại", value: counts.drafting, of: counts.total },
                { label: "Chưa bắt đầu", value: counts.notBegun, of: counts.total, tone: "watch" },
                { label: "Quá hạn chưa gửi", value: counts.overdue, of: counts.total, tone: "watch" },
              ]}
            />
            <p>
              Bảng tổng hợp:{" "}
              <a href={`${base}/tong-hop.xlsx${query}`} data-turbo="false">
                XLSX
              </a>{" "}
              <a href={`${base}/tong-hop.docx${query}`} data-turbo="false">
                DOCX
              </a>{" "}
              <a href={`${base}/tong-hop.pdf${query}`} data-turbo="false">
                PDF
              </a>
            </p>
          </Card>
          <ClustersCard {...props} />
        </Columns>
        <Card title="Theo đơn vị" flush tag={<Tag>{`${counts.sent}/${counts.total} đã gửi`}</Tag>}>
          <OwingTable {...props} />
        </Card>
      </Stack>
    </Page>
  );
}

function ClustersCard({ owing, clusters, address, at }: OverviewPageProps) {
  const rows = tallyByCluster(owing, clusters, at);
  if (rows.every(({ cluster }) => cluster === null)) return null;
  return (
    <Card title="Theo cụm, khu vực">
      <Bars
        label="Đã gửi theo cụm, khu vực"
        bars={rows.map(({ cluster, tally: counts }) => ({
          label: cluster?.name ?? "Không thuộc cụm",
          value: counts.sent,
          of: counts.total,
          href: cluster ? addressWith(address, { cum: `${cluster.id}` }) : undefined,
        }))}
      />
    </Card>
  );
}

function OwingTable(props: OverviewPageProps) {
  const { address, clusters, at, manages, movement, gathers, body } = props;
  return (
    <DataTable<Owing>
      id="don-vi"
      caption="Tình hình đăng ký theo đơn vị"
      address={address}
      rows={props.shown}
      rowKey={({ unit }) => `${unit}`}
      empty={
        props.owing.length === 0 ? (
          <EmptyState title="Phong trào chưa gửi đến đơn vị nào">
            Khi phong trào được ban hành, các đơn vị trong phạm vi hiện ra ở đây.
          </EmptyState>
        ) : undefined
      }
      filters={[
        { kind: "search", name: "q", label: "Tìm đơn vị" },
        {
          kind: "choice",
          name: "tinh-trang",
          label: "Tình trạng",
          choices: [
            { value: "chua-gui", label: "Chưa gửi (mọi lý do)" },
            ...Object.entries(standingNames).map(([value, label]) => ({ value, label })),
          ],
        },
        {
          kind: "choice",
          name: "cum",
          label: "Cụm, khu vực",
          choices: clusters.map(({ id, name }) => ({ value: `${id}`, label: name })),
        },
      ]}
      columns={[
        {
          key: "don-vi",
          label: "Đơn vị",
          head: true,
          cell: (one) =>
            one.registration?.submittedAt ? (
              <UnitLine name={one.unitName} href={`/dang-ky/${one.registration.id}`} />
            ) : (
              <UnitLine name={one.unitName} />
            ),
        },
        {
          key: "tinh-trang",
          label: "Tình trạng",
          kind: "tag",
          cell: (one) => <StandingTag owing={one} at={at} />,
        },
        { key: "gui", label: "Gửi lúc", kind: "day", cell: (one) => <Sent owing={one} /> },
        { key: "so-dong", label: "Số dòng", kind: "number", cell: linesSent },
        { key: "han", label: "Hạn", cell: (one) => <Due deadline={one.deadline} owing={one} at={at} /> },
        ...(manages
          ? [
              {
                key: "viec",
                label: "Việc",
                kind: "actions" as const,
                cell: (one: Owing) =>
                  owes(one) && (
                    <a
                      href={`/dang-ky/phong-trao/${movement.id}/gia-han?don-vi=${one.unit}${gathers ? `&noi-nhan=${body}` : ""}`}
                    >
                      Gia hạn<span class="unseen"> cho {one.unitName}</span>
                    </a>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What is still being written is nobody else's. */
const linesSent = ({ registration }: Owing): string =>
  registration?.submittedAt ? writeNumber(registration.lineCount) : "";

const tones = {
  accepted: "good",
  sent: "good",
  "sent-late": "watch",
  returned: "watch",
  drafting: "plain",
  "not-begun": "plain",
} as const;

function StandingTag({ owing, at }: { owing: Owing; at: Date }) {
  const standing = standingOf(owing);
  return (
    <>
      <Tag tone={tones[standing]}>{standingNames[standing]}</Tag>{" "}
      {isOverdue(owing, at) && <Tag tone="bad">Quá hạn</Tag>}
    </>
  );
}

const Sent = ({ owing: { registration, remindedOn } }: { owing: Owing }) =>
  registration?.submittedAt ? (
    <>
      <InstantText at={registration.submittedAt} />
      {registration.channel !== "online" && registration.channel && (
        <small class="soft"> {channelNames[registration.channel]}</small>
      )}
    </>
  ) : remindedOn ? (
    <small class="soft">đôn đốc {writeDay(remindedOn)}</small>
  ) : (
    ""
  );

const Due = ({ deadline, owing, at }: { deadline: Deadline | null; owing: Owing; at: Date }) => {
  if (!deadline) return <span class="soft">Chưa định hạn</span>;
  return owes(owing) ? <DeadlineTag deadline={deadline} at={at} /> : <DeadlineText deadline={deadline} />;
};
