import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linesOf } from "../documents/lines.ts";
import { officialCalendar } from "../platform/holidays.ts";
import { readPlan } from "./plan-assembly.ts";
import { type PlanReading, printedReading } from "./plan-reading.ts";

/** The five founding documents; what each must give is written out in full in `fixtures/expected`. */
const reading = (name: string): PlanReading =>
  readPlan(linesOf(readFileSync(`fixtures/sources/${name}.txt`, "utf8")), officialCalendar());

const codes = (found: PlanReading, severity: string): string[] =>
  found.findings
    .filter((each) => each.severity === severity)
    .map((each) => `${each.line} ${each.code} ${each.raw}`);

test.each([
  "000-btp-2020-launch",
  "001-dien-bien-2023-web-page",
  "002-qd-252-btp-2021-plan",
  "003-cluster-1-2019-news",
  "004-kh-25-stp-hcm-2018",
])("%s gives exactly what is written down for it", (name) => {
  const expected = JSON.parse(readFileSync(`fixtures/expected/${name}.json`, "utf8"));
  expect(JSON.parse(JSON.stringify(printedReading(reading(name))))).toEqual(expected);
});

test("252/QĐ-BTP: a decision and its plan, one thing to settle, the slips told", () => {
  const found = reading("002-qd-252-btp-2021-plan");
  const [decision, plan] = found.documents;
  expect(found.documents).toHaveLength(2);
  expect([decision?.kind, decision?.number, decision?.symbol]).toEqual(["QUYET_DINH", "252", "QĐ-BTP"]);
  expect([decision?.issuer, decision?.issuerDerived, decision?.place]).toEqual([
    "Bộ Tư pháp",
    true,
    "Hà Nội",
  ]);
  expect(decision?.issuedOn).toBe("2021-02-22");
  expect(decision?.grounds).toHaveLength(5);
  expect(decision?.recipients).toHaveLength(8);
  expect(decision?.recipients.filter((recipient) => recipient.purpose !== null)).toHaveLength(6);
  expect(decision?.signatory).toEqual({
    capacity: "KT. BỘ TRƯỞNG",
    role: "THÚ TRƯỞNG",
    name: "Nguyễn Thành Tịnh",
  });
  expect([plan?.kind, plan?.number, plan?.title]).toEqual([
    "KE_HOACH",
    null,
    "Phát động phong trào thi đua ngành Tư pháp năm 2021",
  ]);
  expect(found.contents).toHaveLength(45);
  expect(Math.max(...found.contents.map((heading) => heading.level))).toBe(4);
  expect(codes(found, "block")).toEqual(["156 impossible-date 30/02/2021"]);
  expect(codes(found, "warn")).toEqual([
    "35 misspelt-office Công Thông tin điện tử",
    "38 misspelt-office THÚ TRƯỞNG",
    "38 name-variant Nguyễn Thành Tịnh",
    "116 name-variant Cán bộ Tư pháp đầy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "146 impossible-date 30/2/2021",
    "156 deadline-on-day-off chậm nhất là ngày 27/02/2021",
    "158 duty-without-deadline Cục trưởng Cục Thi hành án dân sự các tỉnh, thành phố trực thuộc Trung ương",
  ]);
});

test("252/QĐ-BTP: the four dated deadlines say for whom and what", () => {
  const dated = reading("002-qd-252-btp-2021-plan").deadlines.filter(
    (deadline) => deadline.event === undefined,
  );
  const registration = "kế hoạch và kết quả đăng ký danh hiệu thi đua";
  const report = "báo cáo sơ kết phong trào thi đua";
  expect(
    dated.map(({ raw, date, inclusive, audience, what, line }) => [
      raw,
      date,
      inclusive,
      audience,
      what,
      line,
    ]),
  ).toEqual([
    ["chậm nhất là ngày 27/02/2021", "2021-02-27", true, "các cơ quan, đơn vị", registration, 156],
    ["trước ngày 30/02/2021", null, false, "các Cụm, Khu vực thi đua", registration, 156],
    [
      "chậm nhất là ngày 30/6/2021",
      "2021-06-30",
      true,
      "các đơn vị thuộc Bộ, Sở Tư pháp các tỉnh, thành phố trực thuộc Trung ương",
      report,
      158,
    ],
    ["05/7/2021", "2021-07-05", true, "các Cụm, Khu vực thi đua", report, 158],
  ]);
  expect(dated.map((deadline) => deadline.impossible)).toEqual([false, true, false, false]);
});

test("every field of the page knows its line", () => {
  const found = reading("002-qd-252-btp-2021-plan");
  expect(found.documents[0]?.lines).toEqual({
    kind: 7,
    number: 3,
    issuer: 3,
    issuedOn: 5,
    title: 7,
    grounds: [9, 11, 13, 15, 17],
    recipients: [29, 30, 31, 32, 33, 34, 35, 36],
    signatory: 38,
  });
  expect(found.movement.lines).toEqual({
    year: 7,
    theme: 52,
    name: null,
    motto: null,
    occasions: [52, 146, 146, 146, 148, 148, 148],
  });
});

test("the web page: its clock is not its date, its furniture is dropped", () => {
  const found = reading("001-dien-bien-2023-web-page");
  expect([found.nature, found.movement.year, found.documents[0]?.issuedOn]).toEqual(["web-page", 2023, null]);
  expect(codes(found, "info").map((each) => each.split(" ", 2).join(" "))).toEqual(
    [1, 26, 28, 30, 33, 34, 35, 36, 37].map((line) => `${line} furniture-dropped`),
  );
});

test("the newspaper article: no document, two phases, a theme that is the Ministry's", () => {
  const found = reading("003-cluster-1-2019-news");
  expect([found.nature, found.documents, found.movement.themeOwner]).toEqual(["news-article", [], "other"]);
  expect(found.phases.map(({ name, from, to, line }) => [name, from, to, line])).toEqual([
    ["đợt 1", "2019-01-01", "2019-06-30", 21],
    ["đợt 2", "2019-07-01", "2019-12-31", 21],
  ]);
  expect(codes(found, "block")).toEqual([]);
});

test("the plan of 2018: number, symbol, day, nine recipients, one exclusive deadline, no theme", () => {
  const found = reading("004-kh-25-stp-hcm-2018");
  const [plan] = found.documents;
  expect([plan?.number, plan?.symbol, plan?.issuedOn]).toEqual(["25", "KH-STP-VP", "2018-01-02"]);
  expect(plan?.recipients).toHaveLength(9);
  expect(plan?.signatory).toEqual({ capacity: null, role: null, name: "Huỳnh Văn Hạnh" });
  expect(found.movement.theme).toBeNull();
  expect(found.deadlines.find((deadline) => deadline.date)).toEqual({
    raw: "trước ngày 30/01/2018",
    date: "2018-01-30",
    inclusive: false,
    impossible: false,
    audience: "Thủ trưởng các đơn vị",
    what: "kết quả đăng ký thi đua",
    line: 57,
  });
});

test("the launch speech of 2020: no number, five heads, a theme with an anniversary in it", () => {
  const found = reading("000-btp-2020-launch");
  expect([found.nature, found.documents[0]?.kind, found.documents[0]?.number]).toEqual([
    "speech",
    "PHAT_DONG",
    null,
  ]);
  expect(found.documents[0]?.title).toBe("NỘI DUNG PHÁT ĐỘNG PHONG TRÀO THI ĐUA NGÀNH TƯ PHÁP NĂM 2020");
  expect(found.contents.map(({ label, level }) => [label, level])).toEqual(
    ["Một là", "Hai là", "Ba là", "Bốn là", "Năm là"].map((label) => [label, 1]),
  );
  expect([found.phases, found.deadlines]).toEqual([[], []]);
});
