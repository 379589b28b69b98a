import type { Condition, Rule } from "../rule.ts";
import {
  byMerit,
  collectives,
  law2003,
  law2022,
  reviewed,
  startOfR1,
  startOfR2,
  unrecorded,
} from "./shared.ts";

/**
 * Xã, phường, đặc khu tiêu biểu; Thôn, tổ dân phố văn hóa; Gia đình văn hóa: outside the sector. The
 * place sets the standard in detail, which no text of the catalogue tells.
 */
const localStandard = (basis: string): readonly Condition[] => [
  reviewed(basis, "K"),
  unrecorded(
    "local-standard",
    "Tiêu chuẩn cụ thể do địa phương quy định, chưa có trong danh mục",
    "Cần đối chiếu tiêu chuẩn cụ thể do Ủy ban nhân dân cấp tỉnh quy định",
    basis,
    "?",
  ),
];

const commune = { name: "exemplary-commune", code: "EXEMPLARY_COMMUNE" } as const;
const village = { name: "cultural-village", code: "CULTURAL_VILLAGE" } as const;
const family = { name: "cultural-family", code: "CULTURAL_FAMILY" } as const;

export const communityTitles: readonly Rule[] = [
  {
    ...commune,
    from: startOfR2,
    to: null,
    routes: [byMerit(collectives, localStandard(`${law2022}, Điều 20`))],
  },
  { ...village, from: startOfR1, to: startOfR2, routes: [byMerit(collectives, localStandard(law2003))] },
  {
    ...village,
    from: startOfR2,
    to: null,
    routes: [byMerit(collectives, localStandard(`${law2022}, Điều 20`))],
  },
  { ...family, from: startOfR1, to: startOfR2, routes: [byMerit(["household"], localStandard(law2003))] },
  { ...family, from: startOfR2, to: null, routes: [byMerit(["household"], localStandard(law2022))] },
];
