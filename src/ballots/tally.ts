import type { Nominee, NomineeCount, Question, QuestionCount } from "./poll.ts";
import { type Choice, isFault, readSlip } from "./slip.ts";

/** Papers of one question as the counting team entered them (phiếu phát ra, thu về, hợp lệ, không hợp lệ). */
export interface PaperCount {
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  /** In the order of the nominees. approve: yes, no, blank; choose: votes; rank: papers at each place. */
  readonly nominees: readonly PaperNomineeCount[];
}

export interface PaperNomineeCount {
  readonly yes: number;
  readonly no: number;
  readonly blank: number;
  /** rank only: how many papers put the nominee first, second, … */
  readonly places: readonly number[];
}

export const noPapers: PaperCount = { issued: 0, returned: 0, valid: 0, invalid: 0, nominees: [] };

/**
 * Counts one question: opened slips in any order, and papers beside them. `undefined` opened a slip to nothing,
 * which is an invalid paper. A withdrawn nominee gets nothing and passes nothing; papers stay valid.
 */
export function tally(
  question: Question,
  opened: readonly (string | null)[],
  papers: PaperCount = noPapers,
): QuestionCount {
  const choices = opened.map((text) => (text === null ? "unreadable" : readSlip(text, question)));
  const valid = choices.filter((choice): choice is Choice => !isFault(choice));
  const counted = question.nominees.map((nominee, at) =>
    countOf(question, nominee, valid, papers.nominees[at]),
  );
  return {
    ordinal: question.ordinal,
    kind: question.kind,
    title: question.title,
    threshold: question.threshold,
    issued: opened.length + papers.issued,
    returned: opened.length + papers.returned,
    valid: valid.length + papers.valid,
    invalid: opened.length - valid.length + papers.invalid,
    nominees: judged(question, counted),
  };
}

type Counted = Omit<NomineeCount, "passed" | "tied">;

function countOf(
  question: Question,
  nominee: Nominee,
  choices: readonly Choice[],
  paper: PaperNomineeCount | undefined,
): Counted {
  const none = { yes: 0, no: 0, blank: 0, points: 0 };
  const numbers = nominee.withdrawn === null ? numbersOf(question, nominee.ordinal, choices, paper) : none;
  return {
    ordinal: nominee.ordinal,
    key: nominee.key,
    name: nominee.name,
    withdrawn: nominee.withdrawn !== null,
    ...numbers,
  };
}

function numbersOf(
  question: Question,
  ordinal: number,
  choices: readonly Choice[],
  paper: PaperNomineeCount | undefined,
) {
  const sum = { yes: paper?.yes ?? 0, no: paper?.no ?? 0, blank: paper?.blank ?? 0, points: 0 };
  for (const [place, papers] of (paper?.places ?? []).entries()) {
    sum.yes += papers;
    sum.points += papers * (question.points[place] ?? 0);
  }
  for (const choice of choices) {
    if (choice.kind === "approve") sum[choice.answer] += 1;
    else if (choice.kind === "choose") sum.yes += choice.chosen.includes(ordinal) ? 1 : 0;
    else {
      const place = choice.places.indexOf(ordinal);
      if (place < 0) continue;
      sum.yes += 1;
      sum.points += question.points[place] ?? 0;
    }
  }
  return sum;
}

/** approve: the threshold. choose, rank: the first seats; whoever stands level across the cut is tied. */
function judged(question: Question, counted: readonly Counted[]): NomineeCount[] {
  const needed = question.threshold?.needed ?? 1;
  if (question.kind === "approve")
    return counted.map((one) => ({ ...one, passed: !one.withdrawn && one.yes >= needed, tied: false }));
  const worth = (one: Counted): number => (question.kind === "rank" ? one.points : one.yes);
  const running = counted.filter((one) => !one.withdrawn && worth(one) > 0 && one.yes >= needed);
  const above = (one: Counted): number => running.filter((other) => worth(other) > worth(one)).length;
  const level = (one: Counted): number => running.filter((other) => worth(other) === worth(one)).length;
  return counted.map((one) => {
    const stands = running.includes(one) && above(one) < question.seats;
    const tied = stands && above(one) + level(one) > question.seats;
    return { ...one, passed: stands && !tied, tied };
  });
}

/** Whether some nominees stand level across the cut, so that a second round must decide. */
export const needsSecondRound = (count: QuestionCount): boolean => count.nominees.some(({ tied }) => tied);
