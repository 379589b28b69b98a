import { actsWithin, countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";

/** A unit that owes, with the bodies above it and those that serve as standing bodies over it. */
export interface OwingUnit {
  readonly id: number;
  /** The unit and all above it. */
  readonly within: readonly number[];
}

/**
 * The standing officer of a body above the unit urges it (đôn đốc). `within` holds the bodies above and the
 * units without legal personality that act for them.
 */
export const mayUrge = (actor: Actor, unit: OwingUnit): Permit | Refusal =>
  actsWithin(actor, "standing-officer", unit.within);

/** The body that receives puts a deadline off: its standing officers, its head. */
export const mayPutOff = (
  actor: Actor,
  body: { readonly body: number; readonly servedBy: readonly number[] },
): Permit | Refusal =>
  any(
    ...countingPosts(actor)
      .filter(
        ({ kind, unit }) =>
          (kind === "standing-officer" && body.servedBy.includes(unit)) ||
          (kind === "unit-head" && unit === body.body),
      )
      .map((post) => permit(`${post.title}, ${post.unitName}`)),
    mayNot("not-the-receiver", "Chỉ nơi nhận mới gia hạn được; hạn đang áp dụng được giữ nguyên."),
  );

/** When a body reminds is set by its standing officer or its administrator. */
export const maySetSteps = (
  actor: Actor,
  body: { readonly body: number; readonly servedBy: readonly number[] },
): Permit | Refusal =>
  any(
    ...countingPosts(actor)
      .filter(
        ({ kind, unit }) =>
          (kind === "standing-officer" || kind === "administrator") && body.servedBy.includes(unit),
      )
      .map((post) => permit(`${post.title}, ${post.unitName}`)),
    mayNot("not-the-standing-officer", "Lịch nhắc do chuyên viên thường trực hoặc quản trị của cơ quan đặt."),
  );
