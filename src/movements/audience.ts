import type { Audience } from "../org/scope.ts";
import { fold } from "../platform/vietnamese.ts";

/** Whom a deadline binds: groups of units as seen from the launcher, and units or clusters by name. */
export interface BoundBy {
  readonly groups: readonly Audience[];
  readonly named: readonly number[];
}

/** A unit in scope: the group it belongs to, and its clusters of the year. */
export interface BoundUnit {
  readonly id: number;
  readonly audience: Audience;
  readonly clusters: readonly number[];
}

/** Whether a deadline binds a unit: by its group, by its name, or as a member of a named cluster. */
export const binds = (deadline: BoundBy, unit: BoundUnit): boolean =>
  deadline.named.includes(unit.id) ||
  deadline.groups.includes(unit.audience) ||
  unit.clusters.some((cluster) => deadline.named.includes(cluster));

/** Every group that is a unit and not a cluster: what “các cơ quan, đơn vị” means. */
export const everyUnitGroup: readonly Audience[] = [
  "ministry-unit",
  "provincial-department",
  "enforcement-province",
  "enforcement-local",
  "room",
  "subordinate-unit",
  "local-justice",
];

interface Naming {
  readonly words: RegExp;
  readonly groups: readonly Audience[];
}

// Words are compared without accents, since papers spell them in many ways.
const namings: readonly Naming[] = [
  {
    words: /\b(cac |truong |pho truong )?(cum|khoi|khu vuc)( va khu vuc|, khu vuc|, khoi)? ?(thi dua)?\b/,
    groups: ["cluster"],
  },
  { words: /\bso tu phap\b/, groups: ["provincial-department"] },
  { words: /\b(phong chuyen mon|phong thuoc|cac phong|van phong so|thanh tra so)\b/, groups: ["room"] },
  { words: /\b(don vi|trung tam) (truc thuoc|su nghiep)\b/, groups: ["subordinate-unit", "ministry-unit"] },
  {
    words: /\b(don vi|co quan|thu truong cac don vi) thuoc bo\b|\bcac (vu|cuc|don vi) thuoc bo\b/,
    groups: ["ministry-unit"],
  },
  { words: /\b(chi cuc|phong)( thi hanh an dan su| thads)\b/, groups: ["enforcement-local"] },
  { words: /\bphong tu phap\b|\btu phap (cap )?(xa|phuong|huyen|quan)\b/, groups: ["local-justice"] },
];

const ENFORCEMENT =
  /\b(cuc |co quan )?(thi hanh an dan su|thads)( cac)? (tinh|thanh pho)\b|\b(?<!chi )cuc (thi hanh an dan su|thads)\b/;
const EVERYBODY =
  /\b(cac )?(co quan,? (va )?don vi|don vi,? co quan|cac don vi|thu truong cac don vi|toan nganh|cac co quan)\b/;

/**
 * The groups that a paper's words name. “Các cơ quan, đơn vị” with nothing nearer is every unit; words that
 * name none answer none, and a person chooses.
 */
export function readAudience(words: string): readonly Audience[] {
  const text = fold(words);
  const found = namings.filter((naming) => naming.words.test(text)).flatMap((naming) => naming.groups);
  if (ENFORCEMENT.test(text)) found.push("enforcement-province");
  if (found.length === 0 && EVERYBODY.test(text)) return everyUnitGroup;
  return [...new Set(found)];
}
