import type { WorkingRules } from "./rules.ts";

/**
 * Conflicts of interest. One's own dossier closes to oneself always and everywhere. Own unit, kinship and
 * authorship are computed or declared, minuted, and close an item only where the council's rules say so,
 * since members are the heads of the nominees' units.
 */
export type Ground = "own" | "own-unit" | "kinship" | "authorship";

export type DeclaredGround = Exclude<Ground, "own">;

export const groundNames: Readonly<Record<Ground, string>> = {
  own: "hồ sơ của chính mình",
  "own-unit": "người hoặc tập thể được xét thuộc đơn vị mình",
  kinship: "quan hệ gia đình, họ hàng với người được xét",
  authorship: "đồng tác giả của sáng kiến",
};

export const declaredGrounds = ["kinship", "authorship", "own-unit"] as const;

/** What of an item decides who stands in conflict with it. */
export interface Nominee {
  readonly person: number | null;
  readonly unit: number | null;
  readonly authors: readonly number[];
  /** Units in which the nominee works, or the nominated unit itself. */
  readonly units: readonly number[];
}

/** A member with the units they work in or lead. */
export interface Weighed {
  readonly person: number;
  readonly units: readonly number[];
}

export interface Declaration {
  readonly person: number;
  readonly ground: DeclaredGround;
  readonly words: string;
  readonly afterVote: boolean;
  /** The chair ruled that the item is voted on anew: from then on it counts like one told before. */
  readonly votedAnew?: boolean;
}

export interface Conflict {
  readonly person: number;
  readonly ground: Ground;
  readonly source: "computed" | "declared";
  /** The item is shut to this member: no reading, no vote. */
  readonly closes: boolean;
  readonly words: string;
}

type ClosingRules = Pick<WorkingRules, "closesOwnUnit" | "closesKinship" | "closesAuthorship">;

/** Whether the council's rules shut an item on this ground. */
export const closesBy = (ground: Ground, rules: ClosingRules): boolean =>
  ground === "own" ||
  (ground === "own-unit" && rules.closesOwnUnit) ||
  (ground === "kinship" && rules.closesKinship) ||
  (ground === "authorship" && rules.closesAuthorship);

/** Every conflict of one member with one item, each ground once: what is computed stands before what is declared. */
export function conflictsOf(
  nominee: Nominee,
  member: Weighed,
  declared: readonly Declaration[],
  rules: ClosingRules,
): Conflict[] {
  const found = new Map<Ground, Conflict>();
  const add = (ground: Ground, source: Conflict["source"], words: string) => {
    if (!found.has(ground))
      found.set(ground, { person: member.person, ground, source, closes: closesBy(ground, rules), words });
  };
  if (nominee.person === member.person) add("own", "computed", groundNames.own);
  if (nominee.authors.includes(member.person) && nominee.person !== member.person)
    add("authorship", "computed", groundNames.authorship);
  if (nominee.person !== member.person && nominee.units.some((unit) => member.units.includes(unit)))
    add("own-unit", "computed", groundNames["own-unit"]);
  // What came to light after a vote that stands shuts nobody out backwards.
  for (const one of declared)
    if (one.person === member.person && (!one.afterVote || one.votedAnew))
      add(one.ground, "declared", one.words);
  return [...found.values()];
}

/** The ground that shuts an item to somebody, one's own dossier first; null when it is open to them. */
export const closedBy = (conflicts: readonly Conflict[]): Ground | null =>
  conflicts.find(({ ground }) => ground === "own")?.ground ??
  conflicts.find(({ closes }) => closes)?.ground ??
  null;

/** What a person reads in place of an item that is shut to them. */
export const closedSentence = (ground: Ground): string =>
  ground === "own"
    ? "Hồ sơ này là của chính đồng chí, nên đóng với đồng chí ở mọi nơi: nội dung, tài liệu, việc bỏ phiếu và kết quả. Đồng chí được thông báo kết quả cùng quyết định."
    : `Mục này đóng với đồng chí theo quy chế của Hội đồng (${groundNames[ground]}).`;

/** The article behind a closed item, for the page. */
export const closedBasis = (ground: Ground, rulesPaper: string): string =>
  ground === "own"
    ? "Nguyên tắc không tự xét cho mình; áp dụng với mọi Hội đồng trên hệ thống"
    : `Quy chế làm việc ${rulesPaper}`;
