import { fold } from "../platform/vietnamese.ts";
import { readLabel, withoutLabel } from "./plan-outline.ts";
import { lineOf, type Passage, type Sentence, sentencesOf } from "./plan-text.ts";

/** A phrase the text calls chủ đề, tên or khẩu hiệu, with its line. */
export interface Phrase {
  readonly text: string;
  readonly line: number;
}

export interface Theme extends Phrase {
  readonly owner: "document" | "other";
  /** Whose theme is quoted, as written, when it isn't this launch's. */
  readonly body: string | null;
}

const OPEN = '[“"«‘]';
const CLOSE = '[”"»’“]';
const QUOTED = `${OPEN}\\s*([^“”"«»]{3,600}?)\\s*${CLOSE}`;
const AFTER_THEME =
  "(?:\\s(?:thi đua|chung|chính|trọng tâm|xuyên suốt|của|phong trào|năm học|năm|tháng|công tác|là|hành động|hoạt động|đợt|cao điểm|này|\\d{4}|giai đoạn|\\d{4}\\s?[-–]\\s?\\d{4}))*";
const THEME_QUOTED = new RegExp(
  `chủ đề(?:${AFTER_THEME}\\s*[:,]?\\s*(?:là\\s*:?\\s*)?|\\s[^.;:“”"«»]{2,80}?(?:\\slà\\s*:?|\\s?:)\\s*|(?:\\s(?:năm|\\d{4}|công tác|thi đua|hành động))*\\scủa\\s(?:(?!phong trào)[\\p{L}\\s-]){2,40}?\\s)(?:Năm\\s\\d{4}\\slà\\s(?:năm\\s)?)?${QUOTED}`,
  "giu",
);
const THEME_BARE = new RegExp(
  `(?:^|[.;,]\\s|với\\s)chủ đề${AFTER_THEME}\\s*:\\s*([^“”"«».;]{8,300})(?=[.;]|$)`,
  "iu",
);
/** “với chủ đề Đoàn kết, sáng tạo như sau:”, without quotation marks. */
const THEME_UNMARKED =
  /(?:với|mang|theo)\schủ đề(?:\slà)?\s(\p{Lu}[^“”"«».;:]{8,240}?)(?=\s*(?:[.;:]|$)|,?\s(?:như sau|với (?:các|những|nội dung|mục tiêu)|cụ thể|nhằm|gồm|lập thành tích|chào mừng|từ ngày)(?!\p{L})|,\s(?:Sở|Bộ|UBND|Ủy ban|Cục|các|trong đó)(?!\p{L}))/u;
/** Says that the theme stands in the next paragraph: “… với chủ đề:”, or a heading that is nothing else. */
const THEME_BELOW = new RegExp(
  `(?:chủ đề${AFTER_THEME}|phát động (?:phong trào|đợt) thi đua(?=\\s*:))\\s*(?:là\\s*)?:?\\s*$`,
  "iu",
);
const STARTS_QUOTED = new RegExp(`^(?:[-–+•*]\\s*)?${QUOTED}`, "u");
const LAUNCHED_AS = new RegExp(`phát động (?:phong trào|đợt) thi đua\\s*:\\s*${QUOTED}`, "giu");

/** The themes named in the text, the launch's own before those of others. */
export function themesOf(passages: readonly Passage[], issuer: string | null): Theme[] {
  const found: Theme[] = [];
  passages.forEach((passage, index) => {
    if (!/chủ đề|phát động (?:phong trào|đợt) thi đua\s*:/iu.test(passage.text)) return;
    for (const sentence of sentencesOf(passage)) found.push(...themesIn(sentence, issuer));
    const below = themeBelow(passage, passages[index + 1], issuer);
    if (below) found.push(below);
  });
  const seen = new Set<string>();
  return found
    .filter((theme) => !seen.has(fold(theme.text)) && seen.add(fold(theme.text)))
    .sort((left, right) => Number(left.owner === "other") - Number(right.owner === "other"));
}

/** The theme of the paragraph below; without quotation marks only under a heading that says no more than “Chủ đề”. */
function themeBelow(passage: Passage, next: Passage | undefined, issuer: string | null): Theme | null {
  const tail = passage.text.slice(-400);
  const announced = THEME_BELOW.exec(tail);
  if (!announced || !next) return null;
  const quoted = STARTS_QUOTED.exec(next.text);
  const heading = withoutLabel(passage.text).length === announced[0].length;
  const bare =
    heading && readLabel(next.text) === null && next.text.length < 300 && !/[“”"«»]|chủ đề/iu.test(next.text)
      ? next.text
      : null;
  const text = quoted?.[1] ?? bare?.replace(/^[-–+•*]\s*/u, "");
  const sentence = { text: next.text, at: 0, passage: next };
  return text ? themeOf(sentence, 0, text, tail.slice(0, announced.index), issuer) : null;
}

function themesIn(sentence: Sentence, issuer: string | null): Theme[] {
  const found: Theme[] = [];
  let from = 0;
  for (const pattern of [THEME_QUOTED, LAUNCHED_AS]) {
    for (const match of sentence.text.matchAll(pattern)) {
      const called = match[0].slice(0, match[0].search(/[“"«‘]/u)).replace(/(?:\slà)?[\s:,]*$/u, "");
      const clause = sentence.text.slice(Math.min(from, match.index), match.index) + called;
      found.push(themeOf(sentence, match.index, match[1] ?? "", clause, issuer));
      from = match.index + match[0].length;
    }
  }
  if (found.length > 0) return found;
  const bare = THEME_BARE.exec(sentence.text) ?? THEME_UNMARKED.exec(sentence.text);
  return bare
    ? [themeOf(sentence, bare.index, bare[1] ?? "", sentence.text.slice(0, bare.index), issuer)]
    : [];
}

function themeOf(sentence: Sentence, at: number, text: string, clause: string, issuer: string | null): Theme {
  const body = otherOwner(clause, issuer);
  return {
    text: text.trim().replace(/[.,;]+$/u, ""),
    line: lineOf(sentence, at),
    owner: body === null ? "document" : "other",
    body,
  };
}

/** Verbs with which a body follows somebody else's movement. */
const FOLLOWS =
  /(?:gắn (?:chặt |liền |kết )*với|hưởng ứng|thực hiện|triển khai|theo|bám sát|cụ thể hóa|cụ thể hoá|tiếp tục|tham gia|phù hợp với)(?!\p{L})/iu;
const OWNER =
  /(?:của|do)\s+((?:\p{Lu}[\p{L}]*|các|và|ngành|tỉnh|thành phố)(?:[\s,]+[\p{L}-]+){0,12}?)(?=\s+(?:với|phát động|đã|năm|về|có|lấy|giai)(?!\p{L})|\s*$)/gu;
/** “Thực hiện Công văn số … của Bộ Tư pháp về việc phát động phong trào thi đua với chủ đề”. */
const FOLLOWED =
  /(?:Thực hiện|Hưởng ứng|Triển khai|Căn cứ|Theo)\s[^,;]{0,200}?\s(?:của|do)\s(\p{Lu}[\p{L}]*(?:\s[\p{L}-]+){0,8}?)(?=\s(?:về|phát động|ban hành)(?!\p{L}))/u;
const OWN_LAUNCH = /(?:phát động|tổ chức|triển khai)[^;]{0,160}$/u;

/** The body whose movement the clause before a theme speaks of, when it isn't the issuer; else null. */
function otherOwner(clause: string, issuer: string | null): string | null {
  const tail = clause.slice(-400);
  const owners = [...tail.matchAll(OWNER)].filter((match) =>
    /phong trào|chủ đề|thi đua/iu.test(tail.slice(Math.max(0, match.index - 90), match.index)),
  );
  const followed = FOLLOWED.exec(tail);
  const last = owners.at(-1) ?? followed;
  if (!last) return null;
  const name = (last[1] ?? "").trim();
  if (issuer !== null && sameBody(name, issuer)) return null;
  const after = tail.slice(last.index + last[0].length).replace(/^\s*phát động/u, "");
  if (/[,;]/.test(after) && OWN_LAUNCH.test(after)) return null;
  return last === followed || FOLLOWS.test(tail.slice(0, last.index)) || /^do/u.test(last[0]) ? name : null;
}

/** “Bộ, ngành Tư pháp” and “Bộ Tư pháp” are one body; a bare “Bộ” is the ministry, when the issuer is one. */
function sameBody(name: string, issuer: string): boolean {
  const words = fold(name)
    .split(/[\s,]+/)
    .filter((word) => !["nganh", "va", "cua", "toan"].includes(word));
  const own = new Set(fold(issuer).split(/[\s,]+/));
  return words.length > 0 && words.every((word) => own.has(word));
}

const NAMED = new RegExp(
  `(?:phát động|tổ chức)\\s(?:và tổ chức\\s|thực hiện\\s|triển khai\\s)?(?:đợt\\s|cao điểm\\s)*phong trào thi đua(?:\\s(?:yêu nước|đặc biệt|cao điểm|chuyên đề|theo chuyên đề|thường xuyên))*\\s*${QUOTED}`,
  "iu",
);
const TITLED = new RegExp(`phong trào thi đua(?:\\s(?:yêu nước|đặc biệt|chuyên đề))*\\s*${QUOTED}`, "iu");
const MOTTO = new RegExp(
  `khẩu hiệu(?:\\s(?:thi đua|hành động|chung|là|của phong trào))*\\s*:?\\s*(?:là\\s*:?\\s*)?${QUOTED}|khẩu hiệu\\s[^.;:“”"«»]{2,60}?(?:\\slà|\\s?:)\\s*${QUOTED}`,
  "iu",
);

/** The movement's own name in quotation marks: in the title, or where it is launched. */
export function nameOf(titles: readonly Phrase[], passages: readonly Passage[]): Phrase | null {
  for (const title of titles) {
    const match = TITLED.exec(title.text);
    if (match) return { text: match[1] ?? "", line: title.line };
  }
  return firstMatch(passages.slice(0, 40), NAMED, /phát động|tổ chức/iu);
}

/** The motto (khẩu hiệu) in quotation marks. */
export const mottoOf = (passages: readonly Passage[]): Phrase | null =>
  firstMatch(passages, MOTTO, /khẩu hiệu/iu);

function firstMatch(passages: readonly Passage[], pattern: RegExp, hint: RegExp): Phrase | null {
  for (const passage of passages) {
    if (!hint.test(passage.text)) continue;
    for (const sentence of sentencesOf(passage)) {
      const match = pattern.exec(sentence.text);
      if (match) return { text: match[1] ?? match[2] ?? "", line: lineOf(sentence, match.index) };
    }
  }
  return null;
}

const OCCASION =
  /(?:(?:kỷ|kỉ|Kỷ|Kỉ) niệm\s+(?:lần thứ\s+)?)?(?<![\d/])\d{1,4}\s(?:năm\s(?:[Nn]gày|thành lập|tái lập|truyền thống|Quốc khánh|giải phóng|Cách mạng|Chiến thắng|xây dựng và trưởng thành|[Ll]ễ)|[Nn]gày\s\p{Lu})[^,;.()“”:]{2,140}|chào mừng\s+(?:thành công\s+)?\p{Lu}[^,;.()“”:]{5,160}/gu;

/** What the movement is held in honour of: anniversaries and congresses, each once. */
export function occasionsOf(passages: readonly Passage[]): Phrase[] {
  const found: Phrase[] = [];
  const seen = new Set<string>();
  for (const passage of passages) {
    if (!/kỷ niệm|kỉ niệm|chào mừng/iu.test(passage.text)) continue;
    for (const sentence of sentencesOf(passage)) {
      for (const match of sentence.text.matchAll(OCCASION)) {
        const text = match[0].replace(/^chào mừng\s+(?:thành công\s+)?/u, "").trim();
        if (/^(?:các|những)/u.test(text) || seen.has(fold(text))) continue;
        seen.add(fold(text));
        found.push({ text, line: lineOf(sentence, match.index) });
      }
    }
  }
  return found;
}
