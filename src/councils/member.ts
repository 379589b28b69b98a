import { covers, type Day, type Validity, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import type { Council } from "./council.ts";

/**
 * A seat on a council, given by a decision from a day on. Chair, vice-chairs and members vote; the secretary
 * and the helping team (tổ giúp việc) vote only when they are members too, and then once.
 */
export interface Membership {
  readonly id: number;
  readonly person: number;
  readonly personName: string;
  /** Post and unit on the day asked about. */
  readonly place: string;
  readonly role: CouncilRole;
  readonly validity: Validity;
  readonly paperSymbol: string;
  readonly paperDay: Day;
  readonly endSymbol: string | null;
}

export const roleNames = {
  chair: "Chủ tịch Hội đồng",
  "standing-vice-chair": "Phó Chủ tịch thường trực",
  "vice-chair": "Phó Chủ tịch",
  member: "Ủy viên",
  secretary: "Thư ký",
  helper: "Tổ giúp việc",
} as const;

export type CouncilRole = keyof typeof roleNames;

export const roles = Object.keys(roleNames) as readonly CouncilRole[];

const voting: ReadonlySet<CouncilRole> = new Set(["chair", "standing-vice-chair", "vice-chair", "member"]);

export const votes = (role: CouncilRole): boolean => voting.has(role);

/** Those who vote on a day, each once whatever roles they hold; the weightiest role stands. */
export function votersOn(members: readonly Membership[], on: Day): Membership[] {
  const voters = new Map<number, Membership>();
  for (const role of roles)
    for (const member of members)
      if (member.role === role && votes(role) && covers(member.validity, on) && !voters.has(member.person))
        voters.set(member.person, member);
  return [...voters.values()];
}

/** The seats somebody holds on a day. */
export const rolesOf = (members: readonly Membership[], person: number | null, on: Day): CouncilRole[] =>
  person === null
    ? []
    : members
        .filter((member) => member.person === person && covers(member.validity, on))
        .map(({ role }) => role);

export interface NewMembership {
  readonly person: number;
  readonly role: CouncilRole;
  readonly from: Day;
  readonly paperSymbol: string;
  readonly paperDay: Day;
}

/** A seat is given within the council's own time, and not twice in the same role. */
export function decideSeat(
  asked: NewMembership,
  council: Council,
  members: readonly Membership[],
): NewMembership | Refusal {
  if (asked.from < council.foundedOn)
    return refuse("before-the-council", `Hội đồng có từ ngày ${writeDay(council.foundedOn)}.`, {
      field: "from",
    });
  if (council.endedOn !== null && asked.from >= council.endedOn)
    return movedOn("council-ended", `Hội đồng đã kết thúc từ ngày ${writeDay(council.endedOn)}.`);
  const standing = members.filter(({ validity }) => validity.to === null || validity.to > asked.from);
  if (standing.some(({ person, role }) => person === asked.person && role === asked.role))
    return movedOn("already-seated", `Người này đang là ${roleNames[asked.role]} của Hội đồng.`);
  if (votes(asked.role) && standing.some(({ person, role }) => person === asked.person && votes(role)))
    return movedOn(
      "already-a-member",
      "Người này đã là thành viên của Hội đồng; hãy cho thôi vai trò đang giữ trước khi giao vai trò mới.",
    );
  const holder = standing.find(({ role }) => role === asked.role);
  if (holder && (asked.role === "chair" || asked.role === "standing-vice-chair"))
    return movedOn(
      "role-taken",
      `${holder.personName} đang là ${roleNames[asked.role]}; hãy cho thôi vai trò đó trước.`,
    );
  return asked;
}

/** A seat ends on the first day it no longer holds. */
export function decideLeaving(member: Membership, on: Day, endSymbol: string): Day | Refusal {
  const { from, to } = member.validity;
  if (to !== null) return movedOn("already-ended", `Vai trò này đã kết thúc từ ngày ${writeDay(to)}.`);
  if (from !== null && on <= from)
    return refuse("ends-before-it-begins", `Ngày thôi phải sau ngày bắt đầu (${writeDay(from)}).`, {
      field: "on",
    });
  if (!endSymbol.trim())
    return refuse("no-paper", "Hãy nhập số, ký hiệu quyết định.", { field: "endSymbol" });
  return on;
}

/** Something about the make-up of a council that somebody should look at; it hinders nothing. */
export interface CompositionFinding {
  readonly code: string;
  readonly sentence: string;
  readonly basis: string | null;
}

const WITH_MORE_VICE_CHAIRS = 11;

/** What strikes in who sits on a council on a day. */
export function compositionFindings(
  members: readonly Membership[],
  on: Day,
  grassroots: boolean,
): CompositionFinding[] {
  const seats = votersOn(members, on);
  const count = (role: CouncilRole) => seats.filter((seat) => seat.role === role).length;
  const vice = count("vice-chair") + count("standing-vice-chair");
  const findings: CompositionFinding[] = [];
  if (count("chair") === 0)
    findings.push({ code: "no-chair", sentence: "Hội đồng chưa có Chủ tịch.", basis: null });
  if (count("standing-vice-chair") === 0)
    findings.push({
      code: "no-standing-vice-chair",
      sentence: "Hội đồng chưa có Phó Chủ tịch thường trực.",
      basis: "Thông tư 05/2018/TT-BTP, Điều 35, 36 (đến 31/12/2023)",
    });
  if (grassroots && seats.length >= WITH_MORE_VICE_CHAIRS && (vice < 2 || vice > 3))
    findings.push({
      code: "vice-chairs-of-eleven",
      sentence: `Hội đồng có ${seats.length} thành viên và ${vice} Phó Chủ tịch; Hội đồng từ 11 thành viên có 2 hoặc 3 Phó Chủ tịch.`,
      basis: "Thông tư 05/2018/TT-BTP, Điều 36 (đến 31/12/2023)",
    });
  if (!grassroots && (vice < 3 || vice > 4))
    findings.push({
      code: "vice-chairs-of-the-sector",
      sentence: `Hội đồng có ${vice} Phó Chủ tịch; Hội đồng cấp Bộ có 3 hoặc 4 Phó Chủ tịch.`,
      basis: "Nghị định 91/2017/NĐ-CP, Điều 62 (đến 31/12/2023); nay theo quy định của Bộ",
    });
  if (!members.some(({ role, validity }) => role === "secretary" && covers(validity, on)))
    findings.push({ code: "no-secretary", sentence: "Hội đồng chưa có thư ký.", basis: null });
  return findings;
}
