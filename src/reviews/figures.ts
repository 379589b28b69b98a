import type { Instant } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import type { Figure } from "../platform/offered.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { AskedSection } from "./section.ts";

/** A figure as it was when the report was sent, with what a person put beside it. */
export interface FrozenFigure extends Figure {
  readonly position: number;
  readonly own: OwnValue | null;
  readonly frozenAt: Instant;
}

/** A person's own figure beside the record's, with the reason. */
export interface OwnValue {
  readonly value: number;
  readonly reason: string;
  readonly actorName: string | null;
}

/** A figure as a page shows it: what stands in the report, and what the record says now where that differs. */
export interface ShownFigure extends Figure {
  readonly own: OwnValue | null;
  /** Set once it was sent. */
  readonly frozenAt: Instant | null;
  /** What the record gives now, when it is no longer what was sent; null inside means not known now. */
  readonly changedTo: { readonly value: number | null } | null;
}

/** Whether a figure belongs where a section asks: by its whole code, or by its stage (`targets.`). */
const asked = (code: string, codes: readonly string[]): boolean =>
  codes.some((one) => (one.endsWith(".") ? code.startsWith(one) : code === one));

/** The figures of one section, in the order in which it asks for them; each code once. */
export function figuresFor(section: Pick<AskedSection, "codes">, figures: readonly Figure[]): Figure[] {
  const found = section.codes.flatMap((code) => figures.filter((figure) => asked(figure.code, [code])));
  return found.filter((figure, at) => found.findIndex(({ code }) => code === figure.code) === at);
}

/** The figures of a draft: the record's of this moment, with the writers' own beside them. */
export const liveFigures = (
  section: Pick<AskedSection, "codes">,
  figures: readonly Figure[],
  own: ReadonlyMap<string, OwnValue>,
): ShownFigure[] =>
  figuresFor(section, figures).map((figure) => ({
    ...figure,
    own: own.get(figure.code) ?? null,
    frozenAt: null,
    changedTo: null,
  }));

/**
 * What was sent, marked where the record says something else since. A figure that its stage no longer gives
 * at all is marked as not known now.
 */
export const comparedFigures = (
  position: number,
  frozen: readonly FrozenFigure[],
  now: readonly Figure[],
): ShownFigure[] =>
  frozen
    .filter((figure) => figure.position === position)
    .map((figure) => {
      const value = now.find(({ code }) => code === figure.code)?.value ?? null;
      return { ...figure, changedTo: value === figure.value ? null : { value } };
    });

/** “chưa có số liệu” for what is not known; never a zero. */
export const writeValue = (value: number | null, measure: string): string =>
  value === null ? "chưa có số liệu" : `${writeNumber(value)} ${measure}`.trim();

/** What the paper says: the writers' own figure where there is one. */
export const valueIn = ({ own, value }: Pick<ShownFigure, "own" | "value">): number | null =>
  own ? own.value : value;

/** “số liệu nguồn nay là 14 (lúc gửi: 12)”. */
export const writeChange = ({ value, measure, changedTo }: ShownFigure): string | null =>
  changedTo === null
    ? null
    : `số liệu nguồn nay là ${writeValue(changedTo.value, measure)} (lúc gửi: ${writeValue(value, measure)})`;

/** A figure of one's own stands only with the reason why the record's does not. */
export function decideOverride(
  given: { value: number | null; reason: string },
  figure: Figure | undefined,
): { value: number | null; reason: string } | Refusal {
  if (!figure) return refuse("no-such-figure", "Báo cáo này không có số liệu đó.");
  const reason = tidy(given.reason);
  if (!reason)
    return refuse("no-reason", "Hãy ghi lý do dùng số khác với số liệu của hệ thống.", { field: "reason" });
  if (given.value !== null && given.value === figure.value)
    return refuse("same-as-record", "Số này đúng bằng số liệu của hệ thống nên không cần nhập.", {
      field: "value",
    });
  return { value: given.value, reason };
}
