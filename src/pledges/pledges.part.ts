import type { Invariant } from "../platform/invariant.ts";
import { pages } from "../web/http.ts";
import type { Gathered, StagePart } from "../web/part.ts";
import { checkPages } from "./check.pages.tsx";
import { comparisonPages } from "./comparison.pages.tsx";
import { conferencePages } from "./conference.pages.tsx";
import { listPages } from "./list.pages.tsx";
import { overviewPages } from "./overview.pages.tsx";
import { paperPages } from "./paper.pages.tsx";
import { planPages } from "./plan.pages.tsx";
import { pledgeOffers } from "./pledge.offers.ts";
import { pledgesOutOfFold } from "./pledge.store.ts";
import { sendingPages } from "./sending.pages.tsx";
import { signingPages } from "./signing.pages.tsx";
import { taskPages } from "./task.pages.tsx";
import { textPages } from "./text.pages.tsx";

/** All pages of the stage. */
export function pledgePages(gathered: Gathered) {
  const all = pages();
  for (const some of [
    listPages(),
    checkPages(),
    sendingPages(gathered),
    conferencePages(),
    planPages(),
    textPages(gathered),
    signingPages(),
    paperPages(),
    taskPages(),
    comparisonPages(gathered),
    overviewPages(),
  ])
    all.route("/", some);
  return all;
}

/** What must be true of pledges whatever happened. */
const pledgeInvariants: readonly Invariant[] = [
  {
    name: "trạng thái của giao ước khớp với các sự kiện của nó",
    broken: async (reader) =>
      (await pledgesOutOfFold(reader)).map((id) => `Giao ước ${id} không khớp với các sự kiện của nó.`),
  },
];

export const pledges: StagePart = {
  stage: "pledges",
  pages: pledgePages,
  offers: pledgeOffers,
  invariants: pledgeInvariants,
  rail: { href: "/giao-uoc", label: "Giao ước", group: "year" },
};
