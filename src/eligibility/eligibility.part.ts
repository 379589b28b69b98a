import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import { eligibilityOffers } from "./eligibility.offers.ts";
import { entryPages } from "./entry.pages.tsx";
import { pathwayPages } from "./pathway.pages.tsx";
import { sweepJobs } from "./sweep.jobs.ts";
import { sweepPages } from "./sweep.pages.tsx";

/** Eligibility: what people and units qualify for, their pathway, and the sweep over everybody. */
export const eligibility: StagePart = {
  stage: "eligibility",
  pages() {
    const all = pages();
    for (const one of [entryPages(), sweepPages(), pathwayPages()]) all.route("/", one);
    return all;
  },
  jobs: () => sweepJobs,
  offers: eligibilityOffers,
  rail: { href: "/dieu-kien", label: "Điều kiện, lộ trình", group: "year" },
};
