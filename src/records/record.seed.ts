import { unitTreeOn } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import { yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { demoPeople } from "./demo.store.ts";
import {
  type DemoRow,
  demoPending,
  firstYear,
  historyOfDisciplined,
  historyOfPerson,
  historyOfUnit,
  lastYear,
  lot,
} from "./demo-history.ts";
import { recordFacts } from "./fact.acts.ts";
import { factKinds } from "./fact.ts";

/**
 * Gives the demo's people and units a history from 2016 to 2025: invented, the same at every start, and
 * borne twice, since what stands is not written again. Answers how many rows were written.
 */
export async function seedRecords(actor: Actor): Promise<number | Refusal> {
  const people = await demoPeople(reader(), firstYear, lastYear);
  const units = (await unitTreeOn(reader(), actor.day))
    .filter((unit) => unit.hasAccounts && unit.kind !== "ministry" && unit.kind !== "cluster")
    .map((unit) => ({
      ...{ id: unit.id, name: unit.name, size: 6 + (lot(unit.name, "size") % 30), to: lastYear },
      from: unit.validity.from === null ? firstYear : yearOf(unit.validity.from),
    }));
  const [disciplined, pending] = people.filter((person) => !person.leads && person.atWork).toSorted(byLot);
  const rows: DemoRow[] = [
    ...people.flatMap((person) => (person === disciplined ? historyOfDisciplined : historyOfPerson)(person)),
    ...units.flatMap(historyOfUnit),
  ];
  if (pending) rows.push({ subject: { kind: "person", id: pending.id }, fact: demoPending });
  let written = 0;
  for (const kind of factKinds) {
    const outcome = await recordFacts(actor, { kind, rows: rows.filter((row) => row.fact.kind === kind) });
    if (isRefusal(outcome)) return outcome;
    written += outcome;
  }
  return written;
}

const byLot = (left: { name: string; id: number }, right: { name: string; id: number }): number =>
  lot(left.name, "trouble") - lot(right.name, "trouble") || left.id - right.id;
