import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { refuseEnded } from "../registrations/registration.ts";
import { leavesOf, type NumberedCriterion } from "./criteria.ts";
import type { YearMember } from "./member.ts";
import { mayEnterPaper, maySeeScores, maySeeYear, mayVerify, writesFor } from "./score.may.ts";
import type { Entry } from "./score.ts";
import { phaseOf, type ScoringYear } from "./scoring-year.ts";
import {
  entriesOf,
  findSheetOf,
  removeEntries,
  saveEntries,
  saveNewSheet,
  saveSheetEvent,
  touchSheet,
} from "./sheet.store.ts";
import {
  decidePaperSending,
  decideSending,
  decideSheetReturn,
  type KnownValue,
  pointsBySide,
  refuseStale,
  refuseWriting,
  type ScoreEntry,
  scoredEntry,
  totalBySide,
} from "./sheet.ts";
import { loadWholeSheet, shareWholeYear, type WholeSheet } from "./whole-sheet.store.ts";

export const noSuchSheet = refuse("no-such-sheet", "Không có phiếu chấm điểm này.", { kind: "may-not" });

/** Loads for change a sheet whose scores somebody may see; what they may not see is not there. */
export async function loadSeenSheet(work: Work, id: number): Promise<WholeSheet | Refusal> {
  const whole = await loadWholeSheet(work.tx, id, work.day);
  return whole && !isRefusal(maySeeScores(work.actor, whole.seen, whole.sheet)) ? whole : noSuchSheet;
}

/** A member unit begins its sheet; one begun before is simply gone on with. */
export const startSheet = act({
  name: "score-sheet.start",
  async run(work, input: { yearId: number; unit: number }): Promise<number | Refusal> {
    const whole = await shareWholeYear(work.tx, input.yearId, work.day);
    if (!whole || isRefusal(maySeeYear(work.actor, whole.seen))) return noSuchSheet;
    const allowed = writesFor(work.actor, input.unit);
    if (isRefusal(allowed)) return allowed;
    return beginSheet(work, whole.scoring, whole.members, input.unit);
  },
});

async function beginSheet(
  work: Work,
  scoring: ScoringYear,
  members: readonly YearMember[],
  unit: number,
): Promise<number | Refusal> {
  const member = members.find((one) => one.unit === unit);
  if (!member) return refuse("not-a-member", "Đơn vị không có trong danh sách thành viên của cụm năm này.");
  if (member.sheet !== null) return member.sheet;
  const closed = refuseEnded(member.name, endOf(member));
  if (closed) return closed;
  if (phaseOf(scoring, work.day) === "published")
    return movedOn("already-published", "Kết quả năm này đã công bố; không chấm thêm được.");
  const id = await saveNewSheet(work.tx, { scoring: scoring.id, unit, unitName: member.name }, work.at);
  work.record("score-sheet.started", id, { scoring: scoring.id, unit });
  return id;
}

const endOf = ({ endedOn, successors }: YearMember) =>
  endedOn === null ? null : { on: endedOn, successors };

/** What is typed for one criterion; only what is given is changed. */
export interface TypedScore {
  readonly criterion: number;
  readonly entry: Entry;
  readonly note: string | null;
  readonly source: KnownValue | null;
}

interface ScoresInput {
  readonly sheetId: number;
  readonly version: number;
  readonly scores: readonly TypedScore[];
}

/** The unit's own scores, reckoned by the table; nothing is kept when one of them is refused. */
export const saveSelfScores = act({
  name: "score-sheet.save",
  async run(work, input: ScoresInput): Promise<number | Refusal> {
    const whole = await loadSeenSheet(work, input.sheetId);
    if (isRefusal(whole)) return whole;
    const allowed = writesFor(work.actor, whole.sheet.unit);
    if (isRefusal(allowed)) return allowed;
    const closed =
      refuseWriting(whole.sheet, whole.scoring, work.day) ??
      refuseStale(whole.sheet, input.version) ??
      endedOf(whole);
    if (closed) return closed;
    return writeSelf(work, whole, input.scores);
  },
});

const endedOf = ({ sheet, members }: WholeSheet): Refusal | null => {
  const member = members.find(({ unit }) => unit === sheet.unit);
  return member ? refuseEnded(sheet.unitName, endOf(member)) : null;
};

async function writeSelf(
  work: Work,
  whole: WholeSheet,
  scores: readonly TypedScore[],
): Promise<number | Refusal> {
  const { sheet, table } = whole;
  const leaves = new Map(leavesOf(table.criteria).map((leaf) => [leaf.id, leaf]));
  const written: ScoreEntry[] = [];
  for (const score of scores) {
    const entry = entryOf(leaves.get(score.criterion), score);
    if (isRefusal(entry)) return entry;
    written.push(entry);
  }
  await saveEntries(work.tx, sheet.id, written);
  const emptied = written.filter(({ actual, planned, note }) => actual === null && planned === null && !note);
  const all = (await entriesOf(work.tx, [sheet.id])).get(sheet.id)!;
  const gone = new Set(emptied.map(({ criterion }) => criterion));
  const kept = all.filter(({ criterion, side }) => side === "self" && !gone.has(criterion));
  await removeEntries(
    work.tx,
    sheet.id,
    "self",
    kept.map(({ criterion }) => criterion),
  );
  await touchSheet(work.tx, sheet.id, totalBySide(table.criteria, kept, "self"), work.at);
  work.record("score-sheet.saved", sheet.id, { criteria: written.length });
  return sheet.id;
}

function entryOf(leaf: NumberedCriterion | undefined, score: TypedScore): ScoreEntry | Refusal {
  if (!leaf) return movedOn("no-such-criterion", "Bảng tiêu chí đã đổi; hãy mở lại phiếu.");
  const points = scoredEntry(leaf, score.entry);
  if (isRefusal(points)) return points;
  return {
    ...{ criterion: score.criterion, side: "self", ...score.entry, points },
    ...{ note: score.note, reason: null, source: score.source },
  };
}

/** The unit sends its self score; from then on others' scores open to it as far as its rights go. */
export const sendSheet = act({
  name: "score-sheet.send",
  async run(
    work,
    input: { sheetId: number; version: number; remarks: string | null },
  ): Promise<number | Refusal> {
    const whole = await loadSeenSheet(work, input.sheetId);
    if (isRefusal(whole)) return whole;
    const { sheet, scoring, table } = whole;
    const allowed = writesFor(work.actor, sheet.unit);
    if (isRefusal(allowed)) return allowed;
    const ended = endedOf(whole);
    if (ended) return ended;
    const entries = await selfEntries(work, sheet.id);
    const facts = {
      ...{ version: input.version, criteria: table.criteria, scoring, today: work.day },
      points: pointsBySide(entries, "self"),
    };
    const event = decideSending(sheet, facts, work.at, input.remarks);
    if (isRefusal(event)) return event;
    await saveSheetEvent(work.tx, sheet, event, { entries, verifiedTotal: null }, work.actor);
    work.record("score-sheet.sent", sheet.id, { late: sheet.late ?? false });
    work.enqueue("score-sheet.tell-standing-body", { sheetId: sheet.id });
    return sheet.id;
  },
});

const selfEntries = async (work: Work, sheet: number): Promise<ScoreEntry[]> =>
  (await entriesOf(work.tx, [sheet])).get(sheet)!.filter(({ side }) => side === "self");

/** The standing officer types a sheet that came on paper, with the day on which it came. */
export const enterPaperSheet = act({
  name: "score-sheet.enter-paper",
  async run(
    work,
    input: {
      yearId: number;
      unit: number;
      receivedOn: Day;
      lateReason: string;
      remarks: string | null;
      scores: readonly TypedScore[];
    },
  ): Promise<number | Refusal> {
    const whole = await shareWholeYear(work.tx, input.yearId, work.day);
    if (!whole || isRefusal(maySeeYear(work.actor, whole.seen))) return noSuchSheet;
    const allowed = mayEnterPaper(work.actor, whole.seen, input.unit);
    if (isRefusal(allowed)) return allowed;
    const id = await beginSheet(work, whole.scoring, whole.members, input.unit);
    if (isRefusal(id)) return id;
    const loaded = (await loadWholeSheet(work.tx, id, work.day))!;
    if (loaded.sheet.state === "submitted" || loaded.sheet.state === "verified")
      return movedOn("already-sent", "Đơn vị này đã gửi phiếu.");
    const written = await writeSelf(work, loaded, input.scores);
    if (isRefusal(written)) return written;
    const entries = await selfEntries(work, id);
    const facts = {
      ...{ criteria: loaded.table.criteria, scoring: loaded.scoring, today: work.day },
      points: pointsBySide(entries, "self"),
    };
    const sheet = (await findSheetOf(work.tx, whole.scoring.id, input.unit))!;
    const event = decidePaperSending(sheet, facts, { ...input, at: work.at });
    if (isRefusal(event)) return event;
    await saveSheetEvent(work.tx, sheet, event, { entries, verifiedTotal: null }, work.actor);
    work.record("score-sheet.received", sheet.id, { receivedOn: input.receivedOn });
    return sheet.id;
  },
});

/** The standing body sends it back to be mended; others' scores close again to that unit. */
export const returnSheet = act({
  name: "score-sheet.return",
  async run(
    work,
    input: { sheetId: number; version: number; remarks: string; dueOn: Day | null },
  ): Promise<number | Refusal> {
    const whole = await loadSeenSheet(work, input.sheetId);
    if (isRefusal(whole)) return whole;
    const allowed = mayVerify(work.actor, whole.seen);
    if (isRefusal(allowed)) return allowed;
    const event = decideSheetReturn(whole.sheet, whole.scoring, input, work.at, work.day);
    if (isRefusal(event)) return event;
    await saveSheetEvent(work.tx, whole.sheet, event, { entries: null, verifiedTotal: null }, work.actor);
    work.record("score-sheet.returned", whole.sheet.id, { dueOn: input.dueOn });
    work.enqueue("score-sheet.tell-unit", { sheetId: whole.sheet.id });
    return whole.sheet.id;
  },
});
