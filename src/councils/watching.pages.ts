import type { Day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { log } from "../platform/log.ts";
import { liveOf, pulseOf } from "./live.store.ts";
import { type LiveState, liveStateFor, seesOtherwise, writeLive } from "./live.ts";

/** Somebody who watches: who they are, and how to tell them. */
interface Watcher {
  readonly person: number | null;
  /** Hears one event as it goes down the line. */
  tell(event: Uint8Array): void;
}

/**
 * One look a second at each session that is watched, shared by all its watchers of this process. Nothing
 * kept here is needed: whoever reconnects, to this process or another, is told the whole state again.
 */
const EVERY_MS = 1000;

const encoder = new TextEncoder();

/** One event of the line, ready to be sent: written once for all who hear the same. */
export const eventOf = (mark: string, state: LiveState): Uint8Array =>
  encoder.encode(`event: state\nid: ${mark}\ndata: ${writeLive(state)}\n\n`);

class Watched {
  readonly watchers = new Set<Watcher>();
  private mark = "";
  private looking = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly session: number,
    private readonly day: Day,
  ) {
    this.timer = setInterval(() => void this.look(), EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const pulse = await pulseOf(reader(), this.session);
      if (pulse && pulse.mark !== this.mark) await this.tellAll(pulse.mark);
    } catch (fault) {
      log.warn({ fault: `${fault}` }, "watching a session");
    } finally {
      this.looking = false;
    }
  }

  private async tellAll(mark: string): Promise<void> {
    const watchers = [...this.watchers];
    const people = [...new Set(watchers.flatMap(({ person }) => (person === null ? [] : [person])))];
    const live = await liveOf(reader(), this.session, this.day, people);
    if (!live) return;
    this.mark = mark;
    const everybody = eventOf(mark, liveStateFor(live.whole, live.running, null));
    for (const watcher of watchers)
      watcher.tell(
        seesOtherwise(live.whole, watcher.person)
          ? eventOf(mark, liveStateFor(live.whole, live.running, watcher.person))
          : everybody,
      );
  }
}

const sessions = new Map<number, Watched>();

/** Begins to watch a session; answers how to stop. */
export function watch(session: number, day: Day, watcher: Watcher): () => void {
  const watched = sessions.get(session) ?? new Watched(session, day);
  sessions.set(session, watched);
  watched.watchers.add(watcher);
  return () => {
    watched.watchers.delete(watcher);
    if (watched.watchers.size > 0) return;
    watched.stop();
    sessions.delete(session);
  };
}
