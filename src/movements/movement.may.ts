import type { PostKind } from "../org/post.ts";
import { countingPosts, holdsPost } from "../org/reach.ts";
import { type Actor, isSystem } from "../platform/actor.ts";
import { any, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import { isInForce } from "./life.ts";
import type { MovementHead } from "./movement.ts";

/** Who may do what with a movement. Seeing comes first: what one may not see is not there. */
type Launched = Pick<MovementHead, "bodies" | "launcher">;

const bySystem = (actor: Actor): Permit | Refusal =>
  isSystem(actor) ? permit("system") : mayNot("lacks-post", "Bạn không có quyền làm việc này.");

const inBodies = (actor: Actor, kind: PostKind, movement: Launched): (Permit | Refusal)[] =>
  movement.bodies.map((body) => holdsPost(actor, kind, body));

/** The standing officer of the launching body writes; in a cluster its head or deputy does. */
export const mayDraft = (actor: Actor, movement: Launched): Permit | Refusal =>
  any(
    bySystem(actor),
    holdsPost(actor, "cluster-head", movement.launcher.id),
    holdsPost(actor, "cluster-deputy", movement.launcher.id),
    ...inBodies(actor, "standing-officer", movement),
    mayNot(
      "not-drafter",
      `Việc này dành cho chuyên viên thường trực thi đua, khen thưởng của ${movement.launcher.name}.`,
    ),
  );

/** Launched by a competent person (Luật 06/2022/QH15, Điều 3 khoản 1, Điều 18). */
export const maySign = (actor: Actor, movement: Launched): Permit | Refusal =>
  any(
    bySystem(actor),
    holdsPost(actor, "unit-head", movement.launcher.id),
    holdsPost(actor, "cluster-head", movement.launcher.id),
    ...inBodies(actor, "signatory", movement),
    mayNot(
      "not-signatory",
      `Việc này dành cho người có thẩm quyền phát động của ${movement.launcher.name}.`,
      "Luật 06/2022/QH15, Điều 18",
    ),
  );

/** The signed paper comes back to the drafter, who may note it for the one who signed. */
export const mayNoteSignature = (actor: Actor, movement: Launched): Permit | Refusal =>
  any(maySign(actor, movement), mayDraft(actor, movement));

/** The clerical office gives number and day (Nghị định 30/2020/NĐ-CP, Điều 15). */
export const mayNumber = (actor: Actor, movement: Launched): Permit | Refusal =>
  any(
    bySystem(actor),
    holdsPost(actor, "cluster-head", movement.launcher.id),
    ...inBodies(actor, "clerk", movement),
    mayNot(
      "not-clerk",
      `Số và ngày văn bản do văn thư của ${movement.launcher.name} cấp.`,
      "Nghị định 30/2020/NĐ-CP, Điều 15",
    ),
  );

/** Sending it down is the drafter's or the signatory's step. */
export const mayIssue = (actor: Actor, movement: Launched): Permit | Refusal =>
  any(maySign(actor, movement), mayDraft(actor, movement));

export const mayServe = (actor: Actor, movement: Launched): Permit | Refusal =>
  any(mayDraft(actor, movement), mayNumber(actor, movement));

/** Those asked are the units in scope; `inScope` says that one of the person's units is. */
export const mayComment = (actor: Actor, movement: MovementHead, inScope: boolean): Permit | Refusal => {
  if (movement.state !== "open")
    return mayNot("not-open", "Dự thảo này không ở bước lấy ý kiến nên chưa nhận góp ý.");
  return any(
    inScope
      ? permit("in scope")
      : mayNot("not-asked", "Góp ý dành cho các đơn vị trong phạm vi của phong trào."),
    mayDraft(actor, movement),
    maySign(actor, movement),
  );
};

export { hasProved } from "../org/reach.ts";

const officeKinds: readonly PostKind[] = [
  "standing-officer",
  "signatory",
  "clerk",
  "cluster-head",
  "cluster-deputy",
];
const leadingKinds: readonly PostKind[] = ["unit-head", "unit-deputy"];

/** The launcher's people: those who draft, sign or number there, and who lead it or the unit that drafts. */
export const isOfLauncher = (actor: Actor, movement: MovementHead): Permit | Refusal =>
  any(
    bySystem(actor),
    ...officeKinds.flatMap((kind) => inBodies(actor, kind, movement)),
    ...leadingKinds.flatMap((kind) => [
      holdsPost(actor, kind, movement.launcher.id),
      ...(movement.draftedIn === null ? [] : [holdsPost(actor, kind, movement.draftedIn)]),
    ]),
    mayNot("not-of-launcher", "Nội dung này chỉ dành cho người của cơ quan phát động."),
  );

/** What may be seen: everything by the launcher's people; a draft in comment and a launch in force by those in scope. */
export const maySee = (actor: Actor, movement: MovementHead, inScope: boolean): Permit | Refusal => {
  if (movement.onPortal && isInForce(movement.state)) return permit("published");
  if (isInForce(movement.state) && countingPosts(actor).some(({ unit }) => unit === movement.launcher.id))
    return permit("launched by one's own unit");
  if (inScope && (movement.state === "open" || isInForce(movement.state))) return permit("in scope");
  return isOfLauncher(actor, movement);
};
