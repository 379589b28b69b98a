import { type Day, day } from "../platform/day.ts";
import type { Instrument } from "./instruments-entry.ts";

/** Decrees beside the emulation law that its rules lean on: grading, base salary, documents, structure. */
interface Known {
  readonly issued?: Day;
  readonly from?: Day;
  readonly to?: Day;
  readonly replaces?: readonly string[];
  readonly amends?: readonly string[];
  readonly note?: string;
}

const decree = (
  symbol: string,
  name: string,
  mark: Instrument["mark"],
  { issued, from, to, replaces = [], amends = [], note }: Known,
): Instrument => ({
  symbol,
  name,
  kind: "decree",
  issued: issued ?? null,
  from: from ?? null,
  to: to ?? null,
  amends,
  replaces,
  mark,
  note: note ?? null,
});

const grading: readonly Instrument[] = [
  decree("56/2015/NĐ-CP", "Nghị định về đánh giá và phân loại cán bộ, công chức, viên chức", "verified", {
    to: day("2020-08-20"),
  }),
  decree("88/2017/NĐ-CP", "Nghị định sửa đổi, bổ sung Nghị định 56/2015/NĐ-CP", "unverified", {
    to: day("2020-08-20"),
    amends: ["56/2015/NĐ-CP"],
  }),
  decree(
    "90/2020/NĐ-CP",
    "Nghị định về đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức",
    "unverified",
    { from: day("2020-08-20"), replaces: ["56/2015/NĐ-CP", "88/2017/NĐ-CP"] },
  ),
  decree("48/2023/NĐ-CP", "Nghị định sửa đổi, bổ sung Nghị định 90/2020/NĐ-CP", "unverified", {
    amends: ["90/2020/NĐ-CP"],
  }),
  decree("335/2025/NĐ-CP", "Nghị định về đánh giá, xếp loại chất lượng công chức", "verified", {
    from: day("2026-01-01"),
  }),
  decree(
    "233/2026/NĐ-CP",
    "Nghị định về đánh giá, xếp loại viên chức và đơn vị sự nghiệp công lập",
    "verified",
    {
      from: day("2026-07-01"),
    },
  ),
];

const baseSalary =
  "Nghị định quy định mức lương cơ sở đối với cán bộ, công chức, viên chức và lực lượng vũ trang";

const salary: readonly Instrument[] = [
  decree("47/2016/NĐ-CP", baseSalary, "unverified", { from: day("2016-05-01"), to: day("2017-07-01") }),
  decree("47/2017/NĐ-CP", baseSalary, "unverified", {
    from: day("2017-07-01"),
    to: day("2018-07-01"),
    replaces: ["47/2016/NĐ-CP"],
  }),
  decree("72/2018/NĐ-CP", baseSalary, "unverified", {
    from: day("2018-07-01"),
    to: day("2019-07-01"),
    replaces: ["47/2017/NĐ-CP"],
  }),
  decree("38/2019/NĐ-CP", baseSalary, "unverified", {
    from: day("2019-07-01"),
    to: day("2023-07-01"),
    replaces: ["72/2018/NĐ-CP"],
  }),
  decree("24/2023/NĐ-CP", baseSalary, "unverified", {
    from: day("2023-07-01"),
    to: day("2024-07-01"),
    replaces: ["38/2019/NĐ-CP"],
  }),
  decree("73/2024/NĐ-CP", `${baseSalary}; chế độ tiền thưởng`, "verified", {
    from: day("2024-07-01"),
    to: day("2026-07-01"),
    replaces: ["24/2023/NĐ-CP"],
    note: "Quỹ tiền thưởng 10 % không thuộc quỹ thi đua, khen thưởng.",
  }),
  decree("161/2026/NĐ-CP", `${baseSalary}; chế độ tiền thưởng`, "verified", {
    issued: day("2026-05-15"),
    from: day("2026-07-01"),
    replaces: ["73/2024/NĐ-CP"],
    note: "Quỹ tiền thưởng 10 % không thuộc quỹ thi đua, khen thưởng.",
  }),
];

const ministryStructure =
  "Nghị định quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tư pháp";

const structure: readonly Instrument[] = [
  decree("96/2017/NĐ-CP", ministryStructure, "verified", {}),
  decree("98/2022/NĐ-CP", ministryStructure, "verified", {
    issued: day("2022-11-29"),
    replaces: ["96/2017/NĐ-CP"],
  }),
  decree("39/2025/NĐ-CP", ministryStructure, "unverified", { replaces: ["98/2022/NĐ-CP"] }),
  decree("09/2026/NĐ-CP", ministryStructure, "verified", { replaces: ["39/2025/NĐ-CP"] }),
];

export const neighbours: readonly Instrument[] = [
  ...grading,
  ...salary,
  ...structure,
  decree("30/2020/NĐ-CP", "Nghị định về công tác văn thư", "verified", { from: day("2020-03-05") }),
];
