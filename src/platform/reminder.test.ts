import { expect, test } from "vitest";
import { day } from "./day.ts";
import { datedDeadline, undatedDeadline } from "./deadline.ts";
import { reminderStep } from "./reminder.ts";

const inclusive = datedDeadline("chậm nhất là ngày 27/02/2021", day("2021-02-27"), true);
const exclusive = datedDeadline("trước ngày 30/01/2018", day("2018-01-30"), false);

test.each([
  [inclusive, "2021-02-20", "T-7"],
  [inclusive, "2021-02-21", null],
  [inclusive, "2021-02-25", "T-2"],
  [inclusive, "2021-02-27", null],
  [inclusive, "2021-02-28", "T+1"],
  [inclusive, "2021-03-01", null],
  [exclusive, "2018-01-22", "T-7"],
  [exclusive, "2018-01-27", "T-2"],
  [exclusive, "2018-01-30", "T+1"],
])("%# on its day the engine reminds, on no other", (deadline, on, step) => {
  expect(reminderStep(deadline, day(on))).toBe(step);
});

test("nobody is reminded of a deadline without a day", () => {
  const impossible = undatedDeadline("trước ngày 30/02/2021", "impossible");
  const bound = undatedDeadline("cùng với tổng kết công tác tư pháp năm", "event-bound");
  expect([impossible, bound].map((one) => reminderStep(one, day("2021-02-28")))).toEqual([null, null]);
});
