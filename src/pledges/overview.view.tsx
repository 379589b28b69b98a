import { writeDay } from "../platform/day.ts";
import type { Deadline } from "../platform/deadline.ts";
import { writeNumber } from "../platform/money.ts";
import { isRefusal } from "../platform/refusal.ts";
import {
  ButtonLink,
  Card,
  Columns,
  DeadlineTag,
  DeadlineText,
  EmptyState,
  Lines,
  Notice,
  Stack,
  type Step,
  Steps,
  Tag,
  Timeline,
} from "../web/kit.ts";
import { mayReceive, mayRun, unitsSigned, unitsWritten } from "./pledge.may.ts";
import type { PledgeHistoryEntry } from "./pledge.store.ts";
import { planIsOpen, stateNames } from "./pledge.ts";
import { PledgePage, type PledgeProps, SentTag, StateTag } from "./pledge-frame.view.tsx";

interface OverviewProps extends PledgeProps {
  history: readonly PledgeHistoryEntry[];
  deadline: Deadline | null;
  formKey: string;
}

export function OverviewView(props: OverviewProps) {
  const { pledge, counts, history } = props;
  return (
    <PledgePage
      {...props}
      side="overview"
      title={`Giao ước thi đua năm ${pledge.year}`}
      lead={
        <>
          {pledge.clusterName} · {pledge.members.length} đơn vị thành viên · <StateTag state={pledge.state} />
        </>
      }
      actions={<NextAction {...props} />}
    >
      <Returned history={history} sentState={pledge.sentState} />
      <Steps label="Các bước của năm" steps={stepsOf(props)} />
      <Columns>
        <Stack>
          <Card title="Việc tiếp theo" flush>
            <Lines lines={nextLines(props)} />
          </Card>
          <SendingCard {...props} />
          <Card title="Đơn vị thành viên" tag={<Tag>{`${pledge.members.length} đơn vị`}</Tag>} flush>
            <Lines
              lines={pledge.members.map((member) => ({
                main: <a href={`/to-chuc/don-vi/${member.unit}`}>{member.name}</a>,
              }))}
            />
          </Card>
        </Stack>
        <Stack>
          <Card title="Hội nghị cụm" more={<a href={`/giao-uoc/${pledge.id}/hoi-nghi`}>Xem</a>}>
            {pledge.conference.heldOn ? (
              <p>
                {[
                  pledge.conference.time,
                  `ngày ${writeDay(pledge.conference.heldOn)}`,
                  pledge.conference.place,
                ]
                  .filter(Boolean)
                  .join(", ")}
                . {counts.attending}/{pledge.members.length} đơn vị dự.
              </p>
            ) : (
              <p>Chưa ấn định ngày, nơi họp.</p>
            )}
          </Card>
          <Card title="Đã diễn ra">
            {history.length === 0 ? (
              <EmptyState title="Chưa có bước nào" />
            ) : (
              <Timeline label="Các bước đã qua" entries={history.map(entryOf)} />
            )}
          </Card>
        </Stack>
      </Columns>
    </PledgePage>
  );
}

function Returned({
  history,
  sentState,
}: {
  history: readonly PledgeHistoryEntry[];
  sentState: string | null;
}) {
  const back = sentState === "returned" ? history.find(({ kind }) => kind === "returned") : undefined;
  return back ? (
    <Notice tone="watch" title="Kế hoạch gửi Thường trực đã bị trả lại">
      <p>
        {back.actorName}: {back.remarks}
      </p>
    </Notice>
  ) : null;
}

const order = ["drafting", "in-comment", "adopted", "signing", "signed"] as const;

function stepsOf({ pledge, counts }: PledgeProps): Step[] {
  const at = order.indexOf(pledge.state);
  const stateAt = (index: number): Step["state"] =>
    at > index ? "done" : at === index ? "current" : "waiting";
  const members = pledge.members.length;
  const sent = pledge.sentState === "sent" || pledge.sentState === "accepted";
  return [
    { label: "Soạn dự thảo kế hoạch", state: stateAt(0) },
    { label: "Lấy ý kiến, họp hội nghị, thông qua", state: stateAt(1), detail: `${counts.comments} góp ý` },
    { label: "Ghi cam kết từng đơn vị", state: stateAt(2), detail: `${counts.promising}/${members} đơn vị` },
    { label: "Ký giao ước", state: stateAt(3), detail: `${counts.signed}/${members} đã ký` },
    {
      label: "Ký số, phát hành",
      state: pledge.state === "signed" ? "done" : "waiting",
    },
    {
      label: "Gửi kế hoạch, tổng hợp đăng ký",
      state: sent ? "done" : planIsOpen(pledge.state) ? "waiting" : "current",
    },
  ];
}

interface Next {
  readonly href: string;
  readonly label: string;
  readonly detail: string;
}

/** What this person may do now, the most pressing first. */
function nextOf({ actor, pledge, counts }: PledgeProps): Next[] {
  const base = `/giao-uoc/${pledge.id}`;
  const runs = !isRefusal(mayRun(actor, pledge));
  const own = unitsWritten(actor, pledge);
  const steps: (Next | false)[] = [
    runs &&
      pledge.state === "drafting" &&
      counts.plans === 0 && {
        href: `${base}/ke-hoach/soan`,
        label: "Soạn dự thảo kế hoạch",
        detail: "Viết từng mục, hoặc đọc từ tệp đã có",
      },
    runs &&
      pledge.state === "drafting" &&
      counts.plans > 0 && {
        href: `${base}/ke-hoach/lay-y-kien`,
        label: "Gửi dự thảo lấy ý kiến",
        detail: "Các đơn vị thành viên nhận được thông báo",
      },
    own.length > 0 &&
      pledge.state === "in-comment" && {
        href: `${base}/gop-y`,
        label: "Góp ý dự thảo kế hoạch",
        detail: own.map(({ name }) => name).join(", "),
      },
    runs &&
      counts.unanswered > 0 && {
        href: `${base}/ke-hoach`,
        label: `Trả lời ${counts.unanswered} góp ý`,
        detail: "Kế hoạch chỉ được thông qua khi mọi góp ý đã có trả lời",
      },
    runs &&
      pledge.state === "in-comment" &&
      counts.attending === 0 && {
        href: `${base}/hoi-nghi/diem-danh`,
        label: "Điểm danh hội nghị",
        detail: "Đơn vị nào dự, ai dự thay",
      },
    runs &&
      pledge.state === "in-comment" &&
      counts.unanswered === 0 &&
      counts.attending > 0 && {
        href: `${base}/thong-qua`,
        label: "Ghi kết quả thông qua kế hoạch",
        detail: "Số đơn vị tán thành, không tán thành, không biểu quyết",
      },
    own.length > 0 &&
      pledge.state === "adopted" && {
        href: `${base}/van-ban`,
        label: "Ghi cam kết của đơn vị",
        detail: own.map(({ name }) => name).join(", "),
      },
    runs &&
      pledge.state === "adopted" && {
        href: `${base}/mo-ky`,
        label: "Chốt văn bản, mở ký giao ước",
        detail: `${counts.promising}/${pledge.members.length} đơn vị đã ghi cam kết`,
      },
    pledge.state === "signing" &&
      unitsSigned(actor, pledge).length > 0 && {
        href: `${base}/ky`,
        label: "Đọc và ký giao ước",
        detail: unitsSigned(actor, pledge)
          .map(({ name }) => name)
          .join(", "),
      },
    runs &&
      pledge.state === "signing" &&
      counts.signed === pledge.members.length && {
        href: `${base}/phat-hanh`,
        label: "Ký số và phát hành giao ước",
        detail: "Mọi đơn vị đã ký",
      },
    runs &&
      !planIsOpen(pledge.state) &&
      (pledge.sentState === null || pledge.sentState === "returned") && {
        href: `${base}/gui`,
        label: "Gửi kế hoạch và tổng hợp đăng ký",
        detail: pledge.receiverName ?? "",
      },
    !isRefusal(mayReceive(actor, pledge)) &&
      pledge.sentState === "sent" && {
        href: `${base}/tiep-nhan`,
        label: "Tiếp nhận kế hoạch của cụm",
        detail: "Hoặc trả lại kèm lý do",
      },
  ];
  return steps.filter((step) => step !== false);
}

function NextAction(props: PledgeProps) {
  const [first] = nextOf(props);
  return first ? <ButtonLink href={first.href}>{first.label}</ButtonLink> : null;
}

function nextLines(props: PledgeProps) {
  const next = nextOf(props);
  if (next.length === 0)
    return [{ main: "Không có việc nào chờ Ông/Bà ở đây.", detail: stateNames[props.pledge.state] }];
  return next.map((one) => ({ main: <a href={one.href}>{one.label}</a>, detail: one.detail }));
}

function SendingCard({ pledge, deadline, actor, history }: OverviewProps) {
  const sent = history.find(({ kind }) => kind === "sent");
  const receives = !isRefusal(mayReceive(actor, pledge));
  return (
    <Card
      title="Gửi Thường trực"
      tag={<SentTag state={pledge.sentState} late={pledge.late} />}
      lead={pledge.receiverName ?? undefined}
    >
      <p>
        {deadline ? (
          <>
            Hạn: <DeadlineText deadline={deadline} />{" "}
            {pledge.sentState === null && <DeadlineTag deadline={deadline} at={actor.at} />}
          </>
        ) : (
          "Phong trào của năm không đặt hạn riêng cho cụm."
        )}
      </p>
      {pledge.movement !== null && (
        <p>
          Theo <a href={`/phong-trao/${pledge.movement}`}>{pledge.movementName}</a>
        </p>
      )}
      {sent?.late && <p>Lý do gửi muộn: {sent.lateReason}</p>}
      {sent?.tally && sent.tally.length > 0 && (
        <ul>
          {sent.tally.map((line) => (
            <li>
              {line.label}: {line.value === null ? "chưa rõ" : `${writeNumber(line.value)} ${line.measure}`}
            </li>
          ))}
        </ul>
      )}
      {sent?.file && (
        <p>
          <a href={`/giao-uoc/${pledge.id}/ban-giay-da-nhan`} data-turbo="false">
            Bản quét: {sent.fileName}
          </a>
        </p>
      )}
      {receives && (pledge.sentState === "sent" || pledge.sentState === "accepted") && (
        <p>
          <a href={`/giao-uoc/${pledge.id}/tra-lai`}>Trả lại để sửa…</a>
        </p>
      )}
    </Card>
  );
}

const verbs: Readonly<Record<PledgeHistoryEntry["kind"], string>> = {
  "opened-for-comments": "gửi dự thảo kế hoạch lấy ý kiến",
  adopted: "ghi kết quả hội nghị thông qua kế hoạch",
  "opened-for-signing": "chốt văn bản, mở ký giao ước",
  "text-changed": "sửa văn bản giao ước sau khi mở ký",
  sealed: "ký số, phát hành giao ước",
  sent: "gửi kế hoạch và tổng hợp đăng ký",
  returned: "trả lại kế hoạch của cụm",
  accepted: "tiếp nhận kế hoạch của cụm",
};

const entryOf = (entry: PledgeHistoryEntry) => ({
  at: entry.at,
  who: entry.actorName,
  onBehalfOf: entry.onBehalfOf ?? undefined,
  what:
    entry.kind === "adopted"
      ? `${verbs.adopted}: ${entry.inFavour} tán thành, ${entry.against} không tán thành, ${entry.abstained} không biểu quyết`
      : verbs[entry.kind],
  why: entry.lateReason ?? entry.remarks ?? undefined,
});
