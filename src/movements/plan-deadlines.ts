import { audienceCovers, bodiesIn, bodyNamed, subjectOf } from "./plan-bodies.ts";
import { datesIn, type WrittenDate } from "./plan-dates.ts";
import { eventsIn, type WrittenEvent } from "./plan-events.ts";
import { isUpperHeading, readLabel, withoutLabel } from "./plan-outline.ts";
import type { PlanDeadline } from "./plan-reading.ts";
import { lineOf, type Passage, type Sentence, sentencesOf } from "./plan-text.ts";
import { whatIsDue } from "./plan-what.ts";

/** A deadline with what the findings need: its date as written, and the passage it stands in. */
export interface ReadDeadline extends PlanDeadline {
  readonly written: WrittenDate | null;
  readonly passage: number;
  readonly at: number;
}

const FILLER =
  "(?:\\s|:|,|\\(|là|vào|trong|đến|hết|ngày|trước|cuối|và|tức|lúc|nhất|thứ\\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|\\d{1,2}\\s?(?:giờ|h|g)\\s?(?:\\d{1,2}(?:\\s?phút)?)?)*";
const LEAD = new RegExp(
  `(?<!\\p{L})(chậm nhất|muộn nhất|không muộn hơn|không chậm hơn|không quá|(?:thời\\s)?hạn\\s(?:cuối cùng|cuối|chót|chậm nhất|nộp|gửi|báo cáo|đăng ký)(?:\\s(?!trước|đến|là|từ)\\p{L}+){0,7}|thời hạn(?:\\s(?!đến)\\p{L}+){0,10}|thời gian\\s(?:gửi|nộp|hoàn thành|báo cáo|đăng ký|nhận|tiếp nhận|thực hiện)(?:\\s(?!đến|từ)\\p{L}+){0,8}|trong(?=\\sngày)|trước|đến|hết)${FILLER}$`,
  "iu",
);
/** `trước 17 giờ 00 ngày D`: the day itself still counts, up to the hour. */
const HOUR = /\d{1,2}\s?(?:giờ|h|g)(?!\p{L})/iu;
const DUE =
  /gửi|nộp|báo cáo|đăng ký|hoàn thành|hoàn tất|xong|ban hành|xây dựng|triển khai|ký kết|tổng kết|sơ kết|trình|tổng hợp|hồ sơ|phản hồi|góp ý|ý kiến|họp|bình xét|hội nghị|đề nghị|phát động|hạn|kết quả|chậm nhất|muộn nhất|tổ chức|thực hiện|về (?:Sở|Phòng|Ban|Vụ|Văn phòng|Hội đồng|Công đoàn|Thường trực|Cục|Bộ)/iu;
/** Before “trước ngày D” these speak of what was, not of what is due. */
const PAST =
  /(?:hiệu lực|được ban hành|phát sinh|công tác|tuyển dụng|thành lập|được khen thưởng|tính|số liệu|đã có|có mặt|sinh|giai đoạn|thống kê|tính từ|nhiệm kỳ|tầm nhìn|định hướng|hướng)\s*$/iu;

/** Deadlines (hạn) of the text: dated ones, impossible ones, and those bound to an event. */
export function deadlinesOf(passages: readonly Passage[], year: number | null): ReadDeadline[] {
  const found: ReadDeadline[] = [];
  passages.forEach((passage, index) => {
    if (passage.text.length < 12) return;
    for (const sentence of sentencesOf(passage)) {
      const dated = datedIn(sentence, index, passages, year);
      const events = eventsIn(sentence.text).filter((event) => dated.length === 0 || isMonth(event.raw));
      const bound = events.map((event, position) =>
        eventDeadline({ event, before: events[position - 1], sentence, passage: index, passages }),
      );
      found.push(...[...dated, ...bound].sort((left, right) => left.at - right.at));
    }
  });
  return found;
}

/** No farther from a deadline than this is looked for what it is about. */
const FURTHEST = 900;

interface Due {
  readonly date: WrittenDate;
  readonly at: number;
  readonly inclusive: boolean;
}

function datedIn(
  sentence: Sentence,
  passage: number,
  passages: readonly Passage[],
  year: number | null,
): ReadDeadline[] {
  const text = sentence.text;
  const dates = datesIn(text, year);
  if (dates.length === 0) return [];
  const dues: Due[] = [];
  let from = 0;
  for (const date of dates) {
    const due = dueAt(text, date, from, dues.at(-1));
    if (due) dues.push(due);
    from = date.end;
  }
  if (dues.length === 0 || !(DUE.test(text) || DUE.test(passages[passage - 1]?.text ?? ""))) return [];
  return dues.map((due, position) => {
    const before = dues[position - 1];
    const next = dues[position + 1];
    const after = text.slice(due.date.end, next?.at ?? text.length).slice(0, FURTHEST);
    const clause = text.slice(before ? before.date.end : 0, due.at).slice(-FURTHEST);
    return {
      raw: text.slice(due.at, due.date.end).replace(/\s+/gu, " "),
      date: due.date.day,
      inclusive: due.inclusive,
      impossible: due.date.impossible,
      audience: audienceOf({ sentence, at: due.at, clause, after, passage, passages }),
      what:
        whatIsDue({
          sentence: text.slice(0, dues[0]?.at ?? 0).slice(-FURTHEST),
          clause,
          after,
          shared: position > 0,
        }) ?? thingInLead(text.slice(due.at, due.date.at)),
      line: lineOf(sentence, due.at),
      written: due.date,
      at: due.at,
      passage,
    };
  });
}

/** The deadline that ends with this date, when the words before it set one. */
function dueAt(text: string, date: WrittenDate, from: number, before: Due | undefined): Due | null {
  if (date.cited) return null;
  const lead = text.slice(Math.max(from, date.at - 130), date.at);
  const match = LEAD.exec(lead);
  if (match) {
    const at = date.at - lead.length + match.index;
    if (!setsDeadline(text, match, at)) return null;
    const exclusive = /trước/iu.test(match[0]) && !HOUR.test(match[0]);
    return { date, at, inclusive: !exclusive };
  }
  const afterwards = /^\s*(?:là\s)?(?:hạn (?:cuối|chót)|thời hạn)/iu.test(
    text.slice(date.end, date.end + 24),
  );
  const handed = HANDED_IN_ON.exec(lead);
  if (handed) return { date, at: date.at - (handed[1] ?? "").length, inclusive: true };
  if (afterwards || THING_WITH_DAY.test(lead)) return { date, at: date.at, inclusive: true };
  if (before && sharesVerb(text, before, date)) return { date, at: date.at, inclusive: before.inclusive };
  return null;
}

/** “báo cáo tổng kết: 15/11/2023”: a thing and its day. */
const THING_WITH_DAY =
  /(?<!\p{L})(?:báo cáo|hồ sơ|đăng ký|sơ kết|tổng kết|nộp|gửi|kế hoạch)(?:\s\p{L}+|\s\d+ tháng){0,8}\s*:\s*(?:ngày\s*)?$/iu;

/** “gửi về Phòng Tổ chức cán bộ vào ngày …”; what was sent is none. */
const HANDED_IN_ON = /(?<!đã\s)(?<!\p{L})(?:gửi|nộp)(?:\s[^\s.;]+){1,14}?\s(vào ngày\s)$/iu;

/** “Thời hạn báo cáo sơ kết là …”: the thing stands between the words of the deadline. */
const thingInLead = (lead: string): string | null =>
  /^(?:thời\s)?hạn\s(?:cuối cùng\s|cuối\s|chót\s)?(?:(?:nộp|gửi)\s(?=(?:báo cáo|hồ sơ|bản|kế hoạch)(?!\p{L})))?((?:nộp|gửi|báo cáo|đăng ký|hồ sơ|bản|kế hoạch)[^:]{0,80}?)\s*(?::|(?:là|đến|trước)(?!\p{L})|$)/iu.exec(
    lead.trim(),
  )?.[1] ?? null;

function setsDeadline(text: string, match: RegExpExecArray, at: number): boolean {
  const word = (match[1] ?? "").toLowerCase();
  const before = text.slice(Math.max(0, at - 70), at);
  if (PAST.test(before)) return false;
  if (/^(?:đến|hết)$/.test(word)) {
    if (/(?:từ|kể từ|giai đoạn|bắt đầu)(?!\p{L})[^.;]{0,60}$/iu.test(before))
      return receives(text.slice(0, at)) && !COUNTED.test(before);
    return (
      /ngày|hết|giờ|\dh/iu.test(match[0]) &&
      /gửi|nộp|báo cáo|đăng ký|hoàn thành|nhận|hạn|tổ chức|ban hành|trình/iu.test(text)
    );
  }
  if (/^thời (?:hạn|gian)/.test(word) && !/:|là|trước|đến|hết|chậm nhất/iu.test(match[0])) return false;
  return true;
}

/** “số liệu báo cáo tính từ ngày … đến hết ngày …”: the span that is reported on, not the day it is due. */
const COUNTED = /(?:số liệu|tính|thành tích|kỳ báo cáo|mốc)(?!\p{L})[^.;]{0,60}$/iu;

/** “đăng ký từ ngày … đến hết ngày …”: the end of a span is a deadline where something is handed in. */
const receives = (before: string): boolean =>
  /(?:đăng ký|gửi|nộp|nhận|tiếp nhận|báo cáo|hồ sơ)[^.;]{0,120}$/iu.test(before) &&
  !/đợt/iu.test(before.slice(-120));

/** `chậm nhất là ngày A đối với X và B đối với Y`. */
function sharesVerb(text: string, before: Due, date: WrittenDate): boolean {
  const between = text.slice(before.date.end, date.at);
  const after = text.slice(date.end, date.end + 30);
  if (between.length > 320 || /[.]\s/.test(between)) return false;
  if (!/(?:\svà|,|;|hoặc)\s*(?:ngày\s*)?$/iu.test(between)) return false;
  return /^\s*(?:\(?đối với|\(|cho\s|với\s)/iu.test(after) && /đối với|cho|\(/iu.test(between);
}

const FOR = /(?:đối với|cho|dành cho)\s+(.+)$/iu;
/** These after “đối với” say what is due, not who owes it. */
const THING =
  /^(?:việc|báo cáo|hồ sơ|khen thưởng|danh hiệu|hình thức|sơ kết|tổng kết|đăng ký|kế hoạch|đề nghị|phong trào|đợt|nội dung|chỉ tiêu|kết quả|công tác|Huân chương|Bằng khen|Cờ|Giấy khen|năm|quý|6 tháng|06 tháng)(?!\p{L})/iu;

interface Place {
  readonly sentence: Sentence;
  /** Where in the sentence the deadline stands. */
  readonly at: number;
  readonly clause: string;
  readonly after: string;
  readonly passage: number;
  readonly passages: readonly Passage[];
}

/** For whom: after the date, before it in the same clause, the subject of the sentence, the heading above. */
function audienceOf({ sentence, at, clause, after, passage, passages }: Place): string | null {
  const { text } = sentence;
  const following = /^\s*[,(]?\s*(?:áp dụng\s)?(?:đối với|cho|dành cho)\s+(.{3,400})$/iu.exec(after);
  if (following && !THING.test(following[1] ?? "")) return endedName(following[1] ?? "");
  const preceding = FOR.exec(clause.slice(-260));
  const named = preceding && /(?:^|[.;:,(–-]\s*)(?:đối với|dành cho)\s+[^.;]*$/iu.exec(clause.slice(-260));
  if (named && preceding && !THING.test(preceding[1] ?? "")) {
    const who = endedName(preceding[1] ?? "");
    if (who && !/(?:thuộc phạm vi|có thành tích)/u.test(who)) return who;
  }
  const beside = /(?:^|[(;,])\s*((?:[^():;,]|,\s){3,160}):\s*$/u.exec(clause.slice(-200));
  const besideBody = beside ? bodyNamed((beside[1] ?? "").trim()) : null;
  if (besideBody) return besideBody;
  const listed = /^([^:.;]{4,200}):\s/u.exec(withoutLabel(text).slice(0, 240));
  const listedBody = listed ? bodyNamed((listed[1] ?? "").replace(/\s*(?:gửi|nộp|báo cáo)$/u, "")) : null;
  if (listedBody) return listedBody;
  const subject =
    ownSubject(clause) ?? ownSubject(text.slice(0, at).slice(0, 2000)) ?? subjectOf(withoutLabel(text))?.who;
  if (subject) return subject;
  const opening =
    sentence.at > 0
      ? subjectOf(withoutLabel(sentence.passage.text.slice(0, Math.min(sentence.at, FURTHEST))))
      : null;
  return opening?.who ?? subjectAbove(passages, passage);
}

/** The subject nearest before a deadline: “A hướng dẫn …; B gửi báo cáo trước ngày …” binds B. */
function ownSubject(clause: string): string | null {
  let rest = withoutLabel(clause.replace(/^[\s,;)]*(?:(?:và|còn|riêng|đồng thời)\s)?/u, ""));
  const alone = rest.length < 200 ? bodyNamed(rest.trim()) : null;
  if (alone) return alone;
  let who: string | null = null;
  for (let steps = 0; steps < 8; steps += 1) {
    const subject = subjectOf(rest);
    who = subject?.who ?? who;
    const next = rest.indexOf("; ", subject?.end ?? 0);
    if (next < 0) break;
    rest = rest.slice(next + 2).replace(/^(?:và|còn|riêng|đồng thời)\s/u, "");
  }
  return who ?? subjectOf(rest.slice(rest.lastIndexOf(": ") + 1).trim())?.who ?? null;
}

function endedName(text: string): string | null {
  const name = text
    .replace(
      /\s*(?:[.;:)]|,\s*(?:trước|chậm|gửi|và trước|đồng thời|qua|để)|\s(?:và|hoặc)\s(?:trước|chậm|ngày)?\s*$|\svà\s(?:trước|chậm nhất|ngày)\s).*$/u,
      "",
    )
    .replace(/(?:\s(?:và|hoặc)|,)\s*$/u, "")
    .trim();
  return name.length > 2 ? name.slice(0, 260) : null;
}

/** The body bound by the nearest passage above that binds one: “… có trách nhiệm:”, or a heading that names it. */
export function subjectAbove(passages: readonly Passage[], index: number): string | null {
  let limit = depthRank(passages[index]?.text ?? "");
  for (let above = index - 1; above >= 0 && index - above <= 16; above -= 1) {
    const whole = passages[above]?.text ?? "";
    const rank = depthRank(whole);
    if (rank >= limit) continue;
    limit = rank;
    const text = withoutLabel(whole);
    const named = bodyNamed(text);
    if (named) return named;
    if (/(?:như sau|sau đây)\s*:\s*$/iu.test(text)) return null;
    if (/:\s*$/u.test(text)) return subjectOf(text)?.who ?? null;
    if (isUpperHeading(whole)) return null;
  }
  return null;
}

/** How deep a passage stands by its label; an introduction that ends in a colon stands above bullets and prose. */
function depthRank(text: string): number {
  const label = readLabel(text);
  if (label) return label.rank;
  if (/^[-–—+•*●]/u.test(text)) return /^\+/.test(text) ? 91 : 90;
  return /:\s*$/u.test(text) ? 60 : 95;
}

/** “trong tháng 6 năm 2026”: stands beside dated deadlines as one of them. */
const isMonth = (raw: string): boolean => /(?:tháng|quý)\s[\dIV]/iu.test(raw);

interface Bound extends Pick<Place, "sentence" | "passage" | "passages"> {
  readonly event: WrittenEvent;
  readonly before: WrittenEvent | undefined;
}

function eventDeadline({ event, before, sentence, passage, passages }: Bound): ReadDeadline {
  const own = before ? sentence.text.slice(before.at + before.raw.length, event.at) : "";
  const clause = (
    /^[\s,;]*(?:và\s)?[\p{L}\s]{4,}$/u.test(own) ? own : sentence.text.slice(0, event.at)
  ).slice(-FURTHEST);
  const after = sentence.text.slice(event.at + event.raw.length).slice(0, FURTHEST);
  return {
    raw: event.raw,
    date: null,
    inclusive: event.inclusive,
    impossible: false,
    audience: audienceOf({ sentence, at: event.at, clause, after, passage, passages }),
    what: whatIsDue({ sentence: clause.trim() ? clause : after, clause, after, shared: false }),
    line: lineOf(sentence, event.at),
    event: event.raw,
    written: null,
    at: event.at,
    passage,
  };
}

/** The bodies of an enumeration that none of these deadlines names. */
export const unnamedBodies = (who: string, deadlines: readonly PlanDeadline[]): string[] =>
  bodiesIn(who).filter((body) => !deadlines.some((deadline) => audienceCovers(deadline.audience, body)));
