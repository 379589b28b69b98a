import type { Day } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { sameTones, tidy } from "../platform/vietnamese.ts";
import type { Awards } from "./award.ts";
import { decideValues, type SubjectTraits } from "./decide-fact.ts";
import { type Fact, identityOf, type NewFact, type SubjectKind, wordingOf } from "./fact.ts";
import type { Candidate, Choices, LineFate, PlannedLine, ReadLine } from "./import.ts";

/** Somebody or a unit that may be meant, with what decides whether it is. */
export interface Known extends Candidate {
  /** Units in which somebody works, with all above; for a unit itself. */
  readonly units: readonly number[];
  readonly traits: SubjectTraits;
  /** Whether the person who brought the list may write into that record. */
  readonly writable: boolean;
}

/** What a list is held against. */
export interface Against {
  readonly subject: SubjectKind;
  readonly awards: Awards;
  readonly day: Day;
  /** Those of a line's name, or the unit that a line names. */
  alike(line: ReadLine): readonly Known[];
  /** The units a text means. */
  unitsNamed(text: string): readonly number[];
  standing(id: number): readonly Fact[];
}

/** What becomes of each line: two lines of one list that say something of one thing are told apart. */
export function planLines(lines: readonly ReadLine[], against: Against, choices: Choices): PlannedLine[] {
  const seen = new Map<string, { row: number; wording: string }>();
  return lines.map((read) => {
    const fate = fateOf(read, against, choices);
    if (fate.kind !== "new" && fate.kind !== "differs") return { read, fate };
    const key = `${fate.subject.id} ${identityOf(fate.fact)}`;
    const before = seen.get(key);
    seen.set(key, before ?? { row: read.row, wording: wordingOf(fate.fact) });
    if (!before) return { read, fate };
    return before.wording === wordingOf(fate.fact)
      ? { read, fate: { kind: "same", who: fate.who } }
      : { read, fate: wrong(`Trái với dòng ${before.row} của chính danh sách này.`) };
  });
}

function fateOf(read: ReadLine, against: Against, choices: Choices): LineFate {
  if (read.fact === null) return { kind: "wrong", errors: read.errors };
  const whom = whoIsMeant(read, against, choices);
  return "kind" in whom ? whom : fateFor(whom, read.fact, against);
}

/**
 * A name with the birth year or the unit to prove it, and nothing against it, is that person. Every other
 * likeness is shown side by side and decided by a person.
 */
function whoIsMeant(read: ReadLine, against: Against, choices: Choices): Known | LineFate {
  const all = against.alike(read);
  if (against.subject === "unit") {
    if (all.length === 0) return wrong(`Không có đơn vị “${read.unitText}”; hãy ghi đúng tên hoặc mã.`);
    return all.length === 1 ? all[0]! : chosenOr(read, all, choices);
  }
  if (!tidy(read.name)) return wrong("Chưa ghi họ và tên.");
  const named = against.unitsNamed(read.unitText);
  const possible = all.filter(
    (known) =>
      sameName(known.name, read.name) &&
      (read.birthYear === null || known.birthYear === null || known.birthYear === read.birthYear),
  );
  if (possible.length === 0) {
    if (all.length > 0) return chosenOr(read, all, choices);
    return wrong(`Không có ai tên “${read.name}” trong hệ thống; hãy thêm người trước.`);
  }
  const [only] = possible;
  const worksThere = named.length > 0 && only!.units.some((unit) => named.includes(unit));
  const sameYear = read.birthYear !== null && only!.birthYear === read.birthYear;
  const certain = possible.length === 1 && (worksThere || (sameYear && named.length === 0));
  return certain ? only! : chosenOr(read, possible, choices);
}

const chosenOr = (read: ReadLine, candidates: readonly Known[], choices: Choices): Known | LineFate => {
  const choice = choices[read.key];
  const chosen =
    typeof choice === "object" ? candidates.find((candidate) => candidate.id === choice.person) : undefined;
  return chosen ?? { kind: "doubtful", candidates };
};

function fateFor(who: Known, fact: NewFact, { awards, day, subject, standing }: Against): LineFate {
  if (!who.writable) return wrong(`Bạn không ghi hồ sơ của ${who.name}, ${who.detail}.`);
  const sound = decideValues(fact, { subject: who.traits, awards, day });
  if (isRefusal(sound)) return wrong(sound.sentence);
  const twin = standing(who.id).find((other) => identityOf(other) === identityOf(sound));
  const ref = { kind: subject, id: who.id };
  if (twin === undefined) return { kind: "new", subject: ref, fact: sound, who };
  // What the list leaves open contradicts nothing: it says something new only beyond what stands.
  const whole = completedBy(sound, twin);
  if (wordingOf(whole) === wordingOf(twin)) return { kind: "same", who };
  return { kind: "differs", subject: ref, fact: whole, standing: twin, who };
}

/** A line with what stands and the line does not speak of: the paper, and what an award has gathered since. */
function completedBy(fact: NewFact, standing: Fact): NewFact {
  return {
    ...fact,
    paperSymbol: fact.paperSymbol ?? standing.paperSymbol,
    paperDay: fact.paperDay ?? standing.paperDay,
    decidedBy: fact.decidedBy ?? standing.decidedBy,
    remarks: fact.remarks ?? standing.remarks,
    ...(fact.kind === "honour" &&
      standing.kind === "honour" && {
        fromYear: fact.fromYear ?? standing.fromYear,
        posthumous: standing.posthumous,
        revokedOn: standing.revokedOn,
        revokedBy: standing.revokedBy,
      }),
    ...(fact.kind === "initiative" &&
      standing.kind === "initiative" && {
        title: standing.title,
        recognised: fact.recognised ?? standing.recognised,
        usedFor: standing.usedFor,
      }),
    ...(fact.kind === "discipline" &&
      standing.kind === "discipline" && { toDay: fact.toDay ?? standing.toDay }),
  } as NewFact;
}

const wrong = (sentence: string): LineFate => ({ kind: "wrong", errors: [sentence] });

const sameName = (left: string, right: string): boolean =>
  sameTones(tidy(left).toLowerCase()) === sameTones(tidy(right).toLowerCase());
