import { audienceNames } from "../org/scope.ts";
import { firstDayOf, type Instant, lastDayOf, onDay } from "../platform/day.ts";
import { daysLeft, writeDaysLeft } from "../platform/deadline.ts";
import {
  Bars,
  ButtonLink,
  Card,
  Columns,
  DataTable,
  DeadlineTag,
  DeadlineText,
  EmptyState,
  Lines,
  Stack,
  Steps,
  Tag,
  YearLine,
} from "../web/kit.ts";
import { asDeadline, isLeftOpen, isUnsettled, type MovementDeadline } from "./deadlines.ts";
import type { LaunchFinding } from "./findings.ts";
import { isBeingWritten, isInForce, type MovementState, stateNames, states } from "./life.ts";
import { launchPaperOf, type Movement } from "./movement.ts";
import { MovementPage, type MovementSetting } from "./movement-frame.view.tsx";
import { sectionNames } from "./sections.ts";
import { mayEditNow } from "./seen.pages.ts";
import type { LaunchedBeside } from "./unit-plan-launched.store.ts";
import { LaunchedNotice } from "./unit-plan-launched.view.tsx";

interface OverviewProps {
  setting: MovementSetting;
  findings: readonly LaunchFinding[];
  /** What has come in by each deadline, told by the stages that receive it. */
  sent: ReadonlyMap<number, { readonly done: number; readonly total: number }>;
  /** Where it differs from the unit plan it came from. */
  launched: LaunchedBeside | null;
  at: Instant;
}

/** The movement on one page: the year's line, deadlines with their audiences, what later stages tell. */
export function OverviewView({ setting, findings, sent, launched, at }: OverviewProps) {
  const { movement, ofLauncher } = setting.seen;
  return (
    <MovementPage setting={setting} current="tong-quan">
      <Stack>
        {launched && <LaunchedNotice beside={launched} on="launch" actor={setting.seen.actor} />}
        {ofLauncher && !isInForce(movement.state) && <LifeSteps state={movement.state} />}
        <MovementYear movement={movement} at={at} />
        <Columns>
          <Stack>
            <DeadlineCard setting={setting} sent={sent} at={at} />
            {ofLauncher && movement.state !== "closed" && findings.length > 0 && (
              <FindingsCard movement={movement} findings={findings} />
            )}
          </Stack>
          <Stack>
            {setting.panels.map((panel) => (
              <Card
                title={panel.title}
                more={panel.href ? <a href={panel.href}>Xem bảng số liệu</a> : undefined}
              >
                <Bars
                  label={panel.title}
                  bars={panel.rows.map((row) => ({
                    label: row.label,
                    value: row.done,
                    of: Math.max(1, row.total),
                    text: `${row.done}/${row.total}`,
                  }))}
                />
              </Card>
            ))}
            <RelatedCard movement={movement} />
          </Stack>
        </Columns>
      </Stack>
    </MovementPage>
  );
}

function MovementYear({ movement, at }: { movement: Movement; at: Instant }) {
  const paper = launchPaperOf(movement);
  const standing = movement.deadlines.filter((deadline) => !deadline.withdrawn && deadline.day !== null);
  return (
    <YearLine
      label={`Các đợt và hạn của ${movement.name}`}
      from={firstDayOf(movement.fromYear)}
      to={lastDayOf(movement.toYear)}
      today={onDay(at)}
      phases={movement.phases.flatMap(({ name, from, to }) =>
        from !== null && to !== null ? [{ label: name, from, to }] : [],
      )}
      marks={[
        ...standing.flatMap((deadline) =>
          deadline.day === null
            ? []
            : [
                {
                  label: markOf(deadline),
                  day: deadline.day,
                  above: true,
                  state: writeDaysLeft(asDeadline(deadline), at),
                },
              ],
        ),
        ...(paper?.issuedOn ? [{ label: "Ban hành", day: paper.issuedOn }] : []),
      ]}
    />
  );
}

const shortNames: Readonly<Record<MovementDeadline["purpose"], string>> = {
  plan: "Kế hoạch",
  registration: "Đăng ký",
  "plan-and-registration": "Đăng ký",
  "interim-review": "Sơ kết",
  "final-review": "Tổng kết",
  proposal: "Hồ sơ",
  other: "",
};

/** “Đăng ký cụm”: short enough to stand on the line. */
const markOf = (deadline: MovementDeadline): string => {
  const name = shortNames[deadline.purpose] || `${deadline.what.slice(0, 24)}`;
  return deadline.groups.length > 0 && deadline.groups.every((group) => group === "cluster")
    ? `${name} cụm`
    : name;
};

interface DeadlineCardProps {
  setting: MovementSetting;
  sent: OverviewProps["sent"];
  at: Instant;
}

function DeadlineCard({ setting, sent, at }: DeadlineCardProps) {
  const { seen } = setting;
  const { movement } = seen;
  const standing = movement.deadlines.filter((deadline) => !deadline.withdrawn);
  return (
    <Card
      title="Hạn và đối tượng"
      flush
      more={mayEditNow(seen) ? <a href={`/phong-trao/${movement.id}/han`}>Điều chỉnh…</a> : undefined}
    >
      <DataTable
        id="han"
        caption="Hạn và đối tượng thực hiện"
        rows={standing}
        rowKey={(deadline) => `${deadline.id}`}
        columns={[
          { key: "what", label: "Việc", head: true, cell: (deadline) => deadline.what },
          {
            key: "audience",
            label: "Đối tượng thực hiện",
            cell: (deadline) => clipped(deadline.audienceWords),
          },
          {
            key: "day",
            label: "Hạn",
            cell: (deadline) => (
              <DeadlineCell deadline={deadline} at={at} over={movement.state === "closed"} />
            ),
          },
          {
            key: "sent",
            label: "Đã gửi",
            kind: "number",
            cell: (deadline) => {
              const count = sent.get(deadline.id);
              return count ? `${count.done}/${count.total}` : "–";
            },
          },
        ]}
        empty={<EmptyState title="Chưa có hạn nào">Hạn được nhập ở mục Hạn.</EmptyState>}
      />
    </Card>
  );
}

const LONGEST_AUDIENCE = 90;

/** The whole wording stands on the page of deadlines. */
const clipped = (words: string): string =>
  words.length > LONGEST_AUDIENCE ? `${words.slice(0, LONGEST_AUDIENCE).trimEnd()}…` : words;

interface DeadlineCellProps {
  deadline: MovementDeadline;
  at: Instant;
  /** The movement is over: nothing is waited for any more. */
  over: boolean;
}

/** The day that holds, its wording when that differs, days left. Who is late is told by those who receive. */
export function DeadlineCell({ deadline, at, over }: DeadlineCellProps) {
  const settled = deadline.settlements.at(-1);
  const current = asDeadline(deadline);
  const left = daysLeft(current, at);
  return (
    <>
      <DeadlineText deadline={current} /> {!over && left !== null && left < 0 && <Tag>Đã qua</Tag>}
      {!over && (left === null || left >= 0) && !isUnsettled(deadline) && !isLeftOpen(deadline) && (
        <DeadlineTag deadline={current} at={at} />
      )}
      {settled && settled.way !== "left-open" && (
        <small> văn bản ghi “{deadline.wording}”, đã xác định lại</small>
      )}
      {isLeftOpen(deadline) && <Tag tone="watch">Chờ trả lời</Tag>}
    </>
  );
}

function FindingsCard({ movement, findings }: { movement: Movement; findings: readonly LaunchFinding[] }) {
  const blocking = findings.filter((finding) => finding.severity === "block").length;
  const edit = (finding: LaunchFinding) =>
    finding.section === "han"
      ? `/phong-trao/${movement.id}/han`
      : `/phong-trao/${movement.id}/phan/${finding.section}`;
  return (
    <Card
      title={
        blocking > 0
          ? "Phải xử lý trước khi ban hành"
          : isBeingWritten(movement.state)
            ? "Nên xem trước khi ban hành"
            : "Điểm nên xem"
      }
      tone={blocking > 0 ? "bad" : undefined}
      flush
    >
      <Lines
        lines={findings.map((finding) => ({
          main: finding.sentence,
          detail: finding.basis,
          end: (
            <a href={edit(finding)} aria-label={`Xem phần ${sectionNames[finding.section]}`}>
              Xem
            </a>
          ),
        }))}
      />
    </Card>
  );
}

function RelatedCard({ movement }: { movement: Movement }) {
  const groups = movement.scope.groups.map((group) => audienceNames[group]);
  return (
    <Card title="Phạm vi và liên quan">
      {movement.scopeWords && <p>{movement.scopeWords}</p>}
      <p class="small soft">
        {groups.length > 0 ? groups.join("; ") : "Toàn bộ đơn vị thuộc phạm vi của cơ quan phát động."}
      </p>
      {movement.spellings.length > 0 && <p class="small">Còn gọi là: {movement.spellings.join("; ")}</p>}
      {movement.links.length > 0 && (
        <Lines
          lines={movement.links.map((link) => ({
            main: <a href={`/phong-trao/${link.other}`}>{link.name}</a>,
          }))}
        />
      )}
      {movement.onPortal && isInForce(movement.state) && (
        <ButtonLink href={`/cong-thong-tin/phong-trao/${movement.id}`} kind="quiet" small>
          Xem trên Cổng thông tin
        </ButtonLink>
      )}
    </Card>
  );
}

/** Up to the issue; what follows is the year itself. */
const lifeLine: readonly MovementState[] = states.slice(0, states.indexOf("issued") + 1);

function LifeSteps({ state }: { state: MovementState }) {
  const here = lifeLine.indexOf(state);
  return (
    <Card title="Đường đi của văn bản" level={2}>
      <Steps
        label="Đường đi của văn bản phát động"
        steps={lifeLine.map((step, index) => ({
          label: stateNames[step],
          state: index < here ? "done" : index === here ? "current" : "waiting",
        }))}
      />
    </Card>
  );
}
