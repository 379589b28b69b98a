import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import {
  decideAnswering,
  decideAsking,
  decideClosing,
  decideEscalating,
  decideReopening,
  foldQuestion,
  type Question,
  type QuestionState,
} from "./question.ts";

const department = 5;
const ministry = 1;
const today = day("2021-03-10");

const question = (state: QuestionState): Question => ({
  id: 1,
  unit: 9,
  unitName: "Phòng Hành chính tư pháp",
  movement: null,
  movementName: null,
  kind: "question",
  title: "Đăng ký danh hiệu khi biệt phái",
  holder: department,
  holderName: "Sở Tư pháp",
  path: [department],
  state,
  dueOn: day("2021-03-19"),
  askedAt: new Date("2021-03-05T02:00:00Z"),
});

describe("asking", () => {
  const asked = { kind: "question" as const, title: "Vướng", words: "  Nội dung ", receiver: department };

  test("goes to a body above that answers, with the day by which it should", () => {
    expect(decideAsking(asked, [department, ministry], day("2021-03-19"))).toEqual({
      kind: "asked",
      words: "Nội dung",
      holder: department,
      dueOn: "2021-03-19",
    });
  });

  test.each([
    [{ ...asked, title: " " }, "no-title", "title"],
    [{ ...asked, words: "\n" }, "no-words", "words"],
    [{ ...asked, receiver: 77 }, "no-such-receiver", "receiver"],
  ])("%o is refused: %s", (given, refusal, field) => {
    expect(decideAsking(given, [department], today)).toMatchObject({ refusal, field });
  });
});

test.each([
  ["open", null],
  ["answered", "not-open"],
  ["closed", "not-open"],
] as const)("a question that is %s is answered: %s", (state, refusal) => {
  const outcome = decideAnswering(question(state), "Theo Điều 3");
  expect("refusal" in outcome ? outcome.refusal : null).toBe(refusal);
});

describe("passing upward", () => {
  const to = { body: ministry, why: "Vượt thẩm quyền", dueOn: day("2021-03-24") };

  test("moves the question to the body above with a deadline of its own", () => {
    expect(decideEscalating(question("open"), to, [ministry], today)).toEqual({
      kind: "escalated",
      words: "Vượt thẩm quyền",
      holder: ministry,
      dueOn: "2021-03-24",
    });
  });

  test.each([
    [{ ...to, body: 9 }, "no-such-receiver"],
    [{ ...to, why: "" }, "no-why"],
    [{ ...to, dueOn: day("2021-03-09") }, "due-in-the-past"],
  ])("%o is refused: %s", (given, refusal) => {
    expect(decideEscalating(question("open"), given, [ministry], today)).toMatchObject({ refusal });
  });

  test("the last day may be today", () => {
    expect(decideEscalating(question("open"), { ...to, dueOn: today }, [ministry], today)).toMatchObject({
      kind: "escalated",
    });
  });
});

test("only an answered question is asked again", () => {
  const again = (state: QuestionState) => decideReopening(question(state), "Còn chưa rõ", today);
  expect(again("answered")).toMatchObject({ kind: "reopened", holder: department });
  expect(again("open")).toMatchObject({ refusal: "not-answered" });
  expect(again("closed")).toMatchObject({ refusal: "not-answered" });
});

test("taking a question back before its answer needs a reason; ending it after needs none", () => {
  expect(decideClosing(question("open"), " ")).toMatchObject({ refusal: "no-why" });
  expect(decideClosing(question("open"), "Đã tự giải quyết")).toMatchObject({ kind: "closed" });
  expect(decideClosing(question("answered"), "")).toMatchObject({ kind: "closed", words: null });
  expect(decideClosing(question("closed"), "")).toMatchObject({ refusal: "closed" });
});

test("state, holder, path and day are the fold of what happened", () => {
  const step = (
    kind: "asked" | "escalated" | "answered" | "reopened" | "closed",
    holder: number,
    due: string | null,
  ) => ({
    kind,
    words: null,
    holder,
    dueOn: due ? day(due) : null,
  });
  const steps = [
    step("asked", department, "2021-03-19"),
    step("escalated", ministry, "2021-03-30"),
    step("answered", ministry, null),
    step("reopened", ministry, "2021-04-13"),
    step("answered", ministry, null),
    step("closed", ministry, null),
  ];
  const states = steps.map((_, index) => foldQuestion(steps.slice(0, index + 1))!);
  expect(states.map(({ state }) => state)).toEqual([
    "open",
    "open",
    "answered",
    "open",
    "answered",
    "closed",
  ]);
  expect(states.at(-1)).toEqual({
    state: "closed",
    holder: ministry,
    path: [department, ministry],
    dueOn: "2021-04-13",
  });
  expect(foldQuestion([])).toBeNull();
});
