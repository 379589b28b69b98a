import { type BarLineProps, Tag, type Tone } from "../web/kit.ts";
import { type Progress, type Standing, standingNames, writeMeasured } from "./forecast.ts";
import type { Rolled } from "./roll-up.ts";
import type { Target } from "./target.ts";

const tones: Readonly<Record<Standing, Tone>> = {
  met: "good",
  "on-pace": "good",
  behind: "watch",
  missed: "bad",
  unknown: "plain",
};

export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag tone={tones[standing]}>{standingNames[standing]}</Tag>
);

/** Whether the numbers are as new as they should be, and how many parts are not. */
export function StaleTag({ rolled }: { rolled: Rolled }) {
  if (rolled.stale === 0) return null;
  const words =
    rolled.reporting > 1 ? `${rolled.stale}/${rolled.reporting} đơn vị chưa cập nhật` : "Số liệu đã cũ";
  return (
    <Tag tone="watch" icon="clock">
      {words}
    </Tag>
  );
}

const FULL = 100;

/** The bar of a percentage; beyond the whole it is full. */
export const barOf = (progress: Progress, label: string): BarLineProps => ({
  label: `${label}: ${writePercent(progress)}`,
  value: Math.min(FULL, Math.max(0, progress.percent ?? 0)),
  of: FULL,
  tone: progress.standing === "met" ? "good" : progress.standing === "behind" ? "watch" : "action",
});

export const writePercent = ({ percent }: Progress): string =>
  percent === null ? "chưa tính được" : `${`${percent}`.replace(".", ",")}% chỉ tiêu`;

/** “đạt 85%”, “không quá 12 vụ việc”, “giữ từ 98% trở lên”. */
export function writeGoal(target: Pick<Target, "direction" | "counted">, goal: number | null): string {
  if (goal === null) return "Chưa giao số";
  const words = { up: "đạt", down: "không quá", keep: "giữ từ" } as const;
  return `${words[target.direction]} ${writeMeasured(goal, target)}${target.direction === "keep" ? " trở lên" : ""}`;
}
