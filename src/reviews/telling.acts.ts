import { holdersToTell } from "../org/telling.store.ts";
import { act } from "../platform/act.ts";
import { writeDay } from "../platform/day.ts";
import { tell } from "../platform/telling.ts";
import { dutiesOf } from "./duty.store.ts";
import { writePeriod } from "./period.ts";
import { writingPosts } from "./review.may.ts";
import { findReview } from "./review.store.ts";
import { nameOf, type Review } from "./review.ts";
import { findTemplate } from "./template.store.ts";

const subject = "Báo cáo sơ kết, tổng kết thi đua";
const kind = "review";

const paperOf = (review: Review): string =>
  `${nameOf(review.kind).toLocaleLowerCase("vi")} ${writePeriod(review)}`;

/** Tells the standing officers of the receiver what has just come. */
export const tellReceiver = act({
  name: "review.tell-receiver",
  async run(work, { reviewId }: { reviewId: number }): Promise<number> {
    const review = await findReview(work.tx, reviewId, work.day);
    if (!review) return 0;
    const people = await holdersToTell(work.tx, review.servedBy, ["standing-officer"], work.day);
    const sentence = `${review.unitName} đã gửi ${paperOf(review)}${review.late ? ", sau hạn" : ""}.`;
    return tell(work, people, { kind, subject, sentence, href: `/so-ket-tong-ket/${reviewId}` });
  },
});

/** Tells the standing officers of the receiver that what had come was taken back, and why. */
export const tellWithdrawn = act({
  name: "review.tell-withdrawn",
  async run(work, { reviewId, reason }: { reviewId: number; reason: string }): Promise<number> {
    const review = await findReview(work.tx, reviewId, work.day);
    if (!review) return 0;
    const people = await holdersToTell(work.tx, review.servedBy, ["standing-officer"], work.day);
    const sentence = `${review.unitName} đã rút lại ${paperOf(review)} để sửa. Lý do: ${reason}`;
    return tell(work, people, { kind, subject, sentence, href: "/so-ket-tong-ket" });
  },
});

/** Tells the writers that it was accepted or sent back. */
export const tellWriters = act({
  name: "review.tell-writers",
  async run(work, { reviewId }: { reviewId: number }): Promise<number> {
    const review = await findReview(work.tx, reviewId, work.day);
    if (!review) return 0;
    const people = await holdersToTell(work.tx, [review.unit], writingPosts[review.level], work.day);
    const again = review.dueOn ? `, đề nghị gửi lại đến hết ngày ${writeDay(review.dueOn)}` : "";
    const sentence =
      review.state === "accepted"
        ? `${review.receiverName} đã tiếp nhận ${paperOf(review)}.`
        : `${review.receiverName} trả lại ${paperOf(review)} để sửa${again}.`;
    return tell(work, people, { kind, subject, sentence, href: `/so-ket-tong-ket/${reviewId}` });
  },
});

/** Tells everybody who reports to a body in that year that its template is there. */
export const tellReporters = act({
  name: "review.tell-reporters",
  async run(work, { templateId }: { templateId: number }): Promise<number> {
    const template = await findTemplate(work.tx, templateId, work.day);
    if (!template) return 0;
    const asked = { year: template.year, receivers: [template.body], openOnly: true };
    const duties = (await dutiesOf(work.tx, asked, work.day)).filter(
      ({ period }) => period.kind === template.kind,
    );
    const units = [...new Set(duties.map(({ unit }) => unit))];
    const people = await holdersToTell(
      work.tx,
      units,
      [...writingPosts.unit, ...writingPosts.cluster],
      work.day,
    );
    const sentence = `${template.bodyName} đã gửi “${template.name}” (phiên bản ${template.version}).`;
    return tell(work, people, { kind, subject, sentence, href: "/so-ket-tong-ket" });
  },
});
