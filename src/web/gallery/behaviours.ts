import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const faultsOf = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);

/** What the elements do beyond the HTML they wrap, one behaviour each, on a fresh page. */
export const behaviours: Record<string, (page: Page) => Promise<void>> = {
  "the error summary has the keyboard, and leads to its field": async (page) => {
    await expect(page.getByRole("alert").filter({ hasText: "Chưa lưu được" })).toBeFocused();
    await page.getByRole("link", { name: "Hãy nêu lý do rút." }).click();
    await expect(page.getByLabel("Lý do")).toBeFocused();
  },

  "after Turbo has drawn the failed form again the summary has the keyboard": async (page) => {
    const summary = page.getByRole("alert").filter({ hasText: "Chưa lưu được" });
    await summary.evaluate((old) => old.setAttribute("data-old", ""));
    await page.getByRole("button", { name: "Kiểm tra và gửi" }).click();
    await expect(summary).not.toHaveAttribute("data-old");
    await expect(summary).toBeFocused();
  },

  "Ctrl+K and / lead to the search field, but not while typing": async (page) => {
    const search = page.getByRole("searchbox", { name: "Tìm người, đơn vị, hồ sơ" });
    await page.keyboard.press("Control+k");
    await expect(search).toBeFocused();
    await page.getByLabel("Tên gọi", { exact: true }).fill("a/b");
    await page.keyboard.press("/");
    await expect(page.getByLabel("Tên gọi", { exact: true })).toBeFocused();
  },

  "the account menu opens, and Esc closes it and gives the keyboard back": async (page) => {
    const account = page.locator(".account > summary");
    await account.click();
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeHidden();
    await expect(account).toBeFocused();
  },

  "boxes of a table: the bar comes, says how many and which": async (page) => {
    const bar = page.locator(".bulk-bar");
    await expect(bar).toBeHidden();
    await page.getByRole("checkbox", { name: "Chọn Nguyễn Văn Đức" }).check();
    await expect(page.locator(".bulk-count")).toHaveText("Đã chọn 1: Nguyễn Văn Đức");
    await page.getByRole("checkbox", { name: "Chọn cả trang này" }).check();
    await expect(page.locator(".bulk-count")).toHaveText(
      "Đã chọn 3: Lò Thị Ước, Nguyễn Văn Đức, Quàng Văn Ổn",
    );
    await page.getByRole("checkbox", { name: "Chọn cả trang này" }).uncheck();
    await expect(bar).toBeHidden();
  },

  "the picker finds, is chosen from by keys, and forgets its choice when the words change": async (page) => {
    const field = page.getByRole("combobox", { name: "Nơi nhận" });
    const options = page.getByRole("listbox", { name: "Nơi nhận" }).getByRole("option");
    await expect(page.locator("input[name='unit.id']")).toHaveValue("4");
    await field.fill("tong hop");
    await expect(page.locator("input[name='unit.id']")).toHaveValue("");
    await expect(options).toHaveCount(2);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(options.and(page.getByRole("option", { selected: true }))).toContainText("Cục Kế hoạch");
    await page.keyboard.press("Enter");
    await expect(page.locator("input[name='unit.id']")).toHaveValue("9");
    await expect(field).toHaveAttribute("aria-expanded", "false");
    await field.fill("to");
    await expect(options).toHaveCount(2);
    await page.keyboard.press("Escape");
    await expect(options).toHaveCount(0);
  },

  "a day typed short is written in full": async (page) => {
    const field = page.getByLabel("Ngày cuối", { exact: true });
    await field.fill("1/3/2021");
    await field.blur();
    await expect(field).toHaveValue("01/03/2021");
    await expect(page.getByRole("button", { name: "Chọn trên lịch: Ngày cuối" })).toBeVisible();
  },

  "a draft saves itself and says when": async (page) => {
    await page.getByLabel("Tên gọi", { exact: true }).fill("Tên mới");
    const saved = await page.waitForRequest((request) => request.url().endsWith("/mau/nhap"));
    expect(saved.postData()).toContain("Tên mới");
    await expect(page.locator(".save-state")).toHaveText(/^Đã lưu \d\d:\d\d$/);
  },

  "what could not be saved is kept here and offered back": async (page) => {
    await page.route("**/mau/nhap", (route) => route.abort());
    await page.getByLabel("Tên gọi", { exact: true }).fill("Không mất");
    await expect(page.locator(".save-state")).toHaveText(/^Mất kết nối; nội dung được giữ trên máy này/);
    await page.reload();
    await page.getByRole("button", { name: "Dùng lại" }).click();
    await expect(page.getByLabel("Tên gọi", { exact: true })).toHaveValue("Không mất");
  },

  "a chosen file is sent at once and goes with the form by its id": async (page) => {
    const field = page.getByRole("button", { name: "Tệp kèm (không bắt buộc)" });
    await field.setInputFiles({ name: "moi.pdf", mimeType: "application/pdf", buffer: Buffer.from("abc") });
    await expect(page.getByRole("checkbox", { name: "moi.pdf" })).toBeChecked();
    await expect(page.locator("input[name='extra-kept']")).toHaveValue("f9");
    await expect(field).toHaveValue("");
  },

  "after going away and back the elements still work": async (page) => {
    await page.getByRole("link", { name: "Bỏ lọc" }).click();
    await page.waitForURL(/xep=-on$/);
    await page.goBack();
    await page.waitForURL(/\/mau$/);
    await page.getByRole("checkbox", { name: "Chọn cả trang này" }).check();
    await expect(page.locator(".bulk-count")).toHaveText(/^Đã chọn 3/);
    await page.getByRole("combobox", { name: "Nơi nhận" }).fill("tong hop");
    await expect(page.getByRole("listbox", { name: "Nơi nhận" }).getByRole("option")).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Chọn trên lịch: Ngày cuối" })).toHaveCount(1);
  },

  "a job that goes on draws itself anew": async (page) => {
    await page.locator("#viec-nhap").evaluate((old) => old.setAttribute("data-old", ""));
    await expect(page.locator("#viec-nhap")).not.toHaveAttribute("data-old");
  },

  "axe finds nothing with the menus and the list of a picker open": async (page) => {
    await page.locator(".acting > summary").click();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator(".account > summary").click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("combobox", { name: "Nơi nhận" }).fill("tong hop");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("listbox", { name: "Nơi nhận" })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByText("Xem dạng bảng").click();
    expect(await faultsOf(page)).toEqual([]);
  },

  "a chosen file stays in the form where it cannot be sent at once": async (page) => {
    const field = page.getByRole("button", { name: "Bản có chữ ký (không bắt buộc)" });
    await field.setInputFiles({ name: "moi.pdf", mimeType: "application/pdf", buffer: Buffer.from("abc") });
    await expect(field).toHaveValue(/moi\.pdf$/);
  },
};
