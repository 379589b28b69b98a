import type { Verdict } from "../law/verdict.ts";
import type { Actor } from "../platform/actor.ts";
import { clockOf, onDay, writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Button,
  ButtonLink,
  Card,
  Columns,
  DeadlineTag,
  DeadlineText,
  EmptyState,
  Lines,
  Notice,
  Page,
  Stack,
  Tag,
} from "../web/kit.ts";
import { HistoryCard, MakeUpCard, PapersCard, QuotaCard, TallyCard, VerdictCard } from "./beside.view.tsx";
import { type Line, lineStateNames } from "./line.ts";
import { standingOf } from "./line-verdict.ts";
import { LinesTables } from "./lines.view.tsx";
import type { LiveQuota } from "./live-quota.ts";
import { makeUpOf } from "./make-up.ts";
import { writeTarget } from "./registration.document.ts";
import {
  isBeingCopied,
  mayAttachPaper,
  mayManage,
  mayPropose,
  mayReceive,
  maySeeWholeList,
  maySubmit,
  mayWithdraw,
  mayWrite,
} from "./registration.may.ts";
import { isOpen } from "./registration.ts";
import { LateTag, StateTag } from "./tags.view.tsx";
import { titleName } from "./title.ts";
import type { WholeRegistration } from "./whole.store.ts";

interface RegistrationPageProps {
  frame: Frame;
  actor: Actor;
  whole: WholeRegistration;
  verdicts: ReadonlyMap<number, Verdict>;
  /** The ceilings on titles as the list uses them. */
  quotas: readonly LiveQuota[];
  /** The line whose verdict is asked for. */
  asked: number | null;
  /** Rooms have sent lines that are not gathered yet. */
  toGather: number;
  formKey: string;
}

/** A registration: its lines, their standing before the law, its make-up, its papers and its way. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { frame, actor, whole, verdicts } = props;
  const { registration, lines } = whole;
  const writes = mayWriteNow(actor, whole);
  const current =
    lines.find(({ id }) => id === props.asked) ?? lines.find(({ state }) => state === "listed") ?? null;
  const shown = lines.map((line) => ({ line, standing: standingIn(verdicts, line) }));
  return (
    <Page
      frame={frame}
      title="Đăng ký danh hiệu thi đua"
      help="dang-ky"
      crumbs={[
        { label: "Đăng ký", href: "/dang-ky" },
        { label: `Năm ${registration.year}`, href: `/dang-ky?nam=${registration.year}` },
        { label: registration.unitName },
      ]}
      lead={<Lead actor={actor} whole={whole} />}
      actions={<PageActions actor={actor} whole={whole} />}
    >
      <p>
        <a href={`/phong-trao/${registration.movement}`}>{registration.movementName}</a>
      </p>
      <Returned whole={whole} />
      <Columns>
        <Stack>
          <Proposals lines={lines} registration={registration.id} writes={writes} />
          {props.toGather > 0 && writes && (
            <GatherCard registration={registration.id} count={props.toGather} formKey={props.formKey} />
          )}
          <LinesTables
            registration={registration.id}
            lines={shown}
            current={current?.id ?? null}
            writes={writes}
            withChain={new Set(lines.map(({ chain }) => chain)).size > 1}
          />
          <TargetsCard whole={whole} writes={writes} />
          <Ways actor={actor} whole={whole} writes={writes} />
        </Stack>
        <Stack>
          {current && verdicts.has(current.id) && (
            <VerdictCard line={current} year={registration.year} verdict={verdicts.get(current.id)!} />
          )}
          {!isRefusal(maySeeWholeList(actor, registration)) && (
            <>
              <QuotaCard quotas={props.quotas} />
              <MakeUpCard registered={makeUpOf(lines)} unit={whole.unitMakeUp} />
              <TallyCard lines={lines} />
            </>
          )}
          <PapersCard registration={registration.id} papers={whole.papers} />
          <HistoryCard history={whole.history} />
        </Stack>
      </Columns>
    </Page>
  );
}

const standingIn = (verdicts: ReadonlyMap<number, Verdict>, line: Line) => {
  const verdict = verdicts.get(line.id);
  return verdict ? standingOf(verdict) : null;
};

const mayWriteNow = (actor: Actor, { registration, movementOpen }: WholeRegistration): boolean =>
  movementOpen &&
  (isOpen(registration.state) || isBeingCopied(registration)) &&
  !isRefusal(mayWrite(actor, registration));

function Lead({ actor, whole }: { actor: Actor; whole: WholeRegistration }) {
  const { registration, deadline } = whole;
  return (
    <>
      {registration.unitName}
      {deadline && (
        <>
          {" · Hạn "}
          <DeadlineText deadline={deadline} />{" "}
          {isOpen(registration.state) && <DeadlineTag deadline={deadline} at={actor.at} />}
        </>
      )}{" "}
      · <StateTag state={registration.state} />{" "}
      {isOpen(registration.state) ? (
        <span class="soft">đã lưu {savedAt(registration.changedAt, actor)}</span>
      ) : (
        <LateTag late={registration.late} />
      )}
    </>
  );
}

const savedAt = (at: Date, actor: Actor): string =>
  onDay(at) === actor.day ? clockOf(at) : `${clockOf(at)} ngày ${writeDay(onDay(at))}`;

function PageActions({ actor, whole }: { actor: Actor; whole: WholeRegistration }) {
  const { registration } = whole;
  const sends = isOpen(registration.state) && !isRefusal(maySubmit(actor, registration));
  const receives = registration.state === "submitted" && !isRefusal(mayReceive(actor, registration));
  return (
    <>
      {!isRefusal(maySeeWholeList(actor, registration)) && (
        <ButtonLink href={`/dang-ky/${registration.id}/ban-in`} kind="secondary">
          Xem bản in
        </ButtonLink>
      )}
      {sends && <ButtonLink href={`/dang-ky/${registration.id}/kiem-tra`}>Kiểm tra và gửi</ButtonLink>}
      {receives && (
        <>
          <ButtonLink href={`/dang-ky/${registration.id}/ban-tra-lai`} kind="secondary">
            Trả lại
          </ButtonLink>
          <ButtonLink href={`/dang-ky/${registration.id}/tiep-nhan`}>Tiếp nhận</ButtonLink>
        </>
      )}
    </>
  );
}

/** Why it came back, until it is sent again. */
function Returned({ whole }: { whole: WholeRegistration }) {
  const { registration, history } = whole;
  const back = registration.state === "returned" ? history[0] : undefined;
  if (!back) return null;
  return (
    <Notice tone="watch" title="Đăng ký đã được trả lại để sửa">
      <p>
        {back.actorName}: {back.remarks}
        {registration.dueOn && ` Đề nghị gửi lại đến hết ngày ${writeDay(registration.dueOn)}.`}
      </p>
    </Notice>
  );
}

function Proposals({
  lines,
  registration,
  writes,
}: {
  lines: readonly Line[];
  registration: number;
  writes: boolean;
}) {
  const proposals = lines.filter(({ state }) => state !== "listed");
  if (proposals.length === 0) return null;
  return (
    <Card title="Cá nhân tự đăng ký" tag={<Tag tone="watch">{`${proposals.length} dòng`}</Tag>} flush>
      <Lines
        lines={proposals.map((line) => ({
          main: <b>{line.subject.name}</b>,
          detail: [titleName(line.title, line.chain), lineStateNames[line.state], line.answer]
            .filter(Boolean)
            .join(" · "),
          end:
            writes && line.state === "proposed" ? (
              <a href={`/dang-ky/${registration}/dong/${line.id}`}>
                Xem xét<span class="unseen"> đề nghị của {line.subject.name}</span>
              </a>
            ) : undefined,
        }))}
      />
    </Card>
  );
}

const GatherCard = ({
  registration,
  count,
  formKey,
}: {
  registration: number;
  count: number;
  formKey: string;
}) => (
  <Card
    title="Đăng ký của các phòng, đơn vị trực thuộc"
    tag={<Tag tone="action">{`${count} dòng chưa tổng hợp`}</Tag>}
  >
    <p>Các dòng được đưa vào danh sách như đơn vị đã gửi, không phải nhập lại; dòng đã có thì giữ nguyên.</p>
    <ActionForm action={`/dang-ky/${registration}/tong-hop`} formKey={formKey} inline>
      <Button kind="secondary">Tổng hợp {`${count}`} dòng</Button>
    </ActionForm>
  </Card>
);

function TargetsCard({ whole, writes }: { whole: WholeRegistration; writes: boolean }) {
  const { registration, targets } = whole;
  return (
    <Card
      title="Chỉ tiêu thi đua"
      flush
      tag={<Tag>{`${targets.length} chỉ tiêu`}</Tag>}
      more={writes && <a href={`/dang-ky/${registration.id}/chi-tieu/moi`}>Thêm chỉ tiêu…</a>}
    >
      {targets.length === 0 ? (
        <EmptyState title="Chưa có chỉ tiêu nào" />
      ) : (
        <Lines
          lines={targets.map((target) => ({
            main: writeTarget(target),
            end: writes ? (
              <a href={`/dang-ky/${registration.id}/chi-tieu/${target.id}`}>
                Sửa<span class="unseen"> chỉ tiêu {target.words}</span>
              </a>
            ) : undefined,
          }))}
        />
      )}
    </Card>
  );
}

/** Other ways on from here: an own line, a list from a spreadsheet, the signed paper, a withdrawal. */
function Ways({ actor, whole, writes }: { actor: Actor; whole: WholeRegistration; writes: boolean }) {
  const { registration } = whole;
  const base = `/dang-ky/${registration.id}`;
  const open = isOpen(registration.state) && whole.movementOpen;
  const ways = [
    open &&
      !isRefusal(mayPropose(actor, registration)) && {
        href: `${base}/dong/cua-toi`,
        label: "Tự đăng ký cho mình",
      },
    writes && { href: `${base}/nhap`, label: "Nhập danh sách từ Excel" },
    !isRefusal(mayAttachPaper(actor, registration)) && {
      href: `${base}/ban-ky`,
      label: "Đính bản đã ký, đóng dấu",
    },
    !isRefusal(mayManage(actor, { receiver: registration.unit, servedBy: [registration.unit] })) && {
      href: `/dang-ky/phong-trao/${registration.movement}?noi-nhan=${registration.unit}`,
      label: "Đăng ký của phòng, đơn vị trực thuộc",
    },
    registration.state === "submitted" &&
      !isRefusal(mayWithdraw(actor, registration)) && { href: `${base}/ban-rut`, label: "Rút đăng ký" },
    registration.state === "accepted" &&
      !isRefusal(mayReceive(actor, registration)) && { href: `${base}/ban-tra-lai`, label: "Trả lại để sửa" },
  ].filter((way) => way !== false);
  if (ways.length === 0) return null;
  return (
    <div class="actions">
      {ways.map((way) => (
        <ButtonLink href={way.href} kind="quiet">
          {way.label}
        </ButtonLink>
      ))}
    </div>
  );
}
