import { act } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { loadCouncil } from "./council.acts.ts";
import { mayCompose } from "./council.may.ts";
import { saveCouncilEnd } from "./council.store.ts";
import { decideEnding } from "./ending.ts";
import { saveMemberEnd } from "./member.store.ts";
import { sessionsOf } from "./session.store.ts";

/** A council ends by a decision, and every seat on it with it; its sessions, votes and papers stay. */
export const endCouncil = act({
  name: "council.end",
  async run(
    work,
    asked: { readonly councilId: number; readonly on: Day; readonly endSymbol: string },
  ): Promise<number | Refusal> {
    const loaded = await loadCouncil(work, asked.councilId);
    if (isRefusal(loaded)) return loaded;
    const { council, members } = loaded;
    const allowed = mayCompose(work.actor, council);
    if (isRefusal(allowed)) return allowed;
    const decided = decideEnding(council, members, await sessionsOf(work.tx, council.id), asked);
    if (isRefusal(decided)) return decided;
    const symbol = asked.endSymbol.trim();
    for (const seat of decided.seats) await saveMemberEnd(work.tx, seat.id, asked.on, symbol);
    await saveCouncilEnd(work.tx, council.id, asked.on, symbol);
    work.record("council.ended", council.id, { on: asked.on, paper: symbol, seats: decided.seats.length });
    return council.id;
  },
});
