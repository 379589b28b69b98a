import { type Day, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { emptyDraft, type MovementDraft, type NewDeadline } from "./draft.ts";
import { type Level, type Movement, writeYears } from "./movement.ts";
import type { PlanContent, PlanIssue, PlanItem, UnitPlan } from "./unit-plan.ts";

/** Somebody who held an office of the unit on the day of signing. */
export interface Signer {
  readonly person: number;
  readonly name: string;
  /** The office as the post names it. */
  readonly title: string;
  readonly isHead: boolean;
}

interface SignedBy {
  readonly person: number;
  readonly office: string;
  readonly capacity: string | null;
  readonly name: string;
}

/**
 * Who signs is asked of the day of signing, not of the day of drafting: a head replaced in between does not
 * sign. A deputy signs for the head (Nghị định 30/2020/NĐ-CP, Điều 13).
 */
export function decideSigner(
  person: number,
  on: Day,
  holders: readonly Signer[],
  name: string,
): SignedBy | Refusal {
  const signer = holders.find((one) => one.person === person);
  if (signer)
    return {
      person,
      name: signer.name,
      office: signer.title,
      capacity: signer.isHead ? null : "KT. THỦ TRƯỞNG ĐƠN VỊ",
    };
  const head = holders.find(({ isHead }) => isHead);
  const then = head ? ` Người đứng đầu đơn vị ngày đó là ${head.name}, ${head.title}.` : "";
  return refuse(
    "not-signatory-then",
    `Ngày ${writeDay(on)}, ${name} không giữ chức vụ lãnh đạo của đơn vị nên không ký được kế hoạch này.${then}`,
    { field: "signer", basis: "Nghị định 30/2020/NĐ-CP, Điều 13" },
  );
}

/** A plan is issued once; after a return the mended plan gets a number and a day of its own. */
export function refuseIssue(plan: Pick<UnitPlan, "issue" | "parents">, items: number): Refusal | null {
  if (plan.issue !== null && !plan.parents.some(({ state }) => state === "returned"))
    return movedOn("already-issued", "Kế hoạch đã được ký ban hành.");
  return items === 0
    ? refuse("nothing-planned", "Kế hoạch chưa có nội dung, chỉ tiêu hay hạn nào nên chưa ký ban hành được.")
    : null;
}

/** Launching downward needs an issued plan, and happens once. */
export function refuseLaunch(plan: Pick<UnitPlan, "issue" | "launched">): Refusal | null {
  if (plan.issue === null)
    return refuse(
      "not-issued",
      "Hãy ghi số, ngày và người ký của kế hoạch trước khi phát động đến các đơn vị trực thuộc.",
    );
  return plan.launched === null
    ? null
    : movedOn("already-launched", "Kế hoạch đã được phát động đến các đơn vị trực thuộc.");
}

interface LaunchFacts {
  readonly plan: Pick<UnitPlan, "unit" | "unitName" | "year">;
  readonly content: PlanContent;
  readonly issue: PlanIssue;
  readonly level: Level;
  readonly parents: readonly Pick<Movement, "id" | "name" | "theme" | "fromYear" | "toYear">[];
  readonly scope: MovementDraft["scope"];
  /** By when the sub-units send their own plans. */
  readonly plansDue: Day | null;
}

/** The movement that an issued plan becomes for the unit's own sub-units; it names the launches it answers. */
export function movementFrom(facts: LaunchFacts): MovementDraft {
  const { plan, content, issue, parents } = facts;
  const first = parents[0];
  const years = { fromYear: first?.fromYear ?? plan.year, toYear: first?.toYear ?? plan.year };
  const name = `Phong trào thi đua ${writeYears(years)} của ${plan.unitName}`;
  return {
    ...emptyDraft(plan.unit, { name, kind: "regular", level: facts.level, ...years }),
    theme: first?.theme ?? null,
    goal: content.goal,
    requirements: content.requirements,
    solutions: content.arrangements,
    scope: facts.scope,
    contents: contentsFrom(content.items),
    targets: content.items
      .filter(({ kind }) => kind === "target")
      .map(({ words, measure, value, valueUnit, base }) => ({
        id: null,
        words,
        measure,
        value,
        unit: valueUnit,
        base,
        line: null,
      })),
    deadlines: [
      ...(facts.plansDue === null ? [] : [planDeadline(facts.plansDue)]),
      ...content.items.flatMap(deadlineFrom),
    ],
    documents: [
      {
        kind: "KE_HOACH",
        number: issue.number,
        symbol: issue.symbol,
        issuer: plan.unit,
        issuerName: plan.unitName,
        place: issue.place,
        issuedOn: issue.on,
        title: content.name,
        signatory: { capacity: issue.signerCapacity, role: issue.signerOffice, name: issue.signerName },
        file: null,
        fileName: null,
      },
    ],
    links: parents.map(({ id, name: other }) => ({ kind: "parent" as const, other: id, name: other })),
  };
}

/** Contents in the order of the plan, numbered anew below their headings. */
export function contentsFrom(items: readonly PlanItem[]): MovementDraft["contents"] {
  const contents = items.filter(({ kind }) => kind === "content");
  const lines: MovementDraft["contents"][number][] = [];
  let heading = 0;
  let under: string | null = null;
  let below = 0;
  const line = (label: string, level: number, words: string, responsible: string) =>
    lines.push({ label, level, heading: words, responsible, units: [], line: null });
  for (const { grouping, words, responsible } of contents) {
    if (grouping === null) {
      heading += 1;
      under = null;
      line(`${heading}.`, 1, words, responsible ?? "");
      continue;
    }
    if (grouping !== under) {
      heading += 1;
      below = 0;
      under = grouping;
      line(`${heading}.`, 1, grouping, "");
    }
    below += 1;
    line(`${heading}.${below}.`, 2, words, responsible ?? "");
  }
  return lines;
}

const everybody = {
  audienceWords: "Các phòng, đơn vị trực thuộc",
  groups: ["room", "subordinate-unit", "enforcement-local", "local-justice", "cluster"],
  named: [],
  line: null,
  settlement: null,
} as const;

const planDeadline = (on: Day): NewDeadline => ({
  ...everybody,
  what: "Gửi kế hoạch của phòng, đơn vị trực thuộc",
  purpose: "plan",
  wording: `chậm nhất ngày ${writeDay(on)}`,
  kind: "dated",
  day: on,
  inclusive: true,
});

const deadlineFrom = ({ words, deadline }: PlanItem): NewDeadline[] =>
  deadline === null ? [] : [{ ...everybody, what: words, purpose: "other", ...deadline }];
