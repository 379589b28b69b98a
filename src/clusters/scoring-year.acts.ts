import { bodiesServing } from "../movements/movement-reach.store.ts";
import { findCluster, rostersOf } from "../org/cluster.store.ts";
import { act, type Work } from "../platform/act.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { leavesOf } from "./criteria.ts";
import { rescored } from "./rescore.ts";
import { maySeeYear, maySteer } from "./score.may.ts";
import { saveNewYear, saveYearChange } from "./scoring-year.store.ts";
import {
  decideOpening,
  refuseTableChange,
  refuseYearChange,
  type ScoringCalendar,
  type VotingRules,
} from "./scoring-year.ts";
import { entriesOf, removeEntries, saveEntries, sentEver, sheetsOf, touchSheet } from "./sheet.store.ts";
import { totalBySide } from "./sheet.ts";
import { findTable } from "./table.store.ts";
import type { CriteriaTable } from "./table.ts";
import { lockWholeYear, type WholeYear } from "./whole-sheet.store.ts";

const noSuchYear = refuse("no-such-year", "Không có năm chấm điểm này.", { kind: "may-not" });

interface YearChoices {
  readonly table: number;
  readonly calendar: ScoringCalendar;
  readonly voting: VotingRules;
}

/** Opens a cluster's year: who scores is the roster, by which table and by when is said here. */
export const openYear = act({
  name: "cluster-year.open",
  async run(work, input: YearChoices & { cluster: number; year: number }): Promise<number | Refusal> {
    const cluster = await findCluster(work.tx, input.cluster, work.day);
    if (!cluster || cluster.founder === null) return noSuchYear;
    const servedBy = await bodiesServing(work.tx, cluster.founder, work.day);
    const allowed = maySteer(work.actor, { founder: cluster.founder, servedBy });
    if (isRefusal(allowed)) return allowed;
    const roster = await rostersOf(work.tx, [cluster.id], input.year);
    const facts = { table: await findTable(work.tx, input.table), members: roster.length };
    const opening = decideOpening(input, facts);
    if (isRefusal(opening)) return opening;
    const id = await saveNewYear(work.tx, { ...input, founder: cluster.founder }, work.at);
    work.record("cluster-year.opened", id, { cluster: cluster.id, year: input.year, table: input.table });
    work.enqueue("cluster-year.tell-members", { yearId: id });
    return id;
  },
});

/** Loads for change a year somebody sees; what they may not see is not there. */
export async function loadYearSeen(work: Work, id: number): Promise<WholeYear | Refusal> {
  const whole = await lockWholeYear(work.tx, id, work.day);
  return whole && !isRefusal(maySeeYear(work.actor, whole.seen)) ? whole : noSuchYear;
}

/** Changes the days, the rules of voting or, while nobody has sent, the table. */
export const changeYear = act({
  name: "cluster-year.change",
  async run(work, input: YearChoices & { yearId: number; version: number }): Promise<number | Refusal> {
    const whole = await loadYearSeen(work, input.yearId);
    if (isRefusal(whole)) return whole;
    const allowed = maySteer(work.actor, whole.seen);
    if (isRefusal(allowed)) return allowed;
    const { scoring } = whole;
    const closed =
      refuseYearChange(scoring, input.version) ??
      refuseTableChange(scoring, input.table, await sentEver(work.tx, scoring.id));
    if (closed) return closed;
    const table = await findTable(work.tx, input.table);
    const opening = decideOpening(
      { ...input, year: scoring.year },
      { table, members: whole.seen.members.length },
    );
    if (isRefusal(opening)) return opening;
    await saveYearChange(work.tx, scoring.id, input, work.at);
    if (input.table !== scoring.table) await rescoreDrafts(work, scoring.id, table!);
    work.record("cluster-year.changed", scoring.id, { table: input.table, calendar: input.calendar });
    return scoring.id;
  },
});

/** Drafts begun by another table keep what the new one still asks, reckoned by its rules. */
async function rescoreDrafts(work: Work, scoring: number, table: CriteriaTable): Promise<void> {
  const sheets = await sheetsOf(work.tx, scoring);
  const entries = await entriesOf(
    work.tx,
    sheets.map(({ id }) => id),
  );
  const asked = leavesOf(table.criteria).map(({ id }) => id);
  for (const sheet of sheets) {
    const kept = rescored(table.criteria, entries.get(sheet.id)!);
    await removeEntries(work.tx, sheet.id, "self", asked);
    await saveEntries(work.tx, sheet.id, kept);
    await touchSheet(work.tx, sheet.id, totalBySide(table.criteria, kept, "self"), work.at);
  }
}
