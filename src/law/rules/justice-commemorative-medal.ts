import { day } from "../../platform/day.ts";
import type { Condition, Route, Rule } from "../rule.ts";
import { medalCircular2018, people, unrecorded } from "./shared.ts";

/** Kỷ niệm chương “Vì sự nghiệp Tư pháp”: once for a person, by years in the sector. */
const startOf2018 = day("2018-08-21");
const startOf2025 = day("2025-09-15");

const conditions2018: readonly Condition[] = [
  { kind: "once", code: "once", basis: medalCircular2018, mark: "S" },
  {
    kind: "medal-discipline",
    code: "discipline",
    basis: `${medalCircular2018}, Điều 9 và Điều 10`,
    mark: "S",
  },
  {
    kind: "service",
    code: "years-in-sector",
    years: 20,
    words:
      "20 năm với nam, 15 năm với nữ; 05 năm với cấp trưởng, 08 năm với cấp phó; trường hợp khác theo Điều 5 đến Điều 8",
    basis: `${medalCircular2018}, Điều 5 đến Điều 8`,
    mark: "S",
  },
];

const circular2025 = "Thông tư 14/2025/TT-BTP";

const conditions2025: readonly Condition[] = [
  { kind: "once", code: "once", basis: circular2025, mark: "S" },
  unrecorded(
    "years-in-sector",
    "Số năm công tác theo Thông tư 14/2025/TT-BTP chưa đối chiếu",
    "Cần quá trình công tác trong ngành Tư pháp và đối chiếu số năm theo Thông tư 14/2025/TT-BTP",
    circular2025,
    "?",
  ),
];

const routes = (all: readonly Condition[]): readonly Route[] => [
  { basis: "merit", subjects: people, all },
  { basis: "contribution", subjects: people, all },
];

const rule = { name: "justice-commemorative-medal", code: "JUSTICE_COMMEMORATIVE_MEDAL" } as const;

export const justiceCommemorativeMedal: readonly Rule[] = [
  { ...rule, from: startOf2018, to: startOf2025, routes: routes(conditions2018) },
  { ...rule, from: startOf2025, to: null, routes: routes(conditions2025) },
];
