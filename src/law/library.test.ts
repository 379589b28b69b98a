import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { changesTo, instrumentBySlug, rulesRestingOn, slugOf } from "./citations.ts";
import { lawHits } from "./hits.ts";
import { instruments } from "./instruments.ts";
import {
  changesUnder,
  changeWords,
  type DocumentFacts,
  decideDocument,
  inForceOn,
  matchingLine,
} from "./library.ts";

const aRule = (given: Partial<DocumentFacts> = {}): DocumentFacts => ({
  symbol: "1234/QĐ-BTP",
  title: "Quyết định ban hành Quy chế thi đua, khen thưởng",
  kind: "body-rule",
  issuerUnit: 1,
  issuerName: null,
  issued: day("2024-03-01"),
  validity: { from: null, to: null },
  amends: [],
  replaces: [],
  restsOn: ["06/2022/QH15", "98/2023/NĐ-CP"],
  note: null,
  ...given,
});

test("a rule of 2024 is flagged once 98/2023 is replaced and the law amended", () => {
  expect(changesUnder(aRule(), [], day("2025-06-13")).map(changeWords)).toEqual([]);
  expect(changesUnder(aRule(), [], day("2025-07-01")).map(changeWords)).toEqual([
    "Nghị định 98/2023/NĐ-CP được thay thế bởi Nghị định 152/2025/NĐ-CP từ ngày 01/07/2025",
  ]);
  expect(changesUnder(aRule(), [], day("2026-11-21")).map(({ key }) => key)).toEqual([
    "amended 06/2022/QH15 06/2026/QH16",
    "replaced 98/2023/NĐ-CP 152/2025/NĐ-CP",
  ]);
});

test("what changed before the rule was issued is no change under it", () => {
  const rule = aRule({ issued: day("2026-10-02"), restsOn: ["06/2022/QH15"] });
  expect(changesUnder(rule, [], day("2026-11-21"))).toEqual([]);
});

test("an instrument that lapses without a successor flags the rule from that day", () => {
  const rule = aRule({ restsOn: ["73/2024/NĐ-CP", "152/2025/NĐ-CP"], issued: day("2025-08-01") });
  expect(changesUnder(rule, [], day("2027-02-28")).map(({ key }) => key)).toEqual([
    "replaced 73/2024/NĐ-CP 161/2026/NĐ-CP",
  ]);
  expect(changesUnder(rule, [], day("2027-03-01")).map(changeWords).slice(1)).toEqual([
    "Nghị định 152/2025/NĐ-CP hết hiệu lực từ ngày 01/03/2027",
  ]);
});

test("a document of the library changes a rule too", () => {
  const below = aRule({ symbol: "55/QĐ-BTP", issued: day("2026-05-01"), replaces: ["12/QĐ-BTP"] });
  expect(
    changesUnder(aRule({ restsOn: ["12/QĐ-BTP"] }), [below], day("2026-11-21")).map(({ key }) => key),
  ).toEqual(["replaced 12/QĐ-BTP 55/QĐ-BTP"]);
});

test.each([
  ["no-symbol", { symbol: " " }],
  ["no-title", { title: " " }],
  ["no-issuer", { issuerUnit: null }],
  ["in-force-before-issue", { validity: { from: "2024-02-29", to: null } }],
  ["ends-before-it-begins", { validity: { from: null, to: "2024-03-01" } }],
  ["rests-on-nothing", { restsOn: [] }],
  ["changes-itself", { replaces: ["1234/QĐ-BTP"] }],
] as const)("%s: %j is refused", (refusal, given) => {
  expect(decideDocument(aRule(given as Partial<DocumentFacts>))).toMatchObject({ refusal });
});

test("without a first day a document holds from its issue", () => {
  expect(inForceOn(aRule(), day("2024-02-29"))).toBe(false);
  expect(inForceOn(aRule(), day("2024-03-01"))).toBe(true);
});

test("the line with all the words is shown, accents or not", () => {
  const text = "Điều 1. Phạm vi\nĐiều 2. Tỷ lệ phiếu đồng ý\nphiếu kín";
  expect(matchingLine(text, ["phieu", "dong", "y"])).toEqual({
    number: 2,
    text: "Điều 2. Tỷ lệ phiếu đồng ý",
  });
  expect(matchingLine(text, ["ngân sách"])).toBe(null);
});

test("every instrument has an address of its own", () => {
  expect(slugOf("152/2025/NĐ-CP")).toBe("152-2025-nd-cp");
  expect(new Set(instruments.map(({ symbol }) => slugOf(symbol))).size).toBe(instruments.length);
  expect(instrumentBySlug("152-2025-nd-cp")?.symbol).toBe("152/2025/NĐ-CP");
});

test("what rests on an instrument is found by its citations", () => {
  expect(rulesRestingOn("05/2018/TT-BTP").map(({ rule }) => rule.name)).toContain(
    "grassroots-emulation-fighter",
  );
  const worker = rulesRestingOn("05/2018/TT-BTP").find(
    ({ rule }) => rule.name === "grassroots-emulation-fighter",
  );
  expect(worker?.articles).toContain("Thông tư 05/2018/TT-BTP, Điều 11");
  expect(worker?.articles.filter((article) => article.includes("Nghị định"))).toEqual([]);
  expect(rulesRestingOn("30/2020/NĐ-CP")).toEqual([]);
  expect(changesTo("06/2022/QH15").map(({ by, how }) => [by.symbol, how])).toEqual([
    ["06/2026/QH16", "amended"],
  ]);
});

test("search finds without accents, and exact accents first", () => {
  expect(lawHits("chien si thi dua co so", 3)[0]).toMatchObject({
    title: "Chiến sĩ thi đua cơ sở",
    href: "/phap-luat/danh-hieu/GRASSROOTS_EMULATION_FIGHTER",
    rank: 1,
  });
  expect(lawHits("152/2025/NĐ-CP", 3)[0]).toMatchObject({ title: "Nghị định 152/2025/NĐ-CP", rank: 2 });
  expect(lawHits("không có chữ này đâu", 3)).toEqual([]);
});
