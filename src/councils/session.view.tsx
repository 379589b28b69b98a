import { writeDay, writeWeekday } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { ButtonLink, Columns, Notice, Page, Plate, Stack, type Step, Steps } from "../web/kit.ts";
import { mayConduct, mayPrepare, mayTakePart } from "./council.may.ts";
import { SessionTag } from "./council.view.tsx";
import { isBeingPrepared, type Session, sessionKindNames } from "./session.ts";
import { Agenda } from "./session-agenda.view.tsx";
import { DocumentsCard, MinutesCard, type SessionPageProps, VotesCard } from "./session-cards.view.tsx";
import { presiderOf } from "./vote.ts";
import { quorumIn, type WholeSession } from "./whole.ts";

export const crumbsOf = (council: { id: number; name: string }, session: Session, label?: string) => [
  { label: "Hội đồng", href: "/hoi-dong" },
  { label: council.name, href: `/hoi-dong/${council.id}` },
  label === undefined
    ? { label: session.title }
    : { label: session.title, href: `/hoi-dong/phien/${session.id}` },
  ...(label === undefined ? [] : [{ label }]),
];

/** A session: where it stands, what comes next, its agenda, its papers. */
export function SessionPage(props: SessionPageProps) {
  const { frame, council, whole, actor } = props;
  const { session } = whole;
  return (
    <Page frame={frame} title={session.title} ownHeading crumbs={crumbsOf(council, session)}>
      <Plate
        title={session.title}
        tag={<SessionTag state={session.state} />}
        facts={[
          { label: "Hình thức", value: sessionKindNames[session.kind] },
          {
            label: session.kind === "written" ? "Hạn gửi phiếu" : "Thời gian",
            value:
              session.kind === "written"
                ? writeDay(session.lettersBy ?? session.day)
                : `${session.startsAt ? `${session.startsAt}, ` : ""}${writeWeekday(session.day)} ${writeDay(session.day)}`,
          },
          ...(session.place ? [{ label: "Địa điểm", value: session.place }] : []),
          { label: "Chủ trì", value: presiderOf(whole)?.personName ?? "Chưa có" },
        ]}
        actions={<Ways {...props} />}
      />
      <Stack>
        <Steps steps={stepsOf(props)} label="Các bước của phiên" />
        {session.kind === "meeting" && (session.state === "called" || session.state === "open") && (
          <QuorumNotice whole={whole} />
        )}
        <VotesCard {...props} />
        <Agenda {...props} />
        <Columns even>
          <DocumentsCard {...props} />
          <MinutesCard {...props} actor={actor} />
        </Columns>
      </Stack>
    </Page>
  );
}

function QuorumNotice({ whole }: { whole: WholeSession }) {
  const quorum = quorumIn(whole);
  const open = whole.session.state === "open";
  return (
    <Notice
      tone={quorum.met ? "good" : open ? "bad" : "watch"}
      title={
        quorum.met
          ? "Đủ thành viên để họp"
          : open
            ? "Không còn đủ thành viên: chưa mở bỏ phiếu được"
            : "Chưa đủ thành viên để khai mạc"
      }
    >
      <p>
        {quorum.words} <span class="soft">({quorum.basis})</span>
      </p>
    </Notice>
  );
}

function stepsOf({ whole, outcomes, minutes, turnouts }: SessionPageProps): Step[] {
  const { session, items } = whole;
  const written = session.kind === "written";
  const cancelled = session.state === "cancelled";
  const order = ["preparing", "called", "open", "closed"] as const;
  const at = cancelled ? -1 : order.indexOf(session.state as (typeof order)[number]);
  const mark = (index: number): Step["state"] => (at > index ? "done" : at === index ? "current" : "waiting");
  const votable = items.filter(({ kind, state }) => kind !== "other" && state !== "withdrawn").length;
  const counted = turnouts.filter(({ state }) => state === "counted").length;
  const issued = minutes.length > 0;
  return [
    {
      label: "Chuẩn bị chương trình",
      state: cancelled ? ("stopped" as const) : mark(0),
      detail: `${items.length} mục`,
    },
    { label: written ? "Gửi xin ý kiến" : "Triệu tập", state: mark(1) },
    {
      label: written ? "Thành viên bỏ phiếu" : "Họp, bỏ phiếu",
      state: mark(2),
      detail: at >= 2 ? `${outcomes.length}/${votable} mục có kết quả, ${counted} lượt đã kiểm` : undefined,
    },
    {
      label: "Biên bản",
      state: issued
        ? ("done" as const)
        : session.state === "closed"
          ? ("current" as const)
          : ("waiting" as const),
    },
  ];
}

/** What this person can do now: the next thing first. */
function Ways({ council, whole, actor, turnouts }: SessionPageProps) {
  const { session } = whole;
  const base = `/hoi-dong/phien/${session.id}`;
  const conducts = !isRefusal(mayConduct(actor, council, session));
  const prepares = !isRefusal(mayPrepare(actor, council));
  const member = !isRefusal(mayTakePart(council));
  const preparing = isBeingPrepared(session);
  const open = session.state === "open";
  const written = session.kind === "written";
  const ways = [
    prepares &&
      session.state === "preparing" && {
        href: `${base}/trieu-tap`,
        label: written ? "Gửi xin ý kiến…" : "Triệu tập phiên họp…",
      },
    conducts &&
      session.state === "called" && {
        href: `${base}/khai-mac`,
        label: written ? "Bắt đầu lấy phiếu…" : "Khai mạc…",
      },
    open && !written && { href: `${base}/truc-tiep`, label: "Theo dõi phiên họp trực tiếp" },
    conducts &&
      open &&
      turnouts.every(({ state }) => state === "counted" || state === "abandoned") && {
        href: `${base}/bo-phieu`,
        label: "Mở lượt bỏ phiếu…",
      },
    conducts &&
      !written &&
      (session.state === "called" || open) && { href: `${base}/diem-danh`, label: "Điểm danh" },
    member && (preparing || open) && { href: `${base}/xung-dot`, label: "Khai báo xung đột lợi ích" },
    member &&
      (session.state === "called" || open) && { href: `${base}/y-kien`, label: "Gửi ý kiến bằng văn bản" },
    member && session.state === "called" && !written && { href: `${base}/vang-mat`, label: "Báo vắng mặt" },
    prepares && preparing && { href: `${base}/sua`, label: "Sửa thông tin phiên" },
    conducts && !member && !preparing && { href: `${base}/xung-dot`, label: "Xung đột lợi ích" },
    conducts && open && { href: `${base}/be-mac`, label: "Bế mạc…" },
    prepares && preparing && { href: `${base}/huy`, label: "Hủy phiên…" },
  ].filter((way) => way !== false);
  return (
    <>
      {ways.map((way, index) => (
        <ButtonLink href={way.href} kind={index === 0 ? "primary" : "secondary"}>
          {way.label}
        </ButtonLink>
      ))}
    </>
  );
}
