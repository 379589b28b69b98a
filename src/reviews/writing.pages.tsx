import { closeForm, keepForm, openForm } from "../movements/typed.pages.ts";
import type { Gathered } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  found,
  frameOf,
  idOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { ActionForm, Actions, Button, ButtonLink, Card, Page } from "../web/kit.ts";
import { OverrideForm, WordsForm } from "./review.form.ts";
import { type SeenReview, writesNow } from "./review.may.ts";
import { earlierReview } from "./section.store.ts";
import { seenReview, wholeIn, writtenReview } from "./seen.pages.tsx";
import { BASE, crumbsTo } from "./tags.view.tsx";
import { leaveParagraph, overrideFigure, writeReview } from "./writing.acts.ts";
import { OverridePage, WritingPage } from "./writing.view.tsx";

const formName = (review: SeenReview): string => `so-ket-tong-ket-${review.id}`;

/** Writing a review: its words, its own figures, and paragraphs taken from others. */
export function writingPages(gathered: Gathered) {
  const writing = pages();
  const one = `${BASE}/:id{[0-9]+}` as const;

  writing.get(`${one}/soan`, async (c) => {
    const review = await writtenReview(c);
    if (!writesNow(actorOf(c), review)) return seeOther(c, `${BASE}/${review.id}`);
    const { state, savedAt } = await openForm(actorOf(c), formName(review));
    return show(c, await writingPage(c, gathered, review, state, savedAt));
  });

  writing.post(`${one}/soan`, async (c) => {
    const review = await writtenReview(c);
    const form = await read(c, WordsForm);
    if (hasErrors(form)) return show(c, await writingPage(c, gathered, review, form, undefined), 422);
    const outcome = await writeReview(actorOf(c), {
      reviewId: review.id,
      version: form.values.version,
      words: form.values.section.map((words, position) => ({ position, words })),
    });
    if (isRefusal(outcome)) {
      const kept =
        outcome.refusal === "stale" ? { ...form.typed, version: [`${review.version}`] } : form.typed;
      const page = await writingPage(c, gathered, review, refusedForm(outcome, kept), undefined);
      return refused(c, outcome, page);
    }
    await closeForm(actorOf(c), formName(review));
    const then = (await formOf(c)).get("then") === "gui" ? "/gui" : "";
    return seeOther(c, `${BASE}/${outcome}${then}`, { title: "Đã lưu báo cáo" });
  });

  writing.get(`${one}/ban-nhap`, (c) => seeOther(c, `${BASE}/${idOf(c)}/soan`));
  writing.post(`${one}/ban-nhap`, async (c) => keepForm(c, actorOf(c), formName(await writtenReview(c))));

  writing.get(`${one}/so-lieu/:code{[A-Za-z]+\\.[A-Za-z0-9_.-]+}`, async (c) => {
    const review = await writtenReview(c);
    if (!writesNow(actorOf(c), review)) return seeOther(c, `${BASE}/${review.id}`);
    return show(c, await overridePage(c, gathered, review, emptyForm));
  });

  writing.post(`${one}/so-lieu/:code{[A-Za-z]+\\.[A-Za-z0-9_.-]+}`, async (c) => {
    const review = await writtenReview(c);
    const form = await read(c, OverrideForm);
    if (hasErrors(form)) return show(c, await overridePage(c, gathered, review, form), 422);
    const code = c.req.param("code");
    const outcome = await overrideFigure(actorOf(c), { reviewId: review.id, code, ...form.values, gathered });
    return isRefusal(outcome)
      ? refused(c, outcome, await overridePage(c, gathered, review, refusedForm(outcome, form.typed)))
      : seeOther(c, `${BASE}/${outcome}/soan`, { title: "Đã ghi số của đơn vị cạnh số của hệ thống" });
  });

  writing.get(`${one}/doan/:quote{[0-9]+}`, async (c) => {
    const review = await writtenReview(c);
    const whole = await wholeIn(c, gathered, review);
    const quote = found(
      whole.sections.flatMap(({ quotes }) => quotes).find(({ id }) => id === idOf(c, "quote")),
    );
    return show(
      c,
      <Page frame={await frameOf(c)} title="Bỏ đoạn lấy từ báo cáo" crumbs={crumbsTo(review, "Bỏ đoạn")}>
        <Card>
          <p>“{quote.words}”</p>
          <p class="soft">
            Lấy từ báo cáo của <a href={`${BASE}/${quote.source}`}>{quote.sourceUnitName}</a>; báo cáo đó
            không thay đổi.
          </p>
          <ActionForm action={`${BASE}/${review.id}/doan/${quote.id}`} formKey={newKey()}>
            <Actions>
              <Button>Bỏ đoạn này ra</Button>
              <ButtonLink href={`${BASE}/${review.id}/soan`} kind="secondary">
                Giữ lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
      </Page>,
    );
  });

  writing.post(`${one}/doan/:quote{[0-9]+}`, async (c) => {
    const review = await seenReview(c);
    await formOf(c);
    const outcome = await leaveParagraph(actorOf(c), { reviewId: review.id, quote: idOf(c, "quote") });
    return isRefusal(outcome)
      ? seeOther(c, `${BASE}/${review.id}`, { tone: "bad", title: outcome.sentence })
      : seeOther(c, `${BASE}/${review.id}/soan`, { title: "Đã bỏ đoạn ra khỏi báo cáo" });
  });

  return writing;
}

async function writingPage(
  c: Context,
  gathered: Gathered,
  review: SeenReview,
  state: FormState,
  savedAt: string | undefined,
) {
  const [whole, earlier] = await Promise.all([
    wholeIn(c, gathered, review),
    earlierReview(readerOf(c), review),
  ]);
  return (
    <WritingPage
      frame={await frameOf(c)}
      whole={whole}
      earlier={earlier}
      state={state}
      savedAt={savedAt}
      formKey={newKey()}
    />
  );
}

async function overridePage(c: Context, gathered: Gathered, review: SeenReview, state: FormState) {
  const whole = await wholeIn(c, gathered, review);
  const figure = found(
    whole.sections.flatMap(({ figures }) => figures).find(({ code }) => code === c.req.param("code")),
  );
  return (
    <OverridePage frame={await frameOf(c)} whole={whole} figure={figure} state={state} formKey={newKey()} />
  );
}
