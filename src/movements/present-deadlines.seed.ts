import { findUnitByCode } from "../org/unit.store.ts";
import type { Work } from "../platform/act.ts";
import { addDays, type Day, day, writeDay } from "../platform/day.ts";
import type { NewDeadline } from "./draft.ts";

/** Units of the demo that are asked for a review of the first half of the year, named one by one. */
const interimReporters = [
  ...[
    "BTP-CVDC",
    "BTP-HSHC",
    "BTP-DSKT",
    "BTP-PLQT",
    "BTP-KTVBXLVP",
    "BTP-TCCB",
    "BTP-VP",
    "BTP-KHTC",
    "BTP-CNTT",
  ],
  ...["STP-DBN", "STP-HCM"],
];

/** Units named for the interim review report by 30/6, as Quyết định 252/QĐ-BTP asked in its year. */
export async function interimDeadline(work: Work, year: number): Promise<NewDeadline> {
  const named = await Promise.all(
    interimReporters.map(async (code) => (await findUnitByCode(work.tx, code, work.day))?.id),
  );
  return {
    what: "Gửi báo cáo sơ kết phong trào thi đua",
    purpose: "interim-review",
    wording: `chậm nhất là ngày 30/6/${year}`,
    kind: "dated",
    day: day(`${year}-06-30`),
    inclusive: true,
    audienceWords:
      "Các đơn vị thuộc Bộ trong Cụm thi đua số I; Sở Tư pháp tỉnh Điện Biên, Sở Tư pháp Thành phố Hồ Chí Minh",
    groups: [],
    named: named.filter((id) => id !== undefined),
    line: null,
    settlement: null,
  };
}

/** What this year's movement asks for by when; registrations lie a few days ahead. */
export function presentDeadlines(year: number, today: Day): NewDeadline[] {
  const units = ["ministry-unit", "provincial-department", "enforcement-province"] as const;
  const registration = addDays(today, 10);
  const pledge = addDays(today, 17);
  const common = { named: [], line: null, settlement: null };
  return [
    {
      ...common,
      what: "Gửi kế hoạch và kết quả đăng ký danh hiệu thi đua",
      purpose: "plan-and-registration",
      wording: `chậm nhất là ngày ${writeDay(registration)}`,
      kind: "dated",
      day: registration,
      inclusive: true,
      audienceWords: "Các đơn vị thuộc Bộ, Sở Tư pháp, cơ quan thi hành án dân sự các tỉnh, thành phố",
      groups: units,
    },
    {
      ...common,
      what: "Gửi giao ước và tổng hợp đăng ký của cụm",
      purpose: "plan-and-registration",
      wording: `trước ngày ${writeDay(pledge)}`,
      kind: "dated",
      day: pledge,
      inclusive: false,
      audienceWords: "Các cụm, khối, khu vực thi đua",
      groups: ["cluster"],
    },
    {
      ...common,
      what: "Gửi báo cáo tổng kết phong trào thi đua",
      purpose: "final-review",
      wording: `cùng với tổng kết công tác tư pháp năm ${year}`,
      kind: "event-bound",
      day: null,
      inclusive: true,
      audienceWords: "Các đơn vị, các cụm, khối, khu vực thi đua",
      groups: [...units, "cluster"],
    },
  ];
}
