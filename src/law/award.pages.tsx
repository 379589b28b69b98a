import { actorOf, frameOf, NotFound, pages, readerOf, show } from "../web/http.ts";
import { AwardView } from "./award.view.tsx";
import { AwardsView } from "./award-list.view.tsx";
import { entryOf, isCode } from "./catalogue.ts";
import { chosenDay } from "./chosen-day.view.tsx";
import { loadNumbers } from "./number.store.ts";
import { rules } from "./rule-on.ts";

/** Titles and forms: all of them, and each with what is asked and who decides on a day. */
export function awardPages() {
  const awards = pages();

  awards.get("/phap-luat/danh-hieu", async (c) => {
    const chosen = chosenDay(c, actorOf(c).day);
    const numbers = await loadNumbers(readerOf(c));
    const drawn = <AwardsView frame={await frameOf(c)} chosen={chosen} numbers={numbers} />;
    return show(c, drawn, chosen.wrong === null ? 200 : 422);
  });

  awards.get("/phap-luat/danh-hieu/:code", async (c) => {
    const chosen = chosenDay(c, actorOf(c).day);
    const code = c.req.param("code");
    if (!isCode(code)) throw new NotFound();
    const newestFirst = rules
      .filter((rule) => rule.code === code)
      .toSorted((left, right) => right.from.localeCompare(left.from));
    return show(
      c,
      <AwardView
        frame={await frameOf(c)}
        entry={entryOf(code)}
        chosen={chosen}
        numbers={await loadNumbers(readerOf(c))}
        versions={newestFirst}
      />,
      chosen.wrong === null ? 200 : 422,
    );
  });

  return awards;
}
