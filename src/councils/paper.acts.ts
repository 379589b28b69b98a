import { act } from "../platform/act.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { mayPrepare, mayTakePart } from "./council.may.ts";
import { itemFor } from "./item.acts.ts";
import { saveDocument, saveOpinions } from "./paper.store.ts";
import { loadSession } from "./session.acts.ts";
import { touchSession } from "./session.store.ts";

interface Adding {
  readonly sessionId: number;
  readonly itemId: number | null;
  /** Tokens of staged files. */
  readonly files: readonly string[];
}

/** Papers for the session or for one of its items. */
export const addDocuments = act({
  name: "council-session.add-documents",
  async run(work, { sessionId, itemId, files }: Adding): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayPrepare(work.actor, loaded.council);
    if (isRefusal(allowed)) return allowed;
    if (loaded.session.state === "closed" || loaded.session.state === "cancelled")
      return movedOn("session-moved-on", "Phiên này đã kết thúc nên không thêm tài liệu được.");
    const item = itemId === null ? null : itemFor(work, loaded, itemId);
    if (isRefusal(item)) return item;
    if (files.length === 0) return refuse("no-file", "Hãy chọn tệp tài liệu.", { field: "files" });
    for (const token of files) {
      const staged = await stagedFile(work.tx, work.actor.account ?? "system", token, work.at);
      if (!staged) return refuse("file-gone", "Tệp đã chọn quá 24 giờ; hãy chọn lại.", { field: "files" });
      const paper = { session: sessionId, item: itemId, file: staged.hash, fileName: staged.name };
      await saveDocument(work.tx, paper, work.actor);
    }
    await touchSession(work.tx, sessionId);
    work.record("council-session.documents-added", sessionId, { item: itemId, files: files.length });
    return sessionId;
  },
});

interface Writing {
  readonly sessionId: number;
  readonly opinions: readonly { readonly item: number | null; readonly words: string }[];
}

/** An absent member, or everybody in a round by letter, writes an opinion; how they vote is in their ballot. */
export const giveOpinion = act({
  name: "council-session.give-opinion",
  async run(work, { sessionId, opinions }: Writing): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session } = loaded;
    const allowed = mayTakePart(loaded.council);
    if (isRefusal(allowed)) return allowed;
    if (session.state !== "called" && session.state !== "open")
      return movedOn("not-now", "Chỉ gửi ý kiến được khi phiên đã triệu tập và chưa kết thúc.");
    const written = opinions
      .map(({ item, words }) => ({ item, words: words.trim() }))
      .filter(({ words }) => words !== "");
    if (written.length === 0) return refuse("nothing-written", "Hãy ghi ít nhất một ý kiến.");
    for (const { item } of written) {
      const open = item === null ? null : itemFor(work, loaded, item);
      if (isRefusal(open)) return mayNot("no-such-item", "Không có mục này trong chương trình.");
    }
    await saveOpinions(work.tx, sessionId, work.actor.person!, written, work.actor);
    work.record("council-session.opinion-given", sessionId, { opinions: written.length });
    return sessionId;
  },
});
