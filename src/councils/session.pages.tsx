import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
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
import { NoForm, PresideForm, ReasonForm, SessionForm } from "./council.form.ts";
import { mayConduct, mayPrepare } from "./council.may.ts";
import { documentsOf, minutesOf } from "./paper.store.ts";
import { seenCouncil, seenSession } from "./seen.pages.ts";
import {
  authorisePresiding,
  callSession,
  cancelSession,
  changeSession,
  closeSession,
  openSession,
  planSession,
} from "./session.acts.ts";
import { SessionPage } from "./session.view.tsx";
import { CancelPage, SessionFormPage, StepPage } from "./session-steps.view.tsx";
import { outcomesOf, votesOf } from "./vote.store.ts";
import { turnoutsIn } from "./voting.store.ts";
import { itemsOpenTo } from "./whole.ts";

type Step = "trieu-tap" | "khai-mac" | "be-mac";
const steps = ["trieu-tap", "khai-mac", "be-mac"] as const;

/** A session of a council and the steps of its life. */
export function sessionPages() {
  const session = pages();

  session.get("/hoi-dong/:id{[0-9]+}/phien/moi", async (c) => show(c, await planPage(c, emptyForm)));

  session.post("/hoi-dong/:id{[0-9]+}/phien/moi", async (c) => {
    const form = await read(c, SessionForm);
    if (hasErrors(form)) return show(c, await planPage(c, form), 422);
    const outcome = await planSession(actorOf(c), { councilId: idOf(c), ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await planPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${outcome}`, {
          title: "Đã tạo phiên",
          children: "Việc tiếp theo: thêm các mục của chương trình.",
        });
  });

  session.get("/hoi-dong/phien/:id{[0-9]+}", async (c) => {
    const seen = await seenSession(c);
    const { whole, actor } = seen;
    const open = new Set(itemsOpenTo(whole, actor.person).map(({ id }) => id));
    const isOpen = (item: number | null) => item === null || open.has(item);
    const { id } = seen.session;
    return show(
      c,
      <SessionPage
        frame={await frameOf(c)}
        actor={actor}
        council={seen.council}
        whole={whole}
        outcomes={(await outcomesOf(readerOf(c), id)).filter(({ item }) => isOpen(item))}
        documents={(await documentsOf(readerOf(c), id)).filter(({ item }) => isOpen(item))}
        votes={await votesOf(readerOf(c), id)}
        turnouts={await turnoutsIn(readerOf(c), id)}
        minutes={await minutesOf(readerOf(c), id)}
        formKey={newKey()}
      />,
    );
  });

  session.get("/hoi-dong/phien/:id{[0-9]+}/sua", async (c) => show(c, await changePage(c, emptyForm)));

  session.post("/hoi-dong/phien/:id{[0-9]+}/sua", async (c) => {
    const form = await read(c, SessionForm);
    if (hasErrors(form)) return show(c, await changePage(c, form), 422);
    const { version = 0, ...values } = form.values;
    const outcome = await changeSession(actorOf(c), { sessionId: idOf(c), version, ...values });
    return isRefusal(outcome)
      ? refused(c, outcome, await changePage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${outcome}`, { title: "Đã lưu thông tin phiên" });
  });

  for (const step of steps) {
    session.get(`/hoi-dong/phien/:id{[0-9]+}/${step}`, async (c) => show(c, await stepPage(c, step, null)));
    session.post(`/hoi-dong/phien/:id{[0-9]+}/${step}`, async (c) => {
      await read(c, NoForm);
      const outcome = await doings[step].act(actorOf(c), { sessionId: idOf(c) });
      return isRefusal(outcome)
        ? refused(c, outcome, await stepPage(c, step, outcome))
        : seeOther(c, `/hoi-dong/phien/${outcome}`, { title: doings[step].done });
    });
  }

  session.get("/hoi-dong/phien/:id{[0-9]+}/huy", async (c) => show(c, await cancelPage(c, emptyForm)));

  session.post("/hoi-dong/phien/:id{[0-9]+}/huy", async (c) => {
    const form = await read(c, ReasonForm);
    if (hasErrors(form)) return show(c, await cancelPage(c, form), 422);
    const outcome = await cancelSession(actorOf(c), { sessionId: idOf(c), ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await cancelPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${outcome}`, { title: "Đã hủy phiên" });
  });

  session.post("/hoi-dong/phien/:id{[0-9]+}/chu-tri", async (c) => {
    const form = await read(c, PresideForm);
    const back = `/hoi-dong/phien/${idOf(c)}/khai-mac`;
    if (hasErrors(form)) return seeOther(c, back, { tone: "bad", title: "Hãy chọn người chủ trì." });
    const outcome = await authorisePresiding(actorOf(c), { sessionId: idOf(c), ...form.values });
    return seeOther(
      c,
      back,
      isRefusal(outcome) ? { tone: "bad", title: outcome.sentence } : { title: "Đã ghi người chủ trì" },
    );
  });
  session.get("/hoi-dong/phien/:id{[0-9]+}/chu-tri", (c) =>
    seeOther(c, `/hoi-dong/phien/${idOf(c)}/khai-mac`),
  );

  return session;
}

const doings = {
  "trieu-tap": { act: callSession, done: "Đã triệu tập, các thành viên đã được báo" },
  "khai-mac": { act: openSession, done: "Đã khai mạc" },
  "be-mac": { act: closeSession, done: "Đã bế mạc; có thể lập biên bản" },
} as const;

async function planPage(c: Context, state: FormState) {
  const { council } = await seenCouncil(c);
  if (isRefusal(mayPrepare(actorOf(c), council))) throw new NotFound();
  return (
    <SessionFormPage
      frame={await frameOf(c)}
      council={council}
      session={null}
      state={state}
      formKey={newKey()}
    />
  );
}

async function changePage(c: Context, state: FormState) {
  const { council, session, actor } = await seenSession(c);
  if (isRefusal(mayPrepare(actor, council))) throw new NotFound();
  return (
    <SessionFormPage
      frame={await frameOf(c)}
      council={council}
      session={session}
      state={state}
      formKey={newKey()}
    />
  );
}

async function stepPage(c: Context, step: Step, refusal: Refusal | null) {
  const { council, whole, session, actor } = await seenSession(c);
  const allowed = step === "trieu-tap" ? mayPrepare(actor, council) : mayConduct(actor, council, session);
  if (isRefusal(allowed)) throw new NotFound();
  return (
    <StepPage
      frame={await frameOf(c)}
      council={council}
      whole={whole}
      open={itemsOpenTo(whole, actor.person)}
      step={step}
      refusal={refusal}
      formKey={newKey()}
    />
  );
}

async function cancelPage(c: Context, state: FormState) {
  const { council, session, actor } = await seenSession(c);
  if (isRefusal(mayPrepare(actor, council))) throw new NotFound();
  return (
    <CancelPage
      frame={await frameOf(c)}
      council={council}
      session={session}
      state={state}
      formKey={newKey()}
    />
  );
}
