import { act } from "../platform/act.ts";
import type { Actor } from "../platform/actor.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { boxKey, wrap } from "./box.files.ts";
import { codesFound, saveReceipt, saveSlips } from "./box.store.ts";
import {
  type Answer,
  faultOfAnswers,
  faultOfCasting,
  faultOfMoment,
  questionsOf,
  type SealedSlip,
} from "./casting.ts";
import { placeOf, sealedBytes, sealerFor, sealSlip } from "./envelope.cipher.ts";
import { noSuchPoll, unkept } from "./opening.acts.ts";
import { mayVote, voterOf } from "./poll.may.ts";
import { loadPollForBallot, pollOf } from "./poll.store.ts";
import type { Poll, Voter } from "./poll.ts";
import { SLIP_BYTES, writeSlip } from "./slip.ts";
import { codesOf, readOwnCode } from "./tracking.cipher.ts";

/**
 * Takes the sealed slips of one voter: a receipt without a time, ballots and codes without a voter. Writes no
 * journal line, adds no job, keeps no answer: each would say when this person voted. The same codes sent twice
 * (a double click, a line that broke) get the same answer.
 */
export const castBallot = unkept(
  act({
    name: "poll.cast",
    async run(
      work,
      asked: { readonly pollId: number; readonly slips: readonly SealedSlip[] },
    ): Promise<number | Refusal> {
      const poll = await loadPollForBallot(work.tx, asked.pollId);
      const voter = poll && voterOf(work.actor, poll);
      if (!poll || !voter) return noSuchPoll();
      const allowed = mayVote(work.actor, poll);
      if (isRefusal(allowed)) return allowed;
      const codes = asked.slips.map(({ code }) => code);
      if (voter.voted && codes.length > 0) {
        const found = await codesFound(work.tx, poll.id, codes);
        if (found.length === codes.length) return poll.id;
      }
      const fault = faultOfCasting(poll, voter, asked.slips, sealedBytes(SLIP_BYTES));
      if (fault) return fault;
      const key = await boxKey(poll.id);
      if (!key)
        return movedOn(
          "box-lost",
          "Hòm phiếu trên máy không dùng được nữa nên phiếu không được nhận. Hãy báo tổ kiểm phiếu để chuyển sang phiếu giấy.",
        );
      await saveReceipt(work.tx, poll.id, voter.person, "electronic");
      await saveSlips(
        work.tx,
        poll.id,
        asked.slips.map(({ question, envelope, code }) => ({ question, sealed: wrap(key, envelope), code })),
      );
      key.fill(0);
      return poll.id;
    },
  }),
);

/** Plain answers, where the browser cannot seal: sealed here at once, then cast like any other. */
export async function castPlain(
  actor: Actor,
  asked: { readonly pollId: number; readonly ownCode: string; readonly answers: readonly Answer[] },
): Promise<number | Refusal> {
  const poll = await pollOf(reader(), asked.pollId);
  const voter = poll && voterOf(actor, poll);
  if (!poll || !voter) return noSuchPoll();
  const ownCode = readOwnCode(asked.ownCode);
  if (ownCode === null)
    return refuse("no-own-code", "Mã riêng của lá phiếu không đúng dạng. Hãy mở lại trang để nhận mã mới.");
  const fault = faultOfMoment(poll) ?? faultOfAnswers(poll, voter, asked.answers);
  if (fault) return fault;
  return castBallot(actor, {
    pollId: poll.id,
    slips: await sealedHere(poll, voter, ownCode, asked.answers),
  });
}

async function sealedHere(
  poll: Poll,
  voter: Voter,
  ownCode: string,
  answers: readonly Answer[],
): Promise<SealedSlip[]> {
  const questions = questionsOf(poll, voter);
  const codes = await codesOf(
    ownCode,
    poll.mark,
    questions.map(({ ordinal }) => ordinal),
  );
  const seal = await sealerFor(Buffer.from(poll.publicKey ?? "", "base64"));
  return Promise.all(
    questions.map(async ({ ordinal }, at) => {
      const answer = answers.find(({ question }) => question === ordinal);
      const slip = answer ? writeSlip(answer.choice) : "blank";
      return {
        question: ordinal,
        envelope: await sealSlip(seal, placeOf(poll.mark, ordinal), slip),
        code: codes[at]!,
      };
    }),
  );
}
