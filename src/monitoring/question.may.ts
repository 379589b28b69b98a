import type { PostKind } from "../org/post.ts";
import { holdsPost } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import type { Question } from "./question.ts";

/** Who speaks for a unit towards the standing body. */
export const askingKinds: readonly PostKind[] = [
  "unit-head",
  "unit-deputy",
  "unit-officer",
  "standing-officer",
];

/** Who answers for a body; `serves` are the bodies this person answers for. */
export const answeringKinds: readonly PostKind[] = ["standing-officer", "unit-head"];

type Raised = Pick<Question, "unit" | "holder" | "path">;

export const mayAsk = (actor: Actor, unit: number): Permit | Refusal =>
  any(
    ...askingKinds.map((kind) => holdsPost(actor, kind, unit)),
    mayNot("not-of-the-unit", "Kiến nghị do người đứng đầu hoặc cán bộ đầu mối của đơn vị gửi."),
  );

/** The standing officer or the head of the body that holds it. */
export const mayAnswer = (serves: readonly number[], question: Raised): Permit | Refusal =>
  serves.includes(question.holder)
    ? permit("answers for the body that holds it")
    : mayNot("not-the-holder", "Chỉ cơ quan đang giữ kiến nghị mới trả lời hoặc chuyển lên được.");

/** The unit that asked, every body that has held it, and whoever inspects them. */
export const maySeeQuestion = (
  actor: Actor,
  serves: readonly number[],
  inspects: boolean,
  question: Raised,
): Permit | Refusal =>
  any(
    mayAsk(actor, question.unit),
    question.path.some((body) => serves.includes(body))
      ? permit("has held it")
      : mayNot("not-concerned", "Kiến nghị này gửi tới cơ quan khác."),
    inspects ? permit("inspects") : mayNot("not-concerned", "Kiến nghị này gửi tới cơ quan khác."),
  );
