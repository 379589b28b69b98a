import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import type { Poll, Question, Voter } from "./poll.ts";
import { type Choice, isFault, readSlip, writeSlip } from "./slip.ts";

/**
 * Questions a voter gets a slip for: all but those closed to them whole. One whose nominee has withdrawn keeps
 * its slip, so that the number of slips tells nothing about when somebody voted.
 */
export const questionsOf = (
  poll: Pick<Poll, "questions">,
  voter: Pick<Voter, "excluded">,
): readonly Question[] => poll.questions.filter((question) => whyClosed(voter, question) === null);

/** Everybody it concerns has withdrawn: nothing is asked any more, the slip is sealed blank. */
export const isWithdrawn = (question: Question): boolean =>
  question.nominees.every(({ withdrawn }) => withdrawn !== null);

/** Why a question is closed to a voter; an approve question with its one nominee closes whole. */
export const whyClosed = (voter: Pick<Voter, "excluded">, question: Question): string | null =>
  voter.excluded.find(
    (one) => one.question === question.ordinal && (one.nominee === null || question.kind === "approve"),
  )?.reason ?? null;

/** Nominees a voter may choose: those not closed to them, whoever has withdrawn meanwhile. */
export const nomineesFor = (voter: Pick<Voter, "excluded">, question: Question) =>
  question.nominees.filter(
    ({ ordinal }) =>
      !voter.excluded.some((one) => one.question === question.ordinal && one.nominee === ordinal),
  );

/** A sealed slip as it reaches the box. */
export interface SealedSlip {
  readonly question: number;
  readonly envelope: Uint8Array;
  readonly code: string;
}

/** Whether the vote takes ballots now; said in the words of its state. */
export function faultOfMoment(poll: Poll): Refusal | null {
  if (poll.mode !== "secret")
    return movedOn(
      "not-on-screens",
      "Cuộc này không bỏ phiếu trên máy: tổ kiểm phiếu ghi nhận tại cuộc họp.",
    );
  if (poll.state === "prepared")
    return movedOn("not-open", "Cuộc bỏ phiếu chưa mở. Trang này sẽ có lá phiếu khi tổ kiểm phiếu mở.");
  if (poll.state !== "voting")
    return movedOn(
      "closed",
      "Cuộc bỏ phiếu đã khép nên phiếu không được nhận; những phiếu đã bỏ vẫn giữ nguyên.",
    );
  if (poll.papers === "instead")
    return movedOn(
      "on-paper",
      "Cuộc bỏ phiếu đã chuyển hẳn sang phiếu giấy; hãy nhận phiếu ở tổ kiểm phiếu.",
    );
  return null;
}

/** A voter casts all their slips at once: exactly one for each question open to them, each of the one length. */
export function faultOfCasting(
  poll: Poll,
  voter: Voter,
  slips: readonly SealedSlip[],
  envelopeBytes: number,
): Refusal | null {
  const fault = faultOfMoment(poll);
  if (fault) return fault;
  if (voter.ended) return refuse("ended", voter.ended, { kind: "may-not" });
  if (voter.voted)
    return movedOn("already-voted", "Bạn đã bỏ phiếu ở cuộc này. Mỗi người chỉ bỏ một lần, không sửa được.");
  const asked = questionsOf(poll, voter).map(({ ordinal }) => ordinal);
  const given = slips.map(({ question }) => question).sort((left, right) => left - right);
  if (asked.length === 0) return refuse("nothing-to-vote", "Không có nội dung nào để bạn bỏ phiếu.");
  if (asked.join() !== given.join() || slips.some(({ envelope }) => envelope.length !== envelopeBytes))
    return refuse(
      "wrong-slips",
      "Lá phiếu gửi lên không khớp với nội dung bỏ phiếu. Hãy mở lại trang và bỏ phiếu lại.",
    );
  return null;
}

/** One answer as it was typed on the ballot page. */
export interface Answer {
  readonly question: number;
  readonly choice: Choice;
}

/** Name of a question's field on the ballot page. */
export const fieldOf = (question: number): string => `cau-${question}`;

/** Whether plain answers may be sealed: what the count would call invalid is sent back while it still can be mended. */
export function faultOfAnswers(
  poll: Pick<Poll, "questions">,
  voter: Pick<Voter, "excluded">,
  answers: readonly Answer[],
): Refusal | null {
  for (const question of questionsOf(poll, voter)) {
    const field = fieldOf(question.ordinal);
    const answer = answers.find((one) => one.question === question.ordinal);
    if (!answer && isWithdrawn(question)) continue;
    if (!answer) return refuse("unanswered", `Bạn chưa trả lời “${question.title}”.`, { field });
    const read = readSlip(writeSlip(answer.choice), question);
    if (read === "too-many")
      return refuse("too-many", `“${question.title}”: được chọn nhiều nhất ${question.pick}.`, { field });
    if (read === "twice")
      return refuse("twice", `“${question.title}”: mỗi đề cử chỉ đứng ở một thứ hạng.`, { field });
    if (isFault(read))
      return refuse("unreadable", `“${question.title}”: lá phiếu không đúng mẫu.`, { field });
    const open = nomineesFor(voter, question).map(({ ordinal }) => ordinal);
    const chosen = read.kind === "choose" ? read.chosen : read.kind === "rank" ? read.places : [];
    if (chosen.some((one) => !open.includes(one)))
      return refuse("closed-nominee", `“${question.title}”: có đề cử bạn không được chọn.`, { field });
  }
  return null;
}
