import { bodiesServing } from "../movements/movement-reach.store.ts";
import { findUnit } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, mayNot, type Refusal, refuse } from "../platform/refusal.ts";
import { mayCompose, maySee, type SeenCouncil } from "./council.may.ts";
import { lockCouncil, saveCouncil } from "./council.store.ts";
import { decideFounding, faultOfPaper, type NewCouncil } from "./council.ts";
import { lockMember, membersOf, saveMember, saveMemberEnd } from "./member.store.ts";
import {
  type CouncilRole,
  decideLeaving,
  decideSeat,
  type Membership,
  type NewMembership,
  rolesOf,
} from "./member.ts";
import { lastOpened, rulesOf, saveRules } from "./rules.store.ts";
import { decideRules, type NewRules } from "./rules.ts";

const noSuchCouncil = (): Refusal => mayNot("no-such-council", "Không có Hội đồng này.");

/** Loads a council for change with everybody who sat on it; what the actor may not see is not there. */
export async function loadCouncil(
  work: Work,
  id: number,
): Promise<{ council: SeenCouncil; members: Membership[] } | Refusal> {
  const council = await lockCouncil(work.tx, id, work.day);
  if (!council) return noSuchCouncil();
  const members = await membersOf(work.tx, id, work.day);
  const seen: SeenCouncil = {
    ...council,
    servedBy: await bodiesServing(work.tx, council.body, work.day),
    roles: rolesOf(members, work.actor.person, work.day),
  };
  return isRefusal(maySee(work.actor, seen)) ? noSuchCouncil() : { council: seen, members };
}

/** A council is founded by a decision of the head of its body. */
export const foundCouncil = act({
  name: "council.found",
  async run(work, asked: NewCouncil): Promise<number | Refusal> {
    const body = await findUnit(work.tx, asked.body, work.day);
    if (!body) return refuse("no-such-unit", "Không có cơ quan, đơn vị này.", { field: "body" });
    const servedBy = await bodiesServing(work.tx, asked.body, work.day);
    const council = { ...asked, id: 0, bodyName: body.name, endedOn: null, servedBy, roles: [] };
    const allowed = mayCompose(work.actor, council);
    if (isRefusal(allowed)) return allowed;
    const decided = decideFounding(asked, work.day);
    if (isRefusal(decided)) return decided;
    const id = await saveCouncil(work.tx, decided, work.at);
    work.record("council.founded", id, { body: asked.body, kind: asked.kind, paper: asked.paperSymbol });
    return id;
  },
});

/** Somebody is appointed to the council by a decision, from a day on. */
export const seatMember = act({
  name: "council.seat",
  async run(work, { councilId, ...asked }: NewMembership & { councilId: number }): Promise<number | Refusal> {
    const loaded = await loadCouncil(work, councilId);
    if (isRefusal(loaded)) return loaded;
    const { council, members } = loaded;
    const allowed = mayCompose(work.actor, council);
    if (isRefusal(allowed)) return allowed;
    const fault = faultOfPaper(asked, work.day);
    if (fault) return fault;
    const decided = decideSeat(asked, council, members);
    if (isRefusal(decided)) return decided;
    const id = await saveMember(work.tx, council.id, decided);
    work.record("council.member-seated", council.id, { person: asked.person, role: asked.role });
    return id;
  },
});

interface Leaving {
  readonly memberId: number;
  readonly on: Day;
  readonly endSymbol: string;
}

/** A seat ends by a decision; what was voted while it stood stays. */
export const endMember = act({
  name: "council.end-member",
  async run(work, { memberId, on, endSymbol }: Leaving): Promise<number | Refusal> {
    const locked = await lockMember(work.tx, memberId, work.day);
    if (!locked) return noSuchCouncil();
    const loaded = await loadCouncil(work, locked.council);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayCompose(work.actor, loaded.council);
    if (isRefusal(allowed)) return allowed;
    const decided = decideLeaving(locked.member, on, endSymbol);
    if (isRefusal(decided)) return decided;
    await saveMemberEnd(work.tx, memberId, decided, endSymbol.trim());
    const { person, role }: { person: number; role: CouncilRole } = locked.member;
    work.record("council.member-ended", locked.council, { person, role, on });
    return locked.council;
  },
});

/** A version of the working rules is written down, from a day on. */
export const writeRules = act({
  name: "council.write-rules",
  async run(work, { councilId, ...asked }: NewRules & { councilId: number }): Promise<number | Refusal> {
    const loaded = await loadCouncil(work, councilId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayCompose(work.actor, loaded.council);
    if (isRefusal(allowed)) return allowed;
    const versions = await rulesOf(work.tx, councilId);
    const decided = decideRules(asked, versions, await lastOpened(work.tx, councilId), work.day);
    if (isRefusal(decided)) return decided;
    await saveRules(work.tx, councilId, decided, work.actor);
    work.record("council.rules-written", councilId, { from: asked.fromDay, paper: asked.paperSymbol });
    return councilId;
  },
});
