import type { Actor } from "../platform/actor.ts";
import { type Day, startOf, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { datedDeadline, isLate } from "../platform/deadline.ts";
import type {
  ChangeItem,
  Figure,
  FigureQuestion,
  Offers,
  SearchHit,
  TabOffer,
  ThingRef,
  YearQuestion,
  YearStep,
} from "../platform/offers.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { pledgeDues, pledgesOwed } from "./due.offers.ts";
import { listPledges, noFilter } from "./list.store.ts";
import { openWork, pledgedFigures, type Standing, standingsOf, stepsSeen } from "./offers.store.ts";
import { type PledgeEvent, stateNames } from "./pledge.ts";
import { pledgeReachOf } from "./pledge-reach.store.ts";
import { signingDeadline } from "./signing-deadline.ts";
import { pledgesAwaited, pledgesWaiting } from "./waiting.offers.ts";

/** What pledges offer the whole. */
export const pledgeOffers: Offers = {
  stage: "pledges",
  waiting: pledgesWaiting,
  awaited: pledgesAwaited,
  changes,
  search,
  tabs,
  owed: pledgesOwed,
  dues: pledgeDues,
  figures,
  yearSteps,
  openWorkOf: async (reader, unit) => {
    const { tasks, unsigned } = await openWork(reader, unit);
    return [
      { label: "Nhiệm vụ theo chỉ đạo tại hội nghị cụm chưa hoàn thành", count: tasks },
      { label: "Giao ước thi đua chưa ký", count: unsigned },
    ].filter(({ count }) => count > 0);
  },
};

const MOST_CHANGES = 20;

const verbs: Readonly<Record<PledgeEvent["kind"], string>> = {
  "opened-for-comments": "lấy ý kiến dự thảo kế hoạch",
  adopted: "thông qua kế hoạch",
  "opened-for-signing": "mở ký giao ước",
  "text-changed": "sửa văn bản giao ước, các chữ ký cũ không còn giá trị",
  sealed: "đã ký đủ, phát hành giao ước",
  sent: "gửi kế hoạch và tổng hợp đăng ký",
  returned: "bị trả lại kế hoạch",
  accepted: "được tiếp nhận kế hoạch",
};

async function changes(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]> {
  const reach = await pledgeReachOf(reader, actor);
  const steps = await stepsSeen(reader, reach, startOf(since), MOST_CHANGES);
  return steps.map(({ id, kind, clusterName, year, at }) => ({
    sentence: `${clusterName}, năm ${year}: ${verbs[kind]}`,
    href: `/giao-uoc/${id}`,
    at,
  }));
}

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  if (words.trim() === "") return [];
  const reach = await pledgeReachOf(reader, actor);
  const { rows } = await listPledges(reader, reach, { ...noFilter, words }, { by: "year", offset: 0, limit });
  const typed = nfc(words).toLowerCase().split(/\s+/).filter(Boolean).map(sameTones);
  return rows.map((row) => {
    const title = `Giao ước thi đua năm ${row.year} của ${row.clusterName}`;
    const text = sameTones(title.toLowerCase());
    return {
      kind: "Giao ước",
      title,
      note: stateNames[row.state],
      href: `/giao-uoc/${row.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

/** “Giao ước 9” on a cluster: its years as far as this person sees them. */
async function tabs(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]> {
  if (thing.noun !== "cluster") return [];
  const reach = await pledgeReachOf(reader, actor);
  const filter = { ...noFilter, cluster: thing.id };
  const { rows, total } = await listPledges(reader, reach, filter, { by: "year", offset: 0, limit: 1 });
  const [latest] = rows;
  if (!latest) return [];
  const one = total === 1;
  return [
    {
      label: "Giao ước",
      href: one ? `/giao-uoc/${latest.id}` : `/giao-uoc?cum=${thing.id}`,
      count: one ? `${latest.signed}/${latest.members}` : `${total}`,
    },
  ];
}

/** Figures of units for reports: who signed, what was promised and what of it was kept. */
async function figures(reader: Reader, { units, from, to }: FigureQuestion): Promise<Figure[]> {
  const found = await pledgedFigures(reader, units, yearOf(from), yearOf(to));
  if (found.members === 0) return [];
  const href = units.length === 1 && found.pledge ? `/giao-uoc/${found.pledge}` : "/giao-uoc";
  const figure = (code: string, label: string, value: number | null, measure: string): Figure => ({
    ...{ code: `pledges.${code}`, label, value, measure, href },
  });
  return [
    figure("members", "Đơn vị thuộc cụm có giao ước", found.members, "đơn vị"),
    figure("signed", "Đơn vị đã ký giao ước thi đua", found.signed, "đơn vị"),
    figure("commitments", "Cam kết trong giao ước", found.commitments, "cam kết"),
    figure("kept", "Cam kết đã thực hiện", found.judged === 0 ? null : found.done, "cam kết"),
  ];
}

async function yearSteps(reader: Reader, actor: Actor, question: YearQuestion): Promise<YearStep[]> {
  const reach = await pledgeReachOf(reader, actor);
  const found = await standingsOf(reader, reach, question);
  return found.flatMap((pledge) =>
    question.noun === "cluster" ? clusterSteps(pledge) : unitSteps(pledge, question.id, actor),
  );
}

const stepOf = (
  pledge: Standing,
  label: string,
  state: string,
  tone: YearStep["tone"],
  path: string,
  day: Day | null = null,
): YearStep => ({
  ...{ label, state, tone, day },
  deadline: pledge.signBy && path === "/chu-ky" ? datedDeadline("", pledge.signBy, true) : null,
  href: `/giao-uoc/${pledge.id}${path}`,
  began: path === "/chu-ky" ? pledge.heldOn : null,
});

function clusterSteps(pledge: Standing): YearStep[] {
  const adopted = pledge.state !== "drafting" && pledge.state !== "in-comment";
  const all = pledge.signed.length === pledge.members.length;
  return [
    stepOf(
      pledge,
      "Kế hoạch của cụm",
      adopted ? "Đã thông qua" : stateNames[pledge.state],
      adopted ? "good" : "plain",
      "/ke-hoach",
      pledge.heldOn,
    ),
    stepOf(
      pledge,
      "Giao ước thi đua",
      `đã ký ${pledge.signed.length}/${pledge.members.length}`,
      all && adopted ? "good" : "plain",
      "/chu-ky",
    ),
  ];
}

function unitSteps(pledge: Standing, unit: number, { at }: Actor): YearStep[] {
  const signed = pledge.signed.includes(unit);
  const open = pledge.state === "signing";
  const deadline = signingDeadline(pledge, unit);
  const overdue = open && deadline !== null && isLate(deadline, at);
  const state = signed ? "Đã ký" : overdue ? "Quá hạn, chưa ký" : open ? "Chưa ký" : stateNames[pledge.state];
  const tone = signed ? "good" : overdue ? "bad" : open ? "watch" : "plain";
  return [{ ...stepOf(pledge, `Giao ước thi đua ${pledge.clusterName}`, state, tone, "/chu-ky"), deadline }];
}
