import { type Refusal, refuse } from "../platform/refusal.ts";
import { fold, tidy } from "../platform/vietnamese.ts";
import {
  type Answered,
  type AnswerVerdict,
  type CoverageLine,
  coverageOf,
  directionOf,
  type OwnItem,
  type ParentItem,
} from "./coverage.ts";
import type { NewPlanItem, PlanAnswer, PlanContent, PlanItem } from "./unit-plan.ts";

/** The item a unit gets when it takes what the launch asks as it is. */
export function itemTaking(parent: ParentItem): NewPlanItem {
  const bare: NewPlanItem = {
    kind: parent.kind,
    grouping: null,
    words: parent.words,
    responsible: null,
    measure: null,
    value: null,
    valueUnit: null,
    base: null,
    direction: null,
    deadline: null,
  };
  if (parent.kind === "content") return { ...bare, grouping: parent.grouping };
  if (parent.kind === "deadline") return { ...bare, deadline: parent.deadline };
  const { measure, value, valueUnit, base, direction } = parent;
  return { ...bare, measure, value, valueUnit, base, direction };
}

/** What a person answers to one item of a launch. */
export interface GivenAnswer {
  readonly verdict: AnswerVerdict;
  readonly reason: string;
  /** The own wording, number, day; only for what is adapted. */
  readonly own: NewPlanItem | null;
}

export interface DecidedAnswer {
  readonly verdict: AnswerVerdict;
  readonly reason: string | null;
  readonly item: NewPlanItem | null;
}

/** Taken as it is, put into the unit's own words, numbers and days, or left out with a reason. */
export function decideAnswer(parent: ParentItem, given: GivenAnswer): DecidedAnswer | Refusal {
  if (given.verdict === "taken") return { verdict: "taken", reason: null, item: itemTaking(parent) };
  if (given.verdict === "left") {
    const reason = tidy(given.reason);
    if (!reason)
      return refuse("no-reason", "Hãy ghi lý do không đưa mục này vào kế hoạch của đơn vị.", {
        field: "reason",
      });
    return { verdict: "left", reason, item: null };
  }
  if (given.own === null) return refuse("nothing-own", "Hãy ghi nội dung của đơn vị.", { field: "words" });
  const item = decideItem({ ...given.own, grouping: itemTaking(parent).grouping });
  return "refusal" in item ? item : { verdict: "adapted", reason: null, item };
}

/** An item of the unit's own says something; a target's number has its unit, a deadline its day. */
export function decideItem(item: NewPlanItem): NewPlanItem | Refusal {
  const words = tidy(item.words);
  if (!words) return refuse("no-words", "Hãy ghi nội dung của mục này.", { field: "words" });
  if (item.kind === "target") {
    if (item.value !== null && !tidy(item.valueUnit ?? ""))
      return refuse("no-unit", "Mức bằng số thì phải có đơn vị tính, ví dụ % hoặc mô hình.", {
        field: "valueUnit",
      });
    if (item.value !== null && item.value < 0)
      return refuse("negative-target", "Mức của chỉ tiêu không thể âm.", { field: "value" });
    return { ...item, words, direction: item.direction ?? directionOf(`${words} ${item.measure ?? ""}`) };
  }
  if (item.kind === "deadline" && item.deadline === null)
    return refuse("no-day", "Hãy nhập ngày, hoặc ghi sự kiện mà hạn này gắn với.", { field: "day" });
  return { ...item, words };
}

/** A plan's item as it is compared. */
function ownItemOf(item: PlanItem | NewPlanItem): OwnItem {
  if (item.kind === "target") return { kind: "target", value: item.value, valueUnit: item.valueUnit };
  if (item.kind === "deadline" && item.deadline) return { kind: "deadline", deadline: item.deadline };
  return { kind: "content" };
}

type Answering = Pick<PlanContent, "items" | "answers">;

/** The coverage of one launch by a plan. */
export function coverageBy(plan: Answering, movement: number, asked: readonly ParentItem[]): CoverageLine[] {
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const answers = plan.answers
    .filter((answer) => answer.movement === movement)
    .map((answer): Answered => {
      const item = answer.item === null ? undefined : items.get(answer.item);
      return { ...answer, item: item ? ownItemOf(item) : null };
    });
  return coverageOf(asked, answers);
}

/** Items that answer nothing of any launch: the unit's own additions. */
export const additionsOf = (plan: Answering): PlanItem[] =>
  plan.items.filter(({ id }) => !plan.answers.some(({ item }) => item === id));

/** The launch's items that have no answer yet. */
export const unansweredOf = (
  answers: readonly PlanAnswer[],
  movement: number,
  asked: readonly ParentItem[],
): ParentItem[] => {
  const known = new Set(answers.filter((answer) => answer.movement === movement).map((answer) => answer.key));
  return asked.filter(({ key }) => !known.has(key));
};

export interface ProposedMatch {
  readonly parent: ParentItem;
  readonly item: PlanItem;
  /** Share of the parent's words found in the item, in percent: shown, never acted on by itself. */
  readonly share: number;
}

const LEAST_SHARE = 50;

/**
 * Which own item may answer which item of a launch, by the words they share: a proposal for a person to
 * accept or drop, one by one. An item is proposed once, to what it resembles most.
 */
export function proposeMatches(
  unanswered: readonly ParentItem[],
  free: readonly PlanItem[],
): ProposedMatch[] {
  const pairs = unanswered
    .flatMap((parent) =>
      free
        .filter(({ kind }) => kind === parent.kind)
        .map((item) => ({ parent, item, share: sharedWords(parent.words, item.words) })),
    )
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((left, right) => right.share - left.share || left.item.words.length - right.item.words.length);
  const [keys, ids] = [new Set<string>(), new Set<number>()];
  return pairs.filter(({ parent, item }) => {
    if (keys.has(parent.key) || ids.has(item.id)) return false;
    keys.add(parent.key);
    ids.add(item.id);
    return true;
  });
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

function sharedWords(parent: string, own: string): number {
  const asked = [...new Set(wordsOf(parent))];
  if (asked.length === 0) return 0;
  const given = new Set(wordsOf(own));
  return Math.round((100 * asked.filter((word) => given.has(word)).length) / asked.length);
}
