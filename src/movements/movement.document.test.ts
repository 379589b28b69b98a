import { expect, test } from "vitest";
import { numberLine, placeAndDay, recipientLines } from "../documents/tree.ts";
import { day } from "../platform/day.ts";
import { emptyDraft } from "./draft.ts";
import { launchDecision, launchPlan, usualSymbol } from "./movement.document.ts";
import type { Movement } from "./movement.ts";

const facts = { superior: null, code: "BTP", place: "Hà Nội", today: day("2026-02-20") };

const aMovement = (given: Partial<Movement> = {}): Movement => ({
  ...(emptyDraft(1, {
    name: "Phong trào thi đua ngành Tư pháp năm 2026",
    kind: "regular",
    level: "ministry",
    fromYear: 2026,
    toYear: 2026,
  }) as unknown as Movement),
  launcher: { id: 1, name: "Bộ Tư pháp", kind: "ministry" },
  grounds: [{ words: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", line: null }],
  recipients: [
    { name: "Như Điều 3", purpose: null },
    { name: "Bộ trưởng", purpose: "để báo cáo" },
    { name: "Lưu: VT, TCCB.", purpose: null },
  ],
  ...given,
});

const numbered = aMovement({
  documents: [
    {
      id: 1,
      kind: "QUYET_DINH",
      number: "5",
      symbol: "QĐ-BTP",
      issuerName: "Bộ Tư pháp",
      place: "Hà Nội",
      issuedOn: day("2026-02-05"),
      title: null,
      signatory: { capacity: "KT. BỘ TRƯỞNG", role: "Thứ trưởng", name: "Nguyễn Văn An" },
      file: null,
      fileName: null,
    },
  ],
});

test("before it is numbered the decision is a draft with room for number and day", () => {
  const paper = launchDecision(aMovement(), facts);
  expect([paper.draft, paper.letterhead.number, paper.letterhead.symbol, paper.letterhead.day]).toEqual([
    "DỰ THẢO",
    null,
    "QĐ-BTP",
    { year: 2026 },
  ]);
});

test("numbered it bears number, day, place, decider and grounds as Nghị định 30/2020/NĐ-CP lays them out", () => {
  const paper = launchDecision(numbered, facts);
  expect({
    draft: paper.draft,
    number: numberLine(paper.letterhead),
    place: placeAndDay(paper.letterhead),
    decider: paper.decider,
    grounds: paper.grounds,
    title: paper.title,
    recipients: paper.recipients && recipientLines(paper.recipients),
    signature: paper.signatures[0],
    annex: paper.annexes[0]?.reference,
  }).toEqual({
    draft: null,
    number: "Số: 05/QĐ-BTP",
    place: "Hà Nội, ngày 05 tháng 02 năm 2026",
    decider: "BỘ TRƯỞNG BỘ TƯ PHÁP",
    grounds: ["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"],
    title: {
      kind: "named",
      name: "QUYẾT ĐỊNH",
      abstract: "Ban hành Kế hoạch phát động phong trào thi đua ngành Tư pháp năm 2026",
    },
    recipients: ["- Như Điều 3;", "- Bộ trưởng (để báo cáo);", "- Lưu: VT, TCCB."],
    signature: {
      acting: [{ capacity: "KT.", office: "BỘ TRƯỞNG" }],
      office: "THỨ TRƯỞNG",
      name: "Nguyễn Văn An",
      signed: false,
    },
    annex: "(Ban hành kèm theo Quyết định số 5/QĐ-BTP ngày 05 tháng 02 năm 2026 của Bộ trưởng Bộ Tư pháp)",
  });
});

test("the plan holds only the parts that are written, numbered one after the other", () => {
  const plan = launchPlan(
    aMovement({ goal: "Hoàn thành nhiệm vụ", funding: "Quỹ thi đua, khen thưởng" }),
    facts,
  );
  const headings = plan.body.flatMap((block) =>
    block.kind === "heading" ? [`${block.number} ${block.title}`] : [],
  );
  expect(headings).toEqual(["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "II. TỔ CHỨC THỰC HIỆN", "1. Kinh phí"]);
});

test("a Sở names the body above it and its own head", () => {
  const launcher = { id: 2, name: "Sở Tư pháp tỉnh Điện Biên", kind: "provincial-department" as const };
  const paper = launchDecision(aMovement({ launcher }), {
    ...facts,
    superior: "Ủy ban nhân dân tỉnh Điện Biên",
    code: "STP-DBN",
  });
  expect([paper.letterhead.superior, paper.letterhead.symbol, paper.decider]).toEqual([
    "ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN",
    "QĐ-STP",
    "GIÁM ĐỐC SỞ TƯ PHÁP TỈNH ĐIỆN BIÊN",
  ]);
  expect(usualSymbol("STP-DBN", "KH")).toBe("KH-STP");
});
