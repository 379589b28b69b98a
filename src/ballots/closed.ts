import { canonicalWithout } from "./canonical.ts";
import { whyClosed } from "./casting.ts";
import type { CountFacts } from "./count.document.ts";
import type { Poll, PollResult } from "./poll.ts";

const OWN_DOSSIER = "Đây là hồ sơ của chính bạn, nên đóng với bạn cả khi đã có kết quả.";

/**
 * Questions closed to somebody, each with its reason: their own dossier, on the roll or not, and what the roll
 * closes to them whole. What is closed stays closed once it is counted.
 */
export function closedTo(poll: Poll, person: number | null): ReadonlyMap<number, string> {
  const voter = poll.roll.find((one) => one.person === person);
  const closed = new Map<number, string>();
  for (const question of poll.questions) {
    const why = voter ? whyClosed(voter, question) : null;
    const own = poll.ownDossiers.some((one) => one.person === person && one.question === question.ordinal);
    if (why !== null || own) closed.set(question.ordinal, why ?? OWN_DOSSIER);
  }
  return closed;
}

/** A result without the questions closed to whoever reads it. */
export function resultOpenTo(result: PollResult, closed: ReadonlyMap<number, string>): PollResult {
  if (closed.size === 0) return result;
  return {
    ...result,
    questions: result.questions.filter(({ ordinal }) => !closed.has(ordinal)),
    canonical: canonicalWithout(result.canonical, result.questions, result.members, closed),
  };
}

/** Minutes as somebody may read them; what happened besides may concern what is closed, so it is left out whole. */
export function factsOpenTo(facts: CountFacts, closed: ReadonlyMap<number, string>): CountFacts {
  if (closed.size === 0) return facts;
  return {
    ...facts,
    result: resultOpenTo(facts.result, closed),
    happened: [
      `Bản này không có nội dung ${[...closed.keys()].join(", ")} vì đóng với người đọc; diễn biến của cuộc bỏ phiếu xem ở bản đầy đủ.`,
    ],
  };
}
