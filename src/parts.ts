import { ballots } from "./ballots/ballots.part.ts";
import { clusters } from "./clusters/clusters.part.ts";
import { councils } from "./councils/councils.part.ts";
import { desk } from "./desk/desk.part.ts";
import { eligibility } from "./eligibility/eligibility.part.ts";
import { catalogue } from "./law/catalogue.ts";
import { law } from "./law/law.part.ts";
import { monitoring } from "./monitoring/monitoring.part.ts";
import { movements } from "./movements/movements.part.ts";
import { org } from "./org/org.part.ts";
import { pledges } from "./pledges/pledges.part.ts";
import { portal } from "./portal/portal.part.ts";
import { recordsPart } from "./records/records.part.ts";
import { registrations } from "./registrations/registrations.part.ts";
import { reviews } from "./reviews/reviews.part.ts";
import type { StagePart } from "./web/part.ts";

/** The stages that stand, in the order of the law. */
export const parts: readonly StagePart[] = [
  org,
  recordsPart(catalogue),
  law,
  movements,
  pledges,
  registrations,
  eligibility,
  monitoring,
  reviews,
  ballots,
  clusters,
  councils,
  portal,
  desk,
];

/** The left rail goes through the year's work first, then through what all of it shares. */
export const railOrder: readonly string[] = [
  "desk",
  "movements",
  "pledges",
  "registrations",
  "monitoring",
  "reviews",
  "clusters",
  "councils",
  "eligibility",
  "records",
  "portal",
  "org",
  "law",
];
