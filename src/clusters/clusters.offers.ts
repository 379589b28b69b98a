import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import { countingPosts, holdsAnywhere } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, onDay, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type {
  AwaitedItem,
  DueItem,
  Figure,
  FigureQuestion,
  Offers,
  SearchHit,
  TabOffer,
  ThingRef,
  WaitingItem,
  YearMark,
  YearQuestion,
  YearStep,
} from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { findYears, type MemberYear, memberYears, yearsSeen, yearsSteered } from "./offers.store.ts";
import { writeHundredths } from "./points.ts";
import { resultsOfUnits, type UnitResult } from "./results.store.ts";
import { scoreReachOf } from "./score-reach.store.ts";
import {
  methodNames,
  phaseNames,
  phaseOf,
  type ScoringYear,
  scoreObligation,
  selfDeadline,
  verifyDeadline,
} from "./scoring-year.ts";
import { isSent } from "./sheet.ts";
import { stepOfVotes } from "./vote.store.ts";

/** What scoring offers the whole. No score, total or rank leaves here before it is published. */
export const clusterOffers: Offers = {
  stage: "clusters",
  waiting,
  awaited,
  yearMarks: async (reader, actor, year) => ({ phases: [], marks: await marksOf(reader, actor, year) }),
  search,
  tabs,
  owed: async (reader, day) =>
    (await memberYears(reader, { units: null, year: null })).filter((one) => owes(one, day)).map(dueOf),
  dues: async (reader, year, units) => (await memberYears(reader, { units, year })).map(dueOf),
  figures,
  yearSteps,
  yearResults: async (reader, year, units) =>
    (await resultsOfUnits(reader, units, { from: year, to: year })).map((result) => ({
      ...{ kind: "cluster-rank", label: "Điểm, xếp hạng cụm", unit: result.unit, tone: "good" as const },
      words: rankInWords(result),
    })),
  openWorkOf: async (reader, unit) => {
    const open = await memberYears(reader, { units: [unit], year: null });
    return open.length > 0 ? [{ label: "Năm chấm điểm của cụm chưa công bố", count: open.length }] : [];
  },
};

const unitsWritten = (actor: Actor): number[] => [
  ...new Set(
    countingPosts(actor)
      .filter(({ kind }) => kind === "unit-head" || kind === "unit-officer")
      .map(({ unit }) => unit),
  ),
];

const owes = ({ scoring, state }: MemberYear, day: Day): boolean =>
  day >= scoring.calendar.selfFrom && (state === null || !isSent(state));

async function waiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const units = unitsWritten(actor);
  const own = units.length > 0 ? await memberYears(reader, { units, year: null }) : [];
  const scoring = own
    .filter(
      (one) =>
        one.state === "returned" || (owes(one, actor.day) && phaseOf(one.scoring, actor.day) === "self"),
    )
    .map((one) => ({
      title: one.state === "returned" ? "Sửa và gửi lại phiếu chấm điểm" : "Tự chấm điểm thi đua",
      note: `${one.scoring.clusterName}, năm ${one.scoring.year} · ${one.unitName}`,
      from: one.scoring.founderName,
      href: one.sheet === null ? `/cum-thi-dua/nam/${one.scoring.id}` : `/cum-thi-dua/phieu/${one.sheet}`,
      deadline: one.state === "returned" ? null : selfDeadline(one.scoring),
    }));
  const steered = await steeredBy(reader, actor);
  const verifying = steered
    .filter(({ toVerify }) => toVerify > 0)
    .map((one) => ({
      title: `Thẩm định phiếu chấm điểm: ${one.toVerify} đơn vị`,
      note: `${one.clusterName}, năm ${one.year}`,
      from: `${one.toVerify} đơn vị`,
      href: `/cum-thi-dua/nam/${one.id}`,
      deadline: verifyDeadline(one),
    }));
  return [...scoring, ...verifying];
}

async function steeredBy(reader: Reader, actor: Actor) {
  if (isRefusal(holdsAnywhere(actor, "standing-officer"))) return [];
  const stands = countingPosts(actor)
    .filter(({ kind }) => kind === "standing-officer")
    .map(({ unit }) => unit);
  return yearsSteered(reader, await bodiesServedBy(reader, actor, stands));
}

async function awaited(reader: Reader, actor: Actor): Promise<AwaitedItem[]> {
  return (await steeredBy(reader, actor))
    .filter((one) => one.sent < one.members && phaseOf(one, actor.day) !== "before")
    .map((one) => ({
      title: `Phiếu chấm điểm của ${one.members - one.sent} đơn vị`,
      note: `đã có ${one.sent} trên ${one.members} · ${one.clusterName}, năm ${one.year}`,
      href: `/cum-thi-dua/nam/${one.id}`,
      done: one.sent,
      total: one.members,
      action: null,
    }));
}

async function marksOf(reader: Reader, actor: Actor, year: number): Promise<YearMark[]> {
  const units = unitsWritten(actor);
  const own = units.length > 0 ? await memberYears(reader, { units, year }) : [];
  return own
    .filter(({ scoring }) => yearOf(scoring.calendar.selfUntil) === year)
    .map(({ scoring, state }) => {
      const done = state !== null && isSent(state);
      const tone = done ? "good" : actor.day > scoring.calendar.selfUntil ? "bad" : "watch";
      return { label: "Tự chấm điểm", day: scoring.calendar.selfUntil, tone } as const;
    });
}

const dueOf = ({ scoring, unit, sheet, state, submittedAt }: MemberYear): DueItem => ({
  ...scoreObligation(scoring.id),
  unit,
  what: `Tự chấm điểm ${scoring.clusterName} năm ${scoring.year}`,
  href: sheet === null ? `/cum-thi-dua/nam/${scoring.id}` : `/cum-thi-dua/phieu/${sheet}`,
  deadline: selfDeadline(scoring),
  doneAt: state !== null && isSent(state) ? submittedAt : null,
});

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  if (words.trim() === "") return [];
  const years = await findYears(reader, await scoreReachOf(reader, actor), words, limit);
  const typed = nfc(words).toLowerCase().split(/\s+/).filter(Boolean).map(sameTones);
  return years.map((year) => {
    const text = sameTones(`${year.clusterName} ${year.year}`.toLowerCase());
    return {
      kind: "Cụm thi đua",
      title: `Chấm điểm ${year.clusterName}`,
      note: `Năm ${year.year}`,
      href: `/cum-thi-dua/nam/${year.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

async function tabs(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]> {
  if (thing.noun !== "cluster" && thing.noun !== "unit") return [];
  const of = {
    cluster: thing.noun === "cluster" ? thing.id : null,
    unit: thing.noun === "unit" ? thing.id : null,
  };
  const years = await yearsSeen(reader, await scoreReachOf(reader, actor), { ...of, year: null });
  const [latest] = years;
  return latest
    ? [{ label: "Chấm điểm", href: `/cum-thi-dua/nam/${latest.id}`, count: `${years.length}` }]
    : [];
}

/** Of one unit only, and only what is published: points and ranks of several don't add up. */
async function figures(reader: Reader, question: FigureQuestion): Promise<Figure[]> {
  if (question.units.length !== 1) return [];
  const years = { from: yearOf(question.from), to: yearOf(question.to) };
  const [result] = await resultsOfUnits(reader, question.units, years);
  if (!result) return [];
  const href = `/cum-thi-dua/nam/${result.scoring}/ket-qua`;
  const where = `${result.clusterName} năm ${result.year}`;
  return [
    {
      code: "clusters.total",
      label: `Tổng điểm thi đua, ${where}`,
      value: result.total / 100,
      measure: "điểm",
      href,
    },
    {
      code: "clusters.rank",
      label: `Xếp hạng trong ${where}`,
      value: result.rank,
      measure: `trên ${result.ranked} đơn vị`,
      href,
    },
  ];
}

async function yearSteps(reader: Reader, actor: Actor, question: YearQuestion): Promise<YearStep[]> {
  const reach = await scoreReachOf(reader, actor);
  const of = {
    cluster: question.noun === "cluster" ? question.id : null,
    unit: question.noun === "unit" ? question.id : null,
  };
  const years = await yearsSeen(reader, reach, { ...of, year: question.year });
  const steps: YearStep[] = [];
  for (const scoring of years)
    steps.push(
      await scoringStep(reader, actor, scoring, of.unit),
      await rankStep(reader, scoring, of.unit),
      await voteStep(reader, scoring),
    );
  return steps;
}

async function scoringStep(
  reader: Reader,
  actor: Actor,
  scoring: ScoringYear,
  unit: number | null,
): Promise<YearStep> {
  const all = (
    await memberYears(reader, { units: unit === null ? null : [unit], year: scoring.year })
  ).filter((one) => one.scoring.id === scoring.id);
  const sent = all.filter(({ state }) => state !== null && isSent(state));
  const phase = phaseOf(scoring, actor.day);
  const done = sent.length === all.length && all.length > 0;
  const own = unit === null ? null : (all[0] ?? null);
  return {
    label: "Chấm điểm",
    state: own
      ? done
        ? "Đã gửi phiếu tự chấm"
        : phaseNames[phase]
      : `${sent.length}/${all.length} đơn vị đã gửi, ${phaseNames[phase].toLocaleLowerCase("vi")}`,
    tone: done ? "good" : phase === "before" ? "plain" : phase === "self" ? "watch" : "bad",
    day: own?.submittedAt && done ? onDay(own.submittedAt) : scoring.calendar.selfUntil,
    deadline: done ? null : selfDeadline(scoring),
    href: `/cum-thi-dua/nam/${scoring.id}`,
    began: scoring.calendar.selfFrom,
  };
}

const rankInWords = ({ rank, ranked, total, grade }: UnitResult): string =>
  `Hạng ${rank}/${ranked}, ${writeHundredths(total)} điểm${grade ? `, loại ${grade}` : ""}`;

async function rankStep(reader: Reader, scoring: ScoringYear, unit: number | null): Promise<YearStep> {
  const published = scoring.publishedAt;
  const results =
    published && unit !== null
      ? await resultsOfUnits(reader, [unit], { from: scoring.year, to: scoring.year })
      : [];
  const own = results.find((result) => result.scoring === scoring.id);
  const state = own ? rankInWords(own) : published ? "Đã công bố" : "Chưa công bố";
  return {
    label: "Xếp hạng",
    state,
    tone: published ? "good" : "plain",
    day: published ? onDay(published) : scoring.calendar.publishOn,
    deadline: null,
    href: published ? `/cum-thi-dua/nam/${scoring.id}/ket-qua` : null,
  };
}

async function voteStep(reader: Reader, scoring: ScoringYear): Promise<YearStep> {
  const { state, day, settled } = await stepOfVotes(reader, scoring.id);
  return {
    label: "Suy tôn",
    state: state ?? `${methodNames[scoring.voting.method]}, chưa tổ chức`,
    tone: settled ? "good" : "plain",
    day,
    deadline: null,
    href: `/cum-thi-dua/nam/${scoring.id}/suy-ton`,
  };
}
