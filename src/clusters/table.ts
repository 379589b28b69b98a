import { type Day, firstDayOf, yearOf } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { Criteria } from "./criteria.ts";
import { faultsOf } from "./criteria-faults.ts";

/**
 * A version of a table of criteria that a body issues for one year and one kind of subject. A draft is
 * edited; a published version is never changed: what follows is a new version.
 */
export interface CriteriaTable {
  readonly id: number;
  /** The body that issues it. */
  readonly owner: number;
  readonly ownerName: string;
  readonly year: number;
  readonly kind: SubjectKind;
  readonly version: number;
  readonly name: string;
  /** The decision that issues it: “Quyết định số 536/QĐ-BTP ngày 29/03/2024”. */
  readonly basis: string | null;
  /** What a reader must know: a figure not verified, where a table comes from. */
  readonly note: string | null;
  readonly state: "draft" | "published";
  readonly criteria: Criteria;
  readonly copiedFrom: number | null;
  /** Grows with every change, so that nobody writes over what they have not seen. */
  readonly changes: number;
  readonly publishedBy: string | null;
}

export type SubjectKind = "ministry-unit" | "provincial-department" | "enforcement" | "sub-unit";

export const subjectKindNames: Readonly<Record<SubjectKind, string>> = {
  "ministry-unit": "Đơn vị thuộc Bộ",
  "provincial-department": "Sở Tư pháp",
  enforcement: "Cơ quan THADS",
  "sub-unit": "Phòng, đơn vị trực thuộc",
};

export const subjectKinds = Object.keys(subjectKindNames) as readonly SubjectKind[];

export const isSubjectKind = (text: string): text is SubjectKind => text in subjectKindNames;

export const emptyCriteria: Criteria = { groups: [], grades: [], targets: [] };

/** A table may be changed while it is a draft, by whoever has seen its latest state. */
export function refuseChange(table: CriteriaTable, seen: number): Refusal | null {
  if (table.state === "published")
    return movedOn(
      "table-published",
      "Bảng này đã ban hành nên không sửa được; hãy lập phiên bản mới, các phiếu đã chấm vẫn giữ bảng cũ.",
    );
  return table.changes === seen
    ? null
    : movedOn(
        "stale",
        "Bảng đã được sửa ở cửa sổ khác sau khi Ông/Bà mở trang này. Phần vừa nhập vẫn còn dưới đây; hãy xem lại bảng rồi lưu lại.",
      );
}

/** A table is published when nothing in it contradicts itself and the decision that issues it is named. */
export function decidePublication(table: CriteriaTable, seen: number, basis: string): string | Refusal {
  const refusal = refuseChange(table, seen);
  if (refusal) return refusal;
  const [fault] = faultsOf(table.criteria);
  if (fault) return refuse("faulty-table", `Chưa ban hành được. ${fault.sentence}`);
  const words = tidy(basis);
  return (
    words ||
    refuse("no-basis", "Hãy ghi số, ký hiệu và ngày của văn bản ban hành bảng tiêu chí.", { field: "basis" })
  );
}

/** A table is for a year near this one: what was meant is usually a slip of the finger otherwise. */
export const refuseYear = (year: number, today: Day): Refusal | null =>
  Math.abs(year - yearOf(today)) <= 20 && firstDayOf(year) !== null
    ? null
    : refuse("year-far-off", `Năm ${year} cách năm nay quá xa; hãy xem lại.`, { field: "year" });
