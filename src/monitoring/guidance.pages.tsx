import { movementReachOf } from "../movements/movement-reach.store.ts";
import { addressIn, numberIn } from "../org/list-files.pages.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
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
  readerOf,
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import { pageIn, rowsOnAPage } from "../web/kit.ts";
import { publishGuidance, withdrawGuidance } from "./guidance.acts.ts";
import { findGuidance, guidanceFrom, listGuidance } from "./guidance.store.ts";
import type { Guidance } from "./guidance.ts";
import { GuidanceListView, GuidanceView, PublishView } from "./guidance.view.tsx";
import { movementsInReach } from "./movement-choices.store.ts";
import { PublishForm, WithdrawForm } from "./question.form.ts";
import { mayAnswer } from "./question.may.ts";
import { seenQuestion } from "./question.pages.tsx";
import { historyOfQuestion } from "./question.store.ts";
import type { Question } from "./question.ts";
import { questionReachOf } from "./question-reach.store.ts";

const HOME = "/theo-doi/hoi-dap";

/** Answers published to all units, and their publishing. */
export function guidancePages(): App {
  const guidance = pages();

  guidance.get(HOME, async (c) => {
    const actor = actorOf(c);
    const reader = readerOf(c);
    const address = addressIn(c, HOME);
    const { query } = address;
    const page = pageIn(address);
    const filter = {
      words: query.q ?? "",
      movement: numberIn(query["phong-trao"]),
      withdrawn: query.loc === "ca-da-rut",
    };
    const [rows, movements, frame] = await Promise.all([
      listGuidance(reader, withinOf(actor), filter, {
        offset: (page - 1) * rowsOnAPage,
        limit: rowsOnAPage,
      }),
      movementReachOf(reader, actor).then((reach) => movementsInReach(reader, reach)),
      frameOf(c),
    ]);
    return show(
      c,
      <GuidanceListView frame={frame} address={address} page={page} found={rows} movements={movements} />,
    );
  });

  guidance.get(`${HOME}/:id{[0-9]+}`, async (c) => show(c, await guidancePage(c, await seenGuidance(c))));

  guidance.get(`${HOME}/:id{[0-9]+}/rut`, (c) => c.redirect(`${HOME}/${idOf(c)}`, 303));
  guidance.post(`${HOME}/:id{[0-9]+}/rut`, async (c) => {
    const one = await seenGuidance(c);
    const form = await read(c, WithdrawForm);
    if (hasErrors(form)) return show(c, await guidancePage(c, one, form), 422);
    const outcome = await withdrawGuidance(actorOf(c), { guidanceId: one.id, why: form.values.why });
    if (isRefusal(outcome))
      return show(c, await guidancePage(c, one, refusedForm(outcome, form.typed)), statusOf(outcome));
    return seeOther(c, `${HOME}/${one.id}`, { title: "Đã rút hướng dẫn" });
  });

  guidance.get("/theo-doi/kien-nghi/:id{[0-9]+}/pho-bien", async (c) => {
    const question = await questionToPublish(c);
    const published = await guidanceFrom(readerOf(c), question.id);
    if (published) return c.redirect(`${HOME}/${published.id}`, 303);
    return show(c, await publishPage(c, question, emptyForm));
  });

  guidance.post("/theo-doi/kien-nghi/:id{[0-9]+}/pho-bien", async (c) => {
    const question = await questionToPublish(c);
    const form = await read(c, PublishForm);
    if (hasErrors(form)) return show(c, await publishPage(c, question, form), 422);
    const { asked, published: answer } = form.values;
    const outcome = await publishGuidance(actorOf(c), { questionId: question.id, asked, answer });
    if (isRefusal(outcome))
      return show(c, await publishPage(c, question, refusedForm(outcome, form.typed)), statusOf(outcome));
    return seeOther(c, `${HOME}/${outcome}`, { title: "Đã phổ biến tới các đơn vị" });
  });

  return guidance;
}

const withinOf = (actor: Actor): number[] => [
  ...new Set(countingPosts(actor).flatMap((post) => post.within)),
];

async function seenGuidance(c: Context): Promise<Guidance> {
  return found(await findGuidance(readerOf(c), idOf(c), withinOf(actorOf(c))));
}

async function guidancePage(c: Context, guidance: Guidance, state: FormState = emptyForm) {
  const { serves } = await questionReachOf(readerOf(c), actorOf(c));
  return (
    <GuidanceView
      frame={await frameOf(c)}
      guidance={guidance}
      withdraws={serves.includes(guidance.body) && guidance.withdrawn === null}
      state={state}
      formKey={newKey()}
    />
  );
}

async function questionToPublish(c: Context): Promise<Question> {
  const question = await seenQuestion(c);
  const { serves } = await questionReachOf(readerOf(c), actorOf(c));
  if (isRefusal(mayAnswer(serves, question)) || question.state === "open") throw new NotFound();
  return question;
}

async function publishPage(c: Context, question: Question, state: FormState) {
  const history = await historyOfQuestion(readerOf(c), question.id);
  return (
    <PublishView
      frame={await frameOf(c)}
      question={question}
      asked={history.find(({ kind }) => kind === "asked")?.words ?? ""}
      answer={history.findLast(({ kind }) => kind === "answered")?.words ?? ""}
      state={state}
      formKey={newKey()}
    />
  );
}
