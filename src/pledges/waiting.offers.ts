import type { Actor } from "../platform/actor.ts";
import { yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { AwaitedItem, WaitingItem } from "../platform/offers.ts";
import { type Standing, standingsSeen, tasksWaiting } from "./offers.store.ts";
import { signingPost } from "./pledge.may.ts";
import { type PledgeReach, pledgeReachOf } from "./pledge-reach.store.ts";
import { signingDeadline } from "./signing-deadline.ts";
import { deadlineOfTask } from "./task.ts";

/** What waits for this person: to draft, to answer, to promise, to sign, to report, to take in. */
export async function pledgesWaiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const reach = await pledgeReachOf(reader, actor);
  if (seesNothing(reach)) return [];
  const [pledges, tasks] = await Promise.all([
    standingsSeen(reader, reach, yearOf(actor.day)),
    reach.writes.length > 0 ? tasksWaiting(reader, reach.writes) : [],
  ]);
  return [
    ...pledges.flatMap((pledge) => [
      ...ofLeaders(pledge),
      ...ofMembers(pledge, reach, actor),
      ...ofReceiver(pledge, reach),
    ]),
    ...tasks.map((task) => ({
      title: "Báo cáo kết quả nhiệm vụ theo chỉ đạo",
      note: `${task.words} · ${task.unitName}`,
      from: task.directedBy,
      href: `/giao-uoc/${task.pledge}/chi-dao/${task.id}`,
      deadline: deadlineOfTask(task),
    })),
  ];
}

const seesNothing = ({ leads, receives, writes }: PledgeReach): boolean =>
  leads.length + receives.length + writes.length === 0;

function ofLeaders(pledge: Standing): WaitingItem[] {
  if (!pledge.runs) return [];
  const base = `/giao-uoc/${pledge.id}`;
  const item = (title: string, path: string): WaitingItem => ({
    ...{
      title,
      note: null,
      from: `${pledge.clusterName}, năm ${pledge.year}`,
      href: `${base}${path}`,
      deadline: null,
    },
  });
  const items: (WaitingItem | false)[] = [
    pledge.state === "drafting" && item("Soạn, gửi lấy ý kiến kế hoạch của cụm", "/ke-hoach"),
    pledge.state === "in-comment" &&
      (pledge.unanswered > 0
        ? item(`Trả lời ${pledge.unanswered} góp ý về kế hoạch của cụm`, "/ke-hoach")
        : item("Họp hội nghị, ghi kết quả thông qua kế hoạch", "/hoi-nghi")),
    pledge.state === "adopted" &&
      pledge.silent.length === 0 &&
      item("Chốt văn bản, mở ký giao ước", "/mo-ky"),
    pledge.state === "signing" &&
      pledge.signed.length === pledge.members.length &&
      item("Ký số, phát hành giao ước", "/phat-hanh"),
    pledge.state !== "drafting" &&
      pledge.state !== "in-comment" &&
      (pledge.sentState === null || pledge.sentState === "returned") &&
      item(
        pledge.sentState === "returned"
          ? "Sửa và gửi lại kế hoạch của cụm"
          : "Gửi kế hoạch và tổng hợp đăng ký của cụm",
        "/gui",
      ),
    pledge.reported > 0 && item(`Xem xét kết quả ${pledge.reported} nhiệm vụ`, "/chi-dao"),
  ];
  return items.filter((one) => one !== false);
}

function ofMembers(pledge: Standing, reach: PledgeReach, actor: Actor): WaitingItem[] {
  const base = `/giao-uoc/${pledge.id}`;
  const from = pledge.clusterName;
  const own = pledge.members.filter((unit) => reach.writes.includes(unit));
  const toSign = own.filter((unit) => signingPost(actor, unit) !== null && !pledge.signed.includes(unit));
  const deadline = toSign[0] === undefined ? null : signingDeadline(pledge, toSign[0]);
  const note = `Năm ${pledge.year}`;
  const items: (WaitingItem | false)[] = [
    pledge.state === "in-comment" &&
      own.length > 0 &&
      !pledge.runs && {
        title: "Góp ý dự thảo kế hoạch của cụm",
        note,
        from,
        href: `${base}/gop-y`,
        deadline: null,
      },
    pledge.state === "adopted" &&
      own.some((unit) => pledge.silent.includes(unit)) && {
        ...{
          title: "Ghi cam kết của đơn vị vào giao ước",
          note,
          from,
          href: `${base}/cam-ket/moi`,
          deadline: null,
        },
      },
    pledge.state === "signing" &&
      toSign.length > 0 && { title: "Đọc và ký giao ước thi đua", note, from, href: `${base}/ky`, deadline },
  ];
  return items.filter((one) => one !== false);
}

const ofReceiver = (pledge: Standing, reach: PledgeReach): WaitingItem[] =>
  pledge.sentState === "sent" && pledge.receiver !== null && reach.receives.includes(pledge.receiver)
    ? [
        {
          title: "Tiếp nhận kế hoạch của cụm",
          note: `Năm ${pledge.year}`,
          from: pledge.clusterName,
          href: `/giao-uoc/${pledge.id}/tiep-nhan`,
          deadline: null,
        },
      ]
    : [];

/** What this person waits for: members' signatures in the clusters they lead or receive from. */
export async function pledgesAwaited(reader: Reader, actor: Actor): Promise<AwaitedItem[]> {
  const reach = await pledgeReachOf(reader, actor);
  if (reach.leads.length === 0) return [];
  const pledges = await standingsSeen(reader, reach, yearOf(actor.day));
  return pledges
    .filter((one) => one.runs && one.state === "signing" && one.signed.length < one.members.length)
    .map((one) => ({
      title: `Chữ ký giao ước của ${one.members.length - one.signed.length} đơn vị`,
      note: `${one.clusterName}, năm ${one.year}`,
      href: `/giao-uoc/${one.id}/chu-ky`,
      done: one.signed.length,
      total: one.members.length,
      action: null,
    }));
}
