import {
  Actions,
  ButtonLink,
  Card,
  Columns,
  DataTable,
  EmptyState,
  type Frame,
  Lines,
  Page,
  Tag,
} from "../web/kit.ts";
import { type Cluster, leaderTitle } from "./cluster.ts";
import type { LedInYear, ProposedRank, RotationMember, RotationProposal } from "./cluster-rotation.ts";

interface RotationViewProps {
  frame: Frame;
  cluster: Cluster;
  year: number;
  /** The year whose roster it rests on. */
  base: number;
  members: readonly RotationMember[];
  past: readonly LedInYear[];
  proposal: RotationProposal;
  heads: ReadonlyMap<number, { readonly id: number; readonly name: string }>;
}

/** Who is next by turn to lead a cluster, and who has led it. */
export function RotationView({ frame, cluster, year, base, members, past, ...props }: RotationViewProps) {
  const { head, deputies } = props.proposal;
  const line = (rank: ProposedRank, title: string) => ({
    main: `${title}: ${rank.name}`,
    detail: [rank.reason, props.heads.get(rank.unit)?.name ?? "chưa có người đứng đầu trong danh sách"]
      .filter(Boolean)
      .join(" · "),
  });
  return (
    <Page
      frame={frame}
      title={`Đề xuất luân phiên năm ${year}`}
      lead={cluster.name}
      crumbs={[
        { label: "Cụm thi đua", href: "/to-chuc/cum" },
        { label: cluster.name, href: `/to-chuc/cum/${cluster.id}` },
        { label: "Luân phiên" },
      ]}
    >
      <Columns even>
        <Card
          title="Theo lượt"
          lead={`Theo thành phần năm ${base} và những năm đã giữ vai trò; chỉ là đề xuất, cấp có thẩm quyền quyết định.`}
          flush
        >
          {head === null ? (
            <EmptyState title="Chưa có thành phần để đề xuất" />
          ) : (
            <>
              <Lines
                lines={[
                  line(head, leaderTitle(cluster.kind, "head")),
                  ...deputies.map((deputy) => line(deputy, leaderTitle(cluster.kind, "deputy"))),
                ]}
              />
              <div class="card-body">
                <Actions>
                  <ButtonLink href={`/to-chuc/cum/${cluster.id}/thanh-phan?nam=${year}&luan-phien=co`}>
                    {`Lập thành phần năm ${year} theo đề xuất`}
                  </ButtonLink>
                </Actions>
              </div>
            </>
          )}
        </Card>
        <Card title="Đã giữ vai trò" flush>
          <DataTable<RotationMember>
            id="luot"
            caption="Các năm từng đơn vị giữ vai trò Trưởng, Phó Trưởng"
            rows={members}
            rowKey={({ unit }) => `${unit}`}
            columns={[
              { key: "don-vi", label: "Đơn vị", head: true, cell: ({ name }) => name },
              { key: "truong", label: "Trưởng", cell: ({ unit }) => yearsOf(past, unit, "head") },
              { key: "pho", label: "Phó Trưởng", cell: ({ unit }) => yearsOf(past, unit, "deputy") },
              {
                key: "de-xuat",
                label: "Đề xuất",
                kind: "tag",
                cell: ({ unit }) =>
                  unit === head?.unit ? (
                    <Tag tone="action">Trưởng</Tag>
                  ) : (
                    deputies.some((deputy) => deputy.unit === unit) && <Tag>Phó Trưởng</Tag>
                  ),
              },
            ]}
          />
        </Card>
      </Columns>
    </Page>
  );
}

const yearsOf = (past: readonly LedInYear[], unit: number, rank: LedInYear["rank"]): string =>
  past
    .filter((led) => led.unit === unit && led.rank === rank)
    .map(({ year }) => year)
    .join(", ") || "—";
