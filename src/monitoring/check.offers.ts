import type { Actor } from "../platform/actor.ts";
import { yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type {
  Figure,
  FigureQuestion,
  Offers,
  SearchHit,
  WaitingItem,
  YearQuestion,
  YearStep,
} from "../platform/offers.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { checkReachOf, everyVisit, listVisits, visitsOfUnit } from "./check.store.ts";
import { correctionDue } from "./check.ts";
import { checksOf, correctionsDue, findingsWaiting } from "./finding.store.ts";

const HOME = "/theo-doi/kiem-tra";

/** What checks offer the whole: corrections owed and shown, figures for reports, the unit's year. */
export const checkOffers: Offers = {
  stage: "monitoring",
  waiting,
  search,
  owed: (reader) => correctionsDue(reader, { year: null, units: null }),
  dues: (reader, year, units) => correctionsDue(reader, { year, units }),
  figures,
  yearSteps,
  openWorkOf: async (reader, unit) => {
    const open = await findingsWaiting(reader, [unit], []);
    return open.length > 0 ? [{ label: "Tồn tại sau kiểm tra chưa khắc phục", count: open.length }] : [];
  },
};

async function waiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const reach = await checkReachOf(reader, actor);
  const found = await findingsWaiting(reader, reach.speaksFor, reach.checks);
  return found.map((finding) => ({
    title: finding.state === "open" ? "Khắc phục tồn tại sau kiểm tra" : "Xem xét việc khắc phục tồn tại",
    note: finding.words,
    from: finding.state === "open" ? finding.bodyName : finding.unitName,
    href: `${HOME}/${finding.visit}#phat-hien-${finding.id}`,
    deadline: finding.state === "open" && finding.dueOn ? correctionDue(finding.dueOn) : null,
  }));
}

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  if (words.trim() === "") return [];
  const reach = await checkReachOf(reader, actor);
  const { rows } = await listVisits(reader, reach, { ...everyVisit, words }, { offset: 0, limit });
  const typed = nfc(words).toLowerCase().split(/\s+/).filter(Boolean).map(sameTones);
  return rows.map((row) => {
    const text = sameTones(`${row.unitName} ${row.contents}`.toLowerCase());
    return {
      kind: "Kiểm tra",
      title: `Kiểm tra ${row.unitName}`,
      note: row.contents,
      href: `${HOME}/${row.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

async function figures(reader: Reader, question: FigureQuestion): Promise<Figure[]> {
  const found = await checksOf(reader, question);
  const years = yearOf(question.from) === yearOf(question.to) ? `?nam=${yearOf(question.from)}` : "";
  const href = `${HOME}${years}`;
  const figure = (what: string, label: string, value: number, measure: string): Figure => ({
    code: `checks.${what}`,
    label,
    value,
    measure,
    href,
  });
  return [
    figure("visits", "Cuộc kiểm tra đã tiến hành", found.visits, "cuộc"),
    figure("faults", "Tồn tại, hạn chế phát hiện qua kiểm tra", found.faults, "tồn tại"),
    figure("demanded", "Tồn tại phải khắc phục", found.demanded, "tồn tại"),
    figure("corrected", "Tồn tại đã khắc phục", found.corrected, "tồn tại"),
    figure("good-practices", "Cách làm hay được đề xuất", found.goodPractices, "cách làm"),
  ];
}

async function yearSteps(reader: Reader, actor: Actor, question: YearQuestion): Promise<YearStep[]> {
  if (question.noun !== "unit") return [];
  const visits = await visitsOfUnit(reader, await checkReachOf(reader, actor), question.id, question.year);
  return visits.map((visit) => ({
    label: `Kiểm tra của ${visit.bodyName}`,
    state:
      visit.state !== "held"
        ? "sắp kiểm tra"
        : visit.uncorrected === 0
          ? "không còn tồn tại chưa khắc phục"
          : `còn ${visit.uncorrected} tồn tại chưa khắc phục`,
    tone: visit.state !== "held" ? "plain" : visit.uncorrected === 0 ? "good" : "watch",
    day: visit.heldOn ?? visit.plannedOn,
    deadline: null,
    href: `${HOME}/${visit.id}`,
  }));
}
