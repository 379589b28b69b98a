import { type Refusal, refuse } from "../platform/refusal.ts";
import type { Member } from "./signing.ts";

/** Whether a member unit came to the conference, and by whom. */
export interface Attendance {
  readonly unit: number;
  readonly presence: Presence;
  readonly name: string | null;
  readonly title: string | null;
}

export type Presence = "present" | "absent" | "represented";

export const presenceNames: Readonly<Record<Presence, string>> = {
  present: "Có mặt",
  represented: "Cử người dự thay",
  absent: "Vắng",
};

export const presences = Object.keys(presenceNames) as readonly Presence[];

/** Units whose hand counts: those that came, themselves or by somebody they sent. */
export const attending = (list: readonly Attendance[]): number =>
  list.filter(({ presence }) => presence !== "absent").length;

/** Only members are on the list, each once; who stands in for another is named. */
export function decideAttendance(
  members: readonly Member[],
  list: readonly Attendance[],
): readonly Attendance[] | Refusal {
  const stranger = list.find(({ unit }) => !members.some((member) => member.unit === unit));
  if (stranger) return refuse("not-a-member", "Có đơn vị không thuộc thành phần cụm của năm.");
  const nameless = list.findIndex(({ presence, name }) => presence === "represented" && !name);
  if (nameless >= 0)
    return refuse("no-representative", "Đơn vị cử người dự thay thì phải ghi tên người dự.", {
      field: `attendance.${nameless}.name`,
    });
  return list;
}
