import { type Refusal, refuse } from "../platform/refusal.ts";
import type { Poll, Question } from "./poll.ts";
import type { PaperCount } from "./tally.ts";

/** What the counting team entered, one a question in their order. */
export type PaperCounts = readonly PaperCount[];

/** A show of hands: who is there and may vote, and the hands of each nominee. */
export type Hands = Pick<PaperCount, "issued" | "nominees">;

/** Hands in the form of papers: on approve each raised hand is one paper, elsewhere everybody there is. */
export function handsAsPapers(question: Question, { issued, nominees }: Hands): PaperCount {
  const [first] = nominees;
  const raised = question.kind === "approve" && first ? first.yes + first.no + first.blank : issued;
  return { issued, returned: raised, valid: raised, invalid: 0, nominees };
}

/** Most papers of a question that may have been handed out: one a person who may vote on it and took one. */
export function mostPapers(poll: Poll, question: Question): number {
  const mayVote = poll.roll.filter(
    (voter) =>
      (poll.papers !== "together" || voter.voted === "paper") &&
      (voter.ended === null || voter.voted !== null) &&
      !voter.excluded.some(
        (one) => one.question === question.ordinal && (one.nominee === null || question.kind === "approve"),
      ),
  );
  return mayVote.length;
}

/** Why a paper count cannot be true; null when its numbers agree with one another and with the roll. */
export function faultOfPapers(poll: Poll, counts: PaperCounts): Refusal | null {
  for (const [at, question] of poll.questions.entries()) {
    const count = counts[at];
    if (!count) return refuse("not-counted", `Chưa có số phiếu của “${question.title}”.`);
    const fault = faultOfCount(question, count, mostPapers(poll, question));
    if (fault)
      return refuse(fault.code, `“${question.title}”: ${fault.words}`, {
        field: `cau.${at}.${fault.field}`,
      });
  }
  return null;
}

interface CountFault {
  readonly code: string;
  readonly field: string;
  readonly words: string;
}

function faultOfCount(question: Question, count: PaperCount, most: number): CountFault | null {
  const { issued, returned, valid, invalid } = count;
  if (issued > most)
    return {
      code: "too-many-issued",
      field: "issued",
      words: `phát ra ${issued} phiếu, nhiều hơn ${most} người được nhận phiếu giấy.`,
    };
  if (returned > issued)
    return {
      code: "more-returned",
      field: "returned",
      words: `thu về ${returned} phiếu, nhiều hơn ${issued} phiếu phát ra.`,
    };
  if (valid + invalid !== returned)
    return {
      code: "valid-and-invalid",
      field: "valid",
      words: `hợp lệ ${valid} và không hợp lệ ${invalid} phải cộng thành ${returned} phiếu thu về.`,
    };
  for (const [at, nominee] of question.nominees.entries()) {
    const numbers = count.nominees[at];
    if (!numbers)
      return { code: "not-counted", field: "valid", words: `chưa có số phiếu của ${nominee.name}.` };
    const fault = faultOfNominee(question, valid, nominee.name, numbers);
    if (fault) return { ...fault, field: `nominees.${at}.${fault.field}` };
  }
  return faultOfSum(question, count);
}

function faultOfNominee(
  question: Question,
  valid: number,
  name: string,
  numbers: PaperCount["nominees"][number],
): CountFault | null {
  if (question.kind === "approve") {
    const sum = numbers.yes + numbers.no + numbers.blank;
    return sum === valid
      ? null
      : {
          code: "answers-and-valid",
          field: "yes",
          words: `số phiếu của ${name} cộng thành ${sum}, phải bằng ${valid} phiếu hợp lệ.`,
        };
  }
  const named = question.kind === "rank" ? numbers.places.reduce((sum, one) => sum + one, 0) : numbers.yes;
  return named <= valid
    ? null
    : {
        code: "more-than-valid",
        field: "yes",
        words: `${name} có ${named} phiếu, nhiều hơn ${valid} phiếu hợp lệ.`,
      };
}

/** All names together cannot be more than the valid papers had room for; each place is taken once a paper. */
function faultOfSum(question: Question, { valid, nominees }: PaperCount): CountFault | null {
  if (question.kind === "approve") return null;
  const sum = nominees.reduce((total, one) => total + one.yes, 0);
  if (question.kind === "choose" && sum > valid * question.pick)
    return {
      code: "more-names",
      field: "valid",
      words: `tổng số phiếu các đề cử là ${sum}, nhiều hơn ${valid * question.pick} lượt chọn của ${valid} phiếu hợp lệ.`,
    };
  for (const place of question.points.keys()) {
    const taken = nominees.reduce((total, one) => total + (one.places[place] ?? 0), 0);
    if (taken > valid)
      return {
        code: "more-at-place",
        field: "valid",
        words: `thứ hạng ${place + 1} được ghi ${taken} lần, nhiều hơn ${valid} phiếu hợp lệ.`,
      };
  }
  return null;
}
