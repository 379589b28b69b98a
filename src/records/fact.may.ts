import type { PostKind } from "../org/post.ts";
import { actsWithin, isSelf, standsIn } from "../org/reach.ts";
import { type Actor, isSystem } from "../platform/actor.ts";
import { any, isRefusal, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import { type Fact, type FactKind, type FactValues, isRestricted, type SubjectRef } from "./fact.ts";

/** Whose record it is, with the units whose posts reach it: where they work and all above. */
export interface SubjectInReach extends SubjectRef {
  readonly within: readonly number[];
}

type Right = Permit | Refusal;

/** Who reads records of people and units below them. `record-reach.store.ts` says the same in SQL. */
export const recordReaders: readonly PostKind[] = [
  "unit-head",
  "unit-deputy",
  "unit-officer",
  "standing-officer",
  "inspector",
];

const actsAs = (actor: Actor, kinds: readonly PostKind[], subject: SubjectInReach): Right =>
  any(...kinds.map((kind) => actsWithin(actor, kind, subject.within)));

const isOneself = (actor: Actor, subject: SubjectInReach): boolean =>
  subject.kind === "person" && !isRefusal(isSelf(actor, subject.id));

/** One's own record, those of one's unit, those below one's post. */
export const maySeeRecord = (actor: Actor, subject: SubjectInReach): Right => {
  if (isSystem(actor) || isOneself(actor, subject)) return permit("system or oneself");
  const above = actsAs(actor, recordReaders, subject);
  return subject.kind === "unit" ? any(standsIn(actor, subject.id), above) : above;
};

/** Discipline and pending matters: the standing officers of a body above and the heads of the units. */
export const mayKnowRestricted = (actor: Actor, subject: SubjectInReach): Right => {
  if (isSystem(actor)) return permit("system");
  if (isOneself(actor, subject))
    return mayNot("own-record", "Nội dung này không xem về chính mình trong hệ thống.");
  return actsAs(actor, ["standing-officer", "unit-head"], subject);
};

/**
 * People know the measures taken against them and that their discipline is being considered. Whether they
 * may learn here of an investigation or a denunciation no source settles, so they do not; no post of their
 * own helps them to it.
 */
const maySeeFact = (actor: Actor, subject: SubjectInReach, fact: FactValues): Right => {
  if (!isRestricted(fact.kind)) return maySeeRecord(actor, subject);
  const told = fact.kind === "discipline" || (fact.kind === "pending" && fact.matter === "disciplineReview");
  return told && isOneself(actor, subject) ? permit("told to oneself") : mayKnowRestricted(actor, subject);
};

/** What of a record somebody sees. What they may not see is not there, and a count of it neither. */
export const factsSeen = (actor: Actor, subject: SubjectInReach, facts: readonly Fact[]): Fact[] => {
  const knows = !isRefusal(mayKnowRestricted(actor, subject));
  return facts
    .filter((fact) => !isRefusal(maySeeFact(actor, subject, fact)))
    .map((fact) => (fact.kind === "collective" && !knows ? { ...fact, warnedOrWorse: null } : fact));
};

/** Records are kept by the unit's officer and the standing officers; nobody keeps their own. */
export const mayWriteFact = (actor: Actor, subject: SubjectInReach, kind: FactKind): Right => {
  if (isSystem(actor)) return permit("system");
  if (isOneself(actor, subject))
    return mayNot(
      "own-record",
      "Không tự ghi vào hồ sơ của chính mình; hãy gửi giấy tờ cho Thường trực hoặc cán bộ đầu mối khác.",
    );
  if (isRestricted(kind)) return mayKnowRestricted(actor, subject);
  return actsAs(actor, ["unit-officer", "standing-officer"], subject);
};
