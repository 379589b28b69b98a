/**
 * The stages of the work in the order the law runs them: navigation, map for newcomers and import law.
 * A stage may import only the stages before it.
 */
export const stages = [
  "org",
  "records",
  "law",
  "movements",
  "pledges",
  "registrations",
  "eligibility",
  "monitoring",
  "reviews",
  "ballots",
  "clusters",
  "nominations",
  "councils",
  "decisions",
  "honours",
  "exemplars",
  "portal",
  "statistics",
  "desk",
] as const;

export type Stage = (typeof stages)[number];
