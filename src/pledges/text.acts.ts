import { createHash } from "node:crypto";
import { act, type Work } from "../platform/act.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import {
  commitmentsOf,
  findCommitment,
  removeCommitment,
  saveCommitment,
  saveNewCommitment,
} from "./commitment.store.ts";
import { decidePromise, type Promised } from "./commitment.ts";
import { loadFor, loadSeen } from "./loading.acts.ts";
import { mayRun, mayWriteFor, type SeenPledge } from "./pledge.may.ts";
import { saveCommon, savePledgeEvent, saveSignBy, touchPledge } from "./pledge.store.ts";
import { refuseStale, textIsOpen } from "./pledge.ts";
import { saveText, signaturesOf, textsOf } from "./signing.store.ts";
import { composeText, decideOpeningForSigning, standing } from "./signing.ts";
import { tellMembers, tellSignersAndMembers } from "./telling.acts.ts";

const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const sealedRefusal = (): Refusal =>
  movedOn("already-sealed", "Giao ước đã ký đủ và phát hành nên văn bản không sửa được nữa.");

interface OpeningInput {
  readonly pledgeId: number;
  readonly version: number;
  /** The last day to sign. */
  readonly signBy: Day | null;
}

/** The cluster's head closes the text and asks everybody to sign it. */
export const openForSigning = act({
  name: "pledge.open-for-signing",
  async run(work, { pledgeId, version, signBy }: OpeningInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const stale = refuseStale(pledge.version, version);
    if (stale) return stale;
    const commitments = await commitmentsOf(work.tx, pledge.id);
    const ready = decideOpeningForSigning(pledge, pledge.members, commitments);
    if (isRefusal(ready)) return ready;
    if (signBy !== null && signBy < work.day)
      return refuse("day-has-passed", `Hạn ký ${writeDay(signBy)} đã qua.`, { field: "signBy" });
    await saveSignBy(work.tx, pledge.id, signBy);
    const text = composeText(pledge, pledge.members, commitments);
    const units = pledge.members.map(({ unit }) => unit);
    const first = { number: 1, text, hash: hashOf(text), units, reason: null };
    await saveText(work.tx, pledge.id, first, work.actor, work.at);
    await savePledgeEvent(work.tx, pledge, { kind: "opened-for-signing", at: work.at }, work.actor);
    work.record("pledge.opened-for-signing", pledge.id, { hash: first.hash });
    const sentence = `Giao ước thi đua năm ${pledge.year} của ${pledge.clusterName} đã mở ký; đề nghị Thủ trưởng đơn vị đọc và ký.`;
    await tellMembers(work, pledge, sentence, "/ky");
    return pledge.id;
  },
});

interface CommonInput {
  readonly pledgeId: number;
  readonly version: number;
  readonly common: string;
  readonly reason: string;
}

/** The head writes the common part; once signing has begun this makes what was signed fall. */
export const writeCommonText = act({
  name: "pledge.write-common",
  async run(work, input: CommonInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    if (!textIsOpen(pledge.state)) return sealedRefusal();
    const stale = refuseStale(pledge.version, input.version);
    if (stale) return stale;
    const common = input.common.trim();
    if (!common)
      return refuse("no-common-text", "Hãy ghi phần nội dung chung của giao ước.", { field: "common" });
    await saveCommon(work.tx, pledge.id, common, work.at);
    work.record("pledge.common-written", pledge.id);
    return (await closeTextAnew(work, { ...pledge, common }, input.reason)) ?? pledge.id;
  },
});

interface PromiseInput {
  readonly pledgeId: number;
  readonly unit: number;
  /** Null writes a new one. */
  readonly commitmentId: number | null;
  readonly version: number;
  readonly promised: Promised;
  readonly reason: string;
}

/** A member writes what it promises. */
export const promise = act({
  name: "pledge.promise",
  async run(work, input: PromiseInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayWriteFor(work.actor, one, input.unit));
    if (isRefusal(pledge)) return pledge;
    if (!textIsOpen(pledge.state)) return sealedRefusal();
    const promised = decidePromise(input.promised);
    if (isRefusal(promised)) return promised;
    const before = input.commitmentId === null ? null : await ownCommitment(work, pledge, input);
    if (isRefusal(before)) return before;
    if (before) await saveCommitment(work.tx, before.id, promised, work.at);
    else await saveNewCommitment(work.tx, pledge.id, input.unit, promised, work.at);
    await touchPledge(work.tx, pledge.id, work.at);
    work.record("pledge.promised", pledge.id, { unit: input.unit, words: promised.words });
    return (await closeTextAnew(work, pledge, input.reason)) ?? pledge.id;
  },
});

/** A member takes a commitment back. */
export const withdrawPromise = act({
  name: "pledge.withdraw-promise",
  async run(
    work,
    input: { pledgeId: number; commitmentId: number; version: number; reason: string },
  ): Promise<number | Refusal> {
    const pledge = await loadSeen(work, input.pledgeId);
    if (isRefusal(pledge)) return pledge;
    const commitment = await findCommitment(work.tx, pledge.id, input.commitmentId);
    if (!commitment) return movedOn("no-such-commitment", "Cam kết này không còn.");
    const allowed = mayWriteFor(work.actor, pledge, commitment.unit);
    if (isRefusal(allowed)) return allowed;
    if (!textIsOpen(pledge.state)) return sealedRefusal();
    const stale = refuseStale(commitment.version, input.version);
    if (stale) return stale;
    await removeCommitment(work.tx, commitment.id);
    await touchPledge(work.tx, pledge.id, work.at);
    work.record("pledge.promise-withdrawn", pledge.id, { unit: commitment.unit, words: commitment.words });
    return (await closeTextAnew(work, pledge, input.reason)) ?? pledge.id;
  },
});

async function ownCommitment(work: Work, pledge: SeenPledge, input: PromiseInput) {
  const found = await findCommitment(work.tx, pledge.id, input.commitmentId ?? 0);
  if (!found || found.unit !== input.unit) return movedOn("no-such-commitment", "Cam kết này không còn.");
  return refuseStale(found.version, input.version) ?? found;
}

/**
 * While the text is open for signing, a change makes a new text: what was signed falls, and everybody who signed
 * and every member is told, with the way to what changed. Answers a refusal when the reason is missing.
 */
async function closeTextAnew(work: Work, pledge: SeenPledge, why: string): Promise<Refusal | null> {
  if (pledge.state !== "signing") return null;
  const [latest] = await textsOf(work.tx, pledge.id);
  const text = composeText(pledge, pledge.members, await commitmentsOf(work.tx, pledge.id));
  if (!latest || latest.text === text) return null;
  const signed = standing(await signaturesOf(work.tx, pledge.id), latest).length;
  const reason = tidy(why);
  if (signed > 0 && !reason)
    return refuse(
      "no-reason",
      `Đã có ${signed} đơn vị ký văn bản này. Sửa văn bản thì các chữ ký đó không còn giá trị: hãy ghi lý do sửa.`,
      { field: "reason" },
    );
  const number = latest.number + 1;
  const units = pledge.members.map(({ unit }) => unit);
  const next = { number, text, hash: hashOf(text), units, reason: reason || null };
  await saveText(work.tx, pledge.id, next, work.actor, work.at);
  const event = { kind: "text-changed", at: work.at, remarks: reason || "Chưa có đơn vị nào ký" } as const;
  await savePledgeEvent(work.tx, pledge, event, work.actor);
  work.record("pledge.text-changed", pledge.id, { number, fallen: signed, hash: next.hash });
  if (signed === 0) return null;
  const sentence = `Văn bản giao ước thi đua năm ${pledge.year} của ${pledge.clusterName} đã thay đổi (${reason}); ${signed} chữ ký trước đó không còn giá trị, đề nghị xem phần thay đổi và ký lại.`;
  await tellSignersAndMembers(work, pledge, sentence, `/chu-ky/${number}`);
  return null;
}
