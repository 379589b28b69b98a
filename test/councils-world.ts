import { foundCouncil, seatMember, writeRules } from "../src/councils/council.acts.ts";
import { addItem } from "../src/councils/item.acts.ts";
import type { NewItem } from "../src/councils/item.ts";
import type { CouncilRole } from "../src/councils/member.ts";
import { usualRules, type WorkingRules } from "../src/councils/rules.ts";
import { planSession } from "../src/councils/session.acts.ts";
import { day } from "../src/platform/day.ts";
import { isRefusal, type Refusal } from "../src/platform/refusal.ts";
import { actorFor, aPerson, as, buildMinistry, type SmallMinistry } from "./registrations-world.ts";
import type { World } from "./world.ts";

/** Monday 02/03/2026, ten in the morning in Vietnam: the day of the session. */
export const theDay = day("2026-03-02");
export const atTen = new Date("2026-03-02T03:00:00Z");
const dayBefore = new Date("2026-03-01T03:00:00Z");

/** A council of fifteen with its secretary, who does not vote, and twelve nominees, the third of them a member. */
export interface SmallCouncil {
  readonly ministry: SmallMinistry;
  readonly council: number;
  /** Fifteen who vote: the chair first, then the standing vice-chair, a vice-chair, members. */
  readonly voters: readonly number[];
  readonly secretary: number;
  readonly nominees: readonly number[];
}

const decision = { paperSymbol: "28/QĐ-BTP", paperDay: day("2026-01-05") };

/** The answer, or the test fails with the refusal's sentence. */
export function sure<Output>(outcome: Output | Refusal): Output {
  if (isRefusal(outcome)) throw new Error(`${outcome.refusal}: ${outcome.sentence}`);
  return outcome;
}

export async function buildCouncil(
  world: World,
  rules: Partial<WorkingRules> = {},
  built?: SmallMinistry,
): Promise<SmallCouncil> {
  const ministry = built ?? (await buildMinistry(world));
  const { voters, secretary, others } = await world.arrange(async (tx) => {
    const people: number[] = [];
    for (let index = 0; index < 27; index += 1)
      people.push(
        await aPerson(tx, `Ủy viên ${letters(index)}`, index < 16 ? ministry.lawDepartment : ministry.room),
      );
    return { voters: people.slice(0, 15), secretary: people[15]!, others: people.slice(16) };
  });
  const standing = await as(ministry, "standing", { at: dayBefore });
  const council = sure(
    await foundCouncil(standing, {
      body: ministry.ministry,
      kind: "emulation",
      name: "Hội đồng Thi đua - Khen thưởng ngành Tư pháp",
      foundedOn: day("2026-01-05"),
      ...decision,
    }),
  );
  const roleOf = (index: number): CouncilRole =>
    index === 0 ? "chair" : index === 1 ? "standing-vice-chair" : index === 2 ? "vice-chair" : "member";
  const seats = [
    ...voters.map((person, index) => ({ person, role: roleOf(index) })),
    { person: secretary, role: "secretary" as const },
  ];
  for (const seat of seats)
    sure(await seatMember(standing, { councilId: council, ...seat, from: day("2026-01-05"), ...decision }));
  sure(
    await writeRules(standing, {
      councilId: council,
      ...usualRules,
      ...rules,
      fromDay: day("2026-01-05"),
      paperSymbol: "31/QĐ-HĐTĐKT",
      paperDay: day("2026-01-05"),
    }),
  );
  const nominees = [...others.slice(0, 2), voters[5]!, ...others.slice(2)];
  return { ministry, council, voters, secretary, nominees };
}

/** A, B, … Z, AA, … so that names sort and read apart. */
const letters = (index: number): string =>
  `${index >= 26 ? "A" : ""}${String.fromCodePoint("A".codePointAt(0)! + (index % 26))}`;

/** Somebody at ten on the day of the session, in the posts they hold then. */
export const sitting = (person: number, at: Date = atTen) => actorFor(person, `Người ${person}`, at);

export const awardItem = (
  person: number,
  award: NewItem["award"] = "MINISTRY_EMULATION_FIGHTER",
): NewItem => ({
  kind: "award",
  title: "Xét đề nghị tặng danh hiệu Chiến sĩ thi đua ngành Tư pháp",
  person,
  unit: null,
  award,
  scope: null,
  authors: [],
  summary: null,
  dossier: null,
});

/** A session on the day with these items, in preparation. */
export async function aSession(
  { ministry, council }: SmallCouncil,
  items: readonly NewItem[],
  kind: "meeting" | "written" = "meeting",
): Promise<{ session: number; items: readonly number[] }> {
  const standing = await as(ministry, "standing", { at: dayBefore });
  const session = sure(
    await planSession(standing, {
      councilId: council,
      kind,
      title: "Phiên họp xét danh hiệu thi đua năm 2026",
      considersAwards: true,
      day: theDay,
      startsAt: "08:30",
      place: "Phòng họp 201",
      lettersBy: kind === "written" ? theDay : null,
    }),
  );
  const ids: number[] = [];
  for (const item of items) ids.push(sure(await addItem(standing, { sessionId: session, ...item })));
  return { session, items: ids };
}
