import { findUnit } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import { type Day, yearOf } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { acceptedItems, decideAdoptionOf, fileAlone, isIssuedPaper } from "./adoption.ts";
import { saveSettlement } from "./deadline.store.ts";
import { findNumberTaken, saveDocuments } from "./document.store.ts";
import { emptyDraft, type MovementDraft } from "./draft.ts";
import { beginMovement } from "./drafting.acts.ts";
import { mayDraftFor, openPlan } from "./import.acts.ts";
import { loadImport, saveImportEnd } from "./import.store.ts";
import { sendDown } from "./life.acts.ts";
import { decideStep } from "./life.ts";
import { loadAsSeen } from "./loading.acts.ts";
import { hasProved, mayDraft } from "./movement.may.ts";
import { loadMovement } from "./movement.store.ts";
import { launchPaperOf, levelOf, type Movement, type MovementKind } from "./movement.ts";
import { knownMovements } from "./movement-list.store.ts";
import { movementReachOf } from "./movement-reach.store.ts";
import { nameKey } from "./plan-mentions.ts";
import { reachableUnits } from "./scope.store.ts";
import { reachScope } from "./sending.acts.ts";
import { decideSettlement } from "./settlement.ts";

interface AdoptionInput {
  readonly importId: number;
  readonly kind: MovementKind;
  readonly onPortal: boolean;
  /** A paper that was already signed becomes issued in one step; otherwise the movement is a draft. */
  readonly issued: boolean;
  /** Another movement came from the paper of this number; this one comes from it too. */
  readonly sameDocument: boolean;
}

/** Makes the movement that was read, with the line each part came from; refused while a finding blocks. */
export const adoptPlan = act({
  name: "plan.adopt",
  async run(work, input: AdoptionInput): Promise<number | Refusal> {
    const plan = await openPlan(work, input.importId);
    if (isRefusal(plan)) return plan;
    const launcher = await findUnit(work.tx, plan.body, work.day);
    if (!launcher) return movedOn("no-launcher", "Không còn cơ quan phát động.");
    const reachable = await reachableUnits(work.tx, launcher.id, work.day);
    const draft = decideAdoptionOf(plan, {
      launcher: launcher.id,
      draftedIn: null,
      kind: input.kind,
      level: levelOf(launcher.kind),
      onPortal: input.onPortal,
      reachable: [...new Set(reachable.map((unit) => unit.audience))],
      file: { hash: plan.file, name: plan.fileName },
      known: await namesKnown(work, plan),
    });
    if (isRefusal(draft)) return draft;
    const shared = await refuseSharedNumber(work, launcher.id, draft.documents, input.sameDocument);
    if (shared) return shared;
    const id = await beginMovement(work, draft);
    if (isRefusal(id)) return id;
    const settled = await settleAll(work, id, draft);
    if (settled) return settled;
    await saveImportEnd(work.tx, plan.id, "adopted", id);
    work.record("plan.adopted", plan.id, { movement: id });
    if (!input.issued) return id;
    if (!isIssuedPaper(draft.documents))
      return refuse(
        "no-number",
        "Văn bản chưa có số và ngày nên chưa coi là đã ban hành; hãy lập thành dự thảo.",
        {
          field: "issued",
        },
      );
    const refusal = await issueFromElsewhere(work, id);
    return refusal ?? id;
  },
});

/** Movements known under the names that the paper mentions, by the name as it stands there. */
async function namesKnown(work: Work, plan: Parameters<typeof acceptedItems>[0]) {
  const mentioned = acceptedItems(plan).flatMap((item) =>
    item.noun === "mention" ? [item.fields[0]?.value ?? ""] : [],
  );
  if (mentioned.length === 0) return new Map();
  const known = await knownMovements(work.tx, await movementReachOf(work.tx, work.actor));
  const byKey = new Map(known.flatMap((one) => one.names.map((name) => [nameKey(name), one] as const)));
  return new Map(
    mentioned.flatMap((name) => {
      const movement = byKey.get(nameKey(name));
      return movement ? [[name, { id: movement.id, name: movement.name }] as const] : [];
    }),
  );
}

async function refuseSharedNumber(
  work: Work,
  issuer: number,
  documents: MovementDraft["documents"],
  sameDocument: boolean,
): Promise<Refusal | null> {
  for (const paper of documents) {
    if (paper.number === null || paper.symbol === null || paper.issuedOn === null || sameDocument) continue;
    const year = yearOf(paper.issuedOn);
    const taken = await findNumberTaken(work.tx, issuer, {
      number: paper.number,
      symbol: paper.symbol,
      year,
    });
    if (taken)
      return refuse(
        "number-taken",
        `Văn bản số ${paper.number}/${paper.symbol} năm ${year} đã có ở phong trào “${taken.movement}”. Nếu đúng là lập thêm một phong trào từ cùng văn bản, hãy đánh dấu ô xác nhận.`,
        { field: "sameDocument" },
      );
  }
  return null;
}

async function settleAll(work: Work, id: number, draft: MovementDraft): Promise<Refusal | null> {
  const movement = await loadMovement(work.tx, id, work.day);
  if (!movement) return null;
  const issuedOn = launchPaperOf(movement)?.issuedOn ?? null;
  for (const [index, deadline] of movement.deadlines.entries()) {
    const wanted = draft.deadlines[index]?.settlement;
    if (!wanted) continue;
    const settlement = decideSettlement(deadline, wanted, issuedOn);
    if (isRefusal(settlement)) return settlement;
    await saveSettlement(work.tx, deadline, settlement, work.actor, work.at);
  }
  return null;
}

/** From a draft straight to issued, since the paper was signed and numbered elsewhere. */
async function issueFromElsewhere(work: Work, id: number): Promise<Refusal | null> {
  const proved = hasProved(work.actor);
  if (isRefusal(proved)) return proved;
  const movement = await loadMovement(work.tx, id, work.day);
  if (!movement) return movedOn("no-such-movement", "Không còn phong trào này.");
  const issuedOn = launchPaperOf(movement)?.issuedOn ?? work.day;
  if (issuedOn > work.day)
    return refuse("dated-in-future", "Ngày văn bản không thể sau hôm nay.", { field: "on" });
  const step = decideStep(movement.state, "issued-elsewhere", issuedOn);
  if (isRefusal(step)) return step;
  const units = await reachScope(work, movement);
  if (isRefusal(units)) return units;
  await sendDown(work, movement, step, units.length);
  return null;
}

interface ElsewhereInput {
  readonly movementId: number;
  readonly number: string;
  readonly symbol: string;
  readonly on: Day;
  readonly place: string;
  readonly capacity: string | null;
  readonly role: string;
  readonly name: string;
  readonly sameDocument: boolean;
}

/** A draft typed by hand from a paper already signed: its number and day make it issued. */
export const issueElsewhere = act({
  name: "movement.issue-elsewhere",
  async run(work, input: ElsewhereInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, input.movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayDraft(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const paper = paperOf(movement, input);
    const shared = await refuseSharedNumber(work, movement.launcher.id, [paper], input.sameDocument);
    if (shared) return shared;
    await saveDocuments(work.tx, movement.id, [paper], work.at);
    const refusal = await issueFromElsewhere(work, movement.id);
    return refusal ?? movement.id;
  },
});

const paperOf = (movement: Movement, input: ElsewhereInput) => ({
  kind: input.symbol.startsWith("KH") ? "KE_HOACH" : "QUYET_DINH",
  number: input.number,
  symbol: input.symbol,
  issuer: movement.launcher.id,
  issuerName: movement.launcher.name,
  place: input.place || null,
  issuedOn: input.on,
  title: movement.name,
  signatory: { capacity: input.capacity, role: input.role, name: input.name },
  file: null,
  fileName: null,
});

interface ByHandInput {
  readonly importId: number;
  readonly name: string;
  readonly kind: MovementKind;
  readonly fromYear: number;
  readonly toYear: number;
}

/** A paper that could not be read: the movement is typed by hand, the file stays with it. */
export const draftByHand = act({
  name: "plan.by-hand",
  async run(work, { importId, ...given }: ByHandInput): Promise<number | Refusal> {
    const plan = await loadImport(work.tx, importId);
    if (!plan) return movedOn("no-such-import", "Không còn văn bản này.");
    const allowed = await mayDraftFor(work, plan.body);
    if (isRefusal(allowed)) return allowed;
    if (plan.state === "adopted")
      return movedOn("already-adopted", "Văn bản này đã được lập thành phong trào.");
    const launcher = await findUnit(work.tx, plan.body, work.day);
    if (!launcher) return movedOn("no-launcher", "Không còn cơ quan phát động.");
    const draft = emptyDraft(launcher.id, { ...given, level: levelOf(launcher.kind) });
    const documents = [fileAlone({ hash: plan.file, name: plan.fileName })];
    const id = await beginMovement(work, { ...draft, origin: "imported", documents });
    if (isRefusal(id)) return id;
    await saveImportEnd(work.tx, plan.id, "adopted", id);
    work.record("plan.adopted", plan.id, { movement: id, byHand: true });
    return id;
  },
});
