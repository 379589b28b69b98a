import type { Actor } from "../platform/actor.ts";
import { startOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { ChangeItem, Offers, WaitingItem } from "../platform/offers.ts";
import { type PollLine, pollsOfPerson } from "./poll.store.ts";

const MOST_LOOKED_AT = 100;

/** A vote waits for whoever has not voted, and for its counting team; a count is told to all on it. */
export const ballotsOffers: Offers = {
  stage: "ballots",
  waiting: async (reader, actor) => (await pollsFor(reader, actor)).flatMap(waitingIn),
  changes: async (reader, actor, since) =>
    (await pollsFor(reader, actor)).flatMap((poll): ChangeItem[] =>
      poll.countedAt !== null && poll.countedAt >= startOf(since)
        ? [
            {
              sentence: `${poll.bodyName} đã kiểm phiếu “${poll.title}”`,
              href: `/bo-phieu/${poll.id}/ket-qua`,
              at: poll.countedAt,
            },
          ]
        : [],
    ),
};

const pollsFor = (reader: Reader, actor: Actor): Promise<PollLine[]> =>
  actor.person === null ? Promise.resolve([]) : pollsOfPerson(reader, actor.person, MOST_LOOKED_AT);

function waitingIn(poll: PollLine): WaitingItem[] {
  const common = { note: poll.title, from: poll.bodyName, deadline: null };
  const vote =
    poll.state === "voting" && poll.waitsForVote
      ? [{ ...common, title: "Bỏ phiếu", href: `/bo-phieu/${poll.id}` }]
      : [];
  const count =
    poll.state === "closed" && poll.counts
      ? [{ ...common, title: "Kiểm phiếu", href: `/bo-phieu/${poll.id}/to-kiem-phieu` }]
      : [];
  const lock =
    poll.state === "prepared" && poll.waitsForLock
      ? [
          {
            ...common,
            title: "Đặt cụm mật khẩu giữ khóa hòm phiếu",
            href: `/bo-phieu/${poll.id}/to-kiem-phieu`,
          },
        ]
      : [];
  return [...lock, ...vote, ...count];
}
