import { type Browser, expect } from "@playwright/test";
import { accessible, picture, prove, signedIn } from "./people.ts";

const PLAN = "fixtures/sources/002-qd-252-btp-2021-plan.txt";
export const MOVEMENT = "Phong trào thi đua ngành Tư pháp năm 2021";

/** The standing officer imports the plan, settles the impossible day, adopts the paper. */
export async function launch(browser: Browser, script: boolean): Promise<string> {
  const page = await signedIn(browser, "thuongtruc", script);
  await accessible(page);
  await page.goto("/phong-trao/nhap");
  await accessible(page);
  await page.locator("input[type=file]").setInputFiles(PLAN);
  await page.getByRole("button", { name: "Tải lên và đọc" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Rà soát văn bản trước khi lập phong trào",
  );
  await expect(page.getByText("Ngày 30/02/2021 không có thật.").first()).toBeVisible();
  await expect(page.getByText("Còn 1 điểm phải xử lý")).toBeVisible();
  await accessible(page);
  if (script) await picture(page, "import");

  await page.getByRole("button", { name: "Lưu hạn này" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await accessible(page);
  await page.getByRole("textbox", { name: "Hạn đúng là" }).fill("01/3/2021");
  await page
    .getByRole("textbox", { name: "Lý do" })
    .fill("Nơi ban hành xác nhận qua điện thoại ngày 23/02/2021");
  await page.getByRole("button", { name: "Lưu hạn này" }).click();
  await page.getByRole("button", { name: "Nhận tất cả" }).click();
  await page.getByRole("link", { name: /Lập phong trào từ văn bản/ }).click();
  await prove(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lập phong trào từ văn bản");
  await accessible(page);
  await page.getByLabel("Đăng lên Cổng thông tin").check();
  await page.getByLabel("Đúng là lập thêm một phong trào từ cùng văn bản").check();
  await page.getByRole("button", { name: "Lập phong trào" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(MOVEMENT);
  await expect(page.getByText("đã xác định lại").first()).toBeVisible();
  await accessible(page);
  if (script) await picture(page, "movement");
  for (const tab of ["Nội dung", "Hạn", "Văn bản", "Nhật ký"]) {
    await page.locator(".tabs").getByRole("link", { name: tab }).click();
    await expect(page.locator(".tabs [aria-current]")).toContainText(tab);
    await accessible(page);
  }
  const address = /\/phong-trao\/(\d+)/.exec(page.url());
  await page.context().close();
  return address![1]!;
}
