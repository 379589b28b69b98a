import { type Day, type Validity, writeDay } from "../platform/day.ts";
import { writeDong } from "../platform/money.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { type Code, catalogue, isCode, isSubjectKind, nameOf, subjectNames } from "./catalogue.ts";
import { baseSalaryKey, type EnteredRow, type NumberKind } from "./numbers.ts";
import { coefficientKey, coefficients, writeCoefficient } from "./numbers-coefficients.ts";
import { isLimitStep, limitSteps } from "./numbers-deadlines.ts";
import { isRatioPart, ratioKey, ratioPartNames, ratios } from "./numbers-ratios.ts";
import { regimes } from "./regimes.ts";

/**
 * A number of the law that an officer enters with its instrument: a new one that follows, or the
 * confirmation or correction of one not yet checked. What was entered is never edited.
 */
export interface NewNumber {
  readonly kind: NumberKind;
  readonly key: string;
  readonly value: number;
  readonly ceiling: boolean;
  readonly from: Day;
  readonly to: Day | null;
  readonly instrument: string;
  readonly basis: string;
  readonly verified: boolean;
  readonly note: string | null;
  /** True when it takes the place of the number that counts on its first day, for the days of both. */
  readonly corrects: boolean;
}

/** An entered number as it is kept. */
export interface EnteredNumber extends EnteredRow {
  readonly id: number;
  readonly note: string | null;
  readonly corrects: string | null;
  /** The days it was entered for; `from` and `to` are what of them still counts. */
  readonly entered: Validity;
  readonly at: Date;
  readonly actorName: string;
  readonly postTitle: string | null;
}

/** What is written: the new row, and which entered row ends or gives way. */
export interface NumberChange {
  readonly row: NewNumber;
  readonly corrects: string | null;
  readonly ends: { readonly id: number; readonly on: Day } | null;
  readonly givesWay: number | null;
}

const highest: Readonly<Record<NumberKind, number>> = {
  "base-salary": 100_000_000,
  coefficient: 100_000,
  threshold: 100,
  ratio: 100,
  deadline: 365,
};

/** Decides what a new number does beside those entered before for the same thing. */
export function decideNumber(
  asked: NewNumber,
  counting: EnteredRow | null,
  before: readonly EnteredNumber[],
  today: Day,
): NumberChange | Refusal {
  const row = { ...asked, instrument: tidy(asked.instrument), basis: tidy(asked.basis) };
  const fault = faultOf(row, counting);
  if (fault) return fault;
  if (row.corrects) {
    if (!counting)
      return movedOn("nothing-to-correct", `Ngày ${writeDay(row.from)} chưa có số nào để xác nhận hoặc sửa.`);
    if (counting.verified && counting.from <= today)
      return movedOn(
        "already-verified",
        `Số đang áp dụng đã đối chiếu và đã được dùng (${counting.basis}); hãy nhập số mới từ ngày có hiệu lực của văn bản mới.`,
      );
    const entered = before.find((one) => one.from === counting.from) ?? null;
    // One that began earlier keeps its days before the correction.
    const ends = entered && entered.from < row.from ? { id: entered.id, on: row.from } : null;
    const givesWay = ends === null ? (entered?.id ?? null) : null;
    return { row, corrects: writtenNumber(counting), ends, givesWay };
  }
  if (counting && sameNumber(counting, row))
    return refuse("same-number", `Ngày ${writeDay(row.from)} đang áp dụng đúng số này (${counting.basis}).`, {
      field: "value",
    });
  // A number without an end goes on until another follows it.
  const follows = before.find((one) => one.to === null && one.from < row.from);
  return {
    row,
    corrects: null,
    ends: follows ? { id: follows.id, on: row.from } : null,
    givesWay: null,
  };
}

const sameNumber = (counting: EnteredRow, row: NewNumber): boolean =>
  counting.value === row.value && counting.ceiling === row.ceiling && counting.basis === row.basis;

function faultOf(row: NewNumber, counting: EnteredRow | null): Refusal | null {
  if (!keysOf(row.kind).includes(row.key))
    return refuse("unknown-number", "Hãy chọn số này là của nội dung nào.", { field: "of" });
  if (!Number.isSafeInteger(row.value) || row.value <= 0 || row.value > highest[row.kind])
    return refuse(
      "value-out-of-range",
      `Giá trị phải từ ${writeValue(row.kind, 1)} đến ${writeValue(row.kind, highest[row.kind])}.`,
      {
        field: "value",
      },
    );
  if (row.from < regimes.R1.from && !(row.corrects && counting))
    return refuse(
      "before-first-regime",
      `Danh mục chỉ có từ ngày ${writeDay(regimes.R1.from)}; không nhập số cho ngày trước đó.`,
      { field: "from" },
    );
  if (row.to !== null && row.to <= row.from)
    return refuse("ends-before-it-begins", "Ngày hết hiệu lực phải sau ngày có hiệu lực.", { field: "to" });
  if (!row.instrument)
    return refuse("no-instrument", "Hãy nhập số, ký hiệu văn bản.", { field: "instrument" });
  if (!row.basis) return refuse("no-basis", "Hãy nhập điều, khoản làm căn cứ.", { field: "basis" });
  return null;
}

const coefficientKeys: readonly string[] = [
  ...new Set([
    ...catalogue.flatMap(({ code, subjects }) =>
      subjects.map((subject) => coefficientKey({ code, subject, level: null })),
    ),
    ...coefficients.map(coefficientKey),
  ]),
];
const ratioKeys: readonly string[] = [...new Set(ratios.map(ratioKey))];
const codesOfCatalogue: readonly Code[] = catalogue.map(({ code }) => code);

/** Of what things there is a number of that kind. */
export const keysOf = (kind: NumberKind): readonly string[] => {
  switch (kind) {
    case "base-salary":
      return [baseSalaryKey];
    case "coefficient":
      return coefficientKeys;
    case "threshold":
      return codesOfCatalogue;
    case "ratio":
      return ratioKeys;
    case "deadline":
      return Object.keys(limitSteps);
  }
};

/** Of what a number is, in words: “Giấy khen, cá nhân (cấp xã)”. */
export function nameOfKey(kind: NumberKind, key: string): string {
  const [first = "", second = "", third = ""] = key.split(" ");
  if (kind === "deadline") return isLimitStep(key) ? limitSteps[key].words : key;
  if (!isCode(first)) return "Mức lương cơ sở";
  if (kind === "ratio" && isRatioPart(second)) return `${nameOf(first)}: ${ratioPartNames[second]}`;
  if (kind === "coefficient" && isSubjectKind(second))
    return `${nameOf(first)}, ${subjectNames[second]}${third === "commune" ? " (cấp xã)" : ""}`;
  return nameOf(first);
}

/** A value as the law writes it. */
function writeValue(kind: NumberKind, value: number): string {
  switch (kind) {
    case "base-salary":
      return writeDong(value);
    case "coefficient":
      return writeCoefficient(value).replace(".", ",");
    case "deadline":
      return `${value} ngày làm việc`;
    default:
      return `${value} %`;
  }
}

/** “không quá 0,6”, “2.530.000 đ”. */
export const writeRow = ({ kind, value, ceiling }: Pick<EnteredRow, "kind" | "value" | "ceiling">): string =>
  `${ceiling ? "không quá " : ""}${writeValue(kind, value)}`;

const writtenNumber = (row: EnteredRow): string => `${writeRow(row)} (${row.basis})`;
