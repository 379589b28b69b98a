import type { Actor } from "../platform/actor.ts";
import { type Day, writeDay } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { datedDeadline } from "../platform/deadline.ts";
import type {
  AwaitedItem,
  ChangeItem,
  DueItem,
  Figure,
  FigureQuestion,
  Offers,
  OwedItem,
  SearchHit,
  TabOffer,
  ThingRef,
  WaitingItem,
} from "../platform/offers.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { dueOf, type Question } from "./question.ts";
import {
  changesOfQuestions,
  everyQuestion,
  listQuestions,
  openQuestions,
  openQuestionsOf,
  questionsDueIn,
  questionsRaised,
} from "./question-list.store.ts";
import { questionReachOf } from "./question-reach.store.ts";

const HOME = "/theo-doi/kien-nghi";
const MOST_SHOWN = 20;

/** What questions offer the whole: they stay open work of whoever must answer, so that none gets lost. */
export const questionOffers: Offers = {
  stage: "monitoring",
  waiting,
  awaited,
  changes,
  search,
  tabs,
  owed: async (reader) => (await openQuestions(reader)).map(owedItem),
  dues,
  figures,
  openWorkOf: async (reader, unit) => {
    const count = await openQuestionsOf(reader, unit);
    return count > 0 ? [{ label: "Kiến nghị chưa được trả lời", count }] : [];
  },
};

async function waiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const reach = await questionReachOf(reader, actor);
  if (reach.serves.length === 0) return [];
  const { rows } = await listQuestions(reader, reach, { ...everyQuestion, mine: true }, firstOnes);
  return rows.map((question) => ({
    title: `Trả lời kiến nghị: ${question.title}`,
    note: question.movementName,
    from: question.unitName,
    href: `${HOME}/${question.id}`,
    deadline: dueOf(question),
  }));
}

const firstOnes = { offset: 0, limit: MOST_SHOWN };

/** A unit waits for the answers to what it raised. */
async function awaited(reader: Reader, actor: Actor): Promise<AwaitedItem[]> {
  const reach = await questionReachOf(reader, actor);
  if (reach.asksFor.length === 0) return [];
  const { rows } = await listQuestions(reader, reach, { ...everyQuestion, state: "open" }, firstOnes);
  return rows
    .filter(({ unit }) => reach.asksFor.includes(unit))
    .map((question) => ({
      title: `Trả lời của ${question.holderName}`,
      note: `${question.title} · chậm nhất ${writeDay(question.dueOn)}`,
      href: `${HOME}/${question.id}`,
      done: 0,
      total: 1,
      action: null,
    }));
}

const verbs = {
  asked: "gửi kiến nghị",
  answered: "trả lời kiến nghị",
  escalated: "chuyển lên kiến nghị",
  reopened: "hỏi lại kiến nghị",
  closed: "kết thúc kiến nghị",
} as const;

async function changes(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]> {
  const rows = await changesOfQuestions(reader, await questionReachOf(reader, actor), since, MOST_SHOWN);
  return rows.map((row) => ({
    sentence: `${row.bodyName} ${verbs[row.kind]} “${row.title}”`,
    href: `${HOME}/${row.question}`,
    at: row.at,
  }));
}

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  if (words.trim() === "") return [];
  const reach = await questionReachOf(reader, actor);
  const { rows } = await listQuestions(reader, reach, { ...everyQuestion, words }, { offset: 0, limit });
  const typed = nfc(words).toLowerCase().split(/\s+/).filter(Boolean).map(sameTones);
  return rows.map((row) => {
    const text = sameTones(`${row.unitName} ${row.title}`.toLowerCase());
    return {
      kind: "Kiến nghị",
      title: row.title,
      note: row.unitName,
      href: `${HOME}/${row.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

async function tabs(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]> {
  if (thing.noun !== "movement") return [];
  const filter = { ...everyQuestion, movement: thing.id };
  const reach = await questionReachOf(reader, actor);
  const { total } = await listQuestions(reader, reach, filter, { offset: 0, limit: 1 });
  return total > 0 ? [{ label: "Kiến nghị", href: `${HOME}?phong-trao=${thing.id}`, count: `${total}` }] : [];
}

const owedItem = (question: Question): OwedItem => ({
  kind: "question-answer",
  subject: `question-${question.id}`,
  unit: question.holder,
  what: `Trả lời kiến nghị “${question.title}” của ${question.unitName}`,
  href: `${HOME}/${question.id}`,
  deadline: dueOf(question),
});

async function dues(reader: Reader, year: number, units: readonly number[] | null): Promise<DueItem[]> {
  const rows = await questionsDueIn(reader, year, units);
  return rows.map((row) => ({
    kind: "question-answer",
    subject: `question-${row.question}`,
    unit: row.holder,
    what: `Trả lời kiến nghị “${row.title}”`,
    href: `${HOME}/${row.question}`,
    deadline: datedDeadline(`trả lời đến hết ngày ${writeDay(row.dueOn)}`, row.dueOn, true),
    doneAt: row.doneAt,
    movement: row.movement ?? undefined,
  }));
}

async function figures(reader: Reader, question: FigureQuestion): Promise<Figure[]> {
  const { raised, answered } = await questionsRaised(reader, question);
  const href = question.movement === null ? HOME : `${HOME}?phong-trao=${question.movement}`;
  const measure = "kiến nghị";
  return [
    { code: "questions.raised", label: "Kiến nghị, vướng mắc đã gửi", value: raised, measure, href },
    { code: "questions.answered", label: "Kiến nghị đã được trả lời", value: answered, measure, href },
  ];
}
