import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { codes } from "./codes.ts";
import { law } from "./law.command.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "law-command-"));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs a command line and gives back what a shell would see. */
async function run(line: string) {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void out.push(text));
  vi.spyOn(console, "error").mockImplementation((text: string) => void err.push(text));
  const exit = await law(line.split(" ").filter(Boolean));
  return { exit, out: out.join("\n"), err };
}

const fileOf = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const allCodes = codes.join(", ");

test("bonus --json prints the answer as JSON and leaves 0", async () => {
  const { exit, out, err } = await run(
    "bonus --code ADVANCED_LABOR_COLLECTIVE --subject collective --on 2026-07-01 --json",
  );
  expect([exit, err]).toEqual([0, []]);
  expect(JSON.parse(out)).toMatchObject({
    coefficient: "0.8",
    baseSalary: 2_530_000,
    amount: 2_030_000,
    verified: true,
  });
});

test("a refused question is an answer too: 0", async () => {
  const { exit, out } = await run("vote --code LABOR_HERO --members 9 --yes 9 --on 2017-09-30 --json");
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ threshold: null, outcome: "refused" });
});

test("without --json there are lines to read", async () => {
  const { out } = await run("vote --code GOVERNMENT_EMULATION_FLAG --members 11 --yes 9 --on 2026-02-01");
  expect(out.split("\n")).toEqual([
    "Cờ thi đua của Chính phủ",
    "Cần từ 80 % trở lên tổng số 11 thành viên Hội đồng, tức ít nhất 9 phiếu đồng ý; có 9 phiếu: đạt.",
    "Căn cứ: Nghị định 152/2025/NĐ-CP, Điều 33 khoản 5 (đã đối chiếu)",
  ]);
});

test("codes lists every award with its Vietnamese name", async () => {
  const { exit, out } = await run("codes --json");
  expect(exit).toBe(0);
  const rows: { code: string; name: string }[] = JSON.parse(out);
  expect(rows.map((row) => row.code)).toEqual([...codes]);
  expect(rows.find((row) => row.code === "LABOR_ORDER_3")).toMatchObject({
    name: "Huân chương Lao động hạng Ba",
    kind: "form",
    subjects: ["individual", "collective", "household"],
    regimes: ["R1", "R2", "R3", "R4"],
  });
});

test.each([
  ["", ["Thiếu lệnh sau “law”; được dùng: judge, bonus, vote, codes."]],
  ["judged", ["Không có lệnh “law judged”; được dùng: judge, bonus, vote, codes."]],
  ["judge", ["Thiếu tên tệp: law judge CASE.yaml."]],
  ["judge /no/such/case.yaml", ["Không đọc được tệp /no/such/case.yaml."]],
  ["codes more", ["Thừa “more”."]],
  ["bonus", ["Thiếu --code.", "Thiếu --subject.", "Thiếu --on."]],
  [
    "bonus --code ADVANCED_WORKER --kind individual --on 2025-01-01",
    ["Không có tùy chọn --kind; được dùng: --code, --subject, --on, --level, --file, --json."],
  ],
  [
    "bonus --code LDTT --subject person --on 2025-02-30",
    [
      `--code: không có mã “LDTT”; được dùng: ${allCodes}.`,
      "--subject: không có “person”; được dùng: individual, collective, household.",
      "--on: “2025-02-30” không phải là ngày có thật, viết dạng yyyy-mm-dd.",
    ],
  ],
  [
    "bonus --code CERTIFICATE_OF_COMMENDATION --subject individual --on 2020-01-01 --level district",
    ["--level: không có “district”; được dùng: commune."],
  ],
  ["bonus --code --json", ["Thiếu giá trị cho --code."]],
  [
    "bonus --file /no/such/list.yaml --code LABOR_HERO",
    ["--code không dùng cùng --file.", "Không đọc được tệp /no/such/list.yaml."],
  ],
  [
    "vote --code LABOR_HERO --code LABOR_HERO --members 9 --yes 9 --on 2025-01-01",
    ["--code được ghi hai lần."],
  ],
  [
    "vote --code LABOR_HERO --members 0 --yes -1 --on 01/01/2025",
    [
      "--members: “0” không phải là số nguyên từ 1 đến 9999.",
      "--yes: “-1” không phải là số nguyên từ 0 đến 9999.",
      "--on: “01/01/2025” không phải là ngày có thật, viết dạng yyyy-mm-dd.",
    ],
  ],
  [
    "vote --code LABOR_HERO --members 9 --yes 10 --on 2025-01-01",
    ["--yes: 10 phiếu đồng ý nhiều hơn 9 thành viên Hội đồng."],
  ],
])("malformed: law %s", async (line, faults) => {
  expect(await run(line)).toEqual({ exit: 2, out: "", err: faults });
});

test("bonus --file says line by line what is paid", async () => {
  const path = await fileOf(
    "list.yaml",
    `- { code: ADVANCED_WORKER, subject: individual, on: 2025-12-20, period: 2025 }
- { code: GRASSROOTS_EMULATION_FIGHTER, subject: individual, on: 2025-12-20, period: 2025 }
`,
  );
  const { exit, out } = await run(`bonus --file ${path} --json`);
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    lines: [
      { line: 1, code: "ADVANCED_WORKER", period: "2025", amount: 710_000, paid: false, paidAmount: 0 },
      { line: 2, code: "GRASSROOTS_EMULATION_FIGHTER", amount: 2_340_000, paid: true, paidAmount: 2_340_000 },
    ],
    total: 2_340_000,
  });
});

test.each([
  [
    "- { code: ADVANCED_WORKER, subject: individual, on: 2025-12-20, year: 2025 }",
    [
      "Mục 1: không có khóa “year”; được dùng: code, subject, on, period, level, achievement.",
      "Mục 1: thiếu period.",
    ],
  ],
  [
    "- { code: LDTT, subject: individual, on: 2025-13-01, period: 2025 }",
    [
      `Mục 1, code: không có mã “LDTT”; được dùng: ${allCodes}.`,
      "Mục 1, on: “2025-13-01” không phải là ngày có thật, viết dạng yyyy-mm-dd.",
    ],
  ],
  ["- ADVANCED_WORKER", ["Mục 1: phải ghi dạng { code, subject, on, period }."]],
  ["code: ADVANCED_WORKER", ["Tệp phải là danh sách các mục { code, subject, on, period }."]],
  ["- { code: [", ["Tệp không đúng cú pháp YAML ở dòng 1."]],
])("a malformed list: %s", async (text, faults) => {
  const path = await fileOf("malformed.yaml", text);
  expect(await run(`bonus --file ${path} --json`)).toEqual({ exit: 2, out: "", err: faults });
});
