import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../platform/day.ts";
import { layOutYear, shortDay, type YearLineFacts } from "./kit/year-line-layout.ts";
import { YearLine } from "./kit.ts";

const facts: YearLineFacts = {
  from: day("2021-01-01"),
  to: day("2021-12-31"),
  today: day("2021-06-21"),
  phases: [
    { label: "Đợt 1 · đến 30/6", from: day("2021-01-01"), to: day("2021-06-30") },
    { label: "Đợt 2 · 01/7 đến 31/12", from: day("2021-07-01"), to: day("2021-12-31") },
  ],
  marks: [
    { label: "Ban hành", day: day("2021-02-22") },
    { label: "Đăng ký", day: day("2021-02-27"), tone: "good", above: true, state: "đã gửi" },
    { label: "Sơ kết", day: day("2021-06-30"), tone: "bad", above: true },
    { label: "Năm sau", day: day("2022-01-05") },
  ],
};

test("months 1 and 2 are written with their zero", () => {
  expect([shortDay(day("2021-02-27")), shortDay(day("2021-06-30"))]).toEqual(["27/02", "30/6"]);
});

test("the year begins at the margin, today stands in its place, what lies outside is left out", () => {
  const year = layOutYear(facts, 1060);
  expect(year.months.map((month) => month.text).join(" ")).toBe("T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12");
  expect(year.phases.map(({ x, text, current }) => ({ x, text, current }))).toEqual([
    { x: 14, text: "Đợt 1 · đến 30/6", current: true },
    { x: 525.8, text: "Đợt 2 · 01/7 đến 31/12", current: false },
  ]);
  // 171 days after the first of January, of 365, over 1032 pixels.
  expect(year.today).toEqual({ x: 497.5, flagX: 445.5, text: "Hôm nay 21/6" });
  expect(year.marks.map((mark) => mark.text)).toEqual(["27/02 Đăng ký", "30/6 Sơ kết", "22/02 Ban hành"]);
});

test("a year without today has no flag", () => {
  expect(layOutYear({ ...facts, today: day("2022-03-01") }, 1060).today).toBe(null);
});

test("phases that overlap stand in rows of their own", () => {
  const overlapping = { label: "Chiến dịch", from: day("2021-03-01"), to: day("2021-03-31") };
  const year = layOutYear({ ...facts, phases: [...facts.phases, overlapping] }, 1060);
  expect(year.phases.map((phase) => phase.y - (year.phases[0]?.y ?? 0))).toEqual([0, 0, 32]);
});

test("a narrow line keeps the name of a phase and numbers the months", () => {
  const year = layOutYear(facts, 350);
  expect(year.phases.map((phase) => phase.text)).toEqual(["Đợt 1 · đến 30/6", "Đợt 2"]);
  expect(year.months.map((month) => month.text).join(" ")).toBe("1 2 3 4 5 6 7 8 9 10 11 12");
});

test("words never lie on one another", () => {
  const mark = fc.record({
    offset: fc.integer({ min: 0, max: 364 }),
    label: fc.constantFrom("Ban hành", "Đăng ký", "Sơ kết đơn vị", "Báo cáo của cụm, khu vực"),
    above: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 8 }), fc.constantFrom(1060, 350), (marks, width) => {
      const year = layOutYear(
        { ...facts, marks: marks.map((one) => ({ ...one, day: addDays(facts.from, one.offset) })) },
        width,
      );
      // Six pixels a letter is less than these labels take, so boxes that touch would overlap on screen.
      const boxes = year.marks.map((one) => {
        const wide = one.text.length * 6;
        const left = one.anchor === "start" ? one.textX : one.textX - wide;
        return { left, right: left + wide, y: one.y };
      });
      for (const [index, one] of boxes.entries())
        for (const other of boxes.slice(index + 1))
          expect(one.y !== other.y || one.right <= other.left || other.right <= one.left).toBe(true);
    }),
  );
});

test("the table beside the drawing says the same in words", () => {
  const drawn = String(<YearLine label="Năm 2021" {...facts} />);
  const table = drawn.slice(drawn.indexOf("<tbody>"), drawn.indexOf("</tbody>"));
  const lines = table.split("</tr>").map((row) => row.replace(/<[^>]*>/g, "|").replace(/\|+/g, "|"));
  expect(lines.slice(0, -1)).toEqual([
    "|Đợt 1 · đến 30/6|01/01/2021| đến |30/06/2021|đang diễn ra|",
    "|Đợt 2 · 01/7 đến 31/12|01/07/2021| đến |31/12/2021|chưa đến|",
    "|Ban hành|22/02/2021|đã qua|",
    "|Đăng ký|27/02/2021|đã gửi|",
    "|Sơ kết|30/06/2021|chưa đến|",
    "|Năm sau|05/01/2022|chưa đến|",
  ]);
});
