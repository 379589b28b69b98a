import { holdsPost } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import type { Council } from "./council.ts";
import { type CouncilRole, votes } from "./member.ts";

/** A council with what rights on it are decided by. */
export interface SeenCouncil extends Council {
  /** The body and the units without legal personality whose standing officers act for it. */
  readonly servedBy: readonly number[];
  /** The seats the person asking holds today. */
  readonly roles: readonly CouncilRole[];
}

type Right = Permit | Refusal;

const sits = (council: SeenCouncil, fits: (role: CouncilRole) => boolean, refusal: Refusal): Right => {
  const role = council.roles.find(fits);
  return role ? permit(role) : refusal;
};

const lacksSeat = mayNot("lacks-seat", "Việc này dành cho thành viên, thư ký, tổ giúp việc của Hội đồng.");

/** The standing body (thường trực Hội đồng) and the head of the body that founded it. */
const standsFor = (actor: Actor, council: SeenCouncil): Right =>
  any(
    holdsPost(actor, "unit-head", council.body),
    ...council.servedBy.map((unit) => holdsPost(actor, "standing-officer", unit)),
    mayNot("lacks-post", "Việc này dành cho Thường trực Hội đồng."),
  );

/** Members, secretary, helping team, standing body and head; others do not know of it. */
export const maySee = (actor: Actor, council: SeenCouncil): Right =>
  any(
    sits(council, () => true, lacksSeat),
    standsFor(actor, council),
  );

/** Found a council, appoint its members, write down its rules: what rests on a decision of the body's head. */
export const mayCompose = (actor: Actor, council: SeenCouncil): Right => standsFor(actor, council);

/** Prepare a session: agenda, papers, calling, attendance, minutes. */
export const mayPrepare = (actor: Actor, council: SeenCouncil): Right =>
  any(
    sits(council, (role) => role === "secretary" || role === "helper", lacksSeat),
    standsFor(actor, council),
  );

/** Preside: the chair, or the vice-chair who was authorised for this session. */
export const mayPreside = (
  actor: Actor,
  council: SeenCouncil,
  session: { readonly presidedBy: number | null },
): Right =>
  any(
    sits(council, (role) => role === "chair", lacksSeat),
    actor.person !== null && session.presidedBy === actor.person
      ? permit("presides")
      : mayNot("not-presiding", "Việc này dành cho người chủ trì phiên họp."),
  );

/** Open and close a session, take items one by one: who presides, or the secretary at their word. */
export const mayConduct = (
  actor: Actor,
  council: SeenCouncil,
  session: { readonly presidedBy: number | null },
): Right => any(mayPreside(actor, council, session), mayPrepare(actor, council));

/** Declare conflicts, give a written opinion: members who vote. */
export const mayTakePart = (council: SeenCouncil): Right =>
  sits(council, votes, mayNot("not-a-member", "Việc này dành cho thành viên Hội đồng có quyền bỏ phiếu."));
