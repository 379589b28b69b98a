import { isRefusal } from "../platform/refusal.ts";
import {
  type Band,
  type Criterion,
  flatten,
  type Rule,
  type RuleKind,
  ruleKindNames,
  type Source,
  sourceNames,
} from "./criteria.ts";
import { readHundredths, writeHundredths } from "./points.ts";

/** Columns of a table of criteria as a spreadsheet; the number (TT) says what stands below what. */
export const criteriaColumns = [
  { title: "TT", width: 10, kind: "text" },
  { title: "Tiêu chí", width: 70, kind: "text" },
  { title: "Điểm tối đa", width: 14, kind: "text" },
  { title: "Cách chấm", width: 28, kind: "text" },
  { title: "Tham số", width: 60, kind: "text" },
  { title: "Tự điền từ", width: 28, kind: "text" },
  { title: "Lĩnh vực của", width: 16, kind: "text" },
] as const;

export const criteriaRows = (groups: readonly Criterion[]): string[][] =>
  flatten(groups).map((one) => [
    one.number,
    one.name,
    writeHundredths(one.max),
    one.rule ? ruleKindNames[one.rule.kind] : "",
    writeParameters(one.rule),
    one.source ? sourceNames[one.source] : "",
    one.field ?? "",
  ]);

function writeParameters(rule: Rule | null): string {
  switch (rule?.kind) {
    case "OVERFULFIL":
      return writeHundredths(rule.standard);
    case "DEDUCT_PER_EVENT":
    case "BONUS":
      return `${writeHundredths(rule.per)} / ${rule.event}`;
    case "STEP_BANDS":
      return [`${rule.measure}${rule.whole ? ", số nguyên" : ""}`, ...rule.bands.map(writeInterval)].join(
        " | ",
      );
    default:
      return "";
  }
}

/** `[3; 5] = 1`, `(10; ) = 0`: a square bracket takes its edge in. */
const writeInterval = ({ from, fromIncluded, to, toIncluded, points }: Band): string =>
  `${fromIncluded ? "[" : "("}${from === null ? "" : writeHundredths(from)}; ${to === null ? "" : writeHundredths(to)}${toIncluded ? "]" : ")"} = ${writeHundredths(points)}`;

export interface SheetFault {
  /** As Excel counts rows. */
  readonly row: number;
  readonly sentence: string;
}

export interface ReadCriteria {
  readonly groups: readonly Criterion[];
  readonly faults: readonly SheetFault[];
}

/** Reads such a sheet back; every row that is not understood is said with its number, and nothing is guessed. */
export function readCriteria(rows: readonly (readonly string[])[]): ReadCriteria {
  const faults: SheetFault[] = [];
  const header = rows.findIndex((row) => row.some((text) => text.trim() === "Tiêu chí"));
  if (header < 0)
    return { groups: [], faults: [{ row: 1, sentence: "Không thấy dòng tiêu đề có cột “Tiêu chí”." }] };
  const at = (title: string) => rows[header]!.findIndex((text) => text.trim() === title);
  const columns = criteriaColumns.map(({ title }) => at(title));
  const missing = criteriaColumns.slice(0, 4).filter((_column, index) => columns[index]! < 0);
  if (missing.length > 0)
    return {
      groups: [],
      faults: [
        { row: header + 1, sentence: `Thiếu cột ${missing.map(({ title }) => `“${title}”`).join(", ")}.` },
      ],
    };
  const read: ReadRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= header || row.every((text) => text.trim() === "")) continue;
    const cells = columns.map((column) => (column < 0 ? "" : (row[column] ?? "").trim()));
    const one = rowOf(cells, index + 1);
    if ("sentence" in one) faults.push(one);
    else read.push(one);
  }
  return { groups: treeOf(read, faults), faults };
}

interface ReadRow {
  readonly row: number;
  readonly number: string;
  readonly criterion: Omit<Criterion, "id" | "children">;
}

function rowOf(cells: readonly string[], row: number): ReadRow | SheetFault {
  const [number = "", name = "", maxText = "", ruleText = "", parameters = "", sourceText = "", field = ""] =
    cells;
  if (!number || !name) return { row, sentence: "Thiếu số thứ tự hoặc tên tiêu chí." };
  const max = readHundredths(maxText);
  if (isRefusal(max)) return { row, sentence: `Điểm tối đa: ${max.sentence}` };
  const rule = ruleOf(ruleText, parameters);
  if (typeof rule === "string") return { row, sentence: rule };
  const source =
    (Object.keys(sourceNames) as Source[]).find((one) => sourceNames[one] === sourceText) ?? null;
  if (sourceText && !source) return { row, sentence: `Không rõ “Tự điền từ”: ${sourceText}.` };
  return { row, number, criterion: { name, max, rule, source, field: field || null } };
}

function ruleOf(kindText: string, parameters: string): Rule | null | string {
  if (kindText === "") return null;
  const kind = (Object.keys(ruleKindNames) as RuleKind[]).find((one) => ruleKindNames[one] === kindText);
  switch (kind) {
    case undefined:
      return `Không có cách chấm “${kindText}”.`;
    case "OVERFULFIL": {
      const standard = readHundredths(parameters);
      return isRefusal(standard) ? `Điểm chuẩn: ${standard.sentence}` : { kind, standard };
    }
    case "DEDUCT_PER_EVENT":
    case "BONUS": {
      const [perText = "", event = "lần"] = parameters.split("/").map((text) => text.trim());
      const per = readHundredths(perText);
      return isRefusal(per) ? `Điểm mỗi lần: ${per.sentence}` : { kind, per, event: event || "lần" };
    }
    case "STEP_BANDS":
      return bandsOf(parameters);
    default:
      return { kind };
  }
}

function bandsOf(parameters: string): Rule | string {
  const [head = "", ...intervals] = parameters.split("|").map((text) => text.trim());
  const whole = /,\s*số nguyên$/u.test(head);
  const bands: Band[] = [];
  for (const text of intervals) {
    const parts = /^([[(])\s*([\d.,]*)\s*;\s*([\d.,]*)\s*([\])])\s*=\s*([\d.,]+)$/.exec(text);
    if (!parts) return `Không đọc được mức “${text}”; hãy ghi như [3; 5] = 1.`;
    const [from, to, points] = [parts[2]!, parts[3]!, parts[5]!].map((one) =>
      one === "" ? null : readHundredths(one),
    );
    const wrong = [from, to, points].find(isRefusal);
    if (wrong) return `Mức “${text}”: ${wrong.sentence}`;
    bands.push({
      ...{ from: from as number | null, fromIncluded: parts[1] === "[", to: to as number | null },
      ...{ toIncluded: parts[4] === "]", points: points as number },
    });
  }
  return { kind: "STEP_BANDS", measure: head.replace(/,\s*số nguyên$/u, "") || "%", whole, bands };
}

/** Puts rows below the row whose number theirs begins with: II.1.2 below II.1. */
function treeOf(rows: readonly ReadRow[], faults: SheetFault[]): Criterion[] {
  const numbers = new Set<string>();
  const standing: ReadRow[] = [];
  for (const one of rows) {
    const parent = parentOf(one.number);
    if (numbers.has(one.number)) faults.push({ row: one.row, sentence: `Số thứ tự ${one.number} lặp lại.` });
    else if (parent !== null && !numbers.has(parent))
      faults.push({ row: one.row, sentence: `Không thấy mục ${parent} ở trên mục ${one.number}.` });
    else standing.push(one);
    numbers.add(one.number);
  }
  const ids = new Map(standing.map((one, index) => [one.number, index + 1]));
  const below = (parent: string | null): Criterion[] =>
    standing
      .filter(({ number }) => parentOf(number) === parent)
      .map(({ number, criterion }) => {
        const children = below(number);
        const branch = children.length > 0;
        return {
          ...{ ...criterion, id: ids.get(number)!, children },
          ...(branch ? { rule: null, source: null } : {}),
        };
      });
  return below(null);
}

const parentOf = (number: string): string | null => {
  const at = number.lastIndexOf(".");
  return at < 0 ? null : number.slice(0, at);
};
