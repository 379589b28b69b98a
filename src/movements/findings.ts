import { type Audience, audienceNames } from "../org/scope.ts";
import { type Calendar, holidayName, isDayOff } from "../platform/calendar.ts";
import { addDays, type Day, writeDay, writeWeekday } from "../platform/day.ts";
import { lastDayInTime } from "../platform/deadline.ts";
import { asDeadline, isLeftOpen, isUnsettled, type MovementDeadline, purposeNames } from "./deadlines.ts";
import type { Movement, Phase } from "./movement.ts";
import type { SectionKey } from "./sections.ts";

/** Something a person must settle (block), should look at (watch) or may know (note) before a launch is issued. */
export interface LaunchFinding {
  readonly severity: "block" | "watch" | "note";
  readonly code: string;
  readonly sentence: string;
  readonly section: SectionKey;
  /** The article that asks for it. */
  readonly basis: string | null;
}

type Launch = Pick<
  Movement,
  | "kind"
  | "goal"
  | "requirements"
  | "scopeWords"
  | "scope"
  | "subjects"
  | "criteria"
  | "contents"
  | "solutions"
  | "theme"
  | "motto"
  | "targets"
  | "phases"
  | "deadlines"
  | "expectedCommendation"
  | "funding"
>;

const LAW_2022_HOLDS_FROM = "2024-01-01";
const LAW_2022 = "Luật 06/2022/QH15, Điều 17";
const LAW_2003 = "Luật Thi đua, khen thưởng 2003, Điều 16";

interface Part {
  readonly code: string;
  readonly name: string;
  readonly section: SectionKey;
  readonly there: (launch: Launch) => boolean;
}

const filled = (text: string | null): boolean => text !== null && text.trim() !== "";

const goal: Part = {
  code: "no-goal",
  name: "mục đích, mục tiêu",
  section: "muc-dich",
  there: (launch) => filled(launch.goal),
};
const scope: Part = {
  code: "no-scope",
  name: "phạm vi",
  section: "doi-tuong",
  there: (launch) => filled(launch.scopeWords) || launch.scope.groups.length + launch.scope.named.length > 0,
};
const subjects: Part = {
  code: "no-subjects",
  name: "đối tượng thi đua",
  section: "doi-tuong",
  there: (launch) => filled(launch.subjects),
};
const contents: Part = {
  code: "no-contents",
  name: "nội dung thi đua",
  section: "noi-dung",
  there: (launch) => launch.contents.length > 0,
};
const criteria: Part = {
  code: "no-criteria",
  name: "tiêu chí thi đua",
  section: "tieu-chi",
  there: (launch) => filled(launch.criteria),
};
const time: Part = {
  code: "no-time",
  name: "thời gian, thời hạn thi đua",
  section: "dot",
  there: (launch) => launch.phases.length > 0 || launch.deadlines.some((deadline) => !deadline.withdrawn),
};
const measures: Part = {
  code: "no-measures",
  name: "kế hoạch, biện pháp tổ chức thực hiện",
  section: "noi-dung",
  there: (launch) => filled(launch.solutions),
};
const targets: Part = {
  code: "no-targets",
  name: "chỉ tiêu thi đua",
  section: "chi-tieu",
  there: (launch) => launch.targets.length > 0,
};
const motto: Part = {
  code: "no-motto",
  name: "khẩu hiệu",
  section: "ten",
  there: (launch) => filled(launch.motto) || filled(launch.theme),
};
const reviews: Part = {
  code: "no-review",
  name: "sơ kết, tổng kết",
  section: "han",
  there: (launch) =>
    launch.deadlines.some((deadline) => !deadline.withdrawn && deadline.purpose.endsWith("review")),
};
const commendation: Part = {
  code: "no-commendation",
  name: "dự kiến khen thưởng",
  section: "tieu-chi",
  there: (launch) => filled(launch.expectedCommendation),
};

const partsOfLaw: readonly { until: string | null; basis: string; parts: readonly Part[] }[] = [
  {
    until: LAW_2022_HOLDS_FROM,
    basis: LAW_2003,
    parts: [goal, scope, subjects, targets, contents, motto, time, measures, reviews],
  },
  {
    until: null,
    basis: LAW_2022,
    parts: [goal, scope, subjects, contents, criteria, time, measures, reviews, commendation],
  },
];

/** A finding for each part that the law in force on the launch day asks for and the launch lacks. */
export function missingParts(launch: Launch, launchedOn: Day): LaunchFinding[] {
  const law = partsOfLaw.find((one) => one.until === null || launchedOn < one.until);
  if (!law) return [];
  return law.parts
    .filter((part) => !part.there(launch))
    .map((part) => ({
      severity: "watch",
      code: part.code,
      sentence: `Chưa có ${part.name}.`,
      section: part.section,
      basis: law.basis,
    }));
}

/** Findings on days: impossible, before the launch, on a day off, bound to an event, or without anybody bound. */
export function deadlineFindings(
  deadlines: readonly MovementDeadline[],
  launchedOn: Day,
  calendar: Calendar,
): LaunchFinding[] {
  return deadlines
    .filter((deadline) => !deadline.withdrawn)
    .flatMap((deadline) => [
      ...dayFindings(deadline, launchedOn, calendar),
      ...(deadline.groups.length + deadline.named.length === 0
        ? [
            finding(
              "watch",
              "binds-nobody",
              `Hạn “${named(deadline)}” chưa rõ ràng buộc đơn vị nào; hãy chọn nhóm đơn vị.`,
            ),
          ]
        : []),
    ]);
}

function dayFindings(deadline: MovementDeadline, launchedOn: Day, calendar: Calendar): LaunchFinding[] {
  if (isUnsettled(deadline))
    return [
      finding(
        "block",
        "impossible-date",
        `Hạn “${deadline.wording}” là ngày không có thật; hãy xử lý trước khi ban hành.`,
      ),
    ];
  if (isLeftOpen(deadline))
    return [
      finding(
        "note",
        "left-open",
        `Hạn “${deadline.wording}” đang chờ nơi ban hành trả lời; chưa ai bị coi là trễ.`,
      ),
    ];
  if (deadline.day === null)
    return [
      finding(
        "note",
        "event-bound",
        `Hạn “${deadline.wording}” gắn với một sự kiện; định ngày khi sự kiện đã rõ.`,
      ),
    ];
  const found: LaunchFinding[] = [];
  const last = lastDayInTime(asDeadline(deadline));
  if (last !== null && last < launchedOn)
    found.push(
      finding(
        "watch",
        "deadline-before-issue",
        `Hạn ${writeDay(deadline.day)} của “${named(deadline)}” trước ngày phát động ${writeDay(launchedOn)}.`,
      ),
    );
  if (isDayOff(calendar, deadline.day))
    found.push(
      finding(
        "watch",
        "deadline-on-day-off",
        `Hạn ${writeDay(deadline.day)} là ${holidayName(calendar, deadline.day) ?? writeWeekday(deadline.day)}, ngày nghỉ${deadline.inclusive ? "; vẫn tính cả ngày này" : ""}.`,
      ),
    );
  return found;
}

const named = (deadline: MovementDeadline): string => deadline.what || purposeNames[deadline.purpose];

const finding = (
  severity: LaunchFinding["severity"],
  code: string,
  sentence: string,
  section: SectionKey = "han",
): LaunchFinding => ({ severity, code, sentence, section, basis: null });

/** Peak phases follow each other: none reversed, none overlapping, no gap between. */
export function phaseFindings(phases: readonly Phase[]): LaunchFinding[] {
  const found: LaunchFinding[] = [];
  const dated = phases.filter(
    (phase): phase is Phase & { from: Day; to: Day } => phase.from !== null && phase.to !== null,
  );
  for (const phase of phases)
    if (phase.from === null || phase.to === null)
      found.push(
        finding("watch", "phase-without-day", `${phase.name} chưa đủ ngày bắt đầu, ngày kết thúc.`, "dot"),
      );
  for (const phase of dated)
    if (phase.to < phase.from)
      found.push(
        finding(
          "block",
          "phase-reversed",
          `${phase.name} kết thúc (${writeDay(phase.to)}) trước khi bắt đầu (${writeDay(phase.from)}).`,
          "dot",
        ),
      );
  const ordered = [...dated].sort((left, right) => (left.from < right.from ? -1 : 1));
  for (const [index, phase] of ordered.entries()) {
    const next = ordered[index + 1];
    if (!next) continue;
    if (next.from <= phase.to)
      found.push(
        finding("watch", "phase-overlap", `${phase.name} và ${next.name} chồng thời gian lên nhau.`, "dot"),
      );
    else if (next.from > addDays(phase.to, 1))
      found.push(
        finding(
          "watch",
          "phase-gap",
          `Giữa ${phase.name} và ${next.name} có khoảng trống từ ${writeDay(addDays(phase.to, 1))} đến ${writeDay(addDays(next.from, -1))}.`,
          "dot",
        ),
      );
  }
  return found;
}

/** Groups in scope that some deadline of a purpose leaves out: they are bound and have no day. */
export function unboundGroups(
  deadlines: readonly MovementDeadline[],
  inScope: readonly Audience[],
): LaunchFinding[] {
  const standing = deadlines.filter((deadline) => !deadline.withdrawn);
  return (["plan-and-registration", "registration", "interim-review"] as const).flatMap((purpose) => {
    const of = standing.filter((deadline) => deadline.purpose === purpose);
    if (of.length === 0) return [];
    const bound = new Set(of.flatMap((deadline) => deadline.groups));
    const left = inScope.filter((group) => !bound.has(group));
    return left.length === 0
      ? []
      : [
          finding(
            "watch",
            "duty-without-deadline",
            `${purposeNames[purpose]}: chưa có hạn cho ${left.map((group) => audienceNames[group]).join(", ")}.`,
          ),
        ];
  });
}

/** All that should be looked at before this launch is issued. */
export const launchFindings = (
  movement: Launch,
  launchedOn: Day,
  calendar: Calendar,
  inScope: readonly Audience[],
): LaunchFinding[] =>
  [
    ...missingParts(movement, launchedOn),
    ...phaseFindings(movement.phases),
    ...deadlineFindings(movement.deadlines, launchedOn, calendar),
    ...unboundGroups(movement.deadlines, inScope),
  ].sort((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity));

const severities = ["block", "watch", "note"];
