import { type Browser, expect } from "@playwright/test";
import { MOVEMENT } from "./launch.steps.ts";
import { accessible, arrivedAt, press, signedIn } from "./people.ts";

const CITY = "Sở Tư pháp Thành phố Hồ Chí Minh";
const BLOCS = ["Khối các Phòng Chuyên môn Sở", "Khối các Đơn vị trực thuộc"];
const OWN = "Hai khối thi đua của Sở ký giao ước, nói không với hồ sơ trễ hẹn";

/** The city's department writes its plan from the Ministry's: most as it stands, one in its own words, one its own. */
export async function writeCityPlan(browser: Browser, script: boolean, movement: string): Promise<string> {
  const page = await signedIn(browser, "chuyenvien.tphcm", script);
  await page.goto(`/phong-trao/${movement}/ke-hoach-don-vi`);
  await accessible(page);
  await press(page, "Lập kế hoạch");
  const plan = await arrivedAt(page, /\/ke-hoach-don-vi\/\d+$/);
  await accessible(page);

  const first = page.locator("a[href*='/tra-loi?muc=']").first();
  await page.goto((await first.getAttribute("href")) ?? "");
  await accessible(page);
  await page.getByLabel("Điều chỉnh cho đơn vị").check();
  await page
    .getByRole("textbox", { name: "Nội dung" })
    .fill("Thi đua hoàn thành nhiệm vụ tư pháp của Thành phố");
  await press(page, "Lưu");
  await expect(page.getByText("Thi đua hoàn thành nhiệm vụ tư pháp của Thành phố").first()).toBeVisible();

  await page.goto(`${plan}/phong-trao/${movement}/lay-nguyen`);
  await accessible(page);
  await press(page, "Lấy nguyên các mục đã chọn");
  await page.goto(`${plan}/muc/moi`);
  await accessible(page);
  await page.getByRole("textbox", { name: "Nội dung" }).fill(OWN);
  await press(page, "Lưu");
  await expect(page.getByText(OWN).first()).toBeVisible();
  await accessible(page);

  await page.goto(`${plan}/phong-trao/${movement}/doi-chieu`);
  await accessible(page);
  await page.goto(`${plan}/ban-in`);
  await accessible(page);
  await page.context().close();
  return plan;
}

/** Signed with its number, sent within the day the Ministry set, and launched to its rooms and both blocs. */
export async function sendCityPlan(
  browser: Browser,
  script: boolean,
  movement: string,
  plan: string,
): Promise<string> {
  const page = await signedIn(browser, "chuyenvien.tphcm", script);
  await page.goto(`${plan}/ky-ban-hanh`);
  await accessible(page);
  await page.getByLabel("Số", { exact: true }).fill("25");
  await press(page, "Ghi nhận ban hành");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kế hoạch");
  await page.goto(`${plan}/phong-trao/${movement}/gui`);
  await accessible(page);
  const seenGaps = page.getByLabel(/^Đã xem \d+ mục/);
  if (await seenGaps.isVisible()) await seenGaps.check();
  await press(page, "Gửi Bộ Tư pháp");
  await expect(page.getByText("Đúng hạn").first()).toBeVisible();
  await accessible(page);

  await page.goto(`${plan}/phat-dong`);
  for (const bloc of BLOCS) await expect(page.getByText(bloc).first()).toBeVisible();
  await accessible(page);
  await page.getByRole("textbox", { name: "Hạn các đơn vị gửi kế hoạch của mình" }).fill("05/3/2021");
  await press(page, "Phát động");
  const launched = await arrivedAt(page, /\/phong-trao\/\d+$/);
  await accessible(page);
  await page.context().close();
  return launched;
}

/** The Ministry takes the city's plan in. */
export async function acceptCityPlan(browser: Browser, script: boolean, movement: string, plan: string) {
  const page = await signedIn(browser, "thuongtruc", script);
  await page.goto(`/phong-trao/${movement}/ke-hoach-don-vi`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(MOVEMENT);
  await accessible(page);
  await page.goto(`${plan}/phong-trao/${movement}/tiep-nhan`);
  await expect(page.getByText("Kế hoạch gửi đúng hạn.")).toBeVisible();
  await accessible(page);
  await press(page, "Tiếp nhận");
  await expect(page.getByText("Đã tiếp nhận").first()).toBeVisible();
  await page.context().close();
}

/** A room's head, who heads the bloc of rooms too, answers the launch and begins the bloc's year. */
export async function answerInTheBloc(browser: Browser, script: boolean, launched: string): Promise<void> {
  const page = await signedIn(browser, "truongphong.tphcm", script);
  await page.goto(`${launched}/ke-hoach-don-vi`);
  await accessible(page);
  await press(page, "Lập kế hoạch");
  const plan = await arrivedAt(page, /\/ke-hoach-don-vi\/\d+$/);
  await page.goto(`${plan}${launched}/lay-nguyen`);
  await expect(page.getByText(OWN).first()).toBeVisible();
  await press(page, "Lấy nguyên các mục đã chọn");
  await page.goto(`${plan}${launched}/gui`);
  await press(page, `Gửi ${CITY}`);
  await expect(page.getByText("Đúng hạn").first()).toBeVisible();
  await accessible(page);
  await page.goto("/giao-uoc");
  await press(page, `Bắt đầu ${BLOCS[0]}`);
  await arrivedAt(page, /\/giao-uoc\/\d+$/);
  await accessible(page);
  await page.context().close();
}
