import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { decideRecord, type RecordRequest, writeResult } from "./cluster-record.ts";

const score: RecordRequest = {
  ...{ kind: "score", year: 2021, title: "Kết quả  Khối nội chính", on: day("2021-12-20"), symbol: null },
  ...{ points: 92.5, pointsOf: 100, rank: 2, rankOf: 8, note: null },
};
const today = day("2022-01-10");

test.each<[string, Partial<RecordRequest>, object]>([
  ["stands", {}, { title: "Kết quả Khối nội chính", points: 92.5 }],
  ["rank alone", { points: null, pointsOf: null }, { rank: 2 }],
  ["no result", { points: null, rank: null }, { refusal: "no-result", field: "points" }],
  ["points above the ceiling", { points: 101 }, { refusal: "points-above-ceiling" }],
  ["points at the ceiling", { points: 100 }, { points: 100 }],
  ["rank above the count", { rank: 9 }, { refusal: "rank-above-count", field: "rank" }],
  ["no title", { title: " " }, { refusal: "no-title", field: "title" }],
  ["tomorrow", { on: day("2022-01-11") }, { refusal: "record-in-the-future", field: "on" }],
  ["announced in the next January", { on: day("2022-01-05") }, { year: 2021 }],
  ["two years off", { year: 2019 }, { refusal: "record-of-another-year", field: "on" }],
  ["a paper has no points", { kind: "sent" }, { points: null, pointsOf: null, rank: null, rankOf: null }],
])("a record from outside: %s", (_name, given, expected) => {
  expect(decideRecord({ ...score, ...given }, today)).toMatchObject(expected);
});

test("a result in words", () => {
  expect([
    writeResult(score),
    writeResult({ ...score, pointsOf: null, rank: null }),
    writeResult({ ...score, points: null, rankOf: null }),
  ]).toEqual(["92,5/100 điểm, hạng 2/8", "92,5 điểm", "hạng 2"]);
});
