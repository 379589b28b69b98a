import type { Actor } from "../platform/actor.ts";
import { type Day, lastDayOf, monthOf, onDay, startOf, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { lastDayInTime, writeDeadline } from "../platform/deadline.ts";
import type {
  DueItem,
  Figure,
  FigureQuestion,
  OwedItem,
  YearQuestion,
  YearStep,
} from "../platform/offers.ts";
import { dutiesOf } from "./duty.store.ts";
import { type Duty, isOwed, reviewObligation } from "./duty.ts";
import { hasSent, reporterStandingNames, standingOf, tallyOf } from "./gather.ts";
import { writeReviewed } from "./period.ts";
import { receivesFor, reviewReachOf } from "./review-reach.store.ts";

const LAST_MONTH_OF_LAST_YEAR = 3;

/** Reports of last year are still asked for in the first months of this one. */
export const yearsAsked = (day: Day): number[] =>
  monthOf(day) <= LAST_MONTH_OF_LAST_YEAR ? [yearOf(day) - 1, yearOf(day)] : [yearOf(day)];

const whatOf = (duty: Duty): string => `${writeReviewed(duty.period)} “${duty.movementName}”`;

const addressOf = ({ movement, period, review }: Duty): string =>
  review === null
    ? `/so-ket-tong-ket?phong-trao=${movement ?? 0}&ky=${period.kind}&nam=${period.year}`
    : `/so-ket-tong-ket/${review}`;

/** Everything still owed with its deadline, for the one engine of reminders. */
export async function owed(reader: Reader, day: Day): Promise<OwedItem[]> {
  const years = await Promise.all(
    yearsAsked(day).map((year) => dutiesOf(reader, { year, openOnly: true }, day)),
  );
  return years
    .flat()
    .filter(isOwed)
    .flatMap((duty) =>
      duty.deadline === null
        ? []
        : [
            {
              ...reviewObligation(duty),
              unit: duty.unit,
              what: `${whatOf(duty)}, hạn ${writeDeadline(duty.deadline)}`,
              href: addressOf(duty),
              deadline: duty.deadline,
            },
          ],
    );
}

/** Every report owed with a deadline in that year, sent or not; what a merged unit had not sent it owes no more. */
export async function dues(
  reader: Reader,
  year: number,
  units: readonly number[] | null,
): Promise<DueItem[]> {
  // A final review may fall due early in the year after the one it reviews.
  const lastDay = lastDayOf(year);
  const asked = units === null ? {} : { units };
  const periods = await Promise.all(
    [year - 1, year].map((reviewed) => dutiesOf(reader, { ...asked, year: reviewed }, lastDay)),
  );
  return periods.flat().flatMap((duty) => {
    const last = duty.deadline && lastDayInTime(duty.deadline);
    if (!duty.deadline || !last || yearOf(last) !== year) return [];
    if (duty.ended !== null && duty.arrivedAt === null) return [];
    return [
      {
        ...reviewObligation(duty),
        unit: duty.unit,
        what: whatOf(duty),
        href: addressOf(duty),
        deadline: duty.deadline,
        doneAt: duty.arrivedAt,
        movement: duty.movement ?? undefined,
        receiver: duty.receiver,
        begun: duty.review !== null,
      },
    ];
  });
}

/** How many of several units have sent their own review of those days; one unit alone has nothing to count. */
export async function figures(reader: Reader, question: FigureQuestion): Promise<Figure[]> {
  if (question.units.length < 2) return [];
  const movement = question.movement === null ? {} : { movement: question.movement };
  const duties = await dutiesOf(
    reader,
    { ...movement, year: yearOf(question.to), units: question.units },
    question.to,
  );
  const within = duties.filter(
    ({ period, boundBy, level }) =>
      level === "unit" && boundBy !== null && period.from === question.from && period.to === question.to,
  );
  const tally = tallyOf(within, startOf(question.to));
  const kind = within[0]?.period.kind;
  const asked = [
    `nam=${yearOf(question.to)}`,
    ...(question.movement === null ? [] : [`phong-trao=${question.movement}`]),
    ...(kind ? [`ky=${kind}`] : []),
    "cap=unit",
  ];
  const href = `/so-ket-tong-ket?${asked.join("&")}`;
  const measure = "đơn vị";
  return [
    { code: "reviews.owed", label: "Đơn vị phải gửi báo cáo", value: tally.total, measure, href },
    { code: "reviews.sent", label: "Đơn vị đã gửi báo cáo", value: tally.sent, measure, href },
    {
      code: "reviews.late",
      label: "Đơn vị gửi báo cáo muộn",
      value: tally.late,
      measure,
      href: `${href}&han=muon`,
    },
  ];
}

/** The reviews of a unit's or a cluster's year; drafts leave no trace for those who may not read them. */
export async function yearSteps(
  reader: Reader,
  actor: Actor,
  { id, year }: YearQuestion,
): Promise<YearStep[]> {
  const reach = await reviewReachOf(reader, actor);
  const duties = await dutiesOf(reader, { year, units: [id] }, actor.day);
  const own = [...reach.writes, ...reach.clusters, ...reach.within].includes(id);
  const bodies = [...receivesFor(reach, actor), ...reach.leads];
  return duties
    .filter((duty) => duty.unit === id && (own || bodies.includes(duty.receiver)))
    .map((duty) => {
      const standing = standingOf(duty, actor.at);
      const late = duty.late === true ? ", gửi muộn" : "";
      return {
        label: duty.period.kind === "interim" ? "Sơ kết" : "Tổng kết",
        state: `${reporterStandingNames[standing]}${late}`,
        tone: standing === "overdue" ? "bad" : hasSent(standing) ? (late ? "watch" : "good") : "plain",
        day: duty.arrivedAt && onDay(duty.arrivedAt),
        deadline: duty.deadline,
        began: duty.period.from,
        href: duty.review !== null && hasSent(standing) ? `/so-ket-tong-ket/${duty.review}` : null,
      };
    });
}
