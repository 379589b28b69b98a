import type { PanelOffer, TabOffer, ThingRef } from "../platform/offers.ts";
import { type Context, frameOf } from "../web/http.ts";
import { commentsOn } from "./comment.store.ts";
import type { MovementSetting } from "./movement-frame.view.tsx";
import { countScope } from "./scope.store.ts";
import type { Seen } from "./seen.pages.ts";

/** What every page of a movement is drawn with, with what later stages offer for it. */
export async function settingOf(c: Context, seen: Seen): Promise<MovementSetting> {
  const { reader, actor, movement, gathered } = seen;
  const thing: ThingRef = { noun: "movement", id: movement.id };
  const offered = gathered.offers;
  const [frame, units, comments, tabs, panels] = await Promise.all([
    frameOf(c),
    countScope(reader, movement.id),
    commentsOn(reader, movement.id),
    Promise.all(
      offered.map((offer): Promise<TabOffer[]> | TabOffer[] => offer.tabs?.(reader, actor, thing) ?? []),
    ),
    Promise.all(
      offered.map(
        (offer): Promise<PanelOffer[]> | PanelOffer[] => offer.panels?.(reader, actor, thing) ?? [],
      ),
    ),
  ]);
  return { frame, seen, units, comments: comments.length, tabs: tabs.flat(), panels: panels.flat() };
}

/** What has come in by each deadline, as the stage that receives it offers it for `movement-deadline`. */
export async function sentCounts(
  seen: Seen,
): Promise<ReadonlyMap<number, { readonly done: number; readonly total: number }>> {
  const { reader, actor, movement, gathered } = seen;
  const thing: ThingRef = { noun: "movement-deadlines", id: movement.id };
  const panels = await Promise.all(
    gathered.offers.map((offer) => offer.panels?.(reader, actor, thing) ?? []),
  );
  const rows = panels.flat().flatMap((panel) => panel.rows);
  return new Map(rows.map(({ label, done, total }) => [Number(label), { done, total }]));
}
