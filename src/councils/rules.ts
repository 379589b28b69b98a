import { type Day, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { type DecisionPaper, faultOfPaper } from "./council.ts";

/** How a council works (quy chế làm việc), by one version from a day on. */
export interface WorkingRules extends DecisionPaper {
  readonly id: number;
  readonly fromDay: Day;
  readonly quorum: Share;
  /** Where awards are considered. */
  readonly awardQuorum: Share;
  /** Percent of all members who must agree where no article sets a share; null: more than half. */
  readonly thresholdPercent: number | null;
  readonly secret: boolean;
  readonly tie: TieRule;
  /** Whether the written opinions of absent members count for quorum and vote. */
  readonly countsLetters: boolean;
  readonly closesOwnUnit: boolean;
  readonly closesKinship: boolean;
  readonly closesAuthorship: boolean;
  readonly remarks: string | null;
}

/** `share` of every `of` members: 2 of 3, 80 of 100. */
export interface Share {
  readonly share: number;
  readonly of: number;
}

export type TieRule = "second-round" | "chair-side" | "not-passed";

export const tieNames: Readonly<Record<TieRule, string>> = {
  "second-round": "Bỏ phiếu lại lần hai",
  "chair-side": "Theo bên có phiếu của Chủ tịch (chỉ với biểu quyết công khai)",
  "not-passed": "Không thông qua",
};

/** “2/3” or “80 %”. */
export const writeShare = ({ share, of }: Share): string => (of === 100 ? `${share} %` : `${share}/${of}`);

export type NewRules = Omit<WorkingRules, "id">;

/**
 * Where a council has set no rules of its own: 2/3, and 80 % where awards are considered (practice of other
 * ministries); ballots secret, written opinions counted, nothing closed but one's own dossier.
 */
export const usualRules: Omit<NewRules, "fromDay" | "paperSymbol" | "paperDay"> = {
  quorum: { share: 2, of: 3 },
  awardQuorum: { share: 80, of: 100 },
  thresholdPercent: null,
  secret: true,
  tie: "second-round",
  countsLetters: true,
  closesOwnUnit: false,
  closesKinship: true,
  closesAuthorship: true,
  remarks: null,
};

/** The version that holds on a day; null before the first. */
export function rulesOn<Rules extends Pick<WorkingRules, "fromDay">>(
  versions: readonly Rules[],
  on: Day,
): Rules | null {
  return versions.reduce<Rules | null>(
    (best, version) =>
      version.fromDay <= on && (best === null || version.fromDay > best.fromDay) ? version : best,
    null,
  );
}

/** A version is added, never changed; it may not reach back behind a session that was already opened. */
export function decideRules(
  asked: NewRules,
  versions: readonly WorkingRules[],
  lastSession: Day | null,
  today: Day,
): NewRules | Refusal {
  const fault = faultOfPaper(asked, today);
  if (fault) return fault;
  if (asked.secret && asked.tie === "chair-side")
    return refuse(
      "no-chair-side-in-secret",
      "Bỏ phiếu kín thì không ai biết phiếu của Chủ tịch; hãy chọn cách khác khi số phiếu bằng nhau.",
      { field: "tie" },
    );
  if (versions.some(({ fromDay }) => fromDay === asked.fromDay))
    return movedOn("rules-of-that-day", `Đã có quy chế áp dụng từ ngày ${writeDay(asked.fromDay)}.`);
  if (lastSession !== null && asked.fromDay <= lastSession)
    return refuse(
      "behind-a-session",
      `Phiên họp ngày ${writeDay(lastSession)} đã làm việc theo quy chế cũ; quy chế mới chỉ áp dụng từ ngày sau đó.`,
      { field: "fromDay" },
    );
  return asked;
}
