import type { Day } from "../platform/day.ts";
import { inVietnameseOrder } from "../platform/vietnamese.ts";

/**
 * What is known of a person or a unit by year (hồ sơ thành tích): one fact a row, with the paper behind it
 * and who wrote it down. A fact is never changed: a correction is a new row that replaces the old one, a
 * withdrawal a new row that says so. What stands is what nothing has replaced.
 */
export const factKinds = [
  "grade",
  "honour",
  "initiative",
  "discipline",
  "pending",
  "absence",
  "service",
  "collective",
] as const;
export type FactKind = (typeof factKinds)[number];

export const factNames: Readonly<Record<FactKind, string>> = {
  grade: "Xếp loại chất lượng",
  honour: "Danh hiệu, hình thức khen thưởng",
  initiative: "Sáng kiến, đề tài khoa học",
  discipline: "Kỷ luật",
  pending: "Vụ việc đang xem xét",
  absence: "Thời gian nghỉ",
  service: "Bắt đầu công tác",
  collective: "Tình hình tập thể trong năm",
};

export type SubjectKind = "person" | "unit";

/** Of whom a fact is: a person or a unit. */
export interface SubjectRef {
  readonly kind: SubjectKind;
  readonly id: number;
}

const kindsOf: Readonly<Record<SubjectKind, readonly FactKind[]>> = {
  person: ["honour", "grade", "initiative", "discipline", "pending", "absence", "service"],
  unit: ["honour", "grade", "initiative", "collective", "pending"],
};

export const kindsFor = (subject: SubjectKind): readonly FactKind[] => kindsOf[subject];

/** Discipline and pending matters are seen only by those who answer for them. */
export const isRestricted = (kind: FactKind): boolean => kind === "discipline" || kind === "pending";

/** From best to worst, as the law names them. */
export const gradeNames = {
  excellent: "Hoàn thành xuất sắc nhiệm vụ",
  good: "Hoàn thành tốt nhiệm vụ",
  completed: "Hoàn thành nhiệm vụ",
  notCompleted: "Không hoàn thành nhiệm vụ",
} as const;
export type Grade = keyof typeof gradeNames;

export const scopeNames = {
  grassroots: "Cơ sở",
  ministry: "Bộ, ban, ngành, tỉnh",
  national: "Toàn quốc",
} as const;
export type Scope = keyof typeof scopeNames;

export const workNames = {
  initiative: "Sáng kiến",
  scientific: "Đề tài, đề án, công trình khoa học",
} as const;
export type Work = keyof typeof workNames;

export const disciplineNames = {
  reprimand: "Khiển trách",
  warning: "Cảnh cáo",
  demotion: "Giáng chức, cách chức",
  dismissal: "Buộc thôi việc",
} as const;
export type DisciplineForm = keyof typeof disciplineNames;

export const matterNames = {
  disciplineReview: "Đang xem xét kỷ luật",
  investigation: "Đang điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm",
  complaint: "Đang xác minh khiếu nại, tố cáo",
  press: "Đang xác minh nội dung báo chí nêu về tham nhũng, tiêu cực",
} as const;
export type Matter = keyof typeof matterNames;

interface Dated<Kind extends FactKind> {
  readonly kind: Kind;
  /** The year of the achievement; of a span the year in which it begins. */
  readonly year: number;
}

export interface GradeFact extends Dated<"grade"> {
  readonly grade: Grade;
}

/** An award held; `fromYear` where it is for a period that ends with `year`. */
export interface HonourFact extends Dated<"honour"> {
  readonly code: string;
  readonly fromYear: number | null;
  readonly posthumous: boolean;
  readonly revokedOn: Day | null;
  /** The decision that took it back. */
  readonly revokedBy: string | null;
}

export interface InitiativeFact extends Dated<"initiative"> {
  readonly title: string;
  readonly work: Work;
  readonly scope: Scope;
  /** Null when nobody has said. */
  readonly recognised: boolean | null;
  /** Codes of the awards it has served. */
  readonly usedFor: readonly string[];
}

export interface DisciplineFact extends Dated<"discipline"> {
  readonly form: DisciplineForm;
  readonly fromDay: Day;
  /** The first day free of it. */
  readonly toDay: Day | null;
}

export interface PendingFact extends Dated<"pending"> {
  readonly matter: Matter;
  readonly since: Day;
  readonly endedOn: Day | null;
  /** Whether it ended without a fault found; null while it is open. */
  readonly cleared: boolean | null;
}

export interface AbsenceFact extends Dated<"absence"> {
  readonly days: number;
  /** Maternity leave and injuries of bravery count as work (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 5). */
  readonly countsAsWork: boolean;
}

export interface ServiceFact extends Dated<"service"> {
  readonly fromDay: Day;
}

export interface CollectiveFact extends Dated<"collective"> {
  readonly total: number | null;
  readonly completed: number | null;
  readonly advancedWorkers: number | null;
  readonly grassrootsFighters: number | null;
  /** Tells of discipline, so it is as restricted as discipline itself. */
  readonly warnedOrWorse: number | null;
  readonly women: number | null;
  readonly targetsExceeded: boolean | null;
  readonly cleanBodies: boolean | null;
  readonly clusterVoted: boolean | null;
  readonly clusterRank: number | null;
}

export type FactValues =
  | GradeFact
  | HonourFact
  | InitiativeFact
  | DisciplineFact
  | PendingFact
  | AbsenceFact
  | ServiceFact
  | CollectiveFact;

export type FactOf<Kind extends FactKind> = Extract<FactValues, { kind: Kind }>;

/** The paper on which a fact rests. */
export interface Paper {
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
  readonly decidedBy: string | null;
  readonly remarks: string | null;
}

export const noPaper: Paper = { paperSymbol: null, paperDay: null, decidedBy: null, remarks: null };

export type Source = "typed" | "import" | "system";

export const sourceNames: Readonly<Record<Source, string>> = {
  typed: "Nhập tay",
  import: "Nhập từ bảng",
  system: "Hệ thống ghi",
};

/** Who wrote a row down, when, from where and why. */
export interface Provenance {
  readonly id: number;
  readonly person: number | null;
  readonly unit: number | null;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly source: Source;
  readonly import: number | null;
  readonly replaces: number | null;
  readonly withdrawn: boolean;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recorderName: string;
  readonly recorderTitle: string | null;
  readonly onBehalfOf: string | null;
}

export type Fact = FactValues & Paper & Provenance;

export type NewFact = FactValues & Paper;

/** One of a kind: a second fact with the same identity about the same subject would be a contradiction. */
export function identityOf(fact: FactValues): string {
  switch (fact.kind) {
    case "honour":
      return `honour ${fact.code} ${fact.year}`;
    case "initiative":
      return `initiative ${fact.year} ${fact.title.toLocaleLowerCase("vi")}`;
    case "discipline":
      return `discipline ${fact.form} ${fact.fromDay}`;
    case "pending":
      return `pending ${fact.matter} ${fact.since}`;
    case "service":
      return "service";
    default:
      return `${fact.kind} ${fact.year}`;
  }
}

const paperKeys = ["paperSymbol", "paperDay", "decidedBy", "remarks"] as const;

/** What a row says, as one text: two facts that say the same are the same, whoever wrote them. */
export const wordingOf = (fact: NewFact): string =>
  JSON.stringify([...valueKeys[fact.kind], ...paperKeys].map((key) => (fact as never)[key] ?? null));

/** The properties of each kind of fact beside its year and paper; tables carry the same in their columns. */
export const valueKeys: { readonly [Kind in FactKind]: readonly (keyof FactOf<Kind> & string)[] } = {
  grade: ["year", "grade"],
  honour: ["year", "code", "fromYear", "posthumous", "revokedOn", "revokedBy"],
  initiative: ["year", "title", "work", "scope", "recognised", "usedFor"],
  discipline: ["year", "form", "fromDay", "toDay"],
  pending: ["year", "matter", "since", "endedOn", "cleared"],
  absence: ["year", "days", "countsAsWork"],
  service: ["year", "fromDay"],
  collective: [
    ...(["year", "total", "completed", "advancedWorkers", "grassrootsFighters", "warnedOrWorse"] as const),
    ...(["women", "targetsExceeded", "cleanBodies", "clusterVoted", "clusterRank"] as const),
  ],
};

/** Newest year first; within a year in the order of the kinds, then by what the fact says. */
export const inOrder = (left: Fact, right: Fact): number =>
  right.year - left.year ||
  factKinds.indexOf(left.kind) - factKinds.indexOf(right.kind) ||
  inVietnameseOrder(identityOf(left), identityOf(right)) ||
  left.id - right.id;
