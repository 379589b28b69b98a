import { type Refusal, refuse } from "../platform/refusal.ts";

/**
 * A cluster of emulation (cụm, khối, khu vực thi đua): units that compete and compare within a year.
 * It is founded by a body, redrawn over the years, and led for a year by a head and deputies whose
 * role is independent of their rank.
 */
export type ClusterKind = "CLUSTER" | "BLOC" | "REGION";

export const clusterKindNames: Readonly<Record<ClusterKind, string>> = {
  CLUSTER: "Cụm thi đua",
  BLOC: "Khối thi đua",
  REGION: "Khu vực thi đua",
};

export interface Cluster {
  readonly id: number;
  readonly kind: ClusterKind;
  readonly name: string;
  readonly code: string;
  readonly founder: number | null;
  readonly founderName: string | null;
  /** Led by a body outside the sector, so that the sector only takes part. */
  readonly outside: boolean;
}

export interface ClusterMember {
  readonly unit: number;
  readonly name: string;
  readonly code: string;
}

/** Who leads a cluster in a year; each comes from a member unit. */
export interface ClusterLeader {
  readonly person: number;
  readonly unit: number;
  readonly title: string;
}

export interface ClusterYear {
  readonly year: number;
  readonly members: readonly number[];
  readonly head: ClusterLeader | null;
  readonly deputies: readonly ClusterLeader[];
}

const FEWEST = 2;

/**
 * A roster names at least two different units, and leaders who come from them, each once. Of a cluster led
 * outside the sector only our own part is known, so one unit is enough.
 */
export function decideClusterYear(year: ClusterYear, outside = false): ClusterYear | Refusal {
  const members = [...new Set(year.members)];
  if (outside && members.length === 0)
    return refuse("too-few-members", "Hãy chọn đơn vị của Ngành tham gia.", { field: "members" });
  if (!outside && members.length < FEWEST)
    return refuse("too-few-members", "Một cụm thi đua có ít nhất hai đơn vị thành viên.", {
      field: "members",
    });
  const leaders = year.head ? [year.head, ...year.deputies] : year.deputies;
  if (new Set(leaders.map((leader) => leader.person)).size < leaders.length)
    return refuse("leader-named-twice", "Một người chỉ giữ một vai trò trong cụm của năm.", {
      field: "head",
    });
  const stranger = leaders.find((leader) => !members.includes(leader.unit));
  if (stranger)
    return refuse("leader-from-outside", "Trưởng, Phó Trưởng cụm là người của đơn vị thành viên trong năm.", {
      field: stranger === year.head ? "head" : "deputies",
    });
  return { ...year, members };
}

export const leaderTitle = (kind: ClusterKind, rank: "head" | "deputy"): string => {
  const what = { CLUSTER: "Cụm", BLOC: "Khối", REGION: "Khu vực" }[kind];
  return rank === "head" ? `Trưởng ${what}` : `Phó Trưởng ${what}`;
};
