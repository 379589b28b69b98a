import type { Figure, Offers } from "../platform/offers.ts";
import { costsOf } from "./cost.store.ts";
import { savedOf } from "./cost.ts";

const HOME = "/theo-doi/chi-phi";

/** Costs as figures for reviews; where nothing was recorded they are not known, which is not zero. */
export const costOffers: Offers = {
  stage: "monitoring",
  figures: async (reader, question): Promise<Figure[]> => {
    const sum = await costsOf(reader, question);
    const href = question.movement === null ? HOME : `${HOME}?phong-trao=${question.movement}`;
    const figure = (what: string, label: string, value: number | null): Figure => ({
      code: `costs.${what}`,
      label,
      value: sum.entries === 0 ? null : value,
      measure: "đồng",
      href,
    });
    return [
      figure("spent", "Kinh phí đã chi cho phong trào", sum.spent),
      figure("saved", "Tiết kiệm so với dự kiến", savedOf(sum)),
    ];
  },
};
