import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type Deadline, datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import { deadlineFor, decideExtension } from "./extension.ts";
import {
  isOverdue,
  type OwedRegistration,
  type Owing,
  standingOf,
  tally,
  tallyByCluster,
} from "./overview.ts";
import { decideReminding, messengerText } from "./reminding.ts";
import { summaryOf } from "./summary.ts";

const deadline = datedDeadline("chậm nhất 27/02/2021", day("2021-02-27"), true);
const after = new Date("2021-02-27T17:00:00Z");
const before = new Date("2021-02-27T16:59:59Z");

const registered = (state: OwedRegistration["state"], late: boolean | null = null): OwedRegistration => ({
  id: 1,
  state,
  submittedAt: late === null ? null : before,
  late,
  channel: late === null ? null : "online",
  lineCount: 4,
});

const anOwing = (unit: number, registration: OwedRegistration | null, given: Partial<Owing> = {}): Owing => ({
  unit,
  unitName: `Đơn vị ${unit}`,
  unitCode: `DV${unit}`,
  clusters: [],
  deadline,
  boundBy: null,
  registration,
  remindedOn: null,
  ...given,
});

const all = [
  anOwing(1, registered("accepted", false), { clusters: [100] }),
  anOwing(2, registered("submitted", false), { clusters: [100] }),
  anOwing(3, registered("submitted", true), { clusters: [200] }),
  anOwing(4, registered("returned", false), { clusters: [200] }),
  anOwing(5, registered("draft")),
  anOwing(6, null),
  anOwing(7, registered("withdrawn", false)),
];

test("where each unit stands", () => {
  expect(all.map(standingOf)).toEqual([
    "accepted",
    "sent",
    "sent-late",
    "returned",
    "drafting",
    "not-begun",
    "drafting",
  ]);
});

test("the tally of sent, late, drafting, not begun; overdue only once the deadline has passed", () => {
  const counts = { total: 7, sent: 3, late: 1, notBegun: 1, drafting: 3 };
  expect(tally(all, before)).toEqual({ ...counts, overdue: 0 });
  expect(tally(all, after)).toEqual({ ...counts, overdue: 4 });
});

test("nobody is overdue by a day that does not exist", () => {
  const owing = anOwing(6, null, { deadline: undatedDeadline("trước ngày 30/02/2021", "impossible") });
  expect(isOverdue(owing, new Date("2030-01-01T00:00:00Z"))).toBe(false);
});

test("by cluster, units of none last", () => {
  const clusters = [
    { id: 100, name: "Cụm I" },
    { id: 200, name: "Cụm II" },
    { id: 300, name: "Cụm III" },
  ];
  expect(
    tallyByCluster(all, clusters, before).map(({ cluster, tally: { sent, total } }) => [
      cluster?.name ?? null,
      sent,
      total,
    ]),
  ).toEqual([
    ["Cụm I", 2, 2],
    ["Cụm II", 1, 2],
    [null, 0, 3],
  ]);
});

describe("an extension", () => {
  const extended = (unit: number | null, on: string) => ({ unit, day: day(on) });

  test("holds for its unit or for all, the latest of them", () => {
    const extensions = [extended(null, "2021-03-05"), extended(8, "2021-03-10"), extended(9, "2021-03-01")];
    expect(deadlineFor(8, deadline, extensions)?.day).toBe("2021-03-10");
    expect(deadlineFor(9, deadline, extensions)?.day).toBe("2021-03-05");
    expect(deadlineFor(9, deadline, [extended(8, "2021-03-10")])).toBe(deadline);
  });

  test("gives a day to what had none, and never brings a deadline forward", () => {
    const undated = undatedDeadline("trước ngày 30/02/2021", "impossible");
    expect(deadlineFor(1, undated, [extended(null, "2021-03-15")])).toMatchObject({
      kind: "dated",
      day: "2021-03-15",
    });
    expect(deadlineFor(1, deadline, [extended(null, "2021-02-01")])).toBe(deadline);
  });

  test("is later than the deadline that holds, not in the past, and has a reason", () => {
    const ask = (on: string, reason = "Bão", current: Deadline | null = deadline) =>
      decideExtension({ unit: null, day: day(on), reason }, current, day("2021-02-20"));
    expect(ask("2021-02-28")).toEqual({ unit: null, day: "2021-02-28", reason: "Bão" });
    expect(ask("2021-02-27")).toMatchObject({ refusal: "extension-not-later" });
    expect(ask("2021-02-19", "Bão", null)).toMatchObject({ refusal: "extension-in-the-past" });
    expect(ask("2021-02-28", " ")).toMatchObject({ refusal: "no-reason", field: "reason" });
    const exclusive = datedDeadline("trước ngày 27/02/2021", day("2021-02-27"), false);
    expect(ask("2021-02-27", "Bão", exclusive)).toMatchObject({ day: "2021-02-27" });
  });
});

describe("reminding", () => {
  const today = day("2021-02-25");

  test("reaches all who owe and nobody twice a day", () => {
    const owing = [
      ...all.slice(0, 5),
      anOwing(6, null, { remindedOn: today }),
      anOwing(8, null, { remindedOn: day("2021-02-24") }),
    ];
    const reminding = decideReminding(owing, today);
    expect(reminding).toMatchObject({
      units: [{ unit: 4 }, { unit: 5 }, { unit: 8 }],
      alreadyToday: [{ unit: 6 }],
    });
    expect(decideReminding(all.slice(0, 3), today)).toMatchObject({ refusal: "nobody-owes" });
    expect(decideReminding([anOwing(6, null, { remindedOn: today })], today)).toMatchObject({
      refusal: "reminded-today",
    });
  });

  test("has a short text to paste, thirty names at most", () => {
    expect(messengerText("Phong trào năm 2021", [anOwing(5, null), anOwing(6, null)], "Bộ Tư pháp")).toBe(
      [
        "Bộ Tư pháp đề nghị các đơn vị sau gửi đăng ký thi đua “Phong trào năm 2021” (hạn chậm nhất 27/02/2021, tính cả ngày này):",
        "1. Đơn vị 5",
        "2. Đơn vị 6",
        "Đơn vị đã gửi xin bỏ qua tin này. Trân trọng cảm ơn.",
      ].join("\n"),
    );
    const many = Array.from({ length: 33 }, (_one, index) => anOwing(index, null));
    expect(messengerText("Phong trào", many, "Bộ").split("\n").at(-2)).toBe("… và 3 đơn vị khác.");
  });
});

test("the summary has units down and titles across, the most aimed at first", () => {
  const counts = [
    { unit: 1, title: "ADVANCED_WORKER", chain: "vertical", count: 20 },
    { unit: 2, title: "ADVANCED_WORKER", chain: "vertical", count: 3 },
    { unit: 2, title: "MINISTRY_EMULATION_FIGHTER", chain: "vertical", count: 2 },
  ] as const;
  const { titles, rows } = summaryOf(all.slice(0, 3), counts);
  expect(titles).toEqual(["Lao động tiên tiến", "Chiến sĩ thi đua ngành Tư pháp"]);
  expect(rows.map((row) => [row.unitName, row.standing, row.sentOn, ...row.counts])).toEqual([
    ["Đơn vị 1", "Đã tiếp nhận", "2021-02-27", 20, 0],
    ["Đơn vị 2", "Đã gửi đúng hạn", "2021-02-27", 3, 2],
    ["Đơn vị 3", "Đã gửi muộn", "2021-02-27", 0, 0],
  ]);
});
