import { writeDeadline } from "../platform/deadline.ts";
import { writeNumber } from "../platform/money.ts";
import { tidy } from "../platform/vietnamese.ts";
import { asDeadline } from "./deadlines.ts";
import type { Movement } from "./movement.ts";
import type { SectionKey } from "./sections.ts";
import type { PlanContent, PlanItem } from "./unit-plan.ts";
import { contentsFrom } from "./unit-plan-issue.ts";

/**
 * A plan that was launched downward and then came back, was mended and issued again, says something else than the
 * launch which the sub-units were given. The launch changes only by an amending paper, so both pages say what differs.
 */
export interface LaunchedDifference {
  /** The part of the launch that an amendment would change. */
  readonly section: SectionKey;
  /** What the launch says; null for what only the plan says. */
  readonly launched: string | null;
  /** What the plan says; null for what is no longer in it. */
  readonly planned: string | null;
}

type Launch = Pick<Movement, "goal" | "requirements" | "solutions" | "contents" | "targets" | "deadlines">;

/** Everything the plan and its launch say differently, in the order of the launch's sections. */
export function differencesFromLaunch(plan: PlanContent, launch: Launch): LaunchedDifference[] {
  return [
    ...wordsDiffer("muc-dich", launch.goal, plan.goal),
    ...wordsDiffer("muc-dich", launch.requirements, plan.requirements),
    ...linesDiffer("noi-dung", launch.contents.map(contentLine), contentsFrom(plan.items).map(contentLine)),
    ...wordsDiffer("noi-dung", launch.solutions, plan.arrangements),
    ...linesDiffer(
      "chi-tieu",
      launch.targets.map(({ words, value, unit, base }) => targetLine(words, value, unit, base)),
      ofKind(plan, "target").map((item) => targetLine(item.words, item.value, item.valueUnit, item.base)),
    ),
    ...linesDiffer("han", launchedDeadlines(launch), ofKind(plan, "deadline").map(deadlineLine)),
  ];
}

const ofKind = (plan: PlanContent, kind: PlanItem["kind"]): PlanItem[] =>
  plan.items.filter((item) => item.kind === kind);

const contentLine = ({ heading, responsible }: { heading: string; responsible: string }): string =>
  tidy(responsible ? `${heading} (${responsible})` : heading);

const targetLine = (words: string, value: number | null, unit: string | null, base: string | null): string =>
  tidy(
    `${words}${value === null ? "" : `: ${writeNumber(value)} ${unit ?? ""}`}${base ? ` trên ${base}` : ""}`,
  );

const deadlineLine = ({ words, deadline }: PlanItem): string =>
  tidy(`${words}: ${deadline ? writeDeadline(deadline) : ""}`);

/** The day for the sub-units' own plans was set when it was launched, and stands in no plan. */
const launchedDeadlines = ({ deadlines }: Launch): string[] =>
  deadlines
    .filter(({ purpose, withdrawn }) => purpose !== "plan" && !withdrawn)
    .map((deadline) => tidy(`${deadline.what}: ${writeDeadline(asDeadline(deadline))}`));

function wordsDiffer(
  section: SectionKey,
  launched: string | null,
  planned: string | null,
): LaunchedDifference[] {
  const [was, is] = [tidy(launched ?? ""), tidy(planned ?? "")];
  return was === is ? [] : [{ section, launched: was || null, planned: is || null }];
}

/** Lines that only one of the two has. */
function linesDiffer(
  section: SectionKey,
  launched: readonly string[],
  planned: readonly string[],
): LaunchedDifference[] {
  return [
    ...launched
      .filter((line) => !planned.includes(line))
      .map((line) => ({ section, launched: line, planned: null })),
    ...planned
      .filter((line) => !launched.includes(line))
      .map((line) => ({ section, launched: null, planned: line })),
  ];
}
