import type { Actor } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Frame } from "../web/frame.ts";
import {
  ButtonLink,
  Card,
  Columns,
  DeadlineTag,
  DeadlineText,
  Evidence,
  InstantText,
  Notice,
  Page,
  Stack,
  Timeline,
} from "../web/kit.ts";
import { mayReceive, mayWrite, withdrawsNow, writesNow } from "./review.may.ts";
import type { HistoryEntry } from "./review.store.ts";
import { channelNames, isOpen, writeSignatory } from "./review.ts";
import { ChangedNotice, FiguresTable, Quotes, Words } from "./section.view.tsx";
import { BASE, crumbsTo, LateTag, StateTag, titleOf } from "./tags.view.tsx";
import type { WholeReview, WholeSection } from "./whole.store.ts";

interface ReviewPageProps {
  frame: Frame;
  actor: Actor;
  whole: WholeReview;
  /** Somebody reports to this unit, so there is something to gather. */
  gathers: boolean;
}

/** A review to read: its sections and figures, its papers and its way. */
export function ReviewPage({ frame, actor, whole, gathers }: ReviewPageProps) {
  const { review, sections } = whole;
  const writes = writesNow(actor, review);
  return (
    <Page
      frame={frame}
      title={titleOf(review)}
      help="so-ket-tong-ket"
      crumbs={crumbsTo(review)}
      lead={<Lead actor={actor} whole={whole} />}
      actions={<PageActions actor={actor} whole={whole} gathers={gathers} />}
    >
      {review.movement !== null && (
        <p>
          <a href={`/phong-trao/${review.movement}`}>{review.movementName}</a>
        </p>
      )}
      <Returned whole={whole} />
      <ChangedNotice figures={sections.flatMap(({ figures }) => figures)} />
      <Columns>
        <Stack>
          {sections.map((section) => (
            <SectionCard review={review.id} section={section} writes={writes} />
          ))}
        </Stack>
        <Stack>
          <PapersCard
            whole={whole}
            mayAttach={!isRefusal(mayWrite(actor, review)) || !isRefusal(mayReceive(actor, review))}
          />
          <AsideCard whole={whole} />
          <HistoryCard history={whole.history} />
        </Stack>
      </Columns>
    </Page>
  );
}

const SectionCard = ({
  review,
  section,
  writes,
}: {
  review: number;
  section: WholeSection;
  writes: boolean;
}) => (
  <Card title={section.heading} id={`muc-${section.position}`}>
    {section.words.trim() === "" && section.quotes.length === 0 && section.kind !== "figures" ? (
      <p class="soft">Chưa viết.</p>
    ) : (
      <Words words={section.words} />
    )}
    <Quotes quotes={section.quotes} />
    {section.kind === "figures" && (
      <FiguresTable
        review={review}
        section={section.position}
        heading={section.heading}
        figures={section.figures}
        writes={writes}
      />
    )}
  </Card>
);

function Lead({ actor, whole }: { actor: Actor; whole: WholeReview }) {
  const { review, deadline } = whole;
  const open = isOpen(review.state);
  return (
    <>
      {review.unitName}
      {review.receiverName && ` gửi ${review.receiverName}`}
      {deadline && (
        <>
          {" · Hạn "}
          <DeadlineText deadline={deadline} /> {open && <DeadlineTag deadline={deadline} at={actor.at} />}
        </>
      )}{" "}
      · <StateTag review={review} /> {!open && <LateTag late={review.late} />}
      {open && (
        <span class="soft">
          {" "}
          lưu lúc <InstantText at={review.changedAt} />
        </span>
      )}
    </>
  );
}

function PageActions({ actor, whole, gathers }: { actor: Actor; whole: WholeReview; gathers: boolean }) {
  const { review } = whole;
  const at = `${BASE}/${review.id}`;
  const writes = writesNow(actor, review);
  const receives = review.state === "submitted" && !isRefusal(mayReceive(actor, review));
  return (
    <>
      <ButtonLink href={`${at}/van-ban`} kind="secondary">
        Xem văn bản
      </ButtonLink>
      {gathers && (
        <ButtonLink href={`${at}/tong-hop`} kind="secondary">
          Báo cáo của đơn vị
        </ButtonLink>
      )}
      {writes && (
        <ButtonLink href={`${at}/soan`} kind={isOpen(review.state) ? "secondary" : "quiet"}>
          {isOpen(review.state) ? "Soạn báo cáo" : "Nhập lại nội dung"}
        </ButtonLink>
      )}
      {writes && isOpen(review.state) && <ButtonLink href={`${at}/gui`}>Kiểm tra và gửi</ButtonLink>}
      {withdrawsNow(actor, review) && (
        <ButtonLink href={`${at}/rut-lai`} kind="quiet">
          Rút lại
        </ButtonLink>
      )}
      {(receives || (review.state === "accepted" && !isRefusal(mayReceive(actor, review)))) && (
        <ButtonLink href={`${at}/tra-lai`} kind="secondary">
          Trả lại
        </ButtonLink>
      )}
      {receives && <ButtonLink href={`${at}/tiep-nhan`}>Tiếp nhận</ButtonLink>}
    </>
  );
}

/** Why it came back, until it is sent again. */
function Returned({ whole: { review, history } }: { whole: WholeReview }) {
  const back = review.state === "returned" ? history.find(({ kind }) => kind === "returned") : undefined;
  if (!back) return null;
  return (
    <Notice tone="watch" title="Báo cáo đã được trả lại để sửa">
      <p>
        {back.actorName}: {back.remarks}
        {review.dueOn && ` Đề nghị gửi lại đến hết ngày ${writeDay(review.dueOn)}.`}
      </p>
    </Notice>
  );
}

const PapersCard = ({ whole, mayAttach }: { whole: WholeReview; mayAttach: boolean }) => (
  <Card
    title="Bản đã ký, đóng dấu"
    more={mayAttach && <a href={`${BASE}/${whole.review.id}/ban-ky`}>Đính bản quét…</a>}
  >
    {whole.papers.length === 0 ? (
      <p class="soft">Chưa đính bản nào.</p>
    ) : (
      <Evidence
        label="Bản đã ký, đóng dấu"
        items={whole.papers.map((paper) => ({
          label: `${paper.number} ngày ${writeDay(paper.day)}`,
          href: `${BASE}/${whole.review.id}/ban-ky/${paper.id}`,
          bytes: paper.bytes,
          detail: paper.fileName,
        }))}
      />
    )}
  </Card>
);

const HistoryCard = ({ history }: { history: readonly HistoryEntry[] }) =>
  history.length === 0 ? null : (
    <Card title="Nhật ký">
      <Timeline
        label="Nhật ký của báo cáo"
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

function wordsOf(entry: HistoryEntry): string {
  if (entry.kind === "accepted") return "tiếp nhận báo cáo";
  if (entry.kind === "withdrawn") return "rút lại báo cáo";
  if (entry.kind === "returned")
    return `trả lại báo cáo${entry.dueOn ? `, hẹn gửi lại đến hết ngày ${writeDay(entry.dueOn)}` : ""}`;
  const late = entry.late ? ", sau hạn" : "";
  return entry.channel && entry.channel !== "online"
    ? `nhập báo cáo nhận qua ${channelNames[entry.channel].toLocaleLowerCase("vi")} ngày ${writeDay(entry.receivedOn!)}${late}`
    : `gửi báo cáo${late}; người ký: ${signerOf(entry)}`;
}

const signerOf = ({ signatoryName, signatoryTitle, signsFor }: HistoryEntry): string =>
  writeSignatory({ name: signatoryName ?? "", title: signatoryTitle ?? "", signsFor });

/** What the unit was writing when its report came on paper: only its writers see it. */
const AsideCard = ({ whole: { aside } }: { whole: WholeReview }) =>
  aside.length === 0 ? null : (
    <Card title="Bản nháp của đơn vị">
      <p class="soft">
        Nơi nhận đã nhập báo cáo giấy, nên báo cáo giấy là bản chính thức. Phần đơn vị viết dở trên hệ thống
        được giữ ở đây, chỉ đơn vị xem được.
      </p>
      {aside.map(({ heading, words }) => (
        <>
          <h3>{heading}</h3>
          <Words words={words} />
        </>
      ))}
    </Card>
  );
