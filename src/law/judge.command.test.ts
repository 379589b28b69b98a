import { describe, expect, test } from "vitest";
import { codes } from "./codes.ts";
import { judgeCase } from "./judge.command.ts";

const aCase = (lines: string): string => `ask: ADVANCED_WORKER
for: { kind: individual }
year: 2024
receivedOn: 2025-01-10
${lines}`;

const faultsOf = (text: string): string[] => {
  const read = judgeCase(text, "case.yaml");
  return "faults" in read ? read.faults : [];
};

describe("a well-formed case", () => {
  const text = aCase("facts: { grades: { 2024: good }, reviewed: true, pending: [] }");

  test("gets its whole verdict", () => {
    expect(judgeCase(text, "case.yaml")).toEqual({
      verdict: {
        ask: "ADVANCED_WORKER",
        regime: "R2",
        rule: "advanced-worker@2024-01-01",
        outcome: "eligible",
        verified: true,
        reason: null,
        findings: [
          {
            code: "grade",
            state: "met",
            words:
              "Năm 2024 được xếp loại “hoàn thành tốt nhiệm vụ”; yêu cầu “hoàn thành tốt nhiệm vụ” trở lên",
            basis: "Luật 06/2022/QH15, Điều 24",
            evidence: ["grades.2024"],
            needs: null,
            verified: true,
          },
          {
            code: "reviewed",
            state: "met",
            words:
              "Bình xét của đơn vị xác nhận các tiêu chuẩn chung (phẩm chất, đoàn kết, tham gia phong trào)",
            basis: "Luật 06/2022/QH15, Điều 24",
            evidence: ["reviewed"],
            needs: null,
            verified: true,
          },
          {
            code: "pending-matter",
            state: "met",
            words: "Không có vụ việc làm tạm dừng xét",
            basis: "Nghị định 98/2023/NĐ-CP",
            evidence: ["pending"],
            needs: null,
            verified: true,
          },
        ],
        needs: [],
      },
    });
  });

  test("may write its years as text, and keys with nothing behind them", () => {
    expect(
      judgeCase(
        aCase('facts: { grades: { "2024": good }, reviewed: true, pending: [], quota: null }'),
        "case.yaml",
      ),
    ).toEqual(judgeCase(text, "case.yaml"));
  });

  test("may be JSON", () => {
    const json = JSON.stringify({
      ask: "ADVANCED_WORKER",
      for: { kind: "individual" },
      year: 2024,
      receivedOn: "2025-01-10",
      facts: { grades: { 2024: "good" }, reviewed: true, pending: [] },
    });
    expect(judgeCase(json, "case.json")).toEqual(judgeCase(text, "case.json"));
  });

  test("may leave the facts out", () => {
    expect(judgeCase(aCase(""), "case.yaml")).toMatchObject({ verdict: { outcome: "unknown" } });
  });

  test("says the smallest change in words with the code and the year", () => {
    const fighter = `ask: MINISTRY_EMULATION_FIGHTER
for: { kind: individual }
year: 2024
receivedOn: 2025-01-10
facts:
  reviewed: true
  pending: []
  honours:
    - { code: GRASSROOTS_EMULATION_FIGHTER, year: 2022 }
    - { code: GRASSROOTS_EMULATION_FIGHTER, year: 2023 }
  initiatives: [{ id: SK1, year: 2023, scope: ministry, recognised: true, usedFor: [] }]
`;
    expect(judgeCase(fighter, "case.yaml")).toMatchObject({
      verdict: {
        outcome: "ineligible",
        needs: ["Cần thêm 01 năm Chiến sĩ thi đua cơ sở (GRASSROOTS_EMULATION_FIGHTER), 2024"],
      },
    });
  });
});

describe("a malformed case names each fault and what is allowed", () => {
  test("an unknown key", () => {
    expect(faultsOf(aCase("facts: { grade: {} }"))).toEqual([
      "case.yaml: facts: không có khóa “grade”; các khóa được dùng: grades, honours, initiatives, initiativesUnknown, discipline, pending, tenureMonths, absence, quota, members, cluster, registered, reviewed, targetsExceeded, cleanBodies, existsMonths.",
    ]);
  });

  test("an unknown key deep inside", () => {
    expect(
      faultsOf(aCase("facts: { honours: [{ code: ADVANCED_WORKER, year: 2024, day: 2024-12-20 }] }")),
    ).toEqual([
      "case.yaml: facts.honours[0]: không có khóa “day”; các khóa được dùng: code, year, decidedOn.",
    ]);
  });

  test("an unknown code, with the list of codes", () => {
    const text = aCase("").replace("ADVANCED_WORKER", "ADVANCED_WORKERS");
    expect(faultsOf(text)).toEqual([
      `case.yaml: ask: “ADVANCED_WORKERS” không có trong danh mục; một trong: ${codes.join(", ")}.`,
    ]);
  });

  test("an unknown code in usedFor", () => {
    const text = aCase("facts: { initiatives: [{ id: SK1, usedFor: [X] }] }");
    expect(faultsOf(text)).toEqual([
      `case.yaml: facts.initiatives[0].usedFor[0]: “X” không có trong danh mục; một trong: ${codes.join(", ")}.`,
    ]);
  });

  test("a day that does not exist", () => {
    expect(faultsOf(aCase("").replace("2025-01-10", "2025-02-30"))).toEqual([
      "case.yaml: receivedOn: “2025-02-30” không phải là một ngày có thật dạng yyyy-mm-dd.",
    ]);
  });

  test("a day that is missing or no text", () => {
    expect(faultsOf(aCase("").replace("receivedOn: 2025-01-10", "receivedOn: 20250110"))).toEqual([
      "case.yaml: receivedOn: “20250110” không phải là một ngày có thật dạng yyyy-mm-dd.",
    ]);
    expect(faultsOf(aCase("").replace("receivedOn: 2025-01-10", ""))).toEqual([
      "case.yaml: receivedOn: còn thiếu; cần một ngày dạng yyyy-mm-dd.",
    ]);
  });

  test("a measure that ends before it begins", () => {
    expect(
      faultsOf(aCase("facts: { discipline: [{ form: warning, from: 2024-05-01, to: 2024-04-01 }] }")),
    ).toEqual(["case.yaml: facts.discipline[0].to: “to” phải sau “from”."]);
  });

  test("a part of a collective larger than the whole, and a place before the first", () => {
    expect(
      faultsOf(aCase("facts: { members: { total: 5, completed: 6, women: 5 }, cluster: { rank: 0 } }")),
    ).toEqual([
      "case.yaml: facts.members.completed: 6 nhiều hơn total 5.",
      "case.yaml: facts.cluster.rank: phải từ 1.",
    ]);
  });

  test("a wrong type and a missing key, one sentence each", () => {
    expect(
      faultsOf(aCase("facts: { tenureMonths: nhiều, registered: có }").replace("year: 2024\n", "")),
    ).toEqual([
      "case.yaml: year: còn thiếu; cần số.",
      "case.yaml: facts.tenureMonths: “nhiều” không đúng kiểu; cần số.",
      "case.yaml: facts.registered: “có” không đúng kiểu; cần true hoặc false.",
    ]);
  });

  test("a grade of a year that is none", () => {
    expect(faultsOf(aCase("facts: { grades: { năm ngoái: good } }"))).toEqual([
      "case.yaml: facts.grades.năm ngoái: “năm ngoái” không phải là một năm.",
    ]);
  });

  test("a grade and a matter that the law does not know", () => {
    expect(faultsOf(aCase("facts: { grades: { 2024: great }, pending: [rumour] }"))).toEqual([
      "case.yaml: facts.grades.2024: “great” không có trong danh mục; một trong: notCompleted, completed, good, excellent.",
      "case.yaml: facts.pending[0]: “rumour” không có trong danh mục; một trong: disciplineReview, investigation, complaint, press.",
    ]);
  });

  test("text that is no case at all", () => {
    expect(faultsOf("chỉ là chữ")).toEqual([
      "case.yaml: cần một trường hợp với các khóa ask, for, basis, year, receivedOn, moreFavourable, facts.",
    ]);
  });

  test("YAML that cannot be read, and a key given twice", () => {
    expect(faultsOf("ask: [")).toHaveLength(1);
    expect(faultsOf(aCase("year: 2023"))).toHaveLength(1);
  });
});
