import { findCluster } from "../org/cluster.store.ts";
import { act, type Work } from "../platform/act.ts";
import { lastDayOf } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { attendanceOf, saveAttendance } from "./attendance.store.ts";
import { type Attendance, attending, decideAttendance } from "./attendance.ts";
import { parentMovementOf } from "./deadline.store.ts";
import { loadFor } from "./loading.acts.ts";
import { commentsOf, plansOf } from "./plan.store.ts";
import { mayRun } from "./pledge.may.ts";
import { findPledgeOf, saveConference, saveNewPledge, savePledgeEvent, touchPledge } from "./pledge.store.ts";
import {
  type Conference,
  decideAdoption,
  decideOpening,
  type Hands,
  planIsOpen,
  refuseStale,
} from "./pledge.ts";
import { rosterMembers } from "./roster.store.ts";
import { tellMembers } from "./telling.acts.ts";

/** Begins a cluster's year, unless it was begun; answers the pledge's id. */
export const startPledge = act({
  name: "pledge.start",
  async run(work, { cluster, year }: { cluster: number; year: number }): Promise<number | Refusal> {
    const found = await findCluster(work.tx, cluster, lastDayOf(year));
    const members = await rosterMembers(work.tx, cluster, year);
    if (!found || members.length === 0)
      return refuse("no-roster", `Cụm chưa có thành phần năm ${year}; hãy lập thành phần cụm trước.`);
    const allowed = mayRun(work.actor, { cluster, outside: found.outside, members });
    if (isRefusal(allowed)) return allowed;
    const before = await findPledgeOf(work.tx, cluster, year);
    return before ?? beginPledge(work, found, year);
  },
});

/** Writes the first row of a cluster's year. Whoever calls has checked the right. */
export async function beginPledge(
  work: Work,
  cluster: { readonly id: number; readonly name: string; readonly founder: number | null },
  year: number,
): Promise<number> {
  const movement = await parentMovementOf(work.tx, cluster.founder, year);
  const id = await saveNewPledge(
    work.tx,
    { cluster: cluster.id, clusterName: cluster.name, receiver: cluster.founder, year, movement },
    work.at,
  );
  work.record("pledge.started", id, { cluster: cluster.id, year });
  return id;
}

interface ConferenceInput {
  readonly pledgeId: number;
  readonly version: number;
  readonly conference: Conference;
}

/** Writes down the conference: when, where, what about, who is asked, what was said. */
export const writeConference = act({
  name: "pledge.write-conference",
  async run(work, input: ConferenceInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const stale = refuseStale(pledge.version, input.version);
    if (stale) return stale;
    await saveConference(work.tx, pledge.id, input.conference, work.at);
    work.record("pledge.conference-written", pledge.id, { heldOn: input.conference.heldOn });
    return pledge.id;
  },
});

/** Who came: written anew as a whole, until the plan is adopted. */
export const recordAttendance = act({
  name: "pledge.record-attendance",
  async run(
    work,
    input: { pledgeId: number; version: number; list: readonly Attendance[] },
  ): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    if (!planIsOpen(pledge.state))
      return movedOn(
        "already-adopted",
        "Kế hoạch đã thông qua nên thành phần dự hội nghị không sửa được nữa.",
      );
    const stale = refuseStale(pledge.version, input.version);
    if (stale) return stale;
    const list = decideAttendance(pledge.members, input.list);
    if (isRefusal(list)) return list;
    await saveAttendance(work.tx, pledge.id, list);
    await touchPledge(work.tx, pledge.id, work.at);
    work.record("pledge.attendance-recorded", pledge.id, { attending: attending(list) });
    return pledge.id;
  },
});

/** Sends the draft to the members for comments. */
export const openForComments = act({
  name: "pledge.open-for-comments",
  async run(work, { pledgeId }: { pledgeId: number }): Promise<number | Refusal> {
    const pledge = await loadFor(work, pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const [plan] = await plansOf(work.tx, pledge.id);
    const event = decideOpening(pledge, plan?.sections.length ?? 0, work.at);
    if (isRefusal(event)) return event;
    await savePledgeEvent(work.tx, pledge, event, work.actor);
    work.record("pledge.opened-for-comments", pledge.id);
    const sentence = `${pledge.clusterName} lấy ý kiến về dự thảo kế hoạch thi đua năm ${pledge.year}.`;
    await tellMembers(work, pledge, sentence, "/ke-hoach");
    return pledge.id;
  },
});

/** The conference adopts the plan by show of hands. */
export const adoptPlan = act({
  name: "pledge.adopt",
  async run(work, input: { pledgeId: number; version: number; hands: Hands }): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const comments = await commentsOf(work.tx, pledge.id);
    const facts = {
      version: input.version,
      today: work.day,
      unanswered: comments.filter(({ verdict }) => verdict === null).length,
      attending: attending(await attendanceOf(work.tx, pledge.id)),
    };
    const event = decideAdoption(pledge, facts, input.hands, work.at);
    if (isRefusal(event)) return event;
    await savePledgeEvent(work.tx, pledge, event, work.actor);
    const { inFavour, against, abstained } = event;
    work.record("pledge.adopted", pledge.id, { inFavour, against, abstained });
    const sentence = `${pledge.clusterName} đã thông qua kế hoạch thi đua năm ${pledge.year}; đề nghị ghi cam kết của đơn vị vào giao ước.`;
    await tellMembers(work, pledge, sentence, "/van-ban");
    return pledge.id;
  },
});
