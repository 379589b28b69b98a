import { onDay, yearOf } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DayText,
  DeadlineTag,
  rowsOnAPage,
  SelectField,
  Stack,
  type TableAddress,
  Tag,
  type Tone,
} from "../web/kit.ts";
import { type CoverageLine, countCoverage } from "./coverage.ts";
import { MovementPage, type MovementSetting } from "./movement-frame.view.tsx";
import { planChannelNames } from "./unit-plan.ts";
import {
  isPlanOverdue,
  owesPlan,
  type PlanOwing,
  type PlanStanding,
  planStandingNames,
  planStandingOf,
  tallyPlans,
  urgeHref,
} from "./unit-plan-list.ts";

const standingTones: Readonly<Record<PlanStanding, Tone>> = {
  accepted: "good",
  sent: "action",
  "sent-late": "watch",
  returned: "watch",
  drafting: "plain",
  "not-begun": "plain",
};

const PlanStandingTag = ({ owing }: { owing: Pick<PlanOwing, "plan"> }) => {
  const standing = planStandingOf(owing);
  return <Tag tone={standingTones[standing]}>{planStandingNames[standing]}</Tag>;
};

interface UnitPlansPageProps {
  setting: MovementSetting;
  /** All that owe; empty for who does not receive. */
  owing: readonly PlanOwing[];
  receives: boolean;
  oversees: boolean;
  /** The rows of this page of the narrowed list. */
  shown: readonly PlanOwing[];
  total: number;
  page: number;
  address: TableAddress;
  clusters: readonly { readonly id: number; readonly name: string }[];
  coverage: ReadonlyMap<number, readonly CoverageLine[]>;
  own: readonly OwnPlan[];
  formKey: string;
}

/** A unit of this person's in scope, with plans it has already written this year. */
export interface OwnPlan {
  readonly owing: PlanOwing;
  readonly writes: boolean;
  readonly others: readonly { readonly id: number; readonly name: string }[];
}

/** “Kế hoạch đơn vị” of a launch: one's own unit's, and for who receives, everybody's. */
export function UnitPlansPage(props: UnitPlansPageProps) {
  const { setting, own, oversees } = props;
  return (
    <MovementPage setting={setting} current="ke-hoach-don-vi">
      <Stack>
        {own.map((one) => (
          <OwnCard setting={setting} own={one} formKey={props.formKey} />
        ))}
        {oversees && <ReceivedCard {...props} />}
      </Stack>
    </MovementPage>
  );
}

function OwnCard({ setting, own, formKey }: { setting: MovementSetting; own: OwnPlan; formKey: string }) {
  const { owing, writes, others } = own;
  const { movement, actor } = setting.seen;
  return (
    <Card title={`Kế hoạch của ${owing.unitName}`} tag={<PlanStandingTag owing={owing} />}>
      {owing.deadline && (
        <p>
          Hạn gửi {movement.launcher.name}: {writeDeadline(owing.deadline)}{" "}
          {owesPlan(owing) && <DeadlineTag deadline={owing.deadline} at={actor.at} />}
        </p>
      )}
      {owing.plan ? (
        <p>
          <a href={`/ke-hoach-don-vi/${owing.plan.id}`}>
            {owesPlan(owing) && writes ? "Viết tiếp kế hoạch" : "Xem kế hoạch"}
          </a>
        </p>
      ) : writes ? (
        <ActionForm action="/ke-hoach-don-vi" formKey={`${formKey}-${owing.unit}`}>
          <input type="hidden" name="movement" value={movement.id} />
          <input type="hidden" name="unit" value={owing.unit} />
          {others.length > 0 && (
            <SelectField
              name="plan"
              label="Trả lời bằng"
              prompt="Kế hoạch mới"
              hint="Một kế hoạch có thể trả lời nhiều phong trào"
              choices={others.map(({ id, name }) => ({ value: `${id}`, label: name }))}
            />
          )}
          <div class="actions">
            <Button>Lập kế hoạch</Button>
          </div>
        </ActionForm>
      ) : (
        <p class="soft">Đơn vị chưa bắt đầu lập kế hoạch.</p>
      )}
      <p>
        <a href={`/phong-trao/${movement.id}/quan-triet/${owing.unit}`}>
          Ghi việc quán triệt, phát động đến từng người
        </a>
      </p>
    </Card>
  );
}

function ReceivedCard(props: UnitPlansPageProps) {
  const { setting, owing, receives, shown, address, clusters } = props;
  const { movement, actor } = setting.seen;
  const tally = tallyPlans(owing, actor.at);
  const base = `/phong-trao/${movement.id}/ke-hoach-don-vi`;
  const suffix = queryOf(address);
  return (
    <Card
      title={`Đã gửi ${tally.sent}/${tally.total} kế hoạch`}
      lead={`${tally.toAccept} chờ tiếp nhận · ${tally.returned} đã trả lại · ${tally.late} gửi muộn · ${tally.overdue} quá hạn chưa gửi`}
      flush
    >
      {receives && (
        <div class="card-body">
          <Actions>
            {tally.sent < tally.total && (
              <ButtonLink href={urgeHref(yearOf(actor.day), movement.name)}>
                {`Đôn đốc ${tally.total - tally.sent} đơn vị…`}
              </ButtonLink>
            )}
            <ButtonLink href={`${base}/nhap-ban-giay`} kind="secondary">
              Nhập bản giấy
            </ButtonLink>
          </Actions>
        </div>
      )}
      <DataTable
        id="ke-hoach"
        caption="Kế hoạch của các đơn vị"
        address={address}
        filters={[
          { kind: "search", name: "q", label: "Đơn vị" },
          {
            kind: "choice",
            name: "trang-thai",
            label: "Trạng thái",
            choices: [
              { value: "chua-gui", label: "Chưa gửi" },
              ...(Object.keys(planStandingNames) as PlanStanding[]).map((value) => ({
                value,
                label: planStandingNames[value],
              })),
            ],
          },
          ...(clusters.length > 0
            ? [
                {
                  kind: "choice" as const,
                  name: "cum",
                  label: "Cụm thi đua",
                  choices: clusters.map(({ id, name }) => ({ value: `${id}`, label: name })),
                },
              ]
            : []),
          {
            kind: "choice",
            name: "han",
            label: "Thời hạn",
            choices: [
              { value: "muon", label: "Muộn, quá hạn" },
              { value: "dung", label: "Không muộn" },
            ],
          },
        ]}
        rows={shown}
        rowKey={({ plan, unit }) => (plan?.state === "sent" ? `${plan.id}` : `don-vi-${unit}`)}
        columns={columnsOf(setting, props.coverage)}
        paging={{ page: props.page, total: props.total, size: rowsOnAPage, noun: "đơn vị" }}
        bulk={
          receives
            ? {
                name: "ke-hoach",
                rowLabel: ({ unitName }) => unitName,
                actions: [{ label: "Tiếp nhận…", address: `${base}/tiep-nhan` }],
              }
            : undefined
        }
        exports={[
          { label: "XLSX", href: `${base}.xlsx${suffix}` },
          { label: "CSV", href: `${base}.csv${suffix}` },
        ]}
      />
    </Card>
  );
}

const queryOf = ({ query }: TableAddress): string => {
  const text = new URLSearchParams(query).toString();
  return text === "" ? "" : `?${text}`;
};

const columnsOf = (setting: MovementSetting, coverage: ReadonlyMap<number, readonly CoverageLine[]>) => [
  {
    key: "unit",
    label: "Đơn vị",
    head: true,
    cell: ({ unitName, followers, plan }: PlanOwing) => (
      <>
        {plan && plan.arrivedAt !== null ? <a href={`/ke-hoach-don-vi/${plan.id}`}>{unitName}</a> : unitName}
        {followers.length > 0 && <small class="soft"> nay là {followers.join(", ")}</small>}
      </>
    ),
  },
  {
    key: "state",
    label: "Trạng thái",
    kind: "tag" as const,
    cell: (owing: PlanOwing) => (
      <>
        <PlanStandingTag owing={owing} />
        {isPlanOverdue(owing, setting.seen.actor.at) && <Tag tone="bad">Quá hạn</Tag>}
      </>
    ),
  },
  {
    key: "arrived",
    label: "Ngày nhận",
    kind: "day" as const,
    cell: ({ plan }: PlanOwing) => (plan?.arrivedAt ? <DayText day={onDay(plan.arrivedAt)} /> : "—"),
  },
  {
    key: "channel",
    label: "Cách gửi",
    cell: ({ plan }: PlanOwing) => (plan?.channel ? planChannelNames[plan.channel] : "—"),
  },
  {
    key: "coverage",
    label: "Đối chiếu",
    cell: ({ plan }: PlanOwing) => (
      <CoverageCell lines={plan ? coverage.get(plan.id) : undefined} setting={setting} plan={plan?.id} />
    ),
  },
  {
    key: "launched",
    label: "Phát động xuống",
    cell: ({ plan }: PlanOwing) =>
      plan?.launched ? <a href={`/phong-trao/${plan.launched}`}>Đã phát động</a> : "—",
  },
];

function CoverageCell({
  lines,
  setting,
  plan,
}: {
  lines: readonly CoverageLine[] | undefined;
  setting: MovementSetting;
  plan: number | undefined;
}) {
  if (!lines || plan === undefined) return <>—</>;
  const { asked, missing, contradicts } = countCoverage(lines);
  const words = [
    missing > 0 ? `${missing} chưa có` : "",
    contradicts > 0 ? `${contradicts} trái` : "",
  ].filter((part) => part !== "");
  return (
    <a href={`/ke-hoach-don-vi/${plan}/phong-trao/${setting.seen.movement.id}/doi-chieu`}>
      {words.length === 0 ? `Đủ ${asked} mục` : words.join(", ")}
    </a>
  );
}
