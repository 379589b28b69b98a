import type { Child } from "hono/jsx";
import { type Instant, writeWeekday } from "../../platform/day.ts";
import { type Deadline, daysLeft, writeDaysLeft, writeDeadline } from "../../platform/deadline.ts";
import { Icon, type IconName } from "./icons.tsx";

export type Tone = "plain" | "good" | "watch" | "bad" | "gold" | "action";

const toneIcons: Partial<Record<Tone, IconName>> = { good: "met", watch: "unknown", bad: "unmet" };

interface TagProps {
  tone?: Tone | undefined;
  /** Another sign than the tone's own. */
  icon?: IconName | undefined;
  children?: Child;
}

/** A state in a word or two. Good, watch and bad carry a sign too, never colour alone. */
export function Tag({ tone = "plain", icon, children }: TagProps) {
  const sign = icon ?? toneIcons[tone];
  return (
    <span class={`tag tag-${tone}`}>
      {sign && <Icon name={sign} size={14} />}
      {children}
    </span>
  );
}

interface DeadlineProps {
  deadline: Deadline;
  at: Instant;
}

const NEAR = 3;

/** Days left in a word: late, the last day, near, far, or no day yet. */
export function DeadlineTag({ deadline, at }: DeadlineProps) {
  const left = daysLeft(deadline, at);
  const words = writeDaysLeft(deadline, at);
  if (left === null) return <Tag tone={deadline.kind === "impossible" ? "bad" : "plain"}>{words}</Tag>;
  if (left < 0) return <Tag tone="bad">{words}</Tag>;
  return (
    <Tag tone={left <= NEAR ? "watch" : "plain"} icon="clock">
      {words}
    </Tag>
  );
}

/** A deadline in words: its day, whether the day counts, the weekday when it is a day of rest; a day there is not, as written. */
export function DeadlineText({ deadline }: { deadline: Deadline }) {
  if (deadline.kind === "impossible" && deadline.day === null)
    return <span class="deadline">“{deadline.wording}”</span>;
  const weekday = deadline.day ? writeWeekday(deadline.day) : "";
  const rest = weekday === "thứ Bảy" || weekday === "Chủ nhật" ? `, là ${weekday}` : "";
  return (
    <span class="deadline">
      {writeDeadline(deadline)}
      {rest}
    </span>
  );
}
