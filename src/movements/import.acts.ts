import { findUnit } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import { keepFile, readKept, safeName, type Upload } from "../platform/files.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { blockersOf } from "./adoption.ts";
import {
  type ImportState,
  loadImport,
  type PlanImport,
  saveDecided,
  saveImportEnd,
  saveNewImport,
  saveReading,
  saveUnreadable,
} from "./import.store.ts";
import { mayDraft } from "./movement.may.ts";
import { bodiesServing } from "./movement-reach.store.ts";
import { readLaunchDocument } from "./plan-read.thread.ts";
import { type Choice, decideChoice, proposalsOf } from "./proposal.ts";
import { decideSettlement, type SettlementRequest } from "./settlement.ts";

interface UploadInput {
  readonly body: number;
  readonly file: Upload;
}

/** Keeps a launch document, whatever it is, and has it read. */
export const uploadPlan = act({
  name: "plan.upload",
  async run(work, { body, file }: UploadInput): Promise<number | Refusal> {
    const allowed = await mayDraftFor(work, body);
    if (isRefusal(allowed)) return allowed;
    const kept = await keepFile(work.tx, file, work.at);
    if (isRefusal(kept)) return { ...kept, field: "file" };
    const given = { body, file: kept.hash, fileName: safeName(file.name) };
    const id = await saveNewImport(work.tx, given, work.actor, work.at);
    work.enqueue("plan.read", { importId: id }, { key: `plan.read:${id}` });
    work.record("plan.uploaded", id, { file: kept.hash, name: given.fileName });
    return id;
  },
});

/** Reads a kept document once; what cannot be read stays, with the reason. */
export const readPlan = act({
  name: "plan.read",
  async run(work, { importId }: { importId: number }): Promise<ImportState | Refusal> {
    const plan = await loadImport(work.tx, importId);
    if (!plan) return movedOn("no-such-import", "Không còn văn bản này.");
    if (plan.state !== "waiting") return plan.state;
    const read = await readLaunchDocument(await readKept(plan.file), plan.fileName);
    if (isRefusal(read)) {
      await saveUnreadable(work.tx, plan.id, read.sentence);
      work.record("plan.unreadable", plan.id, { why: read.refusal });
      return "unreadable";
    }
    await saveReading(work.tx, plan.id, read);
    work.record("plan.read", plan.id, { lines: read.lines.length, findings: read.reading.findings.length });
    return "read";
  },
});

interface ItemInput {
  readonly importId: number;
  readonly key: string;
  readonly choice: Choice;
}

/** Accepts, corrects or drops one item of what was read. */
export const decideItem = act({
  name: "plan.decide-item",
  async run(work, { importId, key, choice }: ItemInput): Promise<number | Refusal> {
    const plan = await openPlan(work, importId);
    if (isRefusal(plan)) return plan;
    const item = proposalsOf(plan.reading, plan.lines).find((one) => one.key === key);
    if (!item) return movedOn("no-such-item", "Không còn mục này trong bản đọc.");
    const decided = decideChoice(item, choice);
    if (isRefusal(decided)) return decided;
    await saveDecided(work.tx, plan.id, {
      items: { ...plan.choices, [key]: decided },
      settlements: plan.settlements,
    });
    work.record("plan.item-decided", plan.id, { key, decision: decided.decision });
    return plan.id;
  },
});

/** Accepts all that was read and nobody has decided yet. */
export const acceptAll = act({
  name: "plan.accept-all",
  async run(work, { importId }: { importId: number }): Promise<number | Refusal> {
    const plan = await openPlan(work, importId);
    if (isRefusal(plan)) return plan;
    const accepted = proposalsOf(plan.reading, plan.lines).map((item): [string, Choice] => [
      item.key,
      plan.choices[item.key] ?? { decision: "accepted", fields: {} },
    ]);
    await saveDecided(work.tx, plan.id, {
      items: Object.fromEntries(accepted),
      settlements: plan.settlements,
    });
    work.record("plan.accepted-all", plan.id, { items: accepted.length });
    return plan.id;
  },
});

interface SettleInput extends SettlementRequest {
  readonly importId: number;
  readonly key: string;
}

/** Settles an impossible deadline while the paper is being looked through. */
export const settleProposed = act({
  name: "plan.settle",
  async run(work, { importId, key, ...request }: SettleInput): Promise<number | Refusal> {
    const plan = await openPlan(work, importId);
    if (isRefusal(plan)) return plan;
    const index = Number(/^deadline-(\d+)$/.exec(key)?.[1] ?? Number.NaN);
    const read = plan.reading.deadlines[index];
    if (!read?.impossible) return movedOn("no-such-item", "Không còn mục này trong bản đọc.");
    const deadline = {
      ...read,
      id: 0,
      what: read.what ?? "",
      purpose: "other" as const,
      wording: read.raw,
      kind: "impossible" as const,
      day: null,
      audienceWords: "",
      groups: [],
      named: [],
      withdrawn: false,
      settlements: [],
    };
    const issuedOn = plan.reading.documents.find((document) => document.issuedOn !== null)?.issuedOn ?? null;
    const settlement = decideSettlement(deadline, request, issuedOn);
    if (isRefusal(settlement)) return settlement;
    const settlements = { ...plan.settlements, [key]: settlement };
    await saveDecided(work.tx, plan.id, { items: plan.choices, settlements });
    work.record("plan.settled", plan.id, {
      key,
      way: settlement.way,
      left: blockersOf(plan.reading, plan.choices, settlements).length,
    });
    return plan.id;
  },
});

/** The paper is not needed; the file and the reading stay in the record. */
export const dropPlan = act({
  name: "plan.drop",
  async run(work, { importId }: { importId: number }): Promise<number | Refusal> {
    const plan = await loadImport(work.tx, importId);
    if (!plan) return movedOn("no-such-import", "Không còn văn bản này.");
    const allowed = await mayDraftFor(work, plan.body);
    if (isRefusal(allowed)) return allowed;
    if (plan.state === "adopted" || plan.state === "dropped") return ended(plan);
    await saveImportEnd(work.tx, plan.id, "dropped", null);
    work.record("plan.dropped", plan.id);
    return plan.id;
  },
});

export async function mayDraftFor(work: Work, body: number) {
  const unit = await findUnit(work.tx, body, work.day);
  if (!unit) return refuse("no-launcher", "Hãy chọn cơ quan phát động.", { field: "body" });
  const bodies = await bodiesServing(work.tx, body, work.day);
  return mayDraft(work.actor, { bodies, launcher: { id: unit.id, name: unit.name, kind: unit.kind } });
}

type OpenPlan = PlanImport & { readonly reading: NonNullable<PlanImport["reading"]> };

/** The import for change: read, not adopted yet, and this person's to decide on. */
export async function openPlan(work: Work, id: number): Promise<OpenPlan | Refusal> {
  const plan = await loadImport(work.tx, id);
  if (!plan) return movedOn("no-such-import", "Không còn văn bản này.");
  const allowed = await mayDraftFor(work, plan.body);
  if (isRefusal(allowed)) return allowed;
  if (plan.state === "adopted" || plan.state === "dropped") return ended(plan);
  if (plan.reading === null) return movedOn("not-read", "Văn bản này chưa đọc xong hoặc không đọc được.");
  return { ...plan, reading: plan.reading };
}

const ended = (plan: PlanImport): Refusal =>
  plan.state === "adopted"
    ? movedOn("already-adopted", "Văn bản này đã được lập thành phong trào.")
    : movedOn("already-dropped", "Văn bản này đã được bỏ.");
