import { journalOf } from "../platform/audit.store.ts";
import { type App, found, idOf, pages, show } from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { commentPages } from "./comment.pages.tsx";
import { ContentsView } from "./contents.view.tsx";
import { deadlinePages } from "./deadline.pages.tsx";
import { findDocumentFile } from "./document.store.ts";
import { draftingPages } from "./drafting.pages.tsx";
import { importPages } from "./import.pages.tsx";
import { JournalView } from "./journal.view.tsx";
import { launchReachPages } from "./launch-reach.pages.tsx";
import { lifePages } from "./life.pages.tsx";
import { eventsOf } from "./life.store.ts";
import { listPages } from "./list.pages.tsx";
import { findingsOf, sendFile } from "./looking.pages.ts";
import { OverviewView } from "./overview.view.tsx";
import { paperPages } from "./paper.pages.tsx";
import { unitNamesOf } from "./scope.store.ts";
import { seenMovement } from "./seen.pages.ts";
import { sentCounts, settingOf } from "./setting.pages.ts";
import { unitPlanPages } from "./unit-plan.pages.tsx";
import { differenceOfLaunch } from "./unit-plan-launched.store.ts";
import { unitPlanListPages } from "./unit-plan-list.pages.tsx";
import { unitPlanPaperPages } from "./unit-plan-papers.pages.tsx";
import { unitPlanReadingPages } from "./unit-plan-reading.pages.tsx";
import { unitPlanWritingPages } from "./unit-plan-writing.pages.tsx";

/** All pages of the stage. Those with fixed names stand before those of one movement. */
export function movementPages(gathered: Gathered): App {
  const movements = pages();
  movements.route("/", listPages());
  movements.route("/", importPages());
  movements.route("/", draftingPages(gathered));
  movements.route("/", viewPages(gathered));
  movements.route("/", deadlinePages(gathered));
  movements.route("/", lifePages(gathered));
  movements.route("/", paperPages(gathered));
  movements.route("/", commentPages(gathered));
  movements.route("/", unitPlanListPages(gathered));
  movements.route("/", launchReachPages(gathered));
  for (const own of [
    unitPlanWritingPages(),
    unitPlanPaperPages(),
    unitPlanReadingPages(),
    unitPlanPages(gathered),
  ])
    movements.route("/", own);
  return movements;
}

function viewPages(gathered: Gathered): App {
  const view = pages();

  view.get("/phong-trao/:id{[0-9]+}", async (c) => {
    const seen = await seenMovement(c, gathered);
    const { reader, movement, actor } = seen;
    const [launched, setting, findings, sent] = await Promise.all([
      seen.ofLauncher ? differenceOfLaunch(reader, movement, actor.day) : null,
      settingOf(c, seen),
      findingsOf(seen),
      sentCounts(seen),
    ]);
    return show(c, <OverviewView {...{ setting, findings, sent, launched }} at={c.get("at")} />);
  });

  view.get("/phong-trao/:id/noi-dung", async (c) => {
    const seen = await seenMovement(c, gathered);
    const { scope } = seen.movement;
    const names = await unitNamesOf(seen.reader, [...scope.named, ...scope.excluded], seen.actor.day);
    return show(c, <ContentsView setting={await settingOf(c, seen)} unitNames={names} />);
  });

  view.get("/phong-trao/:id/nhat-ky", async (c) => {
    const seen = await seenMovement(c, gathered);
    const [events, entries] = await Promise.all([
      eventsOf(seen.reader, seen.movement.id),
      seen.ofLauncher ? journalOf(seen.reader, "movement", seen.movement.id) : [],
    ]);
    return show(c, <JournalView setting={await settingOf(c, seen)} events={events} entries={entries} />);
  });

  view.get("/phong-trao/:id/van-ban/:paper/tep", async (c) => {
    const { reader, movement } = await seenMovement(c, gathered);
    return sendFile(c, found(await findDocumentFile(reader, movement.id, idOf(c, "paper"))));
  });

  return view;
}
