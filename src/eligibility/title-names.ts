import { nameOf } from "../law/catalogue.ts";
import type { Code } from "../law/codes.ts";
import { regimeOn } from "../law/regimes.ts";
import { lastDayOf } from "../platform/day.ts";

/** The name of a title or form as the law of that year calls it. */
export const titleNameIn = (code: Code, year: number): string =>
  nameOf(code, regimeOn(lastDayOf(year))?.code);

/** What is still needed as people read it: without the codes, which the name stands beside. */
export const withoutCodes = (needs: string): string => needs.replace(/ \([A-Z][A-Z0-9_]+\)/g, "");
