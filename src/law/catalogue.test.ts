import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { nfc } from "../platform/vietnamese.ts";
import {
  catalogue,
  codes,
  decidersOn,
  entryOf,
  existsIn,
  isCode,
  mayBeGivenTo,
  nameOf,
} from "./catalogue.ts";

test("there is one row for each code: 13 titles and 49 forms", () => {
  expect(catalogue.map((entry) => entry.code)).toEqual([...codes]);
  expect(catalogue.filter((entry) => entry.kind === "title")).toHaveLength(13);
  expect(catalogue.filter((entry) => entry.kind === "form")).toHaveLength(49);
});

test("no two awards share a name or a short name, and all are NFC", () => {
  const names = catalogue.map((entry) => entry.name);
  expect(new Set(names).size).toBe(names.length);
  const shortNames = catalogue.map((entry) => entry.shortName);
  expect(new Set(shortNames).size).toBe(shortNames.length);
  expect(names.map(nfc)).toEqual(names);
});

test("the codes of the contract are known, others are not", () => {
  const contract = [
    "MINISTER_CERTIFICATE_OF_MERIT",
    "PROVINCE_CERTIFICATE_OF_MERIT",
    "PM_CERTIFICATE_OF_MERIT",
    "CERTIFICATE_OF_COMMENDATION",
    "LABOR_ORDER_1",
    "LABOR_ORDER_2",
    "LABOR_ORDER_3",
    "INDEPENDENCE_ORDER_1",
    "INDEPENDENCE_ORDER_2",
    "INDEPENDENCE_ORDER_3",
    "HO_CHI_MINH_ORDER",
    "GOLD_STAR_ORDER",
    "JUSTICE_COMMEMORATIVE_MEDAL",
    "LABOR_HERO",
  ];
  expect(contract.filter((code) => !isCode(code))).toEqual([]);
  expect(isCode("LABOUR_ORDER_3")).toBe(false);
  expect(isCode("toString")).toBe(false);
});

test("titles go to the subjects of Luật 06/2022/QH15, Điều 19 và 20", () => {
  const subjects = Object.fromEntries(
    catalogue.filter((entry) => entry.kind === "title").map((entry) => [entry.code, entry.subjects.join()]),
  );
  expect(subjects).toEqual({
    NATIONAL_EMULATION_FIGHTER: "individual",
    MINISTRY_EMULATION_FIGHTER: "individual",
    GRASSROOTS_EMULATION_FIGHTER: "individual",
    ADVANCED_WORKER: "individual",
    GOVERNMENT_EMULATION_FLAG: "collective",
    MINISTRY_EMULATION_FLAG: "collective",
    PROVINCE_EMULATION_FLAG: "collective",
    MILITARY_REGION_FLAG: "collective",
    EXCELLENT_LABOR_COLLECTIVE: "collective",
    ADVANCED_LABOR_COLLECTIVE: "collective",
    EXEMPLARY_COMMUNE: "collective",
    CULTURAL_VILLAGE: "collective",
    CULTURAL_FAMILY: "household",
  });
});

test("a certificate may go to a household, a commemorative medal only to a person", () => {
  expect(mayBeGivenTo("CERTIFICATE_OF_COMMENDATION", "household")).toBe(true);
  expect(mayBeGivenTo("JUSTICE_COMMEMORATIVE_MEDAL", "collective")).toBe(false);
});

test("what only some regimes know", () => {
  expect(existsIn("EXEMPLARY_COMMUNE", "R1")).toBe(false);
  expect(existsIn("EXEMPLARY_COMMUNE", "R2")).toBe(true);
  expect(existsIn("PROVINCE_BADGE", "R1")).toBe(true);
  expect(existsIn("PROVINCE_BADGE", "R2")).toBe(false);
  expect(existsIn("GLORIOUS_YOUTH_VOLUNTEER_MEDAL", "R1")).toBe(false);
  expect(existsIn("LABOR_ORDER_3", "R1")).toBe(true);
});

test("names follow the regime", () => {
  expect(nameOf("EXEMPLARY_COMMUNE")).toBe("Xã, phường, đặc khu tiêu biểu");
  expect(nameOf("EXEMPLARY_COMMUNE", "R2")).toBe("Xã, phường, thị trấn tiêu biểu");
  expect(nameOf("MINISTRY_EMULATION_FIGHTER", "R1")).toBe(
    "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương",
  );
  expect(nameOf("MINISTRY_EMULATION_FIGHTER", "R3")).toBe("Chiến sĩ thi đua bộ, ban, ngành, tỉnh");
});

const words = (...asked: Parameters<typeof decidersOn>) =>
  decidersOn(...asked).map((decider) => decider.words);

test("the head of a Sở gives Giấy khen, never Bằng khen", () => {
  const today = day("2026-11-21");
  expect(words("CERTIFICATE_OF_COMMENDATION", today, "provincial-department")).toEqual([
    "Giám đốc Sở quyết định",
  ]);
  expect(words("PROVINCE_CERTIFICATE_OF_MERIT", today, "provincial-department")).toEqual([
    "Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định",
  ]);
});

test("district chairs until 30/06/2025, commune chairs from 01/07/2025", () => {
  expect(words("GRASSROOTS_EMULATION_FIGHTER", day("2025-06-30"), "commune-justice")).toEqual([
    "Chủ tịch Ủy ban nhân dân cấp huyện quyết định (đến ngày 30/06/2025)",
  ]);
  expect(words("GRASSROOTS_EMULATION_FIGHTER", day("2025-07-01"), "commune-justice")).toEqual([
    "Chủ tịch Ủy ban nhân dân cấp xã quyết định (từ ngày 01/07/2025)",
  ]);
});

test("a Vụ has no legal personality: its head signs for the Minister in R1, the Minister decides after", () => {
  expect(words("GRASSROOTS_EMULATION_FIGHTER", day("2023-12-31"), "department")).toEqual([
    "Thủ trưởng đơn vị không có tư cách pháp nhân ký thừa lệnh Bộ trưởng, đóng dấu của Bộ, sau khi Bộ trưởng phê duyệt",
  ]);
  expect(words("GRASSROOTS_EMULATION_FIGHTER", day("2024-01-01"), "department")).toEqual([
    "Bộ trưởng quyết định đối với đơn vị không có tư cách pháp nhân; có thể ủy quyền cho Thủ trưởng đơn vị",
  ]);
});

test("nobody decides before the first regime", () => {
  expect(decidersOn("LABOR_ORDER_1", day("2017-09-30"))).toEqual([]);
});

test("every award has somebody who decides it on a day of each regime in which it exists", () => {
  const daysOfRegimes = [
    ["R1", "2020-01-01"],
    ["R2", "2024-06-01"],
    ["R3", "2025-08-01"],
    ["R4", "2026-10-01"],
  ] as const;
  const without = catalogue.flatMap((entry) =>
    daysOfRegimes
      .filter(([regime, on]) => existsIn(entry.code, regime) && decidersOn(entry.code, day(on)).length === 0)
      .map(([regime]) => `${entry.code} ${regime}`),
  );
  expect(without).toEqual([]);
});

test("the way up: sector titles go up both chains, awards outside the sector up none", () => {
  expect(entryOf("GRASSROOTS_EMULATION_FIGHTER").chains).toEqual(["vertical", "territorial"]);
  expect(entryOf("PROVINCE_EMULATION_FLAG").chains).toEqual(["territorial"]);
  expect(entryOf("CULTURAL_VILLAGE").chains).toEqual([]);
});
