import { pages } from "../web/http.ts";
import type { StagePart } from "../web/part.ts";
import { accountPages } from "./account.pages.tsx";
import { clusterPages } from "./cluster.pages.tsx";
import { clusterChangePages } from "./cluster-change.pages.tsx";
import { clusterRecordPages } from "./cluster-record.pages.tsx";
import { orgInvariants } from "./invariants.store.ts";
import { mergerPages } from "./merger.pages.tsx";
import { orgOffers } from "./org.offers.ts";
import { personPages } from "./person.pages.tsx";
import { postPages } from "./post.pages.tsx";
import { rosterPages } from "./roster.pages.tsx";
import { unitPages } from "./unit.pages.tsx";
import { unitChangePages } from "./unit-change.pages.tsx";

/** Organisation: units, people and posts over time, clusters, and the lists they come from. */
export const org: StagePart = {
  stage: "org",
  pages(gathered) {
    const all = pages();
    for (const one of [
      unitPages(gathered),
      unitChangePages(),
      mergerPages(gathered),
      personPages(gathered),
      accountPages(),
      postPages(),
      clusterPages(gathered),
      clusterChangePages(),
      clusterRecordPages(),
      rosterPages(),
    ])
      all.route("/", one);
    return all;
  },
  offers: orgOffers,
  invariants: orgInvariants,
  rail: { href: "/to-chuc", label: "Tổ chức", group: "shared" },
};
