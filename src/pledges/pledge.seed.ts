import { actingAs, sure } from "../org/acting.seed.ts";
import { clustersOf, leadersOf } from "../org/cluster.store.ts";
import { accountOf } from "../org/person.store.ts";
import { holdersOf } from "../org/post.store.ts";
import { findUnitByCode } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import { addDays, type Day, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { answerComment, commentOnPlan, draftPlan } from "./plan.acts.ts";
import { commentsOf, plansOf } from "./plan.store.ts";
import { adoptPlan, openForComments, recordAttendance, startPledge, writeConference } from "./pledge.acts.ts";
import { findPledge } from "./pledge.store.ts";
import { commonOf, planOf, promisesOf, remarks, secondPlanOf } from "./pledge-words.ts";
import { sealedBytes } from "./sealing.files.ts";
import { sealPledge, signPledge } from "./signing.acts.ts";
import { textsOf } from "./signing.store.ts";
import type { Member } from "./signing.ts";
import { setTask } from "./task.acts.ts";
import { openForSigning, promise, writeCommonText } from "./text.acts.ts";

/** How far the demo takes a cluster's pledge. */
type Story = "half-signed" | "sealed" | "in-comment";

const stories: readonly Story[] = ["half-signed", "sealed", "in-comment"];

/**
 * The year of the Ministry's clusters in the demo: the first has held its conference and half of its members have
 * signed, the second is signed and issued, the third asks its members. Those with demo accounts sign for
 * themselves. Done again it leaves what was begun as it is.
 */
export async function seedPledges(actor: Actor): Promise<void> {
  const year = yearOf(actor.day);
  const ministry = await findUnitByCode(reader(), "BTP", actor.day);
  if (!ministry) return;
  const clusters = (await clustersOf(reader(), ministry.id, year)).filter(
    ({ kind, outside }) => kind === "CLUSTER" && !outside,
  );
  for (const [index, story] of stories.entries()) {
    const cluster = clusters[index];
    const [leader] = cluster ? await leadersOf(reader(), [cluster.id], year) : [];
    if (cluster && leader)
      await tell(story, { cluster: cluster.id, leader: leader.person, year, today: actor.day });
  }
}

interface Scene {
  readonly cluster: number;
  readonly leader: number;
  readonly year: number;
  readonly today: Day;
}

async function tell(story: Story, scene: Scene): Promise<void> {
  const leads = (ago: number) => actingAs(scene.leader, addDays(scene.today, -ago), "cluster-head");
  const id = sure(await startPledge(await leads(30), { cluster: scene.cluster, year: scene.year }));
  const begun = (await findPledge(reader(), id, scene.today))!;
  if (begun.state !== "drafting" || (await plansOf(reader(), id)).length > 0) return;
  const heldOn = addDays(scene.today, -12);
  const conference = conferenceOf(begun.clusterName, (await leads(30)).name, scene.year, heldOn);
  sure(await writeConference(await leads(30), { pledgeId: id, version: begun.version, conference }));
  const plan = { pledgeId: id, source: null };
  sure(await draftPlan(await leads(29), { ...plan, from: 0, sections: planOf(scene.year) }));
  sure(await openForComments(await leads(28), { pledgeId: id }));
  await comment(id, begun.members, scene.today);
  if (story === "in-comment") return;
  await answer(id, await leads(16));
  sure(await draftPlan(await leads(15), { ...plan, from: 1, sections: secondPlanOf(scene.year) }));
  await hold(id, begun.members, await leads(12), heldOn);
  await promiseAll(id, begun.members, scene, await leads(11));
  await sign(story, id, begun.members, scene);
}

const conferenceOf = (cluster: string, chair: string, year: number, heldOn: Day) => ({
  heldOn,
  time: "8 giờ 30",
  place: "Phòng họp tầng 2, trụ sở Bộ Tư pháp, 60 Trần Phú, Hà Nội",
  agenda:
    "Giới thiệu đại biểu, thông qua chương trình\nCông bố quyết định cử Trưởng, Phó Trưởng cụm\nTrình bày dự thảo kế hoạch phát động phong trào thi đua\nThảo luận, góp ý dự thảo\nPhát biểu chỉ đạo của Lãnh đạo Bộ\nThông qua kế hoạch, ký giao ước thi đua",
  guests: "Đại diện Vụ Thi đua - Khen thưởng\nĐại diện Công đoàn Bộ Tư pháp",
  chair: `${chair}, Trưởng cụm`,
  secretary: cluster.endsWith("số I") ? "Đỗ Công Tân, Chuyên viên" : null,
  leader: "Thứ trưởng Vũ Thành Nam",
  proceedings: `Các đại biểu thống nhất ${cluster} gắn phong trào thi đua năm ${year} với nhiệm vụ chính trị được giao, chia hoạt động thành hai đợt cao điểm: đợt 1 đến hết ngày 30/6, đợt 2 từ ngày 01/7 đến hết năm.`,
});

/** Somebody of a unit who may write for it. */
async function writerOf(unit: number, on: Day): Promise<Actor | null> {
  const [holder] = await holdersOf(reader(), unit, ["unit-officer", "unit-head"], on);
  return holder ? actingAs(holder.person, on) : null;
}

async function comment(id: number, members: readonly Member[], today: Day): Promise<void> {
  for (const [index, words] of remarks.entries()) {
    const member = members[index * 2];
    const writer = member ? await writerOf(member.unit, addDays(today, -22 + index)) : null;
    if (!member || !writer) continue;
    sure(await commentOnPlan(writer, { pledgeId: id, unit: member.unit, ...words.comment }));
  }
}

async function answer(id: number, leader: Actor): Promise<void> {
  for (const [index, { id: commentId }] of (await commentsOf(reader(), id)).entries()) {
    const given = remarks[index]?.answer;
    if (given) sure(await answerComment(leader, { pledgeId: id, commentId, ...given }));
  }
}

async function hold(id: number, members: readonly Member[], leader: Actor, heldOn: Day): Promise<void> {
  const version = async () => (await findPledge(reader(), id, leader.day))!.version;
  const list = await Promise.all(
    members.map(async ({ unit }, index) => {
      const [head] = await holdersOf(reader(), unit, ["unit-head"], heldOn);
      const [officer] = await holdersOf(reader(), unit, ["unit-officer", "member"], heldOn);
      const stands = index === 3 && officer;
      const came = stands ? officer : head;
      const presence = stands ? ("represented" as const) : ("present" as const);
      return { unit, presence, name: came?.personName ?? "Đại diện đơn vị", title: came?.title ?? null };
    }),
  );
  sure(await recordAttendance(leader, { pledgeId: id, version: await version(), list }));
  const hands = { onDay: heldOn, inFavour: members.length, against: 0, abstained: 0, remarks: null };
  sure(await adoptPlan(leader, { pledgeId: id, version: await version(), hands }));
  const task = { pledgeId: id, directedBy: "Thứ trưởng Vũ Thành Nam", wording: null };
  const words = [
    "Phát động phong trào thi đua đến từng công chức, viên chức; báo cáo cụm kết quả phát động",
    "Đề xuất giải pháp nâng chất lượng xây dựng, thẩm định văn bản quy phạm pháp luật",
  ];
  for (const [index, one] of words.entries())
    sure(
      await setTask(leader, {
        ...task,
        unit: members[index + 1]!.unit,
        words: one,
        dueOn: addDays(heldOn, 20 + index * 10),
      }),
    );
}

async function promiseAll(
  id: number,
  members: readonly Member[],
  scene: Scene,
  leader: Actor,
): Promise<void> {
  const { version } = (await findPledge(reader(), id, scene.today))!;
  sure(await writeCommonText(leader, { pledgeId: id, version, common: commonOf(scene.year), reason: "" }));
  for (const [index, { unit }] of members.entries()) {
    const writer = await writerOf(unit, addDays(scene.today, -9));
    if (!writer) continue;
    for (const promised of promisesOf(index))
      sure(
        await promise(writer, { pledgeId: id, unit, commitmentId: null, version: 0, promised, reason: "" }),
      );
  }
}

async function sign(story: Story, id: number, members: readonly Member[], scene: Scene): Promise<void> {
  const opened = await actingAs(scene.leader, addDays(scene.today, -7), "cluster-head");
  const { version } = (await findPledge(reader(), id, scene.today))!;
  const signBy = addDays(scene.today, 5);
  const open = await openForSigning(opened, { pledgeId: id, version, signBy });
  if (isRefusal(open)) return;
  const [text] = await textsOf(reader(), id);
  for (const [index, { unit }] of members.entries()) {
    if (story === "half-signed" && index % 2 === 1) continue;
    const on = addDays(scene.today, -6 + (index % 4));
    const [head] = await holdersOf(reader(), unit, ["unit-head"], on);
    const triesTheDemo = head && story === "half-signed" && (await accountOf(reader(), head.person));
    if (!head || triesTheDemo) continue;
    const signer = await actingAs(head.person, on, "unit-head");
    sure(await signPledge(signer, { pledgeId: id, unit, hash: text?.hash ?? "" }));
  }
  if (story === "sealed") await seal(id, scene);
}

async function seal(id: number, scene: Scene): Promise<void> {
  const leader = await actingAs(scene.leader, addDays(scene.today, -1), "cluster-head");
  const pledge = (await findPledge(reader(), id, scene.today))!;
  const sealed = await sealedBytes(reader(), pledge, leader.at);
  if (!isRefusal(sealed)) sure(await sealPledge(leader, { pledgeId: id, ...sealed }));
}
