import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, found, idOf, readerOf } from "../web/http.ts";
import { findShareSeen, seenShareOf } from "./share.store.ts";
import type { Share } from "./share.ts";
import { mayDivide, mayEnter, maySet } from "./target.may.ts";
import { findTarget } from "./target.store.ts";
import type { Target } from "./target.ts";
import { targetReachOf } from "./target-reach.store.ts";

/** A share somebody sees, its target, and what they may do with it. */
export interface SeenPart {
  readonly share: Share;
  readonly target: Target;
  readonly enters: boolean;
  readonly divides: boolean;
  /** Changes or withdraws the target itself. */
  readonly sets: boolean;
}

/** The share in the address; what one may not see is not there. */
export async function seenPart(c: Context): Promise<SeenPart> {
  const reader = readerOf(c);
  const actor = actorOf(c);
  const reach = await targetReachOf(reader, actor);
  const share = found(await findShareSeen(reader, idOf(c), reach, actor.day));
  const target = found(await findTarget(reader, share.target, actor.day));
  const seen = await seenShareOf(reader, share, target.owner, target.year, actor.day);
  const stands = target.state === "standing";
  return {
    share,
    target,
    enters: stands && !isRefusal(mayEnter(actor, seen)),
    divides: stands && !isRefusal(mayDivide(actor, seen)),
    sets: stands && !isRefusal(maySet(actor, seen)),
  };
}
