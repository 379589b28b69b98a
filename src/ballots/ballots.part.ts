import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import { ballotPages } from "./ballot.pages.tsx";
import { ballotsJobs } from "./ballots.jobs.ts";
import { ballotsOffers } from "./ballots.offers.ts";
import { ballotsInvariants } from "./invariants.store.ts";
import { papersPages } from "./papers.pages.tsx";
import { resultPages } from "./result.pages.tsx";
import { teamPages } from "./team.pages.tsx";

/** All pages of votes; reached from the meetings that hold them, so they stand in no rail. */
export function votingPages() {
  const all = pages();
  for (const some of [papersPages(), resultPages(), teamPages(), ballotPages()]) all.route("/", some);
  return all;
}

/** Sealed votes and their count, lent to clusters and councils. */
export const ballots: StagePart = {
  stage: "ballots",
  pages: votingPages,
  jobs: () => ballotsJobs,
  offers: ballotsOffers,
  invariants: ballotsInvariants,
};
