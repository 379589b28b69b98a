import type { Invariant } from "../platform/invariant.ts";
import { togetherOffer } from "../platform/offers.ts";
import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import { guidancePages } from "./guidance.pages.tsx";
import { questionOffers } from "./question.offers.ts";
import { questionPages } from "./question.pages.tsx";
import { questionsOutOfFold } from "./question.store.ts";

/** All pages of the stage. */
function monitoringPages() {
  const all = pages();
  for (const some of [questionPages(), guidancePages()]) all.route("/", some);
  return all;
}

/** What must be true of the year's following whatever happened. */
const monitoringInvariants: readonly Invariant[] = [
  {
    name: "trạng thái của kiến nghị khớp với diễn biến của nó",
    broken: async (reader) =>
      (await questionsOutOfFold(reader)).map((id) => `Kiến nghị ${id} không khớp với diễn biến của nó.`),
  },
];

export const monitoring: StagePart = {
  stage: "monitoring",
  pages: monitoringPages,
  offers: togetherOffer("monitoring", [questionOffers]),
  invariants: monitoringInvariants,
  rail: { href: "/theo-doi", label: "Theo dõi, đôn đốc", group: "year" },
};
