import { bodiesServing } from "../movements/movement-reach.store.ts";
import { act, type Work } from "../platform/act.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { findFile } from "../platform/files.store.ts";
import { stagedFile } from "../platform/files.ts";
import type { Figure, Gathered } from "../platform/offers.ts";
import { any, isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { gatherFigures } from "./gathered-figures.store.ts";
import { withDuesOf } from "./lateness.ts";
import { putAside, savePaper } from "./paper.store.ts";
import type { ReviewKind } from "./period.ts";
import { beginFor, loadSeen, placeOfReport, saveSubmission, submissionFactsOf } from "./review.acts.ts";
import { mayReceive, mayWrite } from "./review.may.ts";
import { loadReview } from "./review.store.ts";
import { type Channel, countedArrival, decideSubmission, refuseReceipt } from "./review.ts";

interface PaperInput {
  readonly number: string;
  readonly day: Day;
  /** Token of the staged scan. */
  readonly file: string;
}

/** The signed and sealed report is attached as a scan with its number and day. */
export const attachPaper = act({
  name: "review.attach-paper",
  async run(work, input: PaperInput & { reviewId: number }): Promise<number | Refusal> {
    const review = await loadSeen(work, input.reviewId);
    if (isRefusal(review)) return review;
    const allowed = any(mayWrite(work.actor, review), mayReceive(work.actor, review));
    if (isRefusal(allowed)) return allowed;
    const attached = await attach(work, review.id, input);
    return isRefusal(attached) ? attached : review.id;
  },
});

const scanTypes: ReadonlySet<string> = new Set(["application/pdf", "image/jpeg", "image/png", "image/tiff"]);

async function attach(work: Work, review: number, paper: PaperInput): Promise<true | Refusal> {
  const number = tidy(paper.number);
  if (!number) return refuse("no-number", "Hãy nhập số, ký hiệu của báo cáo.", { field: "number" });
  if (paper.day > work.day)
    return refuse("signed-in-the-future", `Ngày văn bản ${writeDay(paper.day)} chưa đến.`, { field: "day" });
  const staged = await stagedFile(work.tx, work.actor.account ?? "system", paper.file, work.at);
  if (!staged)
    return refuse("no-scan", "Chưa có tệp bản quét, hoặc tệp đã quá 24 giờ; hãy chọn lại tệp.", {
      field: "scan",
    });
  const kept = await findFile(work.tx, staged.hash);
  if (!kept || !scanTypes.has(kept.mediaType))
    return refuse(
      "not-a-scan",
      `Tệp “${staged.name}” không phải PDF hay ảnh; hãy chọn bản quét đã ký, đóng dấu.`,
      { field: "scan" },
    );
  const scan = { number, day: paper.day, file: staged.hash, fileName: staged.name };
  await savePaper(work.tx, review, scan, work.actor, work.at);
  work.record("review.paper-attached", review, { number, day: paper.day, file: staged.hash });
  return true;
}

interface ReceiptInput {
  readonly movement: number | null;
  readonly unit: number;
  readonly kind: ReviewKind;
  readonly year: number;
  readonly channel: Exclude<Channel, "online">;
  readonly receivedOn: Day;
  readonly lateReason: string;
  readonly remarks: string | null;
  readonly paper: PaperInput | null;
  readonly gathered: Gathered;
}

/**
 * The standing officer enters what came on paper, by mail or by messenger; its day of receipt decides
 * whether it is late. The words may be copied afterwards; what the unit was writing here stays with the unit.
 */
export async function enterPaperReview(actor: Actor, input: ReceiptInput): Promise<number | Refusal> {
  const { gathered, ...receipt } = input;
  const { movement, unit, kind, year } = receipt;
  const asked = await placeOfReport(reader(), { movement, unit, kind, year }, actor.day);
  const figures = isRefusal(asked)
    ? []
    : await gatherFigures(reader(), gathered, { ...asked.place, id: 0 }, actor);
  return enterWithFigures(actor, { ...receipt, figures });
}

const enterWithFigures = act({
  name: "review.enter-paper",
  async run(
    work,
    input: Omit<ReceiptInput, "gathered"> & { readonly figures: readonly Figure[] },
  ): Promise<number | Refusal> {
    const future = refuseReceipt(input.receivedOn, work.day);
    if (future) return future;
    const { movement, unit, kind, year } = input;
    const id = await beginFor(work, { movement, unit, kind, year }, async ({ receiver }) =>
      mayReceive(work.actor, {
        receiver,
        servedBy: receiver === null ? [] : await bodiesServing(work.tx, receiver, work.day),
      }),
    );
    if (isRefusal(id)) return id;
    const review = (await loadReview(work.tx, id, work.day))!;
    const event = decideSubmission(
      review,
      { ...(await submissionFactsOf(work, review)), version: review.version, named: null },
      {
        at: work.at,
        channel: input.channel,
        receivedOn: input.receivedOn,
        lateReason: input.lateReason,
        remarks: input.remarks,
      },
    );
    if (isRefusal(event)) return event;
    await putAside(work.tx, id, work.actor, work.at);
    await saveSubmission(work, review, event, withDuesOf(id, input.figures));
    const attached = input.paper ? await attach(work, id, input.paper) : true;
    if (isRefusal(attached)) return attached;
    const arrived = countedArrival(work.at, input.receivedOn).toISOString();
    work.record("review.received", id, { channel: input.channel, arrived, late: event.late });
    return id;
  },
});
