import type { Instant } from "../platform/day.ts";
import { daysLeft } from "../platform/deadline.ts";
import type { DueItem } from "../platform/offered.ts";
import { onTimeOf } from "./lateness.ts";

/** Whether what is still open will come in time: likely late, doubtful, or likely in time. */
export type Outlook = "likely-late" | "doubtful" | "likely-in-time";

export const outlookNames: Readonly<Record<Outlook, string>> = {
  "likely-late": "Dễ muộn",
  doubtful: "Cần theo dõi",
  "likely-in-time": "Có thể kịp",
};

export interface Forecast {
  readonly outlook: Outlook;
  /** What it rests on, in one sentence. */
  readonly sentence: string;
}

type Past = Pick<DueItem, "deadline" | "doneAt">;

const NEAR = 7;
const LAST_DAYS = 2;

/**
 * A forecast for one obligation that is still open and not late, from the unit's own past (tỷ lệ đúng hạn,
 * gửi sớm mấy ngày), the days left and whether something is written. Null when there is nothing to forecast:
 * done, late, without a day, or so far off that the past says nothing of it.
 */
export function forecastOf(
  due: Pick<DueItem, "deadline" | "doneAt" | "begun">,
  past: readonly Past[],
  at: Instant,
): Forecast | null {
  const left = daysLeft(due.deadline, at);
  if (due.doneAt || left === null || left < 0) return null;
  const { judged, inTime } = onTimeOf(past, at);
  if (judged === 0 && left > NEAR) return null;
  const early = usualDaysEarly(past);
  const outlook = outlookFrom(
    shareRisk(judged, inTime) + timeRisk(left, due.begun === true, early) - (due.begun ? 1 : 0),
  );
  return { outlook, sentence: sentenceOf({ judged, inTime, early, left, begun: due.begun }) };
}

const shareRisk = (judged: number, inTime: number): number => {
  if (judged === 0) return 1;
  const share = inTime / judged;
  return share < 0.5 ? 2 : share < 0.8 ? 1 : 0;
};

function timeRisk(left: number, begun: boolean, early: number | null): number {
  const pressing = begun ? 0 : left <= LAST_DAYS ? 2 : left <= NEAR ? 1 : 0;
  const laterThanUsual = early !== null && left < early ? 1 : 0;
  return pressing + laterThanUsual;
}

const outlookFrom = (risk: number): Outlook =>
  risk >= 3 ? "likely-late" : risk === 2 ? "doubtful" : "likely-in-time";

/** The middle of how many days before the last day in time the unit has sent; negative when it is usually late. */
export function usualDaysEarly(past: readonly Past[]): number | null {
  const days = past
    .flatMap(({ deadline, doneAt }) => (doneAt ? [daysLeft(deadline, doneAt)] : []))
    .filter((days) => days !== null)
    .sort((left, right) => left - right);
  return days.length === 0 ? null : days[Math.floor((days.length - 1) / 2)]!;
}

interface Grounds {
  readonly judged: number;
  readonly inTime: number;
  readonly early: number | null;
  readonly left: number;
  readonly begun: boolean | undefined;
}

function sentenceOf({ judged, inTime, early, left, begun }: Grounds): string {
  const before =
    judged === 0
      ? "Chưa có việc nào trước đây để so"
      : `Trước đây đúng hạn ${inTime}/${judged} lần${early === null ? "" : `, ${writeEarly(early)}`}`;
  const now = left === 0 ? "hôm nay là hạn cuối" : `còn ${left} ngày`;
  const draft = begun === undefined ? "" : begun ? ", đã có dự thảo" : ", chưa có dự thảo";
  return `${before}; ${now}${draft}.`;
}

const writeEarly = (early: number): string =>
  early > 0
    ? `thường xong trước hạn ${early} ngày`
    : early === 0
      ? "thường xong vào ngày cuối"
      : `thường muộn ${-early} ngày`;

/** The gravest forecast among a unit's open obligations, with the thing it is about. */
export function gravestForecast<Due extends Pick<DueItem, "deadline" | "doneAt" | "begun" | "what">>(
  dues: readonly Due[],
  past: readonly Past[],
  at: Instant,
): (Forecast & { readonly what: string }) | null {
  const order: readonly Outlook[] = ["likely-late", "doubtful", "likely-in-time"];
  const forecasts = dues.flatMap((due) => {
    const forecast = forecastOf(due, past, at);
    return forecast ? [{ ...forecast, what: due.what }] : [];
  });
  const sorted = forecasts.sort((left, right) => order.indexOf(left.outlook) - order.indexOf(right.outlook));
  const [first] = sorted;
  return first ? { outlook: first.outlook, sentence: first.sentence, what: first.what } : null;
}
