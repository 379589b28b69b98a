import type { Child } from "hono/jsx";
import type { UnitKind } from "../org/unit.ts";
import type { Actor } from "../platform/actor.ts";
import { covers, type Day, writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { capitalise } from "../platform/vietnamese.ts";
import type { Frame } from "../web/frame.ts";
import {
  ButtonLink,
  Card,
  Columns,
  DataTable,
  DayText,
  EmptyState,
  Lines,
  Notice,
  Page,
  PersonLine,
  Plate,
  Tag,
} from "../web/kit.ts";
import { mayCompose, mayPrepare, type SeenCouncil } from "./council.may.ts";
import { councilKindNames } from "./council.ts";
import { compositionFindings, type Membership, roleNames, votersOn, votes } from "./member.ts";
import { tieNames, type WorkingRules, writeShare } from "./rules.ts";
import { type Session, sessionKindNames, sessionStateNames } from "./session.ts";

interface CouncilPageProps {
  frame: Frame;
  actor: Actor;
  council: SeenCouncil;
  members: readonly Membership[];
  versions: readonly WorkingRules[];
  rules: WorkingRules | null;
  sessions: readonly Session[];
  /** What the council's body is today; null when it is no more. */
  bodyKind: UnitKind | null;
}

/** A council: who sits on it today and who sat, its rules, its sessions. */
export function CouncilPage(props: CouncilPageProps) {
  const { frame, actor, council, members, sessions } = props;
  const composes = !isRefusal(mayCompose(actor, council));
  const prepares = !isRefusal(mayPrepare(actor, council));
  const base = `/hoi-dong/${council.id}`;
  const findings = composes ? compositionFindings(members, actor.day, isGrassroots(props.bodyKind)) : [];
  return (
    <Page
      frame={frame}
      title={council.name}
      ownHeading
      crumbs={[{ label: "Hội đồng", href: "/hoi-dong" }, { label: council.name }]}
    >
      <Plate
        title={council.name}
        tag={council.endedOn ? <Tag>Đã kết thúc</Tag> : <Tag tone="good">Đang hoạt động</Tag>}
        facts={[
          { label: "Loại", value: councilKindNames[council.kind] },
          { label: "Cơ quan", value: council.bodyName },
          { label: "Quyết định", value: `${council.paperSymbol} ngày ${writeDay(council.paperDay)}` },
          { label: "Thành viên bỏ phiếu", value: `${votersOn(members, actor.day).length}` },
        ]}
        actions={
          council.endedOn === null && (
            <>
              {prepares && <ButtonLink href={`${base}/phien/moi`}>Chuẩn bị phiên họp, lấy phiếu</ButtonLink>}
              {composes && (
                <ButtonLink href={`${base}/ket-thuc`} kind="secondary">
                  Kết thúc Hội đồng…
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {findings.length > 0 && (
        <Notice tone="watch" title="Nên xem lại thành phần Hội đồng">
          <ul>
            {findings.map((finding) => (
              <li>
                {finding.sentence}
                {finding.basis && <span class="soft"> ({finding.basis})</span>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SessionsCard sessions={sessions} />
      <Columns>
        <MembersCard
          members={members}
          day={actor.day}
          more={composes && <a href={`${base}/thanh-vien/moi`}>Thêm thành viên…</a>}
          endHref={composes ? (id) => `${base}/thanh-vien/${id}/thoi` : null}
        />
        <RulesCard
          rules={props.rules}
          versions={props.versions}
          more={composes && <a href={`${base}/quy-che/moi`}>Ghi quy chế mới…</a>}
        />
      </Columns>
    </Page>
  );
}

/** A council of a unit below a ministry or province; what the old circular asks differs. */
const isGrassroots = (body: UnitKind | null): boolean => body !== "ministry" && body !== "people-committee";

const sessionTones = {
  preparing: "plain",
  called: "action",
  open: "gold",
  closed: "good",
  cancelled: "plain",
} as const;

export const SessionTag = ({ state }: { state: Session["state"] }) => (
  <Tag tone={sessionTones[state]}>{sessionStateNames[state]}</Tag>
);

const SessionsCard = ({ sessions }: { sessions: readonly Session[] }) => (
  <Card title="Các phiên" flush tag={<Tag>{`${sessions.length}`}</Tag>}>
    {sessions.length === 0 ? (
      <EmptyState title="Chưa có phiên nào">
        Hội đồng họp định kỳ 6 tháng một lần và đột xuất khi cần.
      </EmptyState>
    ) : (
      <DataTable<Session>
        id="phien"
        caption="Các phiên của Hội đồng"
        rows={sessions}
        rowKey={(session) => `${session.id}`}
        columns={[
          {
            key: "title",
            label: "Phiên",
            head: true,
            cell: (session) => (
              <span class="line">
                <a href={`/hoi-dong/phien/${session.id}`}>{session.title}</a>
                <small>{sessionKindNames[session.kind]}</small>
              </span>
            ),
          },
          {
            key: "day",
            label: "Ngày",
            kind: "day",
            cell: (session) => <DayText day={session.day} weekday />,
          },
          { key: "place", label: "Địa điểm", cell: (session) => session.place ?? "" },
          {
            key: "state",
            label: "Trạng thái",
            kind: "tag",
            cell: ({ state }) => <SessionTag state={state} />,
          },
        ]}
      />
    )}
  </Card>
);

interface MembersCardProps {
  members: readonly Membership[];
  day: Day;
  more: Child;
  endHref: ((id: number) => string) | null;
}

function MembersCard({ members, day, more, endHref }: MembersCardProps) {
  const sitting = members.filter(({ validity }) => covers(validity, day));
  const others = members.filter(({ validity }) => !covers(validity, day));
  return (
    <Card title={`Thành viên ngày ${writeDay(day)}`} flush more={more}>
      {sitting.length === 0 ? (
        <EmptyState title="Chưa có thành viên">Ghi từng thành viên theo quyết định thành lập.</EmptyState>
      ) : (
        <Lines
          lines={sitting.map((member) => ({
            main: <PersonLine name={member.personName} detail={member.place} />,
            detail: `${roleNames[member.role]}${votes(member.role) ? "" : ", không bỏ phiếu"} · từ ${writeDay(member.validity.from!)} theo ${member.paperSymbol}`,
            end: endHref && (
              <a href={endHref(member.id)}>
                Thôi<span class="unseen"> tham gia: {member.personName}</span>…
              </a>
            ),
          }))}
        />
      )}
      {others.length > 0 && (
        <details>
          <summary>Đã thôi hoặc chưa bắt đầu ({others.length})</summary>
          <Lines
            lines={others.map((member) => ({
              main: <PersonLine name={member.personName} detail={member.place} />,
              detail: `${roleNames[member.role]} · ${writeDay(member.validity.from!)}${member.validity.to ? ` đến trước ${writeDay(member.validity.to)} theo ${member.endSymbol ?? ""}` : ""}`,
            }))}
          />
        </details>
      )}
    </Card>
  );
}

interface RulesCardProps {
  rules: WorkingRules | null;
  versions: readonly WorkingRules[];
  more: Child;
}

function RulesCard({ rules, versions, more }: RulesCardProps) {
  return (
    <Card title="Quy chế làm việc" flush more={more}>
      {rules ? (
        <RulesFacts rules={rules} />
      ) : (
        <p class="card-body">
          Chưa ghi quy chế. Hệ thống tạm áp dụng thông lệ: họp khi có 2/3 thành viên (80 % khi xét khen
          thưởng), bỏ phiếu kín, tính phiếu xin ý kiến của người vắng.
        </p>
      )}
      {versions.length > 1 && (
        <p class="small soft card-body">
          Các lần ban hành:{" "}
          {versions.map((one) => `${one.paperSymbol} từ ${writeDay(one.fromDay)}`).join("; ")}.
        </p>
      )}
    </Card>
  );
}

/** What a version of the rules says, in words. */
function RulesFacts({ rules }: { rules: WorkingRules }) {
  const closes = [
    "hồ sơ của chính mình (luôn luôn)",
    rules.closesKinship && "quan hệ gia đình đã khai báo",
    rules.closesAuthorship && "đồng tác giả",
    rules.closesOwnUnit && "đơn vị mình",
  ].filter(Boolean);
  const facts = [
    ["Văn bản", `${rules.paperSymbol}, áp dụng từ ${writeDay(rules.fromDay)}`],
    [
      "Dự họp ít nhất",
      `${writeShare(rules.quorum)} thành viên; ${writeShare(rules.awardQuorum)} khi xét khen thưởng`,
    ],
    [
      "Tỷ lệ thông qua",
      `theo luật của ngày họp; nơi luật không định: ${rules.thresholdPercent === null ? "quá nửa" : `từ ${rules.thresholdPercent} %`} tổng số thành viên`,
    ],
    ["Bỏ phiếu", rules.secret ? "kín" : "công khai"],
    ["Khi số phiếu bằng nhau", tieNames[rules.tie]],
    [
      "Người vắng",
      rules.countsLetters ? "được gửi phiếu xin ý kiến và được tính" : "không tính phiếu xin ý kiến",
    ],
    ["Mục đóng với thành viên", closes.join("; ")],
    ...(rules.remarks ? [["Ghi chú", rules.remarks]] : []),
  ] as const;
  return <Lines lines={facts.map(([label, value]) => ({ main: capitalise(value), detail: label }))} />;
}
