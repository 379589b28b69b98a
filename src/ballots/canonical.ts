import { type Day, writeDay } from "../platform/day.ts";
import type { NomineeCount, QuestionCount, Threshold } from "./poll.ts";
import { thresholdWords } from "./threshold.ts";

/** What stands above the counts: which vote it was, and what the count was made from. */
export interface CountHead {
  readonly title: string;
  readonly body: string;
  readonly mark: string;
  readonly on: Day;
  readonly round: number;
  readonly members: number;
  readonly roll: number;
  readonly ballots: Fingerprint;
  readonly codes: Fingerprint;
  /** Sealed ballots that were never opened, since the whole vote went to paper. */
  readonly unopened: number;
}

/** How many there are, and SHA-256 over all of them in their own order; the digest of none is null. */
export interface Fingerprint {
  readonly count: number;
  readonly sha256: string | null;
}

/**
 * The count part of the minutes as plain text: the one form of a result that the minutes hold, `./thidua recount`
 * prints and the offline page shows, byte for byte. Ends with a line end.
 */
export const canonicalText = (head: CountHead, questions: readonly QuestionCount[]): string =>
  `${[...headLines(head), ...questions.flatMap((one) => questionLines(one, head.members))].join("\n")}\n`;

/** The text with only some of its questions; what is left out is named by its number. */
export function canonicalWithout(
  canonical: string,
  questions: readonly QuestionCount[],
  members: number,
  without: ReadonlyMap<number, unknown>,
): string {
  const all = questions.map((one) => `${questionLines(one, members).join("\n")}\n`);
  const head = canonical.slice(0, canonical.length - all.join("").length);
  const left = all.map((text, at) => {
    const { ordinal } = questions[at]!;
    return without.has(ordinal) ? `\nNội dung ${ordinal}: không hiện với người đọc này\n` : text;
  });
  return head + left.join("");
}

const headLines = (head: CountHead): string[] => [
  "KẾT QUẢ KIỂM PHIẾU",
  `Cuộc bỏ phiếu: ${head.title}${head.round > 1 ? ` (vòng ${head.round})` : ""}`,
  `Của: ${head.body}`,
  `Ngày: ${writeDay(head.on)}`,
  `Dấu của cuộc bỏ phiếu: ${head.mark}`,
  `Tổng số thành viên: ${head.members}; danh sách bỏ phiếu: ${head.roll}`,
  `Lá phiếu niêm phong: ${fingerprintWords(head.ballots)}`,
  `Mã theo dõi: ${fingerprintWords(head.codes)}`,
  ...(head.unopened > 0
    ? [`Lá phiếu trên máy không mở, không tính (đã chuyển sang phiếu giấy): ${head.unopened}`]
    : []),
];

const fingerprintWords = ({ count, sha256 }: Fingerprint): string =>
  sha256 === null ? `${count}` : `${count}; SHA-256 ${sha256}`;

const questionLines = (one: QuestionCount, members: number): string[] => [
  "",
  `Nội dung ${one.ordinal}: ${one.title}`,
  `Phiếu phát ra ${one.issued}; thu về ${one.returned}; hợp lệ ${one.valid}; không hợp lệ ${one.invalid}`,
  ...(one.threshold ? [`Cần ${thresholdWords(one.threshold, members)} (${basisWords(one.threshold)})`] : []),
  ...one.nominees.map(
    (nominee) => `${nominee.ordinal}. ${nominee.name}: ${nomineeWords(one, nominee, members)}`,
  ),
];

const basisWords = ({ basis, verified }: Threshold): string =>
  verified ? basis : `${basis}; chưa kiểm chứng`;

function nomineeWords({ kind }: QuestionCount, nominee: NomineeCount, members: number): string {
  if (nominee.withdrawn) return "đã rút, không xét";
  if (kind === "approve")
    return `đồng ý ${nominee.yes} (${shareOf(nominee.yes, members)} tổng số thành viên); không đồng ý ${nominee.no}; không ghi ý kiến ${nominee.blank}; ${outcomeOf(kind, nominee)}`;
  if (kind === "choose")
    return `${nominee.yes} phiếu (${shareOf(nominee.yes, members)} tổng số thành viên); ${outcomeOf(kind, nominee)}`;
  return `${nominee.points} điểm; có tên trên ${nominee.yes} phiếu; ${outcomeOf(kind, nominee)}`;
}

/** What the count says of a nominee. */
export function outcomeOf(kind: QuestionCount["kind"], nominee: NomineeCount): string {
  if (nominee.withdrawn) return "đã rút, không xét";
  if (nominee.tied) return "bằng nhau ở vị trí cuối, bỏ phiếu vòng tiếp theo";
  if (kind === "approve") return nominee.passed ? "ĐẠT" : "KHÔNG ĐẠT";
  return nominee.passed ? "ĐƯỢC CHỌN" : "không được chọn";
}

/** "93,33 %": two decimals at most, half rounded up, reckoned in whole numbers. */
export function shareOf(votes: number, members: number): string {
  const hundredths = Math.trunc((votes * 20_000 + members) / (2 * members));
  const whole = Math.trunc(hundredths / 100);
  const rest = `${hundredths % 100}`.padStart(2, "0").replace(/0+$/, "");
  return `${whole}${rest === "" ? "" : `,${rest}`} %`;
}
