import { covers, type Day } from "../platform/day.ts";
import type { Code } from "./codes.ts";
import type { Rule } from "./rule.ts";
import { advancedWorker } from "./rules/advanced-worker.ts";
import { certificateOfCommendation, certificatesOfMerit } from "./rules/commendation-certificates.ts";
import { communityTitles } from "./rules/community-titles.ts";
import { independenceOrders, laborHeroes } from "./rules/contribution.ts";
import { emulationFlags } from "./rules/emulation-flags.ts";
import { grassrootsEmulationFighter } from "./rules/grassroots-emulation-fighter.ts";
import { justiceCommemorativeMedal } from "./rules/justice-commemorative-medal.ts";
import { laborCollectives } from "./rules/labor-collectives.ts";
import { laborOrders } from "./rules/labor-orders.ts";
import { ministryEmulationFighter } from "./rules/ministry-emulation-fighter.ts";
import { nationalEmulationFighter } from "./rules/national-emulation-fighter.ts";
import { pmCertificateOfMerit } from "./rules/pm-certificate-of-merit.ts";

/** Every version of every rule; two versions of one title never cover the same day. */
export const rules: readonly Rule[] = [
  ...advancedWorker,
  ...grassrootsEmulationFighter,
  ...ministryEmulationFighter,
  ...nationalEmulationFighter,
  ...laborCollectives,
  ...emulationFlags,
  ...communityTitles,
  ...certificateOfCommendation,
  ...certificatesOfMerit,
  ...pmCertificateOfMerit,
  ...laborOrders,
  ...independenceOrders,
  ...laborHeroes,
  ...justiceCommemorativeMedal,
];

const versions: ReadonlyMap<Code, readonly Rule[]> = Map.groupBy(rules, ({ code }) => code);

/** The one version that covers the day; null when the catalogue has none. */
export const ruleOn = (code: Code, onDay: Day): Rule | null =>
  versions.get(code)?.find((rule) => covers(rule, onDay)) ?? null;

/** True when some day has a rule for it: its absence on another day is then the law's, not the catalogue's. */
export const hasRule = (code: Code): boolean => versions.has(code);
