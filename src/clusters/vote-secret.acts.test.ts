import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  actorNamed,
  buildCluster,
  type ClusterWorld,
  type Name,
  openedYear,
  publishedYear,
  sure,
} from "../../test/clusters-world.ts";
import { world } from "../../test/world.ts";
import { castPlain } from "../ballots/cast.acts.ts";
import { closePoll, countPoll } from "../ballots/counting.acts.ts";
import { abandonPoll } from "../ballots/holding.acts.ts";
import { lockShare, openPoll } from "../ballots/opening.acts.ts";
import { pollOf } from "../ballots/poll.store.ts";
import { newOwnCode } from "../ballots/tracking.cipher.ts";
import { act } from "../platform/act.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { clusterOffers } from "./clusters.offers.ts";
import { clusterPages } from "./clusters.part.ts";
import { holdVote, settleVote } from "./vote.acts.ts";
import { clusterNominationsOf, votesOf } from "./vote.store.ts";

const here = world();
const meeting = new Date("2021-12-10T03:00:00Z");
const passphrases = { secondOfficer: "mưa rơi trên mái ngói", thirdOfficer: "trăng sáng ngoài hiên nhà" };
let cluster: ClusterWorld;
let year: number;

beforeEach(async () => {
  cluster = await buildCluster(here);
  ({ year } = await openedYear(cluster));
  await publishedYear(cluster, year);
});

const at = (name: Name) => actorNamed(cluster, name, meeting);

async function held(): Promise<{ vote: number; poll: number }> {
  const { units, people } = cluster;
  const input = {
    ...({ yearId: year, purpose: "leading", metOn: day("2021-12-10"), place: "Hà Nội" } as const),
    ...{ chair: people.clusterHead, secretary: people.firstOfficer, opinions: null },
    tellers: [people.secondOfficer, people.thirdOfficer],
    ...{ candidates: [units.first, units.second], present: [units.first, units.second, units.third] },
  };
  const vote = sure(await holdVote(await at("clusterHead"), input));
  return { vote, poll: (await votesOf(reader(), year)).find(({ id }) => id === vote)!.poll };
}

async function opened(poll: number): Promise<void> {
  for (const teller of ["secondOfficer", "thirdOfficer"] as const)
    sure(await lockShare(await at(teller), { pollId: poll, passphrase: passphrases[teller] }));
  sure(await openPoll(await at("firstOfficer"), { pollId: poll }));
}

/** Each head votes for one unit. */
async function cast(poll: number, choices: Readonly<Partial<Record<Name, number>>>): Promise<void> {
  const [question] = (await pollOf(reader(), poll))!.questions;
  for (const [name, unit] of Object.entries(choices)) {
    const picked = question!.nominees.filter(({ key }) => key === `${unit}`).map(({ ordinal }) => ordinal);
    const answers = [{ question: 1, choice: { kind: "choose", chosen: picked } as const }];
    sure(await castPlain(await at(name as Name), { pollId: poll, ownCode: newOwnCode(), answers }));
  }
}

async function counted(poll: number): Promise<void> {
  sure(await closePoll(await at("firstOfficer"), { pollId: poll }));
  const opening = {
    passphrases: (["secondOfficer", "thirdOfficer"] as const).map((name) => ({
      ...{ person: cluster.people[name], passphrase: passphrases[name] },
    })),
    recovery: null,
  };
  sure(await countPoll(await at("secondOfficer"), { pollId: poll, opening }));
  sure(await settleVote(await at("secondOfficer"), { poll }));
}

const putForward = async () =>
  (await clusterNominationsOf(reader(), { scoring: year })).map(({ unit, votes, base, needed }) => [
    ...[unit, votes, base, needed],
  ]);

test("a secret ballot opens by both tellers, is cast by each head, counted, and its unit put forward", async () => {
  const { units } = cluster;
  const { vote, poll } = await held();
  expect((await pollOf(reader(), poll))!.mode).toBe("secret");
  const teller = browse([clusterPages({ offers: [clusterOffers] })], await at("secondOfficer"));
  const prepared = await teller.get(`/cum-thi-dua/nam/${year}/suy-ton`);
  expect(prepared.html).toContain("Chờ tổ kiểm phiếu mở");
  expect(prepared.html).toContain(`href="/bo-phieu/${poll}/to-kiem-phieu"`);
  await opened(poll);
  await cast(poll, { firstHead: units.second, secondHead: units.second, thirdHead: units.first });
  expect(await putForward()).toEqual([]);
  await counted(poll);
  expect(await putForward()).toEqual([[units.second, 2, 3, 2]]);
  const member = browse([clusterPages({ offers: [clusterOffers] })], await at("thirdOfficer"));
  const page = await member.get(`/cum-thi-dua/nam/${year}/suy-ton`);
  expect([page.status, page.html.includes("2/3 phiếu, cần 2")]).toEqual([200, true]);
  const paths = ["docx", "pdf"].map((kind) => `/cum-thi-dua/nam/${year}/suy-ton/${vote}/bien-ban.${kind}`);
  for (const path of paths) expect((await member.get(path)).status).toBe(200);
});

test("before it is counted the cluster's pages say the same whatever was voted, and there are no minutes", async () => {
  const { units } = cluster;
  const { vote, poll } = await held();
  await opened(poll);
  const member = browse([clusterPages({ offers: [clusterOffers] })], await at("clusterHead"));
  const page = async () =>
    (await member.get(`/cum-thi-dua/nam/${year}/suy-ton`)).html.replace(/name="key" value="[^"]*"/g, "");
  const before = await page();
  await cast(poll, { firstHead: units.first, secondHead: units.second });
  expect(await page()).toBe(before);
  expect((await member.get(`/cum-thi-dua/nam/${year}/suy-ton/${vote}/bien-ban.docx`)).status).toBe(404);
});

test("a vote that was stopped may be held anew", async () => {
  const { poll } = await held();
  await opened(poll);
  const chair = await at("clusterHead");
  sure(
    await act({ name: "test.stop", run: (work, reason: string) => abandonPoll(work, { poll, reason }) })(
      chair,
      "Mất điện",
    ),
  );
  sure(await settleVote(chair, { poll }));
  expect((await votesOf(reader(), year)).map(({ state }) => state)).toEqual(["abandoned"]);
  await held();
  expect((await votesOf(reader(), year)).map(({ round, state }) => [round, state])).toEqual([
    [1, "abandoned"],
    [2, "open"],
  ]);
});

test("nobody has the votes it takes: the cluster votes once more, and only then", async () => {
  const { units } = cluster;
  await here.arrange((tx) =>
    sql`update cluster_year set vote_threshold = 10000 where id = ${year}`.execute(tx),
  );
  const first = await held();
  await opened(first.poll);
  await cast(first.poll, { firstHead: units.first, secondHead: units.second, thirdHead: units.second });
  await counted(first.poll);
  expect(await putForward()).toEqual([]);
  const second = await held();
  expect((await votesOf(reader(), year)).map(({ round }) => round)).toEqual([1, 2]);
  await opened(second.poll);
  await cast(second.poll, { firstHead: units.second, secondHead: units.second, thirdHead: units.second });
  await counted(second.poll);
  expect(await putForward()).toEqual([[units.second, 3, 3, 3]]);
  await expect(held()).rejects.toThrow("vote-already-there");
});
