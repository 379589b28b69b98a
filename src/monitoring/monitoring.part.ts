import type { Invariant } from "../platform/invariant.ts";
import { togetherOffer } from "../platform/offers.ts";
import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import { checkOffers } from "./check.offers.ts";
import { checkPages } from "./check.pages.tsx";
import { costOffers } from "./cost.offers.ts";
import { costPages } from "./cost.pages.tsx";
import { findingsOutOfFold } from "./finding.store.ts";
import { guidancePages } from "./guidance.pages.tsx";
import { questionOffers } from "./question.offers.ts";
import { questionPages } from "./question.pages.tsx";
import { questionsOutOfFold } from "./question.store.ts";
import { sharePages } from "./share.pages.tsx";
import { targetJobs } from "./target.jobs.ts";
import { targetOffers } from "./target.offers.ts";
import { targetPages } from "./target.pages.tsx";
import { targetsOutOfOrder, valuesOutOfPlace } from "./target-invariants.store.ts";
import { targetListPages } from "./target-list.pages.tsx";
import { targetSettingPages } from "./target-setting.pages.tsx";
import { valuePages } from "./value.pages.tsx";
import { valueImportPages } from "./value-import.pages.tsx";
import { visitPages } from "./visit.pages.tsx";

/** All pages of the stage. */
function monitoringPages() {
  const all = pages();
  for (const some of [
    targetListPages(),
    targetSettingPages(),
    targetPages(),
    sharePages(),
    valuePages(),
    valueImportPages(),
    questionPages(),
    guidancePages(),
    checkPages(),
    visitPages(),
    costPages(),
  ])
    all.route("/", some);
  return all;
}

/** What must be true of the year's following whatever happened. */
const monitoringInvariants: readonly Invariant[] = [
  {
    name: "mỗi chỉ tiêu có một phần chung của đơn vị chủ trì, phần chia không lẫn sang chỉ tiêu khác",
    broken: async (reader) =>
      (await targetsOutOfOrder(reader)).map((id) => `Chỉ tiêu ${id} không có phần chung hợp lệ.`),
  },
  {
    name: "số liệu sửa đứng cạnh số liệu cũ của cùng đơn vị và cùng kỳ",
    broken: async (reader) =>
      (await valuesOutOfPlace(reader)).map((id) => `Số liệu ${id} sửa một số liệu của kỳ hoặc đơn vị khác.`),
  },
  {
    name: "trạng thái của kiến nghị khớp với diễn biến của nó",
    broken: async (reader) =>
      (await questionsOutOfFold(reader)).map((id) => `Kiến nghị ${id} không khớp với diễn biến của nó.`),
  },
  {
    name: "trạng thái của phát hiện kiểm tra khớp với các bước khắc phục",
    broken: async (reader) =>
      (await findingsOutOfFold(reader)).map((id) => `Phát hiện ${id} không khớp với các bước khắc phục.`),
  },
];

export const monitoring: StagePart = {
  stage: "monitoring",
  pages: monitoringPages,
  jobs: () => targetJobs,
  offers: togetherOffer("monitoring", [targetOffers, questionOffers, checkOffers, costOffers]),
  invariants: monitoringInvariants,
  rail: { href: "/theo-doi", label: "Theo dõi, đôn đốc", group: "year" },
};
