import { streamSSE } from "hono/streaming";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, frameOf, newKey, pages, readerOf, show } from "../web/http.ts";
import { mayConduct } from "./council.may.ts";
import { liveOf, pulseOf } from "./live.store.ts";
import { liveStateFor } from "./live.ts";
import { LivePage } from "./live.view.tsx";
import { seenSession } from "./seen.pages.ts";
import { eventOf, watch } from "./watching.pages.ts";

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
    const { session } = await seenSession(c);
    const actor = actorOf(c);
    const last = c.req.header("last-event-id") ?? "";
    const beside = actor.person === null ? [] : [actor.person];
    c.header("cache-control", "no-store");
    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      const tell = (event: Uint8Array) => void stream.write(event).catch(() => stream.abort());
      const stop = watch(session.id, actor.day, { person: actor.person, tell });
      stream.onAbort(stop);
      try {
        const pulse = await pulseOf(readerOf(c), session.id);
        const now = await liveOf(readerOf(c), session.id, actor.day, beside);
        if (pulse && now && pulse.mark !== last)
          tell(eventOf(pulse.mark, liveStateFor(now.whole, now.running, actor.person)));
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
