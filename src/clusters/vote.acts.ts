import { createPoll } from "../ballots/holding.acts.ts";
import { pollOf, resultOf } from "../ballots/poll.store.ts";
import { secondRound } from "../ballots/second-round.ts";
import { findUnit } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { stagedFile } from "../platform/files.ts";
import { any, isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { publishedResults } from "./results.store.ts";
import { leadsCluster, maySteer, writesFor } from "./score.may.ts";
import { loadYearSeen } from "./scoring-year.acts.ts";
import {
  clusterNominationsOf,
  endVote,
  peopleToServe,
  saveNomination,
  saveVote,
  saveVoter,
  voteOfPoll,
  votersOf,
  votesOf,
} from "./vote.store.ts";
import {
  type ClusterVote,
  draftVote,
  noteOf,
  outcomeOf,
  refuseMeeting,
  refuseVote,
  type VoteOfficer,
  type VotePurpose,
} from "./vote.ts";
import type { WholeYear } from "./whole-sheet.store.ts";
import { wholeYear } from "./whole-sheet.store.ts";

interface VoteInput {
  readonly yearId: number;
  readonly purpose: VotePurpose;
  readonly metOn: Day;
  readonly place: string;
  readonly chair: number;
  readonly secretary: number;
  readonly tellers: readonly number[];
  readonly candidates: readonly number[];
  readonly present: readonly number[];
  readonly opinions: string | null;
}

/** Holds the vote, or prepares it: the cluster's head or deputy, or the standing body. */
async function loadToHold(work: Work, yearId: number): Promise<WholeYear | Refusal> {
  const whole = await loadYearSeen(work, yearId);
  if (isRefusal(whole)) return whole;
  const allowed = any(leadsCluster(work.actor, whole.seen), maySteer(work.actor, whole.seen));
  return isRefusal(allowed) ? allowed : (refuseVote(whole.scoring) ?? whole);
}

const listedUnits = ({ members }: WholeYear): number[] =>
  members.filter(({ listed, endedOn }) => listed && endedOn === null).map(({ unit }) => unit);

export const holdVote = act({
  name: "cluster-vote.hold",
  async run(work, input: VoteInput): Promise<number | Refusal> {
    const whole = await loadToHold(work, input.yearId);
    if (isRefusal(whole)) return whole;
    const before = (await votesOf(work.tx, whole.scoring.id)).filter(
      ({ purpose }) => purpose === input.purpose,
    );
    const closed = refuseMeeting(whole.scoring, input.metOn) ?? (await refuseAgain(work, whole, before));
    if (closed) return closed;
    const plan = await planOf(work, whole, input, before);
    if (isRefusal(plan)) return plan;
    const founder = await findUnit(work.tx, whole.scoring.founder, work.day);
    const subject = `year-${whole.scoring.id}/${input.purpose}`;
    const facts = { members: listedUnits(whole).length, superior: founder?.name ?? null, voteId: subject };
    const draft = draftVote(whole.scoring, plan, facts);
    if (isRefusal(draft)) return draft;
    const poll = await createPoll(work, draft);
    if (isRefusal(poll)) return poll;
    const vote = {
      ...{ scoring: whole.scoring.id, purpose: input.purpose, round: plan.round, poll, metOn: input.metOn },
      ...{
        place: input.place,
        chair: plan.chair.person,
        chairTitle: plan.chair.post,
        secretary: plan.secretary.person,
      },
      ...{ present: plan.present.length, opinions: input.opinions },
    };
    const id = await saveVote(work.tx, vote, work.actor.name, work.at);
    work.record("cluster-vote.held", id, { poll, purpose: input.purpose });
    return id;
  },
});

/** A purpose is voted on again only when the vote before was stopped, or nobody had the votes it takes. */
async function refuseAgain(
  work: Work,
  { scoring }: WholeYear,
  before: readonly ClusterVote[],
): Promise<Refusal | null> {
  const last = before.at(-1);
  if (last?.state === "open")
    return movedOn("vote-already-there", "Nội dung này đang suy tôn; hãy kết thúc cuộc đó trước.");
  const settled = (await clusterNominationsOf(work.tx, { scoring: scoring.id })).some(
    ({ purpose }) => purpose === last?.purpose,
  );
  if (settled) return movedOn("vote-already-there", "Nội dung này cụm đã suy tôn xong.");
  const result = last && (await resultOf(work.tx, last.poll));
  return result && outcomeOf(scoring, result, await totalsOf(work, scoring.id)).kind === "tied"
    ? movedOn("tie-goes-by-rules", "Các đơn vị đang bằng phiếu: xử lý theo quy chế của cụm ở trang Suy tôn.")
    : null;
}

const totalsOf = async (work: Work, scoring: number): Promise<ReadonlyMap<number, number>> =>
  new Map((await publishedResults(work.tx, scoring)).map(({ unit, total }) => [unit, total]));

async function planOf(work: Work, whole: WholeYear, input: VoteInput, before: readonly ClusterVote[]) {
  const units = listedUnits(whole);
  const voters = await votersOf(work.tx, whole.scoring.id, units, input.metOn);
  const people = await peopleToServe(work.tx, [...units, whole.scoring.cluster], work.day);
  const byPerson = new Map<number, VoteOfficer>([
    ...people.map((one) => [one.person, one] as const),
    ...voters.map(
      ({ person, name, post, unitName }) => [person, { person, name, post: `${post}, ${unitName}` }] as const,
    ),
  ]);
  const named = [input.chair, input.secretary, ...input.tellers].map((person) => byPerson.get(person));
  if (named.some((one) => one === undefined))
    return refuse("officer-from-outside", "Chủ trì, thư ký, tổ kiểm phiếu là người của đơn vị thành viên.", {
      field: "secretary",
    });
  const results = await publishedResults(work.tx, whole.scoring.id);
  const [chair, secretary, ...tellers] = named as VoteOfficer[];
  return {
    ...{ purpose: input.purpose, round: before.length + 1, repeats: before.at(-1)?.poll ?? null },
    ...{ metOn: input.metOn, place: input.place, tellers },
    ...{ chair: chair!, secretary: secretary! },
    candidates: whole.members
      .filter(({ unit }) => input.candidates.includes(unit) && units.includes(unit))
      .map(({ unit, name }) => ({
        unit,
        name,
        note: noteOf(results.find((result) => result.unit === unit)),
      })),
    present: voters.filter(({ unit }) => input.present.includes(unit)),
  };
}

/** The count is there: who has it is put forward; a tie goes as the cluster's rules say. */
export const settleVote = act({
  name: "cluster-vote.settle",
  async run(work, input: { poll: number }): Promise<number | Refusal> {
    const vote = await voteOfPoll(work.tx, input.poll);
    if (vote?.state !== "open") return vote?.id ?? 0;
    const result = await resultOf(work.tx, input.poll);
    const poll = await pollOf(work.tx, input.poll);
    const whole = await wholeYear(work.tx, vote.scoring, work.day);
    await endVote(work.tx, vote.id, poll?.state === "abandoned" ? "abandoned" : "counted", work.at);
    if (!result || !whole) return vote.id;
    const outcome = outcomeOf(whole.scoring, result, await totalsOf(work, vote.scoring));
    if (outcome.kind === "put-forward")
      await putForward(work, whole, vote, { ...outcome, base: result.members });
    work.record("cluster-vote.settled", vote.id, { outcome: outcome.kind });
    return vote.id;
  },
});

async function putForward(
  work: Work,
  whole: WholeYear,
  vote: ClusterVote,
  counted: { unit: number; votes: number; needed: number; base: number },
): Promise<void> {
  const unitName = whole.members.find(({ unit }) => unit === counted.unit)?.name ?? "";
  await saveNomination(
    work.tx,
    { ...counted, scoring: vote.scoring, vote: vote.id, purpose: vote.purpose, unitName },
    work.at,
  );
  work.record("cluster.unit-put-forward", whole.scoring.cluster, {
    ...{ year: whole.scoring.year, unit: counted.unit, purpose: vote.purpose, votes: counted.votes },
  });
}

/** Votes once more among those who stood even. */
export const holdSecondRound = act({
  name: "cluster-vote.second-round",
  async run(work, input: { yearId: number; voteId: number }): Promise<number | Refusal> {
    const whole = await loadToHold(work, input.yearId);
    if (isRefusal(whole)) return whole;
    const all = await votesOf(work.tx, whole.scoring.id);
    const vote = all.find(({ id }) => id === input.voteId);
    if (!vote) return refuse("no-such-vote", "Không có cuộc suy tôn này.", { kind: "may-not" });
    if (all.some((other) => other.purpose === vote.purpose && other.round > vote.round))
      return movedOn("vote-already-there", "Vòng sau đã được tổ chức.");
    const [poll, result] = [await pollOf(work.tx, vote.poll), await resultOf(work.tx, vote.poll)];
    const tied =
      result && outcomeOf(whole.scoring, result, await totalsOf(work, vote.scoring)).kind === "tied";
    const draft = poll && result && tied ? secondRound(poll, result) : null;
    if (!draft) return movedOn("no-tie", "Không có đơn vị bằng phiếu để bầu lại.");
    const again = await createPoll(work, { ...draft, on: work.day });
    if (isRefusal(again)) return again;
    const next = { ...vote, round: vote.round + 1, poll: again, metOn: work.day, opinions: null };
    const id = await saveVote(work.tx, next, work.actor.name, work.at);
    work.record("cluster-vote.held", id, { poll: again, purpose: vote.purpose });
    return id;
  },
});

/** Where the rules leave a tie to the cluster's head, the head names one of those who stand even. */
export const decideTie = act({
  name: "cluster-vote.decide-tie",
  async run(work, input: { yearId: number; voteId: number; unit: number }): Promise<number | Refusal> {
    const whole = await loadToHold(work, input.yearId);
    if (isRefusal(whole)) return whole;
    const head = leadsCluster(work.actor, whole.seen);
    if (isRefusal(head)) return head;
    const vote = (await votesOf(work.tx, whole.scoring.id)).find(({ id }) => id === input.voteId);
    const result = vote && (await resultOf(work.tx, vote.poll));
    const outcome = result ? outcomeOf(whole.scoring, result, new Map()) : null;
    if (!vote || !result || outcome?.kind !== "tied" || whole.scoring.voting.ties !== "head-decides")
      return movedOn("no-tie", "Không có đơn vị bằng phiếu để Trưởng cụm quyết định.");
    const chosen = result.questions[0]?.nominees.find(({ key }) => key === `${input.unit}`);
    if (!outcome.units.includes(input.unit) || !chosen)
      return refuse("not-among-tied", "Hãy chọn một trong các đơn vị bằng phiếu.", { field: "unit" });
    const needed = result.questions[0]?.threshold?.needed ?? 0;
    await putForward(work, whole, vote, {
      unit: input.unit,
      votes: chosen.yes,
      needed,
      base: result.members,
    });
    return vote.id;
  },
});

/** Somebody is authorised in writing to vote for a member unit: by the unit itself, or typed by the standing body. */
export const authoriseVoter = act({
  name: "cluster-vote.authorise",
  async run(
    work,
    input: {
      yearId: number;
      unit: number;
      person: number;
      paperSymbol: string;
      paperDay: Day;
      file: string | null;
    },
  ): Promise<number | Refusal> {
    const whole = await loadYearSeen(work, input.yearId);
    if (isRefusal(whole)) return whole;
    const allowed = any(writesFor(work.actor, input.unit), maySteer(work.actor, whole.seen));
    if (isRefusal(allowed)) return allowed;
    if (!listedUnits(whole).includes(input.unit))
      return refuse("not-a-member", "Đơn vị không có trong danh sách thành viên của cụm năm này.", {
        field: "unit",
      });
    const people = await peopleToServe(work.tx, [input.unit], work.day);
    if (!people.some(({ person }) => person === input.person))
      return refuse("not-of-the-unit", "Hãy chọn người của chính đơn vị ủy quyền.", { field: "person" });
    if (input.paperDay > work.day)
      return refuse("paper-in-the-future", "Ngày của giấy ủy quyền chưa đến.", { field: "paperDay" });
    const staged =
      input.file === null ? null : await stagedFile(work.tx, work.actor.account ?? "", input.file, work.at);
    const voter = {
      ...input,
      scoring: whole.scoring.id,
      file: staged?.hash ?? null,
      fileName: staged?.name ?? null,
    };
    const id = await saveVoter(work.tx, voter, work.actor.name, work.at);
    work.record("cluster-vote.voter-authorised", id, { unit: input.unit, person: input.person });
    return id;
  },
});
