import type { Day, Instant } from "../platform/day.ts";
import type { Category } from "./person.ts";
import { personFields } from "./person-list.ts";
import type { ColumnMap, ListField } from "./sheet-columns.ts";
import type { UnitKind } from "./unit.ts";
import { unitFields } from "./unit-list.ts";

/** A list read from a spreadsheet, waiting to be confirmed by the person who brought it. */
export interface Roster {
  readonly id: number;
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly rows: readonly (readonly string[])[];
  /** Index of the heading row; -1 when the sheet has none. */
  readonly header: number;
  readonly columns: ColumnMap;
  readonly defaults: RosterDefaults;
  readonly uploadedAt: Instant;
  readonly appliedAt: Instant | null;
  readonly outcome: RosterOutcome | null;
}

export type RosterKind = "units" | "people";

export const rosterKindNames: Readonly<Record<RosterKind, string>> = { units: "Đơn vị", people: "Cá nhân" };

/** What stands for empty cells. */
export interface RosterDefaults {
  readonly unit: number | null;
  readonly kind: UnitKind;
  readonly category: Category;
  readonly from: Day;
}

export interface RosterOutcome {
  readonly added: number;
  readonly completed: number;
  readonly same: number;
  readonly skipped: number;
}

/** What becomes of a row of which it is doubtful who is meant: somebody there, somebody new, or nothing yet. */
export type Choice = { readonly person: number } | "new" | "skip";

export const rosterFields = (kind: RosterKind): readonly ListField[] =>
  kind === "people" ? personFields : unitFields;
