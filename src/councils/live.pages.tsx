import { streamSSE } from "hono/streaming";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, frameOf, newKey, pages, readerOf, show } from "../web/http.ts";
import { mayConduct } from "./council.may.ts";
import { liveOf } from "./live.store.ts";
import { liveStateFor } from "./live.ts";
import { LivePage } from "./live.view.tsx";
import { seenSession, watchedSession } from "./seen.pages.ts";
import { watch } from "./watching.pages.ts";

/** So that a proxy does not take the quiet line for a dead one. */
const HEARTBEAT_MS = 20_000;
/** Then the browser connects anew, and the right to watch is asked again. */
const LONGEST_MS = 10 * 60_000;

/** The meeting as it goes: a page that works by itself, and the line on which it hears of changes. */
export function livePages() {
  const live = pages();

  live.get("/hoi-dong/phien/:id{[0-9]+}/truc-tiep", async (c) => {
    const seen = await seenSession(c);
    const { actor, whole, council, session } = seen;
    const now = (await liveOf(
      readerOf(c),
      session.id,
      actor.day,
      actor.person === null ? [] : [actor.person],
    ))!;
    return show(
      c,
      <LivePage
        frame={await frameOf(c)}
        council={council}
        whole={whole}
        state={liveStateFor(now.whole, now.running, actor.person)}
        person={actor.person}
        conducts={!isRefusal(mayConduct(actor, council, session))}
        formKey={newKey()}
      />,
    );
  });

  live.get("/hoi-dong/phien/:id{[0-9]+}/su-kien", async (c) => {
    const session = await watchedSession(c);
    const actor = actorOf(c);
    const heard = c.req.header("last-event-id") ?? "";
    c.header("cache-control", "no-store");
    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      const tell = (event: Uint8Array) => void stream.write(event).catch(() => stream.abort());
      const stop = watch(session.id, actor.day, { person: actor.person, tell }, heard);
      stream.onAbort(stop);
      try {
        const until = Date.now() + LONGEST_MS;
        while (!stream.aborted && Date.now() < until) {
          await stream.sleep(HEARTBEAT_MS);
          if (!stream.aborted) await stream.write(": \n\n");
        }
      } finally {
        stop();
      }
    });
  });

  return live;
}
