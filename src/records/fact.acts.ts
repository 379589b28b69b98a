import { act, type Work } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, mayNot, movedOn, type Refusal } from "../platform/refusal.ts";
import type { Awards } from "./award.ts";
import { decideCorrection, decideFact, decideRevocation, decideWithdrawal } from "./decide-fact.ts";
import { factsSeen, mayKnowRestricted, mayWriteFact } from "./fact.may.ts";
import {
  factsAbout,
  factsAboutMany,
  findFact,
  isStanding,
  type KeptDocument,
  type RowToWrite,
  recorderOf,
  saveFacts,
} from "./fact.store.ts";
import { type Fact, type FactKind, type NewFact, type SubjectRef, wordingOf } from "./fact.ts";
import { lockSubject, lockSubjects, type Subject } from "./subject.store.ts";

interface Written {
  readonly fact: NewFact;
  readonly awards: Awards;
  /** The token of a staged file; null without a new document. */
  readonly document: string | null;
}

/** Somebody who keeps the record writes a fact down. */
export const addFact = act({
  name: "record.add",
  async run(work, { subject: ref, fact, awards, document }: Written & { subject: SubjectRef }) {
    const subject = await lockSubject(work.tx, ref, work.day);
    if (!subject) return gone();
    const allowed = mayWriteFact(work.actor, subject, fact.kind);
    if (isRefusal(allowed)) return allowed;
    const standing = await factsAbout(work.tx, subject);
    const decided = decideFact(completed(work, subject, fact, null), {
      subject,
      awards,
      standing,
      day: work.day,
    });
    if (isRefusal(decided)) return decided;
    const kept = await documentOf(work, document);
    const id = await saveRow(work, { subject, fact: decided, document: kept, change: null });
    work.record("record.added", `${fact.kind}:${id}`);
    return id;
  },
});

interface Named {
  readonly kind: FactKind;
  readonly id: number;
}

/** A wrong fact is corrected by a new one beside it, with the reason. */
export const correctFact = act({
  name: "record.correct",
  async run(work, { kind, id, fact, awards, document, reason }: Written & Named & { reason: string }) {
    const loaded = await loadForChange(work, { kind, id });
    if (isRefusal(loaded)) return loaded;
    const { old, subject } = loaded;
    const standing = await factsAbout(work.tx, subject);
    const told = completed(work, subject, fact, old);
    const decided = decideCorrection(old, told, reason, { subject, awards, standing, day: work.day });
    if (isRefusal(decided)) return decided;
    const kept = (await documentOf(work, document)) ?? documentBehind(old);
    const change = { replaces: old.id, withdrawn: false, reason };
    const corrected = await saveRow(work, { subject, fact: decided, document: kept, change });
    work.record("record.corrected", `${kind}:${corrected}`, { replaces: old.id });
    return corrected;
  },
});

/** A fact that should not stand is withdrawn; its row stays, with who took it back and why. */
export const withdrawFact = act({
  name: "record.withdraw",
  async run(work, { kind, id, reason: given }: Named & { reason: string }): Promise<number | Refusal> {
    const loaded = await loadForChange(work, { kind, id });
    if (isRefusal(loaded)) return loaded;
    const { old, subject } = loaded;
    const reason = decideWithdrawal(old, given);
    if (isRefusal(reason)) return reason;
    const change = { replaces: old.id, withdrawn: true, reason };
    const withdrawn = await saveRow(work, { subject, fact: old, document: documentBehind(old), change });
    work.record("record.withdrawn", `${kind}:${withdrawn}`, { replaces: old.id });
    return withdrawn;
  },
});

interface RevocationInput {
  readonly id: number;
  readonly revokedOn: Day;
  readonly revokedBy: string;
}

/** Another decision took an award back: the award stays in the record, marked so, and counts no more. */
export const revokeHonour = act({
  name: "record.revoke-honour",
  async run(work, { id, revokedOn, revokedBy }: RevocationInput): Promise<number | Refusal> {
    const loaded = await loadForChange(work, { kind: "honour", id });
    if (isRefusal(loaded)) return loaded;
    const { old, subject } = loaded;
    const decided = decideRevocation(old, revokedOn, revokedBy, work.day);
    if (isRefusal(decided)) return decided;
    const change = { replaces: old.id, withdrawn: false, reason: `Hủy bỏ theo ${revokedBy}` };
    const revoked = await saveRow(work, { subject, fact: decided, document: documentBehind(old), change });
    work.record("record.revoked", `honour:${revoked}`, { replaces: old.id });
    return revoked;
  },
});

export interface SystemRow {
  readonly subject: SubjectRef;
  readonly fact: NewFact;
}

/** Facts that the work itself brings (a decision, the demo); what stands already is not written twice. */
export const recordFacts = act({
  name: "record.by-system",
  async run(work, { kind, rows }: { kind: FactKind; rows: readonly SystemRow[] }): Promise<number | Refusal> {
    if (!isSystem(work.actor)) return mayNot("system-only", "Việc này chỉ do hệ thống ghi.");
    const fresh: RowToWrite[] = [];
    for (const subject of ["person", "unit"] as const) {
      const own = rows.filter((row) => row.subject.kind === subject);
      const ids = own.map((row) => row.subject.id);
      await lockSubjects(work.tx, subject, ids);
      const standing = new Set((await factsAboutMany(work.tx, kind, subject, ids)).map(thingSaid));
      const said = ({ subject: { id }, fact }: SystemRow) => `${id} ${wordingOf(fact)}`;
      for (const row of own)
        if (!standing.has(said(row))) fresh.push({ ...row, document: null, change: null });
    }
    const writing = {
      recorder: recorderOf(work.actor),
      at: work.at,
      source: "system" as const,
      import: null,
    };
    await saveFacts(work.tx, kind, fresh, writing);
    if (fresh.length > 0) work.record("record.added-by-system", kind, { rows: fresh.length });
    return fresh.length;
  },
});

const thingSaid = (fact: Fact): string => `${subjectOf(fact).id} ${wordingOf(fact)}`;

async function loadForChange(
  work: Work,
  { kind, id }: Named,
): Promise<{ old: Fact; subject: Subject } | Refusal> {
  const old = await findFact(work.tx, kind, id);
  if (!old) return gone();
  const subject = await lockSubject(work.tx, subjectOf(old), work.day);
  if (!subject) return gone();
  // A row that this person does not see is not there for them.
  if (factsSeen(work.actor, subject, [old]).length === 0) return gone();
  const allowed = mayWriteFact(work.actor, subject, kind);
  if (isRefusal(allowed)) return allowed;
  if (!(await isStanding(work.tx, old)))
    return movedOn("fact-moved-on", "Dòng này vừa được người khác sửa hoặc rút; hãy xem lại hồ sơ.");
  return { old, subject };
}

/** Of whom a row is. */
export const subjectOf = ({ person, unit }: Pick<Fact, "person" | "unit">): SubjectRef =>
  person === null ? { kind: "unit", id: unit! } : { kind: "person", id: person };

/**
 * What a form does not carry stays as it was: an award's revocation, and the number that tells of discipline
 * for those who may not know it.
 */
function completed(work: Work, subject: Subject, fact: NewFact, old: Fact | null): NewFact {
  if (fact.kind === "honour" && old?.kind === "honour")
    return { ...fact, revokedOn: old.revokedOn, revokedBy: old.revokedBy };
  if (fact.kind !== "collective" || !isRefusal(mayKnowRestricted(work.actor, subject))) return fact;
  return { ...fact, warnedOrWorse: old?.kind === "collective" ? old.warnedOrWorse : null };
}

async function documentOf(work: Work, token: string | null): Promise<KeptDocument | null> {
  if (token === null) return null;
  const staged = await stagedFile(work.tx, work.actor.account ?? "system", token, work.at);
  return staged ? { file: staged.hash, fileName: staged.name } : null;
}

const documentBehind = ({ file, fileName }: Fact): KeptDocument | null =>
  file === null || fileName === null ? null : { file, fileName };

async function saveRow(work: Work, row: RowToWrite): Promise<number> {
  const recorder = recorderOf(work.actor);
  const writing = { recorder, at: work.at, source: "typed" as const, import: null };
  const [id] = await saveFacts(work.tx, row.fact.kind, [row], writing);
  return id!;
}

const gone = (): Refusal => movedOn("no-such-fact", "Không còn dòng này trong hồ sơ.");
