import type { Day } from "../platform/day.ts";
import type { Code, SubjectKind } from "./codes.ts";
import { type CoefficientLine, coefficientTable } from "./numbers-coefficients-table.ts";
import { type NumberRow, rowOn } from "./numbers-row.ts";
import { regimes } from "./regimes.ts";

/**
 * The coefficients (hệ số) of bonus money in hundredths of the base salary, one dated row for each
 * award, subject and level. A household gets one and a half times the individual's (Nghị định
 * 152/2025/NĐ-CP, Điều 54 khoản 3); before 2024 no rule gave it anything.
 */
export interface Coefficient extends NumberRow<number> {
  readonly code: Code;
  readonly subject: SubjectKind;
  /** Only Giấy khen of R1 was worth less when the commune gave it. */
  readonly level: "commune" | null;
  /** The law only sets a maximum (không quá). */
  readonly ceiling: boolean;
}

/** The decree that sets the coefficients in each stretch of days; 152/2025 goes on in R4. */
const decrees = {
  R1: { from: regimes.R1.from, to: regimes.R1.to, instrument: "91/2017/NĐ-CP" },
  R2: { from: regimes.R2.from, to: regimes.R2.to, instrument: "98/2023/NĐ-CP" },
  R3: { from: regimes.R3.from, to: null, instrument: "152/2025/NĐ-CP" },
} as const;

const rowsOf = (line: CoefficientLine): readonly Coefficient[] => {
  const { instrument, from, to } = decrees[line.decree];
  const row = {
    from,
    to,
    instrument,
    basis: `Nghị định ${instrument}, ${line.article}`,
    verified: line.verified,
    level: line.level ?? null,
    ceiling: line.ceiling ?? false,
  };
  return line.codes.flatMap((code) =>
    (["individual", "collective", "household"] as const).flatMap((subject) => {
      const value = line[subject];
      return value === undefined ? [] : [{ ...row, code, subject, value }];
    }),
  );
};

export const coefficients: readonly Coefficient[] = coefficientTable.flatMap(rowsOf);

/** What tells rows apart that may hold on the same day. */
export const coefficientKey = (row: Pick<Coefficient, "code" | "subject" | "level">): string =>
  `${row.code} ${row.subject} ${row.level ?? "any level"}`;

const byKey: ReadonlyMap<string, readonly Coefficient[]> = Map.groupBy(coefficients, coefficientKey);

/**
 * The coefficient of an award on a day; the commune's own where there is one, else that of all levels.
 * `rows` are the catalogue's unless given.
 */
export function coefficientOn(
  code: Code,
  subject: SubjectKind,
  onDay: Day,
  level: "commune" | null = null,
  rows: readonly Coefficient[] = coefficients,
): Coefficient | null {
  const rowsAt = (asked: "commune" | null) => {
    const key = coefficientKey({ code, subject, level: asked });
    return rows === coefficients ? (byKey.get(key) ?? []) : rows.filter((row) => coefficientKey(row) === key);
  };
  return (level && rowOn(rowsAt(level), onDay)) ?? rowOn(rowsAt(null), onDay);
}

/** Hundredths as the law writes a coefficient, with at least one decimal: `1.0`, `0.45`, `12.0`. */
export const writeCoefficient = (hundredths: number): string => {
  const whole = Math.trunc(hundredths / 100);
  const fraction = `${hundredths % 100}`.padStart(2, "0").replace(/0$/, "");
  return `${whole}.${fraction}`;
};
