import { toDataURL } from "qrcode";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  frameOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { PassphraseForm, ReasonForm, ToPaperForm } from "./ballot.form.ts";
import { sharesOf } from "./box.store.ts";
import { whyClosed } from "./casting.ts";
import { historyOf, papersOf } from "./count.store.ts";
import { closePoll, countPoll, type Opening } from "./counting.acts.ts";
import { lockShare, openPoll } from "./opening.acts.ts";
import { callOff, moveToPaper } from "./paper.acts.ts";
import { can, mayCount, mayDecide, mayHoldShare, mayRun } from "./poll.may.ts";
import { turnoutOf } from "./poll.store.ts";
import type { Poll } from "./poll.ts";
import { RecoveryPage } from "./recovery.view.tsx";
import { seenBy } from "./seen.pages.ts";
import { type TeamFacts, TeamPage } from "./team.view.tsx";
import { stillReachable } from "./threshold.ts";

/** Page of the chair, the secretary and the counting team. */
export function teamPages() {
  const team = pages();
  const home = (poll: Poll): string => `/bo-phieu/${poll.id}/to-kiem-phieu`;

  team.get("/bo-phieu/:id{[0-9]+}/to-kiem-phieu", async (c) => show(c, await drawn(c, emptyForm)));
  for (const noun of ["cum-mat-khau", "mo", "khep", "kiem-phieu", "chuyen-phieu-giay", "dung"])
    team.get(`/bo-phieu/:id{[0-9]+}/${noun}`, async (c) => seeOther(c, home(await seenBy(c, mayRun))));

  team.post("/bo-phieu/:id{[0-9]+}/cum-mat-khau", async (c) => {
    const poll = await seenBy(c, mayRun);
    const form = await read(c, PassphraseForm);
    if (hasErrors(form)) return show(c, await drawn(c, { errors: form.errors, typed: {} }), 422);
    const outcome = await lockShare(actorOf(c), { pollId: poll.id, passphrase: form.values.passphrase });
    return ended(c, poll, outcome, "Đã đặt cụm mật khẩu của bạn");
  });

  team.post("/bo-phieu/:id{[0-9]+}/mo", async (c) => {
    const poll = await seenBy(c, mayRun);
    const outcome = await openPoll(actorOf(c), { pollId: poll.id });
    if (isRefusal(outcome)) return refused(c, outcome, await drawn(c, refusedForm(outcome, {})));
    if (outcome.recovery === null) return seeOther(c, home(poll), { title: "Đã mở bỏ phiếu" });
    return show(
      c,
      <RecoveryPage
        frame={await frameOf(c)}
        poll={await seenBy(c, mayRun)}
        recovery={outcome.recovery}
        picture={await toDataURL(outcome.recovery, { margin: 1, width: 440 })}
        at={actorOf(c).at}
      />,
    );
  });

  team.post("/bo-phieu/:id{[0-9]+}/khep", async (c) => {
    const poll = await seenBy(c, mayRun);
    await formOf(c);
    return ended(c, poll, await closePoll(actorOf(c), { pollId: poll.id }), "Đã khép bỏ phiếu");
  });

  team.post("/bo-phieu/:id{[0-9]+}/kiem-phieu", async (c) => {
    const poll = await seenBy(c, mayRun);
    const outcome = await countPoll(actorOf(c), {
      pollId: poll.id,
      opening: openingIn(poll, await formOf(c)),
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await drawn(c, refusedForm(outcome, {})))
      : seeOther(c, `/bo-phieu/${poll.id}/ket-qua`, { title: "Đã kiểm phiếu" });
  });

  team.post("/bo-phieu/:id{[0-9]+}/chuyen-phieu-giay", async (c) => {
    const poll = await seenBy(c, mayDecide);
    const form = await read(c, ToPaperForm);
    if (hasErrors(form)) return show(c, await drawn(c, form), 422);
    const outcome = await moveToPaper(actorOf(c), { pollId: poll.id, ...form.values });
    return ended(c, poll, outcome, "Đã chuyển sang phiếu giấy", form);
  });

  team.post("/bo-phieu/:id{[0-9]+}/dung", async (c) => {
    const poll = await seenBy(c, mayDecide);
    const form = await read(c, ReasonForm);
    if (hasErrors(form)) return show(c, await drawn(c, form), 422);
    const outcome = await callOff(actorOf(c), { pollId: poll.id, ...form.values });
    return ended(c, poll, outcome, "Đã dừng cuộc bỏ phiếu", form);
  });

  const ended = async (
    c: Context,
    poll: Poll,
    outcome: number | Refusal,
    title: string,
    form: { readonly typed: FormState["typed"] } = { typed: {} },
  ) =>
    isRefusal(outcome)
      ? refused(c, outcome, await drawn(c, refusedForm(outcome, form.typed)))
      : seeOther(c, home(poll), { title });

  return team;
}

/** Passphrases typed into the holders' own fields; an empty one was not given. */
function openingIn(poll: Poll, form: FormData): Opening {
  const given = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    passphrases: poll.officers
      .filter(({ holdsShare }) => holdsShare)
      .map(({ person }) => ({ person, passphrase: given(`nguoi-${person}`) }))
      .filter(({ passphrase }) => passphrase !== ""),
    recovery: given("recovery") || null,
  };
}

async function drawn(c: Context, state: FormState) {
  const poll = await seenBy(c, mayRun);
  return (
    <TeamPage frame={await frameOf(c)} facts={await factsOf(c, poll)} state={state} formKey={newKey()} />
  );
}

async function factsOf(c: Context, poll: Poll): Promise<TeamFacts> {
  const actor = actorOf(c);
  const [turnout, history, shares, papers] = await Promise.all([
    turnoutOf(readerOf(c), poll.id),
    historyOf(readerOf(c), poll.id),
    sharesOf(readerOf(c), poll.id),
    papersOf(readerOf(c), poll.id),
  ]);
  return {
    poll,
    turnout: turnout!,
    history,
    locked: shares.map(({ person }) => person),
    papersEntered: papers !== null,
    unreachable: poll.state === "prepared" ? unreachableIn(poll) : [],
    holdsShare: can(mayHoldShare(actor, poll)),
    counts: can(mayCount(actor, poll)),
    decides: can(mayDecide(actor, poll)),
  };
}

/** Said before the vote: who cannot reach the share of all members even if everybody here agrees. */
const unreachableIn = (poll: Poll): string[] =>
  poll.questions.flatMap((question) => {
    const mayVote = poll.roll.filter((voter) => voter.ended === null && !whyClosed(voter, question)).length;
    return question.threshold && !stillReachable(question.threshold, mayVote)
      ? [
          `“${question.title}” cần ít nhất ${question.threshold.needed} phiếu đồng ý trên tổng số ${poll.members} thành viên nhưng chỉ ${mayVote} người bỏ phiếu được.`,
        ]
      : [];
  });
