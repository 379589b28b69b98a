import { sameTones, tidy } from "../platform/vietnamese.ts";
import type { ReadPerson } from "./person-list.ts";

/** Somebody already there who may be the person of a row. */
export interface KnownPerson {
  readonly id: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly hasCivilNumber: boolean;
  /** Units they work in today. */
  readonly units: readonly number[];
  readonly detail: string;
}

export type PersonMatch =
  | { readonly kind: "wrong" }
  | { readonly kind: "new" }
  | { readonly kind: "same"; readonly person: number }
  | { readonly kind: "elsewhere"; readonly person: KnownPerson }
  | { readonly kind: "doubtful"; readonly candidates: readonly KnownPerson[] };

/**
 * Whom a row means. A civil number decides; without one a person of the same name, birth year and unit is
 * the same; every other likeness is shown side by side and decided by a person.
 */
export function matchPerson(
  read: ReadPerson,
  byCivilNumber: KnownPerson | null,
  alike: readonly KnownPerson[],
): PersonMatch {
  if (read.errors.length > 0 || read.unit === null) return { kind: "wrong" };
  const unit = read.unit;
  const worksThere = (known: KnownPerson) => known.units.includes(unit);
  if (byCivilNumber)
    return worksThere(byCivilNumber)
      ? { kind: "same", person: byCivilNumber.id }
      : { kind: "elsewhere", person: byCivilNumber };
  const namesakes = alike.filter(
    (known) => sameName(known.name, read.name) && mayBeBorn(known.birthYear, read.birthYear),
  );
  // With a number of their own, a namesake whose number is known to be another is another person.
  const candidates =
    read.civilNumber === null ? namesakes : namesakes.filter((known) => !known.hasCivilNumber);
  if (candidates.length === 0) return { kind: "new" };
  const [only] = candidates;
  const certain =
    candidates.length === 1 &&
    only &&
    worksThere(only) &&
    only.birthYear === read.birthYear &&
    read.civilNumber === null;
  return certain ? { kind: "same", person: only.id } : { kind: "doubtful", candidates };
}

const sameName = (left: string, right: string): boolean =>
  sameTones(tidy(left).toLowerCase()) === sameTones(tidy(right).toLowerCase());

const mayBeBorn = (left: number | null, right: number | null): boolean =>
  left === null || right === null || left === right;

/** Rows of one file that nobody could tell apart later are refused, all but the first. */
export function withoutTwins(rows: readonly ReadPerson[]): ReadPerson[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = row.civilNumber ?? `${sameTones(row.name.toLowerCase())}|${row.birthYear}|${row.unit}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row.row);
      return row;
    }
    const sentence = row.civilNumber
      ? `Số định danh trùng với dòng ${first}.`
      : `Trùng họ tên, năm sinh, đơn vị với dòng ${first}; hãy ghi số định danh để phân biệt.`;
    return { ...row, errors: [...row.errors, sentence] };
  });
}
