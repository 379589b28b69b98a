import type { Figure } from "../platform/offered.ts";
import type { TallyLine } from "./pledge.ts";

/** Figures of registrations are told from others by their code. */
const PREFIX = "registrations.";

/** What members have registered, out of the figures that later stages offer: the tally a cluster sends. */
export const tallyOf = (figures: readonly Figure[]): TallyLine[] =>
  figures
    .filter(({ code }) => code.startsWith(PREFIX))
    .map(({ label, value, measure }) => ({ label, value, measure }));
