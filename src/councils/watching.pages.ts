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

type Live = NonNullable<Awaited<ReturnType<typeof liveOf>>>;

const encoder = new TextEncoder();

/** One event of the line, ready to be sent: written once for all who hear the same. */
const eventOf = (mark: string, state: LiveState): Uint8Array =>
  encoder.encode(`event: state\nid: ${mark}\ndata: ${writeLive(state)}\n\n`);

class Watched {
  readonly watchers = new Set<Watcher>();
  private told: { readonly mark: string; readonly live: Live } | null = null;
  private looking: Promise<void> | null = null;
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

  /** Tells one who has just come how things stand, unless that is what they heard last. */
  async greet(watcher: Watcher, heard: string): Promise<void> {
    await (this.told ? null : this.look());
    if (!this.told || this.told.mark === heard) return;
    const { mark, live } = this.told;
    const known = live.whole.places.has(watcher.person ?? 0) || watcher.person === null;
    const whole = known
      ? live
      : ((await liveOf(reader(), this.session, this.day, [watcher.person!])) ?? live);
    watcher.tell(eventOf(mark, liveStateFor(whole.whole, whole.running, watcher.person)));
  }

  private look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async lookNow(): Promise<void> {
    try {
      const pulse = await pulseOf(reader(), this.session);
      if (pulse && pulse.mark !== this.told?.mark) await this.tellAll(pulse.mark);
    } catch (fault) {
      log.warn({ fault: `${fault}` }, "watching a session");
    }
  }

  private async tellAll(mark: string): Promise<void> {
    const watchers = [...this.watchers];
    const people = [...new Set(watchers.flatMap(({ person }) => (person === null ? [] : [person])))];
    const live = await liveOf(reader(), this.session, this.day, people);
    if (!live) return;
    this.told = { mark, live };
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

/** Begins to watch a session; `heard` marks what was heard last, before a lost line. Answers how to stop. */
export function watch(session: number, day: Day, watcher: Watcher, heard = ""): () => void {
  const watched = sessions.get(session) ?? new Watched(session, day);
  sessions.set(session, watched);
  watched.watchers.add(watcher);
  watched.greet(watcher, heard).catch((fault) => log.warn({ fault: `${fault}` }, "greeting a watcher"));
  return () => {
    watched.watchers.delete(watcher);
    if (watched.watchers.size > 0 || sessions.get(session) !== watched) return;
    watched.stop();
    sessions.delete(session);
  };
}
