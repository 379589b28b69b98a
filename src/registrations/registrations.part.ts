import type { Invariant } from "../platform/invariant.ts";
import { pages } from "../web/http.ts";
import type { Gathered, StagePart } from "../web/part.ts";
import { acceptingPages } from "./accepting.pages.tsx";
import { linePages } from "./line.pages.tsx";
import { lineImportPages } from "./line-import.pages.tsx";
import { listPages } from "./list.pages.tsx";
import { overviewPages } from "./overview.pages.tsx";
import { paperPages } from "./paper.pages.tsx";
import { proposalPages } from "./proposal.pages.tsx";
import { receiptPages } from "./receipt.pages.tsx";
import { registrationJobs } from "./registration.jobs.ts";
import { registrationOffers } from "./registration.offers.ts";
import { registrationPage } from "./registration.pages.tsx";
import { registrationsOutOfFold } from "./registration.store.ts";
import { targetPages } from "./target.pages.tsx";

/** All pages of the stage. */
export function registrationPages(_gathered: Gathered) {
  const all = pages();
  for (const some of [
    listPages(),
    acceptingPages(),
    receiptPages(),
    overviewPages(),
    lineImportPages(),
    proposalPages(),
    linePages(),
    targetPages(),
    paperPages(),
    registrationPage(),
  ])
    all.route("/", some);
  return all;
}

/** What must be true of registrations whatever happened. */
const registrationInvariants: readonly Invariant[] = [
  {
    name: "trạng thái và số dòng của đăng ký khớp với các sự kiện của nó",
    broken: async (reader) =>
      (await registrationsOutOfFold(reader)).map((id) => `Đăng ký ${id} không khớp với các sự kiện của nó.`),
  },
];

export const registrations: StagePart = {
  stage: "registrations",
  pages: registrationPages,
  jobs: () => registrationJobs,
  offers: registrationOffers,
  invariants: registrationInvariants,
  rail: { href: "/dang-ky", label: "Đăng ký", group: "year" },
};
