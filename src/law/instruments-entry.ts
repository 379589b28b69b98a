import type { Day } from "../platform/day.ts";

/** A row of the list of instruments (văn bản quy phạm pháp luật). */
export interface Instrument {
  /** Số, ký hiệu: what a citation names it by. */
  readonly symbol: string;
  readonly name: string;
  readonly kind: InstrumentKind;
  readonly issued: Day | null;
  /** First day in force; null where no source seen says it. */
  readonly from: Day | null;
  /** First day no longer in force; null while it stays in force. */
  readonly to: Day | null;
  readonly amends: readonly string[];
  readonly replaces: readonly string[];
  /** Whether what stands here was read in a published source (đã đối chiếu). */
  readonly mark: "verified" | "unverified";
  readonly note: string | null;
}

export type InstrumentKind = "law" | "decree" | "decision" | "circular";
