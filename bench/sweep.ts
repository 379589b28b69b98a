import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conductSweep, judgedPeople, startSweep } from "../src/eligibility/sweep.acts.ts";
import { peopleInSweep } from "../src/eligibility/sweep.store.ts";
import { findingsOf, type Standards, type Sweep, standardsOf } from "../src/eligibility/sweep.ts";
import { entryOf } from "../src/law/catalogue.ts";
import { isCode } from "../src/law/codes.ts";
import { catalogueNumbers } from "../src/law/numbers.ts";
import { postsOn } from "../src/org/actor.store.ts";
import { type Actor, systemActor } from "../src/platform/actor.ts";
import { day, onDay } from "../src/platform/day.ts";
import { migrate } from "../src/platform/db.migrate.ts";
import { closeDatabase, openDatabase, reader } from "../src/platform/db.ts";
import { startPostgres } from "../src/platform/postgres.ts";
import { isRefusal } from "../src/platform/refusal.ts";
import { openSecrets } from "../src/platform/secret.ts";
import { checkoutFolder } from "../src/platform/settings.ts";
import { factsOfPeople } from "../src/records/facts.store.ts";
import { lastYear, makeMinistry } from "./sweep.data.ts";

/**
 * The sweep of 100,000 people with ten years of history (1,000,000 honours), and of one province: the
 * database's time and the rules' apart, then the whole as the program does it, results written:
 * `node --import tsx bench/sweep.ts [people]`.
 */
const size = { provinces: 63, roomsOfAProvince: 12, people: Number(process.argv[2] ?? 100_000), years: 10 };
const at = new Date(`${lastYear}-11-21T03:00:00Z`);
const whole = { unit: 1, province: null, asOf: onDay(at) };
const province = { ...whole, unit: 2 };
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);

const folder = mkdtempSync(join(tmpdir(), "thidua-bench-"));
chmodSync(folder, 0o755);
openSecrets(folder);
const server = await startPostgres({
  folder: join(folder, "postgresql"),
  durable: false,
  say: () => undefined,
});
try {
  await migrate(server.ownerUrl, server.appUrl, join(checkoutFolder(), "migrations"));
  const made = await timed(() => makeMinistry(server.ownerUrl, size));
  console.log(`${size.people} people, ${size.people * size.years} honours, made in ${seconds(made.took)} s`);
  await openDatabase(server.appUrl);
  const [titles, everything] = [onlyTitles(), allStandards()];
  await report("whole sector, individual titles", whole, titles);
  await report("one province, individual titles", province, titles);
  await report("whole sector, titles and forms", whole, everything);
  await conduct("whole sector, as the program does it, results written", 1);
  await conduct("one province, as the program does it, results written", 2);
  console.log(`memory at most ${Math.round(peak / 1024 / 1024)} MB`);
} finally {
  clearInterval(watch);
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function allStandards(): Standards {
  return standardsOf(lastYear, day(`${lastYear}-12-31`), catalogueNumbers);
}

function onlyTitles(): Standards {
  const all = allStandards();
  const titles = (list: Standards["person"]["sector"]) =>
    list.filter(({ ruling }) => entryOf(ruling.code).kind === "title");
  const places = (of: Standards["person"]): Standards["person"] => ({
    sector: titles(of.sector),
    province: titles(of.province),
    "department-of-justice": titles(of["department-of-justice"]),
  });
  return { person: places(all.person), unit: places(all.unit) };
}

/** Reads everything, then judges what was read chunk by chunk, and both together as the sweep does. */
async function report(name: string, scope: typeof whole, standards: Standards): Promise<void> {
  const sweep: Sweep = {
    ...{
      id: 0,
      unitName: "",
      provinceName: null,
      year: lastYear,
      receivedOn: day(`${lastYear}-12-31`),
      progress: "",
      actorName: "",
    },
    ...{ people: null, units: null, doneThrough: 0, startedAt: at, ...scope },
  };
  const people = await peopleInSweep(reader(), sweep);
  const subjects = new Map(people.map((one) => [one.id, one]));
  const asked = { year: lastYear, day: day(`${lastYear}-12-31`), isCode };
  let rules = 0;
  let verdicts = 0;
  const apart = await timed(async () => {
    for await (const chunk of factsOfPeople(reader(), [...subjects.keys()], asked, 2000)) {
      const from = performance.now();
      for (const { person, facts } of chunk) {
        const subject = subjects.get(person)!;
        const list = standards.person[subject.place];
        verdicts += list.length;
        findingsOf(subject, facts, list, { year: lastYear, lineOf: () => null, quotaFor: () => undefined });
      }
      rules += performance.now() - from;
    }
  });
  let found = 0;
  const spent = process.cpuUsage();
  const together = await timed(async () => {
    const listed = await peopleInSweep(reader(), sweep);
    for await (const chunk of judgedPeople(reader(), sweep, standards, listed, () => undefined))
      found += chunk.findings.length;
  });
  const { user, system } = process.cpuUsage(spent);
  console.log(
    `${name}: ${people.length} people, ${verdicts} verdicts, ${found} findings; database ${seconds(apart.took - rules)} s, ` +
      `rules ${seconds(rules)} s (${((rules * 1000) / verdicts).toFixed(1)} µs a verdict), together ${seconds(together.took)} s (the program's own work ${seconds((user + system) / 1000)} s)`,
  );
}

async function conduct(name: string, unit: number): Promise<void> {
  const actor: Actor = {
    ...systemActor("Chuyên viên thường trực", at, onDay(at)),
    account: "bench",
    person: 1,
    posts: await postsOn(reader(), 1, onDay(at)),
  };
  const sweep = await startSweep(actor, { unit, province: null, year: lastYear, receivedOn: null });
  if (isRefusal(sweep)) throw new Error(sweep.sentence);
  const { took } = await timed(() => conductSweep(systemActor("Rà soát", at, onDay(at)), sweep));
  console.log(`${name}: ${seconds(took)} s`);
}

async function timed<Result>(run: () => Promise<Result>): Promise<{ result: Result; took: number }> {
  const from = performance.now();
  const result = await run();
  return { result, took: performance.now() - from };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
