import type { Day } from "../platform/day.ts";
import { type Deadline, datedDeadline } from "../platform/deadline.ts";
import { type Extension, putOff } from "../platform/extension.ts";

interface AskedToSign {
  /** The day set by the cluster's head; null when none was. */
  readonly signBy: Day | null;
  readonly putOff: readonly Pick<Extension, "unit" | "day">[];
}

/** By when a member signs, after extensions; null while no day is set. */
export const signingDeadline = (pledge: AskedToSign, unit: number): Deadline | null =>
  pledge.signBy === null
    ? null
    : putOff(unit, datedDeadline("hạn ký do Trưởng cụm đặt", pledge.signBy, true), pledge.putOff);
