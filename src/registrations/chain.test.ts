import { describe, expect, test } from "vitest";
import { type LineChain, type RegisteringUnit, routeOf } from "./chain.ts";

const enforcement: RegisteringUnit = {
  name: "Cục THADS tỉnh Điện Biên",
  territorial: false,
  isDepartmentOfJustice: false,
};
const department: RegisteringUnit = {
  name: "Sở Tư pháp tỉnh Điện Biên",
  territorial: true,
  isDepartmentOfJustice: true,
};
const room: RegisteringUnit = { name: "Phòng Hành chính", territorial: true, isDepartmentOfJustice: false };

// Thông tư 05/2018/TT-BTP, Điều 2, Điều 3, điểm g khoản 1 Điều 25.
describe("up which chain a title goes", () => {
  test.each([
    [enforcement, "ADVANCED_WORKER", "vertical"],
    [enforcement, "MINISTRY_EMULATION_FIGHTER", "vertical"],
    [enforcement, "GOVERNMENT_EMULATION_FLAG", "vertical"],
    [department, "MINISTRY_EMULATION_FLAG", "vertical"],
    [department, "MINISTER_CERTIFICATE_OF_MERIT", "vertical"],
    [department, "JUSTICE_COMMEMORATIVE_MEDAL", "vertical"],
    [department, "ADVANCED_WORKER", "territorial"],
    [department, "GRASSROOTS_EMULATION_FIGHTER", "territorial"],
    [department, "MINISTRY_EMULATION_FIGHTER", "territorial"],
    [department, "PROVINCE_EMULATION_FLAG", "territorial"],
    [room, "MINISTER_CERTIFICATE_OF_MERIT", "vertical"],
    [room, "ADVANCED_LABOR_COLLECTIVE", "territorial"],
  ] as const)("%o %s → %s", (unit, code, chain: LineChain) => {
    expect(routeOf(code, unit, 2021)).toMatchObject({
      chain,
      basis: "Thông tư 05/2018/TT-BTP, Điều 2, Điều 3, điểm g khoản 1 Điều 25",
    });
  });

  test.each([
    [enforcement, "PROVINCE_EMULATION_FLAG", "province-title-of-sector-unit"],
    [enforcement, "PROVINCE_CERTIFICATE_OF_MERIT", "province-title-of-sector-unit"],
    [room, "MINISTRY_EMULATION_FLAG", "sector-flag-of-a-room"],
    [department, "CULTURAL_FAMILY", "not-of-the-sector"],
    [enforcement, "EXEMPLARY_COMMUNE", "not-of-the-sector"],
  ] as const)("%o %s is refused: %s", (unit, code, refusal) => {
    expect(routeOf(code, unit, 2025)).toMatchObject({
      refusal,
      field: "title",
      basis: "Thông tư 11/2023/TT-BTP",
    });
  });
});
