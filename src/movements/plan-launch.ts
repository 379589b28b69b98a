import type { Line } from "../documents/lines.ts";
import { documentsOf } from "./plan-documents.ts";
import { fullerName, issuerOfSymbol } from "./plan-issuer.ts";
import { bodiesOfSymbol, kindNamed, kindOfSymbol } from "./plan-kinds.ts";
import type { Nature, PlanDocument } from "./plan-reading.ts";
import { lineOf, type Passage, type Sentence, sentencesOf } from "./plan-text.ts";

const LAUNCHER =
  /(?:^|[,.;]\s)((?:Bộ|Sở|Cục|Tổng cục|Chi cục|Ủy ban nhân dân|UBND|Đảng ủy|Công đoàn|Liên đoàn|Hội đồng|Trường|Học viện|Ban|Vụ|Cụm|Khối|Thủ tướng)(?:,?\s(?!phát|tổ|kêu|ban hành|long trọng)[\p{L}-]+){1,10})\s(?:long trọng\s)?(?:tổ chức\s)?(?:[Ll]ễ\s)?(?:phát động|kêu gọi)/u;

/** A launch without a document's head: one entry for a speech or a page, one for a news item that gives a number. */
export function launchOf(
  nature: Nature,
  lines: readonly Line[],
  passages: readonly Passage[],
): PlanDocument[] {
  if (nature === "news-article") return reportedDocument(passages);
  const titled = documentsOf(lines)[0]?.document;
  const launcher = launcherOf(passages);
  const named = titled?.kind === "PHAT_DONG";
  return [
    {
      ...EMPTY,
      kind: nature === "unknown" && launcher === null ? "KHAC" : "PHAT_DONG",
      title: named ? titled.title : null,
      issuer: launcher?.text ?? null,
      lines: { ...EMPTY.lines, title: named ? titled.lines.title : null, issuer: launcher?.line ?? null },
    },
  ];
}

const EMPTY: PlanDocument = {
  kind: "PHAT_DONG",
  number: null,
  symbol: null,
  issuer: null,
  issuerDerived: false,
  place: null,
  issuedOn: null,
  title: null,
  grounds: [],
  recipients: [],
  signatory: { capacity: null, role: null, name: null },
  lines: {
    kind: null,
    number: null,
    issuer: null,
    issuedOn: null,
    title: null,
    grounds: [],
    recipients: [],
    signatory: null,
  },
};

function launcherOf(passages: readonly Passage[]): { text: string; line: number } | null {
  for (const sentence of sentencesIn(passages.slice(0, 20))) {
    const match = LAUNCHER.exec(sentence.text);
    if (!match) continue;
    const name = (match[1] ?? "").trim();
    const whole = passages
      .map((passage) => passage.text)
      .join(" ")
      .slice(0, 60_000);
    return { text: fullerName(name, whole), line: lineOf(sentence, match.index) };
  }
  return null;
}

function* sentencesIn(passages: readonly Passage[]): Generator<Sentence> {
  for (const passage of passages) yield* sentencesOf(passage);
}

const REPORTED =
  /(Kế hoạch|Quyết định|Hướng dẫn|Công văn|Thông báo|Chỉ thị|Nghị quyết|Chương trình)\s(?:số\s*:?\s*)(\d+[a-z]?)\s?[/-]\s?(\p{Lu}[\p{L}\d&/-]*)/u;

/** The document a news item says was issued, when it gives its number. */
function reportedDocument(passages: readonly Passage[]): PlanDocument[] {
  for (const sentence of sentencesIn(passages)) {
    const match = REPORTED.exec(sentence.text);
    if (!match || !/ban hành|phát động|thi đua/iu.test(sentence.text)) continue;
    const symbol = match[3] ?? "";
    const line = lineOf(sentence, match.index);
    const kind = kindNamed(match[1] ?? "")?.kind ?? kindOfSymbol(symbol);
    const issuer = issuerOfSymbol(bodiesOfSymbol(symbol), null, sentence.passage.text);
    return [
      {
        ...EMPTY,
        kind,
        issuer,
        issuerDerived: issuer !== null,
        number: match[2] ?? null,
        symbol,
        lines: { ...EMPTY.lines, kind: line, number: line, issuer: issuer === null ? null : line },
      },
    ];
  }
  return [];
}
