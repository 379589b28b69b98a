import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import {
  decideAdoption,
  decideClosing,
  decideReturn,
  decideSignature,
  decideStep,
  type MovementEventKind,
  stateAfter,
  stateOf,
  states,
} from "./life.ts";

const today = day("2021-02-23");
const events = (...kinds: MovementEventKind[]) => kinds.map((kind) => ({ kind }));

describe("the state is the fold of what happened", () => {
  test.each([
    [events("drafted"), "draft"],
    [events("drafted", "opened", "adopted", "printed", "signed", "numbered", "issued"), "issued"],
    [events("drafted", "adopted", "printed", "returned"), "draft"],
    [events("drafted", "issued-elsewhere", "started", "amended"), "running"],
    [events("drafted", "issued-elsewhere", "started", "closed"), "closed"],
  ])("%#", (happened, state) => {
    expect(stateOf(happened)).toBe(state);
  });
});

test("each step follows from its own states and from no other", () => {
  const from = (kind: MovementEventKind) =>
    states.filter((state) => !("refusal" in decideStep(state, kind, today)));
  expect({
    opened: from("opened"),
    adopted: from("adopted"),
    returned: from("returned"),
    printed: from("printed"),
    signed: from("signed"),
    numbered: from("numbered"),
    issued: from("issued"),
    elsewhere: from("issued-elsewhere"),
    started: from("started"),
    closed: from("closed"),
    amended: from("amended"),
  }).toEqual({
    opened: ["draft"],
    adopted: ["draft", "open"],
    returned: ["open", "adopted", "printed"],
    printed: ["adopted"],
    signed: ["printed"],
    numbered: ["signed"],
    issued: ["numbered"],
    elsewhere: ["draft"],
    started: ["issued"],
    closed: ["issued", "running"],
    amended: ["issued", "running"],
  });
});

test("a step out of turn says where the movement stands", () => {
  expect(decideStep("draft", "numbered", today)).toMatchObject({
    refusal: "not-from-here",
    kind: "moved-on",
    sentence:
      "Không cấp số, ngày ban hành được: phong trào đang ở bước “Đang soạn”. Hãy mở lại trang để xem tình trạng mới nhất.",
  });
});

test("an amendment leaves the state as it is", () => {
  expect(stateAfter("running", "amended")).toBe("running");
});

test("a draft is adopted only when every comment has its answer", () => {
  expect(decideAdoption("open", 2, today, null)).toMatchObject({ refusal: "comments-unanswered" });
  expect(decideAdoption("open", 0, today, null)).toEqual({ kind: "adopted", onDay: today, remarks: null });
});

test("a launch given back says why", () => {
  expect(decideReturn("adopted", "  ", today)).toMatchObject({ refusal: "no-reason", field: "remarks" });
  expect(decideReturn("adopted", " Bổ sung  tiêu chí ", today)).toEqual({
    kind: "returned",
    onDay: today,
    remarks: "Bổ sung tiêu chí",
  });
});

describe("a signature", () => {
  const signed = {
    capacity: "KT. BỘ TRƯỞNG",
    role: "THỨ TRƯỞNG",
    name: "Nguyễn Văn An",
    on: day("2021-02-22"),
  };
  test("is not of tomorrow", () => {
    expect(decideSignature("printed", { ...signed, on: day("2021-02-24") }, null, today)).toMatchObject({
      refusal: "signed-in-future",
      field: "on",
    });
  });
  test("is not before the adoption", () => {
    expect(decideSignature("printed", signed, today, today)).toMatchObject({
      refusal: "signed-before-adoption",
    });
  });
  test("keeps who signed and in which capacity", () => {
    expect(decideSignature("printed", signed, day("2021-02-20"), today)).toEqual({
      kind: "signed",
      onDay: "2021-02-22",
      remarks: null,
      data: { capacity: "KT. BỘ TRƯỞNG", role: "THỨ TRƯỞNG", name: "Nguyễn Văn An" },
    });
  });
});

test("a movement closed before its last day says why", () => {
  const last = day("2021-12-31");
  expect(decideClosing("running", last, today, null)).toMatchObject({
    refusal: "closed-early",
    field: "remarks",
  });
  expect(decideClosing("running", last, day("2021-12-31"), null)).toEqual({
    kind: "closed",
    onDay: "2021-12-31",
    remarks: null,
  });
});
