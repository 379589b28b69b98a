import type { Code, SubjectKind } from "../law/codes.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { fold, tidy } from "../platform/vietnamese.ts";
import { type LineChain, type RegisteringUnit, routeOf } from "./chain.ts";

/** A line of a registration: one subject, one title or form it aims at, and what it commits to for it. */
export interface Line {
  readonly id: number;
  readonly registration: number;
  readonly title: Code;
  readonly subject: Subject;
  readonly chain: LineChain;
  readonly commitment: string | null;
  readonly state: LineState;
  /** Why the unit did not take a line somebody proposed for themselves. */
  readonly answer: string | null;
  readonly proposedBy: number | null;
  /** The line of a lower registration that this one was gathered from, and whose it is. */
  readonly gatheredFrom: { readonly line: number; readonly unitName: string } | null;
  readonly version: number;
}

/** `proposed`: entered by the person themselves, until the unit's officer takes it into the list or declines. */
export type LineState = "proposed" | "listed" | "declined";

export const lineStateNames: Readonly<Record<LineState, string>> = {
  proposed: "Cá nhân đề nghị, chờ đơn vị",
  listed: "Trong danh sách",
  declined: "Đơn vị không đưa vào",
};

export type Subject = IndividualSubject | CollectiveSubject | HouseholdSubject;

export interface IndividualSubject {
  readonly kind: "individual";
  readonly person: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly gender: "male" | "female" | null;
  /** Post and unit, as of today. */
  readonly post: string | null;
  readonly unitName: string | null;
  readonly worksAs: "leader" | "direct" | null;
}

export interface CollectiveSubject {
  readonly kind: "collective";
  readonly unit: number;
  readonly name: string;
  readonly smallCollective: boolean;
}

export interface HouseholdSubject {
  readonly kind: "household";
  readonly name: string;
}

/** Who a line is for, as chosen on the form and looked up, before it stands. */
export interface Candidate {
  readonly subject: Subject;
  /** Works in the registering unit or below it; the unit itself or one below it. */
  readonly belongs: boolean;
}

/** What the catalogue of the law says of the title asked for. */
export interface TitleAsked {
  readonly code: Code;
  readonly name: string;
  readonly subjects: readonly SubjectKind[];
}

export interface NewLine {
  readonly title: Code;
  readonly subject: Subject;
  readonly chain: LineChain;
  readonly commitment: string | null;
}

const subjectWords: Readonly<Record<SubjectKind, string>> = {
  individual: "cá nhân",
  collective: "tập thể",
  household: "hộ gia đình",
};

const forWholeBodies: ReadonlySet<Code> = new Set(["GOVERNMENT_EMULATION_FLAG", "MINISTRY_EMULATION_FLAG"]);

/** Each line is checked for its kind of subject, its chain and that nobody aims at one title twice. */
export function decideLine(
  asked: { title: TitleAsked; candidate: Candidate; commitment: string | null },
  unit: RegisteringUnit,
  year: number,
  others: readonly Pick<Line, "title" | "subject" | "state">[],
): NewLine | Refusal {
  const { title, candidate } = asked;
  const { subject } = candidate;
  const kind = refuseKind(title, subject);
  if (kind) return kind;
  if (!candidate.belongs)
    return refuse(
      "not-of-this-unit",
      `${subject.name} không thuộc ${unit.name} hôm nay nên không đăng ký tại đây được.`,
      { field: "subject" },
    );
  const route = routeOf(title.code, unit, year);
  if (isRefusal(route)) return route;
  if (others.some((other) => other.state !== "declined" && isSameAim(other, title.code, subject)))
    return refuseTwice(subject.name, title.name);
  const commitment = asked.commitment === null ? null : tidy(asked.commitment) || null;
  return { title: title.code, subject, chain: route.chain, commitment };
}

function refuseKind(title: TitleAsked, subject: Subject): Refusal | null {
  if (!title.subjects.includes(subject.kind)) {
    const allowed = title.subjects.map((kind) => subjectWords[kind]).join(", ");
    return refuse(
      "wrong-kind-of-subject",
      `${title.name} chỉ xét cho ${allowed}; ${subject.name} là ${subjectWords[subject.kind]}.`,
      { field: "title", basis: "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 19, Điều 20" },
    );
  }
  if (forWholeBodies.has(title.code) && subject.kind === "collective" && subject.smallCollective)
    return refuse(
      "flag-for-a-small-collective",
      `${title.name} không xét cho tập thể nhỏ (phòng, tổ, đội) như ${subject.name}.`,
      { field: "title", basis: "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 25, Điều 26" },
    );
  return null;
}

/** The same subject aiming at the same title; different titles for one subject are well allowed. */
export const isSameAim = (line: Pick<Line, "title" | "subject">, title: Code, subject: Subject): boolean =>
  line.title === title && subjectKey(line.subject) === subjectKey(subject);

/** Tells subjects apart; a household has only its name. */
function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case "individual":
      return `person-${subject.person}`;
    case "collective":
      return `unit-${subject.unit}`;
    case "household":
      return `household-${fold(tidy(subject.name))}`;
  }
}

/** A listed line that the law or the unit no longer lets stand, with why. */
export interface LineFault {
  readonly line: Line;
  readonly refusal: Refusal;
}

/** What must be mended before a list is sent: wrong kinds, wrong chains, people who have left the unit. */
export function faultsOf(
  lines: readonly Line[],
  strangers: ReadonlySet<number>,
  titleOf: (line: Line) => TitleAsked,
  unit: RegisteringUnit,
  year: number,
): LineFault[] {
  return lines
    .filter((line) => line.state === "listed")
    .flatMap((line) => {
      const asked = {
        title: titleOf(line),
        candidate: { subject: line.subject, belongs: !strangers.has(line.id) },
        commitment: line.commitment,
      };
      const others = lines.filter((other) => other.id < line.id);
      const decided = decideLine(asked, unit, year, others);
      return isRefusal(decided) ? [{ line, refusal: decided }] : [];
    });
}

const refuseTwice = (subject: string, title: string): Refusal =>
  refuse(
    "registered-twice",
    `${subject} đã có trong đăng ký này với ${title}; mỗi danh hiệu chỉ đăng ký một lần.`,
    {
      field: "subject",
    },
  );

/** A line somebody proposed for themselves is taken into the list or declined with a reason. */
export function decideProposal(
  line: Pick<Line, "state">,
  verdict: "listed" | "declined",
  answer: string,
): { state: LineState; answer: string | null } | Refusal {
  if (line.state !== "proposed")
    return refuse("not-proposed", "Dòng này đã được đơn vị xem xét.", { kind: "moved-on" });
  if (verdict === "listed") return { state: "listed", answer: null };
  const words = tidy(answer);
  if (!words)
    return refuse("no-reason", "Hãy ghi lý do không đưa vào danh sách để người đề nghị biết.", {
      field: "answer",
    });
  return { state: "declined", answer: words };
}
