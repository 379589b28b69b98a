import type { Job } from "../platform/jobs.ts";
import type { Awards } from "./award.ts";
import { continueImport } from "./import.acts.ts";

/** Writes long lists piece by piece. */
export const importJobs = (awards: Awards): readonly Job[] => [
  {
    name: "record-import.continue",
    run: (actor, payload) => continueImport(actor, { id: Number(payload.id), awards }),
  },
];
