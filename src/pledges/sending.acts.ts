import { findCluster } from "../org/cluster.store.ts";
import { act } from "../platform/act.ts";
import { type Day, lastDayOf } from "../platform/day.ts";
import { isRefusal, mayNot, type Refusal, refuse } from "../platform/refusal.ts";
import { deadlineOf } from "./deadline.store.ts";
import { loadFor, scanOf } from "./loading.acts.ts";
import { plansOf } from "./plan.store.ts";
import { beginPledge } from "./pledge.acts.ts";
import { mayReceive, mayRun } from "./pledge.may.ts";
import { findPledgeOf, loadPledge, savePledgeEvent } from "./pledge.store.ts";
import { type Channel, decideAcceptance, decideReturn, decideSending, type TallyLine } from "./pledge.ts";
import { tellCluster, tellStanding } from "./telling.acts.ts";

interface SendingInput {
  readonly pledgeId: number;
  /** What the offers told of the members' registered titles when the page was drawn. */
  readonly tally: readonly TallyLine[];
  readonly lateReason: string;
  readonly remarks: string | null;
}

/** The cluster sends its adopted plan and the tally of registered titles to the standing body. */
export const sendToStanding = act({
  name: "pledge.send",
  async run(work, input: SendingInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const [plan] = await plansOf(work.tx, pledge.id);
    const facts = {
      deadline: await deadlineOf(work.tx, pledge),
      today: work.day,
      planVersion: plan?.number ?? null,
      tally: input.tally,
    };
    const event = decideSending(pledge, facts, {
      ...{ at: work.at, channel: "online", receivedOn: null, scan: null },
      ...{ lateReason: input.lateReason, remarks: input.remarks },
    });
    if (isRefusal(event)) return event;
    await savePledgeEvent(work.tx, pledge, event, work.actor);
    work.record("pledge.sent", pledge.id, { late: event.late });
    const sentence = `${pledge.clusterName} gửi kế hoạch thi đua năm ${pledge.year} và tổng hợp đăng ký${event.late ? ", sau hạn" : ""}.`;
    await tellStanding(work, pledge, sentence);
    return pledge.id;
  },
});

interface ReceiptInput {
  readonly cluster: number;
  readonly year: number;
  readonly channel: Exclude<Channel, "online">;
  readonly receivedOn: Day;
  readonly lateReason: string;
  readonly remarks: string | null;
  /** Token of the staged scan, when there is one. */
  readonly scan: string | null;
  readonly tally: readonly TallyLine[];
}

/** The standing officer enters what a cluster sent on paper; its day of receipt decides whether it is late. */
export const receiveOnPaper = act({
  name: "pledge.receive-paper",
  async run(work, input: ReceiptInput): Promise<number | Refusal> {
    const found = await findCluster(work.tx, input.cluster, lastDayOf(input.year));
    if (!found) return refuse("no-such-cluster", "Hãy chọn cụm thi đua.", { field: "cluster" });
    const id =
      (await findPledgeOf(work.tx, found.id, input.year)) ?? (await beginPledge(work, found, input.year));
    const pledge = (await loadPledge(work.tx, id, work.day))!;
    if (isRefusal(mayReceive(work.actor, pledge)))
      return mayNot("lacks-post", "Việc này dành cho Thường trực của cơ quan thành lập cụm.");
    const scan = input.scan === null ? null : await scanOf(work, input.scan);
    if (isRefusal(scan)) return scan;
    const facts = {
      deadline: await deadlineOf(work.tx, pledge),
      today: work.day,
      planVersion: null,
      tally: input.tally,
    };
    const event = decideSending(pledge, facts, { ...input, at: work.at, scan });
    if (isRefusal(event)) return event;
    await savePledgeEvent(work.tx, pledge, event, work.actor);
    work.record("pledge.received", id, {
      channel: input.channel,
      receivedOn: input.receivedOn,
      late: event.late,
    });
    return id;
  },
});

/** The standing body sends it back with a reason. */
export const returnToCluster = act({
  name: "pledge.return",
  async run(work, input: { pledgeId: number; version: number; reason: string }): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayReceive(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const event = decideReturn(pledge, input.version, input.reason, work.at);
    if (isRefusal(event)) return event;
    await savePledgeEvent(work.tx, pledge, event, work.actor);
    work.record("pledge.returned", pledge.id, { reason: input.reason });
    const sentence = `${pledge.receiverName} trả lại kế hoạch thi đua năm ${pledge.year} của ${pledge.clusterName}: ${input.reason}`;
    await tellCluster(work, pledge, sentence, "");
    return pledge.id;
  },
});

/** The standing body takes it in. */
export const acceptFromCluster = act({
  name: "pledge.accept",
  async run(
    work,
    input: { pledgeId: number; version: number; remarks: string | null },
  ): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayReceive(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const event = decideAcceptance(pledge, input.version, input.remarks, work.at);
    if (isRefusal(event)) return event;
    await savePledgeEvent(work.tx, pledge, event, work.actor);
    work.record("pledge.accepted", pledge.id);
    const sentence = `${pledge.receiverName} đã tiếp nhận kế hoạch thi đua năm ${pledge.year} của ${pledge.clusterName}.`;
    await tellCluster(work, pledge, sentence, "");
    return pledge.id;
  },
});
