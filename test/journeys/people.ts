import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

const PASSWORD = "thidua-dung-thu";

/** Somebody of the demo ministry at a browser of their own, signed in. */
export async function signedIn(browser: Browser, username: string, script = true): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled: script });
  const page = await context.newPage();
  await page.goto("/dang-nhap");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Việc của tôi" })).toBeVisible();
  return page;
}

/** Proves anew that it is the person, where a final step asks for it. */
export async function prove(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xác nhận đúng là bạn");
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Xác nhận và tiếp tục" }).click();
}

/** axe finds nothing on the page as it stands, with no exceptions. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
