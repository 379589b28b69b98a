import type { PostKind } from "../org/post.ts";
import { actsWithin, holdsPost } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import type { Visit } from "./check.ts";

/** Who speaks for a unit that is checked. */
export const checkedKinds: readonly PostKind[] = [
  "unit-head",
  "unit-deputy",
  "unit-officer",
  "standing-officer",
];

/** Who checks for a body; `checks` are the bodies this person checks for. */
export const mayCheck = (checks: readonly number[], body: number): Permit | Refusal =>
  checks.includes(body)
    ? permit("checks for that body")
    : mayNot(
        "not-checking",
        "Việc này dành cho chuyên viên thường trực hoặc cán bộ kiểm tra của cơ quan kiểm tra.",
      );

export const mayCorrect = (actor: Actor, unit: number): Permit | Refusal =>
  any(
    ...checkedKinds.map((kind) => holdsPost(actor, kind, unit)),
    mayNot("not-of-the-unit", "Báo cáo khắc phục do người đứng đầu hoặc cán bộ đầu mối của đơn vị gửi."),
  );

/** The checking body, the unit checked, and the inspectors above it; `within` is the unit and all above it. */
export const maySeeVisit = (
  actor: Actor,
  checks: readonly number[],
  within: readonly number[],
  visit: Pick<Visit, "body" | "unit">,
): Permit | Refusal =>
  any(mayCheck(checks, visit.body), mayCorrect(actor, visit.unit), actsWithin(actor, "inspector", within));
