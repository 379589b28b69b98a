import type { Day } from "../platform/day.ts";
import { writeDong } from "../platform/money.ts";
import { bonusOf, type PayableBonus } from "./bonus.ts";
import { type Code, catalogue, nameOf, type SubjectKind, subjectNames } from "./catalogue.ts";
import { writeRow } from "./number.ts";
import { type EnteredRow, type NumberKind, type Numbers, numberOn } from "./numbers.ts";
import { isRatioPart, type RatioPart } from "./numbers-ratios.ts";
import type { Condition } from "./rule.ts";
import { rules } from "./rule-on.ts";
import { voteOn, votesNeeded } from "./vote.ts";

/** What a new number changes on its first day, before it counts. */
export interface Effects {
  /** What the changes are of, as a heading. */
  readonly words: string;
  readonly changes: readonly Effect[];
  /** The titles whose verdicts lean on it. */
  readonly titles: readonly Code[];
}

export interface Effect {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Compares the numbers before and after on the day the new one begins. */
export function effectsOf(before: Numbers, after: Numbers, row: EnteredRow): Effects {
  const { kind, key, from } = row;
  const itself: Effect = {
    label: "Số áp dụng",
    before: writtenOn(before, kind, key, from),
    after: writtenOn(after, kind, key, from),
  };
  switch (kind) {
    case "base-salary":
    case "coefficient":
      return {
        words: "Tiền thưởng theo từng danh hiệu, hình thức",
        changes: [itself, ...sums(before, after, from)],
        titles: [],
      };
    case "threshold":
      return {
        words: "Số phiếu đồng ý cần có",
        changes: [itself, ...votes(before, after, key as Code, from)],
        titles: [],
      };
    case "ratio":
      return ratioEffects(before, after, key, from, itself);
    case "deadline":
      return { words: "Thời hạn giải quyết", changes: [itself], titles: [] };
  }
}

const writtenOn = (numbers: Numbers, kind: NumberKind, key: string, onDay: Day): string | null => {
  const row = numberOn(numbers, kind, key, onDay);
  return row && writeRow(row);
};

/** The bonus of one award on a day, or null where nothing is paid. */
export function sumOn(numbers: Numbers, code: Code, subject: SubjectKind, onDay: Day): PayableBonus | null {
  const bonus = bonusOf({ code, subject, on: onDay, level: null }, numbers);
  return bonus.outcome === "payable" ? bonus : null;
}

const sums = (before: Numbers, after: Numbers, onDay: Day): readonly Effect[] =>
  catalogue.flatMap(({ code, subjects }) =>
    subjects.flatMap((subject) =>
      changed(
        `${nameOf(code)} (${subjectNames[subject]})`,
        sumOn(before, code, subject, onDay)?.amount,
        sumOn(after, code, subject, onDay)?.amount,
        writeDong,
      ),
    ),
  );

const councils = [9, 11, 15, 17] as const;

const votes = (before: Numbers, after: Numbers, code: Code, onDay: Day): readonly Effect[] =>
  councils.flatMap((members) =>
    changed(
      `Hội đồng ${members} thành viên`,
      needed(before, code, onDay, members),
      needed(after, code, onDay, members),
      (count) => `${count} phiếu`,
    ),
  );

const needed = (numbers: Numbers, code: Code, on: Day, members: number): number | undefined =>
  voteOn({ code, members, yes: 0, on }, numbers).needed ?? undefined;

const bases = [10, 20, 40, 100] as const;

function ratioEffects(before: Numbers, after: Numbers, key: string, onDay: Day, itself: Effect): Effects {
  const [code = "", part = ""] = key.split(" ");
  if (!isRatioPart(part)) return { words: "Tỷ lệ trong tiêu chuẩn", changes: [itself], titles: [] };
  const most = part === "workers" || part === "leaders";
  const reckon = (numbers: Numbers, base: number): number | undefined => {
    const percent = numberOn(numbers, "ratio", key, onDay)?.value;
    if (percent === undefined) return undefined;
    return most ? Math.floor((base * percent) / 100) : votesNeeded(base, percent);
  };
  return {
    words: most ? "Số được đề nghị nhiều nhất" : "Số thành viên phải đạt",
    changes: [
      itself,
      ...bases.flatMap((base) =>
        changed(`Trên ${base}`, reckon(before, base), reckon(after, base), (count) => `${count}`),
      ),
    ],
    titles: titlesLeaningOn(code, part, onDay),
  };
}

const changed = (
  label: string,
  before: number | undefined,
  after: number | undefined,
  write: (value: number) => string,
): readonly Effect[] =>
  before === after
    ? []
    : [
        {
          label,
          before: before === undefined ? null : write(before),
          after: after === undefined ? null : write(after),
        },
      ];

/** The titles that ask for the ratio of a title, in their own conditions or in a standard they lean on. */
function titlesLeaningOn(code: string, part: RatioPart, onDay: Day): readonly Code[] {
  const asks = (owner: Code, conditions: readonly Condition[]): boolean =>
    conditions.some((condition) => {
      if (condition.kind === "standard") return asks(condition.title, condition.all);
      if (condition.kind === "any") return condition.ways.some((way) => asks(owner, way));
      if (owner !== code) return false;
      return condition.kind === "quota"
        ? condition.of === part
        : condition.kind === "share" && condition.part === part;
    });
  return rules
    .filter((rule) => rule.from <= onDay && (rule.to === null || onDay < rule.to))
    .filter((rule) => rule.routes.some(({ all }) => asks(rule.code, all)))
    .map((rule) => rule.code);
}
