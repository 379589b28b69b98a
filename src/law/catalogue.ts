import type { UnitKind } from "../org/unit.ts";
import type { Day } from "../platform/day.ts";
import { type Decider, decides, type Entry } from "./catalogue-entry.ts";
import { otherFormEntries } from "./catalogue-forms.ts";
import { honoraryEntries, medalEntries, orderEntries } from "./catalogue-orders.ts";
import { titleEntries } from "./catalogue-titles.ts";
import { type Code, codes, type SubjectKind } from "./codes.ts";
import type { RegimeCode } from "./regimes.ts";

export type { Decider, Entry, Level } from "./catalogue-entry.ts";
export {
  type Code,
  codes,
  isCode,
  isSubjectKind,
  type SubjectKind,
  subjectKinds,
  subjectNames,
} from "./codes.ts";

/**
 * The catalogue of awards: every emulation title (danh hiệu thi đua) and every form of commendation
 * (hình thức khen thưởng) in the four regimes, with its names, subjects, level, chains and deciders.
 */
const entries: Readonly<Record<Code, Entry>> = {
  ...titleEntries,
  ...orderEntries,
  ...medalEntries,
  ...honoraryEntries,
  ...otherFormEntries,
};

/** All rows, titles first, in the order of the law. */
export const catalogue: readonly Entry[] = codes.map((code) => entries[code]);

export const entryOf = (code: Code): Entry => entries[code];

/** The official name; with a regime, as that regime called it. */
export const nameOf = (code: Code, regime?: RegimeCode): string =>
  (regime && entries[code].olderNames[regime]) ?? entries[code].name;

export const mayBeGivenTo = (code: Code, subject: SubjectKind): boolean =>
  entries[code].subjects.includes(subject);

export const existsIn = (code: Code, regime: RegimeCode): boolean =>
  entries[code].existence.regimes.includes(regime);

/** Who decides on that day, for that kind of unit or for all kinds; empty where the catalogue has no rule. */
export const decidersOn = (code: Code, onDay: Day, unitKind: UnitKind | null = null): readonly Decider[] =>
  entries[code].deciders.filter((decider) => decides(decider, onDay, unitKind));
