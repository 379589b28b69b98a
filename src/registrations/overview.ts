import type { Day, Instant } from "../platform/day.ts";
import { type Deadline, isLate, lastDayInTime } from "../platform/deadline.ts";
import type { Channel, RegistrationState } from "./registration.ts";

/** A unit that owes its registration to a body, and where it stands with it. */
export interface Owing {
  readonly unit: number;
  readonly unitName: string;
  readonly unitCode: string;
  readonly clusters: readonly number[];
  readonly deadline: Deadline | null;
  /** The movement's deadline that binds the unit, before any extension. */
  readonly boundBy: number | null;
  readonly registration: OwedRegistration | null;
  /** Last day on which the unit was reminded. */
  readonly remindedOn: Day | null;
}

export interface OwedRegistration {
  readonly id: number;
  readonly state: RegistrationState;
  readonly submittedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: Channel | null;
  readonly lineCount: number;
}

/** Where a unit stands, as the standing body sees it at once. */
export type Standing = "accepted" | "sent" | "sent-late" | "returned" | "drafting" | "not-begun";

export const standingNames: Readonly<Record<Standing, string>> = {
  accepted: "Đã tiếp nhận",
  sent: "Đã gửi đúng hạn",
  "sent-late": "Đã gửi muộn",
  returned: "Đã trả lại, chờ gửi lại",
  drafting: "Đang soạn",
  "not-begun": "Chưa bắt đầu",
};

export const isStanding = (text: string): text is Standing => text in standingNames;

export function standingOf({ registration }: Pick<Owing, "registration">): Standing {
  switch (registration?.state) {
    case undefined:
      return "not-begun";
    case "accepted":
      return "accepted";
    case "submitted":
      return registration?.late ? "sent-late" : "sent";
    case "returned":
      return "returned";
    default:
      return "drafting";
  }
}

/** The unit has still to send: it has not begun, is drafting, or has it back. */
export const owes = (owing: Pick<Owing, "registration">): boolean => {
  const standing = standingOf(owing);
  return standing === "not-begun" || standing === "drafting" || standing === "returned";
};

/** It owes and its deadline has passed; nobody is late before a deadline has its day. */
export const isOverdue = (owing: Pick<Owing, "registration" | "deadline">, at: Instant): boolean =>
  owes(owing) && owing.deadline !== null && isLate(owing.deadline, at);

export interface Tally {
  readonly total: number;
  readonly sent: number;
  readonly late: number;
  readonly notBegun: number;
  readonly drafting: number;
  readonly overdue: number;
}

export function tally(owing: readonly Owing[], at: Instant): Tally {
  const standings = owing.map(standingOf);
  const count = (...wanted: Standing[]) => standings.filter((standing) => wanted.includes(standing)).length;
  return {
    total: owing.length,
    sent: count("accepted", "sent", "sent-late"),
    late: owing.filter((one) => !owes(one) && one.registration?.late).length,
    notBegun: count("not-begun"),
    drafting: count("drafting", "returned"),
    overdue: owing.filter((one) => isOverdue(one, at)).length,
  };
}

export interface Cluster {
  readonly id: number;
  readonly name: string;
}

/** Sent of all, cluster by cluster; units of no cluster come last. */
export function tallyByCluster(
  owing: readonly Owing[],
  clusters: readonly Cluster[],
  at: Instant,
): readonly { readonly cluster: Cluster | null; readonly tally: Tally }[] {
  const inClusters = clusters
    .map((cluster) => ({ cluster, members: owing.filter((one) => one.clusters.includes(cluster.id)) }))
    .filter(({ members }) => members.length > 0)
    .map(({ cluster, members }) => ({ cluster, tally: tally(members, at) }));
  const without = owing.filter((one) => !clusters.some((cluster) => one.clusters.includes(cluster.id)));
  return without.length > 0 ? [...inClusters, { cluster: null, tally: tally(without, at) }] : inClusters;
}

/** The deadline with the latest day among those concerned: an extension for all must be later than each. */
export const latestDeadline = (owing: readonly Pick<Owing, "deadline">[]): Deadline | null =>
  owing
    .map(({ deadline }) => deadline)
    .filter((deadline) => deadline !== null)
    .sort((left, right) => ((lastDayInTime(left) ?? "") < (lastDayInTime(right) ?? "") ? 1 : -1))[0] ?? null;
