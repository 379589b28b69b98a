import { movedOn, type Refusal } from "../platform/refusal.ts";
import type { YearMember } from "./member.ts";
import type { ScoringYear } from "./scoring-year.ts";

/** A sheet whose unit has ended, with the members that may go on with it: followers without a sheet of their own. */
export interface Takeover {
  readonly sheet: number;
  readonly unit: number;
  readonly name: string;
  readonly followers: readonly { readonly unit: number; readonly name: string }[];
}

export const takeoversIn = (members: readonly YearMember[]): Takeover[] =>
  members.flatMap(({ sheet, unit, name, endedOn, followedBy }) => {
    const followers = members
      .filter(
        (one) => followedBy.includes(one.unit) && one.listed && one.sheet === null && one.endedOn === null,
      )
      .map((one) => ({ unit: one.unit, name: one.name }));
    return sheet === null || endedOn === null ? [] : [{ sheet, unit, name, followers }];
  });

/** The follower takes it over while results are not published; one that has a sheet of its own keeps that. */
export function decideTakeover(
  scoring: Pick<ScoringYear, "publishedAt">,
  { name, followers }: Takeover,
  unit: number,
): Takeover["followers"][number] | Refusal {
  if (scoring.publishedAt !== null)
    return movedOn("already-published", "Kết quả năm này đã công bố nên phiếu cũ chỉ còn để xem.");
  return (
    followers.find((one) => one.unit === unit) ??
    movedOn(
      "not-a-follower",
      `Chỉ đơn vị kế tục ${name}, đã giữ chỗ trong danh sách của cụm và chưa có phiếu riêng, mới tiếp nhận được phiếu này.`,
    )
  );
}
