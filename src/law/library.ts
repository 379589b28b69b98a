import { covers, type Day, type Validity, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { fold, tidy } from "../platform/vietnamese.ts";
import { instrumentBySymbol, instrumentKindNames, instruments } from "./instruments.ts";

/**
 * The library (thư viện văn bản): legal documents, guidance and bodies' own rules (quy chế), with their
 * files. A document is corrected by a new version; the versions before stay.
 */
export const documentKindNames = {
  law: "Luật",
  decree: "Nghị định",
  decision: "Quyết định",
  circular: "Thông tư",
  directive: "Chỉ thị",
  guidance: "Văn bản hướng dẫn",
  "body-rule": "Quy chế của cơ quan",
  other: "Văn bản khác",
} as const;

export type DocumentKind = keyof typeof documentKindNames;
export const documentKinds = Object.keys(documentKindNames) as readonly DocumentKind[];
export const isDocumentKind = (text: string): text is DocumentKind => text in documentKindNames;

/** What a version says; the issuer is a unit of the tree or, outside it, a name. */
export interface DocumentFacts {
  readonly symbol: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly issuerUnit: number | null;
  readonly issuerName: string | null;
  readonly issued: Day;
  readonly validity: Validity;
  readonly amends: readonly string[];
  readonly replaces: readonly string[];
  /** Symbols of what a body's own rule rests on; a change of one flags it. */
  readonly restsOn: readonly string[];
  readonly note: string | null;
}

export interface LibraryDocument extends DocumentFacts {
  readonly id: number;
  readonly version: number;
  readonly body: number;
  readonly bodyName: string;
  /** The issuer in words. */
  readonly issuer: string;
}

/** Looks over a version before it is written. */
export function decideDocument(asked: DocumentFacts): DocumentFacts | Refusal {
  const facts = {
    ...asked,
    symbol: tidy(asked.symbol),
    title: tidy(asked.title),
    issuerName: asked.issuerUnit === null && asked.issuerName ? tidy(asked.issuerName) : null,
    ...{ amends: symbols(asked.amends), replaces: symbols(asked.replaces), restsOn: symbols(asked.restsOn) },
  };
  const { from, to } = facts.validity;
  if (!facts.symbol) return refuse("no-symbol", "Hãy nhập số, ký hiệu.", { field: "symbol" });
  if (!facts.title) return refuse("no-title", "Hãy nhập trích yếu, tên văn bản.", { field: "title" });
  if (facts.issuerUnit === null && !facts.issuerName)
    return refuse("no-issuer", "Hãy chọn hoặc nhập cơ quan ban hành.", { field: "issuer.text" });
  if (from !== null && from < facts.issued)
    return refuse("in-force-before-issue", "Ngày có hiệu lực không thể trước ngày ban hành.", {
      field: "from",
    });
  if (to !== null && to <= (from ?? facts.issued))
    return refuse("ends-before-it-begins", "Ngày hết hiệu lực phải sau ngày có hiệu lực.", { field: "to" });
  if (facts.kind === "body-rule" && facts.restsOn.length === 0)
    return refuse("rests-on-nothing", "Quy chế phải nêu ít nhất một văn bản làm căn cứ.", {
      field: "restsOn",
    });
  if ([...facts.amends, ...facts.replaces, ...facts.restsOn].includes(facts.symbol))
    return refuse("changes-itself", "Một văn bản không sửa đổi, thay thế hay căn cứ chính nó.", {
      field: "symbol",
    });
  return facts;
}

const symbols = (all: readonly string[]): readonly string[] => [...new Set(all.map(tidy).filter(Boolean))];

/** A correction is made to the version that was seen. */
export const decideCorrection = (
  seen: number,
  current: number,
  asked: DocumentFacts,
): DocumentFacts | Refusal =>
  seen === current
    ? decideDocument(asked)
    : movedOn("corrected-meanwhile", "Văn bản này vừa được người khác sửa; hãy xem lại rồi sửa tiếp.");

export const inForceOn = (
  { validity, issued }: Pick<DocumentFacts, "validity" | "issued">,
  onDay: Day,
): boolean => covers({ from: validity.from ?? issued, to: validity.to }, onDay);

/** A change of an instrument under a rule of a body, after that rule was issued. */
export interface UnderlyingChange {
  /** Names the change, so that it is acknowledged once: `replaced 98/2023/NĐ-CP 152/2025/NĐ-CP`. */
  readonly key: string;
  readonly symbol: string;
  readonly by: string | null;
  readonly how: "amended" | "replaced" | "expired";
  readonly from: Day | null;
}

type Changing = Pick<DocumentFacts, "symbol" | "issued" | "amends" | "replaces" | "validity">;

/** All instruments and documents that may change others: the catalogue's, and the library's own. */
const changingOnes = (library: readonly Changing[]) => [
  ...instruments.map(({ symbol, issued, from, to, amends, replaces }) => ({
    symbol,
    issued,
    from,
    to,
    amends,
    replaces,
  })),
  ...library
    .filter(({ symbol }) => instrumentBySymbol(symbol) === null)
    .map(({ validity, ...rest }) => ({ ...rest, from: validity.from ?? rest.issued, to: validity.to })),
];

/**
 * What has changed under a rule of a body since it was issued, until today: an instrument it rests on was
 * amended, replaced, or has lapsed.
 */
export function changesUnder(
  rule: Pick<DocumentFacts, "restsOn" | "issued">,
  library: readonly Changing[],
  today: Day,
): readonly UnderlyingChange[] {
  const all = changingOnes(library);
  const later = (day: Day | null): boolean => day !== null && day > rule.issued;
  return rule.restsOn.flatMap((symbol): UnderlyingChange[] => {
    const by = all.flatMap((one): UnderlyingChange[] => {
      const how = one.replaces.includes(symbol) ? "replaced" : one.amends.includes(symbol) ? "amended" : null;
      const known = one.issued ?? one.from;
      if (how === null || !later(one.from ?? one.issued) || known === null || known > today) return [];
      return [{ key: `${how} ${symbol} ${one.symbol}`, symbol, by: one.symbol, how, from: one.from }];
    });
    const lapsed = all.find((one) => one.symbol === symbol)?.to ?? null;
    if (by.some(({ how }) => how === "replaced") || lapsed === null || !later(lapsed) || lapsed > today)
      return by;
    return [...by, { key: `expired ${symbol} ${lapsed}`, symbol, by: null, how: "expired", from: lapsed }];
  });
}

/** “Nghị định 98/2023/NĐ-CP được thay thế bởi Nghị định 152/2025/NĐ-CP từ ngày 01/07/2025”. */
export function changeWords({ symbol, by, how, from }: UnderlyingChange): string {
  const since = from === null ? "" : ` từ ngày ${writeDay(from)}`;
  if (how === "expired" || by === null) return `${named(symbol)} hết hiệu lực${since}`;
  return `${named(symbol)} được ${how === "replaced" ? "thay thế" : "sửa đổi, bổ sung"} bởi ${named(by)}${since}`;
}

/** With its kind in front, where the catalogue knows it. */
const named = (symbol: string): string => {
  const instrument = instrumentBySymbol(symbol);
  return instrument ? `${instrumentKindNames[instrument.kind]} ${symbol}` : symbol;
};

/** The first line of a text that holds all the words, else the one that holds most; null when none holds any. */
export function matchingLine(
  text: string,
  words: readonly string[],
): { number: number; text: string } | null {
  const folded = words.map(fold);
  let best: { number: number; text: string; count: number } | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    const plain = fold(line);
    const count = folded.filter((word) => plain.includes(word)).length;
    if (count > (best?.count ?? 0)) best = { number: index + 1, text: line, count };
    if (best?.count === folded.length) break;
  }
  return best && { number: best.number, text: best.text };
}

/** A change is acknowledged while it is open. */
export const decideAcknowledgement = (
  change: string,
  open: readonly UnderlyingChange[],
): UnderlyingChange | Refusal =>
  open.find(({ key }) => key === change) ??
  movedOn("no-such-change", "Thay đổi này không còn chờ xử lý; hãy xem lại trang của quy chế.");
