import { pages } from "../web/http.ts";
import type { Gathered, StagePart } from "../web/part.ts";
import { criterionPages } from "./criterion.pages.tsx";
import { scoringYearPages } from "./scoring-year.pages.tsx";
import { tablePages } from "./table.pages.tsx";

/** All pages of the stage. */
export function clusterPages(_gathered: Gathered) {
  const all = pages();
  for (const some of [criterionPages(), tablePages(), scoringYearPages()]) all.route("/", some);
  return all;
}

export const clusters: StagePart = {
  stage: "clusters",
  pages: clusterPages,
  rail: { href: "/cum-thi-dua", label: "Cụm thi đua", group: "year" },
};
