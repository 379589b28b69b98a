import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, found, idOf, readerOf } from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { isBeingWritten } from "./life.ts";
import { isOfLauncher, mayDraft } from "./movement.may.ts";
import { findMovementSeen } from "./movement.store.ts";
import type { Movement } from "./movement.ts";
import { movementReachOf } from "./movement-reach.store.ts";

/** A movement on a page, as one person sees it. */
export interface Seen {
  readonly actor: Actor;
  readonly reader: Reader;
  readonly movement: Movement;
  /** One of the launcher's people: sees the life before the issue, the services, the drafts. */
  readonly ofLauncher: boolean;
  readonly drafts: boolean;
  /** The units of this person's posts and all above them. */
  readonly within: readonly number[];
  readonly gathered: Gathered;
}

/** The movement of the address; what this person may not see is not there. */
export async function seenMovement(c: Context, gathered: Gathered): Promise<Seen> {
  const actor = actorOf(c);
  const reader = readerOf(c);
  const reach = await movementReachOf(reader, actor);
  const movement = found(await findMovementSeen(reader, idOf(c), reach, actor.day));
  return {
    actor,
    reader,
    movement,
    ofLauncher: !isRefusal(isOfLauncher(actor, movement)),
    drafts: !isRefusal(mayDraft(actor, movement)),
    within: countingPosts(actor).flatMap((post) => post.within),
    gathered,
  };
}

/** Whether this person may change the content now: freely while it is written, by amendment in force. */
export const mayEditNow = ({
  drafts,
  movement,
}: {
  readonly drafts: boolean;
  readonly movement: Pick<Movement, "state">;
}): boolean =>
  drafts && (isBeingWritten(movement.state) || movement.state === "issued" || movement.state === "running");
