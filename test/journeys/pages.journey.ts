import { expect, test } from "@playwright/test";
import { accessible, openPage, signedIn } from "./people.ts";

/** Pages that stand by themselves, each opened by somebody who works there. */
const rounds: Readonly<Record<string, readonly string[]>> = {
  thuongtruc: [
    "/phong-trao",
    "/phong-trao/moi",
    "/dang-ky",
    "/dieu-kien",
    "/dieu-kien/ra-soat",
    "/ho-so",
    "/phap-luat",
    "/phap-luat/danh-hieu",
    "/phap-luat/danh-hieu/GRASSROOTS_EMULATION_FIGHTER",
    "/phap-luat/con-so",
    "/phap-luat/thu",
    "/thong-bao",
    "/tro-giup",
    "/tai-khoan",
    "/tai-khoan/xac-thuc-hai-lop",
    "/xac-thuc-lai",
    "/tim?q=bien+dien",
  ],
  quantri: ["/to-chuc", "/to-chuc/don-vi/moi", "/to-chuc/cum", "/to-chuc/nguoi", "/to-chuc/nhap"],
};

for (const [username, paths] of Object.entries(rounds))
  test(`axe finds nothing on the pages of ${username}`, async ({ browser }) => {
    const page = await signedIn(browser, username);
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await accessible(page);
    }
    await page.context().close();
  });

test("axe finds nothing at the door, on the portal and on a missing page", async ({ browser }) => {
  const page = await openPage(browser, true);
  for (const path of ["/dang-nhap", "/cong-thong-tin", "/khong-co-trang-nay"]) {
    await page.goto(path);
    await accessible(page);
  }
  await page.context().close();
});

test("words are found without accents and in any order", async ({ browser }) => {
  const page = await signedIn(browser, "thuongtruc");
  await page.goto("/tim?q=bien+dien+tu+so+phap");
  await expect(page.getByRole("link", { name: "Sở Tư pháp tỉnh Điện Biên", exact: true })).toBeVisible();
  await page.context().close();
});
