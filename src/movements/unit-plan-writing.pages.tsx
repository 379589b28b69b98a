import { z } from "zod";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import { severalOf } from "../web/form-fields.ts";
import {
  type App,
  actorOf,
  type Context,
  found,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { closeForm, keepForm, openForm } from "./typed.pages.ts";
import {
  answerParent,
  dropPlanItem,
  matchItems,
  putPlanItem,
  takeParentItems,
  writePlanTexts,
} from "./unit-plan.acts.ts";
import { itemTyped, PlanAnswerForm, PlanItemForm, PlanTextsForm, TakeForm } from "./unit-plan.form.ts";
import type { NewPlanItem } from "./unit-plan.ts";
import { additionsOf, proposeMatches, unansweredOf } from "./unit-plan-answers.ts";
import { parentIn, pathOf, planForChange, planForWriting } from "./unit-plan-seen.pages.ts";
import { AnswerPage, ItemPage, MatchPage, TakePage, TextsPage } from "./unit-plan-writing.view.tsx";

const PLAN = "/ke-hoach-don-vi/:id{[0-9]+}";
const PARENT = `${PLAN}/phong-trao/:movement{[0-9]+}`;

/** A unit writes its plan: answers, own items, words. */
export function unitPlanWritingPages() {
  const writing = pages();

  writing.get(`${PARENT}/tra-loi`, async (c) => show(c, await answerPage(c, await opened(c, answerForm(c)))));
  writing.post(`${PARENT}/tra-loi`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const { parent, coverage } = parentIn(c, seen);
    const key = c.req.query("muc") ?? "";
    const asked = found(coverage.find((line) => line.parent.key === key)).parent;
    const form = await read(c, PlanAnswerForm);
    if (hasErrors(form)) return show(c, await answerPage(c, { state: form }), 422);
    const { verdict, reason, ...typed } = form.values;
    const outcome = await answerParent(actorOf(c), {
      planId: seen.plan.id,
      movementId: parent.movement,
      key,
      given: {
        verdict,
        reason: reason ?? "",
        own: verdict === "adapted" ? itemTyped(asked.kind, typed) : null,
      },
    });
    if (isRefusal(outcome))
      return refused(c, outcome, await answerPage(c, { state: refusedForm(outcome, form.typed) }));
    await closeForm(seen.actor, answerForm(c));
    return seeOther(c, pathOf(seen.plan), { title: "Đã lưu" });
  });
  mountKeeping(writing, `${PARENT}/tra-loi`, answerForm);

  writing.get(`${PARENT}/lay-nguyen`, async (c) => show(c, await takePage(c, emptyForm)));
  writing.post(`${PARENT}/lay-nguyen`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const { parent } = parentIn(c, seen);
    const form = await read(c, TakeForm);
    if (hasErrors(form)) return show(c, await takePage(c, form), 422);
    const input = { planId: seen.plan.id, movementId: parent.movement, keys: form.values.keys };
    const outcome = await takeParentItems(actorOf(c), input);
    return isRefusal(outcome)
      ? refused(c, outcome, await takePage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, pathOf(seen.plan), { title: `Đã lấy nguyên ${outcome.taken} mục` });
  });

  writing.get(`${PARENT}/ghep`, async (c) => show(c, await matchPage(c, emptyForm)));
  writing.post(`${PARENT}/ghep`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const { parent } = parentIn(c, seen);
    const form = await read(c, z.object({ matches: severalOf(z.string().max(600)) }));
    if (hasErrors(form)) return show(c, await matchPage(c, form), 422);
    const matches = form.values.matches.flatMap((text) => {
      const [, item, key] = /^(\d{1,15})\|(.+)$/su.exec(text) ?? [];
      return item && key ? [{ item: Number(item), key }] : [];
    });
    const outcome = await matchItems(actorOf(c), {
      planId: seen.plan.id,
      movementId: parent.movement,
      matches,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await matchPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, pathOf(seen.plan), { title: "Đã ghép" });
  });

  writing.get(`${PLAN}/muc/moi`, async (c) => show(c, await itemPage(c, null, await opened(c, itemForm(c)))));
  writing.post(`${PLAN}/muc/moi`, (c) => putItem(c, null));
  writing.get(`${PLAN}/muc/:item{[0-9]+}`, async (c) =>
    show(c, await itemPage(c, idOf(c, "item"), await opened(c, itemForm(c)))),
  );
  mountKeeping(writing, `${PLAN}/muc/moi`, itemForm);
  mountKeeping(writing, `${PLAN}/muc/:item{[0-9]+}`, itemForm);
  writing.post(`${PLAN}/muc/:item{[0-9]+}`, (c) => putItem(c, idOf(c, "item")));
  writing.get(`${PLAN}/muc/:item{[0-9]+}/bo`, (c) =>
    seeOther(c, `/ke-hoach-don-vi/${idOf(c)}/muc/${idOf(c, "item")}`),
  );
  writing.post(`${PLAN}/muc/:item{[0-9]+}/bo`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    await read(c, z.object({}));
    const outcome = await dropPlanItem(actorOf(c), { planId: seen.plan.id, itemId: idOf(c, "item") });
    return isRefusal(outcome)
      ? refused(c, outcome, await itemPage(c, idOf(c, "item"), { state: refusedForm(outcome, {}) }))
      : seeOther(c, pathOf(seen.plan), { title: "Đã bỏ mục khỏi kế hoạch" });
  });

  writing.get(`${PLAN}/loi-van`, async (c) => show(c, await textsPage(c, await opened(c, textsForm(c)))));
  mountKeeping(writing, `${PLAN}/loi-van`, textsForm);
  writing.post(`${PLAN}/loi-van`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, PlanTextsForm);
    if (hasErrors(form)) return show(c, await textsPage(c, { state: form }), 422);
    const outcome = await writePlanTexts(actorOf(c), { planId: seen.plan.id, ...form.values });
    if (isRefusal(outcome))
      return refused(c, outcome, await textsPage(c, { state: refusedForm(outcome, form.typed) }));
    await closeForm(seen.actor, textsForm(c));
    return seeOther(c, pathOf(seen.plan), { title: "Đã lưu lời văn của kế hoạch" });
  });

  return writing;
}

async function putItem(c: Context, itemId: number | null) {
  const seen = await planForChange(c);
  if (isRefusal(seen)) return refusedWithWords(c, seen);
  const form = await read(c, PlanItemForm);
  if (hasErrors(form)) return show(c, await itemPage(c, itemId, { state: form }), 422);
  const { kind, ...typed } = form.values;
  const outcome = await putPlanItem(actorOf(c), {
    planId: seen.plan.id,
    itemId,
    item: itemTyped(kind, typed),
  });
  if (isRefusal(outcome))
    return refused(c, outcome, await itemPage(c, itemId, { state: refusedForm(outcome, form.typed) }));
  await closeForm(seen.actor, itemId === null ? `${c.req.path}?loai=${kind}` : c.req.path);
  return seeOther(c, pathOf(seen.plan), { title: "Đã lưu" });
}

/** A form as it is drawn: what it holds, and when it last saved itself. */
interface Drawn {
  readonly state: FormState;
  readonly savedAt?: string | undefined;
}

const KEEPING = "/ban-nhap";

/** The names of drafts: their form's address, with what tells one form there from another. */
const pathIn = (c: Context): string => c.req.path.replace(/\/(ban-nhap|bo)$/, "");
const answerForm = (c: Context): string => `${pathIn(c)}?muc=${encodeURIComponent(c.req.query("muc") ?? "")}`;
const kindIn = (c: Context): NewPlanItem["kind"] => {
  const asked = c.req.query("loai");
  return isKind(asked) ? asked : "content";
};
const itemForm = (c: Context): string =>
  pathIn(c).endsWith("/moi") ? `${pathIn(c)}?loai=${kindIn(c)}` : pathIn(c);
const textsForm = pathIn;

async function opened(c: Context, form: string): Promise<Drawn> {
  const { actor } = await planForWriting(c);
  return openForm(actor, form);
}

/** Where the form of that name saves itself. */
const keptAt = (form: string): string => form.replace(/(?=\?|$)/, KEEPING);

/** Only who may write the plan keeps a draft of it. */
function mountKeeping(app: App, address: string, formIn: (c: Context) => string): void {
  app.get(`${address}${KEEPING}`, (c) => seeOther(c, formIn(c)));
  app.post(`${address}${KEEPING}`, async (c) => {
    const { actor } = await planForWriting(c);
    return keepForm(c, actor, formIn(c));
  });
}

async function answerPage(c: Context, { state, savedAt }: Drawn) {
  const seen = await planForWriting(c);
  const beside = parentIn(c, seen);
  const key = c.req.query("muc") ?? "";
  const line = found(beside.coverage.find(({ parent }) => parent.key === key));
  const answer = seen.content.answers.find(
    (one) => one.movement === beside.parent.movement && one.key === key,
  );
  const item = seen.content.items.find(({ id }) => id === answer?.item);
  return (
    <AnswerPage
      frame={await frameOf(c)}
      {...{ seen, beside, line, answer, item, state }}
      saving={{ draftAddress: keptAt(answerForm(c)), savedAt }}
      formKey={newKey()}
    />
  );
}

async function takePage(c: Context, state: FormState) {
  const seen = await planForWriting(c);
  const beside = parentIn(c, seen);
  const open = unansweredOf(seen.content.answers, beside.parent.movement, beside.side?.asked ?? []);
  return <TakePage frame={await frameOf(c)} {...{ seen, beside, open, state }} formKey={newKey()} />;
}

async function matchPage(c: Context, state: FormState) {
  const seen = await planForWriting(c);
  const beside = parentIn(c, seen);
  const open = unansweredOf(seen.content.answers, beside.parent.movement, beside.side?.asked ?? []);
  const proposed = proposeMatches(open, additionsOf(seen.content));
  return <MatchPage frame={await frameOf(c)} {...{ seen, beside, proposed, state }} formKey={newKey()} />;
}

const isKind = (text: string | undefined): text is NewPlanItem["kind"] =>
  text === "content" || text === "target" || text === "deadline";

async function itemPage(c: Context, itemId: number | null, { state, savedAt }: Drawn) {
  const seen = await planForWriting(c);
  const item = itemId === null ? null : seen.content.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new NotFound();
  const asked = state.typed.kind?.[0];
  const kind = item?.kind ?? (isKind(asked) ? asked : kindIn(c));
  const form = item ? pathIn(c) : `${pathIn(c)}?loai=${kind}`;
  const saving = { draftAddress: keptAt(form), savedAt };
  return <ItemPage frame={await frameOf(c)} {...{ seen, kind, item, state, saving }} formKey={newKey()} />;
}

async function textsPage(c: Context, { state, savedAt }: Drawn) {
  const seen = await planForWriting(c);
  const saving = { draftAddress: keptAt(textsForm(c)), savedAt };
  const upon = state.typed.version?.[0];
  const moved = savedAt !== undefined && upon !== `${seen.plan.version}`;
  const errors = moved
    ? {
        "": `Kế hoạch đã được thay đổi sau khi bản nháp này được lưu lúc ${savedAt}. Phần đang soạn hiện dưới đây; hãy so với nội dung mới trước khi lưu.`,
      }
    : state.errors;
  return (
    <TextsPage
      frame={await frameOf(c)}
      {...{ seen, saving }}
      state={{ ...state, errors }}
      formKey={newKey()}
    />
  );
}
