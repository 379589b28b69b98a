import type { Day, Instant } from "../platform/day.ts";
import { onDay } from "../platform/day.ts";

/**
 * Where values may come from besides people: facts that earlier stages hold. Each source is a name and a pure
 * function over the obligations of the units below a share, so that a new one is a line here.
 */
export interface SourceFact {
  readonly kind: "registration" | "plan";
  /** When what was owed arrived; null while it has not. */
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
}

interface Source {
  readonly name: string;
  readonly measure: "count" | "percent";
  /** Numbers as they stood at the end of a day; null when there is nothing to count. */
  count(facts: readonly SourceFact[], to: Day): Counted | null;
}

export interface Counted {
  readonly numerator: number;
  readonly denominator: number | null;
}

const arrivedBy = (fact: SourceFact, to: Day): boolean =>
  fact.arrivedAt !== null && onDay(fact.arrivedAt) <= to;

const shareSent = (kind: SourceFact["kind"]) => (facts: readonly SourceFact[], to: Day) => {
  const owed = facts.filter((fact) => fact.kind === kind);
  return ratio(owed.filter((fact) => arrivedBy(fact, to)).length, owed.length);
};

const ratio = (numerator: number, denominator: number): Counted | null =>
  denominator === 0 ? null : { numerator, denominator };

/** Each tells how things stood at a day, so a target computed from it runs from the year's beginning (lũy kế). */
export const sources = {
  "registrations-received": {
    name: "Số đơn vị đã gửi đăng ký thi đua",
    measure: "count",
    count: (facts, to) => ({
      numerator: facts.filter((fact) => fact.kind === "registration" && arrivedBy(fact, to)).length,
      denominator: null,
    }),
  },
  "registrations-sent": {
    name: "Tỷ lệ đơn vị đã gửi đăng ký thi đua",
    measure: "percent",
    count: shareSent("registration"),
  },
  "plans-sent": {
    name: "Tỷ lệ đơn vị đã gửi kế hoạch thi đua",
    measure: "percent",
    count: shareSent("plan"),
  },
  "sent-in-time": {
    name: "Tỷ lệ kế hoạch, đăng ký gửi đúng hạn",
    measure: "percent",
    count: (facts, to) => {
      const arrived = facts.filter((fact) => arrivedBy(fact, to));
      return ratio(arrived.filter((fact) => fact.late === false).length, arrived.length);
    },
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceCode = keyof typeof sources;

export const TYPED = "typed";

export const isSourceCode = (text: string): text is SourceCode => text in sources;

export const measureOfSource = (code: SourceCode): "count" | "percent" => sources[code].measure;

export const sourceName = (code: string): string =>
  isSourceCode(code) ? sources[code].name : "Đơn vị nhập hoặc nạp từ bảng tính";
