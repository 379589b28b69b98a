import { fold, nfc, sameTones, tidy } from "../platform/vietnamese.ts";
import { type AskedLine, askedLine } from "./asked-words.ts";
import { catalogue } from "./catalogue.ts";
import { instrumentAddress } from "./citations.ts";
import { instrumentKindNames, instruments } from "./instruments.ts";
import { rules } from "./rule-on.ts";

/** Something of the catalogue that answers to words typed without accents. */
export interface LawHit {
  readonly kind: string;
  readonly title: string;
  readonly note: string | null;
  readonly href: string;
  /** 2 = the accents match as typed. */
  readonly rank: 1 | 2;
}

interface Searched extends Omit<LawHit, "rank"> {
  readonly text: string;
}

const linesIn = (lines: readonly AskedLine[]): readonly string[] =>
  lines.flatMap((line) => [line.words, line.basis, ...line.ways.flatMap(linesIn)]);

const asked: ReadonlyMap<string, string> = new Map(
  [...Map.groupBy(rules, ({ code }) => code)].map(([code, versions]) => [
    code,
    versions.flatMap(({ routes }) => routes.flatMap(({ all }) => linesIn(all.map(askedLine)))).join(" · "),
  ]),
);

const searched: readonly Searched[] = [
  ...catalogue.map((entry) => ({
    kind: entry.kind === "title" ? "Danh hiệu thi đua" : "Hình thức khen thưởng",
    title: entry.name,
    note: entry.shortName === entry.name ? null : entry.shortName,
    href: `/phap-luat/danh-hieu/${entry.code}`,
    text: [
      entry.name,
      entry.shortName,
      entry.code,
      ...Object.values(entry.olderNames),
      entry.note ?? "",
    ].join(" · "),
  })),
  ...instruments.map((instrument) => ({
    kind: "Văn bản pháp luật",
    title: `${instrumentKindNames[instrument.kind]} ${instrument.symbol}`,
    note: instrument.name,
    href: instrumentAddress(instrument.symbol),
    text: [
      instrumentKindNames[instrument.kind],
      instrument.symbol,
      instrument.name,
      instrument.note ?? "",
    ].join(" · "),
  })),
  ...catalogue
    .filter(({ code }) => asked.has(code))
    .map((entry) => ({
      kind: "Tiêu chuẩn",
      title: `Tiêu chuẩn ${entry.name}`,
      note: null,
      href: `/phap-luat/danh-hieu/${entry.code}#tieu-chuan`,
      text: asked.get(entry.code) ?? "",
    })),
].map((one) => ({ ...one, text: nfc(one.text) }));

const folded = searched.map(({ text }) => fold(text));

/** Hits over awards, instruments and what the rules ask; exact accents first, then names before standards. */
export function lawHits(words: string, limit: number): readonly LawHit[] {
  const typed = tidy(words).split(" ").filter(Boolean).slice(0, 12);
  if (typed.length === 0) return [];
  const exact = typed.map((word) => sameTones(word.toLowerCase()));
  return searched
    .filter((_, index) => typed.every((word) => folded[index]?.includes(fold(word))))
    .map(({ text, ...hit }): LawHit => {
      const plain = sameTones(text.toLowerCase());
      return { ...hit, rank: exact.every((word) => plain.includes(word)) ? 2 : 1 };
    })
    .toSorted((left, right) => right.rank - left.rank || named(right, typed) - named(left, typed))
    .slice(0, limit);
}

/** 1 when the words stand in the title itself. */
const named = ({ title }: LawHit, typed: readonly string[]): number =>
  Number(typed.every((word) => fold(title).includes(fold(word))));
