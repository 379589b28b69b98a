import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import { orgOffers } from "./org.offers.ts";

/** Organisation: units, people and posts over time, clusters, and the lists they come from. */
export const org: StagePart = {
  stage: "org",
  pages: () => pages(),
  offers: orgOffers,
  rail: { href: "/to-chuc", label: "Tổ chức", group: "shared" },
};
