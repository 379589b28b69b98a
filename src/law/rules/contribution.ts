import type { RegimeCode } from "../regimes.ts";
import type { Condition, Route, Rule } from "../rule.ts";
import { decree2017, decree2025, law2003, people, startOfR1, startOfR2, unrecorded } from "./shared.ts";

/**
 * Orders for contribution over time (quá trình cống hiến) rest on leading posts and the years in each,
 * which no fact of a case tells; so they stay unknown, with the article that has the table.
 */
const posts = (basis: string, mark: "S" | "K", onlyIn: readonly RegimeCode[], women: string): Condition => ({
  ...unrecorded(
    "years-in-post",
    `Chưa rõ các chức vụ lãnh đạo và thời gian giữ từng chức vụ${women}`,
    "Cần quá trình giữ chức vụ lãnh đạo để đối chiếu bảng thời gian cống hiến",
    basis,
    mark,
  ),
  onlyIn,
});

const byWomen = "; nữ được giảm 1/3 thời gian";

export const contributionByPost: Route = {
  basis: "contribution",
  subjects: people,
  all: [
    posts(`${decree2017}, Điều 22, 23, 24 và 42`, "S", ["R1"], byWomen),
    posts("Nghị định 98/2023/NĐ-CP", "K", ["R2"], byWomen),
    posts(`${decree2025}, Điều 9 và Điều 19 đến Điều 21`, "S", ["R3", "R4"], byWomen),
  ],
};

const independenceByPost: Route = {
  basis: "contribution",
  subjects: people,
  all: [
    posts("Nghị định 98/2023/NĐ-CP", "K", ["R2"], byWomen),
    posts(`${decree2025}, Điều 9 và Điều 13 đến Điều 15`, "S", ["R3", "R4"], byWomen),
  ],
};

const independence = { from: startOfR2, to: null, routes: [independenceByPost], partly: true } as const;

export const independenceOrders: readonly Rule[] = [
  { name: "independence-order-1", code: "INDEPENDENCE_ORDER_1", ...independence },
  { name: "independence-order-2", code: "INDEPENDENCE_ORDER_2", ...independence },
  { name: "independence-order-3", code: "INDEPENDENCE_ORDER_3", ...independence },
];

/** Anh hùng Lao động: every five years except for unexpected feats, on a ladder of orders that was not read. */
const heroes = (basis: string): readonly Route[] => {
  const ladder = unrecorded(
    "ladder-of-orders",
    "Xét 05 năm một lần, trừ thành tích đột xuất; bậc huân chương làm căn cứ chưa đối chiếu",
    "Cần đối chiếu tiêu chuẩn Anh hùng Lao động trong văn bản",
    basis,
    "K",
  );
  return [
    { basis: "merit", subjects: ["individual", "collective"], all: [ladder] },
    { basis: "unexpected", subjects: ["individual", "collective"], all: [ladder] },
  ];
};

const hero = { name: "labor-hero", code: "LABOR_HERO" } as const;

export const laborHeroes: readonly Rule[] = [
  { ...hero, from: startOfR1, to: startOfR2, routes: heroes(`${law2003}; ${decree2017}, Điều 48 khoản 1`) },
  { ...hero, from: startOfR2, to: null, routes: heroes("Luật 06/2022/QH15") },
];
