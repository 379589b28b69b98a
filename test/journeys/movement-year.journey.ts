import { test } from "@playwright/test";
import { launch } from "./launch.steps.ts";
import { openYear, PORT } from "./movement-year.house.ts";
import { acceptCityPlan, answerInTheBloc, sendCityPlan, writeCityPlan } from "./movement-year-plans.steps.ts";
import {
  adoptClusterPlan,
  commentOnClusterPlan,
  draftClusterPlan,
  openAccounts,
  sealAndCheck,
  sendClusterPlan,
  signPledge,
} from "./movement-year-pledge.steps.ts";
import { gatherSectorReport, sendInterimReport } from "./movement-year-review.steps.ts";
import { enterQuarter, setTarget } from "./movement-year-targets.steps.ts";

test.use({ baseURL: `http://localhost:${PORT}` });
test.setTimeout(600_000);

/** Walked on the days of 2021 themselves: the program's clock stands at each of them in turn. */
test("a year of a movement, from the Ministry's plan to the sector's interim report", async ({ browser }) => {
  const year = openYear();
  try {
    // The demo is loaded in the year before, so that nobody has begun anything in this one.
    await year.moveTo("2020-12-14");
    await year.moveTo("2021-02-23");
    const movement = await launch(browser, true);
    const plan = await writeCityPlan(browser, true, movement);

    await year.moveTo("2021-02-26");
    const launched = await sendCityPlan(browser, true, movement, plan);
    await acceptCityPlan(browser, true, movement, plan);
    await answerInTheBloc(browser, true, launched);
    await openAccounts(browser, true);
    const pledge = await draftClusterPlan(browser, true);
    await commentOnClusterPlan(browser, true, pledge);

    await year.moveTo("2021-03-20");
    await adoptClusterPlan(browser, true, pledge);
    await signPledge(browser, true, pledge);
    await sealAndCheck(browser, true, pledge);
    await sendClusterPlan(browser, true, pledge);

    await year.moveTo("2021-04-05");
    await setTarget(browser, true, movement);
    await enterQuarter(browser, true, { end: "2021-03-31", inTime: "970", all: "1000" });

    await year.moveTo("2021-06-30");
    await enterQuarter(browser, true, { end: "2021-06-30", inTime: "1180", all: "1200" });
    const city = await sendInterimReport(browser, true, { username: "chuyenvien.tphcm", movement });

    await year.moveTo("2021-07-02");
    const lateReason = "Chờ số liệu của các phòng";
    const late = await sendInterimReport(browser, true, {
      username: "chuyenvien.dskt",
      movement,
      lateReason,
    });
    await gatherSectorReport(browser, true, movement, { city, late });
  } finally {
    await year.close();
  }
});
