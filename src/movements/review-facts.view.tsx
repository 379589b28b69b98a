import type { FormState } from "../web/form.ts";
import { type DocumentLine, type Frame, lineId } from "../web/kit.ts";
import type { Blocker } from "./adoption.ts";
import type { PlanImport } from "./import.store.ts";
import type { PlanFinding } from "./plan-reading.ts";
import type { Proposal } from "./proposal.ts";
import type { TextView } from "./reading-lines.ts";

/** What the page of review is drawn with. */
export interface ReviewFacts {
  readonly frame: Frame;
  readonly plan: PlanImport;
  /** Lines shown, with what was read in them marked. */
  readonly lines: readonly DocumentLine[];
  readonly view: TextView;
  readonly blockers: readonly Blocker[];
  readonly items: readonly Proposal[];
  readonly findings: readonly PlanFinding[];
  /** The item being corrected. */
  readonly editing: string | null;
  /** The form that came back: of which item or blocker. */
  readonly returned: { readonly key: string; readonly state: FormState } | null;
  readonly papers: number;
  readonly formKey: () => string;
  /** Movements that the paper mentions and that stand here, by the item. */
  readonly known: ReadonlyMap<string, { readonly id: number; readonly name: string }>;
}

/** A line of the paper: on this page when it is shown, else where all lines are. */
export const lineHref = (facts: ReviewFacts, line: number): string =>
  facts.lines.some((shownLine) => shownLine.number === line)
    ? `#${lineId(line)}`
    : `/phong-trao/nhap/${facts.plan.id}?van-ban=tat-ca#${lineId(line)}`;
