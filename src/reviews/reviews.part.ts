import type { Invariant } from "../platform/invariant.ts";
import { pages } from "../web/http.ts";
import type { Gathered, StagePart } from "../web/part.ts";
import { documentPages } from "./document.pages.tsx";
import { gatherPages } from "./gather.pages.tsx";
import { listPages } from "./list.pages.tsx";
import { receiptPages } from "./receipt.pages.tsx";
import { reviewJobs } from "./review.jobs.ts";
import { reviewOffers } from "./review.offers.ts";
import { reviewPage } from "./review.pages.tsx";
import { reviewsOutOfFold, reviewsSignedByNobody } from "./review.store.ts";
import { startPages } from "./start.pages.tsx";
import { templatePages } from "./template.pages.tsx";
import { writingPages } from "./writing.pages.tsx";

/** All pages of the stage. */
export function reviewPages(gathered: Gathered) {
  const all = pages();
  for (const some of [
    listPages(),
    startPages(),
    templatePages(),
    receiptPages(gathered),
    writingPages(gathered),
    gatherPages(),
    documentPages(gathered),
    reviewPage(gathered),
  ])
    all.route("/", some);
  return all;
}

/** What must be true of reviews whatever happened. */
const reviewInvariants: readonly Invariant[] = [
  {
    name: "trạng thái của báo cáo sơ kết, tổng kết khớp với các sự kiện của nó",
    broken: async (reader) =>
      (await reviewsOutOfFold(reader)).map((id) => `Báo cáo ${id} không khớp với các sự kiện của nó.`),
  },
  {
    name: "báo cáo gửi trên hệ thống có người ký",
    broken: async (reader) =>
      (await reviewsSignedByNobody(reader)).map((id) => `Báo cáo ${id} đã gửi mà không ghi người ký.`),
  },
];

export const reviews: StagePart = {
  stage: "reviews",
  pages: reviewPages,
  jobs: reviewJobs,
  offers: reviewOffers,
  invariants: reviewInvariants,
  rail: { href: "/so-ket-tong-ket", label: "Sơ kết, tổng kết", group: "year" },
};
