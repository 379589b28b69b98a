import { expect, type Page } from "@playwright/test";
import type { Member } from "./council.steps.ts";
import { accessible, press } from "./people.ts";

/** Who acts for the members of Cụm thi đua số I in the demo. */
export const officer = { name: "Chu Thị Minh Châu", username: "chuyenvien.dskt" };
export const clusterHead = { name: "Lương Ngọc Sơn", username: "cumtruong" };
export const authorised = { name: "Phan Trung Hiếu", username: "quantri" };
export const criminalLaw = { name: "Ngô Thị Hồng Nhung", username: "nhung.nth" };
export const civilLaw = { name: "Tạ Thị Minh Diệp", username: "diep.ttm" };
export const tellers = [
  { name: "Đỗ Công Toàn", username: "toan.dc" },
  { name: "Nguyễn Quốc Đạt", username: "dat.nq" },
];
export const personnel = { name: "Ngô Hữu Phước", username: "hoidong" };
export const newcomers: readonly Member[] = [criminalLaw, civilLaw, ...tellers];

export const CIVIL = "Vụ Pháp luật dân sự - kinh tế";
export const CRIMINAL = "Vụ Pháp luật hình sự - hành chính";
export const PERSONNEL = "Vụ Tổ chức cán bộ";
export const GENERAL = "Vụ Các vấn đề chung về xây dựng pháp luật";
export const INTERNATIONAL = "Vụ Pháp luật quốc tế";
export const TECHNOLOGY = "Cục Công nghệ thông tin";

/** The figures of the demo's 200-point table in its order; the two goals stand beside the third and the sixth. */
const FIGURES = ["0", "1", "10", "0", "96", "100", "1", "9,5", "0", "14", "1"];
const GOALS = ["10", "100"];
/** Which of the figures the standing body will judge otherwise: taking part in the cluster's work. */
const JUDGED = 7;

/** The year of Cụm thi đua số I, from one's own list. */
export async function openYear(page: Page): Promise<string> {
  await page.goto("/cum-thi-dua");
  await accessible(page);
  const year = new Date().getFullYear();
  const line = page.getByRole("row").filter({ hasText: `${year}` });
  await line.getByRole("link", { name: "Cụm thi đua số I", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Cụm thi đua số I, năm ${year}`);
  await accessible(page);
  return new URL(page.url()).pathname;
}

/** The sheets this person may open on the year's page, by the name of their unit. */
export async function sheetsOf(page: Page): Promise<Map<string, string>> {
  const sheets = new Map<string, string>();
  for (const link of await membersOf(page).getByRole("link").all()) {
    const address = (await link.getAttribute("href"))!;
    if (address.includes("/phieu/")) sheets.set((await link.textContent())!, address);
  }
  return sheets;
}

const membersOf = (page: Page) => page.getByRole("table", { name: "Thành viên của cụm" });

/** Who has sent is seen by all; whoever has not sent sees nobody's score, by no way. */
export async function seeNothingYet(page: Page, year: string, others: readonly string[]): Promise<void> {
  await page.goto(year);
  await expect(page.getByText("Điểm của đơn vị khác còn đóng")).toBeVisible();
  await expect(membersOf(page)).toContainText(PERSONNEL);
  await expect(membersOf(page).getByRole("link")).toHaveCount(0);
  for (const address of [...others, `${year}/ket-qua`, `${year}/ket-qua.xlsx`, `${year}/chenh-lech`])
    expect((await page.request.get(address)).status(), address).toBe(404);
}

/** Fills the grid from the keyboard, adds evidence, sends; the sheet's address is answered. */
export async function scoreItself(page: Page, year: string): Promise<string> {
  await page.goto(year);
  await page.getByRole("button", { name: "Bắt đầu tự chấm" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tự chấm điểm");
  await accessible(page);
  await page.locator("[data-grid=actual]").first().focus();
  for (const figure of FIGURES) {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(figure);
    await page.keyboard.press("ArrowDown");
  }
  for (const [at, goal] of GOALS.entries()) await page.locator("[data-grid=planned]").nth(at).fill(goal);
  await page.getByRole("button", { name: "Lưu điểm" }).click();
  await expect(page.getByText("Đã lưu điểm")).toBeVisible();
  await accessible(page);
  const sheet = new URL(page.url()).pathname;
  await addEvidence(page);
  await page.goto(`${sheet}/gui`);
  await accessible(page);
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  await expect(page.getByText("Đã gửi phiếu chấm điểm")).toBeVisible();
  await accessible(page);
  return sheet;
}

async function addEvidence(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Tham gia hoạt động của Cụm thi đua" }).click();
  await expect(page.getByText("Chưa có minh chứng nào")).toBeVisible();
  await accessible(page);
  await page.locator("input[type=file]").setInputFiles({
    name: "bao-cao-tham-gia.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("Báo cáo tham gia hoạt động của Cụm\n"),
  });
  await page.getByLabel("Nội dung").fill("Báo cáo số 12/BC, trang 3");
  await page.getByRole("button", { name: "Thêm minh chứng" }).click();
  await expect(page.getByText("Đã thêm minh chứng")).toBeVisible();
  await expect(page.getByRole("link", { name: "bao-cao-tham-gia.txt" })).toBeVisible();
  await accessible(page);
}

/** A member says what it thinks of another's sheet. */
export async function giveOpinion(page: Page, sheet: string, words: string): Promise<void> {
  await page.goto(`${sheet}/y-kien`);
  await accessible(page);
  await page.getByLabel("Về tiêu chí").selectOption({ index: 1 + JUDGED });
  await page.getByLabel("Số điểm đề nghị").fill("9");
  await page.getByLabel("Ý kiến", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Gửi ý kiến" }).click();
  await expect(page.getByText("Đã gửi ý kiến")).toBeVisible();
  await expect(page.getByText(words).first()).toBeVisible();
  await accessible(page);
}

/** The standing body verifies; another score than the unit's own needs a reason. */
export async function verify(page: Page, sheet: string, judged: string | null): Promise<void> {
  await page.goto(`${sheet}/tham-dinh`);
  // The demo has verified one sheet already; its address leads back to the sheet.
  if (!page.url().endsWith("/tham-dinh")) return;
  if (judged !== null) {
    await accessible(page);
    await page.locator("[data-grid=actual]").nth(JUDGED).fill("9");
    await page.getByRole("button", { name: "Hoàn thành thẩm định" }).click();
    await expect(page.getByRole("alert")).toContainText("lý do");
    await accessible(page);
    await page.locator("[data-grid=words]").nth(JUDGED).fill(judged);
  }
  await page.getByRole("button", { name: "Hoàn thành thẩm định" }).click();
  await expect(page.getByText("Đã thẩm định phiếu của")).toBeVisible();
}

const yesterday = (): string =>
  new Date(Date.now() - 24 * 60 * 60 * 1000).toLocaleDateString("en-GB", { timeZone: "Asia/Ho_Chi_Minh" });

/** Three members have not scored themselves: results go out only once their last day is over. */
export async function endSelfScoring(page: Page, year: string): Promise<void> {
  await page.goto(`${year}/lich`);
  await page.locator("[name=selfUntil]").fill(yesterday());
  await accessible(page);
  await press(page, "Lưu");
  await expect(page.getByText("Đã lưu lịch chấm điểm")).toBeVisible();
}

/** Totals, grades and ranks go out; they are read by a member. */
export async function publish(page: Page, year: string): Promise<void> {
  await page.goto(`${year}/chenh-lech`);
  await expect(page.getByRole("row").filter({ hasText: CIVIL })).toContainText("-0,5");
  await accessible(page);
  await page.goto(`${year}/cong-bo`);
  await accessible(page);
  const ties = page.getByLabel("Lấy tất cả vào loại đó");
  if ((await ties.count()) > 0) await ties.check();
  await page.getByRole("button", { name: "Công bố kết quả" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kết quả chấm điểm");
  await accessible(page);
}
