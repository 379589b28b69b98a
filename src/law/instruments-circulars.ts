import { type Day, day } from "../platform/day.ts";
import type { Instrument } from "./instruments-entry.ts";

/** Circulars of the Home-affairs, Justice and Finance ministries on emulation and commendation. */
const circular = (
  symbol: string,
  name: string,
  validity: readonly [issued: Day | null, from: Day | null, to: Day | null],
  more: Partial<Pick<Instrument, "amends" | "replaces" | "mark" | "note">> = {},
): Instrument => ({
  symbol,
  name,
  kind: "circular",
  issued: validity[0],
  from: validity[1],
  to: validity[2],
  amends: [],
  replaces: [],
  mark: "verified",
  note: null,
  ...more,
});

const guidance = "Thông tư quy định chi tiết, hướng dẫn thi hành Luật Thi đua, khen thưởng";
const ofJustice = "Thông tư hướng dẫn công tác thi đua, khen thưởng trong ngành Tư pháp";
const ofTheMedal = "Thông tư quy định việc xét tặng Kỷ niệm chương “Vì sự nghiệp Tư pháp”";

export const circulars: readonly Instrument[] = [
  circular("08/2017/TT-BNV", guidance, [day("2017-10-27"), null, day("2020-01-01")], {
    note: "Ngày có hiệu lực chưa đối chiếu.",
  }),
  circular("12/2019/TT-BNV", guidance, [day("2019-11-04"), day("2020-01-01"), day("2024-04-15")], {
    replaces: ["08/2017/TT-BNV"],
    note: "Ngày hết hiệu lực suy ra từ Thông tư 01/2024/TT-BNV, chưa đối chiếu.",
  }),
  circular("01/2024/TT-BNV", guidance, [day("2024-02-24"), day("2024-04-15"), day("2025-08-05")], {
    note: "Mới đọc được từng phần.",
  }),
  circular("15/2025/TT-BNV", guidance, [day("2025-08-04"), day("2025-08-05"), day("2027-03-01")], {
    replaces: ["01/2024/TT-BNV"],
    note: "Ngày hết hiệu lực ghi nhận là 01/03/2027; đang có dự thảo thông tư thay thế.",
  }),
  circular("06/2011/TT-BTP", ofJustice, [null, null, day("2018-07-21")]),
  circular("14/2015/TT-BTP", ofJustice, [null, null, day("2018-07-21")]),
  circular("05/2018/TT-BTP", ofJustice, [day("2018-06-07"), day("2018-07-21"), day("2024-02-12")], {
    replaces: ["06/2011/TT-BTP", "14/2015/TT-BTP"],
    note: "Giữa 01/01/2024 và 12/02/2024 còn áp dụng trong khi Luật năm 2022 đã có hiệu lực.",
  }),
  circular("06/2018/TT-BTP", ofTheMedal, [day("2018-06-07"), day("2018-08-21"), day("2025-09-15")], {
    note: "Áp dụng đến khi Thông tư 14/2025/TT-BTP thay thế: chưa đối chiếu.",
  }),
  circular("11/2023/TT-BTP", ofJustice, [day("2023-12-29"), day("2024-02-12"), null], {
    replaces: ["05/2018/TT-BTP"],
    note: "Mới đọc được từng phần.",
  }),
  circular("14/2025/TT-BTP", ofTheMedal, [day("2025-09-05"), day("2025-09-15"), null], {
    replaces: ["06/2018/TT-BTP"],
    mark: "unverified",
    note: "Mới đọc được từng phần; số năm công tác và mức tiền thưởng chưa đối chiếu.",
  }),
  circular("2/2023/TT-BNV", "Thông tư quy định chế độ báo cáo thống kê ngành Nội vụ", [null, null, null]),
  circular("28/2025/TT-BTC", "Thông tư về quản lý, sử dụng quỹ thi đua, khen thưởng", [null, null, null]),
];
