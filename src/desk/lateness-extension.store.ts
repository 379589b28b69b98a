import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";

/** The body above a unit in whose name a standing officer acts: the nearest one served. */
export async function receivingBody(
  reader: Reader,
  actor: Actor,
  within: readonly number[],
): Promise<number> {
  const posts = countingPosts(actor).filter(({ kind }) => kind === "standing-officer");
  const served = await bodiesServedBy(
    reader,
    actor,
    posts.map(({ unit }) => unit),
  );
  return within.find((body) => served.includes(body)) ?? posts[0]?.unit ?? within[0]!;
}
