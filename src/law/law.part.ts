import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import { awardPages } from "./award.pages.tsx";
import { lawInvariants } from "./invariants.store.ts";
import { lawOffers } from "./law.offers.ts";
import { lawPages } from "./law.pages.tsx";
import { libraryPages } from "./library.pages.tsx";
import { numberPages } from "./number.pages.tsx";
import { trialPages } from "./trial.pages.tsx";

/** The law: instruments, awards, what is asked, numbers, the library, and a page to try a case on. */
export const law: StagePart = {
  stage: "law",
  pages() {
    const all = pages();
    for (const one of [lawPages(), awardPages(), numberPages(), libraryPages(), trialPages()])
      all.route("/", one);
    return all;
  },
  offers: lawOffers,
  invariants: lawInvariants,
  rail: { href: "/phap-luat", label: "Pháp luật", group: "shared" },
};
