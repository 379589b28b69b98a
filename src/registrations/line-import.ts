import type { Code } from "../law/codes.ts";
import { fold, tidy } from "../platform/vietnamese.ts";
import type { Candidate, IndividualSubject } from "./line.ts";
import type { TitleChoice } from "./title.ts";

/**
 * Lines read from a spreadsheet: the header row is found, columns are known by their synonyms, people are
 * matched by name, birth year and unit. What is doubtful is put side by side for a person to choose.
 */
export type ColumnName = "name" | "birthYear" | "unit" | "title" | "commitment";

export const columnNames: Readonly<Record<ColumnName, string>> = {
  name: "Họ tên, tên tập thể",
  birthYear: "Năm sinh",
  unit: "Phòng, đơn vị",
  title: "Danh hiệu, hình thức",
  commitment: "Cam kết",
};

/** Column numbers by what they hold; a column that is not there is absent. */
export type Columns = Readonly<Partial<Record<ColumnName, number>>>;

const synonyms: readonly (readonly [ColumnName, RegExp])[] = [
  ["title", /danh hieu|hinh thuc|noi dung dang ky|dang ky danh hieu/],
  ["birthYear", /nam sinh|ngay sinh|ngay thang nam sinh/],
  ["unit", /don vi|phong|bo phan|noi cong tac|chuc vu/],
  ["commitment", /cam ket|phan dau|ghi chu/],
  ["name", /ho (va )?ten|ho, ten|ca nhan|ten tap the|tap the|ten/],
];

const HEADER_WITHIN = 20;

/** The row among the first twenty that names most columns, a name and a title among them. */
export function findHeader(
  rows: readonly (readonly string[])[],
): { header: number; columns: Columns } | null {
  let best: { header: number; columns: Columns } | null = null;
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = columnsIn(row);
    if (columns.name === undefined || columns.title === undefined) continue;
    if (!best || Object.keys(columns).length > Object.keys(best.columns).length)
      best = { header: index, columns };
  }
  return best;
}

function columnsIn(row: readonly string[]): Columns {
  const columns: Partial<Record<ColumnName, number>> = {};
  for (const [at, cell] of row.entries()) {
    const words = fold(tidy(cell));
    const known = synonyms.find(([name, pattern]) => columns[name] === undefined && pattern.test(words));
    if (known) columns[known[0]] = at;
  }
  return columns;
}

/** One row as it was read, before anything is looked up. */
export interface ReadRow {
  /** Number of the row in the file, from 1. */
  readonly number: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly unit: string;
  readonly title: string;
  readonly commitment: string | null;
}

/** Rows below the header that name somebody; numbering rows and empty ones are passed over. */
export function readRows(rows: readonly (readonly string[])[], header: number, columns: Columns): ReadRow[] {
  return rows.flatMap((row, index) => {
    if (index <= header) return [];
    const cell = (name: ColumnName) => tidy(columns[name] === undefined ? "" : (row[columns[name]] ?? ""));
    const name = cell("name");
    const title = cell("title");
    if (!/\p{L}/u.test(name) && !/\p{L}/u.test(title)) return [];
    return [
      {
        number: index + 1,
        name,
        birthYear: Number(/(?:19|20)\d{2}/.exec(cell("birthYear"))?.[0]) || null,
        unit: cell("unit"),
        title,
        commitment: cell("commitment") || null,
      },
    ];
  });
}

/** What became of a row. */
export type MatchedRow =
  | { readonly kind: "clear"; readonly row: ReadRow; readonly candidate: Candidate; readonly title: Code }
  | {
      readonly kind: "doubtful";
      readonly row: ReadRow;
      readonly candidates: readonly Candidate[];
      readonly title: Code;
    }
  | { readonly kind: "faulty"; readonly row: ReadRow; readonly fault: string };

interface Known {
  readonly people: readonly Candidate[];
  readonly collectives: readonly Candidate[];
  readonly titles: readonly TitleChoice[];
}

export function matchRow(row: ReadRow, known: Known): MatchedRow {
  if (!row.name) return { kind: "faulty", row, fault: "Thiếu họ tên hoặc tên tập thể." };
  if (!row.title) return { kind: "faulty", row, fault: "Thiếu danh hiệu, hình thức đăng ký." };
  const title = titleIn(row.title, known.titles);
  if (!title)
    return { kind: "faulty", row, fault: `Không có danh hiệu, hình thức “${row.title}” trong danh mục.` };
  const named = [...known.people, ...known.collectives].filter(({ subject }) =>
    sameWords(subject.name, row.name),
  );
  if (named.length === 0)
    return { kind: "faulty", row, fault: `Không tìm thấy “${row.name}” trong đơn vị hôm nay.` };
  const close = narrow(named, row);
  const [only] = close;
  return close.length === 1 && only && agrees(only, row)
    ? { kind: "clear", row, candidate: only, title }
    : { kind: "doubtful", row, candidates: close, title };
}

/** Namesakes are told apart by accents as typed, then birth year, then unit; what tells nothing is left aside. */
function narrow(named: readonly Candidate[], row: ReadRow): readonly Candidate[] {
  const tests: ((candidate: Candidate) => boolean)[] = [
    ({ subject }) => subject.name === row.name,
    ({ subject }) =>
      row.birthYear !== null && subject.kind === "individual" && subject.birthYear === row.birthYear,
    ({ subject }) => row.unit !== "" && subject.kind === "individual" && sameUnit(subject, row.unit),
  ];
  return tests.reduce<readonly Candidate[]>((left, test) => {
    const fitting = left.filter(test);
    return fitting.length > 0 ? fitting : left;
  }, named);
}

/** One of that name with another birth year than the file says is doubtful. */
const agrees = ({ subject }: Candidate, row: ReadRow): boolean =>
  subject.kind !== "individual" ||
  row.birthYear === null ||
  subject.birthYear === null ||
  subject.birthYear === row.birthYear;

const sameUnit = (subject: IndividualSubject, unit: string): boolean => {
  const own = fold(subject.unitName ?? "");
  const typed = fold(unit);
  return own !== "" && (typed.includes(own) || own.includes(typed));
};

const sameWords = (left: string, right: string): boolean => fold(tidy(left)) === fold(tidy(right));

const shortNames: readonly (readonly [RegExp, string])[] = [
  [/^ldtt$/, "lao dong tien tien"],
  [/^cstdcs$|^cstd co so$/, "chien si thi dua co so"],
  [/^cstd (nganh|bo)( tu phap)?$/, "chien si thi dua nganh tu phap"],
  [/^cstd (cap )?tinh$/, "chien si thi dua cap tinh"],
  [/^cstd ?tq$|^cstd toan quoc$/, "chien si thi dua toan quoc"],
  [/^tt ?ldtt$|^tap the ldtt$/, "tap the lao dong tien tien"],
  [/^tt ?ldxs$|^tap the ldxs$/, "tap the lao dong xuat sac"],
  [/^bk (bo truong|btp)$|^bang khen (cua )?bo truong bo tu phap$/, "bang khen cua bo truong"],
];

/** The title a cell names: in full, by its usual short form, or by the words it begins with. */
function titleIn(text: string, titles: readonly TitleChoice[]): Code | null {
  const typed = fold(tidy(text)).replace(/[.,;]+$/, "");
  const words = shortNames.find(([pattern]) => pattern.test(typed))?.[1] ?? typed;
  const folded = titles.map(({ code, name, shortName }) => ({
    code,
    name: fold(name),
    short: fold(shortName),
  }));
  const exact = folded.find(({ name, short }) => name === words || short === typed);
  if (exact) return exact.code;
  const begun = folded.filter(({ name }) => name.startsWith(words) || words.startsWith(name));
  return begun.length === 1 ? begun[0]!.code : null;
}

/** What a radio button sends for a candidate. */
export const choiceOf = ({ subject }: Candidate): string =>
  subject.kind === "individual"
    ? `person-${subject.person}`
    : subject.kind === "collective"
      ? `unit-${subject.unit}`
      : "";
