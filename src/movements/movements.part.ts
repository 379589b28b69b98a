import type { StagePart } from "../web/part.ts";
import { movementInvariants } from "./invariants.store.ts";
import { movementJobs } from "./movement.jobs.ts";
import { movementOffers } from "./movement.offers.ts";
import { movementPages } from "./movement.pages.tsx";

/** Movements: launches written here or brought in, their life, their papers. */
export const movements: StagePart = {
  stage: "movements",
  pages: movementPages,
  jobs: () => movementJobs,
  offers: movementOffers,
  invariants: movementInvariants,
  rail: { href: "/phong-trao", label: "Phong trào", group: "year" },
};
