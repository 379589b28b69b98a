import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import { mostOn } from "./holding.ts";
import type { Poll, PollDraft, Threshold, VoterDraft } from "./poll.ts";

guard("nobody_stands_twice_on_a_roll", movedOn("voter-twice", "Người này đã có trong danh sách bỏ phiếu."));
guard(
  "a_unit_has_one_vote",
  refuse("unit-twice", "Mỗi đơn vị chỉ có một phiếu; đơn vị này đã có người bỏ phiếu."),
);

export type PollEventKind =
  | "created"
  | "opened"
  | "closed"
  | "counted"
  | "abandoned"
  | "moved-to-paper"
  | "nominee-withdrawn"
  | "voter-admitted"
  | "voter-ended"
  | "conflict-noted";

/** Writes a vote as drafted; thresholds stand frozen beside their questions. */
export async function saveNewPoll(
  tx: Tx,
  draft: PollDraft,
  mark: string,
  thresholds: readonly (Threshold | null)[],
): Promise<number> {
  const { id } = await tx
    .insertInto("poll")
    .values({
      mark,
      ...draft.origin,
      title: draft.title,
      body: draft.body.unit,
      body_name: draft.body.name,
      superior: draft.body.superior,
      place: draft.body.place,
      mode: draft.mode,
      members: draft.members,
      on_day: draft.on,
      round: draft.round,
      repeats: draft.repeats,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("poll_question")
    .values(
      draft.questions.map((question, at) => ({
        poll: id,
        ordinal: at + 1,
        kind: question.kind,
        title: question.title,
        pick: mostOn(question),
        seats: question.kind === "approve" ? 1 : question.seats,
        points: sql<number[]>`${question.kind === "rank" ? [...question.points] : []}::int[]`,
        threshold: thresholds[at] ? JSON.stringify(thresholds[at]) : null,
      })),
    )
    .execute();
  await tx
    .insertInto("poll_nominee")
    .values(
      draft.questions.flatMap((question, at) =>
        (question.kind === "approve" ? [question.nominee] : question.nominees).map((nominee, place) => ({
          poll: id,
          question: at + 1,
          ordinal: place + 1,
          name: nominee.name,
          note: nominee.note,
          key: nominee.key,
          person: nominee.person ?? null,
        })),
      ),
    )
    .execute();
  for (const [at, voter] of draft.roll.entries()) await saveVoter(tx, id, at + 1, voter);
  await tx
    .insertInto("poll_officer")
    .values(
      draft.officers.map((officer, at) => ({
        poll: id,
        ordinal: at + 1,
        person: officer.person,
        name: officer.name,
        post: officer.post,
        role: officer.role,
        holds_share: officer.holdsShare,
      })),
    )
    .execute();
  return id;
}

export async function saveVoter(tx: Tx, poll: number, ordinal: number, voter: VoterDraft): Promise<void> {
  await tx
    .insertInto("poll_voter")
    .values({
      poll,
      ordinal,
      person: voter.person,
      name: voter.name,
      post: voter.post,
      unit: voter.unit,
      way: voter.way,
      excluded: JSON.stringify(voter.excluded),
    })
    .execute();
}

export async function saveVoterEnd(tx: Tx, poll: number, person: number, reason: string): Promise<void> {
  await tx
    .updateTable("poll_voter")
    .set({ ended: reason })
    .where("poll", "=", poll)
    .where("person", "=", person)
    .execute();
}

/** One more question closed to a voter who has not voted. */
export async function saveExclusion(tx: Tx, poll: number, person: number, excluded: VoterDraft["excluded"]) {
  await tx
    .updateTable("poll_voter")
    .set({ excluded: JSON.stringify(excluded) })
    .where("poll", "=", poll)
    .where("person", "=", person)
    .execute();
}

export async function saveWithdrawal(
  tx: Tx,
  nominee: { readonly poll: number; readonly question: number; readonly ordinal: number },
  reason: string,
): Promise<void> {
  await tx
    .updateTable("poll_nominee")
    .set({ withdrawn: reason })
    .where("poll", "=", nominee.poll)
    .where("question", "=", nominee.question)
    .where("ordinal", "=", nominee.ordinal)
    .execute();
}

/** What changed in the vote's own row. */
interface PollChange {
  readonly state?: Poll["state"];
  readonly papers?: Poll["papers"];
  readonly public_key?: Buffer;
  readonly opened_at?: Instant;
  readonly closed_at?: Instant;
  readonly counted_at?: Instant;
}

export async function savePollChange(tx: Tx, poll: number, change: PollChange): Promise<void> {
  await tx.updateTable("poll").set(change).where("id", "=", poll).execute();
}

/** Writes what happened to a vote; never anything of a ballot. */
export async function savePollEvent(
  tx: Tx,
  poll: number,
  kind: PollEventKind,
  actor: Actor,
  remarks: string | null = null,
): Promise<void> {
  await tx
    .insertInto("poll_event")
    .values({
      poll,
      kind,
      at: actor.at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      remarks,
    })
    .execute();
}
