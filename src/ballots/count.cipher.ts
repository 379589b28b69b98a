import type { Fingerprint } from "./canonical.ts";
import { openerFor, openSlip, placeOf } from "./envelope.cipher.ts";
import {
  ballotLines,
  type Countable,
  type Counted,
  codeLines,
  countOf,
  type OpenedSlips,
  type PollExport,
} from "./export.ts";

/** Opens and counts: the same lines for the count itself, the recount and the offline page. */
export interface Recount extends Counted {
  readonly opened: OpenedSlips;
}

export async function openAndCount(what: Countable): Promise<Recount> {
  const opened = await openedSlips(what);
  const fingerprints = {
    ballots: await fingerprintOf(ballotLines(what.ballots)),
    codes: await fingerprintOf(codeLines(what.codes)),
  };
  return { ...countOf(what, opened, fingerprints), opened };
}

/** Slips by question, in the order of their own text: nothing of the envelopes' order is left. */
async function openedSlips({ publicKey, sessionKey, ballots, mark }: Countable): Promise<OpenedSlips> {
  const open =
    publicKey === null || sessionKey === null
      ? null
      : await openerFor({ publicKey: bytesOf(publicKey), secretKey: bytesOf(sessionKey) });
  const slips = await Promise.all(
    ballots.map(async ({ question, sealed }) => ({
      question,
      slip: open === null ? null : await openSlip(open, placeOf(mark, question), bytesOf(sealed)),
    })),
  );
  const opened = new Map<number, (string | null)[]>();
  for (const { question, slip } of slips) opened.set(question, [...(opened.get(question) ?? []), slip]);
  for (const texts of opened.values()) texts.sort(byText);
  return opened;
}

const byText = (left: string | null, right: string | null): number => {
  const [one, other] = [left ?? "", right ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** SHA-256 over the lines, each with its line end. */
export async function fingerprintOf(lines: readonly string[]): Promise<Fingerprint> {
  if (lines.length === 0) return { count: 0, sha256: null };
  const text = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { count: lines.length, sha256 };
}

/** What a recount came to: the text, and each way in which it differs from what was recorded. */
export interface RecountAnswer {
  readonly canonical: string;
  readonly differences: readonly string[];
}

/** Repeats a count from its export alone; null when what is in it cannot be counted at all. */
export async function recount(recorded: PollExport): Promise<RecountAnswer | null> {
  const counted = await openAndCount(recorded).catch(() => null);
  if (counted === null) return null;
  const { canonical } = counted;
  const differences = recorded.questions.flatMap(({ ordinal, title }) => {
    const ballots = recorded.ballots.filter(({ question }) => question === ordinal).length;
    const codes = recorded.codes.filter(({ question }) => question === ordinal).length;
    return ballots === codes ? [] : [`“${title}” có ${ballots} lá phiếu nhưng ${codes} mã theo dõi.`];
  });
  if (
    recorded.ballots.some(({ question }) => !recorded.questions.some(({ ordinal }) => ordinal === question))
  )
    differences.push("Có lá phiếu không thuộc nội dung nào.");
  if (hasTwice(ballotLines(recorded.ballots))) differences.push("Có hai lá phiếu niêm phong giống hệt nhau.");
  if (hasTwice(codeLines(recorded.codes))) differences.push("Có hai mã theo dõi trùng nhau.");
  if (canonical !== recorded.canonical)
    differences.push("Kết quả kiểm lại khác với kết quả ghi trong biên bản.");
  return { canonical, differences };
}

const hasTwice = (lines: readonly string[]): boolean => new Set(lines).size < lines.length;

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
