import { type Code, catalogue, entryOf, existsIn, type SubjectKind } from "../law/catalogue.ts";
import { regimeOn } from "../law/regimes.ts";
import { lastDayOf } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { type LineChain, type RegisteringUnit, routeOf } from "./chain.ts";
import type { TitleAsked } from "./line.ts";

/** What the sector and the provinces call a title that the law names for all of them at once. */
const namesByChain: Readonly<Partial<Record<Code, Readonly<Record<LineChain, string>>>>> = {
  MINISTRY_EMULATION_FIGHTER: {
    vertical: "Chiến sĩ thi đua ngành Tư pháp",
    territorial: "Chiến sĩ thi đua cấp tỉnh",
  },
  MINISTRY_EMULATION_FLAG: {
    vertical: "Cờ thi đua ngành Tư pháp",
    territorial: "Cờ thi đua ngành Tư pháp",
  },
};

/** The name of a title or form as it is given up that chain. */
export const titleName = (code: Code, chain: LineChain): string =>
  namesByChain[code]?.[chain] ?? entryOf(code).name;

export const titleAsked = (code: Code, chain: LineChain): TitleAsked => ({
  code,
  name: titleName(code, chain),
  subjects: entryOf(code).subjects,
});

/** Whether the law of that year knows the title at all; a year before the catalogue lets everything stand. */
export const existsInYear = (code: Code, year: number): boolean => {
  const regime = regimeOn(lastDayOf(year));
  return regime === null || existsIn(code, regime.code);
};

export interface TitleChoice {
  readonly code: Code;
  readonly name: string;
  readonly shortName: string;
  readonly kind: "title" | "form";
  readonly chain: LineChain;
}

/** Forms of war, of the arts and of other callings, which nobody aims at in a year's emulation of this sector. */
const otherCallings =
  /^(MILITARY_EXPLOIT|FEAT_OF_ARMS|HERO_PROVINCE|HEROIC_MOTHER|ARMED_FORCES|PEOPLES_|MERITORIOUS_|GREAT_NATIONAL|FRIENDSHIP|HO_CHI_MINH_PRIZE|STATE_PRIZE|VICTORY_FLAG|NATIONAL_SECURITY|GLORIOUS_)/;

/** What a unit can register for a subject of that kind in a year; titles before forms, in the law's order. */
export const titlesFor = (unit: RegisteringUnit, year: number, subject: SubjectKind): TitleChoice[] =>
  catalogue.flatMap((entry) => {
    if (!entry.subjects.includes(subject) || !existsInYear(entry.code, year)) return [];
    if (otherCallings.test(entry.code)) return [];
    const route = routeOf(entry.code, unit, year);
    if (isRefusal(route)) return [];
    const name = titleName(entry.code, route.chain);
    return [{ code: entry.code, name, shortName: entry.shortName, kind: entry.kind, chain: route.chain }];
  });
