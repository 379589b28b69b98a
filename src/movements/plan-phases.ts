import { type Day, dayOf, firstDayOf, lastDayOf } from "../platform/day.ts";
import { datesIn } from "./plan-dates.ts";
import { withoutLabel } from "./plan-outline.ts";
import type { PlanPhase } from "./plan-reading.ts";
import { lineOf, type Passage, type Sentence, sentencesOf } from "./plan-text.ts";

/** A phase with what was impossible or inferred about its ends. */
export interface ReadPhase extends PlanPhase {
  readonly impossible: readonly string[];
  readonly inferred: readonly string[];
}

/** A span “từ … đến …” in a sentence. */
interface Span {
  readonly at: number;
  readonly end: number;
  readonly from: End;
  readonly to: End;
}

interface End {
  readonly raw: string | null;
  readonly day: Day | null;
  readonly impossible: boolean;
  readonly inferred: boolean;
}

const NUMBER = "(?:thứ\\s(?:nhất|hai|ba|tư|năm)|\\d{1,2}|[IVX]{1,4}|một|hai|ba)(?![\\p{L}\\d/])";
const LABEL = new RegExp(
  `(?<!\\p{L})(?:Đợt|đợt|ĐỢT|Giai đoạn|giai đoạn|GIAI ĐOẠN|Bước)\\s(?:(?:thi đua|cao điểm|phát động|thi đua cao điểm)\\s)?${NUMBER}|(?<!\\p{L})(?:Đợt|đợt)\\s(?:(?:thi đua\\s)?cao điểm|thi đua)(?!\\p{L})`,
  "gu",
);
const DAY =
  "(?:ngày\\s)?\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}(?:\\s?[/.-]\\s?\\d{2,6})?|\\stháng\\s\\d{1,2}(?:\\s?(?:,?\\snăm\\s|/)\\d{4,6})?)?(?!\\d|\\s?%)";
const MONTH = "(?:đầu\\s|cuối\\s|giữa\\s|hết\\s)?tháng\\s\\d{1,2}(?:\\s?/\\s?\\d{4}|\\snăm\\s\\d{4})?(?!\\d)";
const QUARTER = "(?:hết\\s)?quý\\s(?:IV|I{1,3}|[1-4])(?:\\s?/\\s?\\d{4}|\\snăm\\s\\d{4})?(?!\\p{L})";
/** A phase that is a stretch by its name: “Đợt 1: 6 tháng đầu năm”, “Đợt 3: Quý IV năm 2021”. */
const WHOLE = `(?:0?6 tháng (?:đầu|cuối) năm|[Qq]uý\\s(?:IV|I{1,3}|[1-4])|[Tt]háng\\s\\d{1,2})(?![\\d\\p{L}])(?:\\s?/\\s?\\d{4}|(?:\\snăm)?\\s\\d{4}(?!\\d))?`;
const START = `(?:đầu năm(?:\\s\\d{4})?|nay|khi\\s(?:phát động|ban hành)|ngày\\s(?:phát động|ký|ban hành|ký ban hành)(?:\\s[\\p{L}\\s]{0,20}?)?|năm\\s\\d{4}|${MONTH}|${QUARTER}|${DAY})`;
const FINISH = `(?:(?:kết thúc|cuối|hết)\\snăm(?:\\s\\d{4})?|(?:ngày\\s)?hết\\snăm|năm\\s\\d{4}|${MONTH}|${QUARTER}|(?:hết\\s)?${DAY})`;
const SPAN = new RegExp(
  `(?<!\\p{L})((?:[Tt]ừ|[Kk]ể từ|[Bb]ắt đầu từ)\\s${START})\\s?(?:đến|tới|-|–|cho đến|,?\\s?(?:và\\s)?kết thúc(?:\\svào)?)\\s?(${FINISH})|(?<=[:(,]\\s?)(${DAY}|${MONTH})\\s?(?:đến|-|–)\\s?(${FINISH})|(?<=[Đđ]ợt[^.;]{0,60}?)(?<![\\p{L}\\d])(?:kết thúc|đến)\\s(?:vào\\s)?((?:hết\\s)?ngày\\s\\d{1,2}/\\d{1,2}(?:/\\d{4,6})?)|(?<=[Gg]iai đoạn\\s(?:\\d|[IVX]{1,3})\\s?[:(]\\s?)((?:năm\\s)?\\d{4})\\s?[-–]\\s?((?:năm\\s)?\\d{4})(?!\\d)|(?<=(?:[Đđ]ợt|[Gg]iai đoạn)\\s(?:thi đua\\s)?(?:\\d|[IVX]{1,3}|thứ\\s\\p{L}{2,4})\\s?[:(]\\s?)(${WHOLE})(?!\\s?(?:đến|tới|[-–(,:]\\s?\\S))`,
  "gu",
);

/** The spans of a text; ends without a year take that of the other end, or the movement's. */
function spansIn(text: string, year: number | null): Span[] {
  if (!/đến|tới|[-–]|kết thúc|[Đđ]ợt|[Gg]iai đoạn/u.test(text)) return [];
  const found: Span[] = [];
  for (const match of text.matchAll(SPAN)) {
    const fromRaw = (match[1] ?? match[3] ?? match[6] ?? match[8])?.trim() ?? null;
    const toRaw = (match[2] ?? match[4] ?? match[5] ?? match[7] ?? match[8] ?? "").trim();
    const { from, to } = endsOf(fromRaw, toRaw, year);
    if (from.day === null && to.day === null && !from.impossible && !to.impossible) continue;
    if (isAnniversary(fromRaw, toRaw)) continue;
    found.push({
      at: match.index,
      end: match.index + match[0].length,
      from: { ...from, raw: fromRaw, inferred: from.inferred && yearIn(toRaw) === null },
      to: { ...to, raw: toRaw },
    });
  }
  return found;
}

/** Both ends; `từ 15/11 đến 15/3/2025` runs over New Year, so the end without a year takes the other one. */
function endsOf(fromRaw: string | null, toRaw: string, year: number | null): { from: End; to: End } {
  const to = endOf(toRaw, year, "to");
  if (fromRaw === null) return { from: NO_END, to };
  const start = completed(fromRaw, toRaw);
  const taken = yearIn(toRaw) ?? year;
  const from = endOf(start, taken, "from");
  if (taken === null || from.day === null || to.day === null || from.day <= to.day || !from.inferred)
    return { from, to };
  return to.inferred
    ? { from, to: endOf(toRaw, taken + 1, "to") }
    : { from: endOf(start, taken - 1, "from"), to };
}

/** `(28/8/1945-28/8/2020)`: the same day of two years. */
const isAnniversary = (from: string | null, to: string): boolean => {
  if (from === null || /^(?:từ|kể từ|bắt đầu|năm\s|\d{4}$)/iu.test(from)) return false;
  const [first, last] = [yearIn(from), yearIn(to)];
  return first !== null && last !== null && last - first > 4;
};

const NO_END: End = { raw: null, day: null, impossible: false, inferred: false };

const yearIn = (raw: string): number | null => {
  const match = /(?:[/.-]\s?|năm\s|^)(\d{4})(?!\d)/u.exec(raw);
  return match ? Number(match[1]) : null;
};

/** `từ ngày 15 đến 20/3/2021`: the first end borrows its month from the second. */
function completed(from: string, to: string): string {
  const date = /(?<![\d/])(\d{1,2})$/.exec(from);
  const month = /\d{1,2}\s?[/.-]\s?(\d{1,2})/.exec(to);
  return date && month && !/tháng|quý/u.test(from) ? `${from}/${month[1]}` : from;
}

function endOf(raw: string, year: number | null, side: "from" | "to"): End {
  const written = yearIn(raw);
  const value = written ?? year;
  const inferred = written === null;
  const half = /6 tháng (đầu|cuối) năm/u.exec(raw);
  if (half) return months(half[1] === "đầu" ? 1 : 7, 6, { value, side, raw, inferred });
  if (/đầu năm/u.test(raw)) return wholeYear(value, "from", raw, inferred);
  if (/(?:kết thúc|cuối|hết)\snăm/u.test(raw)) return wholeYear(value, "to", raw, inferred);
  if (/^(?:[Tt]ừ\s|[Kk]ể từ\s|[Bb]ắt đầu từ\s)?(?:năm\s)?\d{4}$/u.test(raw))
    return wholeYear(value, side, raw, inferred);
  const month =
    /^(?:[Tt]ừ\s|[Kk]ể từ\s|[Bb]ắt đầu từ\s)?(?:đầu\s|cuối\s|giữa\s|hết\s)?[Tt]háng\s(\d{1,2})/u.exec(raw);
  if (month) return months(Number(month[1]), 1, { value, side, raw, inferred });
  const quarter = /[Qq]uý\s(IV|I{1,3}|[1-4])/u.exec(raw);
  if (quarter) return months(QUARTERS[quarter[1] ?? ""] ?? 1, 3, { value, side, raw, inferred });
  const date = datesIn(raw.replace(/^(?:[Tt]ừ|[Kk]ể từ|[Bb]ắt đầu từ)\s/u, "ngày "), year)[0];
  if (!date) return { ...NO_END, raw };
  return { raw, day: date.day, impossible: date.impossible, inferred: date.yearInferred };
}

const QUARTERS: Readonly<Record<string, number>> = {
  I: 1,
  II: 4,
  III: 7,
  IV: 10,
  "1": 1,
  "2": 4,
  "3": 7,
  "4": 10,
};

function wholeYear(year: number | null, side: "from" | "to", raw: string, inferred: boolean): End {
  const day =
    year === null || year < 1900 || year > 2199 ? null : side === "from" ? firstDayOf(year) : lastDayOf(year);
  return { raw, day, impossible: false, inferred };
}

interface Months {
  readonly value: number | null;
  readonly side: "from" | "to";
  readonly raw: string;
  readonly inferred: boolean;
}

/** First or last day of a month or quarter. */
function months(first: number, count: number, { value, side, raw, inferred }: Months): End {
  if (value === null) return { raw, day: null, impossible: false, inferred: false };
  const day = side === "from" ? dayOf(value, first, 1) : lastDayOfMonth(value, first + count - 1);
  return { raw, day, impossible: day === null, inferred };
}

function lastDayOfMonth(year: number, month: number): Day | null {
  for (const date of [31, 30, 29, 28]) {
    const found = dayOf(year, month, date);
    if (found) return found;
  }
  return null;
}

/** The peak periods (đợt thi đua) with their spans. */
export function phasesOf(passages: readonly Passage[], year: number | null): ReadPhase[] {
  const found: ReadPhase[] = [];
  passages.forEach((passage, index) => {
    for (const sentence of sentencesOf(passage)) {
      const spans = spansIn(sentence.text, year);
      const labels = [...sentence.text.matchAll(LABEL)];
      for (const span of spans) {
        const label = labels.findLast((match) => match.index < span.at)?.[0];
        const name = label ?? nameAbove(passages, index, sentence, span.at);
        if (!name || found.some((phase) => phase.name === name && phase.line === lineOf(sentence, span.at)))
          continue;
        found.push(phaseOf(name, span, lineOf(sentence, span.at)));
      }
    }
  });
  return found;
}

/** A heading that says no more than when: “II. Thời gian thực hiện”. */
const WHOLE_TIME = /^thời gian(?:\s(?:thực hiện|tổ chức|phát động|thi đua|triển khai))?\s*:?$/iu;

/** The phase named in the heading above, or a time set for the whole movement. */
function nameAbove(
  passages: readonly Passage[],
  index: number,
  sentence: Sentence,
  at: number,
): string | null {
  const before = sentence.text.slice(Math.max(0, at - 90), at);
  const whole =
    /(Thời gian (?:thực hiện|tổ chức|phát động|thi đua|triển khai|diễn ra)(?:[^:;.]{0,50})?|Thời gian)\s*:?\s*$/iu.exec(
      before,
    );
  for (let above = index; above >= 0 && index - above < 3; above -= 1) {
    const text = above === index ? "" : (passages[above]?.text ?? "");
    const label = text.length < 160 ? [...text.matchAll(LABEL)][0]?.[0] : undefined;
    if (label) return label;
    if (text && !/^[-–+•]/u.test(text)) break;
  }
  const heading = withoutLabel(passages[index - 1]?.text ?? "");
  if (WHOLE_TIME.test(heading) && /^(?:[-–+]\s*)?$/u.test(sentence.text.slice(0, at)))
    return heading.replace(/\s*:$/u, "");
  if (whole && !/đăng ký|nộp|gửi|hồ sơ|báo cáo/iu.test(before)) return (whole[1] ?? "").trim();
  return null;
}

const phaseOf = (name: string, span: Span, line: number): ReadPhase => ({
  name,
  from: span.from.day,
  to: span.to.day,
  fromRaw: span.from.raw,
  toRaw: span.to.raw,
  line,
  impossible: [span.from, span.to].filter((end) => end.impossible).map((end) => bare(end.raw ?? "")),
  inferred: [span.from, span.to].filter((end) => end.inferred && end.day).map((end) => end.raw ?? ""),
});

const bare = (raw: string): string => raw.replace(/^\D+/u, "") || raw;
