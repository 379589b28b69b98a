import { type Browser, expect } from "@playwright/test";
import { accessible, arrivedAt, press, signedIn } from "./people.ts";

const TARGET = "Hồ sơ của công dân được giải quyết đúng hạn";
const CITY = "Sở Tư pháp Thành phố Hồ Chí Minh";

/** The Ministry sets a target of the movement and gives the city its part. */
export async function setTarget(browser: Browser, script: boolean, movement: string): Promise<void> {
  const page = await signedIn(browser, "thuongtruc", script);
  await page.goto("/theo-doi/moi");
  await accessible(page);
  const owner = page.getByLabel("Đơn vị chủ trì");
  if (await owner.isVisible()) await owner.selectOption({ label: "Bộ Tư pháp" });
  await page.getByLabel("Thuộc phong trào").selectOption(movement);
  await page.getByLabel("Tên chỉ tiêu").fill(TARGET);
  await page.getByLabel("Tỷ lệ phần trăm (tử số trên mẫu số)").check();
  await page.getByLabel("Tăng: càng cao càng tốt").check();
  await page.getByLabel("Chỉ tiêu cả năm").fill("98");
  await page.getByLabel("Năm công tác").fill("2021");
  await page.getByRole("textbox", { name: "Từ ngày" }).fill("01/01/2021");
  await page.getByRole("textbox", { name: "Đến hết ngày" }).fill("31/12/2021");
  await page.getByLabel("Hằng quý").check();
  await page.getByLabel("Báo cáo chậm nhất sau khi hết kỳ").fill("10");
  await page.getByLabel("Từng kỳ báo số của kỳ đó, cả năm là tổng các kỳ").check();
  await press(page, "Lập chỉ tiêu");
  await arrivedAt(page, /\/theo-doi\/phan\/\d+$/);
  await accessible(page);
  await page.goto((await page.locator("a[href$='/chia']").first().getAttribute("href")) ?? "");
  await accessible(page);
  const row = page.getByRole("row").filter({ hasText: CITY });
  await row.getByRole("checkbox").check();
  await row.getByRole("textbox", { name: `Chỉ tiêu giao cho ${CITY}` }).fill("98");
  await press(page, "Lưu phần chia");
  await expect(page.getByRole("link", { name: CITY }).first()).toBeVisible();
  await accessible(page);
  await page.context().close();
}

/** The city's officer enters a quarter: dossiers in time, of how many. */
export async function enterQuarter(
  browser: Browser,
  script: boolean,
  { end, inTime, all }: { end: string; inTime: string; all: string },
): Promise<void> {
  const page = await signedIn(browser, "chuyenvien.tphcm", script);
  await page.goto("/theo-doi");
  await accessible(page);
  await page.goto(`/theo-doi/nhap?den=${end}`);
  await accessible(page);
  await page.getByRole("textbox", { name: `${TARGET}: tử số` }).fill(inTime);
  await page.getByRole("textbox", { name: `${TARGET}: mẫu số` }).fill(all);
  await press(page, "Lưu số liệu");
  await expect(page.getByText("Đã lưu 1 số liệu").first()).toBeVisible();
  await page.context().close();
}
