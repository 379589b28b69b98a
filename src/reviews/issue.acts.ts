import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import { act } from "../platform/act.ts";
import { keepFile } from "../platform/files.ts";
import type { Gathered } from "../platform/offers.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { documentOf } from "./document.store.ts";
import { type Issue, issueOf, latestSending, saveIssue } from "./paper.store.ts";
import { findReview } from "./review.store.ts";
import { isOpen } from "./review.ts";
import { wholeReview } from "./whole.store.ts";

/**
 * Prints what was sent, once: the bytes are kept by their hash and served from then on. It is printed after
 * the frozen figures, so it says the same whenever it is done.
 */
export const keepIssued = act({
  name: "review.keep-issued",
  async run(
    work,
    { reviewId, gathered }: { reviewId: number; gathered: Gathered },
  ): Promise<Issue | Refusal> {
    const before = await issueOf(work.tx, reviewId);
    if (before) return before;
    const review = await findReview(work.tx, reviewId, work.day);
    const event = await latestSending(work.tx, reviewId);
    if (!review || event === null || isOpen(review.state))
      return refuse("not-sent", "Báo cáo chưa gửi nên chưa có bản phát hành.");
    const whole = await wholeReview(work.tx, gathered, work.actor, review);
    const document = await documentOf(work.tx, whole, work.day);
    const { bytes } = await printPdf(document);
    const pdf = await keepFile(work.tx, { name: `${reviewId}.pdf`, bytes }, work.at);
    if (isRefusal(pdf)) return pdf;
    const docx = await keepFile(
      work.tx,
      { name: `${reviewId}.docx`, bytes: await printDocx(document) },
      work.at,
    );
    if (isRefusal(docx)) return docx;
    const issue = { event, pdf: pdf.hash, docx: docx.hash };
    await saveIssue(work.tx, reviewId, issue, work.at);
    work.record("review.printed", reviewId, { pdf: pdf.hash, docx: docx.hash });
    return issue;
  },
});
