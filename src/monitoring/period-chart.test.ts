import { expect, test } from "vitest";
import { type ChartBar, layOutPeriods, shortLabel } from "./period-chart.ts";

const bar = (value: number | null, text = `${value ?? ""}`): ChartBar => ({
  label: "Quý",
  value,
  text,
  running: false,
});

test("bars stand on zero, as high as what they are of the highest; the goal is a line among them", () => {
  const chart = layOutPeriods([bar(50), bar(100), bar(null)], 50, 612);
  expect(chart.bars.map(({ x, y, width, height, middle }) => [x, y, width, height, middle])).toEqual([
    [74, 103, 64, 63, 106],
    [274, 40, 64, 126, 306],
    [474, 166, 64, 0, 506],
  ]);
  expect(chart.goal).toBe(103);
  expect(chart.roomForText).toBe(true);
});

test("nothing entered draws no bar and divides by nothing", () => {
  const chart = layOutPeriods([bar(null)], null, 300);
  expect(chart.bars.map(({ height }) => height)).toEqual([0]);
  expect(chart.goal).toBe(null);
});

test("numbers are left to the table where they would run into each other", () => {
  const months = Array.from({ length: 12 }, () => bar(1, "1.234.567"));
  expect(layOutPeriods(months, null, 330).roomForText).toBe(false);
});

test.each([
  ["Quý II/2026", "Quý II"],
  ["Tháng 3/2026", "T3"],
  ["6 tháng đầu năm 2026", "6 tháng đầu"],
  ["Kỳ 1 (01/10/2025 đến 31/12/2025)", "Kỳ 1"],
  ["Từ 15/01/2026 đến 31/03/2026", "đến 31/03"],
])("%s stands as %s", (label, short) => {
  expect(shortLabel(label)).toBe(short);
});
