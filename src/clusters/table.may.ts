import { holdsPost, standsIn } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, mayNot, type Permit, type Refusal } from "../platform/refusal.ts";
import type { CriteriaTable } from "./table.ts";

/** A body with the units whose standing officers act for it (đơn vị thường trực). */
export interface Served {
  readonly body: number;
  readonly servedBy: readonly number[];
}

/** The standing body drafts the criteria (Thông tư 05/2018/TT-BTP, Điều 6 khoản 2 điểm d); its head may too. */
export const mayWriteTables = (actor: Actor, { body, servedBy }: Served): Permit | Refusal =>
  any(
    holdsPost(actor, "unit-head", body),
    ...servedBy.map((unit) => holdsPost(actor, "standing-officer", unit)),
    mayNot(
      "lacks-post",
      "Việc này dành cho Thường trực thi đua, khen thưởng của cơ quan ban hành bảng tiêu chí.",
    ),
  );

/** A draft is its writers' alone; what is published is read by everybody it may concern. */
export const maySeeTable = (actor: Actor, table: CriteriaTable, owner: Served): Permit | Refusal =>
  any(
    mayWriteTables(actor, owner),
    table.state === "published"
      ? standsIn(actor, table.owner)
      : mayNot("not-published", "Bảng tiêu chí này chưa ban hành."),
  );
