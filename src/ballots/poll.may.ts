import { holdsPost } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, isRefusal, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import { isTeller } from "./holding.ts";
import type { OfficerDraft, Poll, Voter } from "./poll.ts";

/** The place on the roll that is this person's own; null when there is none. */
export const voterOf = (actor: Actor, poll: Poll): Voter | null =>
  poll.roll.find(({ person }) => person === actor.person) ?? null;

const officeOf = (actor: Actor, poll: Poll): OfficerDraft | null =>
  poll.officers.find(({ person }) => person === actor.person) ?? null;

/** Who votes, who counts, who presides, and the standing officers of the body know of the vote; nobody else. */
export const maySee = (actor: Actor, poll: Poll): Permit | Refusal =>
  any(
    voterOf(actor, poll)
      ? permit("on the roll")
      : mayNot("not-on-roll", "Bạn không có trong danh sách bỏ phiếu."),
    mayRun(actor, poll),
    holdsPost(actor, "standing-officer", poll.body.unit),
  );

/**
 * A vote is the person's own: the place on the roll is theirs whatever post they act in now, and nobody else's
 * post, delegated or not, gives it.
 */
export const mayVote = (actor: Actor, poll: Poll): Permit | Refusal =>
  voterOf(actor, poll)
    ? permit("on the roll")
    : mayNot("not-on-roll", "Bạn không có trong danh sách bỏ phiếu.");

/** Chair, secretary and counting team open, close and enter papers. */
export const mayRun = (actor: Actor, poll: Poll): Permit | Refusal => {
  const office = officeOf(actor, poll);
  return office
    ? permit(office.role)
    : mayNot("not-running", "Việc này của chủ tọa, thư ký và tổ kiểm phiếu.");
};

/** The counting team counts. */
export const mayCount = (actor: Actor, poll: Poll): Permit | Refusal => {
  const office = officeOf(actor, poll);
  return office && isTeller(office)
    ? permit(office.role)
    : mayNot("not-teller", "Việc này của tổ kiểm phiếu.");
};

/** Whether the vote goes on on paper, or ends uncounted, is the chair's word; the secretary may write it down. */
export const mayDecide = (actor: Actor, poll: Poll): Permit | Refusal => {
  const role = officeOf(actor, poll)?.role;
  return role === "chair" || role === "secretary"
    ? permit(role)
    : mayNot("not-chair", "Việc này do chủ tọa quyết định, thư ký ghi lại.");
};

/** One of the two tellers who keep a share. */
export const mayHoldShare = (actor: Actor, poll: Poll): Permit | Refusal =>
  officeOf(actor, poll)?.holdsShare
    ? permit("holds a share")
    : mayNot("no-share", "Bạn không phải người giữ phần khóa của cuộc bỏ phiếu này.");

export const can = (right: Permit | Refusal): boolean => !isRefusal(right);
