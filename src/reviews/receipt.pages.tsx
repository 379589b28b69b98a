import { yearOf } from "../platform/day.ts";
import { readKept } from "../platform/files.ts";
import type { Gathered } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
  found,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import type { KeptFile } from "../web/kit.ts";
import { stagedFiles } from "../web/staged.ts";
import { dutiesOf } from "./duty.store.ts";
import { type Duty, isOwed } from "./duty.ts";
import { attachPaper, enterPaperReview } from "./paper.acts.ts";
import { papersOf } from "./paper.store.ts";
import { AttachPage, ChoosePage, ReceiptPage } from "./receipt.view.tsx";
import { PaperForm, ReceiptForm } from "./review.form.ts";
import { mayReceive, mayWrite, type SeenReview } from "./review.may.ts";
import { receivesFor, reviewReachOf } from "./review-reach.store.ts";
import { seenReview } from "./seen.pages.tsx";
import { BASE } from "./tags.view.tsx";

/** Reports that came on paper, by mail or by messenger, and scans of signed ones. */
export function receiptPages(gathered: Gathered) {
  const receipts = pages();
  const one = `${BASE}/:id{[0-9]+}` as const;

  receipts.get(`${BASE}/nhap-ban-giay`, async (c) => {
    const owing = await owingTo(c);
    const asked = { movement: c.req.query("phong-trao"), kind: c.req.query("ky"), year: c.req.query("nam") };
    const chosen = owing.filter((duty) => isOf(duty, asked));
    if (chosen.length > 0) return show(c, await receiptPage(c, chosen, emptyForm, []));
    return show(c, <ChoosePage frame={await frameOf(c)} owing={owing} />);
  });

  receipts.post(`${BASE}/nhap-ban-giay`, async (c) => {
    const staged = await stagedFiles(c, "scan");
    const form = await read(c, ReceiptForm);
    const asked = {
      movement: form.typed.movement?.[0],
      kind: form.typed.kind?.[0],
      year: form.typed.year?.[0],
    };
    const chosen = (await owingTo(c)).filter((duty) => isOf(duty, asked));
    const again = (state: FormState) => receiptPage(c, chosen, state, staged.kept);
    if (hasErrors(form) || staged.error) {
      const errors = {
        ...(hasErrors(form) ? form.errors : {}),
        ...(staged.error ? { scan: staged.error } : {}),
      };
      return show(c, await again({ errors, typed: form.typed }), 422);
    }
    const { values } = form;
    const missing = staged.tokens[0] ? missingOfPaper(values) : null;
    if (missing) return show(c, await again({ errors: missing, typed: form.typed }), 422);
    const { number, day, lateReason, ...receipt } = values;
    const paper = staged.tokens[0] ? { number: number!, day: day!, file: staged.tokens[0] } : null;
    const outcome = await enterPaperReview(actorOf(c), {
      ...receipt,
      lateReason: lateReason ?? "",
      paper,
      gathered,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await again(refusedForm(outcome, form.typed)))
      : seeOther(c, `${BASE}/${outcome}`, {
          title: "Đã ghi nhận báo cáo giấy; có thể nhập lại nội dung để tổng hợp",
        });
  });

  receipts.get(`${one}/ban-ky`, async (c) => {
    const review = await attachable(c);
    return show(c, await attachPage(c, review, emptyForm, []));
  });

  receipts.post(`${one}/ban-ky`, async (c) => {
    const review = await attachable(c);
    const staged = await stagedFiles(c, "scan");
    const form = await read(c, PaperForm);
    const scanError = staged.error ?? (staged.tokens[0] ? null : "Hãy chọn tệp bản quét đã ký, đóng dấu.");
    if (hasErrors(form) || scanError) {
      const errors = { ...(hasErrors(form) ? form.errors : {}), ...(scanError ? { scan: scanError } : {}) };
      return show(c, await attachPage(c, review, { errors, typed: form.typed }, staged.kept), 422);
    }
    const scan = { ...form.values, file: staged.tokens[0]! };
    const outcome = await attachPaper(actorOf(c), { reviewId: review.id, ...scan });
    return isRefusal(outcome)
      ? refused(c, outcome, await attachPage(c, review, refusedForm(outcome, form.typed), staged.kept))
      : seeOther(c, `${BASE}/${outcome}`, { title: "Đã đính bản ký, đóng dấu" });
  });

  receipts.get(`${one}/ban-ky/:paper{[0-9]+}`, async (c) => {
    const review = await seenReview(c);
    const paper = found((await papersOf(readerOf(c), review.id)).find(({ id }) => id === idOf(c, "paper")));
    return download(c, await readKept(paper.file), paper.fileName, paper.mediaType);
  });

  return receipts;
}

/** A scan is attached with the number and the day it bears. */
function missingOfPaper(values: { number: string | null; day: unknown }): Record<string, string> | null {
  const errors: Record<string, string> = {};
  if (!values.number) errors.number = "Đã đính bản quét thì hãy nhập số, ký hiệu của bản đó.";
  if (!values.day) errors.day = "Đã đính bản quét thì hãy nhập ngày của bản đó.";
  return Object.keys(errors).length > 0 ? errors : null;
}

interface AskedPlace {
  readonly movement: string | undefined;
  readonly kind: string | undefined;
  readonly year: string | undefined;
}

const isOf = ({ movement, period }: Duty, asked: AskedPlace): boolean =>
  `${movement ?? 0}` === (asked.movement || "0") &&
  period.kind === asked.kind &&
  `${period.year}` === asked.year;

/** Reports still owed to the bodies for which this person takes them in, of this year and the year before. */
async function owingTo(c: Context): Promise<Duty[]> {
  const actor = actorOf(c);
  const bodies = receivesFor(await reviewReachOf(readerOf(c), actor), actor);
  if (bodies.length === 0) throw new NotFound();
  const duties = await dutiesOf(readerOf(c), { receivers: bodies }, actor.day);
  return duties.filter((duty) => isOwed(duty) && duty.period.year >= yearOf(actor.day) - 1);
}

async function receiptPage(c: Context, owing: readonly Duty[], state: FormState, kept: readonly KeptFile[]) {
  const [first] = owing;
  if (!first) throw new NotFound();
  return (
    <ReceiptPage
      frame={await frameOf(c)}
      place={first}
      owing={owing}
      state={state}
      kept={kept}
      formKey={newKey()}
    />
  );
}

async function attachable(c: Context): Promise<SeenReview> {
  const review = await seenReview(c);
  if (isRefusal(mayWrite(actorOf(c), review)) && isRefusal(mayReceive(actorOf(c), review)))
    throw new NotFound();
  return review;
}

const attachPage = async (c: Context, review: SeenReview, state: FormState, kept: readonly KeptFile[]) => (
  <AttachPage frame={await frameOf(c)} review={review} state={state} kept={kept} formKey={newKey()} />
);
