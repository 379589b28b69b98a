import { act } from "../platform/act.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, lastDayOf, writeDay, yearOf } from "../platform/day.ts";
import { officialCalendar } from "../platform/holidays.ts";
import { isRefusal, type Permit, type Refusal, refuse } from "../platform/refusal.ts";
import { commentsOn } from "./comment.store.ts";
import { findNumberTaken, saveDocuments } from "./document.store.ts";
import { launchFindings } from "./findings.ts";
import { eventsOf, movementsToStart, saveStep } from "./life.store.ts";
import {
  decideAdoption,
  decideClosing,
  decideReturn,
  decideSignature,
  decideStep,
  type MovementEventKind,
  type NewMovementEvent,
} from "./life.ts";
import { loadAsSeen } from "./loading.acts.ts";
import { hasProved, mayDraft, mayIssue, mayNoteSignature, mayNumber, maySign } from "./movement.may.ts";
import { findMovement } from "./movement.store.ts";
import { launchPaperOf, type Movement } from "./movement.ts";
import { decideNumbering } from "./numbering.ts";
import { reachScope, tellScope } from "./sending.acts.ts";
import { saveServices } from "./service.store.ts";

interface StepInput {
  readonly movementId: number;
  readonly remarks?: string | null;
}

type May = (actor: Actor, movement: Movement) => Permit | Refusal;

/** A step that needs nothing but the right and the state. */
const plainStep = (name: string, kind: MovementEventKind, may: May) =>
  act({
    name,
    async run(work, { movementId, remarks = null }: StepInput): Promise<number | Refusal> {
      const movement = await loadAsSeen(work, movementId, null);
      if (isRefusal(movement)) return movement;
      const allowed = may(work.actor, movement);
      if (isRefusal(allowed)) return allowed;
      const step = decideStep(movement.state, kind, work.day, remarks);
      if (isRefusal(step)) return step;
      await saveStep(work.tx, movement, step, work.actor, work.at);
      work.record(`movement.${kind}`, movement.id, { remarks: step.remarks });
      return movement.id;
    },
  });

/** The paper is printed for signature; from now on its words stand. */
export const printMovement = plainStep("movement.print", "printed", mayDraft);

/** Those in scope may read the draft and comment on each section. */
export const openForComment = act({
  name: "movement.open",
  async run(work, { movementId, remarks = null }: StepInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayDraft(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const step = decideStep(movement.state, "opened", work.day, remarks);
    if (isRefusal(step)) return step;
    const units = await reachScope(work, movement);
    if (isRefusal(units)) return units;
    await saveStep(work.tx, movement, step, work.actor, work.at);
    await tellScope(work, movement, "movement.opened", `Mời góp ý dự thảo “${movement.name}”.`);
    work.record("movement.opened", movement.id, { units: units.length });
    return movement.id;
  },
});

export const adoptMovement = act({
  name: "movement.adopt",
  async run(work, { movementId, remarks = null }: StepInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = maySign(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const unanswered = (await commentsOn(work.tx, movement.id)).filter((comment) => comment.answer === null);
    const step = decideAdoption(movement.state, unanswered.length, work.day, remarks);
    if (isRefusal(step)) return step;
    await saveStep(work.tx, movement, step, work.actor, work.at);
    work.record("movement.adopted", movement.id, { remarks: step.remarks });
    return movement.id;
  },
});

export const returnMovement = act({
  name: "movement.return",
  async run(work, { movementId, remarks = null }: StepInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayIssue(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const step = decideReturn(movement.state, remarks ?? "", work.day);
    if (isRefusal(step)) return step;
    await saveStep(work.tx, movement, step, work.actor, work.at);
    work.record("movement.returned", movement.id, { reason: step.remarks });
    return movement.id;
  },
});

interface SignatureInput {
  readonly movementId: number;
  readonly capacity: string | null;
  readonly role: string;
  readonly name: string;
  readonly on: Day;
}

/** Who signed the paper, in which capacity and when. */
export const signMovement = act({
  name: "movement.sign",
  async run(work, { movementId, ...signed }: SignatureInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayNoteSignature(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const events = await eventsOf(work.tx, movement.id);
    const adoptedOn = events.findLast((event) => event.kind === "adopted")?.onDay ?? null;
    const step = decideSignature(movement.state, signed, adoptedOn, work.day);
    if (isRefusal(step)) return step;
    await saveStep(work.tx, movement, step, work.actor, work.at);
    work.record("movement.signed", movement.id, step.data);
    return movement.id;
  },
});

interface NumberingInput {
  readonly movementId: number;
  readonly number: string;
  readonly symbol: string;
  readonly on: Day;
  readonly place: string;
}

/** The clerical office gives number and day; a number given already in the year is refused. */
export const numberMovement = act({
  name: "movement.number",
  async run(work, { movementId, place, ...typed }: NumberingInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayNumber(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const step = decideStep(movement.state, "numbered", typed.on);
    if (isRefusal(step)) return step;
    const signature = (await eventsOf(work.tx, movement.id)).findLast((event) => event.kind === "signed");
    const taken = await findNumberTaken(work.tx, movement.launcher.id, {
      number: typed.number,
      symbol: typed.symbol,
      year: yearOf(typed.on),
    });
    const numbering = decideNumbering(typed, signature?.onDay ?? null, work.day, taken);
    if (isRefusal(numbering)) return numbering;
    await saveStep(work.tx, movement, { ...step, data: { ...numbering } }, work.actor, work.at);
    await saveDocuments(
      work.tx,
      movement.id,
      [launchDocument(movement, numbering, place, signature?.data)],
      work.at,
      true,
    );
    work.record("movement.numbered", movement.id, { ...numbering });
    return movement.id;
  },
});

const launchDocument = (
  movement: Movement,
  numbering: { number: string; symbol: string; on: Day },
  place: string,
  signature: Readonly<Record<string, unknown>> | undefined,
) => ({
  kind: numbering.symbol.startsWith("KH") ? "KE_HOACH" : "QUYET_DINH",
  number: numbering.number,
  symbol: numbering.symbol,
  issuer: movement.launcher.id,
  issuerName: movement.launcher.name,
  place,
  issuedOn: numbering.on,
  title: `Ban hành Kế hoạch ${movement.name.charAt(0).toLocaleLowerCase("vi")}${movement.name.slice(1)}`,
  signatory: {
    capacity: textIn(signature, "capacity"),
    role: textIn(signature, "role"),
    name: textIn(signature, "name"),
  },
  file: null,
  fileName: null,
});

const textIn = (data: Readonly<Record<string, unknown>> | undefined, key: string): string | null =>
  typeof data?.[key] === "string" ? data[key] : null;

interface IssueInput {
  readonly movementId: number;
  /** The person has looked at what the launch lacks and issues it all the same. */
  readonly acknowledged: boolean;
}

/** Sends the launch down: the units in scope are written, told, and have it as work from now on. */
export const issueMovement = act({
  name: "movement.issue",
  async run(work, { movementId, acknowledged }: IssueInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayIssue(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const proved = hasProved(work.actor);
    if (isRefusal(proved)) return proved;
    const step = decideStep(movement.state, "issued", work.day);
    if (isRefusal(step)) return step;
    const units = await reachScope(work, movement);
    if (isRefusal(units)) return units;
    const groups = [...new Set(units.map((unit) => unit.audience))];
    const launchedOn = launchPaperOf(movement)?.issuedOn ?? work.day;
    const findings = launchFindings(movement, launchedOn, officialCalendar(), groups);
    const blocking = findings.find((finding) => finding.severity === "block");
    if (blocking) return refuse("blocking-finding", `Chưa ban hành được: ${blocking.sentence}`);
    if (!acknowledged && findings.some((finding) => finding.severity === "watch"))
      return refuse("not-acknowledged", "Hãy xác nhận đã xem những điểm nên xem trước khi ban hành.", {
        field: "acknowledged",
      });
    await sendDown(work, movement, step, units.length);
    return movement.id;
  },
});

/** What issuing does, whether numbered here or brought in as a paper already issued. */
export async function sendDown(
  work: Parameters<typeof tellScope>[0],
  movement: Movement,
  step: NewMovementEvent,
  units: number,
): Promise<void> {
  const state = await saveStep(work.tx, movement, step, work.actor, work.at);
  await saveServices(work.tx, movement.id, movement.recipients);
  if (movement.fromYear <= yearOf(work.day)) {
    const start = { kind: "started", onDay: work.day, remarks: null } as const;
    await saveStep(work.tx, { id: movement.id, state }, start, work.actor, work.at);
  }
  // A launch of the past is brought in for the record: nobody has to be told of it.
  const told =
    lastDayOf(movement.toYear) < work.day
      ? 0
      : await tellScope(
          work,
          movement,
          "movement.issued",
          `${movement.launcher.name} đã ban hành “${movement.name}”.`,
        );
  work.record(`movement.${step.kind}`, movement.id, { units, told, onPortal: movement.onPortal });
}

export const closeMovement = act({
  name: "movement.close",
  async run(work, { movementId, remarks = null }: StepInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayIssue(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const step = decideClosing(movement.state, lastDayOf(movement.toYear), work.day, remarks);
    if (isRefusal(step)) return step;
    await saveStep(work.tx, movement, step, work.actor, work.at);
    work.record("movement.closed", movement.id, { remarks: step.remarks, on: writeDay(step.onDay) });
    return movement.id;
  },
});

/** Each night: launches whose first year has come begin to run. */
export const startMovements = act({
  name: "movement.start",
  async run(work, _: Readonly<Record<string, unknown>>): Promise<number> {
    const ids = await movementsToStart(work.tx, yearOf(work.day));
    for (const id of ids) {
      const movement = await findMovement(work.tx, id, work.day);
      if (!movement) continue;
      await saveStep(
        work.tx,
        movement,
        { kind: "started", onDay: work.day, remarks: null },
        work.actor,
        work.at,
      );
      work.record("movement.started", id);
    }
    return ids.length;
  },
});
