import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import type { Awards } from "./award.ts";
import { factPages } from "./fact.pages.tsx";
import { importJobs } from "./import.jobs.ts";
import { importPages } from "./import.pages.tsx";
import { recordOffers } from "./record.offers.ts";
import { recordPages } from "./record.pages.tsx";

/**
 * Records: what is known of people and units by year. Which awards there are is the law's to say, a later
 * stage, so the composition hands its catalogue in.
 */
export const recordsPart = (awards: Awards): StagePart => ({
  stage: "records",
  pages(gathered) {
    const all = pages();
    // The fixed addresses come before those that end with a kind of fact.
    for (const one of [importPages(awards), recordPages(awards, gathered), factPages(awards)])
      all.route("/", one);
    return all;
  },
  jobs: () => importJobs(awards),
  offers: recordOffers,
  rail: { href: "/ho-so", label: "Hồ sơ thành tích", group: "shared" },
});
