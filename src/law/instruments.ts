import { covers, type Day } from "../platform/day.ts";
import { circulars } from "./instruments-circulars.ts";
import type { Instrument, InstrumentKind } from "./instruments-entry.ts";
import { emulationDecrees, statutes } from "./instruments-laws.ts";
import { neighbours } from "./instruments-neighbours.ts";

export type { Instrument, InstrumentKind } from "./instruments-entry.ts";

/** The instruments (văn bản quy phạm pháp luật) on which the rules of the four regimes rest. */
export const instruments: readonly Instrument[] = [
  ...statutes,
  ...emulationDecrees,
  ...circulars,
  ...neighbours,
];

export const instrumentKindNames: Readonly<Record<InstrumentKind, string>> = {
  law: "Luật",
  decree: "Nghị định",
  decision: "Quyết định",
  circular: "Thông tư",
};

const bySymbol: ReadonlyMap<string, Instrument> = new Map(
  instruments.map((instrument) => [instrument.symbol, instrument]),
);

export const instrumentBySymbol = (symbol: string): Instrument | null => bySymbol.get(symbol) ?? null;

/** In force on a day; one whose first day is unknown is left out, never guessed. */
export const inForceOn = (onDay: Day): readonly Instrument[] =>
  instruments.filter((instrument) => instrument.from !== null && covers(instrument, onDay));

/** The instruments that a citation such as “Nghị định 152/2025/NĐ-CP, Điều 49” names. */
export const citedIn = (basis: string): readonly Instrument[] =>
  instruments.filter(({ symbol }) => new RegExp(`(?<!\\d)${symbol}`).test(basis));
