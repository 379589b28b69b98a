import type { Day } from "../platform/day.ts";
import type { CountHead, Fingerprint } from "./canonical.ts";
import { canonicalText } from "./canonical.ts";
import type { Poll, Question, QuestionCount } from "./poll.ts";
import { noPapers, type PaperCount, tally } from "./tally.ts";
import { neededOf } from "./threshold.ts";

export const EXPORT_FORMAT = "thidua-kiem-phieu/1";

/**
 * Everything a count is made from, and what it came to: enough to repeat it without the program. The session key
 * is published with it, since it opens nothing but what is counted here. Nobody's name stands in it but nominees'.
 */
export interface PollExport {
  readonly format: typeof EXPORT_FORMAT;
  readonly title: string;
  readonly body: string;
  readonly mark: string;
  readonly on: Day;
  readonly round: number;
  readonly members: number;
  readonly roll: number;
  readonly unopened: number;
  readonly questions: readonly Question[];
  /** base64 of the key to which ballots were sealed, and of its secret half; null when nothing sealed was counted. */
  readonly publicKey: string | null;
  readonly sessionKey: string | null;
  /** base64 of the envelopes. */
  readonly ballots: readonly { readonly question: number; readonly sealed: string }[];
  readonly codes: readonly { readonly question: number; readonly code: string }[];
  /** One a question in their order; null when no paper and no hand was counted. */
  readonly papers: readonly PaperCount[] | null;
  readonly canonical: string;
}

/** A count before its text is written. */
export type Countable = Omit<PollExport, "canonical">;

/** What was counted, beside the papers and the ballots themselves. */
interface CountedFrom {
  readonly unopened: number;
  readonly sessionKey: string | null;
  readonly ballots: Countable["ballots"];
  readonly codes: Countable["codes"];
  readonly papers: Countable["papers"];
}

export const countableOf = (poll: Poll, from: CountedFrom): Countable => ({
  format: EXPORT_FORMAT,
  title: poll.title,
  body: poll.body.name,
  mark: poll.mark,
  on: poll.on,
  round: poll.round,
  members: poll.members,
  roll: poll.roll.length,
  questions: poll.questions,
  publicKey: from.sessionKey === null ? null : poll.publicKey,
  ...from,
});

/** Opened slips of one question; null stands for an envelope that opens to nothing. */
export type OpenedSlips = ReadonlyMap<number, readonly (string | null)[]>;

export interface Counted {
  readonly questions: readonly QuestionCount[];
  readonly canonical: string;
}

/** The count of what was opened. Thresholds are reckoned anew from their percentage, so that none is taken on trust. */
export function countOf(
  what: Countable,
  opened: OpenedSlips,
  fingerprints: { readonly ballots: Fingerprint; readonly codes: Fingerprint },
): Counted {
  const questions = what.questions.map((question, at) =>
    tally(
      reckonedAnew(question, what.members),
      opened.get(question.ordinal) ?? [],
      what.papers?.[at] ?? noPapers,
    ),
  );
  const head: CountHead = { ...what, ...fingerprints };
  return { questions, canonical: canonicalText(head, questions) };
}

const reckonedAnew = (question: Question, members: number): Question => {
  const { threshold } = question;
  if (threshold === null) return question;
  const { percent, rule } = threshold;
  return { ...question, threshold: { ...threshold, needed: neededOf(members, percent, rule) } };
};

/** Lines from which the fingerprints are taken: sorted, so that no order matters. */
export const ballotLines = (ballots: Countable["ballots"]): string[] =>
  ballots.map(({ question, sealed }) => `${question}:${sealed}`).sort();

export const codeLines = (codes: Countable["codes"]): string[] =>
  codes.map(({ question, code }) => `${question}:${code}`).sort();
