import { printDocx } from "../documents/print-docx.ts";
import { DocumentPage } from "../documents/print-html.tsx";
import { printPdf } from "../documents/print-pdf.ts";
import { readKept } from "../platform/files.ts";
import { writeNumber } from "../platform/money.ts";
import type { DueItem, Gathered } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, download, frameOf, pages, readerOf, show } from "../web/http.ts";
import {
  ButtonLink,
  Card,
  DataTable,
  DeadlineText,
  DocumentPreview,
  InstantText,
  Page,
  Tag,
} from "../web/kit.ts";
import { documentOf } from "./document.store.ts";
import { duesOfReview } from "./gathered-figures.store.ts";
import { keepIssued } from "./issue.acts.ts";
import { dueStandingNames, latenessFigures, standingOfDue } from "./lateness.ts";
import { namesOn } from "./reporting.store.ts";
import type { SeenReview } from "./review.may.ts";
import { isOpen } from "./review.ts";
import { seenReview, wholeIn } from "./seen.pages.tsx";
import { BASE, crumbsTo, titleOf } from "./tags.view.tsx";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The report as a paper, and the obligations its lateness is told from. */
export function documentPages(gathered: Gathered) {
  const documents = pages();
  const one = `${BASE}/:id{[0-9]+}` as const;

  documents.get(`${one}/van-ban`, async (c) => {
    const review = await seenReview(c);
    const document = await documentOf(readerOf(c), await wholeIn(c, gathered, review), actorOf(c).day);
    const open = isOpen(review.state);
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title="Văn bản báo cáo"
        crumbs={crumbsTo(review, "Văn bản")}
        lead={
          open
            ? "Bản dự thảo theo nội dung đã lưu; số liệu là của lúc này."
            : "Bản đã gửi; số liệu chốt lúc gửi."
        }
        actions={
          <>
            <ButtonLink href={`${BASE}/${review.id}/van-ban.docx`} kind="secondary" download>
              Tải DOCX
            </ButtonLink>
            <ButtonLink href={`${BASE}/${review.id}/van-ban.pdf`} download>
              Tải PDF
            </ButtonLink>
          </>
        }
      >
        <DocumentPreview label={titleOf(review)} draft={open}>
          <DocumentPage document={document} />
        </DocumentPreview>
      </Page>,
    );
  });

  documents.get(`${one}/van-ban.pdf`, async (c) => {
    const review = await seenReview(c);
    return download(c, await bytesOf(c, gathered, review, "pdf"), fileName(review, "pdf"), "application/pdf");
  });

  documents.get(`${one}/van-ban.docx`, async (c) => {
    const review = await seenReview(c);
    return download(c, await bytesOf(c, gathered, review, "docx"), fileName(review, "docx"), DOCX);
  });

  documents.get(`${one}/thoi-han`, async (c) => {
    const review = await seenReview(c);
    const { at, day } = actorOf(c);
    const dues = await duesOfReview(readerOf(c), gathered, review, day);
    const names = await namesOn(readerOf(c), [...new Set(dues.map(({ unit }) => unit))], day);
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title="Việc đến hạn trong kỳ"
        crumbs={crumbsTo(review, "Thời hạn")}
        lead={titleOf(review)}
      >
        <DuesCard dues={dues} names={names} at={at} />
      </Page>,
    );
  });

  return documents;
}

/** A draft is printed anew each time; what was sent is kept and never made again. */
async function bytesOf(c: Context, gathered: Gathered, review: SeenReview, kind: "pdf" | "docx") {
  if (!isOpen(review.state)) {
    const issue = await keepIssued({ ...actorOf(c), key: null }, { reviewId: review.id, gathered });
    if (!isRefusal(issue)) return readKept(issue[kind]);
  }
  const document = await documentOf(readerOf(c), await wholeIn(c, gathered, review), actorOf(c).day);
  return kind === "pdf" ? (await printPdf(document)).bytes : printDocx(document);
}

const fileName = (review: SeenReview, ending: string): string =>
  `${titleOf(review)} - ${review.unitName}.${ending}`;

const tones = { "on-time": "good", late: "watch", overdue: "bad", open: "plain" } as const;

const MOST_SHOWN = 2000;

/** The very figures that lead here, in words. */
const standingsOf = (dues: readonly DueItem[], at: Date): string =>
  latenessFigures(dues, at, "")
    .map(
      ({ label, value, measure }) =>
        `${label}: ${value === null ? "chưa có số liệu" : `${writeNumber(value)} ${measure}`}`,
    )
    .join(" · ");

const DuesCard = ({
  dues,
  names,
  at,
}: {
  dues: readonly DueItem[];
  names: ReadonlyMap<number, string>;
  at: Date;
}) => (
  <Card title={`${dues.length} việc`} lead={standingsOf(dues, at)} flush>
    <DataTable<DueItem>
      id="viec"
      caption="Việc đến hạn trong kỳ"
      rows={dues.slice(0, MOST_SHOWN)}
      rowKey={({ kind, subject, unit }) => `${kind}-${subject}-${unit}`}
      empty={<p class="soft">Không có việc nào đến hạn trong kỳ này.</p>}
      columns={[
        { key: "don-vi", label: "Đơn vị", cell: ({ unit }) => names.get(unit) ?? "" },
        { key: "viec", label: "Việc", head: true, cell: ({ what, href }) => <a href={href}>{what}</a> },
        { key: "han", label: "Hạn", cell: ({ deadline }) => <DeadlineText deadline={deadline} /> },
        {
          key: "luc",
          label: "Thực hiện lúc",
          kind: "day",
          cell: ({ doneAt }) => (doneAt ? <InstantText at={doneAt} /> : "Chưa có"),
        },
        {
          key: "muc",
          label: "Tình trạng",
          kind: "tag",
          cell: (due) => {
            const standing = standingOfDue(due, at);
            return <Tag tone={tones[standing]}>{dueStandingNames[standing]}</Tag>;
          },
        },
      ]}
    />
  </Card>
);
