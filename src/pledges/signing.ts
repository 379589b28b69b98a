import { type Day, type Instant, writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { type Commitment, writeCommitment } from "./commitment.ts";
import { type Pledge, stateNames } from "./pledge.ts";

/** The exact text that members sign: a later text makes the signatures under this one fall. */
export interface PledgeText {
  readonly id: number;
  readonly number: number;
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly hash: string;
  /** The members whose commitments it holds and who are to sign it. */
  readonly units: readonly number[];
  readonly at: Instant;
  readonly actorName: string;
  readonly reason: string | null;
}

export interface Signature {
  readonly id: number;
  readonly text: number;
  readonly unit: number;
  readonly unitName: string;
  readonly way: "online" | "paper";
  readonly person: number | null;
  readonly signerName: string;
  readonly postTitle: string;
  readonly onBehalfOf: string | null;
  readonly onBehalfTitle: string | null;
  readonly hash: string;
  readonly at: Instant;
  readonly signedOn: Day;
  readonly enteredBy: string | null;
  readonly file: string | null;
  readonly fileName: string | null;
}

export interface Member {
  readonly unit: number;
  readonly name: string;
}

/**
 * The text of the pledge in full, the same for the same words: cluster and year, the common part, then each
 * member's commitments in the order of the roster. Its hash is what a signature holds.
 */
export function composeText(
  pledge: Pick<Pledge, "clusterName" | "year" | "common">,
  members: readonly Member[],
  commitments: readonly Commitment[],
): string {
  const parts = members.map((member, index) => {
    const lines = commitments
      .filter(({ unit }) => unit === member.unit)
      .map((one) => `- ${writeCommitment(one)}`);
    return [`${index + 1}. ${member.name}`, ...lines].join("\n");
  });
  return [
    "GIAO ƯỚC THI ĐUA",
    `${pledge.clusterName}, năm ${pledge.year}`,
    pledge.common.trim(),
    "CAM KẾT CỦA TỪNG ĐƠN VỊ",
    ...parts,
  ].join("\n\n");
}

/** Signatures that stand: those under the latest text. */
export const standing = (
  signatures: readonly Signature[],
  latest: PledgeText | null,
): readonly Signature[] => (latest === null ? [] : signatures.filter(({ text }) => text === latest.id));

export const fallen = (signatures: readonly Signature[], latest: PledgeText | null): readonly Signature[] =>
  signatures.filter(({ text }) => text !== latest?.id);

/** Members of the roster that have not signed the latest text. */
export const unsigned = (
  members: readonly Member[],
  signatures: readonly Signature[],
  latest: PledgeText | null,
): readonly Member[] => {
  const signed = new Set(standing(signatures, latest).map(({ unit }) => unit));
  return members.filter(({ unit }) => !signed.has(unit));
};

/** The text is opened for signing once the plan is adopted, the common part written, and every member has promised. */
export function decideOpeningForSigning(
  pledge: Pledge,
  members: readonly Member[],
  commitments: readonly Commitment[],
): true | Refusal {
  if (pledge.state !== "adopted")
    return movedOn(
      "not-adopted",
      `Giao ước đang ở bước “${stateNames[pledge.state]}”; chỉ mở ký sau khi kế hoạch được thông qua.`,
    );
  if (pledge.common.trim() === "")
    return refuse("no-common-text", "Chưa có phần nội dung chung của giao ước.");
  const silent = members.filter(({ unit }) => !commitments.some((one) => one.unit === unit));
  if (silent.length > 0)
    return refuse("no-commitment", `Chưa có cam kết của: ${silent.map(({ name }) => name).join("; ")}.`);
  return true;
}

/** What the signing is judged by, beside the pledge. */
export interface SigningFacts {
  readonly latest: PledgeText | null;
  /** The hash on the page that was signed. */
  readonly seenHash: string;
  readonly onRoster: boolean;
  readonly signatures: readonly Signature[];
}

/** A unit signs the latest text, once, while it is on the roster. */
export function decideSigning(pledge: Pledge, unit: number, facts: SigningFacts): PledgeText | Refusal {
  if (pledge.state !== "signing" || facts.latest === null)
    return movedOn(
      "not-open",
      `Giao ước đang ở bước “${stateNames[pledge.state]}” nên chưa ký hoặc không ký thêm được.`,
    );
  if (!facts.onRoster)
    return movedOn(
      "left-the-roster",
      "Đơn vị không còn trong thành phần cụm của năm nên không ký giao ước này.",
    );
  if (!facts.latest.units.includes(unit))
    return movedOn(
      "not-in-the-text",
      "Văn bản đang ký chưa có đơn vị này; Trưởng cụm cần cập nhật văn bản theo thành phần mới.",
    );
  const before = standing(facts.signatures, facts.latest).find((one) => one.unit === unit);
  if (before)
    return movedOn(
      "already-signed",
      `${before.unitName} đã ký văn bản này ngày ${writeDay(before.signedOn)} (${before.signerName}); chữ ký đó vẫn còn giá trị, không ký lần nữa.`,
    );
  if (facts.latest.hash !== facts.seenHash)
    return movedOn(
      "text-changed",
      "Văn bản giao ước đã thay đổi sau khi Ông/Bà mở trang này. Chưa có gì được ký; hãy đọc lại văn bản mới rồi ký.",
    );
  return facts.latest;
}

/** The whole is sealed when every member of the roster has signed the latest text, and the text is the roster's. */
export function decideSealing(
  pledge: Pledge,
  members: readonly Member[],
  signatures: readonly Signature[],
  latest: PledgeText | null,
): PledgeText | Refusal {
  if (pledge.state === "signed") return movedOn("already-sealed", "Giao ước đã được ký số và phát hành.");
  if (pledge.state !== "signing" || latest === null)
    return movedOn("not-open", "Giao ước chưa mở ký nên chưa phát hành được.");
  const strangers = latest.units.filter((unit) => !members.some((member) => member.unit === unit));
  if (strangers.length > 0)
    return refuse(
      "roster-changed",
      "Thành phần cụm đã thay đổi sau khi chốt văn bản; hãy cập nhật văn bản giao ước trước.",
    );
  const missing = unsigned(members, signatures, latest);
  if (missing.length > 0)
    return refuse("not-all-signed", `Chưa ký: ${missing.map(({ name }) => name).join("; ")}.`);
  return latest;
}
