import { expect, test } from "vitest";
import { diffWords } from "./diff-words.ts";

test("what changed between two texts, in runs of words", () => {
  expect(diffWords("gửi trước ngày 30", "gửi chậm nhất ngày 05")).toEqual([
    { kind: "same", text: "gửi " },
    { kind: "gone", text: "trước" },
    { kind: "come", text: "chậm" },
    { kind: "same", text: " " },
    { kind: "come", text: "nhất " },
    { kind: "same", text: "ngày " },
    { kind: "gone", text: "30" },
    { kind: "come", text: "05" },
  ]);
  expect(diffWords("như cũ", "như cũ")).toEqual([{ kind: "same", text: "như cũ" }]);
  expect(diffWords("", "mới")).toEqual([{ kind: "come", text: "mới" }]);
});
