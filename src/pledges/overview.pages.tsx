import { frameOf, newKey, pages, show } from "../web/http.ts";
import { deadlineOf } from "./deadline.store.ts";
import { OverviewView } from "./overview.view.tsx";
import { historyOf } from "./pledge.store.ts";
import { propsOf } from "./pledge-frame.view.tsx";
import { seenPledge } from "./seen.pages.tsx";

/** A cluster's year at a glance: where it is, what comes next, what happened. */
export function overviewPages() {
  const overview = pages();
  overview.get("/giao-uoc/:id{[0-9]+}", async (c) => {
    const seen = await seenPledge(c);
    const [history, deadline] = await Promise.all([
      historyOf(seen.reader, seen.pledge.id),
      deadlineOf(seen.reader, seen.pledge),
    ]);
    return show(
      c,
      <OverviewView
        {...propsOf(await frameOf(c), seen)}
        history={history}
        deadline={deadline}
        formKey={newKey()}
      />,
    );
  });
  return overview;
}
