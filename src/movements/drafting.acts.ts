import { countingPosts } from "../org/reach.ts";
import { findUnit } from "../org/unit.store.ts";
import { type Act, act, type Work } from "../platform/act.ts";
import { type Day, writeDay, yearOf } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { saveDeadline, saveNewDeadlines, saveSettlement, withdrawDeadline } from "./deadline.store.ts";
import { decideIdentity, emptyDraft, type MovementDraft, type NewDeadline } from "./draft.ts";
import { saveStep } from "./life.store.ts";
import { isBeingWritten } from "./life.ts";
import { loadAsSeen } from "./loading.acts.ts";
import { mayDraft } from "./movement.may.ts";
import { findMovement } from "./movement.store.ts";
import { levelOf, type Movement, type MovementKind } from "./movement.ts";
import { bodiesServing } from "./movement-reach.store.ts";
import { countVersion, saveChange, saveNewMovement } from "./movement-save.store.ts";
import { responsibleNames } from "./outline.ts";
import { unitsNamed } from "./scope.store.ts";
import { changesBetween, describeSection, type MovementChange, type SectionKey } from "./sections.ts";
import { shiftMovement } from "./shift.ts";

/** The unit in whose post the drafter writes, when it is one of the launching bodies. */
const draftingUnit = (work: Work, bodies: readonly number[]): number | null =>
  countingPosts(work.actor).find((post) => post.kind === "standing-officer" && bodies.includes(post.unit))
    ?.unit ?? null;

/** Writes a new movement as a draft, with its first step. */
export async function beginMovement(work: Work, draft: MovementDraft): Promise<number | Refusal> {
  const launcher = await findUnit(work.tx, draft.launcher, work.day);
  if (!launcher) return refuse("no-launcher", "Hãy chọn cơ quan phát động.", { field: "launcher" });
  if (launcher.validity.to !== null && launcher.validity.to <= work.day)
    return movedOn(
      "launcher-ended",
      `${launcher.name} đã kết thúc từ ngày ${writeDay(launcher.validity.to)}; hãy chọn cơ quan kế tục.`,
    );
  const bodies = await bodiesServing(work.tx, launcher.id, work.day);
  const allowed = mayDraft(work.actor, {
    bodies,
    launcher: { id: launcher.id, name: launcher.name, kind: launcher.kind },
  });
  if (isRefusal(allowed)) return allowed;
  const identity = decideIdentity(draft, yearOf(work.day));
  if (isRefusal(identity)) return identity;
  const contents = await withUnits(work, draft.contents);
  const id = await saveNewMovement(
    work.tx,
    { ...draft, ...identity, contents, draftedIn: draftingUnit(work, bodies) },
    work.at,
  );
  const step = { kind: "drafted", onDay: work.day, remarks: null, data: { origin: draft.origin } } as const;
  await saveStep(work.tx, { id, state: "draft" }, step, work.actor, work.at);
  work.record("movement.drafted", id, { name: identity.name, origin: draft.origin });
  return id;
}

interface NewMovementInput {
  readonly launcher: number;
  readonly kind: MovementKind;
  readonly name: string;
  readonly fromYear: number;
  readonly toYear: number;
}

/** A launch written from nothing. */
export const draftMovement: Act<NewMovementInput, number> = act({
  name: "movement.draft",
  async run(work, { launcher, ...given }: NewMovementInput): Promise<number | Refusal> {
    const unit = await findUnit(work.tx, launcher, work.day);
    if (!unit) return refuse("no-launcher", "Hãy chọn cơ quan phát động.", { field: "launcher" });
    return beginMovement(work, emptyDraft(launcher, { ...given, level: levelOf(unit.kind) }));
  },
});

interface CopyInput {
  readonly movementId: number;
  readonly year: number;
}

/** Last year's launch as this year's draft. */
export const copyMovement = act({
  name: "movement.copy",
  async run(work, { movementId, year }: CopyInput): Promise<number | Refusal> {
    const before = await findMovement(work.tx, movementId, work.day);
    if (!before) return movedOn("no-such-movement", "Không còn phong trào này.");
    return beginMovement(work, shiftMovement(before, year, null));
  },
});

/** A paper that amends: number, day and reason. */
export interface Amendment {
  readonly symbol: string;
  readonly day: Day;
  readonly reason: string;
}

interface ChangeInput {
  readonly movementId: number;
  readonly version: number;
  readonly section: SectionKey;
  readonly change: MovementChange;
  /** Needed once the launch is in force; then the change is a new fact beside the old. */
  readonly amendment: Amendment | null;
}

/** Changes one section: freely while the launch is written, by amendment once it is in force. */
export const changeSection = act({
  name: "movement.change",
  async run(work, input: ChangeInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, input.movementId, input.version);
    if (isRefusal(movement)) return movement;
    const allowed = mayDraft(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const change = await completed(work, movement, input.change);
    if (isRefusal(change)) return change;
    if (!isBeingWritten(movement.state)) {
      const after = { ...movement, ...change };
      const refusal = await amend(work, movement, { ...input, after });
      if (refusal) return refusal;
    } else work.record("movement.changed", movement.id, { section: input.section });
    await saveChange(work.tx, movement.id, change);
    return movement.id;
  },
});

/** Looks up names, and refuses what cannot be. */
async function completed(
  work: Work,
  movement: Movement,
  change: MovementChange,
): Promise<MovementChange | Refusal> {
  if (change.name !== undefined) {
    const identity = decideIdentity({ ...movement, ...change }, yearOf(work.day));
    if (isRefusal(identity)) return identity;
  }
  const kept = new Set(change.targets?.map((target) => target.id));
  if (
    change.targets &&
    !isBeingWritten(movement.state) &&
    movement.targets.some((target) => !kept.has(target.id))
  )
    return refuse(
      "target-stays",
      "Phong trào đã ban hành thì chỉ tiêu không bỏ được; hãy sửa nội dung của chỉ tiêu.",
    );
  if (!change.contents) return change;
  return { ...change, contents: await withUnits(work, change.contents) };
}

async function withUnits(work: Work, contents: Movement["contents"]): Promise<Movement["contents"]> {
  const names = [...new Set(contents.flatMap((content) => responsibleNames(content.responsible)))];
  const units = await unitsNamed(work.tx, names, work.day);
  return contents.map((content) => ({
    ...content,
    units: responsibleNames(content.responsible).flatMap((name) => units.get(name) ?? []),
  }));
}

interface Amended {
  readonly section: SectionKey;
  readonly after: Parameters<typeof describeSection>[1];
  readonly amendment: Amendment | null;
}

/** Writes an amendment as a new fact: what stood, what stands, by which paper and why. */
async function amend(work: Work, movement: Movement, given: Amended): Promise<Refusal | null> {
  const { amendment, section, after } = given;
  if (movement.state !== "issued" && movement.state !== "running")
    return movedOn("not-from-here", "Phần này không sửa được ở bước hiện tại; hãy trả lại để soạn tiếp.");
  if (!amendment || !tidy(amendment.symbol))
    return refuse("no-instrument", "Hãy nhập số, ký hiệu của văn bản điều chỉnh.", {
      field: "amendment.symbol",
    });
  if (!tidy(amendment.reason))
    return refuse("no-reason", "Hãy ghi lý do điều chỉnh.", { field: "amendment.reason" });
  const changes = changesBetween(
    describeSection(section, movement, new Map()),
    describeSection(section, after, new Map()),
  );
  if (changes.length === 0) return refuse("nothing-changed", "Nội dung chưa có gì thay đổi.");
  const paper = { symbol: tidy(amendment.symbol), day: amendment.day };
  const step = { kind: "amended", onDay: amendment.day, remarks: tidy(amendment.reason) } as const;
  await saveStep(work.tx, movement, { ...step, data: { section, ...paper, changes } }, work.actor, work.at);
  work.record("movement.amended", movement.id, { section, ...paper, changes });
  return null;
}

interface DeadlineInput {
  readonly movementId: number;
  readonly version: number;
  /** null for a new one. */
  readonly deadlineId: number | null;
  readonly deadline: Omit<NewDeadline, "settlement">;
  readonly amendment: Amendment | null;
}

/** Adds a deadline, or changes one while the launch is written; in force, days change by settlement only. */
export const putDeadline = act({
  name: "movement.put-deadline",
  async run(work, input: DeadlineInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, input.movementId, input.version);
    if (isRefusal(movement)) return movement;
    const allowed = mayDraft(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const before = movement.deadlines.find((deadline) => deadline.id === input.deadlineId);
    if (input.deadlineId !== null && !before) return movedOn("no-such-deadline", "Không còn hạn này.");
    if (!tidy(input.deadline.what)) return refuse("no-what", "Hãy ghi việc phải làm.", { field: "what" });
    if (!isBeingWritten(movement.state)) {
      if (before)
        return movedOn("settle-instead", "Phong trào đã ban hành: ngày của hạn đổi bằng văn bản điều chỉnh.");
      const added = { ...input.deadline, id: 0, withdrawn: false, settlements: [] };
      const after = { ...movement, deadlines: [...movement.deadlines, added] };
      const refusal = await amend(work, movement, { ...input, section: "han", after });
      if (refusal) return refusal;
    }
    if (before) {
      const refusal = await changeDeadline(work, before, input.deadline);
      if (refusal) return refusal;
    }
    if (!before) await saveNewDeadlines(work.tx, movement.id, [input.deadline]);
    await countVersion(work.tx, movement.id);
    work.record("movement.deadline-put", movement.id, {
      what: input.deadline.what,
      wording: input.deadline.wording,
    });
    return movement.id;
  },
});

/** A day that was settled before changes with a settlement too, so that its way stays told. */
async function changeDeadline(
  work: Work,
  before: Movement["deadlines"][number],
  deadline: DeadlineInput["deadline"],
): Promise<Refusal | null> {
  if (before.settlements.length > 0 && deadline.day === null)
    return refuse("settled-day-stays", "Hạn này đã được xác định ngày; hãy nhập ngày, hoặc bỏ hạn này.", {
      field: "day",
    });
  await saveDeadline(work.tx, before.id, deadline);
  if (before.settlements.length > 0 && deadline.day !== before.day) {
    const paper = { instrumentSymbol: null, instrumentDay: null };
    const reason = "Sửa trong lúc soạn dự thảo.";
    const { day, inclusive } = deadline;
    await saveSettlement(
      work.tx,
      before,
      { way: "set-here", day, inclusive, reason, ...paper },
      work.actor,
      work.at,
    );
  }
  return null;
}

interface WithdrawalInput {
  readonly movementId: number;
  readonly version: number;
  readonly deadlineId: number;
  readonly amendment: Amendment | null;
}

/** A deadline no longer asked for; it stays in the record. */
export const dropDeadline = act({
  name: "movement.drop-deadline",
  async run(work, input: WithdrawalInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, input.movementId, input.version);
    if (isRefusal(movement)) return movement;
    const allowed = mayDraft(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const before = movement.deadlines.find(
      (deadline) => deadline.id === input.deadlineId && !deadline.withdrawn,
    );
    if (!before) return movedOn("no-such-deadline", "Không còn hạn này.");
    if (!isBeingWritten(movement.state)) {
      const deadlines = movement.deadlines.filter((deadline) => deadline !== before);
      const refusal = await amend(work, movement, {
        ...input,
        section: "han",
        after: { ...movement, deadlines },
      });
      if (refusal) return refusal;
    }
    await withdrawDeadline(work.tx, before.id);
    await countVersion(work.tx, movement.id);
    work.record("movement.deadline-dropped", movement.id, { what: before.what, wording: before.wording });
    return movement.id;
  },
});
