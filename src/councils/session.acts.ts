import { act, type Work } from "../platform/act.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tell } from "../platform/telling.ts";
import { loadCouncil } from "./council.acts.ts";
import { mayConduct, mayPrepare, mayPreside, type SeenCouncil } from "./council.may.ts";
import { addressesOf } from "./member.store.ts";
import {
  findSession,
  lockSession,
  savePresiding,
  saveSession,
  saveSessionChange,
  saveSessionEvent,
} from "./session.store.ts";
import {
  decideCall,
  decideCancelling,
  decideClosing,
  decideOpening,
  decideSession,
  type NewSession,
  refuseUnprepared,
  type Session,
} from "./session.ts";
import { isVoting } from "./voting.store.ts";
import { wholeOf } from "./whole.store.ts";
import { quorumIn, type WholeSession } from "./whole.ts";

export interface LoadedSession {
  readonly council: SeenCouncil;
  readonly session: Session;
  readonly whole: WholeSession;
}

const noSuchSession = (): Refusal => mayNot("no-such-session", "Không có phiên này.");

/** Loads a session for change with everything it is decided from; what the actor may not see is not there. */
export async function loadSession(work: Work, id: number): Promise<LoadedSession | Refusal> {
  const known = await findSession(work.tx, id);
  if (!known) return noSuchSession();
  // The council is locked first, always, so that two acts never wait for each other crosswise.
  const loaded = await loadCouncil(work, known.council);
  if (isRefusal(loaded)) return noSuchSession();
  const session = (await lockSession(work.tx, id))!;
  const beside = work.actor.person === null ? [] : [work.actor.person];
  const whole = await wholeOf(work.tx, session, loaded.council, loaded.members, beside);
  return { council: loaded.council, session, whole };
}

const stale = (): Refusal =>
  movedOn(
    "stale",
    "Phiên này đã được sửa ở cửa sổ khác sau khi Ông/Bà mở trang. Phần vừa nhập vẫn còn dưới đây; hãy xem lại rồi gửi lại.",
  );

/** A session, or a whole round by written opinion, is planned. */
export const planSession = act({
  name: "council-session.plan",
  async run(work, { councilId, ...asked }: NewSession & { councilId: number }): Promise<number | Refusal> {
    const loaded = await loadCouncil(work, councilId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayPrepare(work.actor, loaded.council);
    if (isRefusal(allowed)) return allowed;
    const decided = decideSession(asked);
    if (isRefusal(decided)) return decided;
    if (decided.day < work.day)
      return refuse("in-the-past", `Ngày ${writeDay(decided.day)} đã qua.`, { field: "day" });
    const { endedOn } = loaded.council;
    if (endedOn !== null && decided.day >= endedOn)
      return movedOn("council-ended", `Hội đồng đã kết thúc từ ngày ${writeDay(endedOn)}.`);
    const id = await saveSession(work.tx, councilId, decided, work.at);
    work.record("council-session.planned", id, { council: councilId, kind: decided.kind, day: decided.day });
    return id;
  },
});

export const changeSession = act({
  name: "council-session.change",
  async run(
    work,
    { sessionId, version, ...asked }: NewSession & { sessionId: number; version: number },
  ): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayPrepare(work.actor, loaded.council);
    if (isRefusal(allowed)) return allowed;
    const late = refuseUnprepared(loaded.session);
    if (late) return late;
    if (loaded.session.version !== version) return stale();
    const decided = decideSession(asked);
    if (isRefusal(decided)) return decided;
    await saveSessionChange(work.tx, sessionId, decided);
    work.record("council-session.changed", sessionId, { day: decided.day });
    return sessionId;
  },
});

/** The members are called with agenda and papers; each is told once. */
export const callSession = act({
  name: "council-session.call",
  async run(work, { sessionId }: { sessionId: number }): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session, whole, council } = loaded;
    const allowed = mayPrepare(work.actor, council);
    if (isRefusal(allowed)) return allowed;
    const decided = decideCall(session, whole.items.length);
    if (isRefusal(decided)) return decided;
    await saveSessionEvent(work.tx, session, { kind: decided }, work.actor);
    const people = await addressesOf(
      work.tx,
      whole.voters.map(({ person }) => person),
    );
    await tell(work, people, {
      kind: "council-session.called",
      subject: `${council.name}: ${session.title}`,
      sentence:
        session.kind === "written"
          ? `${council.name} lấy phiếu xin ý kiến “${session.title}”, hạn ${writeDay(session.lettersBy ?? session.day)}.`
          : `${council.name} họp ngày ${writeDay(session.day)}: “${session.title}”.`,
      href: `/hoi-dong/phien/${session.id}`,
    });
    work.record("council-session.called", session.id, { told: people.length });
    return session.id;
  },
});

/** Who presides: the chair, or the one vice-chair the chair authorises; they vote like the others. */
export const authorisePresiding = act({
  name: "council-session.authorise",
  async run(work, { sessionId, person }: { sessionId: number; person: number }): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session, whole, council } = loaded;
    const allowed = mayPreside(work.actor, council, { presidedBy: null });
    const prepared = isRefusal(allowed) ? mayPrepare(work.actor, council) : allowed;
    if (isRefusal(prepared)) return prepared;
    if (session.state === "closed" || session.state === "cancelled")
      return movedOn("session-moved-on", "Phiên này đã kết thúc.");
    const seat = whole.voters.find((voter) => voter.person === person);
    if (!seat || seat.role === "member")
      return refuse("not-a-vice-chair", "Người chủ trì là Chủ tịch hoặc một Phó Chủ tịch được ủy quyền.", {
        field: "person",
        basis: "Thông tư 12/2019/TT-BTP, Điều 11",
      });
    await savePresiding(work.tx, session.id, person);
    work.record("council-session.presiding", session.id, { person });
    return session.id;
  },
});

/** The session opens when enough members take part. */
export const openSession = act({
  name: "council-session.open",
  async run(work, { sessionId }: { sessionId: number }): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session, whole, council } = loaded;
    const allowed = mayConduct(work.actor, council, session);
    if (isRefusal(allowed)) return allowed;
    const quorum = quorumIn(whole);
    const decided = decideOpening(session, quorum, work.day);
    if (isRefusal(decided)) return decided;
    const chair = whole.voters.find(({ role }) => role === "chair");
    if (session.presidedBy === null && chair) await savePresiding(work.tx, session.id, chair.person);
    const remarks = session.kind === "meeting" ? quorum.words : null;
    await saveSessionEvent(work.tx, session, { kind: decided, remarks }, work.actor);
    work.record("council-session.opened", session.id, { present: quorum.present, letters: quorum.letters });
    return session.id;
  },
});

export const closeSession = act({
  name: "council-session.close",
  async run(work, { sessionId }: { sessionId: number }): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session, council } = loaded;
    const allowed = mayConduct(work.actor, council, session);
    if (isRefusal(allowed)) return allowed;
    const decided = decideClosing(session, await isVoting(work.tx, session.id));
    if (isRefusal(decided)) return decided;
    await saveSessionEvent(work.tx, session, { kind: decided, openItem: null }, work.actor);
    work.record("council-session.closed", session.id);
    return session.id;
  },
});

export const cancelSession = act({
  name: "council-session.cancel",
  async run(work, { sessionId, reason }: { sessionId: number; reason: string }): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session, council } = loaded;
    const allowed = mayPrepare(work.actor, council);
    if (isRefusal(allowed)) return allowed;
    const decided = decideCancelling(session, reason);
    if (isRefusal(decided)) return decided;
    await saveSessionEvent(work.tx, session, { kind: decided, remarks: reason.trim() }, work.actor);
    work.record("council-session.cancelled", session.id, { reason });
    return session.id;
  },
});
