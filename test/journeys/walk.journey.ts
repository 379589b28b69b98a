import { type Browser, expect, type Page, test } from "@playwright/test";
import { launch, MOVEMENT } from "./launch.steps.ts";
import { accessible, openPage, picture, signedIn } from "./people.ts";

/**
 * The main job, by five people and a member of the public: a launch document becomes a movement, units
 * register, the standing body receives, returns and reminds. Once with script, once without.
 */
for (const script of [true, false])
  test(`from a launch document to the units' registrations, script ${script ? "on" : "off"}`, async ({
    browser,
  }) => {
    const movement = await launch(browser, script);
    const department = await registerDepartment(browser, script);
    const enforcement = await registerEnforcement(browser, script);
    await seeNothingOf(browser, script, department);
    await receive(browser, script, movement, department, enforcement);
    await sendAgain(browser, script, enforcement);
    await readByPublic(browser, script, movement);
  });

/** The officer of a Sở registers two people and sends, late and with the reason. */
async function registerDepartment(browser: Browser, script: boolean): Promise<string> {
  const page = await signedIn(browser, "chuyenvien.dienbien", script);
  await page.goto("/dang-ky");
  await accessible(page);
  const registration = await begin(page);
  await addPerson(page, registration, "Quàng Thị Ánh", "Bằng khen của Bộ trưởng", script);
  await addPerson(page, registration, "Lò Văn Chương", "Bằng khen của Bộ trưởng", script);
  await page.goto(registration);
  await expect(page.getByRole("link", { name: "Lò Văn Chương", exact: true })).toBeVisible();
  await accessible(page);
  if (script) await picture(page, "registration");
  await send(page, registration);
  await page.context().close();
  return registration;
}

async function begin(page: Page): Promise<string> {
  await page
    .getByRole("button", { name: `Bắt đầu đăng ký ${MOVEMENT}` })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng ký danh hiệu thi đua");
  return new URL(page.url()).pathname;
}

async function addPerson(page: Page, registration: string, name: string, title: string, script: boolean) {
  await page.goto(`${registration}/dong/moi`);
  await page.locator("[name='person.text']").fill(name);
  if (script) await page.getByRole("option", { name }).first().click();
  await page.getByLabel("Danh hiệu, hình thức đăng ký").selectOption({ label: title });
  await accessible(page);
  await page.getByRole("button", { name: "Thêm vào danh sách" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng ký danh hiệu thi đua");
}

/** Checks the answers and sends; late in this movement of 2021, so the reason is asked first. */
async function send(page: Page, registration: string): Promise<void> {
  await page.goto(`${registration}/kiem-tra`);
  await accessible(page);
  await page.getByRole("button", { name: /^Gửi/ }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel(/Lý do/).fill("Nhận kế hoạch muộn do sáp nhập đầu mối");
  await page.getByRole("button", { name: /^Gửi/ }).click();
  await expect(page.getByText("Đã gửi, chờ tiếp nhận").first()).toBeVisible();
  await accessible(page);
}

/** An enforcement body registers one of its own and sends. */
async function registerEnforcement(browser: Browser, script: boolean): Promise<string> {
  const page = await signedIn(browser, "thads.dienbien", script);
  await page.goto("/dang-ky");
  const registration = await begin(page);
  await page.goto(`${registration}/dong/moi`);
  await page.getByRole("link", { name: "Tập thể", exact: true }).click();
  await accessible(page);
  await page.goto(`${registration}/chi-tieu/moi`);
  await accessible(page);
  await page.getByLabel("Nội dung chỉ tiêu").fill("Thi hành xong về việc trên số có điều kiện");
  await page.getByRole("button", { name: /Thêm/ }).first().click();
  await send(page, registration);
  await page.context().close();
  return registration;
}

/** An official of another unit is told that there is no such page. */
async function seeNothingOf(browser: Browser, script: boolean, registration: string): Promise<void> {
  const page = await signedIn(browser, "canbo", script);
  await accessible(page);
  const answer = await page.goto(registration);
  expect(answer?.status()).toBe(404);
  await accessible(page);
  await page.context().close();
}

/** The standing officer accepts one, returns the other, and reminds all who owe. */
async function receive(
  browser: Browser,
  script: boolean,
  movement: string,
  department: string,
  enforcement: string,
): Promise<void> {
  const page = await signedIn(browser, "thuongtruc", script);
  if (script) await picture(page, "home");
  await accessible(page);
  await page.goto(`${department}/tiep-nhan`);
  await accessible(page);
  await page.getByRole("button", { name: "Tiếp nhận đăng ký" }).click();
  await expect(page.getByText("Đã tiếp nhận").first()).toBeVisible();

  await page.goto(`${enforcement}/ban-tra-lai`);
  await accessible(page);
  await page.getByLabel("Lý do trả lại").fill("Bổ sung danh hiệu của tập thể");
  await page.getByRole("button", { name: "Trả lại đăng ký" }).click();
  await expect(page.getByText("Đã trả lại").first()).toBeVisible();

  await page.goto(`/dang-ky/phong-trao/${movement}`);
  await accessible(page);
  await page
    .getByRole("link", { name: /^Đôn đốc/ })
    .first()
    .click();
  await accessible(page);
  await page.getByRole("button", { name: /^Đôn đốc/ }).click();
  await expect(page.getByRole("status").first()).toContainText("đôn đốc");
  await accessible(page);
  await page.context().close();
}

/** The unit reads why it came back and sends it again. */
async function sendAgain(browser: Browser, script: boolean, registration: string): Promise<void> {
  const page = await signedIn(browser, "thads.dienbien", script);
  await page.goto(registration);
  await expect(page.getByText("Bổ sung danh hiệu của tập thể").first()).toBeVisible();
  await accessible(page);
  await send(page, registration);
  await page.context().close();
}

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
