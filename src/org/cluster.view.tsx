import { writeDay } from "../platform/day.ts";
import type { PanelOffer, TabOffer } from "../platform/offers.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  EmptyState,
  type Frame,
  Lines,
  Page,
  Plate,
  SelectField,
  Stack,
  Tabs,
  Tag,
} from "../web/kit.ts";
import type { LeaderInYear, RosterEntry } from "./cluster.store.ts";
import { type Cluster, clusterKindNames } from "./cluster.ts";
import type { EndedMember, KeptPlace, YearInHistory } from "./cluster-history.store.ts";
import { PanelCards } from "./panel.view.tsx";

export interface ClusterInYear {
  readonly cluster: Cluster;
  readonly members: readonly RosterEntry[];
  readonly leaders: readonly LeaderInYear[];
}

interface ClustersViewProps {
  frame: Frame;
  year: number;
  years: readonly number[];
  clusters: readonly ClusterInYear[];
  mayDraw: boolean;
}

/** All clusters of a year with their rosters, as they were drawn for it. */
export const ClustersView = ({ frame, year, years, clusters, mayDraw }: ClustersViewProps) => (
  <Page
    frame={frame}
    title="Cụm, khối, khu vực thi đua"
    lead={`Năm ${year}: ${clusters.length} cụm, khối, khu vực`}
    crumbs={[{ label: "Tổ chức", href: "/to-chuc" }, { label: "Cụm thi đua" }]}
    actions={mayDraw ? <ButtonLink href="/to-chuc/cum/moi">Thành lập cụm</ButtonLink> : undefined}
  >
    <Columns>
      <Stack>
        {clusters.length === 0 && (
          <EmptyState title={`Năm ${year} chưa có cụm nào`}>
            Hãy chọn năm khác hoặc lập thành phần cụm cho năm này.
          </EmptyState>
        )}
        {clusters.map((one) => (
          <Card
            title={one.cluster.name}
            lead={`${clusterKindNames[one.cluster.kind]} · ${one.cluster.founderName ?? "chưa rõ cơ quan thành lập"} · ${one.members.length} đơn vị`}
            tag={one.cluster.outside ? <Tag>Do nơi khác lập</Tag> : undefined}
            more={
              <a href={`/to-chuc/cum/${one.cluster.id}?nam=${year}`}>
                Xem<span class="unseen"> {one.cluster.name}</span>
              </a>
            }
          >
            <p>
              {one.leaders.length === 0
                ? "Chưa cử Trưởng, Phó Trưởng."
                : one.leaders.map((leader) => `${leader.title}: ${leader.name}`).join("; ")}
            </p>
          </Card>
        ))}
      </Stack>
      <Stack>
        <Card title="Chọn năm">
          <form class="form" method="get" action="/to-chuc/cum">
            <SelectField
              name="nam"
              label="Năm"
              value={`${year}`}
              prompt={null}
              choices={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
            />
            <Actions>
              <Button kind="secondary">Xem</Button>
            </Actions>
          </form>
        </Card>
      </Stack>
    </Columns>
  </Page>
);

interface ClusterViewProps extends ClusterInYear {
  frame: Frame;
  year: number;
  history: readonly YearInHistory[];
  kept: readonly KeptPlace[];
  ended: readonly EndedMember[];
  nextYear: number;
  mayDraw: boolean;
  tabs: readonly TabOffer[];
  panels: readonly PanelOffer[];
}

export const ClusterView = ({
  frame,
  cluster,
  members,
  leaders,
  year,
  history,
  kept,
  ended,
  nextYear,
  mayDraw,
  tabs,
  panels,
}: ClusterViewProps) => (
  <Page
    frame={frame}
    title={cluster.name}
    ownHeading
    crumbs={[
      { label: "Tổ chức", href: "/to-chuc" },
      { label: "Cụm thi đua", href: `/to-chuc/cum?nam=${year}` },
      { label: cluster.name },
    ]}
  >
    <Plate
      title={cluster.name}
      tag={<Tag tone="action">Năm {year}</Tag>}
      facts={[
        { label: "Loại", value: clusterKindNames[cluster.kind] },
        { label: "Cơ quan thành lập", value: cluster.founderName ?? "Chưa rõ" },
        { label: "Đơn vị thành viên", value: members.length },
        { label: "Quyết định", value: members[0]?.paperSymbol ?? leaders[0]?.paperSymbol ?? "Chưa ghi" },
      ]}
      actions={
        mayDraw ? (
          <>
            <ButtonLink href={`/to-chuc/cum/${cluster.id}/thanh-phan?nam=${year}`} kind="secondary" small>
              Lập thành phần, cử Trưởng cụm
            </ButtonLink>
            {!cluster.outside && (
              <ButtonLink
                href={`/to-chuc/cum/${cluster.id}/luan-phien?nam=${nextYear}`}
                kind="secondary"
                small
              >
                {`Đề xuất luân phiên năm ${nextYear}`}
              </ButtonLink>
            )}
          </>
        ) : undefined
      }
    />
    {tabs.length > 0 && (
      <Tabs
        label={`Công tác thi đua của ${cluster.name}`}
        tabs={tabs.map((tab) => ({ href: tab.href, label: tab.label, count: tab.count ?? undefined }))}
      />
    )}
    {ended.length > 0 && <EndedCard cluster={cluster} ended={ended} year={year} mayDraw={mayDraw} />}
    <Columns>
      <Card title={`Đơn vị thành viên năm ${year}`} flush={members.length > 0}>
        {members.length === 0 ? (
          <EmptyState title="Năm này chưa lập thành phần" />
        ) : (
          <Lines
            lines={members.map((member) => ({
              main: <a href={`/to-chuc/don-vi/${member.unit}`}>{member.name}</a>,
              detail: member.code,
            }))}
          />
        )}
      </Card>
      <Stack>
        <Card title="Trưởng, Phó Trưởng" flush={leaders.length > 0}>
          {leaders.length === 0 ? (
            <p>Chưa cử.</p>
          ) : (
            <Lines
              lines={leaders.map((leader) => ({
                main: <a href={`/to-chuc/nguoi/${leader.person}`}>{leader.name}</a>,
                detail: leader.title,
              }))}
            />
          )}
        </Card>
        <PanelCards panels={panels} />
        <HistoryCard cluster={cluster} history={history} year={year} />
        {kept.length > 0 && <KeptCard kept={kept} />}
      </Stack>
    </Columns>
  </Page>
);

interface HistoryCardProps {
  cluster: Cluster;
  history: readonly YearInHistory[];
  year: number;
}

/** Every year the cluster was drawn, as it was then. */
const HistoryCard = ({ cluster, history, year }: HistoryCardProps) => (
  <Card title="Lịch sử theo năm" flush>
    <Lines
      lines={history.map((one) => ({
        main: <a href={`/to-chuc/cum/${cluster.id}?nam=${one.year}`}>Năm {one.year}</a>,
        detail: [`${one.members} đơn vị`, one.leaders, one.symbol].filter(Boolean).join(" · "),
        end: one.year === year ? <Tag>Đang xem</Tag> : undefined,
      }))}
    />
  </Card>
);

const KeptCard = ({ kept }: { kept: readonly KeptPlace[] }) => (
  <Card title="Giữ chỗ sau sáp nhập" flush>
    <Lines
      lines={kept.map((place) => ({
        main: `${place.toName} giữ chỗ của ${place.fromName}`,
        detail: `Năm ${place.year}, từ ${writeDay(place.on)} · ${place.symbol} ngày ${writeDay(place.signed)} · ${place.actorName} ghi`,
      }))}
    />
  </Card>
);

interface EndedCardProps {
  cluster: Cluster;
  ended: readonly EndedMember[];
  year: number;
  mayDraw: boolean;
}

/** Members that have ended in the year: who follows, and the way to keep the place. */
const EndedCard = ({ cluster, ended, year, mayDraw }: EndedCardProps) => (
  <Card title="Thành viên đã kết thúc" flush>
    <Lines
      lines={ended.map((member) => ({
        main: `${member.name} → ${member.toName}`,
        detail: member.already
          ? `Kết thúc ngày ${writeDay(member.on)}; đơn vị tiếp nhận đã là thành viên.`
          : `Kết thúc ngày ${writeDay(member.on)}; cần quyết định giữ chỗ trong năm.`,
        end:
          mayDraw && !member.already ? (
            <a href={`/to-chuc/cum/${cluster.id}/giu-cho?nam=${year}&tu=${member.unit}&den=${member.to}`}>
              Giữ chỗ<span class="unseen"> của {member.name}</span>
            </a>
          ) : undefined,
      }))}
    />
  </Card>
);
