import { type Day, writeDay, yearOf } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { moneyUnits } from "./decimals.ts";
import { workingYear } from "./target-period.ts";
import { TYPED } from "./target-source.ts";

/** A target as a movement's plan words it. */
export interface PlannedTarget {
  readonly position: number;
  readonly words: string;
  readonly measure: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly base: string | null;
  /** The target it already became, for one of the bodies asked about. */
  readonly taken: number | null;
}

type Fields = Readonly<Record<string, readonly string[]>>;

const USUAL_REPORT_DAYS = 10;

/** What the form for a new target begins with. */
export function startingPoint(today: Day): Fields {
  const { from, to } = workingYear(yearOf(today));
  return {
    year: [`${yearOf(today)}`],
    from: [writeDay(from)],
    to: [writeDay(to)],
    direction: ["up"],
    counting: ["sum"],
    rhythm: ["quarter"],
    reportDays: [`${USUAL_REPORT_DAYS}`],
    source: [TYPED],
  };
}

/** The same with what stands in the plan; whoever sets it looks it over before it counts. */
export function takenFrom(
  movement: { id: number; year: number },
  planned: PlannedTarget,
  today: Day,
): Fields {
  const { from, to } = workingYear(movement.year);
  const percent = planned.unit?.trim() === "%";
  const name = planned.words.length > 200 ? `${planned.words.slice(0, 200)}…` : planned.words;
  return {
    ...startingPoint(today),
    year: [`${movement.year}`],
    from: [writeDay(from)],
    to: [writeDay(to)],
    name: [name],
    measure: [
      percent ? "percent" : moneyUnits.some((unit) => unit === planned.unit?.trim()) ? "money" : "count",
    ],
    counted: [planned.unit ?? ""],
    goal: [planned.value === null ? "" : writeNumber(planned.value)],
    movement: [`${movement.id}`],
    movementPosition: [`${planned.position}`],
    takenWords: [planned.words],
  };
}
