import { type Browser, expect, type Page } from "@playwright/test";
import { accessible, arrivedAt, press, signedIn } from "./people.ts";

const TARGET = "Hồ sơ của công dân được giải quyết đúng hạn";

/** A unit writes every section of its interim report and sends it; after the day with the reason. */
export async function sendInterimReport(
  browser: Browser,
  script: boolean,
  unit: { username: string; movement: string; lateReason?: string },
): Promise<string> {
  const page = await signedIn(browser, unit.username, script);
  await page.goto("/so-ket-tong-ket");
  await accessible(page);
  const report = await beginReport(page, unit.movement, /^Bắt đầu viết/);
  await accessible(page);
  await writeEverything(page, "Đơn vị đã phát động đến từng người và thực hiện theo kế hoạch.");
  await press(page, "Lưu, kiểm tra và gửi");
  await arrivedAt(page, /\/gui$/);
  await accessible(page);
  if (unit.lateReason) await page.getByLabel("Lý do gửi muộn").fill(unit.lateReason);
  await press(page, "Gửi báo cáo");
  await arrivedAt(page, /\/so-ket-tong-ket\/\d+$/);
  await expect(page.getByText(unit.lateReason ? "Gửi muộn" : "Đúng hạn").first()).toBeVisible();
  await accessible(page);
  await page.context().close();
  return report;
}

async function beginReport(page: Page, movement: string, name: RegExp): Promise<string> {
  const form = page.locator(`form:has(input[name=movement][value="${movement}"]):has(input[value=interim])`);
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await form.getByRole("button", { name }).first().click();
  await answered;
  const writing = await arrivedAt(page, /\/so-ket-tong-ket\/\d+\/soan$/);
  return writing.replace(/\/soan$/, "");
}

async function writeEverything(page: Page, words: string): Promise<void> {
  for (const area of await page.locator("main textarea").all()) await area.fill(words);
}

/** The sector's own report gathers what units sent; it leaves as PDF, and every figure opens to its source. */
export async function gatherSectorReport(
  browser: Browser,
  script: boolean,
  movement: string,
  sent: { city: string; late: string },
): Promise<void> {
  const page = await signedIn(browser, "thuongtruc", script);
  await page.goto(`${sent.city}/tiep-nhan`);
  await accessible(page);
  await press(page, "Tiếp nhận báo cáo");
  await page.goto("/so-ket-tong-ket");
  const report = await beginReport(page, movement, /^Báo cáo chung/);
  await accessible(page);
  await writeEverything(page, "Toàn ngành thực hiện phong trào theo Quyết định số 252/QĐ-BTP.");
  await press(page, "Lưu");
  await expect(page.getByText("Đã lưu báo cáo")).toBeVisible();
  await page.goto(`${report}/tong-hop`);
  await expect(page.getByText(/^Đã gửi 2 trên \d+ nơi báo cáo, 1 gửi muộn$/).first()).toBeVisible();
  await expect(page.locator(`a[href='${sent.late}']`).first()).toBeVisible();
  await accessible(page);
  await press(page, /^Lấy đoạn này/);
  await expect(page.getByText("Đã lấy vào báo cáo chung").first()).toBeVisible();
  await page.goto(report);
  await accessible(page);
  await openEveryFigure(page);
  const paper = await page.request.get(`${report}/van-ban.pdf`);
  expect(paper.status()).toBe(200);
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.goto(`${report}/van-ban`);
  await accessible(page);
  await page.context().close();
}

/** Each figure's link answers; the target's opens to the number summed from the two quarters. */
async function openEveryFigure(page: Page): Promise<void> {
  const links = await page.locator("table[id^='so-lieu-'] tbody th a").all();
  expect(links.length).toBeGreaterThan(20);
  const closed: string[] = [];
  for (const link of links) {
    const address = (await link.getAttribute("href")) ?? "";
    const answer = await page.request.get(address);
    if (answer.status() !== 200) closed.push(`${await link.textContent()}: ${answer.status()} ${address}`);
  }
  expect(closed).toEqual([]);
  await page.getByRole("link", { name: TARGET, exact: true }).first().click();
  await expect(page.getByText("97,73%").first()).toBeVisible();
  await accessible(page);
}
