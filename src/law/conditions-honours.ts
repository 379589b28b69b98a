import { addYears, type Day, writeDay, yearOf } from "../platform/day.ts";
import { type Code, entryOf, nameOf } from "./catalogue.ts";
import { disciplineNames } from "./conditions-facts.ts";
import { firstFreshYear, yearsOf } from "./period.ts";
import type {
  HoldsCondition,
  MedalDisciplineCondition,
  NationalCondition,
  OnceCondition,
  OneStateFormCondition,
  RunCondition,
  TimesCondition,
} from "./rule.ts";
import { found, type Held, listed, type Situation, twoDigits, yearsBetween } from "./situation.ts";
import type { Finding } from "./verdict.ts";

/** Conditions on what was held before: titles in a row, times, the lower award, what is given only once. */
export function judgeRun(condition: RunCondition, situation: Situation): Finding {
  const { held, case: asked } = situation;
  const title = nameOf(condition.title);
  const years = yearsBetween(asked.year - condition.count + 1, asked.year);
  const fresh = firstFreshYear(situation);
  const inYear = (year: number): Held | undefined =>
    year < fresh
      ? undefined
      : held?.find((honour) => honour.code === condition.title && honour.year === year);
  const asks =
    condition.count === 1
      ? `đạt ${title} năm ${asked.year}`
      : `${twoDigits(condition.count)} lần liên tục đạt ${title}, các năm ${listed(years)}`;
  if (held === undefined)
    return found(condition, {
      state: "unknown",
      words: `Chưa rõ danh hiệu đã đạt; yêu cầu ${asks}`,
      evidence: [],
      needs: `Cần danh sách danh hiệu đã đạt: ${title} (${condition.title}) các năm ${listed(years)}`,
    });
  const runs = years.filter((year) => inYear(year));
  // What breaks the run cannot be made good: the years after the last gap are the ones that still count.
  const gap = years.findLast((year) => !inYear(year)) ?? 0;
  const kept = years.filter((year) => year > gap).length;
  const missing = condition.count - kept;
  const next = yearsBetween(asked.year + 1, asked.year + missing);
  const onlyThisYear = gap === asked.year && runs.length === condition.count - 1;
  return found(condition, {
    state: runs.length === years.length ? "met" : "unmet",
    words: `Yêu cầu ${asks}; đã đạt: ${runs.length === 0 ? "chưa có" : listed(runs)}`,
    evidence: runs.length === 0 ? ["honours"] : runs.flatMap((year) => inYear(year)?.path ?? []),
    needs: onlyThisYear
      ? `Cần thêm 01 năm ${title} (${condition.title}), ${asked.year}`
      : `Cần thêm ${twoDigits(missing)} năm ${title} (${condition.title}) liên tục, ${listed(next)}`,
  });
}

/** Two on end, and the dossier in the year after the second (CSTĐ toàn quốc). */
export function judgeYearAfterSecond(
  condition: NationalCondition,
  { held, case: asked }: Situation,
): Finding {
  const title = nameOf(condition.title);
  const mine = (held ?? []).filter(({ code }) => code === condition.title);
  const second = mine.reduce<Held | undefined>(
    (last, one) => (!last || one.year > last.year ? one : last),
    undefined,
  );
  const first = second && mine.find(({ year }) => year === second.year - 1);
  if (held === undefined)
    return found(condition, {
      state: "unknown",
      words: `Chưa rõ danh hiệu đã đạt; yêu cầu 02 lần liên tục đạt ${title}`,
      evidence: [],
      needs: `Cần danh sách danh hiệu đã đạt: ${title} (${condition.title})`,
    });
  const apart = second && !first ? threeYearsBefore(second, mine, held) : undefined;
  if (second && apart)
    return found(
      { ...condition, mark: "?" },
      {
        state: "unknown",
        words: `Đạt ${title} các năm ${apart.year} và ${second.year}, mỗi lần dựa trên 03 năm Chiến sĩ thi đua cơ sở; văn bản không nói đó có phải là 02 lần liên tục hay không`,
        evidence: [apart.path, second.path],
        needs: `Cần ý kiến của cơ quan có thẩm quyền về 02 lần liên tục, hoặc thêm 01 năm ${title} (${condition.title}), ${second.year + 1}`,
      },
    );
  if (!second || !first)
    return found(condition, {
      state: "unmet",
      words: `Yêu cầu 02 lần liên tục đạt ${title}; đã đạt: ${mine.length === 0 ? "chưa có" : listed(mine.map(({ year }) => year))}`,
      evidence: mine.length === 0 ? ["honours"] : mine.map(({ path }) => path),
      needs: second
        ? `Cần thêm 01 năm ${title} (${condition.title}), ${second.year + 1}`
        : `Cần 02 năm liên tục ${title} (${condition.title})`,
    });
  const due = dueYears(condition, second);
  const inTime = due.some((year) => {
    const last = `${year}-${condition.until}`;
    return asked.receivedOn >= `${year}-01-01` && asked.receivedOn <= last;
  });
  const latest = `${due.at(-1)}-${condition.until}` as Day;
  return found(condition, {
    state: inTime ? "met" : "unmet",
    words: `Đạt ${title} các năm ${first.year} và ${second.year}; hồ sơ nhận ngày ${writeDay(asked.receivedOn)}, thời hạn trong năm ${listed(due)}, chậm nhất ${writeDay(latest)}. Văn bản không nói các lần Chiến sĩ thi đua cơ sở làm căn cứ có được trùng nhau hay không`,
    evidence: [first.path, second.path],
    needs:
      asked.receivedOn > latest
        ? `Đã quá hạn ${writeDay(latest)}: cần 02 năm liên tục ${title} (${condition.title}) mới`
        : `Hồ sơ được nhận từ năm ${due[0]}, chậm nhất ${writeDay(latest)}`,
  });
}

/**
 * The title three years earlier, where both rest on six CSTĐCS years on end: two times of three years
 * each, of which no text says whether they are “consecutive”.
 */
const threeYearsBefore = (second: Held, mine: readonly Held[], held: readonly Held[]): Held | undefined => {
  const six = yearsBetween(second.year - 5, second.year).every((year) =>
    held.some((one) => one.code === "GRASSROOTS_EMULATION_FIGHTER" && one.year === year),
  );
  return six ? mine.find(({ year }) => year === second.year - 3) : undefined;
};

/** R1 speaks of the year after the title, decree 152/2025 of the year after its decision. */
const dueYears = (condition: NationalCondition, second: Held): readonly number[] => {
  const afterTitle = second.year + 1;
  const afterDecision = second.decidedOn === undefined ? afterTitle : yearOf(second.decidedOn) + 1;
  if (condition.after === "decision" || afterDecision === afterTitle) return [afterDecision];
  return [afterTitle, afterDecision];
};

export function judgeHolds(condition: HoldsCondition, { held, undated, case: asked }: Situation): Finding {
  const names = condition.awards.map((code) => `${nameOf(code)} (${code})`).join(" hoặc ");
  const had: readonly Pick<Held, "code" | "path">[] = [
    ...(held ?? []).filter(({ year }) => year <= asked.year),
    ...undated,
  ].filter(({ code }) => condition.awards.includes(code));
  return found(condition, {
    state: held === undefined ? "unknown" : had.length > 0 ? "met" : "unmet",
    words:
      had.length > 0
        ? `Đã được tặng ${listed([...new Set(had.map(({ code }) => nameOf(code)))])}`
        : `${held === undefined ? "Chưa rõ" : "Chưa được tặng"} ${names}`,
    evidence: had.length > 0 ? had.map(({ path }) => path) : held === undefined ? [] : ["honours"],
    needs: `Cần đã được tặng ${names}`,
  });
}

export function judgeOnce(condition: OnceCondition, { held, undated, case: asked }: Situation): Finding {
  const before = [...(held ?? []), ...undated].find(({ code }) => code === asked.ask);
  const name = nameOf(asked.ask);
  return found(condition, {
    state: held === undefined ? "unknown" : before ? "unmet" : "met",
    words: before
      ? `Đã được tặng ${name}; chỉ tặng một lần cho một người`
      : held === undefined
        ? `Chưa rõ đã được tặng ${name} hay chưa`
        : `Chưa được tặng ${name}`,
    evidence: before ? [before.path] : held === undefined ? [] : ["honours"],
    needs: before
      ? `${name} chỉ tặng một lần, không có điều kiện nào thay được`
      : `Cần xác nhận chưa được tặng ${name}`,
  });
}

export function judgeTimes(condition: TimesCondition, situation: Situation): Finding {
  const { held } = situation;
  const { from, mayFrom, to } = yearsOf(condition.period, situation);
  const since = (first: number): readonly Held[] =>
    oncePerYear(
      (held ?? []).filter(({ code, year }) => code === condition.title && year >= first && year <= to),
    );
  const had = since(from);
  const title = nameOf(condition.title);
  const missing = condition.count - had.length;
  const open = held === undefined || (missing > 0 && since(mayFrom).length >= condition.count);
  const span = from > to ? "" : ` trong các năm ${from}–${to}`;
  return found(condition, {
    state: open ? "unknown" : missing <= 0 ? "met" : "unmet",
    words: `${held === undefined ? "Chưa rõ số lần" : `${twoDigits(had.length)} lần`} đạt ${title}${span}; yêu cầu ${twoDigits(condition.count)} lần`,
    evidence: had.length > 0 ? had.map(({ path }) => path) : held === undefined ? [] : ["honours"],
    needs: open
      ? `Cần danh sách danh hiệu ${title} (${condition.title}) và kết quả xếp loại của thời gian được tính`
      : `Cần thêm ${twoDigits(missing)} lần ${title} (${condition.title}), sớm nhất ${listed(yearsBetween(to + 1, to + missing))}`,
  });
}

/** A title is yearly: the same one written twice for a year counts once. */
export const oncePerYear = (honours: readonly Held[]): readonly Held[] =>
  honours.filter(
    (one, index) => honours.findIndex(({ code, year }) => code === one.code && year === one.year) === index,
  );

/** Orders and Bằng khen Thủ tướng: the forms of the State's level. */
const isStateForm = (code: Code): boolean => entryOf(code).kind === "form" && entryOf(code).level === "state";

export function judgeOneStateForm(
  condition: OneStateFormCondition,
  { held, case: asked }: Situation,
): Finding {
  const other = held?.find(({ code, year }) => isStateForm(code) && year === asked.year);
  return found(condition, {
    state: held === undefined ? "unknown" : other ? "unmet" : "met",
    words: other
      ? `Năm ${asked.year} đã có ${nameOf(other.code)}; mỗi năm chỉ một hình thức khen thưởng cấp Nhà nước`
      : `${held === undefined ? "Chưa rõ" : "Không có"} hình thức khen thưởng cấp Nhà nước khác trong năm ${asked.year}`,
    evidence: other ? [other.path] : held === undefined ? [] : ["honours"],
    needs: `Cần không có hình thức khen thưởng cấp Nhà nước khác năm ${asked.year}`,
  });
}

export function judgeMedalDiscipline(
  condition: MedalDisciplineCondition,
  { facts, case: asked }: Situation,
): Finding {
  const measures = facts.discipline?.map((one, index) => ({ one, path: `discipline[${index}]` }));
  const never = measures?.find(({ one }) => one.form === "dismissal");
  const recent = measures?.find(({ one }) => one.to === undefined || asked.receivedOn < addYears(one.to, 1));
  const bar = never ?? recent;
  return found(condition, {
    state: measures === undefined ? "unknown" : bar ? "unmet" : "met",
    words: bar
      ? `Bị ${disciplineNames[bar.one.form]} từ ngày ${writeDay(bar.one.from)}${never ? "" : "; chưa qua 01 năm kể từ khi hết thời gian kỷ luật"}`
      : measures === undefined
        ? "Chưa rõ có bị kỷ luật hay không"
        : "Không có kỷ luật làm chậm hoặc mất quyền được tặng",
    evidence: bar ? [bar.path] : measures === undefined ? [] : ["discipline"],
    needs: never
      ? "Người bị buộc thôi việc không được tặng"
      : recent?.one.to === undefined
        ? "Cần xác nhận không bị kỷ luật"
        : `Đề nghị lại từ ngày ${writeDay(addYears(recent.one.to, 1))}`,
  });
}
