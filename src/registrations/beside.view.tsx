import { nameOf } from "../law/catalogue.ts";
import type { Finding, Verdict as LawVerdict } from "../law/verdict.ts";
import { outcomeNames } from "../law/verdict.ts";
import { writeDay } from "../platform/day.ts";
import { Bars, Card, Evidence, type FindingLine, Lines, Tag, Timeline, Verdict } from "../web/kit.ts";
import { lineChainNames } from "./chain.ts";
import { tallyOf } from "./gather.ts";
import type { Line } from "./line.ts";
import type { LiveQuota } from "./live-quota.ts";
import { type MakeUp, percent, sharesBeside } from "./make-up.ts";
import type { Paper } from "./paper.store.ts";
import type { RegistrationHistoryEntry } from "./registration.store.ts";
import { channelNames } from "./registration.ts";
import { titleName } from "./title.ts";

interface VerdictCardProps {
  line: Line;
  year: number;
  /** As this person may read it. */
  verdict: LawVerdict;
}

/** The law's verdict on one line, each condition with its article. */
export function VerdictCard({ line, year, verdict }: VerdictCardProps) {
  const hidden = verdict.outcome === "suspended" && verdict.findings.length === 0;
  return (
    <Card
      id="dieu-kien"
      title={line.subject.name}
      lead={`${titleName(line.title, line.chain)}, năm ${year}`}
      tag={<Tag>{outcomeNames[verdict.outcome]}</Tag>}
    >
      {hidden ? (
        <p>Tạm dừng xét. Lý do chỉ Thường trực và người đứng đầu đơn vị được biết.</p>
      ) : (
        <>
          {verdict.reason && <p>{verdict.reason}</p>}
          <Verdict label={`Điều kiện của ${line.subject.name}`} findings={verdict.findings.map(findingOf)} />
          {verdict.needs.length > 0 && (
            <p>
              <b>Bước tiếp theo:</b> {verdict.needs.join("; ")}.
            </p>
          )}
          {!verdict.verified && <p class="small soft">Có căn cứ chưa đối chiếu với văn bản gốc.</p>}
        </>
      )}
    </Card>
  );
}

const findingOf = (finding: Finding): FindingLine => ({
  state: finding.state,
  words: finding.words,
  fact: finding.needs ?? undefined,
  basis: { label: finding.basis },
  unverified: !finding.verified,
  inside: finding.parts?.map(findingOf),
});

/** The list's make-up beside the unit's own. */
export function MakeUpCard({ registered, unit }: { registered: MakeUp; unit: MakeUp }) {
  const shares = sharesBeside(registered, unit).filter(
    (share) => share.registeredOf > 0 || share.inUnitOf > 0,
  );
  return (
    <Card title="Cơ cấu đăng ký">
      <Bars
        label="Cơ cấu danh sách đăng ký"
        bars={shares.map((share) => ({
          label: share.label,
          value: share.registered,
          of: Math.max(share.registeredOf, 1),
          text: `${percent(share.registered, share.registeredOf)}% (${share.registered}/${share.registeredOf})`,
        }))}
      />
      <p class="small soft">
        Toàn đơn vị: {unit.people} người, trực tiếp {percent(unit.direct, unit.people)}%, lãnh đạo{" "}
        {percent(unit.leaders, unit.people)}%, nữ {percent(unit.women, unit.people)}%; {unit.smallCollectives}{" "}
        tập thể nhỏ.
      </p>
    </Card>
  );
}

/** How far the list uses the ceilings on titles; nothing where the rules of the year set none. */
export function QuotaCard({ quotas }: { quotas: readonly LiveQuota[] }) {
  if (quotas.length === 0) return null;
  return (
    <Card title="Tỷ lệ của đơn vị">
      <Bars
        label="Số đã đăng ký trên số nhiều nhất được đề nghị"
        bars={quotas.map((quota) => ({
          label: nameOf(quota.title),
          value: quota.registered,
          of: Math.max(quota.most, 1),
          text: `${quota.registered}/${quota.most}`,
          tone: quota.registered > quota.most ? "watch" : "action",
        }))}
      />
      {quotas.map((quota) => (
        <p class="small soft">
          {quota.percent} % của {quota.base} người đăng ký Lao động tiên tiến, lấy phần nguyên. {quota.basis}
          {!quota.verified && " · chưa đối chiếu văn bản"}
        </p>
      ))}
    </Card>
  );
}

/** How many aim at each title. */
export function TallyCard({ lines }: { lines: readonly Line[] }) {
  const tally = tallyOf(lines);
  if (tally.length === 0) return null;
  const chains = new Set(tally.map(({ chain }) => chain)).size;
  return (
    <Card title="Tổng hợp theo danh hiệu" flush>
      <Lines
        lines={tally.map(({ title, chain, count }) => ({
          main: titleName(title, chain),
          detail: chains > 1 ? lineChainNames[chain] : undefined,
          end: <b>{count}</b>,
        }))}
      />
    </Card>
  );
}

/** Signed and sealed lists. */
export const PapersCard = ({ registration, papers }: { registration: number; papers: readonly Paper[] }) => (
  <Card title="Bản đã ký, đóng dấu">
    {papers.length === 0 ? (
      <p class="soft">Chưa đính bản nào.</p>
    ) : (
      <PapersList registration={registration} papers={papers} />
    )}
  </Card>
);

const PapersList = ({ registration, papers }: { registration: number; papers: readonly Paper[] }) => (
  <Evidence
    label="Bản đã ký, đóng dấu"
    items={papers.map((paper) => ({
      label: `${paper.number} ngày ${writeDay(paper.day)}`,
      href: `/dang-ky/${registration}/ban-ky/${paper.id}`,
      bytes: paper.bytes,
      detail: [paper.chain ? lineChainNames[paper.chain] : null, paper.fileName].filter(Boolean).join(" · "),
    }))}
  />
);

const whatHappened = {
  submitted: "gửi đăng ký",
  withdrawn: "rút đăng ký",
  returned: "trả lại đăng ký",
  accepted: "tiếp nhận đăng ký",
} as const;

/** What happened to the registration, newest first. */
export const HistoryCard = ({ history }: { history: readonly RegistrationHistoryEntry[] }) =>
  history.length === 0 ? null : (
    <Card title="Nhật ký">
      <Timeline
        label="Nhật ký của đăng ký"
        entries={history.map((entry) => ({
          at: entry.at,
          who: entry.postTitle ? `${entry.actorName} (${entry.postTitle})` : entry.actorName,
          onBehalfOf: entry.onBehalfOf ?? undefined,
          what: wordsOf(entry),
          why:
            [entry.remarks, entry.lateReason && `gửi muộn vì ${entry.lateReason}`]
              .filter(Boolean)
              .join("; ") || undefined,
        }))}
      />
    </Card>
  );

function wordsOf(entry: RegistrationHistoryEntry): string {
  if (entry.channel && entry.channel !== "online")
    return `nhập đăng ký nhận qua ${channelNames[entry.channel].toLocaleLowerCase("vi")} ngày ${writeDay(entry.receivedOn!)}${entry.late ? ", sau hạn" : ""}`;
  if (entry.kind === "submitted") return entry.late ? "gửi đăng ký sau hạn" : "gửi đăng ký";
  const due = entry.dueOn ? `, hẹn gửi lại đến hết ngày ${writeDay(entry.dueOn)}` : "";
  return `${whatHappened[entry.kind]}${due}`;
}
