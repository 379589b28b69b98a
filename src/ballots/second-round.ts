import { isRefusal } from "../platform/refusal.ts";
import { faultOfDraft } from "./holding.ts";
import type { Poll, PollDraft, PollResult, QuestionDraft } from "./poll.ts";

/**
 * The second round among those who stood level across the cut: their names only, as many seats as are left,
 * one name fewer than nominees at most. Null when nobody is tied. Whoever holds the vote gives it a new roll.
 */
export function secondRound(poll: Poll, result: PollResult): PollDraft | null {
  const questions = result.questions.flatMap((count): QuestionDraft[] => {
    const tied = count.nominees.filter((one) => one.tied).map(({ ordinal }) => ordinal);
    if (tied.length === 0) return [];
    const asked = poll.questions.find(({ ordinal }) => ordinal === count.ordinal)!;
    const taken = count.nominees.filter(({ passed }) => passed).length;
    const seats = asked.seats - taken;
    return [
      {
        kind: "choose",
        title: `${asked.title} (vòng ${poll.round + 1})`,
        nominees: asked.nominees
          .filter(({ ordinal }) => tied.includes(ordinal))
          .map(({ ordinal, name, note, key }) => ({
            name,
            note,
            key,
            person: poll.ownDossiers.find((one) => one.question === asked.ordinal && one.nominee === ordinal)
              ?.person,
          })),
        pick: seats,
        seats,
        threshold: asked.threshold
          ? {
              by: "rules",
              percent: asked.threshold.percent,
              rule: asked.threshold.rule,
              basis: asked.threshold.basis,
            }
          : null,
      },
    ];
  });
  if (questions.length === 0) return null;
  const draft: PollDraft = {
    origin: poll.origin,
    title: poll.title,
    body: poll.body,
    mode: poll.mode,
    members: poll.members,
    on: poll.on,
    roll: poll.roll
      .filter(({ ended }) => ended === null)
      .map(({ person, name, post, unit, way, excluded }) => ({
        person,
        name,
        post,
        unit,
        way,
        excluded: excludedAmong(excluded, questions, poll),
      })),
    officers: poll.officers,
    questions,
    round: poll.round + 1,
    repeats: poll.id,
  };
  return isRefusal(faultOfDraft(draft)) ? { ...draft, roll: draft.roll.map(wholeQuestion) } : draft;
}

type VoterOf = PollDraft["roll"][number];

/** Exclusions led over to the questions and nominees of the new round. */
function excludedAmong(
  excluded: VoterOf["excluded"],
  questions: readonly QuestionDraft[],
  poll: Poll,
): VoterOf["excluded"] {
  return questions.flatMap((question, at) => {
    const old = poll.questions.find(({ title }) => question.title === `${title} (vòng ${poll.round + 1})`);
    return excluded
      .filter((one) => one.question === old?.ordinal)
      .flatMap((one) => {
        if (one.nominee === null) return [{ ...one, question: at + 1 }];
        const key = old?.nominees.find(({ ordinal }) => ordinal === one.nominee)?.key;
        const place =
          question.kind === "approve" ? -1 : question.nominees.findIndex((two) => two.key === key);
        return place < 0 ? [] : [{ ...one, question: at + 1, nominee: place + 1 }];
      });
  });
}

/** Where leaving one name out would betray the voter, the whole question is closed to them instead. */
const wholeQuestion = (voter: VoterOf): VoterOf => ({
  ...voter,
  excluded: voter.excluded.map((one) => ({ ...one, nominee: null })),
});
