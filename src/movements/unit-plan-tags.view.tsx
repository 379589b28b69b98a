import { onDay, writeDay } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import { writeNumber } from "../platform/money.ts";
import { Tag, type Tone } from "../web/kit.ts";
import {
  type CoverageCount,
  directionOf,
  type ParentItem,
  type Standing,
  standingNames,
} from "./coverage.ts";
import { type PlanItem, type PlanParent, planStateNames, type UnitPlanState } from "./unit-plan.ts";

const stateTones: Readonly<Record<UnitPlanState, Tone>> = {
  draft: "plain",
  sent: "action",
  returned: "watch",
  accepted: "good",
};

export const PlanStateTag = ({ state }: { state: UnitPlanState }) => (
  <Tag tone={stateTones[state]}>{planStateNames[state]}</Tag>
);

const standingTones: Readonly<Record<Standing, Tone>> = {
  answered: "good",
  left: "plain",
  missing: "bad",
  contradicts: "bad",
  unclear: "watch",
};

export const CoverageTag = ({ standing }: { standing: Standing }) => (
  <Tag tone={standingTones[standing]}>{standingNames[standing]}</Tag>
);

/** In time or late, with the day of arrival that decides. */
export const ArrivalText = ({ parent }: { parent: Pick<PlanParent, "arrivedAt" | "late"> }) =>
  parent.arrivedAt === null ? null : (
    <>
      {parent.late ? <Tag tone="bad">Gửi muộn</Tag> : <Tag tone="good">Đúng hạn</Tag>}{" "}
      <span class="soft">nhận ngày {writeDay(onDay(parent.arrivedAt))}</span>
    </>
  );

export const kindNames: Readonly<Record<ParentItem["kind"], string>> = {
  content: "Nội dung",
  target: "Chỉ tiêu",
  deadline: "Hạn",
};

/** The direction, where the words do not tell it. */
const beyondWords = ({ direction, words, measure }: Omit<PlanItem, "id">): string =>
  direction === null || direction === directionOf(`${words} ${measure ?? ""}`)
    ? ""
    : direction === "at-most"
      ? "không quá "
      : "ít nhất ";

/** An own item in one line: words, number or day. */
export function writeItem(item: Omit<PlanItem, "id">): string {
  if (item.kind === "deadline") return `${item.words}: ${item.deadline ? writeDeadline(item.deadline) : ""}`;
  if (item.kind === "content") return item.responsible ? `${item.words} (${item.responsible})` : item.words;
  const amount =
    item.value === null
      ? ""
      : `: ${beyondWords(item)}${writeNumber(item.value)}${item.valueUnit === "%" ? "%" : ` ${item.valueUnit ?? ""}`}`;
  return `${item.words}${amount}${item.base ? ` trên ${item.base}` : ""}`;
}

/** “9 mục: 6 đã có, 1 chưa có, 2 không so sánh được”. */
export function writeCoverage(count: CoverageCount): string {
  const parts = (Object.keys(standingNames) as Standing[])
    .filter((standing) => count[standing] > 0)
    .map((standing) => `${count[standing]} ${standingNames[standing].toLocaleLowerCase("vi")}`);
  return `${count.asked} mục: ${parts.join(", ")}`;
}
