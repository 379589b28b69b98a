import type { Turnout } from "../ballots/poll.ts";
import type { Actor } from "../platform/actor.ts";
import { writeDay, writeWeekday } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Button,
  ButtonLink,
  Card,
  Columns,
  EmptyState,
  Lines,
  Notice,
  Page,
  Plate,
  Stack,
  type Step,
  Steps,
  Tag,
} from "../web/kit.ts";
import { closedBasis, closedSentence } from "./conflict.ts";
import { mayConduct, mayPrepare, mayTakePart, type SeenCouncil } from "./council.may.ts";
import { SessionTag } from "./council.view.tsx";
import { askedFor, type Item, itemKindNames, itemStateNames, nomineeName } from "./item.ts";
import type { HeldVote, Outcome } from "./outcome.ts";
import type { MinutesPaper, SessionDocument } from "./paper.store.ts";
import { isBeingPrepared, type Session, sessionKindNames } from "./session.ts";
import { presiderOf } from "./vote.ts";
import { quorumIn, shutTo, type WholeSession } from "./whole.ts";

export interface SessionPageProps {
  frame: Frame;
  actor: Actor;
  council: SeenCouncil;
  whole: WholeSession;
  outcomes: readonly Outcome[];
  documents: readonly SessionDocument[];
  votes: readonly HeldVote[];
  turnouts: readonly Turnout[];
  minutes: readonly MinutesPaper[];
  formKey: string;
}

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
function Ways({ council, whole, actor }: SessionPageProps) {
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
    conducts && open && { href: `${base}/bo-phieu`, label: "Mở lượt bỏ phiếu…" },
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

const turnoutWords: Readonly<Record<Turnout["state"], string>> = {
  prepared: "Chờ tổ kiểm phiếu mở",
  voting: "Đang bỏ phiếu",
  closed: "Đã đóng, chờ kiểm phiếu",
  counted: "Đã kiểm phiếu",
  abandoned: "Đã hủy",
};

/** The votes held: whether and how many have voted, never how. */
function VotesCard({ votes, turnouts, whole, actor, council }: SessionPageProps) {
  if (votes.length === 0) return null;
  const conducts = !isRefusal(mayConduct(actor, council, whole.session));
  return (
    <Card title="Các lượt bỏ phiếu" flush>
      <Lines
        lines={votes.map((vote, index) => {
          const turnout = turnouts.find(({ poll }) => poll === vote.poll);
          const running = turnout?.state === "prepared" || turnout?.state === "voting";
          return {
            main: <a href={`/bo-phieu/${vote.poll}`}>{`Lượt ${index + 1}: ${vote.questions.length} mục`}</a>,
            detail: turnout
              ? `${turnoutWords[turnout.state]} · đã bỏ phiếu ${turnout.voted}/${turnout.roll}`
              : "",
            bar: turnout && {
              label: `Đã bỏ phiếu ${turnout.voted}/${turnout.roll}`,
              value: turnout.voted,
              of: turnout.roll,
            },
            end: conducts && running && (
              <a href={`/hoi-dong/phien/${whole.session.id}/huy-luot/${vote.poll}`}>Hủy lượt này…</a>
            ),
          };
        })}
      />
    </Card>
  );
}

function Agenda({ whole, actor, council, outcomes, formKey }: SessionPageProps) {
  const { session, items } = whole;
  const writes = !isRefusal(mayPrepare(actor, council)) && isBeingPrepared(session);
  const base = `/hoi-dong/phien/${session.id}`;
  return (
    <Card
      title="Chương trình"
      flush
      tag={<Tag>{`${items.length} mục`}</Tag>}
      more={writes && <a href={`${base}/muc/moi`}>Thêm mục…</a>}
    >
      {items.length === 0 ? (
        <EmptyState
          title="Chương trình chưa có mục nào"
          action={writes && <ButtonLink href={`${base}/muc/moi`}>Thêm mục đầu tiên</ButtonLink>}
        >
          Mỗi mục là một cá nhân, tập thể được đề nghị khen thưởng, một sáng kiến, hoặc một nội dung khác.
        </EmptyState>
      ) : (
        <ol class="lines agenda">
          {items.map((item, index) => (
            <AgendaLine
              item={item}
              number={index + 1}
              whole={whole}
              actor={actor}
              outcome={outcomes.find((one) => one.item === item.id)}
              writes={writes}
              formKey={`${formKey}-${item.id}`}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}

interface AgendaLineProps {
  item: Item;
  number: number;
  whole: WholeSession;
  actor: Actor;
  outcome: Outcome | undefined;
  writes: boolean;
  formKey: string;
}

function AgendaLine({ item, number, whole, actor, outcome, writes, formKey }: AgendaLineProps) {
  const shut = shutTo(whole, item, actor.person);
  const base = `/hoi-dong/phien/${whole.session.id}/muc/${item.id}`;
  if (shut !== null)
    return (
      <li>
        <div>
          <a href={base}>
            {number}. {shut === "own" ? "Hồ sơ của chính đồng chí" : "Mục đóng với đồng chí"}
          </a>
          <small>
            {closedSentence(shut)} ({closedBasis(shut, whole.rules.paperSymbol)})
          </small>
        </div>
        <div class="line-end">
          <Tag>Đóng</Tag>
        </div>
      </li>
    );
  const asked = askedFor(item);
  return (
    <li>
      <div>
        <a href={base}>
          {number}. {nomineeName(item) ?? item.title}
        </a>
        <small>{[item.place, asked ?? itemKindNames[item.kind]].filter(Boolean).join(" · ")}</small>
        {outcome && <small>{outcome.words}</small>}
      </div>
      <div class="line-end">
        {whole.session.openItem === item.id && <Tag tone="gold">Đang xét</Tag>}
        {outcome ? (
          <Tag tone={outcome.passed ? "good" : "bad"}>{outcome.passed ? "Đạt" : "Không đạt"}</Tag>
        ) : (
          item.state !== "waiting" && <Tag>{itemStateNames[item.state]}</Tag>
        )}
        {writes && (
          <ActionForm action={`${base}/doi-cho`} formKey={formKey} inline>
            <Button kind="quiet" small name="by" value="len">
              Lên<span class="unseen">: mục {number}</span>
            </Button>
            <Button kind="quiet" small name="by" value="xuong">
              Xuống<span class="unseen">: mục {number}</span>
            </Button>
          </ActionForm>
        )}
      </div>
    </li>
  );
}

function DocumentsCard({ documents, whole, actor, council }: SessionPageProps) {
  const { session } = whole;
  const base = `/hoi-dong/phien/${session.id}/tai-lieu`;
  const adds =
    !isRefusal(mayPrepare(actor, council)) && session.state !== "closed" && session.state !== "cancelled";
  return (
    <Card title="Tài liệu" flush more={adds && <a href={base}>Thêm tài liệu…</a>}>
      {documents.length === 0 ? (
        <EmptyState title="Chưa có tài liệu" />
      ) : (
        <Lines
          lines={documents.map((paper) => ({
            main: (
              <a href={`${base}/${paper.id}`} data-turbo="false">
                {paper.fileName}
              </a>
            ),
            detail: paper.item === null ? "Tài liệu chung" : itemLabel(whole, paper.item),
          }))}
        />
      )}
    </Card>
  );
}

function itemLabel({ items }: WholeSession, id: number): string {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  return item ? `Mục ${index + 1}: ${nomineeName(item) ?? item.title}` : "";
}

function MinutesCard({ minutes, whole, actor, council }: SessionPageProps) {
  const { session } = whole;
  const base = `/hoi-dong/phien/${session.id}`;
  const prepares = !isRefusal(mayPrepare(actor, council));
  return (
    <Card title="Biên bản" flush>
      <Lines
        lines={[
          ...(session.state === "open" || session.state === "closed"
            ? [
                {
                  main: <a href={`${base}/bien-ban`}>Biên bản họp</a>,
                  detail:
                    minutes.find(({ kind }) => kind === "issued") === undefined
                      ? "Bản dự thảo, lập từ những gì đã ghi"
                      : "Đã lập",
                },
              ]
            : [
                {
                  main: "Chưa có biên bản",
                  detail: "Biên bản lập tự động từ điểm danh, chương trình và kết quả bỏ phiếu.",
                },
              ]),
          ...minutes
            .filter(({ kind }) => kind === "signed")
            .map((paper) => ({
              main: (
                <a href={`${base}/ban-ky/${paper.id}`} data-turbo="false">
                  Bản đã ký {paper.number}
                </a>
              ),
              detail: paper.day ? `ngày ${writeDay(paper.day)}` : "",
            })),
          ...(prepares && minutes.some(({ kind }) => kind === "issued")
            ? [{ main: <a href={`${base}/ban-ky`}>Đính bản đã ký…</a> }]
            : []),
        ]}
      />
    </Card>
  );
}
