import { describe, expect, test } from "vitest";
import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import { day } from "../platform/day.ts";
import { datedDeadline } from "../platform/deadline.ts";
import { unitPlanDocument } from "./unit-plan.document.ts";
import type { PlanContent, PlanIssue } from "./unit-plan.ts";
import { itemTaking } from "./unit-plan-answers.ts";

const content = (words: string, grouping: string | null) =>
  itemTaking({ kind: "content", key: "", label: "", words, grouping });

const plan: PlanContent = {
  name: "Kế hoạch tổ chức phong trào thi đua năm 2021",
  goal: "Hoàn thành nhiệm vụ năm.",
  requirements: null,
  arrangements: "Các phòng thực hiện.",
  items: [
    { ...content("Thẩm định đúng hạn", "Xây dựng pháp luật"), id: 1 },
    { ...content("Chuyển đổi số", null), responsible: "Văn phòng", id: 2 },
    { ...content("Rà soát văn bản", "Xây dựng pháp luật"), id: 3 },
    {
      ...content("Hồ sơ quá hạn", null),
      kind: "target",
      value: 2.5,
      valueUnit: "%",
      direction: "at-most",
      id: 4,
    },
    {
      ...content("Gửi báo cáo", null),
      kind: "deadline",
      deadline: datedDeadline("", day("2021-06-15"), true),
      id: 5,
    },
  ],
  answers: [],
};

const issue: PlanIssue = {
  number: "25",
  symbol: "KH-STP",
  on: day("2021-02-25"),
  place: "Điện Biên",
  signerName: "Lò Văn Thử",
  signerOffice: "Phó Giám đốc",
  signerCapacity: "KT. THỦ TRƯỞNG ĐƠN VỊ",
};

const facts = {
  unitName: "Sở Tư pháp tỉnh Điện Biên",
  headOffice: "GIÁM ĐỐC",
  superior: "Ủy ban nhân dân tỉnh Điện Biên",
  symbol: "KH-STP",
  place: "Điện Biên",
  today: day("2021-02-26"),
  issue: null,
  launches: [
    {
      name: "Phong trào thi đua ngành Tư pháp năm 2021",
      launcherName: "Bộ Tư pháp",
      paper: "252/QĐ-BTP ngày 22/02/2021",
    },
  ],
};

describe("the unit's plan on paper", () => {
  test("a draft has no number; one signed by a deputy is signed for the head", () => {
    const draft = unitPlanDocument(plan, facts);
    expect([draft.draft, draft.letterhead.number, draft.letterhead.symbol]).toEqual([
      "DỰ THẢO",
      null,
      "KH-STP",
    ]);
    const issued = unitPlanDocument(plan, { ...facts, issue });
    expect([issued.draft, issued.letterhead.number, issued.letterhead.day]).toEqual([
      null,
      "25",
      "2021-02-25",
    ]);
    expect(JSON.stringify(issued.signatures)).toContain("PHÓ GIÁM ĐỐC");
    expect(JSON.stringify(issued.signatures)).toContain("GIÁM ĐỐC");
  });

  test("names the launch it answers, gathers contents below their headings, and leaves empty parts out", () => {
    const words = JSON.stringify(unitPlanDocument(plan, facts).body);
    const order = [
      "Thực hiện “Phong trào thi đua ngành Tư pháp năm 2021” của Bộ Tư pháp (văn bản số 252/QĐ-BTP ngày 22/02/2021), Sở Tư pháp tỉnh Điện Biên xây dựng kế hoạch như sau:",
      "MỤC ĐÍCH, YÊU CẦU",
      "Hoàn thành nhiệm vụ năm.",
      "NỘI DUNG THI ĐUA",
      "Xây dựng pháp luật",
      "1.1. Thẩm định đúng hạn",
      "1.2. Rà soát văn bản",
      "Chuyển đổi số",
      "Chủ trì: Văn phòng.",
      "CHỈ TIÊU",
      "≤ 2,5%",
      "THỜI HẠN",
      "1. Gửi báo cáo: chậm nhất 15/06/2021, tính cả ngày này.",
      "TỔ CHỨC THỰC HIỆN",
    ];
    const places = order.map((text) => words.indexOf(text));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(words).not.toContain("Yêu cầu");
  });

  test("leaves as DOCX and as PDF", async () => {
    const document = unitPlanDocument(plan, { ...facts, issue });
    const docx = await printDocx(document);
    expect(new TextDecoder("latin1").decode(docx.slice(0, 2))).toBe("PK");
    const { bytes } = await printPdf(document);
    expect(new TextDecoder("latin1").decode(bytes.slice(0, 5))).toBe("%PDF-");
  });
});
