import { postsOn } from "../org/actor.store.ts";
import { accountOf, findPerson, peopleOfUnit } from "../org/person.store.ts";
import { holdersOf } from "../org/post.store.ts";
import { childrenOf, findUnitByCode } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import { addDays, addMonths, type Day, day, onDay, startOf, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { noteAttendance } from "./attendance.acts.ts";
import { foundCouncil, seatMember, writeRules } from "./council.acts.ts";
import { findCouncilOf } from "./council.store.ts";
import type { Council, CouncilKind } from "./council.ts";
import { addItem } from "./item.acts.ts";
import type { NewItem } from "./item.ts";
import { membersOf } from "./member.store.ts";
import { type CouncilRole, votersOn } from "./member.ts";
import { rulesOf } from "./rules.store.ts";
import { usualRules } from "./rules.ts";
import { callSession, closeSession, openSession, planSession } from "./session.acts.ts";
import { sessionsOf } from "./session.store.ts";

const FIFTEEN = 15;
const begun = day("2026-01-05");
const decision = { paperSymbol: "28/QĐ-BTP", paperDay: begun };
const regulation = { paperSymbol: "31/QĐ-HĐTĐKT", paperDay: begun };
const NINE_O_CLOCK_MS = 9 * 60 * 60 * 1000;

interface Seat {
  readonly person: number;
  readonly role: CouncilRole;
}

/** What the seed works with: the Ministry, who prepares for it, and when. */
interface Stage {
  readonly ministry: number;
  readonly standing: number;
  readonly today: Day;
}

/**
 * The sector's emulation council with one past session and one to come that considers twelve nominees, one of
 * them a member; and an initiative council. Done again it goes on where it stopped.
 */
export async function seedCouncils(actor: Actor): Promise<void> {
  const ministry = await findUnitByCode(reader(), "BTP", actor.day);
  const [standing] = ministry ? await holdersOf(reader(), ministry.id, ["standing-officer"], actor.day) : [];
  if (!ministry || !standing || actor.day < begun) return;
  const stage = { ministry: ministry.id, standing: standing.person, today: actor.day };
  const seats = await seatsOf(stage);
  const emulation = await councilOf(
    stage,
    "emulation",
    "Hội đồng Thi đua - Khen thưởng ngành Tư pháp",
    seats,
  );
  const fewer = seats
    .filter(({ role }) => role !== "chair")
    .slice(0, 7)
    .map(({ person, role }, index): Seat => ({ person, role: index === 0 ? "chair" : role }));
  const initiative = await councilOf(stage, "initiative", "Hội đồng sáng kiến ngành Tư pháp", fewer);
  await coming(stage, emulation);
  await initiatives(stage, initiative);
}

/** Fifteen who vote: those the posts name, then heads of the Ministry's units; and the secretary. */
async function seatsOf({ ministry, today }: Stage): Promise<Seat[]> {
  const body = await findUnitByCode(reader(), "HDTDKT-BTP", today);
  const named = body
    ? await holdersOf(reader(), body.id, ["council-chair", "council-member", "council-secretary"], today)
    : [];
  const seats: Seat[] = [];
  let standingTaken = false;
  for (const { person, kind, title } of named) {
    const standing: boolean = /thường trực/u.test(title) && !standingTaken;
    standingTaken ||= standing;
    const role: CouncilRole =
      kind === "council-chair"
        ? "chair"
        : kind === "council-secretary"
          ? "secretary"
          : standing
            ? "standing-vice-chair"
            : /Phó Chủ tịch/u.test(title)
              ? "vice-chair"
              : "member";
    seats.push({ person, role });
  }
  const deputies = await holdersOf(reader(), ministry, ["unit-deputy"], today);
  for (const { person } of deputies)
    if (!seats.some((seat) => seat.person === person)) seats.push({ person, role: "vice-chair" });
  for (const unit of await childrenOf(reader(), [ministry], today)) {
    if (seats.filter(({ role }) => role !== "secretary").length >= FIFTEEN) break;
    const [head] = await holdersOf(reader(), unit.id, ["unit-head"], today);
    if (head && !seats.some(({ person }) => person === head.person))
      seats.push({ person: head.person, role: "member" });
  }
  return seats.toSorted((left, right) => weight(left) - weight(right));
}

const weight = ({ role }: Seat): number =>
  ["chair", "standing-vice-chair", "vice-chair", "member", "secretary", "helper"].indexOf(role);

async function councilOf(
  stage: Stage,
  kind: CouncilKind,
  name: string,
  seats: readonly Seat[],
): Promise<Council> {
  const standing = await actingAs(stage.standing, begun);
  const before = await findCouncilOf(reader(), stage.ministry, kind, stage.today);
  if (!before)
    sure(await foundCouncil(standing, { body: stage.ministry, kind, name, foundedOn: begun, ...decision }));
  const council = (await findCouncilOf(reader(), stage.ministry, kind, stage.today))!;
  const members = await membersOf(reader(), council.id, stage.today);
  for (const seat of seats)
    if (!members.some(({ person, role }) => person === seat.person && role === seat.role))
      sure(await seatMember(standing, { councilId: council.id, ...seat, from: begun, ...decision }));
  if ((await rulesOf(reader(), council.id)).length === 0)
    sure(await writeRules(standing, { councilId: council.id, ...usualRules, fromDay: begun, ...regulation }));
  return council;
}

/** The session to come, called, with twelve nominees; one of them is a member who has a demo account. */
async function coming(stage: Stage, council: Council): Promise<void> {
  const year = yearOf(stage.today);
  const title = `Phiên họp xét danh hiệu thi đua năm ${year}`;
  const nominees = await nomineesOf(stage, council);
  await session(stage, council, {
    title,
    day: addDays(stage.today, 5),
    made: addDays(stage.today, -6),
    items: nominees.map((person, index) => ({
      ...blank,
      kind: "award",
      person,
      title: `Xét đề nghị tặng danh hiệu ${index < 2 ? "Chiến sĩ thi đua toàn quốc" : "Chiến sĩ thi đua ngành Tư pháp"} năm ${year}`,
      award: index < 2 ? "NATIONAL_EMULATION_FIGHTER" : "MINISTRY_EMULATION_FIGHTER",
      summary: "Hoàn thành xuất sắc nhiệm vụ; có sáng kiến được công nhận và áp dụng hiệu quả trong ngành.",
    })),
  });
  const past = addMonths(stage.today, -5);
  if (past <= begun) return;
  const held = await session(stage, council, {
    title: `Phiên họp định kỳ 6 tháng đầu năm ${year}`,
    day: past,
    made: addDays(past, -10),
    items: [
      { ...blank, kind: "other", title: "Kết quả công tác thi đua, khen thưởng 6 tháng đầu năm" },
      { ...blank, kind: "other", title: "Nhiệm vụ 6 tháng cuối năm và kế hoạch bình xét" },
    ],
  });
  await meet(stage, council, held, past);
}

const blank = {
  person: null,
  unit: null,
  award: null,
  scope: null,
  authors: [],
  summary: null,
  dossier: null,
} as const;

async function nomineesOf(stage: Stage, council: Council): Promise<number[]> {
  const members = votersOn(await membersOf(reader(), council.id, stage.today), stage.today);
  const own: number[] = [];
  for (const { person, role } of members)
    if (role === "member" && own.length === 0 && (await accountOf(reader(), person))) own.push(person);
  const others: number[] = [];
  for (const unit of await childrenOf(reader(), [stage.ministry], stage.today)) {
    const people = await peopleOfUnit(reader(), unit.id, stage.today);
    const found = people.find(
      ({ id, worksAs }) => worksAs === "direct" && !others.includes(id) && !own.includes(id),
    );
    if (found && others.length < 12 - own.length) others.push(found.id);
  }
  return [...others.slice(0, 4), ...own, ...others.slice(4)];
}

async function initiatives(stage: Stage, council: Council): Promise<void> {
  const people: number[] = [];
  for (const unit of await childrenOf(reader(), [stage.ministry], stage.today)) {
    const [found] = (await peopleOfUnit(reader(), unit.id, stage.today)).filter(
      ({ worksAs }) => worksAs === "direct",
    );
    if (found && people.length < 4) people.push(found.id);
  }
  const names = [
    "Mẫu hóa hồ sơ thẩm định văn bản quy phạm pháp luật",
    "Bảng theo dõi điện tử việc thi hành án hành chính",
    "Bộ câu hỏi - đáp pháp luật dùng chung cho hòa giải viên",
  ];
  await session(stage, council, {
    title: `Xét công nhận sáng kiến đợt II năm ${yearOf(stage.today)}`,
    day: addDays(stage.today, 9),
    made: addDays(stage.today, -3),
    items: people.slice(0, 3).map((person, index) => ({
      ...blank,
      kind: "initiative",
      person,
      title: names[index]!,
      scope: index === 0 ? "ministry" : "grassroots",
      authors: index === 0 ? people.slice(3) : [],
      summary: "Rút ngắn thời gian xử lý, đã áp dụng tại đơn vị, có thể nhân rộng.",
    })),
  });
}

interface Planned {
  readonly title: string;
  readonly day: Day;
  readonly made: Day;
  readonly items: readonly NewItem[];
}

async function session(stage: Stage, council: Council, planned: Planned): Promise<number> {
  const before = (await sessionsOf(reader(), council.id)).find(({ title }) => title === planned.title);
  if (before) return before.id;
  const standing = await actingAs(stage.standing, planned.made);
  const sessionId = sure(
    await planSession(standing, {
      councilId: council.id,
      kind: "meeting",
      title: planned.title,
      considersAwards: council.kind === "emulation" && planned.items.some(({ kind }) => kind === "award"),
      day: planned.day,
      startsAt: "08:30",
      place: "Phòng họp 201, trụ sở Bộ Tư pháp",
      lettersBy: addDays(planned.day, -1),
    }),
  );
  for (const item of planned.items) sure(await addItem(standing, { sessionId, ...item }));
  sure(await callSession(standing, { sessionId }));
  return sessionId;
}

/** A meeting held to its end with two members absent, one of them by letter. */
async function meet(stage: Stage, council: Council, sessionId: number, on: Day): Promise<void> {
  const state = (await sessionsOf(reader(), council.id)).find(({ id }) => id === sessionId)?.state;
  if (state !== "called") return;
  const standing = await actingAs(stage.standing, on);
  const voters = votersOn(await membersOf(reader(), council.id, on), on);
  const noted = voters.map(({ person }, index) =>
    index === 5
      ? { person, standing: "by-letter" as const, reason: "Đi công tác nước ngoài" }
      : index === 9
        ? { person, standing: "absent" as const, reason: "Nghỉ ốm" }
        : { person, standing: "present" as const, reason: null },
  );
  sure(await noteAttendance(standing, { sessionId, noted }));
  sure(await openSession(standing, { sessionId }));
  sure(await closeSession(standing, { sessionId }));
}

async function actingAs(person: number, on: Day): Promise<Actor> {
  const at = new Date(startOf(on).getTime() + NINE_O_CLOCK_MS);
  const known = await findPerson(reader(), person);
  const posts = await postsOn(reader(), person, onDay(at));
  return {
    account: null,
    person,
    name: known?.name ?? "",
    posts,
    post: posts[0] ?? null,
    at,
    day: on,
    key: null,
    provedUntil: null,
  };
}

function sure<Outcome>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
}
