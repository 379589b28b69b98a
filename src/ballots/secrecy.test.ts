import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  answers,
  aPoll,
  aPollDraft,
  bothPassphrases,
  counted,
  firstTeller,
  type Member,
  members,
  opened,
  secretary,
  sure,
  votes,
} from "../../test/ballots-world.ts";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { parts } from "../parts.ts";
import { systemActor } from "../platform/actor.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { ballotsOffers } from "./ballots.offers.ts";
import { votingPages } from "./ballots.part.ts";
import { destroyBoxOf } from "./box.acts.ts";
import { closePoll, countPoll } from "./counting.acts.ts";
import { pollOf, resultOf } from "./poll.store.ts";

const small = world();
let ministry: SmallMinistry;

beforeAll(async () => {
  ministry = await buildMinistry(small);
});

/** Looks as the owner of the database, who sees what the program's role may not. */
async function asOwner<Answer>(look: (owner: pg.Client) => Promise<Answer>): Promise<Answer> {
  const owner = new pg.Client({ connectionString: small.ownerUrl });
  await owner.connect();
  try {
    return await look(owner);
  } finally {
    await owner.end();
  }
}

const asked = <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> =>
  asOwner(async (owner) => (await owner.query(statement, [...values])).rows as Row[]);

const voters = members.slice(0, 5);

/** Who says yes and who says no to the first question; the second the other way round. */
async function session(yes: readonly Member[]): Promise<number> {
  const pollId = await aPoll(ministry);
  await opened(ministry, pollId);
  for (const who of voters) {
    const first = yes.includes(who) ? "yes" : "no";
    const second = first === "yes" ? "no" : "yes";
    await votes(ministry, pollId, who, answers(aPollDraft(ministry).questions, [first, second]));
  }
  return pollId;
}

const opening = () => ({ passphrases: bothPassphrases(ministry), recovery: null });

/** What differs between any two sessions whatever was voted: numbers, marks, keys, codes, clocks. */
const plain = (text: string, pollId: number, mark: string): string =>
  text
    .replaceAll(`/bo-phieu/${pollId}`, "/bo-phieu/N")
    .replaceAll(mark, "MARK")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "KEY")
    .replace(/SHA-256 [0-9a-f]{64}/g, "SHA-256 …")
    .replace(/publicKey&quot;:&quot;[^&]*/g, "publicKey")
    .replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g, "CODE");

const watchers = ["minister", "standing", "inspector", "executor"] as const;
const addresses = [
  "",
  "/to-kiem-phieu",
  "/phieu-giay",
  "/ket-qua",
  "/bien-ban.docx",
  "/bien-ban.pdf",
  "/xuat",
  "/kiem-tra",
];

/** Everything somebody can ask for, before and after closing, up to the count. */
async function everythingSeen(pollId: number): Promise<string[]> {
  const { mark } = (await pollOf(reader(), pollId))!;
  const seen: string[] = [];
  for (const who of watchers) {
    const actor = await as(ministry, who);
    const browser = browse([votingPages()], actor);
    for (const address of addresses) {
      const { status, location, html } = await browser.get(`/bo-phieu/${pollId}${address}`);
      seen.push(`${who} ${address} ${status} ${location} ${html}`);
    }
    for (const part of parts) {
      const waiting = (await part.offers?.waiting?.(reader(), actor)) ?? [];
      const changes = (await part.offers?.changes?.(reader(), actor, day("2021-01-01"))) ?? [];
      const ofThis = [...waiting, ...changes].filter(({ href }) => isOfNoOther(href, pollId));
      seen.push(`${who} ${part.stage} ${JSON.stringify(ofThis)}`);
    }
  }
  seen.push(JSON.stringify(await resultOf(reader(), pollId)));
  return seen.map((line) => plain(line, pollId, mark));
}

/** Votes of other cases stand in the same database. */
const isOfNoOther = (href: string, pollId: number): boolean =>
  !href.startsWith("/bo-phieu/") || href.split("/")[2] === `${pollId}`;

describe("the same session with the votes exchanged", () => {
  test("looks the same to everybody until it is counted, while it is held and after it is closed", async () => {
    const polls: number[] = [];
    const seen: { held: string[]; closed: string[] }[] = [];
    for (const yes of [voters.slice(0, 2), voters.slice(2)]) {
      const pollId = await session(yes);
      const held = await everythingSeen(pollId);
      sure(await closePoll(await as(ministry, secretary), { pollId }));
      seen.push({ held, closed: await everythingSeen(pollId) });
      polls.push(pollId);
    }
    const [first, second] = seen;
    expect(first!.held.join()).toContain("Bạn đã bỏ phiếu");
    expect(differing(first!.held, second!.held)).toEqual([]);
    expect(differing(first!.closed, second!.closed)).toEqual([]);
    const results: string[][] = [];
    for (const pollId of polls) {
      sure(await countPoll(await as(ministry, firstTeller), { pollId, opening: opening() }));
      results.push(await everythingSeen(pollId));
    }
    // What is looked at does show the votes, once they are counted.
    expect(differing(results[0]!, results[1]!).length).toBeGreaterThan(5);
    expect(readdirSync(join(small.folder, "outbox"))).toEqual([]);
  }, 120_000);
});

/** Lines that are not equal, cut short. */
const differing = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((line, at) => (line === right[at] ? [] : [line.slice(0, 60)]));

type Dump = Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;

/** Every table of the database with its physical columns, as whoever holds a dump would have it and more. */
const dump = (): Promise<Dump> =>
  asOwner(async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('public', 'auth', 'graphile_worker') order by 1`,
    );
    const all: Record<string, Record<string, string | null>[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await owner.query<Record<string, string> & { row: object }>(
        `select ctid::text as "#ctid", xmin::text as "#xmin", xmax::text as "#xmax", to_jsonb(one) as row
           from ${name} one`,
      );
      all[name] = rows.map(({ row, ...physical }) => ({
        ...physical,
        ...Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, value === null ? null : JSON.stringify(value)]),
        ),
      }));
    }
    return all;
  });

/**
 * Tries to join voters and ballots of one vote on a dump: by any value that stands with exactly one voter and with
 * exactly one ballot or code (transaction numbers, ids, times, keys), in the vote's own tables or through any
 * other table; and by the order of rows. Answers what led from a voter to a ballot.
 */
function joins(dumped: Dump, poll: number, people: readonly number[]): string[] {
  const own = (table: string) => (dumped[table] ?? []).filter((row) => row.poll === `${poll}`);
  const papers = [...own("public.poll_ballot"), ...own("public.poll_code")];
  const markOf = (row: Dump[string][number]) => row.sealed ?? row.code ?? "";
  const paperValues = new Map<string, Set<string>>();
  for (const paper of papers)
    for (const [column, value] of Object.entries(paper))
      if (value !== null && !["poll", "question"].includes(column) && value !== "0")
        paperValues.set(value, (paperValues.get(value) ?? new Set()).add(markOf(paper)));
  const found: string[] = [];
  for (const [table, rows] of Object.entries(dumped)) {
    if (["public.poll_ballot", "public.poll_code"].includes(table)) continue;
    const values = new Map<string, Set<string>>();
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        if (value === null || value === "0" || column === "#ctid") continue;
        const persons = people.filter((person) =>
          Object.entries(row).some(
            ([name, at]) =>
              /person|account/.test(name) && (at === `${person}` || at === `"account-${person}"`),
          ),
        );
        for (const person of persons)
          values.set(`${column} ${value}`, (values.get(`${column} ${value}`) ?? new Set()).add(`${person}`));
      }
    for (const [columnValue, persons] of values) {
      const value = columnValue.slice(columnValue.indexOf(" ") + 1);
      const reached = paperValues.get(value);
      if (persons.size === 1 && reached && reached.size < papers.length)
        found.push(`${table}.${columnValue} → ${reached.size} papers`);
    }
  }
  return found;
}

/** Places of rows on their pages, in order. */
const inHeapOrder = (rows: Dump[string]) =>
  [...rows].sort((left, right) => {
    const [a, b] = [left, right].map((row) => row["#ctid"]!.slice(1, -1).split(",").map(Number));
    return a![0]! - b![0]! || a![1]! - b![1]!;
  });

describe("a dump", () => {
  test("taken after the count joins no voter to a ballot; a planted leak is caught", async () => {
    const pollId = await session(voters.slice(0, 2));
    const people = voters.map((who) => ministry.people[who]);
    const during = joins(await dump(), pollId, people);
    // While the vote is held one transaction's number stands on receipt and ballot: this is what the wrapping is for.
    expect(during.length).toBeGreaterThan(0);
    await counted(ministry, pollId);
    expect(joins(await dump(), pollId, people)).toEqual([]);
    await asked("create table leak (person bigint, code text)");
    await asked("insert into leak select $1, code from poll_code where poll = $2 order by code limit 1", [
      people[0],
      pollId,
    ]);
    const leaked = joins(await dump(), pollId, people);
    await asked("drop table leak");
    expect(leaked).toEqual([expect.stringMatching(/^public\.leak\.code ".{12}" → 1 papers$/)]);
  });

  test("has receipts, ballots and codes of one transaction each, in an order of their own", async () => {
    const orders = new Set<string>();
    for (let again = 0; again < 2; again++) {
      const pollId = await session(voters.slice(0, 2));
      await counted(ministry, pollId);
      const dumped = await dump();
      const own = (table: string) => inHeapOrder(dumped[table]!.filter((row) => row.poll === `${pollId}`));
      const tables = ["public.poll_receipt", "public.poll_ballot", "public.poll_code"].map(own);
      expect(tables.map((rows) => new Set(rows.map((row) => row["#xmin"])).size)).toEqual([1, 1, 1]);
      orders.add(tables[0]!.map((row) => people(row.person!)).join());
    }
    // Five voters twice in the very order in which they voted: one chance in fourteen thousand.
    expect([...orders]).not.toEqual([voters.join()]);
  });

  const people = (id: string) => voters.find((who) => `${ministry.people[who]}` === id) ?? id;

  test("holds no time, no answer kept, no journal line, no job and no notice of a ballot cast", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    const before = await dump();
    await votes(ministry, pollId, "minister", answers(aPollDraft(ministry).questions, ["yes", "no"]));
    const after = await dump();
    const grown = Object.keys(after).filter((table) => after[table]!.length !== before[table]!.length);
    expect(grown).toEqual(["public.poll_ballot", "public.poll_code", "public.poll_receipt"]);
    const columns = grown.map((table) =>
      Object.keys(after[table]![0]!).filter((name) => !name.startsWith("#")),
    );
    expect(columns).toEqual([
      ["poll", "sealed", "question"],
      ["code", "poll", "question"],
      ["way", "poll", "person"],
    ]);
  });

  test("of the voting hour opens with no key once the box's own key is destroyed", async () => {
    const pollId = await session(voters.slice(0, 2));
    const lying = await asked<{ sealed: Buffer }>("select sealed from poll_ballot where poll = $1", [pollId]);
    await counted(ministry, pollId);
    sure(await destroyBoxOf(systemActor("thử", new Date(), day("2021-02-23")), { pollId }));
    const taken = await asked<{ sealed: Buffer }>("select sealed from poll_ballot where poll = $1", [pollId]);
    const within = lying.filter(({ sealed }) => taken.some((one) => sealed.includes(one.sealed)));
    expect([lying.length, taken.length, within.length]).toEqual([10, 10, 0]);
  });
});

test("the program's own role can neither change nor delete a ballot, a code, a receipt or a count", async () => {
  const app = new pg.Client({ connectionString: small.appUrl });
  await app.connect();
  const refusals: string[] = [];
  for (const table of ["poll_ballot", "poll_code", "poll_receipt", "poll_count", "poll_paper", "poll_event"])
    for (const statement of [`delete from ${table}`, `update ${table} set poll = poll`, `truncate ${table}`])
      refusals.push(
        await app.query(statement).then(
          () => statement,
          (fault: Error) => fault.message.split(" ").slice(0, 2).join(" "),
        ),
      );
  await app.end();
  expect(new Set(refusals)).toEqual(new Set(["permission denied"]));
  expect(refusals).toHaveLength(18);
});

test("a vote waits for whoever has not cast, and for nobody else", async () => {
  const pollId = await session([]);
  const waits = async (who: Parameters<typeof as>[1]) =>
    (await ballotsOffers.waiting!(reader(), await as(ministry, who)))
      .filter(({ href }) => href.startsWith(`/bo-phieu/${pollId}`))
      .map(({ title }) => title);
  expect(await waits("minister")).toEqual([]);
  expect(await waits("inspector")).toEqual(["Bỏ phiếu"]);
  expect(await waits("executor")).toEqual([]);
});
