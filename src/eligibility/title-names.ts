import { nameOf } from "../law/catalogue.ts";
import type { Code } from "../law/codes.ts";
import { regimeOn } from "../law/regimes.ts";
import { lastDayOf } from "../platform/day.ts";
import { titleName } from "../registrations/title.ts";

/** The name of a title or form: the sector's own where both chains use it, else as the law of that year calls it. */
export function titleNameIn(code: Code, year: number): string {
  const ofTheSector = titleName(code, "vertical");
  const isOwn = ofTheSector !== nameOf(code) && ofTheSector === titleName(code, "territorial");
  return isOwn ? ofTheSector : nameOf(code, regimeOn(lastDayOf(year))?.code);
}

/** What is still needed as people read it: without the codes, which the name stands beside. */
export const withoutCodes = (needs: string): string => needs.replace(/ \([A-Z][A-Z0-9_]+\)/g, "");
