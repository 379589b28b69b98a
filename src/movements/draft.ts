import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { MovementDeadline } from "./deadlines.ts";
import type { Level, Movement, MovementDocument, MovementKind, MovementTexts } from "./movement.ts";
import type { LinkChange, TargetChange } from "./sections.ts";
import type { SettlementRequest } from "./settlement.ts";

/** Everything a movement begins with, written from nothing, from last year's, or from a paper. */
export interface MovementDraft
  extends MovementTexts,
    Pick<
      Movement,
      | "name"
      | "spellings"
      | "fromYear"
      | "toYear"
      | "theme"
      | "onPortal"
      | "scope"
      | "occasions"
      | "grounds"
      | "recipients"
      | "contents"
      | "phases"
      | "duties"
    > {
  readonly kind: MovementKind;
  readonly level: Level;
  readonly launcher: number;
  readonly draftedIn: number | null;
  readonly origin: "written" | "copied" | "imported";
  readonly copiedFrom: number | null;
  readonly targets: readonly TargetChange[];
  readonly deadlines: readonly NewDeadline[];
  readonly documents: readonly NewDocument[];
  readonly links: readonly LinkChange[];
}

/** A deadline before it stands; a reader's finding may be settled with it. */
export interface NewDeadline extends Omit<MovementDeadline, "id" | "settlements" | "withdrawn"> {
  readonly settlement: SettlementRequest | null;
}

export interface NewDocument extends Omit<MovementDocument, "id"> {
  readonly issuer: number | null;
}

export const emptyDraft = (
  launcher: number,
  given: Pick<MovementDraft, "name" | "kind" | "level" | "fromYear" | "toYear">,
): MovementDraft => ({
  ...given,
  launcher,
  draftedIn: null,
  origin: "written",
  copiedFrom: null,
  spellings: [],
  theme: null,
  motto: null,
  onPortal: false,
  goal: null,
  requirements: null,
  scopeWords: null,
  subjects: null,
  criteria: null,
  expectedCommendation: null,
  funding: null,
  solutions: null,
  scope: { groups: [], named: [], excluded: [] },
  occasions: [],
  grounds: [],
  recipients: [],
  contents: [],
  targets: [],
  phases: [],
  deadlines: [],
  duties: [],
  documents: [],
  links: [],
});

const FIRST_YEAR = 1945;
const LONGEST_YEARS = 30;

/** A movement has a name, and years that follow each other and can be meant. */
export function decideIdentity(
  given: Pick<MovementDraft, "name" | "fromYear" | "toYear">,
  thisYear: number,
): { name: string } | Refusal {
  const name = tidy(given.name);
  if (!name) return refuse("no-name", "Hãy đặt tên cho phong trào.", { field: "name" });
  if (given.fromYear < FIRST_YEAR || given.fromYear > thisYear + 10)
    return refuse("implausible-year", `Năm ${given.fromYear} không hợp lý; hãy nhập năm gồm bốn chữ số.`, {
      field: "fromYear",
    });
  if (given.toYear < given.fromYear)
    return refuse("ends-before-it-begins", "Năm kết thúc không thể trước năm bắt đầu.", { field: "toYear" });
  if (given.toYear >= given.fromYear + LONGEST_YEARS)
    return refuse("too-long", `Một phong trào kéo dài nhiều nhất ${LONGEST_YEARS} năm.`, { field: "toYear" });
  return { name };
}
