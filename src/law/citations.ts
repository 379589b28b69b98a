import { fold } from "../platform/vietnamese.ts";
import { catalogue, type Entry } from "./catalogue.ts";
import { citedIn, type Instrument, instruments } from "./instruments.ts";
import type { Condition, Rule } from "./rule.ts";
import { rules } from "./rule-on.ts";

/** Which rules, powers and numbers rest on an instrument, found by the articles they cite. */
export const rests = (basis: string, symbol: string): boolean =>
  citedIn(basis).some((instrument) => instrument.symbol === symbol);

const conditionsIn = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.flatMap((condition) => {
    if (condition.kind === "any") return [condition, ...condition.ways.flatMap(conditionsIn)];
    return condition.kind === "standard" ? [condition, ...conditionsIn(condition.all)] : [condition];
  });

/** A version of a rule with the articles of one instrument that it cites. */
export interface RestingRule {
  readonly rule: Rule;
  readonly articles: readonly string[];
  readonly verified: boolean;
}

export const rulesRestingOn = (symbol: string): readonly RestingRule[] =>
  rules.flatMap((rule) => {
    const citing = rule.routes
      .flatMap(({ all }) => conditionsIn(all))
      .filter((condition) => rests(condition.basis, symbol));
    if (citing.length === 0) return [];
    return [
      {
        rule,
        articles: [...new Set(citing.flatMap(({ basis }) => articlesOf(basis, symbol)))],
        verified: citing.every(({ mark }) => mark === "S"),
      },
    ];
  });

/** The articles of that instrument among those of a citation. */
const articlesOf = (basis: string, symbol: string): readonly string[] =>
  basis
    .split(";")
    .map((part) => part.trim())
    .filter((part) => rests(part, symbol));

/** The awards whose deciders, interval or existence rest on an instrument. */
export const awardsRestingOn = (symbol: string): readonly Entry[] =>
  catalogue.filter((entry) =>
    [...entry.deciders, entry.existence, ...(entry.interval ? [entry.interval] : [])].some(({ basis }) =>
      rests(basis, symbol),
    ),
  );

/** A symbol as it stands in an address: `152/2025/NĐ-CP` is `152-2025-nd-cp`. */
export const slugOf = (symbol: string): string => fold(symbol).replace(/[^a-z0-9]+/g, "-");

const bySlug: ReadonlyMap<string, Instrument> = new Map(
  instruments.map((instrument) => [slugOf(instrument.symbol), instrument]),
);

export const instrumentBySlug = (slug: string): Instrument | null => bySlug.get(slug) ?? null;

/** What later amended or replaced an instrument, in the order of issue. */
export const changesTo = (symbol: string): readonly ChangeOf[] =>
  instruments.flatMap((by): ChangeOf[] => {
    if (by.replaces.includes(symbol)) return [{ by, how: "replaced" }];
    return by.amends.includes(symbol) ? [{ by, how: "amended" }] : [];
  });

interface ChangeOf {
  readonly by: Instrument;
  readonly how: "amended" | "replaced";
}

export const instrumentAddress = (symbol: string): string => `/phap-luat/van-ban/${slugOf(symbol)}`;
