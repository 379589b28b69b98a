import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linesOf } from "../documents/lines.ts";
import { weekendsOnly } from "../platform/calendar.ts";
import { isRefusal } from "../platform/refusal.ts";
import { readPlan } from "./plan-assembly.ts";
import { readLaunchDocument } from "./plan-read.thread.ts";

const plan = (text: string) => readPlan(linesOf(text), weekendsOnly);

const HEAD =
  "Số: 25/KH-STP\nHà Nội, ngày 02 tháng 01 năm 2018\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2018\n\n";

test("a document is read on a thread of its own, one after the other", async () => {
  const bytes = readFileSync("fixtures/sources/004-kh-25-stp-hcm-2018.txt");
  for (const attempt of [1, 2]) {
    const read = await readLaunchDocument(bytes, `${attempt}.txt`);
    if (isRefusal(read)) throw new Error(read.sentence);
    expect(read.lines[2]).toEqual({ number: 3, text: "Số: 25 /KH-STP-VP" });
    expect(read.reading.documents[0]?.symbol).toBe("KH-STP-VP");
  }
});

test("what can't be read is refused with a sentence, and reading goes on after it", async () => {
  const refused = async (bytes: Uint8Array) => {
    const read = await readLaunchDocument(bytes, "tệp");
    return isRefusal(read) ? read.refusal : "read";
  };
  expect(await refused(new Uint8Array())).toBe("empty-file");
  expect(await refused(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("old-word");
  expect(await refused(Buffer.from("\n".repeat(300_000)))).toBe("too-many-lines");
  expect(await refused(Buffer.from("Kế hoạch phát động"))).toBe("read");
});

test("ten thousand headings keep their places", () => {
  const body = Array.from({ length: 10_000 }, (_, at) => `${(at % 50) + 1}. Việc ${at}`).join("\n");
  const found = plan(HEAD + body);
  expect(found.contents).toHaveLength(10_000);
  expect(found.contents[9_999]).toEqual({ label: "50", level: 1, heading: "Việc 9999", line: 10_006 });
});

test("five megabytes of a real plan are read to the last line", () => {
  const source = readFileSync("fixtures/sources/002-qd-252-btp-2021-plan.txt", "utf8");
  const tail = "Các đơn vị gửi báo cáo trước ngày 31/11/2021.";
  const body = source.split("\n").slice(53, 168).join("\n");
  const times = Math.ceil((5 * 1024 * 1024) / Buffer.byteLength(body));
  const found = plan(`${HEAD}${`${body}\n`.repeat(times)}\n${tail}`);
  expect(found.findings.filter((each) => each.raw === "31/11/2021").map((each) => each.severity)).toEqual([
    "block",
  ]);
});

test.each([
  "( ",
  "từ ngày 1 đến ",
  "12/12/2021 ",
  "chủ đề “",
  "“a” ",
  "cùng với tổng kết ",
  "kỷ niệm 75 năm Ngày ",
  "1.1.1.",
  "Các đơn vị, ",
  "\n",
  "A.\n",
  "**",
])("a hundred thousand characters of %j are survived", (unit) => {
  const found = plan(HEAD + unit.repeat(100_000 / unit.length));
  expect(found.documents[0]?.number).toBe("25");
});

test("a deadline's words near citations, anniversaries and past days set no deadline", () => {
  const found = plan(
    `${HEAD}1. Thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2018 của Thủ tướng, báo cáo kịp thời.
2. Kỷ niệm 73 năm Ngày truyền thống (28/8/1945-28/8/2018).
3. Số liệu tính đến ngày 30/11/2017 do các đơn vị báo cáo.
4. Người có thời gian công tác trước ngày 01/01/2010 được đăng ký.
5. Giai đoạn từ ngày 01/01/2018 đến ngày 30/6/2018 đã tổ chức thực hiện tốt.`,
  );
  expect(found.deadlines).toEqual([]);
});

test("a sentence broken by layout gives its deadline, on the line where it begins", () => {
  const found = plan(
    `${HEAD}1. Các phòng chuyên môn, đơn vị trực thuộc Sở gửi kết quả đăng ký thi đua về Văn phòng Sở chậm
nhất là ngày
30/01/2018 để tổng hợp.`,
  );
  expect(found.deadlines).toEqual([
    {
      raw: "chậm nhất là ngày 30/01/2018",
      date: "2018-01-30",
      inclusive: true,
      impossible: false,
      audience: "Các phòng chuyên môn, đơn vị trực thuộc Sở",
      what: "kết quả đăng ký thi đua",
      line: 7,
    },
  ]);
});

test("a phase that ends before it begins blocks", () => {
  const found = plan(`${HEAD}1. Đợt 1: từ ngày 30/6/2018 đến ngày 01/01/2018.`);
  expect(found.findings.map(({ severity, code }) => [severity, code])).toContainEqual([
    "block",
    "phase-reversed",
  ]);
});

test("an impossible end of a phase blocks, whatever the deadline", () => {
  const found = plan(`${HEAD}1. Đợt 1: từ ngày 01/01/2018 đến ngày 31/6/2018.`);
  expect(found.findings.filter((each) => each.severity === "block")).toEqual([
    {
      severity: "block",
      code: "impossible-date",
      raw: "31/6/2018",
      line: 7,
      message: "Ngày 31/6/2018 không có thật.",
    },
  ]);
});

test("a phase over New Year takes the other year where none is written", () => {
  const ends = (text: string) => plan(HEAD + text).phases.map(({ from, to }) => [from, to]);
  expect(ends("1. Đợt 1: từ ngày 15/11 đến ngày 15/3/2018.")).toEqual([["2017-11-15", "2018-03-15"]]);
  expect(ends("1. Đợt 1: từ ngày 15/11 đến ngày 15/3.")).toEqual([["2018-11-15", "2019-03-15"]]);
  expect(ends("1. Đợt 1: từ ngày 15 đến 20/3/2018.")).toEqual([["2018-03-15", "2018-03-20"]]);
});

test("an anniversary or a meeting on a day that doesn't exist warns, and doesn't block", () => {
  const found = plan(`${HEAD}1. Kỷ niệm 88 năm Ngày thành lập Đảng (03/2/1930-30/2/2018).
2. Hội nghị tổng kết tổ chức vào ngày 31/11/2018.`);
  expect(found.findings.map(({ severity, code, line }) => [severity, code, line])).toEqual([
    ["info", "issuer-derived", 1],
    ["warn", "impossible-date", 7],
    ["warn", "impossible-date", 8],
  ]);
});
