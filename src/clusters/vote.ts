import type { PollDraft, PollResult, VoterDraft } from "../ballots/poll.ts";
import { type Day, type Instant, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { writeHundredths } from "./points.ts";
import type { ScoringYear } from "./scoring-year.ts";

/**
 * The cluster's vote for the unit it puts forward (suy tôn): one vote per member unit, by its head or somebody
 * authorised in writing, secret or by show of hands as the cluster's rules say. The ballot itself is `ballots/`.
 */
export type VotePurpose = "leading" | "ministry-flag" | "government-flag";

export const purposeNames: Readonly<Record<VotePurpose, string>> = {
  leading: "Đơn vị dẫn đầu cụm",
  "ministry-flag": "Đề nghị tặng Cờ thi đua ngành Tư pháp",
  "government-flag": "Đề nghị tặng Cờ thi đua của Chính phủ",
};

export const purposes = Object.keys(purposeNames) as readonly VotePurpose[];

/** Who votes for a member unit. */
export interface MemberVoter {
  readonly unit: number;
  readonly unitName: string;
  readonly person: number;
  readonly name: string;
  readonly post: string;
  readonly authority: "head" | "authorised";
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
}

export interface ClusterVote {
  readonly id: number;
  readonly scoring: number;
  readonly purpose: VotePurpose;
  readonly round: number;
  readonly poll: number;
  readonly state: "open" | "counted" | "abandoned";
  readonly metOn: Day;
  readonly place: string;
  readonly chair: number;
  readonly chairName: string;
  readonly chairTitle: string;
  readonly secretary: number;
  readonly secretaryName: string;
  readonly present: number;
  readonly opinions: string | null;
}

/** A unit its cluster puts forward (clusterNomination), with the count; what nominations build on. */
export interface ClusterNomination {
  readonly scoring: number;
  readonly cluster: number;
  readonly year: number;
  readonly purpose: VotePurpose;
  readonly unit: number;
  readonly unitName: string;
  readonly votes: number;
  readonly base: number;
  readonly needed: number;
  readonly poll: number;
  readonly at: Instant;
}

export interface VoteOfficer {
  readonly person: number;
  readonly name: string;
  readonly post: string;
}

export interface VotePlan {
  readonly purpose: VotePurpose;
  readonly round: number;
  /** The poll before it on the same purpose, from the second round on. */
  readonly repeats: number | null;
  readonly metOn: Day;
  readonly place: string;
  readonly chair: VoteOfficer;
  readonly secretary: VoteOfficer;
  /** The counting team; the first leads it. */
  readonly tellers: readonly VoteOfficer[];
  readonly candidates: readonly { readonly unit: number; readonly name: string; readonly note: string }[];
  /** Member units present, each with the one who votes for it. */
  readonly present: readonly MemberVoter[];
}

const PER_CENT = 100;

/** The poll a cluster's vote is held by; refuses what its rules do not allow. */
export function draftVote(
  scoring: ScoringYear,
  plan: VotePlan,
  facts: { readonly members: number; readonly superior: string | null; readonly voteId: string },
): PollDraft | Refusal {
  const refusal = refusePlan(plan, facts.members);
  if (refusal) return refusal;
  const { voting } = scoring;
  const secret = voting.method === "secret";
  return {
    origin: {
      ...{ stage: "clusters", subject: facts.voteId, tell: "cluster-vote.counted" },
      href: `/cum-thi-dua/nam/${scoring.id}/suy-ton`,
    },
    title: `Suy tôn: ${purposeNames[plan.purpose]} năm ${scoring.year}`,
    body: { unit: scoring.cluster, name: scoring.clusterName, superior: facts.superior, place: plan.place },
    mode: voting.method,
    members: voting.base === "members" ? facts.members : plan.present.length,
    on: plan.metOn,
    roll: plan.present.map(onRoll),
    officers: [
      { ...plan.chair, role: "chair", holdsShare: false },
      { ...plan.secretary, role: "secretary", holdsShare: false },
      ...plan.tellers.map((teller, at) => ({
        ...teller,
        ...({ role: at === 0 ? "teller-head" : "teller", holdsShare: secret && at < 2 } as const),
      })),
    ],
    questions: [
      {
        ...{ kind: "choose", title: purposeNames[plan.purpose], pick: 1, seats: 1 },
        nominees: plan.candidates.map(({ unit, name, note }) => ({ key: `${unit}`, name, note })),
        threshold: {
          ...{ by: "rules", percent: voting.threshold / PER_CENT, rule: "at-least" },
          basis: voting.paper ?? "Quy chế hoạt động của cụm",
        },
      },
    ],
    round: plan.round,
    repeats: plan.repeats,
  };
}

const onRoll = ({ person, name, post, unit, unitName }: MemberVoter): VoterDraft => ({
  ...{ person, name, post: `${post}, ${unitName}`, unit, way: "present", excluded: [] },
});

function refusePlan(
  { present, candidates, tellers, chair, secretary }: VotePlan,
  members: number,
): Refusal | null {
  if (present.length * 2 <= members)
    return refuse(
      "no-quorum",
      `Mới có ${present.length} trên ${members} đơn vị có mặt; phải quá nửa số đơn vị thành viên mới suy tôn được.`,
      { field: "present" },
    );
  if (candidates.length === 0)
    return refuse("no-candidates", "Hãy chọn ít nhất một đơn vị để suy tôn.", { field: "candidates" });
  if (new Set(tellers.map(({ person }) => person)).size < 2)
    return refuse("too-few-tellers", "Tổ kiểm phiếu có ít nhất hai người khác nhau.", { field: "teller2" });
  const officers = [chair, secretary, ...tellers].map(({ person }) => person);
  return new Set(officers).size < officers.length
    ? refuse("officer-twice", "Chủ trì, thư ký và tổ kiểm phiếu là những người khác nhau.", {
        field: "secretary",
      })
    : null;
}

/** What a counted vote comes to by the cluster's rules. */
export type VoteOutcome =
  | { readonly kind: "put-forward"; readonly unit: number; readonly votes: number; readonly needed: number }
  | { readonly kind: "tied"; readonly units: readonly number[] }
  | { readonly kind: "none" };

/** Reads the count: who is put forward, or between whom it stands even. */
export function outcomeOf(
  scoring: Pick<ScoringYear, "voting">,
  result: PollResult,
  totals: ReadonlyMap<number, number>,
): VoteOutcome {
  const [question] = result.questions;
  if (!question) return { kind: "none" };
  const needed = question.threshold?.needed ?? 0;
  const elected = question.nominees.find(({ passed }) => passed);
  if (elected) return { kind: "put-forward", unit: Number(elected.key), votes: elected.yes, needed };
  const tied = question.nominees.filter((nominee) => nominee.tied && nominee.yes >= needed);
  if (tied.length < 2) return { kind: "none" };
  if (scoring.voting.ties !== "higher-score")
    return { kind: "tied", units: tied.map(({ key }) => Number(key)) };
  const best = Math.max(...tied.map(({ key }) => totals.get(Number(key)) ?? -1));
  const leading = tied.filter(({ key }) => totals.get(Number(key)) === best);
  const [only] = leading;
  return leading.length === 1 && only
    ? { kind: "put-forward", unit: Number(only.key), votes: only.yes, needed }
    : { kind: "tied", units: leading.map(({ key }) => Number(key)) };
}

/** A vote is held on what is published, so that everybody votes on the same results. */
export const refuseVote = (scoring: ScoringYear): Refusal | null =>
  scoring.publishedAt === null
    ? movedOn("not-published", "Kết quả chấm điểm chưa công bố nên chưa suy tôn được.")
    : null;

/** The meeting is in the year's scoring or after it. */
export const refuseMeeting = ({ calendar }: Pick<ScoringYear, "calendar">, metOn: Day): Refusal | null =>
  metOn < calendar.selfFrom
    ? refuse(
        "met-before-scoring",
        `Ngày họp ${writeDay(metOn)} đứng trước ngày mở chấm điểm ${writeDay(calendar.selfFrom)}.`,
        { field: "metOn" },
      )
    : null;

/** “hạng 1, 192,5 điểm, loại XS”. */
export const noteOf = (result: { rank: number; total: number; grade: string | null } | undefined): string =>
  result
    ? `Hạng ${result.rank}, ${writeHundredths(result.total)} điểm${result.grade ? `, loại ${result.grade}` : ""}`
    : "Không xếp hạng";
