import { act } from "../platform/act.ts";
import { type Day, firstDayOf, yearOf } from "../platform/day.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { findCluster, leadersOf, lockCluster, saveCluster, saveRoster } from "./cluster.store.ts";
import { type ClusterKind, type ClusterYear, decideClusterYear, leaderTitle } from "./cluster.ts";
import { endPosts, savePost } from "./post.store.ts";
import { type PostKind, plainPost } from "./post.ts";
import { ancestorsOf } from "./scope.store.ts";
import { decideName, type NewName } from "./succession.ts";
import { mayDrawClusters } from "./unit.may.ts";
import { saveNewUnit } from "./unit.store.ts";
import { usualTraits } from "./unit.ts";

interface ClusterRequest extends NewName {
  readonly kind: ClusterKind;
  readonly founder: number;
  readonly outside: boolean;
  readonly from: Day;
}

/** Founds a cluster under the body that leads it. */
export const foundCluster = act({
  name: "cluster.found",
  async run(work, request: ClusterRequest): Promise<number | Refusal> {
    const allowed = mayDrawClusters(work.actor, await ancestorsOf(work.tx, request.founder, work.day));
    if (isRefusal(allowed)) return allowed;
    const naming = decideName(request);
    if (isRefusal(naming)) return naming;
    const id = await saveNewUnit(work.tx, {
      ...{ ...naming, kind: "cluster", traits: usualTraits.cluster, province: null },
      ...{ parent: request.founder, guidedBy: null, from: request.from },
    });
    await saveCluster(work.tx, id, request.kind, request.outside);
    work.record("cluster.founded", id, { name: naming.name, founder: request.founder });
    return id;
  },
});

interface Appointment extends ClusterYear {
  readonly cluster: number;
  /** The first day on which those named lead; within the year. */
  readonly on: Day;
  readonly paper: { readonly symbol: string | null; readonly day: Day | null };
}

/** Draws the roster of a year and appoints its head and deputies; other years stay as they were. */
export const appointClusterYear = act({
  name: "cluster.appoint-year",
  async run(work, request: Appointment): Promise<number | Refusal> {
    await lockCluster(work.tx, request.cluster);
    const cluster = await findCluster(work.tx, request.cluster, work.day);
    if (!cluster) return refuse("no-such-cluster", "Không có cụm thi đua này.");
    const allowed = mayDrawClusters(work.actor, await ancestorsOf(work.tx, cluster.id, work.day));
    if (isRefusal(allowed)) return allowed;
    if (yearOf(request.on) !== request.year)
      return refuse("day-of-another-year", `Ngày bắt đầu phải thuộc năm ${request.year}.`, { field: "on" });
    const year = decideClusterYear(request, cluster.outside);
    if (isRefusal(year)) return year;
    await saveRoster(work.tx, cluster.id, year.year, year.members, request.paper);
    await replaceLeaders(request, year, cluster.kind, work);
    work.record("cluster.year-appointed", cluster.id, {
      ...{ year: year.year, members: year.members, head: year.head?.person ?? null },
      deputies: year.deputies.map((deputy) => deputy.person),
    });
    return cluster.id;
  },
});

async function replaceLeaders(
  request: Appointment,
  year: ClusterYear,
  kind: ClusterKind,
  work: Parameters<Parameters<typeof act>[0]["run"]>[0],
): Promise<void> {
  const named: { person: number; post: PostKind; title: string }[] = [
    ...(year.head
      ? [{ person: year.head.person, post: "cluster-head" as const, title: leaderTitle(kind, "head") }]
      : []),
    ...year.deputies.map((deputy) => ({
      ...{ person: deputy.person, post: "cluster-deputy" as const, title: leaderTitle(kind, "deputy") },
    })),
  ];
  const before = await leadersOf(work.tx, [request.cluster], year.year);
  const stays = (leader: (typeof before)[number]) =>
    named.some((one) => one.person === leader.person && one.post === leader.kind);
  const gone = before.filter((leader) => !stays(leader)).map((leader) => leader.post);
  await endPosts(work.tx, gone, request.on);
  for (const one of named) {
    if (before.some((leader) => leader.person === one.person && leader.kind === one.post)) continue;
    const post = plainPost(
      one.person,
      request.cluster,
      one.post,
      one.title,
      request.on,
      firstDayOf(year.year + 1),
    );
    await savePost(work.tx, { ...post, paperSymbol: request.paper.symbol, paperDay: request.paper.day });
  }
}
