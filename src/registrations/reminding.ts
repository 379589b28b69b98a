import type { Day } from "../platform/day.ts";
import { type Deadline, writeDeadline } from "../platform/deadline.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { type Owing, owes } from "./overview.ts";

/** Whom one action reminds (đôn đốc), and who was already reminded today and is therefore left alone. */
export interface Reminding {
  readonly units: readonly Owing[];
  readonly alreadyToday: readonly Owing[];
}

/** Everybody who still owes is reminded, nobody twice on one day. */
export function decideReminding(owing: readonly Owing[], today: Day): Reminding | Refusal {
  const debtors = owing.filter(owes);
  if (debtors.length === 0)
    return refuse("nobody-owes", "Mọi đơn vị đã gửi đăng ký; không có ai phải đôn đốc.");
  const alreadyToday = debtors.filter(({ remindedOn }) => remindedOn === today);
  const units = debtors.filter(({ remindedOn }) => remindedOn !== today);
  if (units.length === 0)
    return refuse(
      "reminded-today",
      "Các đơn vị chưa gửi đã được đôn đốc hôm nay; mỗi ngày chỉ đôn đốc một lần. Ngày mai có thể đôn đốc tiếp.",
    );
  return { units, alreadyToday };
}

/** What the reminded unit reads. */
export const reminderSentence = (movement: string, deadline: Deadline | null): string =>
  deadline === null
    ? `Đề nghị gửi đăng ký thi đua “${movement}”.`
    : `Đề nghị gửi đăng ký thi đua “${movement}”, hạn ${writeDeadline(deadline)}.`;

const MOST_NAMED = 30;

/** A short text to paste into a messenger: what is owed, until when, by whom. */
export function messengerText(movement: string, debtors: readonly Owing[], body: string): string {
  const deadlines = new Set(debtors.flatMap(({ deadline }) => (deadline ? [writeDeadline(deadline)] : [])));
  const [only] = deadlines;
  const until = deadlines.size === 1 ? ` (hạn ${only})` : "";
  const named = debtors.slice(0, MOST_NAMED).map(({ unitName }, index) => `${index + 1}. ${unitName}`);
  const more = debtors.length - named.length;
  return [
    `${body} đề nghị các đơn vị sau gửi đăng ký thi đua “${movement}”${until}:`,
    ...named,
    ...(more > 0 ? [`… và ${more} đơn vị khác.`] : []),
    "Đơn vị đã gửi xin bỏ qua tin này. Trân trọng cảm ơn.",
  ].join("\n");
}
