import { type Browser, devices, expect, type Page } from "@playwright/test";
import { accessible, prove, signedIn } from "./people.ts";

/** The fifteen who vote in the demo's emulation council, each where the journey has them vote. */
export const chair = { name: "Hoàng Minh Thành", username: "botruong" };
export const tellers = [
  { name: "Mai Quang Tâm", username: "tam.mq" },
  { name: "Đặng Quốc Long", username: "long.dq" },
  { name: "Đoàn Đức Quyết", username: "quyet.dd" },
];
export const nominated = { name: "Ngô Hữu Phước", username: "hoidong" };
export const phones = [
  { name: "Đặng Quang Khải", username: "thutruong" },
  { name: "Phạm Thị Minh Nguyệt", username: "nguyet.ptm" },
  { name: "Lê Quốc Bảo", username: "bao.lq" },
  nominated,
  ...tellers,
];
export const scriptless = { name: "Lương Thị Kim Yến", username: "yen.ltk" };
export const writer = { name: "Đoàn Hữu Kiên", username: "kien.dh" };
/** Absent, and sends a paper. */
export const posting = "Dương Quang Kiên";
export const onPaper = [posting, "Nguyễn Thị Hồng Diệp", "Hồ Thanh Hương", "Đỗ Xuân Tâm", "Lê Thị Bích Hà"];

export const nominees = [
  "Tô Quang Hòa",
  "Đinh Hữu Bình",
  nominated.name,
  "Phan Trung Hiếu",
  "Đoàn Thanh Hạnh",
  "Trần Hồng Bích",
  "Mai Thị Phương Dung",
  "Hồ Thị Ngọc Anh",
  "Ngô Thanh Hiền",
  "Cầm Thị Ánh",
  "Đỗ Thị Bích Hương",
  "Lý Đức Duy",
];

export interface Member {
  readonly name: string;
  readonly username: string;
}

/** Today in Vietnam as officials type it: 22/11/2026. */
export const today = (): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());

/** A phone of its own for one member, signed in. */
export async function phoneOf(browser: Browser, { username }: Member): Promise<Page> {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices["iPhone 13"];
  const held = await browser.newContext({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });
  return signedIn({ newContext: async () => held } as unknown as Browser, username);
}

/** The administrator opens accounts for those of the council who have none. */
export async function openAccounts(browser: Browser, members: readonly Member[]): Promise<void> {
  const page = await signedIn(browser, "quantri");
  for (const [index, { name, username }] of members.entries()) {
    await page.goto(`/to-chuc/nguoi?q=${encodeURIComponent(name)}`);
    if (index === 0) await accessible(page);
    const found = page.locator("main").getByRole("link", { name, exact: true });
    await expect(found).toHaveCount(1);
    await page.goto(`${await found.getAttribute("href")}/tai-khoan`);
    if (index === 0) {
      await prove(page);
      await accessible(page);
    }
    await page.getByLabel("Tên đăng nhập").fill(username);
    await page.getByLabel("Mật khẩu tạm").fill("thidua-dung-thu");
    await page.getByRole("button", { name: "Mở tài khoản" }).click();
    await expect(page.getByText(`Đã mở tài khoản ${username}.`)).toBeVisible();
  }
  await page.context().close();
}

/** The secretary plans a session for today with twelve nominees and calls it; its address is answered. */
export async function callSession(secretary: Page): Promise<string> {
  await secretary.goto("/hoi-dong");
  await accessible(secretary);
  await secretary.getByRole("link", { name: "Hội đồng Thi đua - Khen thưởng ngành Tư pháp" }).click();
  await expect(secretary.getByText("Thành viên bỏ phiếu")).toBeVisible();
  await accessible(secretary);
  await secretary.getByRole("link", { name: "Chuẩn bị phiên họp, lấy phiếu" }).click();
  await accessible(secretary);
  await secretary.getByLabel("Tên phiên").fill("Phiên họp xét Chiến sĩ thi đua ngành Tư pháp");
  await secretary.getByRole("textbox", { name: "Ngày họp" }).fill(today());
  await secretary.getByLabel("Giờ bắt đầu").fill("08:30");
  await secretary.getByLabel("Địa điểm").fill("Phòng họp 201");
  await secretary.getByRole("textbox", { name: "Hạn gửi phiếu xin ý kiến" }).fill(today());
  await secretary.getByRole("button", { name: "Tạo phiên" }).click();
  await expect(secretary.getByText("Chương trình chưa có mục nào")).toBeVisible();
  const session = new URL(secretary.url()).pathname;
  for (const [index, name] of nominees.entries()) await addNominee(secretary, session, name, index === 0);
  await secretary.goto(session);
  await accessible(secretary);
  await secretary.getByRole("link", { name: "Triệu tập phiên họp…" }).click();
  await accessible(secretary);
  await secretary.getByRole("button", { name: "Triệu tập" }).click();
  await expect(secretary.getByText("Đã triệu tập, các thành viên đã được báo")).toBeVisible();
  return session;
}

async function addNominee(page: Page, session: string, name: string, first: boolean): Promise<void> {
  await page.goto(`${session}/muc/moi`);
  if (first) await accessible(page);
  await page
    .getByLabel("Nội dung", { exact: true })
    .fill("Xét tặng danh hiệu Chiến sĩ thi đua ngành Tư pháp");
  await page.locator("[name='person.text']").fill(name);
  await page.getByRole("option", { name }).first().click();
  await page
    .getByLabel("Danh hiệu, hình thức khen thưởng đề nghị")
    .selectOption({ label: "Chiến sĩ thi đua bộ, ban, ngành, tỉnh" });
  await page.getByRole("button", { name: "Thêm mục" }).click();
  await expect(page.getByText("Đã thêm mục vào chương trình")).toBeVisible();
}

/** An absent member says so and writes an opinion, which the session will read. */
export async function writeLetter(browser: Browser, session: string): Promise<Page> {
  const page = await signedIn(browser, writer.username);
  await page.goto(session);
  await page.getByRole("link", { name: "Báo vắng mặt" }).click();
  await accessible(page);
  await page.getByLabel("Lý do vắng mặt").fill("Đi công tác tại Điện Biên");
  await page.getByRole("button", { name: "Báo vắng mặt" }).click();
  await expect(page.getByText("Đã báo vắng mặt")).toBeVisible();
  await page.goto(`${session}/y-kien`);
  await accessible(page);
  await page.getByLabel("Ý kiến chung về phiên").fill("Hồ sơ đầy đủ, tôi gửi phiếu riêng.");
  await page.getByRole("button", { name: "Gửi ý kiến" }).click();
  await expect(page.getByText("Đã gửi ý kiến bằng văn bản")).toBeVisible();
  await accessible(page);
  return page;
}

/** Thirteen are there, two write: enough, and the session opens. */
export async function openSession(secretary: Page, session: string): Promise<void> {
  await secretary.goto(`${session}/diem-danh`);
  await accessible(secretary);
  await secretary.getByRole("group", { name: posting }).getByLabel("Gửi phiếu xin ý kiến").check();
  await secretary.getByLabel(`Lý do vắng (${posting})`).fill("Nghỉ ốm, gửi phiếu qua văn thư");
  await secretary.getByRole("button", { name: "Lưu, ai chưa đánh dấu thì có mặt" }).click();
  await expect(secretary.getByText("có 13 người có mặt").first()).toBeVisible();
  await secretary.goto(`${session}/khai-mac`);
  await accessible(secretary);
  await secretary.getByRole("button", { name: "Khai mạc" }).click();
  await expect(secretary.getByText("Đã khai mạc").first()).toBeVisible();
  await accessible(secretary);
}
