import { bodiesServing, movementReachOf } from "../movements/movement-reach.store.ts";
import { holdersToTell } from "../org/telling.store.ts";
import { findUnit } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import { addWorkingDays } from "../platform/calendar.ts";
import type { Day } from "../platform/day.ts";
import { stagedFile } from "../platform/files.ts";
import { officialCalendar } from "../platform/holidays.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tell } from "../platform/telling.ts";
import { tidy } from "../platform/vietnamese.ts";
import { movementsInReach } from "./movement-choices.store.ts";
import { answeringKinds, askingKinds, mayAnswer, mayAsk } from "./question.may.ts";
import { lockQuestion, saveNewQuestion, saveQuestionFile, saveQuestionStep } from "./question.store.ts";
import {
  ANSWER_WITHIN,
  decideAnswering,
  decideAsking,
  decideClosing,
  decideEscalating,
  decideReopening,
  type Question,
  type QuestionKind,
  type QuestionStep,
} from "./question.ts";
import { answeringBodiesAbove, questionReachOf } from "./question-reach.store.ts";

/** The day by which the body that gets a question on this day answers or passes it on. */
export const answerDueFrom = (today: Day): Day => addWorkingDays(officialCalendar(), today, ANSWER_WITHIN);

interface Asking {
  readonly unit: number;
  readonly movement: number | null;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly words: string;
  readonly receiver: number;
  /** Tokens of staged files. */
  readonly files: readonly string[];
}

/** A unit raises a difficulty, a question or a proposal to a body above it. */
export const raiseQuestion = act({
  name: "question.ask",
  async run(work, input: Asking): Promise<number | Refusal> {
    const unit = await findUnit(work.tx, input.unit, work.day);
    if (!unit) return refuse("no-such-unit", "Không có đơn vị này.", { field: "unit" });
    const allowed = mayAsk(work.actor, input.unit);
    if (isRefusal(allowed)) return allowed;
    const strange = await refuseUnseenMovement(work, input.movement);
    if (strange) return strange;
    const receivers = (await answeringBodiesAbove(work.tx, input.unit, work.day)).map(({ id }) => id);
    const dueOn = answerDueFrom(work.day);
    const step = decideAsking(input, receivers, dueOn);
    if (isRefusal(step)) return step;
    const asked = {
      unit: unit.id,
      unitName: unit.name,
      movement: input.movement,
      kind: input.kind,
      title: tidy(input.title),
    };
    const id = await saveNewQuestion(work.tx, asked, { ...step, dueOn }, work.at);
    const saved = await takeStep(
      work,
      { id, unit: unit.id, unitName: unit.name },
      step,
      unit.name,
      input.files,
    );
    return isRefusal(saved) ? saved : id;
  },
});

async function refuseUnseenMovement(work: Work, movement: number | null): Promise<Refusal | null> {
  if (movement === null) return null;
  const reach = await movementReachOf(work.tx, work.actor);
  const seen = await movementsInReach(work.tx, reach);
  return seen.some(({ id }) => id === movement)
    ? null
    : refuse("no-such-movement", "Hãy chọn một phong trào trong danh sách.", { field: "movement" });
}

interface Answering {
  readonly questionId: number;
  readonly words: string;
  readonly files: readonly string[];
}

/** The body that holds the question gives guidance. */
export const answerQuestion = act({
  name: "question.answer",
  async run(work, input: Answering): Promise<number | Refusal> {
    const question = await loadHeld(work, input.questionId);
    if (isRefusal(question)) return question;
    const step = decideAnswering(question, input.words);
    if (isRefusal(step)) return step;
    const saved = await takeStep(work, question, step, question.holderName, input.files);
    return isRefusal(saved) ? saved : question.id;
  },
});

interface Escalating {
  readonly questionId: number;
  readonly body: number;
  readonly why: string;
  readonly dueOn: Day;
}

/** What is beyond the holder's power goes to a body above it, with its own deadline. */
export const escalateQuestion = act({
  name: "question.escalate",
  async run(work, input: Escalating): Promise<number | Refusal> {
    const question = await loadHeld(work, input.questionId);
    if (isRefusal(question)) return question;
    const above = (await answeringBodiesAbove(work.tx, question.holder, work.day)).map(({ id }) => id);
    const step = decideEscalating(question, input, above, work.day);
    if (isRefusal(step)) return step;
    const saved = await takeStep(work, question, step, question.holderName, []);
    return isRefusal(saved) ? saved : question.id;
  },
});

interface Replying {
  readonly questionId: number;
  readonly words: string;
}

/** The unit asks again what the answer left open. */
export const reopenQuestion = act({
  name: "question.reopen",
  async run(work, { questionId, words }: Replying): Promise<number | Refusal> {
    const question = await loadAsked(work, questionId);
    if (isRefusal(question)) return question;
    const step = decideReopening(question, words, answerDueFrom(work.day));
    if (isRefusal(step)) return step;
    const saved = await takeStep(work, question, step, question.unitName, []);
    return isRefusal(saved) ? saved : question.id;
  },
});

/** The unit ends its question: content with the answer, or taking it back. */
export const closeQuestion = act({
  name: "question.close",
  async run(work, { questionId, words }: Replying): Promise<number | Refusal> {
    const question = await loadAsked(work, questionId);
    if (isRefusal(question)) return question;
    const step = decideClosing(question, words);
    if (isRefusal(step)) return step;
    const saved = await takeStep(work, question, step, question.unitName, []);
    return isRefusal(saved) ? saved : question.id;
  },
});

const noQuestion = movedOn("no-such-question", "Không có kiến nghị này.");

async function loadHeld(work: Work, id: number): Promise<Question | Refusal> {
  const question = await lockQuestion(work.tx, id);
  if (!question) return noQuestion;
  const { serves } = await questionReachOf(work.tx, work.actor);
  const allowed = mayAnswer(serves, question);
  return isRefusal(allowed) ? allowed : question;
}

async function loadAsked(work: Work, id: number): Promise<Question | Refusal> {
  const question = await lockQuestion(work.tx, id);
  if (!question) return noQuestion;
  const allowed = mayAsk(work.actor, question.unit);
  return isRefusal(allowed) ? allowed : question;
}

/** Saves a step with its papers, notes it, and tells those whose turn it is. */
async function takeStep(
  work: Work,
  question: Pick<Question, "id" | "unit" | "unitName"> & Partial<Pick<Question, "holder" | "title">>,
  step: QuestionStep,
  bodyName: string,
  files: readonly string[],
): Promise<true | Refusal> {
  const byUnit = step.kind === "asked" || step.kind === "reopened" || step.kind === "closed";
  const body = byUnit ? question.unit : (question.holder ?? question.unit);
  const saved = await saveQuestionStep(work.tx, question.id, step, { body, bodyName }, work.actor);
  for (const token of files) {
    const staged = await stagedFile(work.tx, work.actor.account ?? "system", token, work.at);
    if (!staged)
      return refuse("file-gone", "Tệp đã chọn quá 24 giờ; hãy chọn lại tệp, phần đã viết vẫn còn.", {
        field: "files",
      });
    await saveQuestionFile(work.tx, saved, staged);
  }
  work.record(`question.${step.kind}`, question.id, { body, holder: step.holder, dueOn: step.dueOn });
  await tellWhoIsNext(work, question, step, bodyName);
  return true;
}

const sentences: Readonly<Record<QuestionStep["kind"], (name: string) => string>> = {
  asked: (name) => `${name} gửi một kiến nghị chờ trả lời.`,
  reopened: (name) => `${name} hỏi lại một kiến nghị đã trả lời.`,
  escalated: (name) => `${name} chuyển lên một kiến nghị chờ trả lời.`,
  answered: (name) => `${name} đã trả lời kiến nghị của đơn vị.`,
  closed: (name) => `${name} đã kết thúc kiến nghị.`,
};

async function tellWhoIsNext(
  work: Work,
  question: Pick<Question, "id" | "unit">,
  step: QuestionStep,
  bodyName: string,
): Promise<void> {
  const people =
    step.kind === "answered"
      ? await holdersToTell(work.tx, [question.unit], askingKinds, work.day)
      : await holdersToTell(
          work.tx,
          await bodiesServing(work.tx, step.holder, work.day),
          step.kind === "escalated" ? answeringKinds : ["standing-officer"],
          work.day,
        );
  await tell(work, people, {
    kind: "question",
    subject: "Kiến nghị, vướng mắc",
    sentence: sentences[step.kind](bodyName),
    href: `/theo-doi/kien-nghi/${question.id}`,
  });
}
