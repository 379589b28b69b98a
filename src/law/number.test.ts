import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { bonusOf } from "./bonus.ts";
import { bonusesOf } from "./bonus-list.ts";
import type { Case } from "./facts.ts";
import { judge } from "./judge.ts";
import { judgeBy } from "./judge-by.ts";
import { decideNumber, keysOf, type NewNumber, nameOfKey, writeRow } from "./number.ts";
import { effectsOf } from "./number-effects.ts";
import { catalogueNumbers, type EnteredRow, numberKinds, numberOn, numbersWith } from "./numbers.ts";
import { coefficientOn } from "./numbers-coefficients.ts";
import { timeLimitOn } from "./numbers-deadlines.ts";
import { baseSalaryOn } from "./numbers-salary.ts";
import { thresholdOn } from "./numbers-thresholds.ts";
import { voteOn } from "./vote.ts";

const today = day("2026-11-21");

const aNumber = (given: Partial<NewNumber> = {}): NewNumber => ({
  kind: "base-salary",
  key: "base-salary",
  value: 2_800_000,
  ceiling: false,
  from: day("2027-07-01"),
  to: null,
  instrument: "99/2027/NĐ-CP",
  basis: "Nghị định 99/2027/NĐ-CP, Điều 3",
  verified: true,
  note: null,
  corrects: false,
  ...given,
});

const counting = (asked: NewNumber, entered: readonly EnteredRow[] = []) =>
  numberOn(numbersWith(entered), asked.kind, asked.key, asked.from);

test("an entered number counts from its first day, the catalogue's until the day before", () => {
  const { baseSalaries } = numbersWith([aNumber()]);
  expect(baseSalaryOn(day("2027-06-30"), baseSalaries)?.value).toBe(2_530_000);
  expect(baseSalaryOn(day("2027-07-01"), baseSalaries)?.value).toBe(2_800_000);
  expect(baseSalaryOn(day("2027-07-01"))?.value).toBe(2_530_000);
});

test("a number for some days in between leaves the catalogue's days on both sides", () => {
  const bounded = aNumber({ from: day("2026-08-01"), to: day("2026-09-01") });
  const { baseSalaries } = numbersWith([bounded]);
  expect(
    ["2026-07-31", "2026-08-01", "2026-08-31", "2026-09-01"].map(
      (on) => baseSalaryOn(day(on), baseSalaries)?.value,
    ),
  ).toEqual([2_530_000, 2_800_000, 2_800_000, 2_530_000]);
});

test("entered coefficients and thresholds take the place of those of the same award only", () => {
  const numbers = numbersWith([
    aNumber({
      kind: "coefficient",
      key: "JUSTICE_COMMEMORATIVE_MEDAL individual any level",
      value: 40,
      from: day("2026-12-01"),
    }),
    aNumber({ kind: "threshold", key: "GRASSROOTS_EMULATION_FIGHTER", value: 75, from: day("2026-12-01") }),
  ]);
  const on = day("2026-12-01");
  const { coefficients, thresholds } = numbers;
  expect(coefficientOn("JUSTICE_COMMEMORATIVE_MEDAL", "individual", on, null, coefficients)).toMatchObject({
    value: 40,
    ceiling: false,
    verified: true,
  });
  expect(coefficientOn("ADVANCED_WORKER", "individual", on, null, coefficients)?.value).toBe(30);
  expect(thresholdOn("GRASSROOTS_EMULATION_FIGHTER", on, thresholds)?.value).toBe(75);
  expect(thresholdOn("MINISTRY_EMULATION_FIGHTER", on, thresholds)?.value).toBe(90);
});

test("the ministry appraises state merit in 30 working days since 152/2025, 20 before 2024", () => {
  expect(timeLimitOn("state-merit-appraisal", day("2025-07-01"))?.value).toBe(30);
  expect(timeLimitOn("state-merit-appraisal", day("2023-12-31"))?.value).toBe(20);
  expect(timeLimitOn("state-merit-appraisal", day("2024-06-01"))).toBe(null);
  expect(timeLimitOn("state-merit-appraisal", day("2027-03-01"))).toBe(null);
});

test("a new number ends the open one before it", () => {
  const before = {
    ...aNumber({ from: day("2027-01-01") }),
    id: 7,
    entered: { from: null, to: null },
    corrects: null,
  };
  const written = { ...before, at: new Date(0), actorName: "A", postTitle: null };
  expect(decideNumber(aNumber(), counting(aNumber(), [written]), [written], today)).toMatchObject({
    refusal: "same-number",
  });
  const next = aNumber({ value: 3_000_000 });
  expect(decideNumber(next, counting(next, [written]), [written], today)).toEqual({
    row: next,
    corrects: null,
    ends: { id: 7, on: "2027-07-01" },
    givesWay: null,
  });
});

test.each([
  ["unknown-number", { kind: "threshold", key: "LABOUR" }],
  ["value-out-of-range", { kind: "threshold", key: "ADVANCED_WORKER", value: 101 }],
  ["value-out-of-range", { value: 0 }],
  ["before-first-regime", { from: "2017-09-30" }],
  ["ends-before-it-begins", { to: "2027-07-01" }],
  ["no-instrument", { instrument: " " }],
  ["no-basis", { basis: " " }],
  ["already-verified", { corrects: true, from: "2026-07-01" }],
] as const)("%s: %j is refused", (refusal, given) => {
  const asked = aNumber(given as Partial<NewNumber>);
  expect(decideNumber(asked, counting(asked), [], today)).toMatchObject({ refusal });
});

test("only what is not yet checked is corrected, and the correction says what it took the place of", () => {
  const asked = aNumber({
    kind: "threshold",
    key: "GRASSROOTS_EMULATION_FIGHTER",
    value: 80,
    from: day("2026-01-01"),
    corrects: true,
  });
  expect(decideNumber(asked, counting(asked), [], today)).toMatchObject({
    corrects:
      "80 % (Quy định của bộ theo Nghị định 152/2025/NĐ-CP, Điều 6 khoản 2 (chưa thấy; giữ mức của Nghị định 98/2023/NĐ-CP))",
    ends: null,
    givesWay: null,
  });
});

test("a correction from the middle of a number leaves it the days before; one from its first day takes its place", () => {
  const doubtful = {
    ...aNumber({
      kind: "threshold",
      key: "ADVANCED_WORKER",
      value: 60,
      from: day("2026-01-01"),
      verified: false,
    }),
    ...{
      id: 3,
      entered: { from: null, to: null },
      corrects: null,
      at: new Date(0),
      actorName: "A",
      postTitle: null,
    },
  };
  const correction = (from: string): NewNumber => ({
    ...aNumber({ kind: "threshold", key: "ADVANCED_WORKER", value: 55, from: day(from), corrects: true }),
  });
  const decided = (from: string) => {
    const asked = correction(from);
    return decideNumber(asked, counting(asked, [doubtful]), [doubtful], today);
  };
  expect(decided("2026-06-01")).toMatchObject({ ends: { id: 3, on: "2026-06-01" }, givesWay: null });
  expect(decided("2026-01-01")).toMatchObject({ ends: null, givesWay: 3 });
  expect(decided("2025-12-31")).toMatchObject({ refusal: "nothing-to-correct" });
});

test("a base salary of before the first regime may be confirmed, not entered", () => {
  const asked = aNumber({ value: 1_300_000, from: day("2017-07-01"), to: day("2018-07-01"), corrects: true });
  expect(decideNumber(asked, counting(asked), [], today)).toMatchObject({
    corrects: "1.300.000 đ (Nghị định 47/2017/NĐ-CP)",
  });
});

test("every number of the catalogue has a name in words and can be entered anew", () => {
  const nameless = numberKinds.flatMap((kind) =>
    keysOf(kind).filter((key) => kind !== "base-salary" && nameOfKey(kind, key) === "Mức lương cơ sở"),
  );
  expect(nameless).toEqual([]);
  const { coefficients } = catalogueNumbers;
  expect(
    new Set(
      coefficients.map(({ code, subject, level }) => `${code} ${subject} ${level ?? "any level"}`),
    ).difference(new Set(keysOf("coefficient"))),
  ).toEqual(new Set());
  expect(nameOfKey("coefficient", "CERTIFICATE_OF_COMMENDATION individual commune")).toBe(
    "Giấy khen, cá nhân (cấp xã)",
  );
  expect(writeRow({ kind: "coefficient", value: 60, ceiling: true })).toBe("không quá 0,6");
});

test("a new base salary changes the sums of its first day, by the rounding of the law", () => {
  const asked = aNumber();
  const { changes, titles } = effectsOf(catalogueNumbers, numbersWith([asked]), asked);
  expect(titles).toEqual([]);
  expect(changes.slice(0, 1)).toEqual([{ label: "Số áp dụng", before: "2.530.000 đ", after: "2.800.000 đ" }]);
  expect(changes.find(({ label }) => label === "Lao động tiên tiến (cá nhân)")).toEqual({
    label: "Lao động tiên tiến (cá nhân)",
    before: "760.000 đ",
    after: "840.000 đ",
  });
});

test("a new share of votes changes what councils of 9, 11, 15 and 17 members need", () => {
  const asked = aNumber({ kind: "threshold", key: "NATIONAL_EMULATION_FIGHTER", value: 75 });
  expect(effectsOf(catalogueNumbers, numbersWith([asked]), asked).changes).toEqual([
    { label: "Số áp dụng", before: "90 %", after: "75 %" },
    { label: "Hội đồng 9 thành viên", before: "9 phiếu", after: "7 phiếu" },
    { label: "Hội đồng 11 thành viên", before: "10 phiếu", after: "9 phiếu" },
    { label: "Hội đồng 15 thành viên", before: "14 phiếu", after: "12 phiếu" },
    { label: "Hội đồng 17 thành viên", before: "16 phiếu", after: "13 phiếu" },
  ]);
});

const collective: Case = {
  ask: "ADVANCED_LABOR_COLLECTIVE",
  for: "collective",
  basis: "merit",
  year: 2026,
  receivedOn: day("2026-12-15"),
  moreFavourable: false,
  facts: {
    members: { total: 20, completed: 20, advancedWorkers: 15, grassrootsFighters: 1, warnedOrWorse: 0 },
    grades: { 2026: "good" },
    existsMonths: 120,
    registered: true,
    reviewed: true,
    cleanBodies: true,
    pending: [],
    discipline: [],
  },
};

test("an entered ratio decides instead of the rule's own, and carries its article and mark", () => {
  const asked = aNumber({
    kind: "ratio",
    key: "ADVANCED_LABOR_COLLECTIVE advancedWorkers",
    value: 80,
    from: day("2026-12-01"),
    basis: "Thông tư 99/2026/TT-BTP, Điều 4",
    verified: false,
  });
  const before = judge(collective);
  const after = judgeBy(collective, numbersWith([asked]));
  expect(judgeBy(collective, catalogueNumbers)).toEqual(before);
  const share = (verdict: typeof before) =>
    verdict.findings.filter(({ evidence }) =>
      evidence.some((path) => path.startsWith("members.advancedWorkers")),
    );
  expect(share(before).map(({ state }) => state)).toEqual(["met"]);
  expect(share(after)).toMatchObject([
    { state: "unmet", basis: "Thông tư 99/2026/TT-BTP, Điều 4", verified: false },
  ]);
  expect(after.outcome).toBe("ineligible");
  expect(judgeBy({ ...collective, receivedOn: day("2026-11-30") }, numbersWith([asked])).outcome).toBe(
    before.outcome,
  );
  expect(effectsOf(catalogueNumbers, numbersWith([asked]), asked).titles).toContain(
    "ADVANCED_LABOR_COLLECTIVE",
  );
});

test("an entered share, coefficient and base salary are what votes and sums are reckoned by", () => {
  const share = aNumber({ kind: "threshold", key: "NATIONAL_EMULATION_FIGHTER", value: 75 });
  const vote = { code: "NATIONAL_EMULATION_FIGHTER", members: 15, yes: 12, on: day("2027-07-01") } as const;
  expect(voteOn(vote)).toMatchObject({ threshold: 90, needed: 14, passed: false, verified: false });
  expect(voteOn(vote, numbersWith([share]))).toMatchObject({
    threshold: 75,
    needed: 12,
    passed: true,
    basis: "Nghị định 99/2027/NĐ-CP, Điều 3",
    words:
      "Cần từ 75 % trở lên tổng số 15 thành viên Hội đồng, tức ít nhất 12 phiếu đồng ý; có 12 phiếu: đạt.",
    verified: true,
  });

  const numbers = numbersWith([
    aNumber(),
    aNumber({ kind: "coefficient", key: "ADVANCED_WORKER individual any level", value: 35 }),
  ]);
  const award = {
    code: "ADVANCED_WORKER",
    subject: "individual",
    on: day("2027-07-01"),
    level: null,
    period: "2026",
    achievement: null,
  } as const;
  expect(bonusOf(award)).toMatchObject({ coefficient: "0.3", baseSalary: 2_530_000, amount: 760_000 });
  expect(bonusOf(award, numbers)).toMatchObject({
    coefficient: "0.35",
    baseSalary: 2_800_000,
    amount: 980_000,
    words:
      "0,35 × 2.800.000 đ = 980.000 đ. Nghị định 152/2025/NĐ-CP chỉ áp dụng đến ngày 01/03/2027; quy định sau đó chưa có trong danh mục.",
    verified: false,
  });
  expect(bonusesOf([award], numbers).total).toBe(980_000);
  expect(bonusesOf([award]).total).toBe(760_000);
});
