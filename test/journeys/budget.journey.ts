import { expect, type Page, test } from "@playwright/test";
import { signedIn } from "./people.ts";

/** What a page weighs on the first visit, as the browser received it. */
interface Weight {
  readonly all: number;
  readonly script: number;
  readonly fonts: number;
}

async function weigh(page: Page, visit: () => Promise<unknown>): Promise<Weight> {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const kinds = new Map<string, string>();
  const weight = { all: 0, script: 0, fonts: 0 };
  client.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    weight.all += encodedDataLength;
    if (kinds.get(requestId) === "Script") weight.script += encodedDataLength;
    if (kinds.get(requestId) === "Font") weight.fonts += 1;
  });
  await visit();
  await page.waitForLoadState("networkidle");
  return weight;
}

const KB = 1024;

test("the door opens with at most 100 kB and two font files", async ({ page }) => {
  const weight = await weigh(page, () => page.goto("/dang-nhap"));
  expect(weight.all).toBeLessThanOrEqual(100 * KB);
  expect(weight.fonts).toBe(2);
});

test("the first visit of any page stays within 170 kB, its script within 40 kB", async ({ browser }) => {
  const page = await signedIn(browser, "thuongtruc");
  for (const path of [
    "/",
    "/phong-trao",
    "/dang-ky",
    "/to-chuc",
    "/phap-luat",
    "/tai-khoan",
    "/cong-thong-tin",
  ]) {
    const weight = await weigh(page, () => page.goto(path));
    expect(weight.all, path).toBeLessThanOrEqual(170 * KB);
    expect(weight.script, path).toBeLessThanOrEqual(40 * KB);
  }
});
