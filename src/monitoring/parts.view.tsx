import { Tabs } from "../web/kit.ts";

/** The sides of following the year's work: each is a list of its own. */
const sides = [
  { key: "chi-tieu", href: "/theo-doi", label: "Chỉ tiêu" },
  { key: "kiem-tra", href: "/theo-doi/kiem-tra", label: "Kiểm tra" },
  { key: "kien-nghi", href: "/theo-doi/kien-nghi", label: "Kiến nghị" },
  { key: "hoi-dap", href: "/theo-doi/hoi-dap", label: "Hỏi – đáp" },
  { key: "chi-phi", href: "/theo-doi/chi-phi", label: "Chi phí" },
  { key: "don-doc", href: "/don-doc", label: "Đôn đốc" },
] as const;

export type Side = (typeof sides)[number]["key"];

export const SideTabs = ({ current }: { current: Side }) => (
  <Tabs label="Theo dõi, đôn đốc" tabs={sides.map((side) => ({ ...side, current: side.key === current }))} />
);
