import { act } from "../platform/act.ts";
import { type Day, writeDay, yearOf } from "../platform/day.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { findCluster, lockCluster, savePlaceKept } from "./cluster.store.ts";
import { endedMembers } from "./cluster-history.store.ts";
import { ancestorsOf } from "./scope.store.ts";
import { mayDrawClusters } from "./unit.may.ts";

interface PlaceRequest {
  readonly cluster: number;
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly symbol: string;
  readonly signed: Day;
}

/**
 * A member has ended in mid-year (merged, split) and the unit that follows keeps its place in the year's
 * roster, by a decision. The roster of other years stays; the change stays in the cluster's history.
 */
export const keepPlace = act({
  name: "cluster.keep-place",
  async run(work, request: PlaceRequest): Promise<number | Refusal> {
    await lockCluster(work.tx, request.cluster);
    const cluster = await findCluster(work.tx, request.cluster, work.day);
    if (!cluster) return refuse("no-such-cluster", "Không có cụm thi đua này.");
    const allowed = mayDrawClusters(work.actor, await ancestorsOf(work.tx, cluster.id, work.day));
    if (isRefusal(allowed)) return allowed;
    const ended = await endedMembers(work.tx, cluster.id, request.year, work.day);
    const place = ended.find(({ unit, to }) => unit === request.from && to === request.to);
    if (!place)
      return refuse(
        "no-place-to-keep",
        "Đơn vị này không phải thành viên đã kết thúc của cụm trong năm, hoặc nơi giữ chỗ không phải đơn vị tiếp nhận.",
        { kind: "moved-on" },
      );
    if (place.already)
      return refuse(
        "already-a-member",
        `${place.toName} đã là thành viên của cụm; mỗi đơn vị chỉ có một chỗ. Hãy lập lại thành phần nếu cần.`,
      );
    const symbol = tidy(request.symbol);
    if (!symbol) return refuse("no-symbol", "Hãy ghi số, ký hiệu quyết định.", { field: "symbol" });
    if (request.signed > work.day || yearOf(request.signed) < yearOf(place.on) - 1)
      return refuse(
        "signed-on-another-day",
        `Ngày ký ${writeDay(request.signed)} không hợp lý với ngày thay đổi ${writeDay(place.on)}.`,
        { field: "signed" },
      );
    await savePlaceKept(work.tx, { ...request, symbol, on: place.on }, work.actor, work.at);
    work.record("cluster.place-kept", cluster.id, { ...request, symbol, on: place.on });
    return cluster.id;
  },
});
