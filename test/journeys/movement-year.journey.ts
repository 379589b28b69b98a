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
import { setTarget } from "./movement-year-targets.steps.ts";

test.use({ baseURL: `http://localhost:${PORT}` });
test.setTimeout(600_000);

/** Walked on the days of 2021 themselves: the program's clock stands at each of them in turn. */
test("a year of a movement, from the Ministry's plan to the cluster's sealed pledge and the first target", async ({
  browser,
}) => {
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
  } finally {
    await year.close();
  }
});
