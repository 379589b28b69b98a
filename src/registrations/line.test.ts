import { describe, expect, test } from "vitest";
import type { Code } from "../law/codes.ts";
import type { RegisteringUnit } from "./chain.ts";
import { gather, tallyOf } from "./gather.ts";
import { type Candidate, decideLine, decideProposal, faultsOf, type Line, type Subject } from "./line.ts";
import { makeUpOf, percent, sharesBeside } from "./make-up.ts";
import { decideTarget } from "./target.ts";
import { titleAsked, titlesFor } from "./title.ts";

const enforcement: RegisteringUnit = { name: "Cục THADS", territorial: false, isDepartmentOfJustice: false };

const aPerson = (
  person: number,
  name: string,
  given: Partial<Extract<Subject, { kind: "individual" }>> = {},
): Subject => ({
  kind: "individual",
  person,
  name,
  birthYear: 1980,
  gender: "female",
  post: "Chuyên viên",
  unitName: "Phòng Nghiệp vụ",
  worksAs: "direct",
  ...given,
});
const aCollective = (unit: number, name: string, smallCollective: boolean): Subject => ({
  kind: "collective",
  unit,
  name,
  smallCollective,
});

const aLine = (id: number, title: Code, subject: Subject, given: Partial<Line> = {}): Line => ({
  id,
  registration: 1,
  title,
  subject,
  chain: "vertical",
  commitment: null,
  state: "listed",
  answer: null,
  proposedBy: null,
  gatheredFrom: null,
  version: 1,
  ...given,
});

const uoc = aPerson(7, "Lò Thị Ước");
const belonging = (subject: Subject): Candidate => ({ subject, belongs: true });
const decide = (title: Code, candidate: Candidate, others: Line[] = []) =>
  decideLine(
    { title: titleAsked(title, "vertical"), candidate, commitment: "  một   sáng kiến " },
    enforcement,
    2021,
    others,
  );

describe("a line", () => {
  test("stands with its chain and its tidied commitment", () => {
    expect(decide("ADVANCED_WORKER", belonging(uoc))).toEqual({
      title: "ADVANCED_WORKER",
      subject: uoc,
      chain: "vertical",
      commitment: "một sáng kiến",
    });
  });

  test("is for the kind of subject the law names", () => {
    expect(decide("ADVANCED_WORKER", belonging(aCollective(3, "Phòng Nghiệp vụ", true)))).toMatchObject({
      refusal: "wrong-kind-of-subject",
      field: "title",
    });
    expect(decide("EXCELLENT_LABOR_COLLECTIVE", belonging(uoc))).toMatchObject({
      refusal: "wrong-kind-of-subject",
    });
    expect(
      decide("MINISTRY_EMULATION_FLAG", belonging(aCollective(3, "Phòng Nghiệp vụ", true))),
    ).toMatchObject({
      refusal: "flag-for-a-small-collective",
    });
    expect(
      decide("EXCELLENT_LABOR_COLLECTIVE", belonging(aCollective(3, "Phòng Nghiệp vụ", true))),
    ).toMatchObject({
      chain: "vertical",
    });
  });

  test("is for somebody of the unit", () => {
    expect(decide("ADVANCED_WORKER", { subject: uoc, belongs: false })).toMatchObject({
      refusal: "not-of-this-unit",
    });
  });

  test("names nobody twice for one title, and one person for several", () => {
    const others = [aLine(1, "ADVANCED_WORKER", uoc), aLine(2, "GRASSROOTS_EMULATION_FIGHTER", uoc)];
    expect(decide("ADVANCED_WORKER", belonging(uoc), others)).toMatchObject({ refusal: "registered-twice" });
    expect(decide("MINISTER_CERTIFICATE_OF_MERIT", belonging(uoc), others)).toMatchObject({
      chain: "vertical",
    });
    const declined = [aLine(1, "ADVANCED_WORKER", uoc, { state: "declined", answer: "mới về" })];
    expect(decide("ADVANCED_WORKER", belonging(uoc), declined)).toMatchObject({ chain: "vertical" });
  });

  test("of a household is told by its name without accents", () => {
    const household = { kind: "household", name: "Hộ ông Vàng A Sùng" } as const;
    const others = [
      aLine(1, "MINISTER_CERTIFICATE_OF_MERIT", { kind: "household", name: "hộ ông  vàng a sung" }),
    ];
    expect(decide("MINISTER_CERTIFICATE_OF_MERIT", belonging(household), others)).toMatchObject({
      refusal: "registered-twice",
    });
  });

  test("that no longer stands is found before sending, later ones counted as the second", () => {
    const lines = [
      aLine(1, "ADVANCED_WORKER", uoc),
      aLine(2, "ADVANCED_WORKER", aPerson(8, "Quàng Văn Ổn")),
      aLine(3, "PROVINCE_EMULATION_FLAG", aCollective(3, "Cục", false)),
      aLine(4, "PROVINCE_EMULATION_FLAG", aCollective(3, "Cục", false), {
        state: "declined",
        answer: "không",
      }),
    ];
    const faults = faultsOf(
      lines,
      new Set([2]),
      (line) => titleAsked(line.title, line.chain),
      enforcement,
      2021,
    );
    expect(faults.map(({ line, refusal }) => [line.id, refusal.refusal])).toEqual([
      [2, "not-of-this-unit"],
      [3, "province-title-of-sector-unit"],
    ]);
  });
});

test("a proposal is taken, or declined with a reason, once", () => {
  expect(decideProposal({ state: "proposed" }, "listed", "")).toEqual({ state: "listed", answer: null });
  expect(decideProposal({ state: "proposed" }, "declined", " ")).toMatchObject({ refusal: "no-reason" });
  expect(decideProposal({ state: "proposed" }, "declined", "Mới về 3 tháng")).toEqual({
    state: "declined",
    answer: "Mới về 3 tháng",
  });
  expect(decideProposal({ state: "listed" }, "declined", "muộn")).toMatchObject({ kind: "moved-on" });
});

test("gathering takes each line once and leaves what stands", () => {
  const own = [
    aLine(1, "ADVANCED_WORKER", uoc),
    aLine(2, "ADVANCED_WORKER", aPerson(8, "Ổn"), { gatheredFrom: { line: 22, unitName: "Phòng" } }),
  ];
  const below = [
    aLine(21, "ADVANCED_WORKER", uoc),
    aLine(22, "ADVANCED_WORKER", aPerson(8, "Ổn")),
    aLine(23, "GRASSROOTS_EMULATION_FIGHTER", uoc),
    aLine(24, "GRASSROOTS_EMULATION_FIGHTER", uoc),
  ].map((line) => ({ line, unitName: "Phòng" }));
  const { taken, standing } = gather(own, below);
  expect(taken.map(({ line }) => line.id)).toEqual([23]);
  expect(standing.map(({ line }) => line.id)).toEqual([21, 24]);
});

test("the tally counts listed lines by title and chain", () => {
  const lines = [
    aLine(1, "ADVANCED_WORKER", uoc, { chain: "territorial" }),
    aLine(2, "ADVANCED_WORKER", aPerson(8, "Ổn"), { chain: "territorial" }),
    aLine(3, "MINISTER_CERTIFICATE_OF_MERIT", uoc),
    aLine(4, "MINISTER_CERTIFICATE_OF_MERIT", aPerson(9, "Hường"), { state: "proposed" }),
  ];
  expect(tallyOf(lines)).toEqual([
    { title: "ADVANCED_WORKER", chain: "territorial", count: 2 },
    { title: "MINISTER_CERTIFICATE_OF_MERIT", chain: "vertical", count: 1 },
  ]);
});

test("the make-up counts each person once, and unknown as neither", () => {
  const lines = [
    aLine(1, "ADVANCED_WORKER", uoc),
    aLine(2, "GRASSROOTS_EMULATION_FIGHTER", uoc),
    aLine(3, "ADVANCED_WORKER", aPerson(8, "Ổn", { gender: "male", worksAs: "leader" })),
    aLine(4, "ADVANCED_WORKER", aPerson(9, "Hường", { gender: null, worksAs: null })),
    aLine(5, "ADVANCED_WORKER", aPerson(10, "Đức"), { state: "proposed" }),
    aLine(6, "ADVANCED_LABOR_COLLECTIVE", aCollective(3, "Phòng", true)),
    aLine(7, "ADVANCED_LABOR_COLLECTIVE", aCollective(4, "Cục", false)),
  ];
  const registered = makeUpOf(lines);
  expect(registered).toEqual({ people: 3, direct: 1, leaders: 1, women: 1, smallCollectives: 1 });
  const unit = { people: 40, direct: 30, leaders: 10, women: 21, smallCollectives: 4 };
  expect(
    sharesBeside(registered, unit).map(({ label, registered: part, registeredOf }) => [
      label,
      part,
      registeredOf,
    ]),
  ).toEqual([
    ["Người trực tiếp lao động", 1, 3],
    ["Lãnh đạo, quản lý", 1, 3],
    ["Nữ", 1, 3],
    ["Tập thể nhỏ", 1, 4],
  ]);
  expect([percent(1, 3), percent(0, 0), percent(21, 40)]).toEqual([33, 0, 53]);
});

test("a target says something, and a number says what it counts", () => {
  const target = { words: "Tỷ lệ hòa giải thành", measure: null, value: 85, valueUnit: "%" };
  expect(decideTarget(target, [])).toEqual(target);
  expect(decideTarget({ ...target, words: " " }, [])).toMatchObject({ field: "words" });
  expect(decideTarget({ ...target, valueUnit: null }, [])).toMatchObject({ refusal: "value-without-unit" });
  expect(decideTarget({ ...target, value: null }, [])).toMatchObject({ refusal: "unit-without-value" });
  expect(decideTarget({ ...target, value: 101 }, [])).toMatchObject({ refusal: "share-beyond-the-whole" });
  expect(decideTarget(target, [{ ...target, words: "TỶ LỆ hòa  giải thành" }])).toMatchObject({
    refusal: "target-named-twice",
  });
});

test("a Sở is offered the province's titles under the province's names", () => {
  const department = { name: "Sở", territorial: true, isDepartmentOfJustice: true };
  const offered = titlesFor(department, 2025, "individual");
  expect(offered.find(({ code }) => code === "MINISTRY_EMULATION_FIGHTER")).toMatchObject({
    name: "Chiến sĩ thi đua cấp tỉnh",
    chain: "territorial",
  });
  expect(
    titlesFor(enforcement, 2025, "individual").find(({ code }) => code === "MINISTRY_EMULATION_FIGHTER")
      ?.name,
  ).toBe("Chiến sĩ thi đua ngành Tư pháp");
  expect(titlesFor(enforcement, 2025, "collective").map(({ code }) => code)).not.toContain(
    "PROVINCE_EMULATION_FLAG",
  );
});
