import { type Refusal, refuse } from "../platform/refusal.ts";
import type { OfficerDraft, Poll, PollDraft, QuestionDraft, Voter, VoterDraft } from "./poll.ts";

/** Below this many voters a secret vote is none: each would know the others' from the count. */
export const LEAST_SECRET_VOTERS = 3;
const MOST_NOMINEES = 50;

/** Why a vote cannot be held as drafted; null when it can. */
export const faultOfDraft = (draft: PollDraft): Refusal | null =>
  faultOfRoll(draft) ??
  faultOfOfficers(draft) ??
  faultOfOwnDossiers(draft) ??
  (draft.questions.length === 0 ? refuse("no-questions", "Cuộc bỏ phiếu chưa có nội dung nào.") : null) ??
  draft.questions.map(faultOfQuestion).find((fault) => fault !== null) ??
  draft.roll
    .map((voter) => faultOfExclusions(draft.questions.map(askedIn), voter))
    .find((fault) => fault !== null) ??
  null;

function faultOfRoll({ roll, members, mode }: PollDraft): Refusal | null {
  if (roll.length === 0) return refuse("no-voters", "Danh sách người bỏ phiếu đang trống.");
  if (new Set(roll.map(({ person }) => person)).size < roll.length)
    return refuse("voter-twice", "Có người đứng hai lần trong danh sách bỏ phiếu.");
  if (roll.length > members)
    return refuse(
      "more-voters-than-members",
      `Danh sách có ${roll.length} người bỏ phiếu, nhiều hơn tổng số ${members} thành viên.`,
    );
  if (mode === "secret" && roll.length < LEAST_SECRET_VOTERS)
    return refuse(
      "too-few-for-secrecy",
      `Chỉ có ${roll.length} người bỏ phiếu nên không giữ kín được; hãy biểu quyết giơ tay hoặc mời thêm người dự họp.`,
    );
  return null;
}

function faultOfOfficers({ officers, mode }: PollDraft): Refusal | null {
  if (new Set(officers.map(({ person }) => person)).size < officers.length)
    return refuse("officer-twice", "Một người chỉ giữ một việc trong cuộc bỏ phiếu.");
  if (!officers.some(isTeller)) return refuse("no-tellers", "Chưa chọn tổ kiểm phiếu.");
  const holders = officers.filter(({ holdsShare }) => holdsShare);
  if (mode !== "secret")
    return holders.length === 0
      ? null
      : refuse("shares-without-secrecy", "Chỉ bỏ phiếu kín mới cần người giữ phần khóa.");
  if (holders.length !== 2 || !holders.every(isTeller))
    return refuse("two-share-holders", "Bỏ phiếu kín cần đúng hai người của tổ kiểm phiếu giữ phần khóa.");
  if (officers.length === holders.length)
    return refuse(
      "nobody-to-open",
      "Cần thêm chủ tọa, thư ký hoặc người kiểm phiếu không giữ phần khóa, để mở bỏ phiếu và nhận tờ khóa dự phòng.",
    );
  return null;
}

/** Nobody presides over, counts or votes on what considers themselves. */
function faultOfOwnDossiers({ officers, roll, questions }: PollDraft): Refusal | null {
  for (const [at, question] of questions.entries()) {
    const nominees = question.kind === "approve" ? [question.nominee] : question.nominees;
    for (const [place, { person }] of nominees.entries()) {
      const officer = officers.find((one) => one.person === person);
      if (officer)
        return refuse(
          "nominee-in-charge",
          `${officer.name} là người được xét ở “${question.title}” nên không chủ trì, ghi chép hay kiểm phiếu trong lượt này. Hãy giao người khác, hoặc bỏ phiếu nội dung đó ở một lượt riêng.`,
        );
      const voter = roll.find((one) => one.person === person);
      const closed = voter?.excluded.some(
        (one) => one.question === at + 1 && (one.nominee === null || one.nominee === place + 1),
      );
      if (voter && !closed)
        return refuse(
          "own-dossier-open",
          `${voter.name} là người được xét ở “${question.title}” nên không bỏ phiếu cho chính mình.`,
        );
    }
  }
  return null;
}

export const isTeller = ({ role }: OfficerDraft): boolean => role === "teller" || role === "teller-head";

function faultOfQuestion(question: QuestionDraft): Refusal | null {
  if (question.kind === "approve") return null;
  const { nominees, seats } = question;
  if (nominees.length < 1 || nominees.length > MOST_NOMINEES)
    return refuse("nominees-out-of-range", `“${question.title}” cần từ 1 đến ${MOST_NOMINEES} đề cử.`);
  if (new Set(nominees.map(({ key }) => key)).size < nominees.length)
    return refuse("nominee-twice", `“${question.title}” có đề cử trùng nhau.`);
  const most = mostOn(question);
  if (most < 1 || most > nominees.length || seats < 1 || seats > nominees.length)
    return refuse(
      "choice-out-of-range",
      `Số được chọn ở “${question.title}” phải từ 1 đến ${nominees.length}.`,
    );
  if (question.kind === "rank" && question.points.some((one, at, all) => at > 0 && one > all[at - 1]!))
    return refuse("points-rise", `Điểm của thứ hạng sau ở “${question.title}” cao hơn thứ hạng trước.`);
  return null;
}

/** Most names on one paper: one answer, `pick` names, or as many places as have points. */
export const mostOn = (question: QuestionDraft): number =>
  question.kind === "approve" ? 1 : question.kind === "choose" ? question.pick : question.points.length;

/** A question as far as exclusions depend on it. */
interface Asked {
  readonly kind: QuestionDraft["kind"];
  readonly title: string;
  readonly nominees: number;
  /** Most names on one paper. */
  readonly most: number;
}

const askedIn = (question: QuestionDraft): Asked => ({
  kind: question.kind,
  title: question.title,
  nominees: question.kind === "approve" ? 1 : question.nominees.length,
  most: mostOn(question),
});

/** Why somebody cannot join a vote that is prepared or held already; null when they can. */
export function faultOfNewcomer(poll: Poll, voter: VoterDraft): Refusal | null {
  const standing = poll.roll.filter(({ ended }) => ended === null).length;
  if (standing >= poll.members)
    return refuse(
      "more-voters-than-members",
      `Danh sách đã có ${standing} người bỏ phiếu, bằng tổng số thành viên.`,
    );
  const open = poll.ownDossiers.some(
    ({ person, question }) =>
      person === voter.person && !voter.excluded.some((one) => one.question === question),
  );
  if (open)
    return refuse("own-dossier-open", `${voter.name} là người được xét nên không bỏ phiếu cho chính mình.`);
  return faultOfExclusions(
    poll.questions.map(({ kind, title, nominees, pick }) => ({
      kind,
      title,
      nominees: nominees.length,
      most: pick,
    })),
    voter,
  );
}

/** Whether a question can be closed to a voter and no paper in their hands or in the box be touched. */
export const mayStillClose = (poll: Poll, voter: Voter): boolean =>
  poll.state === "prepared" ||
  (poll.state === "voting" && voter.voted === null && poll.mode !== "paper" && poll.papers !== "instead");

/** A voter who could never fill a paper would be known by every short one. */
function faultOfExclusions(questions: readonly Asked[], voter: VoterDraft): Refusal | null {
  for (const { question, nominee } of voter.excluded) {
    const asked = questions[question - 1];
    if (!asked) return refuse("unknown-exclusion", `Không có nội dung ${question} để loại trừ.`);
    if (nominee === null) continue;
    if (nominee < 1 || nominee > asked.nominees)
      return refuse("unknown-exclusion", `“${asked.title}” không có đề cử ${nominee}.`);
    const closed = voter.excluded.filter((one) => one.question === question && one.nominee !== null).length;
    if (asked.kind !== "approve" && asked.nominees - closed < asked.most)
      return refuse(
        "betraying-exclusion",
        `Ở “${asked.title}”, người không được chọn chính mình sẽ không ghi đủ phiếu và lộ phiếu. Hãy giảm số được chọn.`,
      );
  }
  return null;
}
