import { act, type Work } from "../platform/act.ts";
import { lastSeal } from "../platform/audit.store.ts";
import { countAttempt, forgetAttempts, secondsClosed, wrongOpenings } from "../platform/limits.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { destroyBoxJob } from "./box.acts.ts";
import { boxKey, unwrap } from "./box.files.ts";
import { type BoxBallot, ballotsIn, dropShares, emptyBox, sharesOf } from "./box.store.ts";
import { fingerprintOf, openAndCount } from "./count.cipher.ts";
import { countableIn, saveCount } from "./count.store.ts";
import { ballotLines, type Countable } from "./export.ts";
import { noSuchPoll, unkept } from "./opening.acts.ts";
import { mayCount, mayRun } from "./poll.may.ts";
import { loadPoll } from "./poll.store.ts";
import type { Poll } from "./poll.ts";
import { savePollChange, savePollEvent } from "./poll-save.store.ts";
import { joinShares, readShare, unlockShare } from "./session-key.cipher.ts";

/**
 * Closes the vote: from here on no ballot is taken, and the box is emptied into fresh rows in random order. The
 * fingerprint of the sealed ballots goes into the journal before anybody can open them.
 */
export const closePoll = act({
  name: "poll.close",
  async run(work, { pollId }: { readonly pollId: number }): Promise<number | Refusal> {
    const poll = await loadPoll(work.tx, pollId);
    if (!poll) return noSuchPoll();
    const allowed = mayRun(work.actor, poll);
    if (isRefusal(allowed)) return allowed;
    if (poll.state !== "voting") return movedOn("not-voting", "Cuộc bỏ phiếu không ở bước đang bỏ phiếu.");
    const ballots = await ballotsTakenOut(work, poll);
    if (isRefusal(ballots)) return ballots;
    const lines = ballotLines(
      ballots.map(({ question, sealed }) => ({ question, sealed: sealed.toString("base64") })),
    );
    const { count, sha256 } = await fingerprintOf(lines);
    await emptyBox(work.tx, poll.id, ballots);
    await savePollChange(work.tx, poll.id, { state: "closed", closed_at: work.at });
    const sealed = sha256 === null ? null : `Niêm phong ${count} lá phiếu, SHA-256 ${sha256}`;
    await savePollEvent(work.tx, poll.id, "closed", work.actor, sealed);
    work.record("poll.closed", poll.id, { ballots: count, sha256 });
    destroyBoxJob(work, poll.id);
    return poll.id;
  },
});

/** Ballots with their outer wrapping taken off; as they lie when the whole vote went to paper. */
async function ballotsTakenOut(work: Work, poll: Poll): Promise<readonly BoxBallot[] | Refusal> {
  const lying = await ballotsIn(work.tx, poll.id);
  if (poll.papers === "instead" || lying.length === 0) return lying;
  const key = await boxKey(poll.id);
  if (!key)
    return movedOn(
      "box-lost",
      "Hòm phiếu trên máy không mở được nữa (mất khóa hòm). Phiếu đã bỏ vẫn giữ nguyên nhưng không đếm được; hãy chuyển sang phiếu giấy.",
    );
  const taken = lying.map(({ question, sealed }) => ({ question, sealed: unwrap(key, sealed) }));
  key.fill(0);
  return taken;
}

/** What two of the three holders bring to open the box. */
export interface Opening {
  readonly passphrases: readonly { readonly person: number; readonly passphrase: string }[];
  readonly recovery: string | null;
}

/**
 * Opens the box with two shares, counts, and tells the stage that holds the vote. The key is put together in
 * memory for this one count, and published with it; the shares are dropped.
 */
export const countPoll = unkept(
  act({
    name: "poll.count",
    async run(
      work,
      { pollId, opening }: { readonly pollId: number; readonly opening: Opening },
    ): Promise<number | Refusal> {
      const poll = await loadPoll(work.tx, pollId);
      if (!poll) return noSuchPoll();
      const allowed = mayCount(work.actor, poll);
      if (isRefusal(allowed)) return allowed;
      if (poll.state !== "closed")
        return movedOn("not-closed", "Chỉ kiểm phiếu được khi cuộc bỏ phiếu đã khép và chưa kiểm.");
      const found = await countableIn(work.tx, poll, null);
      const onPaper = poll.mode !== "secret" || poll.papers !== "none";
      if (onPaper && found.papers === null)
        return refuse(
          "papers-missing",
          "Chưa nhập số phiếu giấy hoặc số biểu quyết; hãy nhập rồi kiểm phiếu.",
        );
      const sessionKey = found.ballots.length > 0 ? await openedOnce(work, poll, opening) : null;
      if (isRefusal(sessionKey)) return sessionKey;
      const publicKey = sessionKey === null ? null : poll.publicKey;
      await saveCounted(work, poll, { ...found, publicKey, sessionKey });
      return poll.id;
    },
  }),
);

async function saveCounted(work: Work, poll: Poll, what: Countable): Promise<void> {
  const { questions, canonical, opened } = await openAndCount(what);
  const seal = await lastSeal(work.tx);
  await saveCount(work.tx, poll.id, {
    canonical,
    questions,
    anchor: seal ? { position: seal.last_position, hash: seal.hash } : null,
    opened: [...opened].map(([question, slips]) => ({ question, slips })),
    sessionKey: what.sessionKey,
  });
  await dropShares(work.tx, poll.id);
  await savePollChange(work.tx, poll.id, { state: "counted", counted_at: work.at });
  await savePollEvent(work.tx, poll.id, "counted", work.actor);
  work.record("poll.counted", poll.id, { sha256: (await fingerprintOf([canonical])).sha256 });
  if (poll.origin.tell)
    work.enqueue(poll.origin.tell, { poll: poll.id, subject: poll.origin.subject, state: "counted" });
}

/** Ten wrong openings by one person close the count to them for a while: passphrases are not to be guessed here. */
async function openedOnce(work: Work, poll: Poll, opening: Opening): Promise<string | Refusal> {
  const who = `${poll.id}-${work.actor.person}`;
  const seconds = await secondsClosed(wrongOpenings, who);
  if (seconds > 0)
    return movedOn(
      "too-many-openings",
      `Đã nhập sai quá nhiều lần. Phiếu vẫn niêm phong nguyên vẹn; hãy thử lại sau ${Math.ceil(seconds / 60)} phút, hoặc để người khác của tổ kiểm phiếu nhập.`,
    );
  const key = await sessionKeyFrom(work, poll, opening);
  if (!isRefusal(key)) await forgetAttempts(wrongOpenings, who);
  else if (key.refusal !== "two-shares") await countAttempt(wrongOpenings, who);
  return key;
}

/** Two shares put together and held against the public key; base64. */
async function sessionKeyFrom(work: Work, poll: Poll, opening: Opening): Promise<string | Refusal> {
  const shares = await sharesIn(work, poll, opening);
  if (isRefusal(shares)) return shares;
  const [first, second] = shares;
  if (!first || !second || shares.length > 2)
    return refuse(
      "two-shares",
      "Cần đúng hai phần khóa để mở hòm phiếu. Mất từ hai phần trở lên thì cuộc bỏ phiếu chuyển sang phiếu giấy, không ai mở thay được.",
    );
  const key = await joinShares(Buffer.from(poll.publicKey ?? "", "base64"), [first, second]);
  for (const share of shares) share.fill(0);
  if (!key)
    return refuse(
      "wrong-shares",
      "Hai phần khóa này không mở được hòm phiếu. Phiếu vẫn niêm phong nguyên vẹn; hãy thử lại với phần khóa đúng.",
    );
  const text = Buffer.from(key).toString("base64");
  key.fill(0);
  return text;
}

async function sharesIn(work: Work, poll: Poll, opening: Opening): Promise<Uint8Array[] | Refusal> {
  const held = await sharesOf(work.tx, poll.id);
  const shares: Uint8Array[] = [];
  for (const { person, passphrase } of opening.passphrases) {
    const one = held.find((share) => share.person === person);
    const sealed = one?.sealed;
    const share = one && sealed ? await unlockShare(poll.mark, passphrase, { ...one, sealed }) : null;
    if (!share)
      return refuse(
        "wrong-passphrase",
        "Cụm mật khẩu không đúng. Nếu quên, người kia cùng tờ khóa dự phòng vẫn mở được hòm phiếu.",
        { field: `nguoi-${person}` },
      );
    shares.push(share);
  }
  if (opening.recovery === null) return shares;
  const recovery = readShare(poll.mark, opening.recovery);
  return recovery
    ? [...shares, recovery]
    : refuse(
        "wrong-recovery",
        "Khóa dự phòng gõ sai hoặc của cuộc bỏ phiếu khác; hãy xem lại từng ký tự trên tờ niêm phong.",
        { field: "recovery" },
      );
}
