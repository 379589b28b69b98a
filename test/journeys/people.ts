import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

const scriptless = new WeakSet<Page>();

const PASSWORD = "thidua-dung-thu";

/** A page of a browser with or without script. */
export async function openPage(browser: Browser, script: boolean): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled: script });
  const page = await context.newPage();
  if (!script) scriptless.add(page);
  return page;
}

/** Somebody of the demo ministry at a browser of their own, signed in. */
export async function signedIn(browser: Browser, username: string, script = true): Promise<Page> {
  const page = await openPage(browser, script);
  await page.goto("/dang-nhap");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Việc của tôi" })).toBeVisible();
  return page;
}

/** Presses a button that sends a form, and waits until the program has answered. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name, exact: true }).first().click();
  await answered;
}

/** The path of the page once it is one of these. */
export async function arrivedAt(page: Page, address: RegExp): Promise<string> {
  await expect(page).toHaveURL(address);
  return new URL(page.url()).pathname;
}

/** Proves anew that it is the person, where a final step asks for it. */
export async function prove(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xác nhận đúng là bạn");
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Xác nhận và tiếp tục" }).click();
}

/** axe finds nothing on the page as it stands, with no exceptions; it runs in the page, so it needs script. */
export async function accessible(page: Page): Promise<void> {
  if (scriptless.has(page)) return;
  let found = await seenByAxe(page);
  // A visit that began while axe looked: it saw a page on its way out, so it looks at the one that came.
  if (found.some((violation) => violation.includes("aria-busy"))) found = await seenByAxe(page);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

async function seenByAxe(page: Page): Promise<string[]> {
  await expect(page.locator("html[aria-busy]")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

/** The screenshots of the READMEs, taken when asked for: `THIDUA_PICTURES=1 ./thidua test`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.THIDUA_PICTURES) return;
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `docs/pictures/${name}.png` });
}
