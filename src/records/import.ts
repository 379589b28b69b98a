import type { ColumnMap, ListField } from "../org/sheet-columns.ts";
import type { Instant } from "../platform/day.ts";
import type { Fact, FactKind, NewFact, SubjectKind, SubjectRef } from "./fact.ts";

/**
 * A list of facts read from a spreadsheet (nhập danh sách): looked over line by line, confirmed by a person,
 * and undone as a whole when it was wrong. Nothing is written before it is confirmed.
 */
export interface RecordImport {
  readonly id: number;
  readonly body: number;
  readonly kind: FactKind;
  readonly subject: SubjectKind;
  readonly fileName: string;
  readonly hash: string;
  readonly cells: readonly (readonly string[])[];
  readonly header: number;
  readonly columns: ColumnMap;
  /** What stands for an empty year. */
  readonly usualYear: number | null;
  readonly choices: Choices;
  readonly state: ImportState;
  /** Keys of the lines to be written, in their order; `done` of them are. */
  readonly planned: readonly string[];
  readonly done: number;
  readonly outcome: Partial<ImportOutcome>;
  readonly recorderName: string;
  readonly uploadedAt: Instant;
  readonly appliedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
}

export type ImportState = "read" | "applying" | "applied" | "undone" | "dropped";

export const importStateNames: Readonly<Record<ImportState, string>> = {
  read: "Chờ xác nhận",
  applying: "Đang ghi",
  applied: "Đã nhập",
  undone: "Đã hoàn tác",
  dropped: "Đã bỏ",
};

export interface ImportOutcome {
  readonly written: number;
  readonly same: number;
  readonly left: number;
  readonly wrong: number;
  /** Rows taken back by the undoing. */
  readonly undone: number;
}

/** What a person decided on a line: whom it means, that it corrects what stands, or that it is left out. */
export type Choice = { readonly person: number } | "correct" | "skip";
export type Choices = Readonly<Record<string, Choice>>;

/** Kinds that come in lists; what a collective's year was is typed. */
export const importKinds: readonly FactKind[] = [
  "honour",
  "grade",
  "initiative",
  "discipline",
  "absence",
  "service",
];

/** A line read: a row of the sheet, or one of several awards in a row. */
export interface ReadLine {
  /** `r12`, or `r12-2` for the second award of row 12. */
  readonly key: string;
  readonly row: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly unitText: string;
  readonly fact: NewFact | null;
  readonly errors: readonly string[];
}

/** Somebody or something that a line may mean. */
export interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly detail: string;
}

/** What becomes of a line as things stand. */
export type LineFate =
  | { readonly kind: "wrong"; readonly errors: readonly string[] }
  | { readonly kind: "doubtful"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "new"; readonly subject: SubjectRef; readonly fact: NewFact; readonly who: Candidate }
  | { readonly kind: "same"; readonly who: Candidate }
  | {
      readonly kind: "differs";
      readonly subject: SubjectRef;
      readonly fact: NewFact;
      readonly standing: Fact;
      readonly who: Candidate;
    };

export interface PlannedLine {
  readonly read: ReadLine;
  readonly fate: LineFate;
}

/** Lines that will be written: new ones, and those by which somebody chose to correct what stands. */
export const willBeWritten = ({ read, fate }: PlannedLine, choices: Choices): boolean =>
  choices[read.key] !== "skip" &&
  (fate.kind === "new" || (fate.kind === "differs" && choices[read.key] === "correct"));

/** Counts what becomes of all lines under the choices made. */
export function outcomeOf(lines: readonly PlannedLine[], choices: Choices): Omit<ImportOutcome, "undone"> {
  const written = lines.filter((line) => willBeWritten(line, choices)).length;
  const same = lines.filter(({ fate }) => fate.kind === "same").length;
  const wrong = lines.filter(({ fate }) => fate.kind === "wrong").length;
  return { written, same, wrong, left: lines.length - written - same - wrong };
}

const paperFields: readonly ListField[] = [
  field("paperSymbol", "Số quyết định", [
    "so quyet dinh",
    "so qd",
    "so van ban",
    "so ky hieu",
    "quyet dinh so",
    "qd so",
  ]),
  field("paperDay", "Ngày quyết định", [
    "ngay quyet dinh",
    "ngay qd",
    "ngay ky",
    "ngay van ban",
    "ngay thang nam quyet dinh",
  ]),
  field("decidedBy", "Cấp quyết định", [
    "cap quyet dinh",
    "co quan quyet dinh",
    "nguoi ky",
    "cap khen thuong",
    "co quan ban hanh",
  ]),
  field("remarks", "Ghi chú", ["ghi chu"]),
];

const year = field("year", "Năm", [
  "nam",
  "nam hoc",
  "nam cong tac",
  "nam thanh tich",
  "nam dat",
  "nam khen thuong",
  "nam danh gia",
]);

const own: Readonly<Partial<Record<FactKind, readonly ListField[]>>> = {
  grade: [
    year,
    field(
      "grade",
      "Mức xếp loại",
      ["xep loai", "muc xep loai", "ket qua xep loai", "xep loai chat luong", "danh gia", "ket qua danh gia"],
      true,
    ),
  ],
  honour: [
    year,
    field(
      "code",
      "Danh hiệu, hình thức",
      [
        "danh hieu",
        "hinh thuc khen thuong",
        "hinh thuc",
        "danh hieu thi dua",
        "danh hieu hinh thuc",
        "khen thuong",
        "danh hieu hinh thuc khen thuong",
      ],
      true,
    ),
    field("fromYear", "Từ năm", ["tu nam", "nam dau"]),
  ],
  initiative: [
    year,
    field(
      "title",
      "Tên sáng kiến, đề tài",
      ["ten sang kien", "ten de tai", "sang kien", "ten sang kien de tai", "de tai"],
      true,
    ),
    field("work", "Loại", ["loai", "loai sang kien"]),
    field("scope", "Phạm vi", ["pham vi", "pham vi anh huong", "cap cong nhan", "cap"]),
    field("recognised", "Được công nhận", ["cong nhan", "ket qua", "duoc cong nhan", "ket qua nghiem thu"]),
  ],
  discipline: [
    field("form", "Hình thức kỷ luật", ["hinh thuc ky luat", "ky luat", "hinh thuc"], true),
    field("fromDay", "Từ ngày", ["tu ngay", "ngay hieu luc", "hieu luc tu"], true),
    field("toDay", "Đến ngày", ["den ngay", "het hieu luc", "ngay het hieu luc"]),
  ],
  absence: [
    year,
    field("days", "Số ngày nghỉ", ["so ngay nghi", "so ngay", "ngay nghi"], true),
    field("countsAsWork", "Lý do", ["ly do", "ly do nghi"]),
  ],
  service: [
    field(
      "fromDay",
      "Ngày vào ngành",
      ["ngay vao nganh", "ngay tuyen dung", "ngay bat dau", "ngay vao co quan"],
      true,
    ),
  ],
};

function field(name: string, label: string, synonyms: readonly string[], required = false): ListField {
  return { name, label, synonyms, required };
}

const whoFields: Readonly<Record<SubjectKind, readonly ListField[]>> = {
  person: [
    field(
      "name",
      "Họ và tên",
      ["ho va ten", "ho ten", "ho chu dem va ten", "ho ten ca nhan", "ten ca nhan", "ca nhan", "ten"],
      true,
    ),
    field("birthYear", "Năm sinh", ["nam sinh", "ngay sinh", "ngay thang nam sinh", "sinh nam"]),
    field("unit", "Đơn vị", [
      "don vi",
      "don vi cong tac",
      "phong ban",
      "phong",
      "noi cong tac",
      "chuc vu don vi cong tac",
    ]),
  ],
  unit: [
    field("unit", "Đơn vị, tập thể", ["don vi", "tap the", "ten tap the", "ten don vi", "ma don vi"], true),
  ],
};

/** What columns a list of that kind may have. */
export const importFields = (kind: FactKind, subject: SubjectKind): readonly ListField[] => [
  ...whoFields[subject],
  ...(own[kind] ?? []),
  ...paperFields,
];
