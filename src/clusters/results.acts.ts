import { act } from "../platform/act.ts";
import type { Reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import type { TiesAtCut } from "./grade.ts";
import { saveResults } from "./results.store.ts";
import { decideResults, type Results, resultsOf } from "./results.ts";
import { mayVerify } from "./score.may.ts";
import { loadYearSeen } from "./scoring-year.acts.ts";
import { saveTiesAtCut, saveYearPublished } from "./scoring-year.store.ts";
import { entriesOf, sheetsOf } from "./sheet.store.ts";
import { isSent, type Sheet } from "./sheet.ts";
import type { WholeYear } from "./whole-sheet.store.ts";

/** The sheets of units on the roster, with the results they give now. */
export async function currentResults(
  reader: Reader,
  whole: WholeYear,
  ties: TiesAtCut | null,
): Promise<{ sheets: Sheet[]; entries: Awaited<ReturnType<typeof entriesOf>>; results: Results }> {
  const listed = new Set(whole.members.filter((member) => member.listed).map(({ unit }) => unit));
  const sheets = (await sheetsOf(reader, whole.scoring.id)).filter(({ unit }) => listed.has(unit));
  const entries = await entriesOf(
    reader,
    sheets.map(({ id }) => id),
  );
  return { sheets, entries, results: resultsOf(whole.table.criteria, sheets, entries, ties) };
}

/** Publishes totals, grades and ranks; from then on nothing of the year's scores changes. */
export const publishResults = act({
  name: "cluster-year.publish",
  async run(
    work,
    input: { yearId: number; version: number; ties: TiesAtCut | null },
  ): Promise<number | Refusal> {
    const whole = await loadYearSeen(work, input.yearId);
    if (isRefusal(whole)) return whole;
    const allowed = mayVerify(work.actor, whole.seen);
    if (isRefusal(allowed)) return allowed;
    const ties = input.ties ?? whole.scoring.tiesAtCut;
    const { sheets, results } = await currentResults(work.tx, whole, ties);
    const unverified = sheets.filter(({ state }) => state === "submitted").map(({ unitName }) => unitName);
    const unsent = whole.members
      .filter(({ listed, endedOn, state }) => listed && endedOn === null && !(state && isSent(state)))
      .map(({ name }) => name);
    const facts = { version: input.version, results, unverified, unsent, today: work.day };
    const outcome = decideResults(whole.scoring, facts);
    if (isRefusal(outcome)) return outcome;
    if (input.ties !== null) await saveTiesAtCut(work.tx, whole.scoring.id, input.ties, work.at);
    await saveResults(work.tx, whole.scoring.id, outcome.rows);
    await saveYearPublished(work.tx, whole.scoring.id, work.actor, work.at);
    work.record("cluster-year.published", whole.scoring.id, { ranked: outcome.rows.length });
    work.enqueue("cluster-year.tell-results", { yearId: whole.scoring.id });
    return whole.scoring.id;
  },
});
