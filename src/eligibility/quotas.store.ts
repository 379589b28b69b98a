import type { Code } from "../law/codes.ts";
import type { Reader } from "../platform/db.ts";
import { collectivesRegistered, holdersAmong, leadersOfClusters, registeredIn } from "./sweep.store.ts";
import { ceilingsOf, type QuotaUse, type Standards, type Sweep, type SweptSubject } from "./sweep.ts";

/** The ceilings of a year as they are used now. */
export interface QuotaBook {
  readonly uses: readonly QuotaUse[];
  /** The base of a ceiling where the subject stands, and how many are proposed already, the subject among them. */
  quotaFor(subject: SweptSubject, code: Code): { base: number; already: number } | undefined;
}

/**
 * Counts the ceilings that the standards of a sweep set. Their base is who holds Lao động tiên tiến of the year in
 * the unit; until that is decided, who is registered for it. The flag's is who leads a cluster or bloc.
 */
export async function quotaBook(
  reader: Reader,
  { year }: Pick<Sweep, "year">,
  standards: Standards,
  people: readonly SweptSubject[],
): Promise<QuotaBook> {
  const ceilings = (["sector", "province", "department-of-justice"] as const)
    .flatMap((place) => [...ceilingsOf(standards.person[place]), ...ceilingsOf(standards.unit[place])])
    .filter((one, index, all) => all.findIndex(({ title }) => title === one.title) === index);
  const ofWorkers = ceilings.filter(({ of }) => of === "workers");
  const registered =
    ofWorkers.length === 0
      ? new Map()
      : await registeredIn(
          reader,
          year,
          "person",
          people.map(({ id }) => id),
        );
  const holders = new Set(
    ofWorkers.length === 0
      ? []
      : await holdersAmong(
          reader,
          people.map(({ id }) => id),
          "ADVANCED_WORKER",
          year,
        ),
  );
  const isRegistered = (person: number, code: Code): boolean => registered.get(person)?.has(code) ?? false;
  const uses: QuotaUse[] = [];
  const bases = new Map<string, QuotaUse>();
  const keep = (use: QuotaUse): void => {
    uses.push(use);
    bases.set(`${use.title} ${use.unit ?? ""}`, use);
  };
  for (const [unit, members] of Map.groupBy(people, ({ quotaUnit }) => quotaUnit))
    for (const { of: _of, ...ceiling } of ofWorkers) {
      const holding = members.filter(({ id }) => holders.has(id)).length;
      const aiming = members.filter(({ id }) => isRegistered(id, "ADVANCED_WORKER")).length;
      const taken = members.filter(({ id }) => isRegistered(id, ceiling.title)).length;
      const base = holding > 0 ? holding : aiming;
      if (base > 0 || taken > 0) keep({ ...ceiling, unit, base, registered: taken });
    }
  for (const { of: _of, ...ceiling } of ceilings.filter(({ of }) => of === "leaders")) {
    const base = await leadersOfClusters(reader, year);
    const taken = await collectivesRegistered(reader, year, ceiling.title);
    if (base > 0 || taken > 0) keep({ ...ceiling, unit: null, base, registered: taken });
  }
  return {
    uses,
    quotaFor(subject, code) {
      const use = bases.get(`${code} ${subject.quotaUnit}`) ?? bases.get(`${code} `);
      if (!use || use.base === 0) return undefined;
      return { base: use.base, already: use.registered };
    },
  };
}
