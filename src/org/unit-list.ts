import { type Day, readTypedDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { fold, tidy } from "../platform/vietnamese.ts";
import type { ListField, ListRow } from "./sheet-columns.ts";
import { decideName } from "./succession.ts";
import { isUnitKind, type Unit, type UnitKind, unitKindNames, unitKinds } from "./unit.ts";

export const unitFields: readonly ListField[] = [
  {
    name: "name",
    label: "Tên đơn vị",
    required: true,
    synonyms: ["ten don vi", "ten co quan don vi", "ten co quan", "don vi", "ten"],
  },
  {
    name: "code",
    label: "Mã đơn vị",
    required: true,
    synonyms: ["ma don vi", "ma", "ma dv", "ky hieu", "ma co quan"],
  },
  { name: "shortName", label: "Tên viết tắt", required: false, synonyms: ["ten viet tat", "viet tat"] },
  {
    name: "kind",
    label: "Loại đơn vị",
    required: false,
    synonyms: ["loai don vi", "loai", "loai hinh", "loai hinh don vi"],
  },
  {
    name: "parent",
    label: "Trực thuộc",
    required: false,
    synonyms: ["truc thuoc", "don vi cap tren", "ma don vi cap tren", "thuoc don vi", "thuoc", "cap tren"],
  },
  {
    name: "guidedBy",
    label: "Hướng dẫn chuyên môn",
    required: false,
    synonyms: ["huong dan chuyen mon", "don vi huong dan", "don vi huong dan chuyen mon"],
  },
  { name: "from", label: "Từ ngày", required: false, synonyms: ["tu ngay", "ngay thanh lap", "hieu luc tu"] },
];

export interface UnitDefaults {
  readonly unit: number | null;
  readonly kind: UnitKind;
  readonly from: Day;
}

/** What a unit of a list stands under: one that is there, or another row of the list by its code. */
export type Above = number | { readonly code: string } | null;

export interface ReadUnit {
  readonly row: number;
  readonly name: string;
  readonly shortName: string | null;
  readonly code: string;
  readonly kind: UnitKind;
  readonly parent: Above;
  /** Whether the row itself says what it stands under, or the default does. */
  readonly parentStated: boolean;
  readonly guidedBy: Above;
  readonly from: Day;
  readonly errors: readonly string[];
}

/** Reads all rows together, since one may stand under another. */
export function readUnitRows(
  rows: readonly ListRow[],
  defaults: UnitDefaults,
  findUnits: (text: string) => readonly number[],
): ReadUnit[] {
  const codes = new Set(rows.map((row) => (row.cells.code ?? "").toUpperCase()).filter(Boolean));
  const above = (text: string, usual: number | null, errors: string[]): Above => {
    if (!text) return usual;
    if (codes.has(text.toUpperCase())) return { code: text.toUpperCase() };
    const found = findUnits(text);
    if (found.length === 1) return found[0]!;
    errors.push(
      found.length === 0
        ? `Không có đơn vị “${text}”.`
        : `Có ${found.length} đơn vị tên “${text}”; hãy ghi mã.`,
    );
    return null;
  };
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const errors: string[] = [];
    const cell = (name: string) => row.cells[name] ?? "";
    const naming = decideName({ name: cell("name"), shortName: cell("shortName"), code: cell("code") });
    if (isRefusal(naming)) errors.push(naming.sentence);
    const code = cell("code").toUpperCase();
    const first = seen.get(code);
    if (code && first !== undefined) errors.push(`Mã ${code} trùng với dòng ${first}.`);
    else if (code) seen.set(code, row.number);
    const parent = above(cell("parent"), defaults.unit, errors);
    if (typeof parent === "object" && parent?.code === code)
      errors.push("Đơn vị không thể trực thuộc chính nó.");
    return {
      ...{ row: row.number, name: tidy(cell("name")), shortName: cell("shortName") || null, code, parent },
      parentStated: cell("parent") !== "",
      guidedBy: above(cell("guidedBy"), null, errors),
      kind: kindIn(cell("kind"), errors) ?? defaults.kind,
      from: fromIn(cell("from"), errors) ?? defaults.from,
      errors,
    };
  });
}

function kindIn(text: string, errors: string[]): UnitKind | null {
  if (!text) return null;
  if (isUnitKind(text)) return text;
  const found = unitKinds.find((kind) => fold(unitKindNames[kind]) === fold(text));
  if (!found) errors.push(`Loại đơn vị “${text}” không có trong danh mục.`);
  return found ?? null;
}

function fromIn(text: string, errors: string[]): Day | null {
  if (!text) return null;
  const found = readTypedDay(text);
  if (!found) errors.push(`Ngày “${text}” không có thật hoặc không theo dạng dd/mm/yyyy.`);
  return found;
}

export type UnitMatch =
  | { readonly kind: "wrong" }
  | { readonly kind: "new" }
  | { readonly kind: "same"; readonly unit: number }
  /** The code is there with another name or place: that is a change with an instrument, not an import. */
  | { readonly kind: "differs"; readonly unit: number; readonly what: string };

export function matchUnit(read: ReadUnit, known: Unit | null): UnitMatch {
  if (read.errors.length > 0) return { kind: "wrong" };
  if (!known) return { kind: "new" };
  if (known.name !== read.name)
    return {
      kind: "differs",
      unit: known.id,
      what: `Mã ${read.code} đang là “${known.name}”; đổi tên ở trang của đơn vị.`,
    };
  if (
    read.parentStated &&
    typeof read.parent === "number" &&
    known.parent !== null &&
    known.parent !== read.parent
  )
    return {
      kind: "differs",
      unit: known.id,
      what: `“${known.name}” đang trực thuộc đơn vị khác; điều chuyển ở trang của đơn vị.`,
    };
  return { kind: "same", unit: known.id };
}

/** New units in an order in which what stands above comes first; rows in a circle come out apart. */
export function aboveFirst(rows: readonly ReadUnit[]): { ordered: ReadUnit[]; circular: ReadUnit[] } {
  const waiting = new Map(rows.map((row) => [row.code, row]));
  const ordered: ReadUnit[] = [];
  const free = (above: Above) => above === null || typeof above === "number" || !waiting.has(above.code);
  for (;;) {
    const next = [...waiting.values()].filter((row) => free(row.parent) && free(row.guidedBy));
    if (next.length === 0) return { ordered, circular: [...waiting.values()] };
    for (const row of next) {
      ordered.push(row);
      waiting.delete(row.code);
    }
  }
}
