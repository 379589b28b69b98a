import type { Turnout } from "../ballots/poll.ts";
import { type Standing, standingNames } from "./attendance.ts";
import { closedSentence } from "./conflict.ts";
import { askedFor, type Item, nomineeName } from "./item.ts";
import { roleNames } from "./member.ts";
import { sessionStateNames } from "./session.ts";
import { quorumIn, shutTo, type WholeSession } from "./whole.ts";

/**
 * What everybody who watches a meeting sees: who is there, the item now open, who has voted and never how.
 * `page` changes when the page must be drawn anew (the state, a vote opened or counted); the rest changes in place.
 */
export interface LiveState {
  readonly page: string;
  readonly state: string;
  readonly quorum: { readonly met: boolean; readonly words: string };
  readonly item: LiveItem | null;
  readonly vote: { readonly poll: number; readonly state: Turnout["state"]; readonly words: string } | null;
  readonly members: readonly LiveMember[];
}

export interface LiveItem {
  readonly id: number;
  readonly label: string;
  readonly detail: string;
}

export interface LiveMember {
  readonly person: number;
  readonly name: string;
  readonly role: string;
  readonly standing: Standing | null;
  readonly standingWords: string;
  /** Null while no vote runs, or where this member is not on its roll. */
  readonly voted: boolean | null;
}

/** A vote under way, with who of its roll has voted. */
export interface RunningVote {
  readonly turnout: Turnout;
  readonly voted: ReadonlyMap<number, boolean>;
}

/** What is sent down the line: only what changes in place, since the page itself holds names and roles. */
export const writeLive = ({ page, quorum, item, vote, members }: LiveState): string =>
  JSON.stringify({
    page,
    item,
    quorum: { words: quorum.words },
    vote: vote && { words: vote.words },
    members: members.map(({ person, standingWords, voted }) => ({ person, standingWords, voted })),
  });

const voteWords = ({ state, voted, roll }: Turnout): string =>
  state === "prepared"
    ? "Lượt bỏ phiếu đã lập, chờ tổ kiểm phiếu mở."
    : state === "voting"
      ? `Đang bỏ phiếu: ${voted}/${roll} người đã bỏ phiếu.`
      : state === "closed"
        ? "Đã đóng bỏ phiếu, tổ kiểm phiếu đang làm việc."
        : state === "counted"
          ? "Đã kiểm phiếu xong."
          : "Lượt bỏ phiếu đã hủy.";

/** Before a vote opens, and once it was called off, nobody is one who has not voted. */
const isTold = (running: RunningVote | null): boolean =>
  running !== null && running.turnout.state !== "prepared" && running.turnout.state !== "abandoned";

/** The state as one watcher may see it: an item that is shut to them is named only as such. */
export function liveStateFor(
  whole: WholeSession,
  running: RunningVote | null,
  person: number | null,
): LiveState {
  const { session } = whole;
  const item = whole.items.find(({ id }) => id === session.openItem) ?? null;
  const quorum = quorumIn(whole);
  return {
    page: [session.state, running?.turnout.poll, running?.turnout.state, quorum.met].join(" "),
    state: sessionStateNames[session.state],
    quorum: { met: quorum.met, words: quorum.words },
    item: item && liveItem(whole, item, person),
    vote: running && {
      poll: running.turnout.poll,
      state: running.turnout.state,
      words: voteWords(running.turnout),
    },
    members: whole.voters.map((voter) => {
      const standing = whole.attendance.get(voter.person)?.standing ?? null;
      return {
        person: voter.person,
        name: voter.personName,
        role: roleNames[voter.role],
        standing,
        standingWords: standing === null ? "Chưa điểm danh" : standingNames[standing],
        voted: isTold(running) ? (running?.voted.get(voter.person) ?? null) : null,
      };
    }),
  };
}

function liveItem(whole: WholeSession, item: Item, person: number | null): LiveItem {
  const shut = shutTo(whole, item, person);
  if (shut !== null)
    return {
      id: item.id,
      label: shut === "own" ? "Hồ sơ của chính đồng chí" : "Mục đóng với đồng chí",
      detail: closedSentence(shut),
    };
  return {
    id: item.id,
    label: `Mục ${item.position}: ${nomineeName(item) ?? item.title}`,
    detail: [item.place, askedFor(item)].filter(Boolean).join(" · "),
  };
}

/** Persons who see something else than everybody: those to whom the open item is shut. */
export const seesOtherwise = (whole: WholeSession, person: number | null): boolean => {
  const item = whole.items.find(({ id }) => id === whole.session.openItem);
  return item !== undefined && shutTo(whole, item, person) !== null;
};
