import type { PollResult } from "../ballots/poll.ts";
import type { Instant } from "../platform/day.ts";
import type { Item } from "./item.ts";

/** A vote held in a session, and which item each of its questions asks about. */
export interface HeldVote {
  readonly poll: number;
  readonly round: number;
  readonly at: Instant;
  readonly questions: readonly { readonly question: number; readonly item: number }[];
}

/** What the vote on an item came to, with the rule it was judged by. */
export interface Outcome {
  readonly item: number;
  readonly poll: number;
  readonly members: number;
  readonly yes: number;
  readonly no: number;
  readonly needed: number;
  readonly passed: boolean;
  readonly words: string;
  readonly basis: string | null;
}

/** “13/15 thành viên, bằng 86,6 %”: the share on all members, cut and never rounded up past a threshold. */
export function writeShareOfAll(yes: number, members: number): string {
  if (members === 0) return "0/0";
  const tenths = Math.trunc((yes * 1000) / members);
  const rest = tenths % 10;
  const percent = rest === 0 ? `${tenths / 10}` : `${Math.trunc(tenths / 10)},${rest}`;
  return `${yes}/${members} thành viên, bằng ${percent} %`;
}

/** What the count of a vote says of one item; nothing where the item was not asked about or was withdrawn. */
export function outcomeOf(
  result: PollResult,
  vote: Pick<HeldVote, "poll" | "questions">,
  item: Pick<Item, "id">,
  members: number,
): Outcome[] {
  const ordinal = vote.questions.find((asked) => asked.item === item.id)?.question;
  const counted = result.questions.find((question) => question.ordinal === ordinal);
  const nominee = counted?.nominees[0];
  if (!counted?.threshold || !nominee || nominee.withdrawn) return [];
  const { threshold } = counted;
  const asked = threshold.rule === "at-least" ? `từ ${threshold.percent} % trở lên` : "quá nửa";
  return [
    {
      item: item.id,
      poll: vote.poll,
      members,
      yes: nominee.yes,
      no: nominee.no,
      needed: threshold.needed,
      passed: nominee.passed,
      words: `${writeShareOfAll(nominee.yes, members)} đồng ý; cần ${asked} tổng số thành viên, tức ${threshold.needed} phiếu: ${nominee.passed ? "đạt" : "không đạt"}.`,
      basis: threshold.basis,
    },
  ];
}
