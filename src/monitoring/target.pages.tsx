import { readKept } from "../platform/files.ts";
import {
  actorOf,
  type Context,
  download,
  found,
  frameOf,
  idOf,
  newKey,
  pages,
  readerOf,
  seeOther,
  show,
} from "../web/http.ts";
import { pageIn, rowsOnAPage, type TableAddress } from "../web/kit.ts";
import { endedWords } from "./ended-unit.ts";
import { sumsBelow } from "./roll-up.store.ts";
import { TreePage } from "./roll-up.view.tsx";
import { periodSumsOf, predecessorsOf, sharesNumberedSeen, sharesSeenOf } from "./roll-up-tree.store.ts";
import { findShareSeen, partsOf, sharesBelow, wayTo } from "./share.store.ts";
import { type Share, unitsNamed } from "./share.ts";
import { trackShares } from "./share-progress.store.ts";
import { seenPart } from "./share-seen.pages.ts";
import { findTargetSeen, targetHistoryOf } from "./target.store.ts";
import { TargetPage } from "./target.view.tsx";
import { periodLines } from "./target-periods.ts";
import { targetReachOf } from "./target-reach.store.ts";
import { sumsOver } from "./target-sum.ts";
import { TargetSumPage } from "./target-sum.view.tsx";
import { findEvidence, shareFactsOf, valuesOf } from "./value.store.ts";

/** A target at one unit's part of it: its number opened down to its entries, its forecast, its history. */
export function targetPages() {
  const targets = pages();

  targets.get("/theo-doi/chi-tieu/:id{[0-9]+}", async (c) => {
    const actor = actorOf(c);
    const reach = await targetReachOf(readerOf(c), actor);
    const target = found(await findTargetSeen(readerOf(c), idOf(c), reach, actor.day));
    const seen = await sharesSeenOf(readerOf(c), target.id, reach, actor.day);
    return seeOther(c, `/theo-doi/phan/${found(seen[0]).id}`);
  });

  targets.get("/theo-doi/chi-tieu/:id{[0-9]+}/cong", async (c) => {
    const { day } = actorOf(c);
    const reach = await targetReachOf(readerOf(c), actorOf(c));
    const asked = partsIn(c.req.query("phan"));
    const own = (await sharesNumberedSeen(readerOf(c), asked, reach, day)).filter(
      ({ target }) => target === idOf(c),
    );
    const parts = await trackShares(readerOf(c), own, day);
    const sum = found(sumsOver(parts)[0]);
    return show(
      c,
      <TargetSumPage
        frame={await frameOf(c)}
        target={sum.target}
        sum={sum}
        parts={parts}
        unseen={asked.length - own.length}
      />,
    );
  });

  targets.get("/theo-doi/phan/:id{[0-9]+}", async (c) => {
    const actor = actorOf(c);
    const reader = readerOf(c);
    const seen = await seenPart(c);
    const reach = await targetReachOf(reader, actor);
    const below = await partsOf(reader, seen.share.id, actor.day);
    const before = await predecessorsOf(reader, seen.share, actor.day);
    const divided = new Set(below.map(({ id }) => id));
    const address = addressOf(c);
    const all = [...below, ...before.filter(({ id }) => !divided.has(id))];
    const others = unitsNamed(await onlySeen(c, all), address.query.q ?? "");
    const page = pageIn(address);
    const shown = others.slice((page - 1) * rowsOnAPage, page * rowsOnAPage);
    const tracked = await trackShares(reader, [seen.share, ...shown], actor.day);
    const covered = (await sumsBelow(reader, [seen.share.id], actor.day)).map(({ share }) => share);
    const [became] = await shareFactsOf(reader, [seen.share], actor.day);
    const way = await wayTo(reader, seen.share.id, actor.day);
    return show(
      c,
      <TargetPage
        frame={await frameOf(c)}
        formKey={newKey()}
        today={actor.day}
        seen={seen}
        tracked={found(tracked.find(({ share }) => share.id === seen.share.id))}
        own={below}
        address={address}
        paging={{ page, total: others.length }}
        parts={tracked.filter(({ share }) => share.id !== seen.share.id)}
        way={
          await sharesNumberedSeen(
            reader,
            way.slice(0, -1).map(({ id }) => id),
            reach,
            actor.day,
          )
        }
        lines={periodLines(seen.target, await periodSumsOf(reader, covered), actor.day)}
        values={await valuesOf(reader, seen.share.id)}
        history={await targetHistoryOf(reader, seen.target.id)}
        ended={became ? endedWords(seen.share.unitName, became) : null}
      />,
    );
  });

  targets.get("/theo-doi/phan/:id{[0-9]+}/cay", async (c) => {
    const { day } = actorOf(c);
    const seen = await seenPart(c);
    const below = await onlySeen(c, await sharesBelow(readerOf(c), seen.share.id, day));
    const tracked = await trackShares(readerOf(c), below, day);
    return show(c, <TreePage frame={await frameOf(c)} seen={seen} tracked={tracked} />);
  });

  targets.get("/theo-doi/minh-chung/:id{[0-9]+}", async (c) => {
    const actor = actorOf(c);
    const evidence = found(await findEvidence(readerOf(c), idOf(c)));
    const reach = await targetReachOf(readerOf(c), actor);
    found(await findShareSeen(readerOf(c), evidence.share, reach, actor.day));
    return download(c, await readKept(evidence.hash), evidence.name, evidence.mediaType);
  });

  return targets;
}

/** A member sees the unit's own number, which is the sum of rooms they do not see one by one. */
async function onlySeen(c: Context, shares: readonly Share[]): Promise<Share[]> {
  const actor = actorOf(c);
  const reach = await targetReachOf(readerOf(c), actor);
  return sharesNumberedSeen(
    readerOf(c),
    shares.map(({ id }) => id),
    reach,
    actor.day,
  );
}

const addressOf = (c: Context): TableAddress => ({
  path: c.req.path,
  query: Object.fromEntries(
    ["q", "trang"].flatMap((name) => {
      const value = c.req.query(name);
      return value ? [[name, value]] : [];
    }),
  ),
});

const MOST_PARTS = 1000;

/** “12-15-19”: the parts a figure of a report is summed from. */
const partsIn = (text: string | undefined): number[] => [
  ...new Set((text?.match(/\d{1,15}/g) ?? []).slice(0, MOST_PARTS).map(Number)),
];
