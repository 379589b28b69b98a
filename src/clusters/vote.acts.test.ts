import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import {
  actorNamed,
  buildCluster,
  type ClusterWorld,
  openedYear,
  publishedYear,
  sure,
} from "../../test/clusters-world.ts";
import { world } from "../../test/world.ts";
import { closePoll, countPoll } from "../ballots/counting.acts.ts";
import { openPoll } from "../ballots/opening.acts.ts";
import { enterPapers } from "../ballots/paper.acts.ts";
import { pollOf } from "../ballots/poll.store.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { authoriseVoter, decideTie, holdSecondRound, holdVote, settleVote } from "./vote.acts.ts";
import { clusterNominationsOf, votersOf, votesOf } from "./vote.store.ts";

const here = world();
const meeting = new Date("2021-12-10T03:00:00Z");
let cluster: ClusterWorld;
let year: number;

beforeEach(async () => {
  cluster = await buildCluster(here);
  ({ year } = await openedYear(cluster));
  await here.arrange((tx) =>
    sql`update cluster_year set vote_method = 'hands' where id = ${year}`.execute(tx),
  );
});

const rule = (ties: string) =>
  here.arrange((tx) => sql`update cluster_year set vote_ties = ${ties} where id = ${year}`.execute(tx));

/** First 18 points, second 17, third 16: published. */
const published = () => publishedYear(cluster, year);

const asked = () => {
  const { units, people } = cluster;
  return {
    ...({
      yearId: year,
      purpose: "leading",
      metOn: day("2021-12-10"),
      place: "Hà Nội",
      opinions: null,
    } as const),
    ...{
      chair: people.firstHead,
      secretary: people.firstOfficer,
      tellers: [people.secondOfficer, people.thirdOfficer],
    },
    ...{ candidates: [units.first, units.second], present: [units.first, units.second, units.third] },
  };
};

const head = () => actorNamed(cluster, "clusterHead", meeting);

async function counted(vote: number, ...yes: readonly number[]): Promise<void> {
  const { poll } = (await votesOf(reader(), year)).find(({ id }) => id === vote)!;
  const teller = await actorNamed(cluster, "secondOfficer", meeting);
  sure(await openPoll(teller, { pollId: poll }));
  sure(await closePoll(teller, { pollId: poll }));
  const valid = yes.reduce((sum, one) => sum + one, 0);
  const nominees = yes.map((one) => ({ yes: one, no: 0, blank: 0, places: [] }));
  sure(
    await enterPapers(teller, {
      pollId: poll,
      counts: [{ issued: 3, returned: 3, valid, invalid: 3 - valid, nominees }],
    }),
  );
  sure(await countPoll(teller, { pollId: poll, opening: { passphrases: [], recovery: null } }));
  sure(await settleVote(teller, { poll }));
}

const putForward = async () =>
  (await clusterNominationsOf(reader(), { scoring: year })).map(({ unit, votes, base, needed }) => [
    unit,
    votes,
    base,
    needed,
  ]);

describe("who votes", () => {
  test("each member's head, or somebody authorised in writing in the head's place", async () => {
    const { units, people } = cluster;
    const all = [units.first, units.second, units.third];
    const voters = async () =>
      (await votersOf(reader(), year, all, day("2021-12-10"))).map(({ unit, person, authority }) => [
        unit,
        person,
        authority,
      ]);
    const thirdHead = [units.third, people.thirdHead, "head"];
    expect(await voters()).toEqual([
      thirdHead,
      [units.second, people.secondHead, "head"],
      [units.first, people.firstHead, "head"],
    ]);
    const paper = { paperSymbol: "5/GUQ", paperDay: day("2021-12-09"), file: null };
    const officer = await actorNamed(cluster, "secondOfficer", meeting);
    const given = { ...paper, yearId: year, unit: units.second, person: people.secondOfficer };
    expect(await authoriseVoter(officer, { ...given, unit: units.third })).toMatchObject({ kind: "may-not" });
    expect(await authoriseVoter(officer, { ...given, paperDay: day("2021-12-11") })).toMatchObject({
      refusal: "paper-in-the-future",
    });
    for (const person of [people.firstHead, 999_999])
      expect(await authoriseVoter(officer, { ...given, person })).toMatchObject({
        refusal: "not-of-the-unit",
      });
    sure(await authoriseVoter(officer, given));
    expect((await voters())[1]).toEqual([units.second, people.secondOfficer, "authorised"]);
  });
});

describe("holding a vote", () => {
  test("only once results are published, by the cluster's head or the standing body", async () => {
    expect(await holdVote(await head(), asked())).toMatchObject({ refusal: "not-published" });
    await published();
    expect(await holdVote(await actorNamed(cluster, "secondHead", meeting), asked())).toMatchObject({
      kind: "may-not",
    });
    expect(await holdVote(await actorNamed(cluster, "strangerOfficer", meeting), asked())).toMatchObject({
      refusal: "no-such-year",
    });
    sure(await holdVote(await head(), asked()));
    expect(await holdVote(await head(), asked())).toMatchObject({ refusal: "vote-already-there" });
  });

  test.each([
    ["half of the members", () => ({ present: [cluster.units.first] }), "no-quorum"],
    ["a day before scoring", () => ({ metOn: day("2021-10-31") }), "met-before-scoring"],
    ["nobody to vote for", () => ({ candidates: [] }), "no-candidates"],
    [
      "one teller twice",
      () => ({ tellers: [cluster.people.secondOfficer, cluster.people.secondOfficer] }),
      "too-few-tellers",
    ],
    ["a chair who counts", () => ({ chair: cluster.people.secondOfficer }), "officer-twice"],
    [
      "a secretary from outside",
      () => ({ secretary: cluster.people.strangerOfficer }),
      "officer-from-outside",
    ],
  ])("not with %s", async (_name, given, refusal) => {
    await published();
    expect(await holdVote(await head(), { ...asked(), ...given() })).toMatchObject({ refusal });
  });

  test("the roll has one vote for each member present", async () => {
    await published();
    sure(await holdVote(await head(), asked()));
    const [vote] = await votesOf(reader(), year);
    const poll = (await pollOf(reader(), vote!.poll))!;
    const { units, people } = cluster;
    expect(poll.roll.map(({ unit, person }) => [unit, person])).toEqual([
      [units.third, people.thirdHead],
      [units.second, people.secondHead],
      [units.first, people.firstHead],
    ]);
  });
});

describe("what the count comes to", () => {
  beforeEach(published);

  test("who has the votes is put forward, once", async () => {
    const vote = sure(await holdVote(await head(), asked()));
    // The paper names the units by the alphabet: Vụ Hai before Vụ Một.
    await counted(vote, 1, 2);
    expect(await putForward()).toEqual([[cluster.units.first, 2, 3, 2]]);
    const { poll } = (await votesOf(reader(), year))[0]!;
    sure(await settleVote(await head(), { poll }));
    expect(await putForward()).toHaveLength(1);
  });

  test("too few votes put nobody forward", async () => {
    await counted(sure(await holdVote(await head(), asked())), 1, 0);
    expect(await putForward()).toEqual([]);
  });
});

describe("a tie goes as the cluster's rules say", () => {
  const half = () =>
    here.arrange((tx) => sql`update cluster_year set vote_threshold = 100 where id = ${year}`.execute(tx));
  beforeEach(half);

  test("to the unit with more points", async () => {
    await rule("higher-score");
    await published();
    await counted(sure(await holdVote(await head(), asked())), 1, 1);
    expect(await putForward()).toEqual([[cluster.units.first, 1, 3, 1]]);
  });

  test("to the cluster's head, who names one of the tied", async () => {
    await rule("head-decides");
    await published();
    const vote = sure(await holdVote(await head(), asked()));
    await counted(vote, 1, 1);
    const choice = { yearId: year, voteId: vote };
    expect(await putForward()).toEqual([]);
    expect(
      await decideTie(await actorNamed(cluster, "standing", meeting), {
        ...choice,
        unit: cluster.units.second,
      }),
    ).toMatchObject({ kind: "may-not" });
    expect(await decideTie(await head(), { ...choice, unit: cluster.units.third })).toMatchObject({
      refusal: "not-among-tied",
    });
    sure(await decideTie(await head(), { ...choice, unit: cluster.units.second }));
    expect(await putForward()).toEqual([[cluster.units.second, 1, 3, 1]]);
  });

  test("to a second round among the tied", async () => {
    await published();
    const vote = sure(await holdVote(await head(), asked()));
    await counted(vote, 1, 1);
    const again = sure(await holdSecondRound(await head(), { yearId: year, voteId: vote }));
    expect(await holdSecondRound(await head(), { yearId: year, voteId: vote })).toMatchObject({
      refusal: "vote-already-there",
    });
    await counted(again, 2, 1);
    expect(await putForward()).toEqual([[cluster.units.second, 2, 3, 1]]);
  });
});
