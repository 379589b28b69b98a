import { hasProved } from "../movements/movement.may.ts";
import { countingPosts, holdsPost } from "../org/reach.ts";
import type { Actor, Post } from "../platform/actor.ts";
import { all, any, isRefusal, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import type { Pledge } from "./pledge.ts";
import type { Member } from "./signing.ts";

/** A pledge with what rights on it are decided by. */
export interface SeenPledge extends Pledge {
  /** The roster of the year. */
  readonly members: readonly Member[];
  /** Units that have signed some text of it, on the roster still or not. */
  readonly signedBy: readonly number[];
  /** Units whose standing officers act for the receiver. */
  readonly servedBy: readonly number[];
}

type Right = Permit | Refusal;

const inOneOf = (units: readonly number[], ask: (unit: number) => Right): Right =>
  any(...units.map(ask), mayNot("lacks-post", "Việc này không thuộc chức trách của Ông/Bà."));

const rosterOf = ({ members }: Pick<SeenPledge, "members">): number[] => members.map(({ unit }) => unit);

/** Head and deputies of the cluster in the year draft and run; of a cluster led elsewhere, its members keep our papers. */
export const mayRun = (actor: Actor, pledge: Pick<SeenPledge, "cluster" | "outside" | "members">): Right =>
  any(
    holdsPost(actor, "cluster-head", pledge.cluster),
    holdsPost(actor, "cluster-deputy", pledge.cluster),
    pledge.outside
      ? inOneOf(rosterOf(pledge), (unit) => writesFor(actor, unit))
      : mayNot("lacks-post", "Việc này dành cho Trưởng, Phó Trưởng cụm của năm."),
  );

const writesFor = (actor: Actor, unit: number): Right =>
  any(
    holdsPost(actor, "unit-head", unit),
    holdsPost(actor, "unit-deputy", unit),
    holdsPost(actor, "unit-officer", unit),
  );

/** A member unit's head, deputies and officer comment, promise and report for it. */
export const mayWriteFor = (actor: Actor, pledge: SeenPledge, unit: number): Right =>
  rosterOf(pledge).includes(unit)
    ? writesFor(actor, unit)
    : mayNot("left-the-roster", "Đơn vị không còn trong thành phần cụm của năm.");

/** The member units this person writes for. */
export const unitsWritten = (actor: Actor, pledge: SeenPledge): readonly Member[] =>
  pledge.members.filter(({ unit }) => !isRefusal(writesFor(actor, unit)));

/** The founder's standing officer and head read and take in. */
export const mayReceive = (actor: Actor, pledge: SeenPledge): Right =>
  any(
    inOneOf(pledge.servedBy, (body) => holdsPost(actor, "standing-officer", body)),
    pledge.receiver === null
      ? mayNot("lacks-post", "Việc này dành cho Thường trực của cơ quan thành lập cụm.")
      : holdsPost(actor, "unit-head", pledge.receiver),
  );

/** What one may not see is not there; the same in SQL is `pledge-reach.store.ts`. A draft is its writers' alone. */
export const maySee = (actor: Actor, pledge: SeenPledge): Right =>
  any(
    mayRun(actor, pledge),
    mayReceive(actor, pledge),
    all(
      pledge.state === "drafting" ? mayNot("draft", "Dự thảo chưa được gửi lấy ý kiến.") : permit("opened"),
      inOneOf([...rosterOf(pledge), ...pledge.signedBy], (unit) => writesFor(actor, unit)),
    ),
  );

/**
 * The post by which somebody signs for a unit: its head on that day, or one who holds a delegation of the head's
 * power and acts in it. Typing for a head is no signature.
 */
export const signingPost = (actor: Actor, unit: number): Post | null =>
  countingPosts(actor).find(
    (post) => post.kind === "unit-head" && post.unit === unit && post.delegation !== "typing",
  ) ?? null;

/** The member units this person may sign for today. */
export const unitsSigned = (actor: Actor, pledge: SeenPledge): readonly Member[] =>
  pledge.members.filter(({ unit }) => signingPost(actor, unit) !== null);

export const maySign = (actor: Actor, unit: number): Right =>
  signingPost(actor, unit)
    ? permit("head of the unit")
    : mayNot(
        "not-the-head",
        "Chỉ người đứng đầu đơn vị vào ngày ký, hoặc người được giao quyền người đứng đầu, mới ký được giao ước.",
      );

/** Signing is a final act: the person proves anew who they are. */
export const mayCompleteSigning = (actor: Actor, unit: number): Right =>
  all(maySign(actor, unit), hasProved(actor));

/** A paper signature is entered by the cluster's leaders or by the standing officer. */
export const mayEnterPaper = (actor: Actor, pledge: SeenPledge): Right =>
  any(mayReceive(actor, pledge), mayRun(actor, pledge));
