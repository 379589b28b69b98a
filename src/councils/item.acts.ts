import { act, type Work } from "../platform/act.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { mayConduct, mayPrepare } from "./council.may.ts";
import {
  removeItem,
  saveItem,
  saveItemChange,
  saveItemNotes,
  saveItemState,
  saveOrder,
} from "./item.store.ts";
import { decideItem, type Item, moved, type NewItem } from "./item.ts";
import { type LoadedSession, loadSession } from "./session.acts.ts";
import { saveSessionEvent, touchSession } from "./session.store.ts";
import { refuseUnprepared } from "./session.ts";
import { shutTo } from "./whole.ts";
import { withdrawFromVotes } from "./withdrawing.acts.ts";

/** An item that is shut to somebody is not there for them, whatever right they hold otherwise. */
export function itemFor(work: Work, { whole }: LoadedSession, id: number): Item | Refusal {
  const item = whole.items.find((one) => one.id === id);
  return item && shutTo(whole, item, work.actor.person) === null
    ? item
    : mayNot("no-such-item", "Không có mục này trong chương trình.");
}

/** Loads a session whose agenda this person may still write. */
async function loadForAgenda(work: Work, sessionId: number): Promise<LoadedSession | Refusal> {
  const loaded = await loadSession(work, sessionId);
  if (isRefusal(loaded)) return loaded;
  const allowed = mayPrepare(work.actor, loaded.council);
  if (isRefusal(allowed)) return allowed;
  return refuseUnprepared(loaded.session) ?? loaded;
}

/** Puts an item on the agenda; `dossier` names the nomination that stands behind it. */
async function putOnAgenda(
  work: Work,
  { sessionId, ...asked }: NewItem & { sessionId: number },
): Promise<number | Refusal> {
  const loaded = await loadForAgenda(work, sessionId);
  if (isRefusal(loaded)) return loaded;
  const decided = decideItem(asked);
  if (isRefusal(decided)) return decided;
  const id = await saveItem(work.tx, sessionId, decided);
  await touchSession(work.tx, sessionId);
  work.record("council-item.added", id, { session: sessionId, kind: decided.kind });
  return id;
}

export const addItem = act({ name: "council-item.add", run: putOnAgenda });

type Change = NewItem & { readonly sessionId: number; readonly itemId: number; readonly version: number };

export const changeItem = act({
  name: "council-item.change",
  async run(work, { sessionId, itemId, version, ...asked }: Change): Promise<number | Refusal> {
    const loaded = await loadForAgenda(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const item = itemFor(work, loaded, itemId);
    if (isRefusal(item)) return item;
    if (item.version !== version)
      return movedOn("stale", "Mục này đã được sửa ở cửa sổ khác; hãy xem lại rồi gửi lại.");
    const decided = decideItem({ ...asked, dossier: item.dossier });
    if (isRefusal(decided)) return decided;
    await saveItemChange(work.tx, item.id, decided);
    await touchSession(work.tx, sessionId);
    work.record("council-item.changed", item.id);
    return item.id;
  },
});

interface Named {
  readonly sessionId: number;
  readonly itemId: number;
}

export const moveItem = act({
  name: "council-item.move",
  async run(work, { sessionId, itemId, by }: Named & { by: -1 | 1 }): Promise<number | Refusal> {
    const loaded = await loadForAgenda(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const item = itemFor(work, loaded, itemId);
    if (isRefusal(item)) return item;
    const order = moved(
      loaded.whole.items.map(({ id }) => id),
      item.id,
      by,
    );
    if (!order) return movedOn("at-the-end", "Mục này đã ở đầu hoặc cuối chương trình.");
    await saveOrder(work.tx, order);
    await touchSession(work.tx, sessionId);
    work.record("council-item.moved", item.id, { by });
    return item.id;
  },
});

export const dropItem = act({
  name: "council-item.drop",
  async run(work, { sessionId, itemId }: Named): Promise<number | Refusal> {
    const loaded = await loadForAgenda(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const item = itemFor(work, loaded, itemId);
    if (isRefusal(item)) return item;
    if (loaded.session.state !== "preparing")
      return movedOn(
        "already-called",
        "Phiên đã triệu tập nên mục không bỏ được nữa; hãy rút mục này khỏi chương trình kèm lý do.",
      );
    await removeItem(work.tx, item.id);
    await touchSession(work.tx, sessionId);
    work.record("council-item.dropped", item.id, { session: sessionId });
    return sessionId;
  },
});

/** The item under discussion; everybody who watches sees it at once. */
export const openItem = act({
  name: "council-item.open",
  async run(work, { sessionId, itemId }: Named): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayConduct(work.actor, loaded.council, loaded.session);
    if (isRefusal(allowed)) return allowed;
    if (loaded.session.state !== "open") return movedOn("not-open", "Phiên này không đang họp.");
    const item = loaded.whole.items.find(({ id }) => id === itemId);
    if (!item) return mayNot("no-such-item", "Không có mục này trong chương trình.");
    await saveSessionEvent(
      work.tx,
      loaded.session,
      { kind: "item-opened", item: item.id, openItem: item.id },
      work.actor,
    );
    work.record("council-item.opened", item.id, { session: sessionId });
    return item.id;
  },
});

/** What was said on an item, for the minutes. */
export const noteItem = act({
  name: "council-item.note",
  async run(work, { sessionId, itemId, notes }: Named & { notes: string | null }): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayPrepare(work.actor, loaded.council);
    if (isRefusal(allowed)) return allowed;
    const item = itemFor(work, loaded, itemId);
    if (isRefusal(item)) return item;
    await saveItemNotes(work.tx, item.id, notes);
    work.record("council-item.noted", item.id);
    return item.id;
  },
});

/** A nominee is withdrawn, even while a vote runs: no ballot is touched, choices for them count for nobody. */
export const withdrawItem = act({
  name: "council-item.withdraw",
  async run(work, { sessionId, itemId, reason }: Named & { reason: string }): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayConduct(work.actor, loaded.council, loaded.session);
    if (isRefusal(allowed)) return allowed;
    const item = itemFor(work, loaded, itemId);
    if (isRefusal(item)) return item;
    if (item.state !== "waiting") return movedOn("item-settled", "Mục này đã xét hoặc đã rút.");
    const words = reason.trim();
    if (!words) return refuse("no-reason", "Hãy ghi lý do rút.", { field: "reason" });
    const withdrawn = await withdrawFromVotes(work, loaded.session.id, item.id, words);
    if (isRefusal(withdrawn)) return withdrawn;
    await saveItemState(work.tx, [item.id], "withdrawn");
    await saveSessionEvent(
      work.tx,
      loaded.session,
      {
        kind: "item-withdrawn",
        item: item.id,
        remarks: words,
        ...(loaded.session.openItem === item.id ? { openItem: null } : {}),
      },
      work.actor,
    );
    work.record("council-item.withdrawn", item.id, { reason: words });
    return item.id;
  },
});
