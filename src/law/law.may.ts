import { actsWithin, holdsPost } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, mayNot, type Permit, type Refusal } from "../platform/refusal.ts";

/** Entering, confirming and correcting numbers of the law: the Ministry's standing officers or administrator. */
export const mayKeepNumbers = (actor: Actor, ministry: number | null): Permit | Refusal =>
  ministry === null
    ? mayNot("no-ministry", "Chưa có cơ quan nào giữ danh mục con số trong hệ thống.")
    : any(
        holdsPost(actor, "standing-officer", ministry),
        holdsPost(actor, "administrator", ministry),
        mayNot(
          "not-keeper-of-numbers",
          "Việc này dành cho Chuyên viên thường trực thi đua, khen thưởng hoặc Quản trị hệ thống của cơ quan cấp trên cùng.",
        ),
      );

/** Adding to the library, correcting and acknowledging for a body: those who do its emulation work. */
export const mayKeepLibrary = (actor: Actor, within: readonly number[]): Permit | Refusal =>
  any(
    actsWithin(actor, "standing-officer", within),
    actsWithin(actor, "unit-officer", within),
    actsWithin(actor, "administrator", within),
    mayNot(
      "not-keeper-of-library",
      "Việc này dành cho Chuyên viên thường trực hoặc Cán bộ đầu mối thi đua, khen thưởng của cơ quan giữ văn bản.",
    ),
  );
