import type { Code } from "../law/codes.ts";
import type { Day, Instant } from "../platform/day.ts";

/**
 * A vote of a body (bỏ phiếu của Hội đồng, suy tôn của cụm): its questions, who may vote, who counts.
 * Life: prepared → voting → closed → counted; or abandoned (quorum lost, called off), which counts nothing.
 * Secret by default; on paper and by show of hands are equal modes, entered by the counting team.
 * Stages that hold votes call `createPoll` inside their own act and hear of the count by a job.
 */
export type PollState = "prepared" | "voting" | "closed" | "counted" | "abandoned";

/**
 * `secret`: sealed on screens, papers may join midway. `paper`: papers only. `hands`: show of hands, numbers only.
 */
export type PollMode = "secret" | "paper" | "hands";

/** Given by the stage that holds the vote; written as it stands and never asked again. */
export interface PollDraft {
  readonly origin: PollOrigin;
  /** "Bỏ phiếu đề nghị tặng danh hiệu Chiến sĩ thi đua ngành Tư pháp năm 2026". */
  readonly title: string;
  /** The body that votes: where its letterhead, seal and standing officers come from. */
  readonly body: PollBody;
  readonly mode: PollMode;
  /** Base of every share: ALL members of the body, absent and excluded ones too. */
  readonly members: number;
  /** Day on which the vote is held: the law of that day gives the thresholds. */
  readonly on: Day;
  /** Who may vote; absent members who send no letter are left out. */
  readonly roll: readonly VoterDraft[];
  /** Chair, secretary and counting team (tổ kiểm phiếu, usually three); exactly two hold shares when secret. */
  readonly officers: readonly OfficerDraft[];
  readonly questions: readonly QuestionDraft[];
  /** How often this vote was held before: 1 for the first; a second round names the poll it repeats. */
  readonly round: number;
  readonly repeats: number | null;
}

/** Whose vote it is: other stages find and hear of their polls by it. */
export interface PollOrigin {
  /** Stage folder: "clusters" or "councils". */
  readonly stage: string;
  /** Its own subject, unique within the stage: "session-12/item-3". Several rounds share it. */
  readonly subject: string;
  /** Local address that leads back to it. */
  readonly href: string;
  /** Job of that stage, enqueued with `{ poll, subject, state }` when counted or abandoned; null for none. */
  readonly tell: string | null;
}

export interface PollBody {
  readonly unit: number;
  /** "Hội đồng Thi đua - Khen thưởng ngành Tư pháp". */
  readonly name: string;
  /** Above it in the letterhead: "BỘ TƯ PHÁP"; null where nothing stands. */
  readonly superior: string | null;
  /** Place before the day: "Hà Nội". */
  readonly place: string;
}

export interface VoterDraft {
  readonly person: number;
  readonly name: string;
  /** "Vụ trưởng Vụ Pháp luật dân sự - kinh tế", as the minutes write it. */
  readonly post: string;
  /** The unit whose one vote this is (suy tôn); null where the member votes for themselves. */
  readonly unit: number | null;
  readonly way: "present" | "letter";
  readonly excluded: readonly Exclusion[];
}

/** A question or one nominee of it is closed to a voter (own dossier; or what the body's rules close). */
export interface Exclusion {
  /** Ordinal of the question, from 1. */
  readonly question: number;
  /** Ordinal of the nominee within it; null closes the whole question. An approve question is closed whole. */
  readonly nominee: number | null;
  /** Said to the voter: "Bạn là người được xét ở mục này nên không bỏ phiếu." */
  readonly reason: string;
}

export type OfficerRole = "chair" | "secretary" | "teller-head" | "teller";

export interface OfficerDraft {
  readonly person: number;
  readonly name: string;
  readonly post: string;
  readonly role: OfficerRole;
  /** Keeps one share of the key under a passphrase of their own; tellers only, exactly two when secret. */
  readonly holdsShare: boolean;
}

/**
 * approve: đồng ý / không đồng ý for ONE nominee. choose: at most `pick` of the nominees.
 * rank: the first `depth` places, each worth the points of the rules.
 */
export type QuestionDraft = ApproveDraft | ChooseDraft | RankDraft;

export interface ApproveDraft {
  readonly kind: "approve";
  readonly title: string;
  readonly nominee: NomineeDraft;
  readonly threshold: ThresholdDraft;
}

export interface ChooseDraft {
  readonly kind: "choose";
  readonly title: string;
  readonly nominees: readonly NomineeDraft[];
  /** Most names on one paper. */
  readonly pick: number;
  /** How many are elected; a tie at this cut leads to a second round among the tied. */
  readonly seats: number;
  /** What an elected nominee must reach besides; null where the most votes decide. */
  readonly threshold: ThresholdDraft | null;
}

export interface RankDraft {
  readonly kind: "rank";
  readonly title: string;
  readonly nominees: readonly NomineeDraft[];
  /** Points of the first, second, … place, as the ballot states them; their number is the depth. */
  readonly points: readonly number[];
  readonly seats: number;
}

export interface NomineeDraft {
  readonly name: string;
  /** "Trưởng phòng, Sở Tư pháp tỉnh Điện Biên · đề nghị CSTĐ ngành Tư pháp". */
  readonly note: string;
  /** The stage's own key of the nominee, given back with the result. */
  readonly key: string;
  /** Whose own dossier it is: closed to this person whether they vote, preside or count; none for a unit. */
  readonly person?: number | null | undefined;
}

/** By the law of the day, or by the body's own rules. */
export type ThresholdDraft =
  | { readonly by: "law"; readonly code: Code }
  | {
      readonly by: "rules";
      readonly percent: number;
      readonly rule: "at-least" | "more-than";
      /** "Quy chế làm việc của Hội đồng, Điều 7". */
      readonly basis: string;
    };

/** What a nominee must reach, frozen when the poll was made: integers only. */
export interface Threshold {
  readonly percent: number;
  readonly rule: "at-least" | "more-than";
  readonly needed: number;
  readonly basis: string;
  readonly verified: boolean;
}

export interface Nominee {
  readonly ordinal: number;
  readonly name: string;
  readonly note: string;
  readonly key: string;
  /** Withdrawn while the vote was prepared or held: choices for them count for nobody, papers stay valid. */
  readonly withdrawn: string | null;
}

export type QuestionKind = QuestionDraft["kind"];

export interface Question {
  readonly ordinal: number;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly nominees: readonly Nominee[];
  /** choose: most names; rank: number of places; approve: 1. */
  readonly pick: number;
  readonly seats: number;
  /** rank only: points of each place. */
  readonly points: readonly number[];
  readonly threshold: Threshold | null;
}

export interface Voter extends VoterDraft {
  /** Never how; only whether: cast on a screen, or took a paper. */
  readonly voted: "electronic" | "paper" | null;
  /** Membership ended or conflict found while voting: may not vote from then on. */
  readonly ended: string | null;
}

/** A nominee who is a person: what considers them is closed to them. */
export interface OwnDossier {
  readonly person: number;
  readonly question: number;
  readonly nominee: number;
}

/** A poll as everybody with a right to it may see it; nothing of what was voted before it is counted. */
export interface Poll {
  readonly id: number;
  /** Unguessable mark of the vote, bound into every sealed ballot. */
  readonly mark: string;
  readonly origin: PollOrigin;
  readonly title: string;
  readonly body: PollBody;
  readonly mode: PollMode;
  readonly state: PollState;
  readonly members: number;
  readonly on: Day;
  readonly round: number;
  readonly repeats: number | null;
  readonly officers: readonly OfficerDraft[];
  readonly roll: readonly Voter[];
  readonly questions: readonly Question[];
  readonly ownDossiers: readonly OwnDossier[];
  /** Public half of the session key, base64url; null until opened, or where nothing is sealed. */
  readonly publicKey: string | null;
  /** Papers joined midway: counted with the sealed ballots, or instead of them. */
  readonly papers: "none" | "together" | "instead";
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly countedAt: Instant | null;
}

/** đã bỏ phiếu x/y, for the meeting's screen. */
export interface Turnout {
  readonly poll: number;
  readonly state: PollState;
  readonly voted: number;
  readonly onPaper: number;
  readonly roll: number;
  readonly members: number;
}

/** The count of one nominee. */
export interface NomineeCount {
  readonly ordinal: number;
  readonly key: string;
  readonly name: string;
  readonly withdrawn: boolean;
  /** approve: đồng ý; choose: votes; rank: papers that place them at all. */
  readonly yes: number;
  readonly no: number;
  /** approve: neither; choose and rank: 0. */
  readonly blank: number;
  /** rank only. */
  readonly points: number;
  /** approve: threshold reached; choose and rank: elected. */
  readonly passed: boolean;
  /** Stands at the cut with others of the same number: a second round decides. */
  readonly tied: boolean;
}

export interface QuestionCount {
  readonly ordinal: number;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly threshold: Threshold | null;
  /** Ballots and papers handed out, come back, valid, invalid. */
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  readonly nominees: readonly NomineeCount[];
}

/** The result, there only once the poll is counted. */
export interface PollResult {
  readonly poll: number;
  readonly members: number;
  readonly questions: readonly QuestionCount[];
  /** The count part of the minutes, byte for byte what `./thidua recount` prints. */
  readonly canonical: string;
  readonly countedAt: Instant;
}
