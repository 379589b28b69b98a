import { act } from "../platform/act.ts";
import { markNoticesRead } from "../platform/notices.store.ts";
import { mayNot, type Refusal } from "../platform/refusal.ts";

/** Marks all one's own notices as read. */
export const readNotices = act({
  name: "notice.read",
  async run(work, _input: Record<string, never>): Promise<Refusal | { done: true }> {
    if (work.actor.person === null) return mayNot("no-person", "Tài khoản này không gắn với người nào.");
    await markNoticesRead(work.tx, work.actor.person, work.at);
    return { done: true };
  },
});
