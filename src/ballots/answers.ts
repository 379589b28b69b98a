import { type Answer, fieldOf, questionsOf } from "./casting.ts";
import type { Poll, Question, Voter } from "./poll.ts";
import type { Choice } from "./slip.ts";

/**
 * Reads the fields of the ballot page, by field name: the browser that seals and the program that seals for one that
 * cannot read them by these same lines. An unanswered approve question gives no answer.
 */
export function answersIn(
  poll: Pick<Poll, "questions">,
  voter: Pick<Voter, "excluded">,
  typed: (field: string) => readonly string[],
): Answer[] {
  return questionsOf(poll, voter).flatMap((question) => {
    const choice = choiceIn(question, typed);
    return choice ? [{ question: question.ordinal, choice }] : [];
  });
}

function choiceIn(question: Question, typed: (field: string) => readonly string[]): Choice | null {
  const field = fieldOf(question.ordinal);
  if (question.kind === "approve") {
    const [answer] = typed(field);
    return answer === "yes" || answer === "no" || answer === "blank" ? { kind: "approve", answer } : null;
  }
  if (question.kind === "choose") return { kind: "choose", chosen: ordinalsIn(typed(field)) };
  const places = Array.from(
    { length: question.pick },
    (_, place) => typed(placeField(field, place))[0] ?? "",
  );
  return { kind: "rank", places: ordinalsIn(places) };
}

/** Name of the field of one place of a rank question; places count from 0. */
export const placeField = (field: string, place: number): string => `${field}-hang-${place + 1}`;

const ordinalsIn = (values: readonly string[]): number[] => values.map(Number).filter((one) => one > 0);
