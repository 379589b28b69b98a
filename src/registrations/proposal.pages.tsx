import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  found,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { answerProposal, proposeLine } from "./line.acts.ts";
import type { Line } from "./line.ts";
import { AnswerPage, OwnLinePage } from "./line.view.tsx";
import { findRegisteringUnit } from "./registering.store.ts";
import { AnswerForm, OwnLineForm } from "./registration.form.ts";
import { mayPropose, type SeenRegistration } from "./registration.may.ts";
import { lineIn, seenForChange, seenForWriting, seenRegistration } from "./seen.pages.tsx";
import { titlesFor } from "./title.ts";
import { verdictBeside } from "./verdict.pages.tsx";

/** Lines that people enter for themselves, and what their unit answers. */
export function proposalPages() {
  const proposals = pages();

  proposals.get("/dang-ky/:id{[0-9]+}/dong/cua-toi", async (c) => {
    const seen = await seenRegistration(c);
    if (isRefusal(mayPropose(actorOf(c), seen))) throw new NotFound();
    return show(c, await ownPage(c, seen, emptyForm));
  });

  proposals.post("/dang-ky/:id{[0-9]+}/dong/cua-toi", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, OwnLineForm);
    if (hasErrors(form)) return show(c, await ownPage(c, seen, form), 422);
    const outcome = await proposeLine(actorOf(c), { registrationId: seen.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await ownPage(c, seen, refusedForm(aboutOneself(outcome), form.typed)))
      : seeOther(c, `/dang-ky/${seen.id}`, { title: `Đã gửi đề nghị đến ${seen.unitName}` });
  });

  proposals.get("/dang-ky/:id{[0-9]+}/dong/:line{[0-9]+}/tra-loi", async (c) => {
    const seen = await seenForWriting(c);
    return show(c, await answerPage(c, seen, await lineIn(c, seen), emptyForm));
  });

  proposals.post("/dang-ky/:id{[0-9]+}/dong/:line{[0-9]+}/tra-loi", async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const line = await lineIn(c, seen);
    const form = await read(c, AnswerForm);
    if (hasErrors(form)) return show(c, await answerPage(c, seen, line, form), 422);
    const outcome = await answerProposal(actorOf(c), {
      registrationId: seen.id,
      lineId: line.id,
      ...form.values,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await answerPage(c, seen, line, refusedForm(outcome, form.typed)))
      : seeOther(c, `/dang-ky/${seen.id}`, { title: `Đã trả lời đề nghị của ${line.subject.name}` });
  });

  return proposals;
}

/** The form asks for no subject, so what is said of the subject stands above it. */
const aboutOneself = (outcome: Refusal): Refusal =>
  outcome.field === "subject" ? { ...outcome, field: undefined } : outcome;

async function ownPage(c: Context, seen: SeenRegistration, state: FormState) {
  const unit = found(await findRegisteringUnit(readerOf(c), seen.unit, actorOf(c).day));
  return (
    <OwnLinePage
      frame={await frameOf(c)}
      registration={seen}
      name={actorOf(c).name}
      titles={titlesFor(unit, seen.year, "individual")}
      state={state}
      formKey={newKey()}
    />
  );
}

const answerPage = async (c: Context, seen: SeenRegistration, line: Line, state: FormState) => (
  <AnswerPage
    frame={await frameOf(c)}
    registration={seen}
    line={line}
    state={state}
    formKey={newKey()}
    beside={await verdictBeside(c, seen, line)}
  />
);
