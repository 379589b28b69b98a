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
const PAPER = "Vụ Pháp luật hình sự - hành chính";
const SCAN = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

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

/** The conference adopts the plan by a show of hands. */
export async function adoptClusterPlan(browser: Browser, script: boolean, pledge: string): Promise<void> {
  const page = await signedIn(browser, "cumtruong", script);
  await page.goto(`${pledge}/hoi-nghi/diem-danh`);
  await accessible(page);
  await press(page, "Lưu điểm danh");
  await expect(page.getByText("7/7 đơn vị")).toBeVisible();
  await accessible(page);
  await page.goto(`${pledge}/thong-qua`);
  await accessible(page);
  await page.getByLabel("Tán thành", { exact: true }).fill("7");
  await press(page, "Ghi kết quả thông qua");
  await expect(page.getByText("7 tán thành, 0 không tán thành").first()).toBeVisible();
  await accessible(page);
  await page.goto(`${pledge}/bien-ban`);
  await accessible(page);
  await page.goto(`${pledge}/van-ban/soan`);
  await accessible(page);
  await page.getByLabel("Nội dung chung").fill("Các đơn vị thống nhất thi đua hoàn thành xuất sắc nhiệm vụ.");
  await press(page, "Lưu nội dung chung");
  await promise(page, pledge);
  await page.context().close();
  for (const username of Object.keys(HEADS)) {
    const member = await signedIn(browser, username, script);
    await promise(member, pledge);
    if (username === "truong.cvdc") await accessible(member);
    await member.context().close();
  }
}

async function promise(page: Page, pledge: string): Promise<void> {
  await page.goto(`${pledge}/cam-ket/moi`);
  await page.getByLabel("Nội dung cam kết").fill("Trình đúng hạn các văn bản được giao");
  await page.getByLabel("Số cam kết").fill("100");
  await page.getByLabel("Đơn vị tính").fill("%");
  await press(page, "Lưu cam kết");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Văn bản giao ước và cam kết");
}

/** Every head signs the same text, having proved who they are; one signed on paper, so its scan is entered. */
export async function signPledge(browser: Browser, script: boolean, pledge: string): Promise<void> {
  const page = await signedIn(browser, "cumtruong", script);
  await page.goto(`${pledge}/mo-ky`);
  await accessible(page);
  await press(page, "Chốt văn bản, mở ký");
  await arrivedAt(page, /\/chu-ky$/);
  for (const username of Object.keys(HEADS)) {
    const head = await signedIn(browser, username, script);
    await head.goto(`${pledge}/ky`);
    await prove(head);
    await expect(head.getByRole("heading", { level: 1 })).toHaveText("Ký giao ước thi đua");
    if (username === "truong.cvdc") await accessible(head);
    await press(head, "Ký giao ước");
    await expect(head).toHaveURL(new RegExp(`${pledge}/chu-ky$`));
    await head.context().close();
  }
  await page.goto(`${pledge}/ky-giay`);
  await accessible(page);
  await page.getByLabel("Đơn vị đã ký").selectOption({ label: PAPER });
  await page.getByLabel("Họ tên người ký").fill("Ngô Thị Hồng Nhung");
  await page.getByLabel("Chức vụ").fill("Vụ trưởng");
  await page.getByRole("textbox", { name: "Ngày ký trên bản giấy" }).fill("20/3/2021");
  const scan = { name: "ban-ky.pdf", mimeType: "application/pdf", buffer: Buffer.from(SCAN) };
  await page.locator("input[type=file]").setInputFiles(scan);
  await press(page, "Ghi chữ ký");
  await expect(page.getByText("Bản quét").first()).toBeVisible();
  await accessible(page);
  await page.context().close();
}

/** The whole is sealed, its PDF downloaded and checked; a changed byte is found. */
export async function sealAndCheck(browser: Browser, script: boolean, pledge: string): Promise<void> {
  const page = await signedIn(browser, "cumtruong", script);
  await page.goto(`${pledge}/phat-hanh`);
  if (page.url().includes("xac-thuc-lai")) await prove(page);
  await accessible(page);
  await press(page, "Ký số và phát hành");
  await expect(page.getByText("Giao ước đã được ký số và phát hành")).toBeVisible();
  await accessible(page);
  const answer = await page.request.get(`${pledge}/giao-uoc-da-ky.pdf`);
  expect(answer.status()).toBe(200);
  const sealed = await answer.body();
  await check(page, sealed);
  await expect(page.getByText("Chữ ký hợp lệ; tệp không thay đổi từ khi ký")).toBeVisible();
  await accessible(page);
  const changed = Buffer.from(sealed);
  changed[60] = changed[60]! ^ 1;
  await check(page, changed);
  await expect(page.getByText("Tệp đã bị thay đổi sau khi ký")).toBeVisible();
  await accessible(page);
  await page.context().close();
}

async function check(page: Page, buffer: Buffer): Promise<void> {
  await page.goto("/giao-uoc/kiem-tra-chu-ky");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "giao-uoc.pdf", mimeType: "application/pdf", buffer });
  await press(page, "Kiểm tra");
}

/** The cluster's plan goes to the Ministry after its day, with the reason, and is taken in. */
export async function sendClusterPlan(browser: Browser, script: boolean, pledge: string): Promise<void> {
  const page = await signedIn(browser, "cumtruong", script);
  await page.goto(`${pledge}/gui`);
  await accessible(page);
  await page.getByLabel("Lý do gửi muộn").fill("Hội nghị cụm họp ngày 20/3/2021");
  await press(page, "Gửi Thường trực");
  await expect(page.getByText("Lý do gửi muộn: Hội nghị cụm họp ngày 20/3/2021").first()).toBeVisible();
  await page.context().close();
  const standing = await signedIn(browser, "thuongtruc", script);
  await standing.goto(`${pledge}/tiep-nhan`);
  await accessible(standing);
  await press(standing, "Tiếp nhận");
  await expect(standing.getByText("Đã tiếp nhận").first()).toBeVisible();
  await standing.context().close();
}

async function follow(page: Page, selector: string): Promise<void> {
  await page.goto((await page.locator(selector).first().getAttribute("href")) ?? "");
}
