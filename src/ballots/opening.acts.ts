import { type Act, act } from "../platform/act.ts";
import type { Actor } from "../platform/actor.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { makeBox } from "./box.files.ts";
import { saveLock, saveShare, sharesOf } from "./box.store.ts";
import { can, mayHoldShare, mayRun } from "./poll.may.ts";
import { loadPoll } from "./poll.store.ts";
import { savePollChange, savePollEvent } from "./poll-save.store.ts";
import { cutSessionKey, lockFor } from "./session-key.cipher.ts";

const SHORTEST_PASSPHRASE = 12;

/**
 * Acts that hold something secret are never run under a form's key: the answers kept for double clicks would keep
 * the secret, or say when somebody voted. Their own state makes the second click harmless.
 */
export const unkept =
  <Input, Output>(run: Act<Input, Output>): Act<Input, Output> =>
  (actor: Actor, input: Input) =>
    run({ ...actor, key: null }, input);

/** A teller sets the passphrase that will lock their share; may be set anew until the vote is opened. */
export const lockShare = unkept(
  act({
    name: "poll.lock-share",
    async run(
      work,
      asked: { readonly pollId: number; readonly passphrase: string },
    ): Promise<number | Refusal> {
      const poll = await loadPoll(work.tx, asked.pollId);
      if (!poll) return noSuchPoll();
      const allowed = mayHoldShare(work.actor, poll);
      if (isRefusal(allowed)) return allowed;
      if (poll.state !== "prepared")
        return movedOn("already-open", "Cuộc bỏ phiếu đã mở nên cụm mật khẩu không đổi được nữa.");
      if (asked.passphrase.trim().length < SHORTEST_PASSPHRASE)
        return refuse("short-passphrase", `Cụm mật khẩu cần ít nhất ${SHORTEST_PASSPHRASE} ký tự.`, {
          field: "passphrase",
        });
      await saveLock(work.tx, poll.id, work.actor.person!, await lockFor(asked.passphrase));
      work.record("poll.share-locked", poll.id);
      return poll.id;
    },
  }),
);

/** The vote has begun; the recovery share is shown this once and kept nowhere. */
export interface Opened {
  readonly poll: number;
  readonly recovery: string | null;
}

/** Opens the vote: makes the session key, cuts it, and from here on ballots are taken. */
export const openPoll = unkept(
  act({
    name: "poll.open",
    async run(work, { pollId }: { readonly pollId: number }): Promise<Opened | Refusal> {
      const poll = await loadPoll(work.tx, pollId);
      if (!poll) return noSuchPoll();
      const allowed = mayRun(work.actor, poll);
      if (isRefusal(allowed)) return allowed;
      if (poll.state !== "prepared") return movedOn("already-open", "Cuộc bỏ phiếu đã được mở trước đó.");
      const begun = { state: "voting", opened_at: work.at } as const;
      let recovery: string | null = null;
      if (poll.mode === "secret" && can(mayHoldShare(work.actor, poll)))
        return refuse(
          "holder-opens",
          "Đồng chí giữ một phần khóa nên không mở bỏ phiếu: người mở nhận tờ khóa dự phòng, một người không giữ hai phần. Hãy để chủ tọa, thư ký hoặc người kiểm phiếu không giữ khóa mở.",
          { kind: "may-not" },
        );
      if (poll.mode === "secret") {
        const [first, second] = await sharesOf(work.tx, poll.id);
        if (!first || !second)
          return refuse(
            "passphrases-missing",
            "Chưa mở được: cả hai người giữ phần khóa phải đặt cụm mật khẩu của mình trước.",
          );
        const cut = await cutSessionKey(poll.mark, [first, second]);
        await saveShare(work.tx, poll.id, first.person, cut.sealed[0]!);
        await saveShare(work.tx, poll.id, second.person, cut.sealed[1]!);
        await makeBox(poll.id);
        await savePollChange(work.tx, poll.id, { ...begun, public_key: Buffer.from(cut.publicKey) });
        recovery = cut.recovery;
      } else await savePollChange(work.tx, poll.id, begun);
      await savePollEvent(work.tx, poll.id, "opened", work.actor);
      work.record("poll.opened", poll.id, { mode: poll.mode });
      return { poll: poll.id, recovery };
    },
  }),
);

export const noSuchPoll = (): Refusal => refuse("no-such-poll", "Không có cuộc bỏ phiếu này.");
