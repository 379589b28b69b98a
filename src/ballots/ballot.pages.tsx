import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  frameOf,
  NotFound,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { answersIn } from "./answers.ts";
import { PlainBallotForm, SealedBallotForm } from "./ballot.form.ts";
import { BallotPage, StandingPage } from "./ballot.view.tsx";
import { castBallot, castPlain } from "./cast.acts.ts";
import { faultOfMoment, questionsOf } from "./casting.ts";
import { can, mayRun, mayVote, voterOf } from "./poll.may.ts";
import { turnoutOf } from "./poll.store.ts";
import type { Poll } from "./poll.ts";
import { seenPoll } from "./seen.pages.ts";
import { newOwnCode, readOwnCode } from "./tracking.cipher.ts";

/** The voter's page. */
export function ballotPages() {
  const ballot = pages();

  ballot.get("/bo-phieu/:id{[0-9]+}", async (c) => show(c, await drawn(c, await seenPoll(c), emptyForm)));

  ballot.get("/bo-phieu/:id{[0-9]+}/la-phieu", async (c) =>
    seeOther(c, `/bo-phieu/${(await seenPoll(c)).id}`),
  );

  ballot.post("/bo-phieu/:id{[0-9]+}/la-phieu", async (c) => {
    const poll = await seenPoll(c);
    const form = await formOf(c);
    const outcome = [...form.keys()].some((name) => name.startsWith("la."))
      ? await castSealed(c, poll)
      : await castTyped(c, poll);
    if (outcome.kind === "cast")
      return seeOther(c, `/bo-phieu/${poll.id}`, { title: "Đã bỏ phiếu. Lá phiếu nằm trong hòm phiếu." });
    const page = await drawn(c, await seenPoll(c), outcome.state);
    return outcome.kind === "refused" ? refused(c, outcome.refusal, page) : show(c, page, 422);
  });

  return ballot;
}

/** How the casting ended: cast, not readable, or refused with the form as it was. */
type Casting =
  | { readonly kind: "cast" }
  | { readonly kind: "unreadable"; readonly state: FormState }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly state: FormState };

const ended = (outcome: number | Refusal, typed: FormState["typed"]): Casting =>
  isRefusal(outcome)
    ? { kind: "refused", refusal: outcome, state: refusedForm(outcome, typed) }
    : { kind: "cast" };

async function castSealed(c: Context, poll: Poll): Promise<Casting> {
  const form = await read(c, SealedBallotForm);
  if (hasErrors(form)) return { kind: "unreadable", state: { errors: { "": unreadable }, typed: {} } };
  return ended(await castBallot(actorOf(c), { pollId: poll.id, slips: form.values.la }), {});
}

const unreadable = "Lá phiếu gửi lên không đọc được. Hãy mở lại trang và bỏ phiếu lại.";

async function castTyped(c: Context, poll: Poll): Promise<Casting> {
  const form = await read(c, PlainBallotForm);
  if (hasErrors(form)) return { kind: "unreadable", state: form };
  const actor = actorOf(c);
  const voter = voterOf(actor, poll);
  if (!voter) throw new NotFound();
  const outcome = await castPlain(actor, {
    pollId: poll.id,
    ownCode: form.values["ma-rieng"],
    answers: answersIn(poll, voter, (field) => form.typed[field] ?? []),
  });
  return ended(outcome, form.typed);
}

async function drawn(c: Context, poll: Poll, state: FormState) {
  const actor = actorOf(c);
  const voter = voterOf(actor, poll);
  const turnout = (await turnoutOf(readerOf(c), poll.id))!;
  const frame = await frameOf(c);
  const running = can(mayRun(actor, poll));
  const open =
    voter !== null &&
    voter.voted === null &&
    voter.ended === null &&
    can(mayVote(actor, poll)) &&
    faultOfMoment(poll) === null &&
    questionsOf(poll, voter).length > 0;
  if (!open)
    return <StandingPage frame={frame} poll={poll} voter={voter} turnout={turnout} running={running} />;
  const ownCode = readOwnCode(state.typed["ma-rieng"]?.[0] ?? "") ?? newOwnCode();
  return (
    <BallotPage
      frame={frame}
      poll={poll}
      voter={voter}
      turnout={turnout}
      running={running}
      state={state}
      ownCode={ownCode}
    />
  );
}
