import { findScopeUnit } from "../movements/movement.store.ts";
import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { strangersAmong } from "./candidate.store.ts";
import { findMovementFacts, movementSideOf } from "./deadline.store.ts";
import { linesOf } from "./line.store.ts";
import { faultsOf } from "./line.ts";
import { findRegisteringUnit, type RegisteringUnitOn } from "./registering.store.ts";
import {
  mayReceive,
  maySee,
  mayStart,
  maySubmit,
  mayWithdraw,
  type SeenRegistration,
} from "./registration.may.ts";
import {
  findRegistrationOf,
  loadRegistration,
  saveNewRegistration,
  saveRegistrationEvent,
  unitEndOf,
} from "./registration.store.ts";
import {
  decideAcceptance,
  decideReturn,
  decideSubmission,
  decideWithdrawal,
  refuseEnded,
} from "./registration.ts";
import { targetsOf } from "./target.store.ts";
import { titleAsked } from "./title.ts";

/** Loads for change what the actor may see; what they may not see is not there. */
export async function loadSeen(work: Work, id: number): Promise<SeenRegistration | Refusal> {
  const registration = await loadRegistration(work.tx, id, work.day);
  if (!registration || isRefusal(maySee(work.actor, registration)))
    return refuse("no-such-registration", "Không có đăng ký này.", { kind: "may-not" });
  return registration;
}

/** A unit begins its registration in a movement; one begun before is simply gone on with. */
export const startRegistration = act({
  name: "registration.start",
  async run(work, { movementId, unitId }: { movementId: number; unitId: number }): Promise<number | Refusal> {
    const before = await findRegistrationOf(work.tx, movementId, unitId, work.day);
    const allowed = mayStart(work.actor, unitId);
    if (isRefusal(allowed)) return allowed;
    if (before) return before.id;
    return beginFor(work, movementId, unitId);
  },
});

/** Writes the draft of a unit that the movement reaches, or that stands below one it reaches. */
export async function beginFor(work: Work, movementId: number, unitId: number): Promise<number | Refusal> {
  const unit = await findRegisteringUnit(work.tx, unitId, work.day);
  if (!unit) return refuse("no-such-unit", "Không có đơn vị này.", { field: "unit" });
  const ended = refuseEnded(unit.name, await unitEndOf(work.tx, unitId, work.day));
  if (ended) return ended;
  const movement = await findMovementFacts(work.tx, movementId);
  if (!movement?.open)
    return refuse("movement-closed", "Phong trào đã kết thúc hoặc chưa ban hành nên không nhận đăng ký.", {
      kind: "moved-on",
    });
  const receiver = await receiverFor(work, movement, unit);
  if (isRefusal(receiver)) return receiver;
  const id = await saveNewRegistration(
    work.tx,
    {
      movement: movementId,
      year: movement.year,
      unit: unitId,
      unitName: unit.name,
      addressees: [...new Set([receiver, ...unit.superiors])],
    },
    work.at,
  );
  work.record("registration.started", id, { movementId, unitId });
  return id;
}

/** A unit in scope sends to the launcher; a room below one sends to the unit that gathers. */
async function receiverFor(
  work: Work,
  movement: { id: number; launcher: number },
  unit: RegisteringUnitOn,
): Promise<number | Refusal> {
  if (await findScopeUnit(work.tx, movement.id, unit.id)) return movement.launcher;
  for (const superior of unit.superiors)
    if (await findScopeUnit(work.tx, movement.id, superior)) return superior;
  return refuse("not-in-scope", `${unit.name} không thuộc phạm vi của phong trào này.`, { field: "unit" });
}

interface SubmissionInput {
  readonly registrationId: number;
  readonly version: number;
  readonly lateReason: string;
  readonly remarks: string | null;
}

/** The unit sends what it has written; what counts is the arrival of the request. */
export const submitRegistration = act({
  name: "registration.submit",
  async run(work, input: SubmissionInput): Promise<number | Refusal> {
    const registration = await loadSeen(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const allowed = maySubmit(work.actor, registration);
    if (isRefusal(allowed)) return allowed;
    const facts = await submissionFactsOf(work, registration);
    const event = decideSubmission(
      registration,
      { ...facts, version: input.version },
      {
        at: work.at,
        channel: "online",
        receivedOn: null,
        lateReason: input.lateReason,
        remarks: input.remarks,
      },
    );
    if (isRefusal(event)) return event;
    const fault = await firstFaultOf(work, registration);
    if (fault) return fault;
    await saveRegistrationEvent(work.tx, registration, event, work.actor);
    work.record("registration.submitted", registration.id, { late: event.late });
    work.enqueue("registration.tell-standing-body", { registrationId: registration.id });
    return registration.id;
  },
});

/** What a submission is judged by, as it stands in this transaction. */
export async function submissionFactsOf(work: Work, registration: SeenRegistration) {
  const lines = await linesOf(work.tx, registration.id, work.day);
  const targets = await targetsOf(work.tx, registration.id);
  const movement = await movementSideOf(work.tx, registration);
  return {
    deadline: movement.deadline,
    movementOpen: movement.open,
    listed: lines.filter((line) => line.state === "listed").length,
    targets: targets.length,
    ended: await unitEndOf(work.tx, registration.unit, work.day),
  };
}

async function firstFaultOf(work: Work, registration: SeenRegistration): Promise<Refusal | null> {
  const unit = await findRegisteringUnit(work.tx, registration.unit, work.day);
  const lines = await linesOf(work.tx, registration.id, work.day);
  const strangers = await strangersAmong(work.tx, registration, work.day);
  const faults = faultsOf(
    lines,
    strangers,
    (line) => titleAsked(line.title, line.chain),
    unit!,
    registration.year,
  );
  const first = faults[0];
  return first ? { ...first.refusal, field: undefined } : null;
}

/** The unit takes back what it has sent, until it is accepted. */
export const withdrawRegistration = act({
  name: "registration.withdraw",
  async run(work, input: { registrationId: number; reason: string }): Promise<number | Refusal> {
    const registration = await loadSeen(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const allowed = mayWithdraw(work.actor, registration);
    if (isRefusal(allowed)) return allowed;
    const event = decideWithdrawal(registration, input.reason, work.at);
    if (isRefusal(event)) return event;
    await saveRegistrationEvent(work.tx, registration, event, work.actor);
    work.record("registration.withdrawn", registration.id, { reason: event.reason });
    work.enqueue("registration.tell-standing-body", { registrationId: registration.id });
    return registration.id;
  },
});

interface ReturnInput {
  readonly registrationId: number;
  readonly version: number;
  readonly reason: string;
  readonly dueOn: Day | null;
}

/** The standing body sends it back with a reason and, if it likes, a day by which to send again. */
export const returnRegistration = act({
  name: "registration.return",
  async run(work, input: ReturnInput): Promise<number | Refusal> {
    const registration = await loadSeen(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const allowed = mayReceive(work.actor, registration);
    if (isRefusal(allowed)) return allowed;
    const event = decideReturn(registration, input, work.at, work.day);
    if (isRefusal(event)) return event;
    await saveRegistrationEvent(work.tx, registration, event, work.actor);
    work.record("registration.returned", registration.id, { reason: event.reason });
    work.enqueue("registration.tell-unit", { registrationId: registration.id });
    return registration.id;
  },
});

interface AcceptanceInput {
  readonly registrationId: number;
  readonly version: number;
  readonly remarks: string | null;
}

/** The standing body takes it. */
export const acceptRegistration = act({
  name: "registration.accept",
  async run(work, input: AcceptanceInput): Promise<number | Refusal> {
    const registration = await loadSeen(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const allowed = mayReceive(work.actor, registration);
    if (isRefusal(allowed)) return allowed;
    const { listed, targets } = await submissionFactsOf(work, registration);
    const event = decideAcceptance(registration, { ...input, listed, targets }, work.at);
    if (isRefusal(event)) return event;
    await saveRegistrationEvent(work.tx, registration, event, work.actor);
    work.record("registration.accepted", registration.id);
    work.enqueue("registration.tell-unit", { registrationId: registration.id });
    return registration.id;
  },
});
