import { type Day, writeDay } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/**
 * A council (hội đồng) advises the head of a body: on emulation and commendation (Hội đồng Thi đua - Khen
 * thưởng) or on initiatives (Hội đồng sáng kiến). It is founded by a decision and may stand at any level.
 */
export interface Council {
  readonly id: number;
  /** The body whose head it advises and whose standing officers prepare its papers. */
  readonly body: number;
  readonly bodyName: string;
  readonly kind: CouncilKind;
  readonly name: string;
  readonly paperSymbol: string;
  readonly paperDay: Day;
  readonly foundedOn: Day;
  /** The first day on which it no longer is. */
  readonly endedOn: Day | null;
}

export type CouncilKind = "emulation" | "initiative";

export const councilKindNames: Readonly<Record<CouncilKind, string>> = {
  emulation: "Hội đồng Thi đua - Khen thưởng",
  initiative: "Hội đồng sáng kiến",
};

/** A decision on paper: its number and its day. */
export interface DecisionPaper {
  readonly paperSymbol: string;
  readonly paperDay: Day;
}

export interface NewCouncil extends DecisionPaper {
  readonly body: number;
  readonly kind: CouncilKind;
  readonly name: string;
  readonly foundedOn: Day;
}

/** A council is founded by a decision that exists already; it may begin its work later than that day. */
export function decideFounding(asked: NewCouncil, today: Day): NewCouncil | Refusal {
  const name = tidy(asked.name);
  if (!name) return refuse("no-name", "Hãy nhập tên Hội đồng.", { field: "name" });
  const fault = faultOfPaper(asked, today);
  if (fault) return fault;
  if (asked.foundedOn < asked.paperDay)
    return refuse("before-its-decision", "Hội đồng không thể có trước ngày của quyết định thành lập.", {
      field: "foundedOn",
    });
  return { ...asked, name };
}

/** What is wrong with a decision's number and day; null when nothing is. */
export function faultOfPaper(paper: DecisionPaper, today: Day): Refusal | null {
  if (!tidy(paper.paperSymbol))
    return refuse("no-paper", "Hãy nhập số, ký hiệu quyết định.", { field: "paperSymbol" });
  return paper.paperDay > today
    ? refuse("paper-in-the-future", `Ngày quyết định ${writeDay(paper.paperDay)} chưa đến.`, {
        field: "paperDay",
      })
    : null;
}
