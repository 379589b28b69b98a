import { countingPosts } from "../org/reach.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { type ColumnMap, findHeader } from "../org/sheet-columns.ts";
import { act, type Work } from "../platform/act.ts";
import type { Actor } from "../platform/actor.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import type { Awards } from "./award.ts";
import { mayWriteFact } from "./fact.may.ts";
import { type RowToWrite, recorderOf, saveFacts, undoFacts } from "./fact.store.ts";
import { type FactKind, isRestricted, kindsFor, type SubjectKind } from "./fact.ts";
import {
  type BroughtImport,
  lockImport,
  saveApplied,
  saveConfirmed,
  saveEnd,
  saveImport,
  saveMapping,
  saveProgress,
} from "./import.store.ts";
import {
  type Choices,
  importFields,
  importKinds,
  outcomeOf,
  type PlannedLine,
  willBeWritten,
} from "./import.ts";
import { planImport } from "./import-plan.store.ts";
import { lockSubjects } from "./subject.store.ts";

/** Lists longer than this are written in pieces by the queue, so that nobody waits for a page. */
const LINES_AT_ONCE = 1000;

interface Brought {
  readonly kind: FactKind;
  readonly subject: SubjectKind;
  readonly fileName: string;
  readonly hash: string;
  readonly cells: readonly (readonly string[])[];
}

/** Keeps a list until it is confirmed, with the heading row and columns found in it. */
export const bringRecords = act({
  name: "record-import.bring",
  async run(work, brought: Brought): Promise<number | Refusal> {
    const { kind, subject } = brought;
    if (!importKinds.includes(kind) || !kindsFor(subject).includes(kind))
      return refuse("not-in-lists", "Loại nội dung này không nhập bằng danh sách.", { field: "kind" });
    const body = bodyOf(work.actor, kind);
    if (isRefusal(body)) return body;
    const found = findHeader(brought.cells, importFields(kind, subject));
    const list = {
      ...brought,
      body,
      header: found?.row ?? 0,
      columns: found?.columns ?? {},
      usualYear: null,
    };
    const id = await saveImport(work.tx, list, recorderOf(work.actor), work.actor.account, work.at);
    work.record("record-import.brought", id, { rows: brought.cells.length });
    return id;
  },
});

/** The unit for which somebody brings a list: that of the post acted in when it writes records, else of another. */
function bodyOf(actor: Actor, kind: FactKind): number | Refusal {
  const writing = isRestricted(kind)
    ? ["standing-officer", "unit-head"]
    : ["unit-officer", "standing-officer"];
  const posts = countingPosts(actor).filter((post) => writing.includes(post.kind));
  const chosen = posts.find((post) => post.id === actor.post?.id) ?? posts[0];
  return chosen?.unit ?? mayNot("lacks-post", "Chỉ cán bộ đầu mối và Thường trực nhập hồ sơ bằng danh sách.");
}

interface Mapping {
  readonly id: number;
  readonly header: number;
  readonly columns: ColumnMap;
  readonly usualYear: number | null;
}

/** Points the columns at other fields. */
export const mapRecords = act({
  name: "record-import.map",
  async run(work, { id, ...mapped }: Mapping): Promise<number | Refusal> {
    const list = await loadList(work, id);
    if (isRefusal(list)) return list;
    if (list.state !== "read") return noLongerOpen();
    await saveMapping(work.tx, id, mapped);
    work.record("record-import.mapped", id);
    return id;
  },
});

interface Confirmation {
  readonly id: number;
  readonly choices: Choices;
  readonly awards: Awards;
}

/** Confirms a list: its lines are written now, or by the queue when there are many. */
export const confirmRecords = act({
  name: "record-import.confirm",
  async run(work, { id, choices, awards }: Confirmation): Promise<number | Refusal> {
    const list = await loadList(work, id);
    if (isRefusal(list)) return list;
    if (list.state !== "read") return noLongerOpen();
    const lines = await planImport(work.tx, { list, awards, actor: work.actor, choices, keys: null });
    const planned = lines.filter((line) => willBeWritten(line, choices)).map(({ read }) => read.key);
    const outcome = outcomeOf(lines, choices);
    await saveConfirmed(work.tx, id, { choices, planned, outcome });
    work.record("record-import.confirmed", id, { ...outcome });
    await writeNext(work, { ...list, choices, planned, state: "applying" }, awards);
    return id;
  },
});

/** Writes the next piece of a confirmed list; the queue calls it until nothing is left. */
export const continueImport = act({
  name: "record-import.continue",
  async run(work, { id, awards }: { id: number; awards: Awards }): Promise<number | Refusal> {
    const list = await lockImport(work.tx, id);
    if (!list) return gone();
    // Undone meanwhile: what was left is not written any more.
    if (list.state !== "applying") return list.done;
    return writeNext(work, list, awards);
  },
});

async function writeNext(work: Work, list: BroughtImport, awards: Awards): Promise<number> {
  const { id, choices, planned } = list;
  const piece = planned.slice(list.done, list.done + LINES_AT_ONCE);
  // The right to write was judged when the list was confirmed; the queue only carries it out.
  const actor = { ...work.actor, account: null, person: null };
  const rowsNow = async () => {
    const lines = await planImport(work.tx, { list, awards, choices, actor, keys: new Set(piece) });
    return lines.filter((line) => willBeWritten(line, choices)).map(rowOf);
  };
  const meant = (await rowsNow()).map(({ subject }) => subject.id);
  await lockSubjects(work.tx, list.subject, meant);
  // Read once more behind the locks: what somebody else wrote meanwhile is not written twice.
  const rows = await rowsNow();
  await saveFacts(work.tx, list.kind, rows, {
    recorder: list.recorder,
    at: work.at,
    source: "import",
    import: id,
  });
  const done = list.done + piece.length;
  await saveProgress(work.tx, id, done);
  if (done < planned.length)
    work.enqueue("record-import.continue", { id }, { key: `record-import:${id}:${done}` });
  else await saveApplied(work.tx, id, work.at);
  return done;
}

function rowOf({ fate }: PlannedLine): RowToWrite {
  if (fate.kind === "new") return { subject: fate.subject, fact: fate.fact, document: null, change: null };
  if (fate.kind !== "differs") throw new Error("only new and correcting lines are written");
  const { subject, fact, standing } = fate;
  const document =
    standing.file && standing.fileName ? { file: standing.file, fileName: standing.fileName } : null;
  return {
    subject,
    fact,
    document,
    change: { replaces: standing.id, withdrawn: false, reason: "Sửa theo danh sách nhập" },
  };
}

/** Takes a whole list back: what it added is withdrawn, what it corrected stands again as before. */
export const undoImport = act({
  name: "record-import.undo",
  async run(work, { id, reason }: { id: number; reason: string }): Promise<number | Refusal> {
    const list = await loadList(work, id);
    if (isRefusal(list)) return list;
    if (list.state === "read") {
      await saveEnd(work.tx, id, { state: "dropped", outcome: {}, by: work.actor.name, at: work.at });
      work.record("record-import.dropped", id);
      return id;
    }
    if (list.state !== "applied" && list.state !== "applying") return noLongerOpen();
    if (!reason) return refuse("no-reason", "Hãy ghi lý do hoàn tác.", { field: "reason" });
    const writing = { recorder: recorderOf(work.actor), at: work.at };
    const undone = await undoFacts(
      work.tx,
      list.kind,
      id,
      writing,
      `Hoàn tác danh sách nhập số ${id}: ${reason}`,
    );
    const outcome = { ...list.outcome, undone };
    await saveEnd(work.tx, id, { state: "undone", outcome, by: work.actor.name, at: work.at });
    work.record("record-import.undone", id, { undone });
    return id;
  },
});

async function loadList(work: Work, id: number): Promise<BroughtImport | Refusal> {
  const list = await lockImport(work.tx, id);
  if (!list) return gone();
  const within = await ancestorsOf(work.tx, list.body, work.day);
  const allowed = mayWriteFact(work.actor, { kind: "unit", id: list.body, within }, list.kind);
  return isRefusal(allowed) ? allowed : list;
}

const gone = (): Refusal => movedOn("no-such-import", "Không còn danh sách này.");

const noLongerOpen = (): Refusal =>
  movedOn(
    "import-moved-on",
    "Danh sách này đã được xác nhận, bỏ hoặc hoàn tác; hãy xem lại tình trạng mới nhất.",
  );
