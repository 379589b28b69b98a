import { type Calendar, holidayName, isDayOff } from "../platform/calendar.ts";
import { type Day, writeDay, writeWeekday, yearOf } from "../platform/day.ts";
import { lastDayInTime } from "../platform/deadline.ts";
import type { YearStep } from "../platform/offered.ts";

/** What is wrong or worth a look in the dates of one step; `bad` cannot be true, `watch` is only awkward. */
export interface DateFinding {
  readonly tone: "bad" | "watch";
  readonly sentence: string;
}

interface CheckedBy {
  readonly year: number;
  readonly today: Day;
  readonly calendar: Calendar;
}

type Check = (step: YearStep, by: CheckedBy) => DateFinding | null;

const bad = (sentence: string): DateFinding => ({ tone: "bad", sentence });
const watch = (sentence: string): DateFinding => ({ tone: "watch", sentence });

/** A day of done work: a step is done once it is no longer plain and its day is not only planned. */
const isDone = ({ tone, day }: YearStep): boolean => day !== null && tone === "good";

const impossible: Check = ({ deadline }) =>
  deadline?.kind === "impossible" && deadline.day === null
    ? bad(`Hạn “${deadline.wording}” là ngày không có thật, chưa có ai xác định lại.`)
    : null;

const phaseTurned: Check = ({ phase }) =>
  phase && phase.to < phase.from
    ? bad(`Đợt “${phase.label}” kết thúc ${writeDay(phase.to)} trước khi bắt đầu ${writeDay(phase.from)}.`)
    : null;

const afterPhase: Check = ({ deadline, phase }) => {
  const last = deadline && lastDayInTime(deadline);
  return last && phase && phase.from <= phase.to && last > phase.to
    ? watch(`Hạn ${writeDay(last)} sau khi đợt “${phase.label}” kết thúc ngày ${writeDay(phase.to)}.`)
    : null;
};

const doneBeforeItBegan: Check = (step) =>
  isDone(step) && step.began && step.day! < step.began
    ? bad(`Xong ngày ${writeDay(step.day!)} trước khi bắt đầu ngày ${writeDay(step.began)}.`)
    : null;

const dueBeforeItBegan: Check = ({ deadline, began }) => {
  const last = deadline && lastDayInTime(deadline);
  return last && began && last < began
    ? bad(`Hạn ${writeDay(last)} trước ngày bắt đầu ${writeDay(began)}.`)
    : null;
};

const doneInTheFuture: Check = (step, { today }) =>
  isDone(step) && step.day! > today ? bad(`Ghi xong ngày ${writeDay(step.day!)}, là ngày chưa đến.`) : null;

const dueOnADayOff: Check = ({ deadline, day, tone }, { calendar }) => {
  const last = deadline && lastDayInTime(deadline);
  if (!last || (day !== null && tone !== "plain") || !isDayOff(calendar, last)) return null;
  const name = holidayName(calendar, last) ?? writeWeekday(last);
  return watch(`Ngày cuối còn trong hạn, ${writeDay(last)}, là ngày nghỉ (${name}).`);
};

const ofAnotherYear: Check = ({ deadline }, { year }) => {
  const last = deadline && lastDayInTime(deadline);
  return last && Math.abs(yearOf(last) - year) > 1
    ? bad(`Hạn ${writeDay(last)} không thuộc năm công tác ${year}.`)
    : null;
};

const checks: readonly Check[] = [
  ...[impossible, phaseTurned, doneBeforeItBegan, dueBeforeItBegan, doneInTheFuture],
  ...[afterPhase, dueOnADayOff, ofAnotherYear],
];

/** Dates of a step that cannot be true or contradict each other, and deadlines on days off. */
export const datesChecked = (step: YearStep, by: CheckedBy): DateFinding[] =>
  checks.map((check) => check(step, by)).filter((finding) => finding !== null);

export interface CheckedStep {
  readonly step: YearStep;
  readonly findings: readonly DateFinding[];
}

/** The steps of a year in their order, each with what is wrong with its dates. */
export const checkedYear = (steps: readonly YearStep[], by: CheckedBy): CheckedStep[] =>
  steps.map((step) => ({ step, findings: datesChecked(step, by) }));
