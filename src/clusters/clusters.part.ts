import type { Invariant } from "../platform/invariant.ts";
import { pages } from "../web/http.ts";
import type { Gathered, StagePart } from "../web/part.ts";
import { clusterJobs } from "./clusters.jobs.ts";
import { clusterOffers } from "./clusters.offers.ts";
import { criterionPages } from "./criterion.pages.tsx";
import { evidencePages } from "./evidence.pages.tsx";
import { gridPages } from "./grid.pages.tsx";
import { sheetsNotAsReckoned, sheetsOutOfFold, yearsHalfPublished } from "./invariants.store.ts";
import { opinionPages } from "./opinion.pages.tsx";
import { previewPages } from "./preview.pages.tsx";
import { resultPages } from "./results.pages.tsx";
import { scoringYearPages } from "./scoring-year.pages.tsx";
import { sheetPages } from "./sheet.pages.tsx";
import { tablePages } from "./table.pages.tsx";
import { votePages } from "./vote.pages.tsx";

/** All pages of the stage. */
export function clusterPages(gathered: Gathered) {
  const all = pages();
  for (const some of [
    criterionPages(),
    previewPages(),
    tablePages(),
    opinionPages(),
    evidencePages(),
    gridPages(gathered),
    sheetPages(gathered),
    resultPages(),
    votePages(),
    scoringYearPages(),
  ])
    all.route("/", some);
  return all;
}

/** What must be true of scoring whatever happened. */
const clusterInvariants: readonly Invariant[] = [
  {
    name: "điểm và tổng điểm của phiếu đúng như bảng tiêu chí tính ra",
    broken: async (reader) =>
      (await sheetsNotAsReckoned(reader)).map(
        (id) => `Phiếu chấm điểm ${id} có điểm khác cách tính của bảng.`,
      ),
  },
  {
    name: "trạng thái của phiếu chấm điểm khớp với các sự kiện của nó",
    broken: async (reader) =>
      (await sheetsOutOfFold(reader)).map((id) => `Phiếu chấm điểm ${id} không khớp với các sự kiện của nó.`),
  },
  {
    name: "năm chấm điểm đã công bố có kết quả, chưa công bố thì không",
    broken: async (reader) =>
      (await yearsHalfPublished(reader)).map((id) => `Năm chấm điểm ${id} công bố dở dang.`),
  },
];

export const clusters: StagePart = {
  stage: "clusters",
  pages: clusterPages,
  jobs: () => clusterJobs,
  offers: clusterOffers,
  invariants: clusterInvariants,
  rail: { href: "/cum-thi-dua", label: "Cụm thi đua", group: "year" },
};
