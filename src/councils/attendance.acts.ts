import { admitVoter, endVoter } from "../ballots/holding.acts.ts";
import { pollOf } from "../ballots/poll.store.ts";
import { act, type Work } from "../platform/act.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { attendanceOf } from "./attendance.ts";
import { mayConduct } from "./council.may.ts";
import { type LoadedSession, loadSession } from "./session.acts.ts";
import {
  attendanceEventsOf,
  type Noted,
  openedAtOf,
  saveAttendance,
  saveSessionEvent,
  sessionEventsOf,
} from "./session.store.ts";
import { quorumChange } from "./session.ts";
import { votesOf } from "./vote.store.ts";
import { voterOf } from "./vote.ts";
import { quorumIn, type WholeSession, wayOf } from "./whole.ts";

interface Noting {
  readonly sessionId: number;
  readonly noted: readonly Noted[];
}

/**
 * Who is present, absent with a reason, writes a letter, comes late or leaves. A member may say beforehand
 * that they will be absent or write. In an open meeting the quorum is told anew, and running votes hear of
 * those who come and go.
 */
export const noteAttendance = act({
  name: "council-session.attendance",
  async run(work, { sessionId, noted }: Noting): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session, whole } = loaded;
    const allowed = mayNote(work, loaded, noted);
    if (isRefusal(allowed)) return allowed;
    const fresh = noted.filter((one) => isNews(whole, one));
    if (fresh.some(({ person }) => !whole.voters.some((voter) => voter.person === person)))
      return refuse("not-a-member", "Chỉ ghi điểm danh cho thành viên Hội đồng vào ngày họp.");
    if (fresh.length === 0) return session.id;
    await saveAttendance(work.tx, session.id, fresh, work.actor);
    const after = await wholeAfter(work, whole);
    if (session.state === "open") {
      const told = await tellOfQuorum(work, whole, after);
      if (isRefusal(told)) return told;
      const heard = await tellRunningVotes(work, after, fresh);
      if (isRefusal(heard)) return heard;
    }
    work.record("council-session.attendance-noted", session.id, {
      noted: fresh.map(({ person, standing }) => ({ person, standing })),
    });
    return session.id;
  },
});

function mayNote({ actor }: Work, { council, session }: LoadedSession, noted: readonly Noted[]) {
  if (session.state !== "called" && session.state !== "open")
    return movedOn("not-now", "Chỉ điểm danh được khi phiên đã triệu tập và chưa bế mạc.");
  const conducts = mayConduct(actor, council, session);
  if (!isRefusal(conducts)) return conducts;
  const own =
    session.state === "called" &&
    noted.every(
      ({ person, standing }) =>
        person === actor.person && (standing === "absent" || standing === "by-letter"),
    );
  return own ? true : mayNot("not-yours", "Việc điểm danh do thư ký và người chủ trì ghi.");
}

const isNews = ({ attendance }: WholeSession, { person, standing, reason }: Noted): boolean => {
  const known = attendance.get(person);
  return known?.standing !== standing || (known.reason ?? null) !== reason;
};

async function wholeAfter(work: Work, whole: WholeSession): Promise<WholeSession> {
  const { id } = whole.session;
  const openedAt = openedAtOf(await sessionEventsOf(work.tx, id));
  return { ...whole, attendance: attendanceOf(await attendanceEventsOf(work.tx, id), openedAt) };
}

async function tellOfQuorum(work: Work, before: WholeSession, after: WholeSession): Promise<null | Refusal> {
  if (before.session.kind === "written") return null;
  const quorum = quorumIn(after);
  const change = quorumChange(quorumIn(before), quorum);
  if (change === null) return null;
  await saveSessionEvent(work.tx, before.session, { kind: change, remarks: quorum.words }, work.actor);
  return null;
}

/** Who comes joins the votes under way; who leaves may not vote in them any more, and what they cast stays. */
async function tellRunningVotes(
  work: Work,
  after: WholeSession,
  fresh: readonly Noted[],
): Promise<null | Refusal> {
  for (const vote of await votesOf(work.tx, after.session.id)) {
    const poll = await pollOf(work.tx, vote.poll);
    if (!poll || (poll.state !== "prepared" && poll.state !== "voting")) continue;
    const items = vote.questions.flatMap(({ item }) => after.items.filter(({ id }) => id === item));
    for (const { person } of fresh) {
      const onRoll = poll.roll.find((voter) => voter.person === person);
      const seat = after.voters.find((voter) => voter.person === person)!;
      const [voter] = wayOf(after, person) === null ? [] : voterOf(after, items, seat);
      const outcome =
        voter && !onRoll
          ? await admitVoter(work, { poll: poll.id, voter })
          : !voter && onRoll && onRoll.ended === null && onRoll.voted === null
            ? await endVoter(work, { poll: poll.id, person, reason: "Vắng mặt, không còn dự phiên họp." })
            : null;
      if (isRefusal(outcome)) return outcome;
    }
  }
  return null;
}
