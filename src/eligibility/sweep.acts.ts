import { isCode } from "../law/codes.ts";
import { loadNumbers } from "../law/number.store.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { findUnit } from "../org/unit.store.ts";
import { act } from "../platform/act.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, lastDayOf } from "../platform/day.ts";
import { type Reader, reader } from "../platform/db.ts";
import { beginProgress, endProgress, findProgress, moveProgress } from "../platform/progress.store.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { factsOfPeople, factsOfUnits } from "../records/facts.store.ts";
import { maySweep } from "./eligibility.may.ts";
import { quotaBook } from "./quotas.store.ts";
import {
  collectivesInSweep,
  findSweep,
  peopleInSweep,
  registeredIn,
  saveCounted,
  saveEnd,
  saveFindings,
  saveQuotas,
  saveSweep,
  saveThrough,
} from "./sweep.store.ts";
import {
  decideSweep,
  findingsOf,
  type QuotaUse,
  type Standards,
  type Sweep,
  type SweepFinding,
  type SweptSubject,
  standardsOf,
} from "./sweep.ts";

/** How many people are judged between two looks at whether somebody has stopped the sweep. */
const atOnce = 2000;

interface Asked {
  readonly unit: number;
  readonly province: string | null;
  readonly year: number;
  readonly receivedOn: Day | null;
}

/** Sets a sweep going; it is worked through in the background. */
export const startSweep = act({
  name: "sweep.start",
  async run(work, asked: Asked): Promise<number | Refusal> {
    const unit = await findUnit(work.tx, asked.unit, work.day);
    if (!unit) return refuse("no-such-unit", "Không có đơn vị này.", { field: "unit" });
    const allowed = maySweep(work.actor, await ancestorsOf(work.tx, unit.id, work.day));
    if (isRefusal(allowed)) return allowed;
    const decided = decideSweep(
      { year: asked.year, receivedOn: asked.receivedOn ?? lastDayOf(asked.year) },
      work.day,
    );
    if (isRefusal(decided)) return decided;
    const label = `Rà soát điều kiện năm ${decided.year}: ${unit.name}`;
    const progress = await beginProgress(work.tx, { account: work.actor.account, label, at: work.at });
    const sweep = { unit: unit.id, province: asked.province, ...decided, progress };
    const id = await saveSweep(work.tx, sweep, work.actor);
    work.record("sweep.started", id, { unit: unit.id, province: asked.province, ...decided });
    work.enqueue("eligibility.sweep", { sweep: id }, { key: `sweep-${id}` });
    return id;
  },
});

/** Stops a sweep; what it has found so far stays to be read. */
export const stopSweep = act({
  name: "sweep.stop",
  async run(work, asked: { sweep: number }): Promise<number | Refusal> {
    const sweep = await findSweep(work.tx, asked.sweep);
    if (!sweep) return refuse("no-such-sweep", "Không có lần rà soát này.");
    const allowed = maySweep(work.actor, await ancestorsOf(work.tx, sweep.unit, work.day));
    if (isRefusal(allowed)) return allowed;
    const sentence = `${work.actor.name} đã dừng; kết quả chỉ gồm phần đã rà soát.`;
    const stopped = await endProgress(work.tx, sweep.progress, { state: "cancelled", sentence, at: work.at });
    if (!stopped) return movedOn("sweep-has-ended", "Việc rà soát đã kết thúc trước đó.");
    await saveEnd(work.tx, sweep.id, work.at);
    work.record("sweep.stopped", sweep.id);
    return sweep.id;
  },
});

interface Chunk {
  readonly sweep: Sweep;
  readonly findings: readonly SweepFinding[];
  readonly quotas: readonly QuotaUse[];
  readonly counted: { people: number; units: number };
  readonly done: number;
  readonly through: number;
}

const stopped = movedOn("sweep-stopped", "Việc rà soát đã dừng.");

/** Keeps what a chunk has brought; refused once somebody has stopped the sweep. */
const keepChunk = act({
  name: "sweep.keep",
  async run({ tx }, { sweep, findings, quotas, counted, done, through }: Chunk): Promise<number | Refusal> {
    const step = { done, total: counted.people + counted.units, at: new Date() };
    if (!(await moveProgress(tx, sweep.progress, step))) return stopped;
    await saveCounted(tx, sweep.id, counted);
    await saveQuotas(tx, sweep.id, quotas);
    await saveFindings(tx, sweep.id, findings);
    await saveThrough(tx, sweep.id, through);
    return done;
  },
});

const endSweep = act({
  name: "sweep.end",
  async run(work, { sweep, failed }: { sweep: Sweep; failed: boolean }): Promise<number | Refusal> {
    const end = failed
      ? ({ state: "failed", sentence: "Có lỗi khi rà soát; hãy chạy lại." } as const)
      : ({ state: "finished", sentence: null } as const);
    if (!(await endProgress(work.tx, sweep.progress, { ...end, at: new Date() }))) return stopped;
    await saveEnd(work.tx, sweep.id, new Date());
    work.record(failed ? "sweep.failed" : "sweep.finished", sweep.id);
    return sweep.id;
  },
});

/** Works a sweep through from where it stood: collectives first, then people in chunks by id. */
export async function conductSweep(actor: Actor, id: number): Promise<void> {
  const sweep = await findSweep(reader(), id);
  const progress = sweep && (await findProgress(reader(), sweep.progress));
  if (!sweep || !progress || (progress.state !== "waiting" && progress.state !== "running")) return;
  try {
    const outcome = await judgeEverybody(actor, sweep, reader());
    if (!isRefusal(outcome)) await endSweep(actor, { sweep, failed: false });
  } catch (fault) {
    await endSweep(actor, { sweep, failed: true });
    throw fault;
  }
}

async function judgeEverybody(actor: Actor, sweep: Sweep, from: Reader): Promise<number | Refusal> {
  const standards = standardsOf(sweep.year, sweep.receivedOn, await loadNumbers(from));
  const [people, collectives] = [await peopleInSweep(from, sweep), await collectivesInSweep(from, sweep)];
  const counted = { people: people.length, units: collectives.length };
  const quotas = await quotaBook(from, sweep, standards, people);
  const keep = (chunk: Pick<Chunk, "findings" | "done" | "through">): Promise<number | Refusal> =>
    keepChunk(actor, { sweep, quotas: quotas.uses, counted, ...chunk });
  if (sweep.doneThrough === 0) {
    const findings = await judgeCollectives(from, sweep, standards, collectives, quotas.quotaFor);
    const kept = await keep({ findings, done: collectives.length, through: 0 });
    if (isRefusal(kept)) return kept;
  }
  let done = collectives.length + people.filter((one) => one.id <= sweep.doneThrough).length;
  // What one chunk has brought is written while the next one is judged.
  let keeping: Promise<number | Refusal> = Promise.resolve(done);
  for await (const chunk of judgedPeople(from, sweep, standards, people, quotas.quotaFor)) {
    const kept = await keeping;
    if (isRefusal(kept)) return kept;
    done += chunk.count;
    keeping = keep({ findings: chunk.findings, done, through: chunk.through });
    keeping.catch(() => undefined);
  }
  return keeping;
}

type QuotaFor = (
  subject: SweptSubject,
  code: SweepFinding["title"],
) => { base: number; already: number } | undefined;

async function judgeCollectives(
  from: Reader,
  sweep: Sweep,
  standards: Standards,
  collectives: readonly SweptSubject[],
  quotaFor: QuotaFor,
): Promise<SweepFinding[]> {
  const ids = collectives.map(({ id }) => id);
  const facts = await factsOfUnits(from, ids, askedOf(sweep));
  const lines = await registeredIn(from, sweep.year, "unit", ids);
  const swept = { year: sweep.year, quotaFor, lineOf: lineIn(lines) };
  return collectives.flatMap((one) =>
    findingsOf(one, facts.get(one.id) ?? {}, standards.unit[one.place], swept),
  );
}

/** The day as of which the record is asked: at the earliest the end of the year swept. */
const askedOf = ({ year, asOf }: Sweep) => ({
  year,
  day: asOf > lastDayOf(year) ? asOf : lastDayOf(year),
  isCode,
});

const lineIn =
  (lines: Awaited<ReturnType<typeof registeredIn>>) =>
  (subject: SweptSubject, code: SweepFinding["title"]): number | null =>
    lines.get(subject.id)?.get(code) ?? null;

/** People in chunks with what was found of them; the facts of the next chunk are read while one is judged. */
export async function* judgedPeople(
  from: Reader,
  sweep: Sweep,
  standards: Standards,
  people: readonly SweptSubject[],
  quotaFor: QuotaFor,
): AsyncGenerator<{ readonly findings: SweepFinding[]; readonly count: number; readonly through: number }> {
  const left = people.filter(({ id }) => id > sweep.doneThrough);
  const subjects = new Map(left.map((one) => [one.id, one]));
  const lines = await registeredIn(from, sweep.year, "person", [...subjects.keys()]);
  const swept = { year: sweep.year, quotaFor, lineOf: lineIn(lines) };
  const chunks = factsOfPeople(from, [...subjects.keys()], askedOf(sweep), atOnce);
  let next = chunks.next();
  for (;;) {
    const { value: chunk, done } = await next;
    if (done) return;
    next = chunks.next();
    // Nobody waits for it when the sweep is stopped here.
    next.catch(() => undefined);
    const findings = chunk.flatMap(({ person, facts }) => {
      const subject = subjects.get(person)!;
      return findingsOf(subject, facts, standards.person[subject.place], swept);
    });
    yield { findings, count: chunk.length, through: chunk.at(-1)?.person ?? 0 };
  }
}
