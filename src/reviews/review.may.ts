import type { PostKind } from "../org/post.ts";
import { actsWithin, holdsPost, standsIn } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { all, any, isRefusal, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import { isOpen, type Review, type ReviewLevel } from "./review.ts";

/** A review with what rights on it are decided by. */
export interface SeenReview extends Review {
  /** Units whose standing officers act for the reporting body (of the sector's own review). */
  readonly keptBy: readonly number[];
  /** Units whose standing officers act for the receiver. */
  readonly servedBy: readonly number[];
  /** The unit and all above it; an ended unit counts as below the one that followed. */
  readonly above: readonly number[];
  /** The unit's clusters of the year. */
  readonly clusters: readonly number[];
  /** Of a cluster: its members of the year. */
  readonly members: readonly number[];
}

type Right = Permit | Refusal;

/** Who writes: of a unit, of a cluster, of a body over all its units. */
export type Writing = Pick<SeenReview, "level" | "unit" | "keptBy">;

const inOneOf = (units: readonly number[], ask: (unit: number) => Right): Right =>
  any(
    ...units.map(ask),
    mayNot("lacks-post", "Việc này dành cho đơn vị liên quan hoặc Thường trực của nơi nhận."),
  );

const holdsOneOf = (actor: Actor, kinds: readonly PostKind[], unit: number): Right =>
  any(...kinds.map((kind) => holdsPost(actor, kind, unit)));

/** The posts that draft and send, by the level of the review. */
export const writingPosts: Readonly<Record<ReviewLevel, readonly PostKind[]>> = {
  unit: ["unit-head", "unit-deputy", "unit-officer"],
  cluster: ["cluster-head", "cluster-deputy"],
  sector: ["unit-head", "unit-deputy", "unit-officer"],
};

/** The unit's leaders and officer; the cluster's head and deputies; for a body also its standing officers. */
export const mayWrite = (actor: Actor, { level, unit, keptBy }: Writing): Right =>
  any(
    level === "sector"
      ? inOneOf(keptBy, (body) => holdsPost(actor, "standing-officer", body))
      : mayNot("lacks-post", "Việc này dành cho đơn vị báo cáo."),
    holdsOneOf(actor, writingPosts[level], unit),
  );

/** What one may not see is not there: the same reach in SQL is `review-reach.store.ts`. */
export const maySee = (actor: Actor, review: SeenReview): Right =>
  any(mayWrite(actor, review), all(hasArrived(review), maySeeArrived(actor, review)));

const hasArrived = ({ submittedAt }: Review): Right =>
  submittedAt === null ? mayNot("not-sent", "Báo cáo này chưa được gửi.") : permit("sent");

const maySeeArrived = (actor: Actor, review: SeenReview): Right =>
  any(
    standsIn(actor, review.unit),
    review.receiver === null
      ? mayNot("no-receiver", "Báo cáo này không gửi cho ai.")
      : holdsOneOf(actor, ["unit-head", "unit-deputy"], review.receiver),
    inOneOf(review.servedBy, (body) => holdsPost(actor, "standing-officer", body)),
    // The successor keeps the reports of what was merged into it.
    inOneOf(review.above, (unit) => holdsOneOf(actor, ["unit-head", "unit-deputy", "unit-officer"], unit)),
    actsWithin(actor, "inspector", review.above),
    inOneOf(review.clusters, (cluster) => holdsOneOf(actor, writingPosts.cluster, cluster)),
    inOneOf(review.members, (member) => holdsOneOf(actor, writingPosts.unit, member)),
  );

/** Who takes reports in: the receiver's head and the standing officers who act for it. */
export type Receiving = Pick<SeenReview, "receiver" | "servedBy">;

export const mayReceive = (actor: Actor, { receiver, servedBy }: Receiving): Right =>
  any(
    receiver === null
      ? mayNot("no-receiver", "Báo cáo này không gửi cho ai.")
      : holdsPost(actor, "unit-head", receiver),
    inOneOf(servedBy, (body) => holdsPost(actor, "standing-officer", body)),
  );

/** The template of the year is edited by the standing officers of the body, and by its head. */
export const mayKeepTemplates = (actor: Actor, body: { id: number; keptBy: readonly number[] }): Right =>
  any(
    inOneOf(body.keptBy, (unit) => holdsPost(actor, "standing-officer", unit)),
    holdsPost(actor, "unit-head", body.id),
  );

/** What came on paper is copied here by whoever takes it in. */
export const isBeingCopied = ({ state, channel }: Pick<Review, "state" | "channel">): boolean =>
  state === "submitted" && channel !== null && channel !== "online";

export const mayCopy = (actor: Actor, review: SeenReview): Right =>
  isBeingCopied(review)
    ? mayReceive(actor, review)
    : mayNot("not-on-paper", "Chỉ báo cáo nhận bằng giấy mới được nhập lại ở đây.");

/** Whether this person may change its words now. */
export const writesNow = (actor: Actor, review: SeenReview): boolean =>
  isBeingCopied(review)
    ? !isRefusal(mayCopy(actor, review))
    : isOpen(review.state) && !isRefusal(mayWrite(actor, review));

/** Whether this person may take back what was sent here and waits to be accepted. */
export const withdrawsNow = (actor: Actor, review: SeenReview): boolean =>
  review.state === "submitted" && review.channel === "online" && !isRefusal(mayWrite(actor, review));
