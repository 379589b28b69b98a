import { actsWithin, countingPosts, standsIn } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";

/** A unit or a cluster whose year is asked for, with what rights on it are decided by. */
export interface YearSubject {
  readonly noun: "unit" | "cluster";
  readonly id: number;
  /** The unit and all above it. */
  readonly within: readonly number[];
  /** A unit's clusters of that year. */
  readonly clusters: readonly number[];
  /** A cluster's member units of that year. */
  readonly members: readonly number[];
  /** Bodies for which the reader stands as standing officer. */
  readonly stands: readonly number[];
}

/** Its own people, the standing bodies above, its cluster's head, members of the cluster, inspectors. */
export const maySeeYear = (actor: Actor, subject: YearSubject): Permit | Refusal => {
  const leads = countingPosts(actor).find(
    ({ kind, unit }) =>
      (kind === "cluster-head" || kind === "cluster-deputy") &&
      (unit === subject.id || subject.clusters.includes(unit)),
  );
  return any(
    subject.stands.some((body) => subject.within.includes(body))
      ? permit("stands above it")
      : mayNot("not-above", "Không phải Thường trực của cấp trên."),
    leads ? permit(`${leads.title}, ${leads.unitName}`) : mayNot("not-head", "Không phải Trưởng cụm."),
    actsWithin(actor, "inspector", subject.within),
    ...subject.members.map((member) => standsIn(actor, member)),
    standsIn(actor, subject.id),
  );
};
