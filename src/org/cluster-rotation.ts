import { inVietnameseOrder } from "../platform/vietnamese.ts";
import type { UnitKind } from "./unit.ts";

/** A member of the roster as the rotation sees it. */
export interface RotationMember {
  readonly unit: number;
  readonly name: string;
  readonly kind: UnitKind;
}

/** Who led in a past year: the member unit from which the head or deputy came. */
export interface LedInYear {
  readonly year: number;
  readonly rank: "head" | "deputy";
  readonly unit: number;
}

export interface ProposedRank {
  readonly unit: number;
  readonly name: string;
  /** Why this one: never led, or longest ago. */
  readonly reason: string;
}

/** Whom the rotation (luân phiên) proposes to lead a cluster in a year; a person decides. */
export interface RotationProposal {
  readonly head: ProposedRank | null;
  readonly deputies: readonly ProposedRank[];
}

/**
 * The next by turn among the members of a year. Where Sở Tư pháp and enforcement bodies stand together
 * (khu vực, cụm của địa phương) the head comes from a Sở, one deputy from a Sở and one from an enforcement
 * body; elsewhere one head and one deputy from any member (Thông tư 05/2018/TT-BTP, Điều 39, 40).
 */
export function proposeRotation(
  members: readonly RotationMember[],
  past: readonly LedInYear[],
): RotationProposal {
  const departments = members.filter(({ kind }) => kind === "provincial-department");
  const enforcement = members.filter(({ kind }) => kind === "enforcement-province");
  const local = departments.length > 0 && enforcement.length > 0;
  const head = nextByTurn(local ? departments : members, past, []);
  const taken = head ? [head.unit] : [];
  const deputies = local
    ? [nextByTurn(departments, past, taken), nextByTurn(enforcement, past, taken)]
    : [nextByTurn(members, past, taken)];
  return { head, deputies: deputies.filter((deputy) => deputy !== null) };
}

/** Who never headed goes first, then who headed longest ago; among equals who has not been deputy, then the name. */
function nextByTurn(
  candidates: readonly RotationMember[],
  past: readonly LedInYear[],
  taken: readonly number[],
): ProposedRank | null {
  const lastAs = (unit: number, rank: LedInYear["rank"]): number =>
    Math.max(0, ...past.filter((led) => led.unit === unit && led.rank === rank).map(({ year }) => year));
  const [first] = candidates
    .filter(({ unit }) => !taken.includes(unit))
    .sort(
      (left, right) =>
        lastAs(left.unit, "head") - lastAs(right.unit, "head") ||
        lastAs(left.unit, "deputy") - lastAs(right.unit, "deputy") ||
        inVietnameseOrder(left.name, right.name),
    );
  if (!first) return null;
  const [headed, deputised] = [lastAs(first.unit, "head"), lastAs(first.unit, "deputy")];
  const before =
    headed > 0
      ? `làm Trưởng gần nhất năm ${headed}, lâu nhất trong các đơn vị`
      : deputised > 0
        ? `chưa làm Trưởng lần nào, làm Phó Trưởng năm ${deputised}`
        : "chưa giữ vai trò Trưởng, Phó Trưởng lần nào";
  return { unit: first.unit, name: first.name, reason: before };
}
