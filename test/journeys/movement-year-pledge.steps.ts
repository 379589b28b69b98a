import { type Browser, expect, type Page } from "@playwright/test";
import { accessible, arrivedAt, press, prove, signedIn } from "./people.ts";

const CLUSTER = "Cụm thi đua số I";
const HEADS: Readonly<Record<string, string>> = {
  "truong.cvdc": "Đỗ Công Toàn",
  "truong.dskt": "Tạ Thị Minh Diệp",
  "truong.plqt": "Nguyễn Quốc Đạt",
  "truong.pbgdpl": "Lê Thị Bích Hà",
  "truong.ktvb": "Đỗ Xuân Tâm",
  "truong.xlvphc": "Đỗ Minh Thắng",
};

/** The administrator opens accounts for the heads who sign here. */
export async function openAccounts(browser: Browser, script: boolean): Promise<void> {
  const page = await signedIn(browser, "quantri", script);
  for (const [index, [username, name]] of Object.entries(HEADS).entries()) {
    await page.goto(`/to-chuc/nguoi?q=${encodeURIComponent(name)}`);
    const link = page.getByRole("link", { name, exact: true }).first();
    await page.goto(`${await link.getAttribute("href")}/tai-khoan`);
    if (index === 0) await prove(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mở tài khoản");
    if (index === 0) await accessible(page);
    await page.getByLabel("Tên đăng nhập").fill(username);
    await page.getByLabel("Mật khẩu tạm").fill("thidua-dung-thu");
    await press(page, "Mở tài khoản");
    await expect(page.getByText(`Đã mở tài khoản ${username}.`)).toBeVisible();
  }
  await page.context().close();
}

/** The cluster's head drafts its plan and asks the members. */
export async function draftClusterPlan(browser: Browser, script: boolean): Promise<string> {
  const page = await signedIn(browser, "cumtruong", script);
  await page.goto("/giao-uoc");
  await accessible(page);
  await press(page, `Bắt đầu ${CLUSTER}`);
  const pledge = await arrivedAt(page, /\/giao-uoc\/\d+$/);
  await accessible(page);
  await page.goto(`${pledge}/hoi-nghi/sua`);
  await accessible(page);
  await page.getByRole("textbox", { name: "Ngày họp" }).fill("20/3/2021");
  await page.getByLabel("Địa điểm").fill("60 Trần Phú, Hà Nội");
  await page.getByLabel("Chương trình").fill("Thảo luận, thông qua kế hoạch\nKý giao ước thi đua");
  await press(page, "Lưu hội nghị");
  await page.goto(`${pledge}/ke-hoach/soan`);
  await accessible(page);
  await page.getByLabel("Tên mục 1").fill("Mục đích");
  await page.getByLabel("Nội dung mục 1").fill("Thi đua hoàn thành chương trình công tác năm 2021.");
  await page.getByLabel("Tên mục 2").fill("Chỉ tiêu");
  await page.getByLabel("Nội dung mục 2").fill("Trình đúng hạn 100% văn bản được giao.");
  await press(page, "Lưu thành bản thứ 1");
  await expect(page.getByText("Trình đúng hạn 100% văn bản được giao.")).toBeVisible();
  await page.goto(`${pledge}/ke-hoach/lay-y-kien`);
  await accessible(page);
  await press(page, "Gửi lấy ý kiến");
  await expect(page.getByText("Đang lấy ý kiến").first()).toBeVisible();
  await page.context().close();
  return pledge;
}

/** A member comments; the head answers. */
export async function commentOnClusterPlan(browser: Browser, script: boolean, pledge: string): Promise<void> {
  const member = await signedIn(browser, "chuyenvien.dskt", script);
  await member.goto(`${pledge}/gop-y`);
  await accessible(member);
  await member.getByLabel("Nội dung góp ý").fill("Đề nghị ghi rõ số văn bản của từng đơn vị.");
  await press(member, "Gửi góp ý");
  await expect(member.getByText("Đề nghị ghi rõ số văn bản của từng đơn vị.")).toBeVisible();
  await accessible(member);
  await member.context().close();
  const head = await signedIn(browser, "cumtruong", script);
  await head.goto(`${pledge}/ke-hoach`);
  await follow(head, `a[href^='${pledge}/gop-y/']`);
  await accessible(head);
  await head.getByLabel("Tiếp thu", { exact: true }).check();
  await head.getByLabel("Nội dung trả lời").fill("Ghi ở cam kết của từng đơn vị.");
  await press(head, "Trả lời");
  await expect(head.getByText("Ghi ở cam kết của từng đơn vị.")).toBeVisible();
  await head.context().close();
}

async function follow(page: Page, selector: string): Promise<void> {
  await page.goto((await page.locator(selector).first().getAttribute("href")) ?? "");
}
