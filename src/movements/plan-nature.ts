import type { Line } from "../documents/lines.ts";
import { hasOfficialHead } from "./plan-documents.ts";
import type { Furniture } from "./plan-furniture.ts";
import { kindNamed } from "./plan-kinds.ts";
import type { Nature } from "./plan-reading.ts";
import { folded, isCapitals, plain } from "./plan-text.ts";

const BYLINE =
  /(?:^|\n)[ \t]*\((?:PLVN|TTXVN|Chinhphu\.vn|ĐCSVN|[A-ZĐ][\p{L}.]{2,20}(?:\s?[-–]\s?[\p{L}.]{2,20})?)\)\s*[-–]/u;
const REPORTED =
  /(?:sáng|chiều|tối|ngày|vừa qua|hôm nay|mới đây)[^.\n]{0,80}(?:đã diễn ra|đã tổ chức|tổ chức Hội nghị|đã chủ trì|diễn ra|tổ chức Lễ|đã ban hành)/iu;
const SPOKEN = /trân trọng c[aảá]m ơn|kính thưa|thưa các đồng chí|thưa quý vị|xin trân trọng|kính chúc/iu;

/** What the text is, by its head first and by its furniture and manner after that. */
export function natureOf(furniture: Furniture): Nature {
  const { lines } = furniture;
  if (hasOfficialHead(lines)) return "official-document";
  const text = lines
    .map((line) => plain(line.text))
    .join("\n")
    .slice(0, 200_000);
  if (BYLINE.test(text) || (furniture.news >= 2 && furniture.web < 3)) return "news-article";
  if (furniture.web >= 2) return "web-page";
  if (REPORTED.test(text.slice(0, 900)) && !SPOKEN.test(text)) return "news-article";
  if (titledAsDocument(lines)) return "official-document";
  if (SPOKEN.test(text) || titledAsLaunch(lines)) return "speech";
  return furniture.web > 0 ? "web-page" : "unknown";
}

const head = (lines: readonly Line[]): string[] =>
  lines
    .filter((line) => line.text !== "")
    .slice(0, 12)
    .map((line) => plain(line.text));

const titledAsLaunch = (lines: readonly Line[]): boolean =>
  head(lines).some((text) => isCapitals(text) && kindNamed(text)?.kind === "PHAT_DONG");

/** A type's name as a heading and recipients or articles below it: a draft or an excerpt without its head. */
const titledAsDocument = (lines: readonly Line[]): boolean =>
  head(lines).some((text) => {
    const named = kindNamed(text);
    return named !== null && named.kind !== "PHAT_DONG" && (isCapitals(text) || text.length === named.length);
  }) && lines.some((line) => /^(?:noi nhan|dieu 1\.|i\s*[.-]|1\.)/.test(folded(plain(line.text))));
