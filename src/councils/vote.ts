import type {
  Exclusion,
  OfficerDraft,
  PollDraft,
  PollMode,
  QuestionDraft,
  ThresholdDraft,
  VoterDraft,
} from "../ballots/poll.ts";
import { voteOn } from "../law/vote.ts";
import { covers } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { closedSentence } from "./conflict.ts";
import { askedFor, type Item, nomineeName } from "./item.ts";
import { type Membership, roleNames } from "./member.ts";
import { shutTo, type WholeSession, wayOf } from "./whole.ts";

/** A vote as it is called in a session: on which items, how, and who counts. */
export interface VoteCall {
  readonly items: readonly number[];
  readonly mode: PollMode;
  /** The counting team (tổ kiểm phiếu), its head first; the first two keep the shares of the key. */
  readonly tellers: readonly number[];
}

/** Letterhead and place of the council's papers. */
export interface CouncilBody {
  readonly unit: number;
  readonly superior: string | null;
  readonly place: string;
}

const TEAM = 3;

/** What a vote asks of the ballots stage; refused where it names nothing to vote on or too few who count. */
export function draftVote(
  whole: WholeSession,
  call: VoteCall,
  body: CouncilBody,
  secretary: Membership | null,
): PollDraft | Refusal {
  const { session, council } = whole;
  const items = whole.items.filter(({ id }) => call.items.includes(id));
  if (items.length === 0)
    return refuse("nothing-to-vote-on", "Hãy chọn ít nhất một mục để bỏ phiếu.", { field: "items" });
  const settled = items.find(({ state, kind }) => state !== "waiting" || kind === "other");
  if (settled)
    return refuse("not-for-vote", `Mục “${settled.title}” đã xét, đã rút hoặc không phải mục bỏ phiếu.`, {
      field: "items",
    });
  const tellers = call.tellers.map((person) => whole.voters.find((voter) => voter.person === person));
  const team = tellers.filter((teller) => teller !== undefined);
  if (new Set(call.tellers).size !== TEAM || team.length !== TEAM)
    return refuse("no-tellers", "Tổ kiểm phiếu gồm ba thành viên khác nhau của Hội đồng.", {
      field: "tellers",
    });
  const busy = team.find(
    ({ person }) => person === presiderOf(whole)?.person || person === secretary?.person,
  );
  if (busy)
    return refuse(
      "teller-presides",
      `${busy.personName} chủ trì hoặc làm thư ký phiên này nên không ở tổ kiểm phiếu.`,
      { field: "tellers" },
    );
  return {
    origin: originOf(whole),
    title: `${council.name}: ${session.title}`,
    body: { unit: body.unit, name: council.name, superior: body.superior, place: body.place },
    mode: call.mode,
    members: whole.voters.length,
    on: session.day,
    roll: whole.voters.flatMap((voter) => voterOf(whole, items, voter)),
    officers: officersOf(
      whole,
      team,
      secretary,
      call.mode,
      items.map(({ person }) => person),
    ),
    questions: items.map((item) => questionOf(whole, item)),
    round: 1,
    repeats: null,
  };
}

const originOf = ({ session }: WholeSession): PollDraft["origin"] => ({
  stage: "councils",
  subject: `session-${session.id}`,
  href: `/hoi-dong/phien/${session.id}`,
  tell: "council.hear-count",
});

/** A member as a voter, or nothing where they can neither be heard in the room nor by letter. */
export function voterOf(whole: WholeSession, items: readonly Item[], voter: Membership): VoterDraft[] {
  const way = wayOf(whole, voter.person);
  if (way === null) return [];
  const excluded = items.flatMap((item, index): Exclusion[] => {
    const ground = shutTo(whole, item, voter.person);
    if (ground === null) return [];
    const reason =
      ground === "own" ? "Đồng chí là người được xét ở mục này nên không bỏ phiếu." : closedSentence(ground);
    return [{ question: index + 1, nominee: null, reason }];
  });
  return [{ person: voter.person, name: voter.personName, post: voter.place, unit: null, way, excluded }];
}

/** Who presides: whom the chair authorised, otherwise the chair. */
export const presiderOf = ({ voters, session }: WholeSession): Membership | undefined =>
  voters.find(({ person }) => person === session.presidedBy) ?? voters.find(({ role }) => role === "chair");

/** The secretary of the day, who may be no member. */
export const secretaryOf = ({ members, session }: WholeSession) =>
  members.find(({ role, validity }) => role === "secretary" && covers(validity, session.day)) ?? null;

function officersOf(
  whole: WholeSession,
  team: readonly Membership[],
  secretary: Membership | null,
  mode: PollMode,
  considered: readonly (number | null)[],
): OfficerDraft[] {
  const chair = presiderOf(whole);
  const officer = (seat: Membership, role: OfficerDraft["role"], holdsShare = false): OfficerDraft => ({
    person: seat.person,
    name: seat.personName,
    post: `${roleNames[seat.role]}, ${seat.place}`,
    role,
    holdsShare,
  });
  const secret = mode === "secret";
  return [
    ...(chair ? [officer(chair, "chair")] : []),
    // A secretary who is considered leaves this vote to whoever presides.
    ...(secretary && !considered.includes(secretary.person) ? [officer(secretary, "secretary")] : []),
    ...team.map((seat, index) => officer(seat, index === 0 ? "teller-head" : "teller", secret && index < 2)),
  ];
}

/** The name stands in the question itself: what is asked for reads the same on a dozen slips. */
const questionOf = (whole: WholeSession, item: Item): QuestionDraft => ({
  kind: "approve",
  title: [nomineeName(item), item.title].filter(Boolean).join(": "),
  nominee: {
    name: nomineeName(item) ?? item.title,
    note: [item.place, askedFor(item)].filter(Boolean).join(" · "),
    key: `item-${item.id}`,
    person: item.person,
  },
  threshold: thresholdDraftFor(whole, item),
});

/** The law of the day where it sets a share, else the council's own rules, else more than half. */
function thresholdDraftFor({ rules, session, voters }: WholeSession, item: Item): ThresholdDraft {
  const vote =
    item.award === null
      ? null
      : voteOn({ code: item.award, members: voters.length, yes: 0, on: session.day });
  if (item.award !== null && vote !== null && (vote.rule === "at-least" || vote.outcome === "refused"))
    return { by: "law", code: item.award };
  const basis = `Quy chế làm việc ${rules.paperSymbol}`;
  return rules.thresholdPercent === null
    ? { by: "rules", percent: 50, rule: "more-than", basis }
    : { by: "rules", percent: rules.thresholdPercent, rule: "at-least", basis };
}
