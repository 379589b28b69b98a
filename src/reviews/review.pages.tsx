import { openForm } from "../movements/typed.pages.ts";
import type { Gathered } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  frameOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { gathersAnything } from "./gather.store.ts";
import { signersOf } from "./reporting.store.ts";
import { acceptReview, returnReview, submitReview, withdrawReview } from "./review.acts.ts";
import { AcceptForm, ReturnForm, SubmitForm, WithdrawForm } from "./review.form.ts";
import { mayReceive, type SeenReview, withdrawsNow, writesNow } from "./review.may.ts";
import { isOpen } from "./review.ts";
import { ReviewPage } from "./review.view.tsx";
import { seenReview, wholeIn } from "./seen.pages.tsx";
import { AcceptPage, ReturnPage, SendPage, WithdrawPage } from "./steps.view.tsx";
import { BASE } from "./tags.view.tsx";

/** A review and the steps of its life. */
export function reviewPage(gathered: Gathered) {
  const review = pages();
  const one = `${BASE}/:id{[0-9]+}` as const;

  review.get(one, async (c) => {
    const seen = await seenReview(c);
    const [whole, gathers] = await Promise.all([
      wholeIn(c, gathered, seen),
      gathersAnything(readerOf(c), seen),
    ]);
    const mayGather = gathers && (writesNow(actorOf(c), seen) || seen.level !== "unit");
    return show(
      c,
      <ReviewPage frame={await frameOf(c)} actor={actorOf(c)} whole={whole} gathers={mayGather} />,
    );
  });

  review.get(`${one}/gui`, async (c) => {
    const seen = await seenReview(c);
    if (!isOpen(seen.state) || !writesNow(actorOf(c), seen)) return seeOther(c, `${BASE}/${seen.id}`);
    return show(c, await sendPage(c, gathered, seen, emptyForm));
  });

  review.post(`${one}/gui`, async (c) => {
    const seen = await seenReview(c);
    const form = await read(c, SubmitForm);
    if (hasErrors(form)) return show(c, await sendPage(c, gathered, seen, form), 422);
    const { lateReason, ...values } = form.values;
    const outcome = await submitReview(actorOf(c), {
      reviewId: seen.id,
      ...values,
      lateReason: lateReason ?? "",
      gathered,
    });
    if (isRefusal(outcome))
      return refused(
        c,
        outcome,
        await sendPage(c, gathered, await seenReview(c), refusedForm(outcome, form.typed)),
      );
    return seeOther(c, `${BASE}/${outcome}`, {
      title: seen.receiverName ? `Đã gửi báo cáo đến ${seen.receiverName}` : "Đã ký gửi báo cáo",
    });
  });

  review.get(`${one}/rut-lai`, async (c) => {
    const seen = await seenReview(c);
    return withdrawsNow(actorOf(c), seen)
      ? show(c, await stepPage(c, WithdrawPage, seen, emptyForm))
      : seeOther(c, `${BASE}/${seen.id}`);
  });

  review.post(`${one}/rut-lai`, async (c) => {
    const seen = await seenReview(c);
    const form = await read(c, WithdrawForm);
    if (hasErrors(form)) return show(c, await stepPage(c, WithdrawPage, seen, form), 422);
    const outcome = await withdrawReview(actorOf(c), { reviewId: seen.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await stepPage(c, WithdrawPage, seen, refusedForm(outcome, form.typed)))
      : seeOther(c, `${BASE}/${outcome}`, { title: "Đã rút lại báo cáo; sửa xong hãy gửi lại" });
  });

  review.get(`${one}/tra-lai`, async (c) => {
    const seen = await seenReview(c);
    const possible = !isOpen(seen.state) && !isRefusal(mayReceive(actorOf(c), seen));
    return possible
      ? show(c, await stepPage(c, ReturnPage, seen, emptyForm))
      : seeOther(c, `${BASE}/${seen.id}`);
  });

  review.post(`${one}/tra-lai`, async (c) => {
    const seen = await seenReview(c);
    const form = await read(c, ReturnForm);
    if (hasErrors(form)) return show(c, await stepPage(c, ReturnPage, seen, form), 422);
    const outcome = await returnReview(actorOf(c), { reviewId: seen.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await stepPage(c, ReturnPage, seen, refusedForm(outcome, form.typed)))
      : seeOther(c, `${BASE}/${outcome}`, { title: `Đã trả lại báo cáo cho ${seen.unitName}` });
  });

  review.get(`${one}/tiep-nhan`, async (c) => {
    const seen = await seenReview(c);
    const possible = seen.state === "submitted" && !isRefusal(mayReceive(actorOf(c), seen));
    return possible
      ? show(c, await stepPage(c, AcceptPage, seen, emptyForm))
      : seeOther(c, `${BASE}/${seen.id}`);
  });

  review.post(`${one}/tiep-nhan`, async (c) => {
    const seen = await seenReview(c);
    const form = await read(c, AcceptForm);
    if (hasErrors(form)) return show(c, await stepPage(c, AcceptPage, seen, form), 422);
    const outcome = await acceptReview(actorOf(c), { reviewId: seen.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await stepPage(c, AcceptPage, seen, refusedForm(outcome, form.typed)))
      : seeOther(c, `${BASE}/${outcome}`, { title: `Đã tiếp nhận báo cáo của ${seen.unitName}` });
  });

  return review;
}

const stepPage = async (c: Context, View: typeof ReturnPage, review: SeenReview, state: FormState) => (
  <View frame={await frameOf(c)} review={review} state={state} formKey={newKey()} />
);

async function sendPage(c: Context, gathered: Gathered, review: SeenReview, state: FormState) {
  const actor = actorOf(c);
  const [whole, signers, kept] = await Promise.all([
    wholeIn(c, gathered, review),
    signersOf(readerOf(c), review, actor.day),
    openForm(actor, `so-ket-tong-ket-${review.id}`),
  ]);
  return (
    <SendPage
      frame={await frameOf(c)}
      actor={actor}
      whole={whole}
      signers={signers}
      state={state}
      unsavedSince={kept.savedAt}
      formKey={newKey()}
    />
  );
}
