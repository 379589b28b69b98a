import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { type Browser, expect, type Page } from "@playwright/test";
import { checkoutFolder } from "../../src/platform/settings.ts";
import { accessible } from "./people.ts";

const SIDEWAYS_PX = 1;

/** Nothing on the page is wider than the screen it is read on. */
export async function fits(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond, `sideways scroll on ${page.url()}`).toBeLessThan(SIDEWAYS_PX);
}

const passphraseOf = (username: string): string => `bốn từ của riêng ${username}`;

/** A keeper of the key sets a passphrase. */
export async function setPassphrase(page: Page, poll: string, username: string): Promise<void> {
  await page.goto(`${poll}/to-kiem-phieu`);
  await accessible(page);
  await page.getByLabel("Cụm mật khẩu", { exact: true }).fill(passphraseOf(username));
  await page.getByLabel("Nhập lại cụm mật khẩu").fill(passphraseOf(username));
  await page.getByRole("button", { name: "Đặt cụm mật khẩu" }).click();
  await expect(page.getByText("Đã đặt cụm mật khẩu của bạn")).toBeVisible();
}

/** Opens the vote; the recovery sheet is shown this once. */
export async function openVote(page: Page, poll: string): Promise<void> {
  await page.goto(`${poll}/to-kiem-phieu`);
  await page.getByRole("button", { name: "Mở bỏ phiếu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tờ khóa dự phòng");
  await accessible(page);
  await page.getByRole("link", { name: "Đã in và niêm phong, tiếp tục" }).click();
  await expect(page.getByText("Sau khi khép, không nhận thêm phiếu nào")).toBeVisible();
  await accessible(page);
}

interface Vote {
  /** Whether the browser seals; otherwise the server does, and the page says so. */
  readonly sealsHere: boolean;
  /** Marks the choices. */
  readonly mark: (page: Page) => Promise<void>;
}

/** One votes; where the browser seals, no choice leaves it. */
export async function castVote(page: Page, poll: string, { sealsHere, mark }: Vote): Promise<void> {
  await page.goto(poll);
  await expect(
    page.getByText(
      sealsHere ? "được niêm phong ngay trên máy này" : "được gửi đến máy chủ và niêm phong ngay tại đó",
    ),
  ).toBeVisible();
  if (sealsHere) await fits(page);
  await accessible(page);
  await mark(page);
  const posted = page.waitForRequest((request) => request.url().endsWith("/la-phieu"));
  await page.getByRole("button", { name: "Bỏ phiếu", exact: true }).click();
  const fields = [...new URLSearchParams((await posted).postData() ?? "").keys()];
  expect(fields.some((name) => name.startsWith("la."))).toBe(sealsHere);
  expect(fields.some((name) => name.startsWith("cau-"))).toBe(!sealsHere);
  await expect(page.getByText("Bạn đã bỏ phiếu")).toBeVisible();
  await accessible(page);
}

/** The counting team opens the box with two passphrases. */
export async function countVote(
  page: Page,
  poll: string,
  keepers: readonly { readonly name: string; readonly username: string }[],
): Promise<void> {
  await page.goto(`${poll}/to-kiem-phieu`);
  await accessible(page);
  for (const { name, username } of keepers)
    await page.getByLabel(`Cụm mật khẩu của ${name}`).fill(passphraseOf(username));
  await page.getByRole("button", { name: "Mở hòm phiếu và kiểm phiếu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kết quả kiểm phiếu");
  await accessible(page);
}

/** A file that a page offers, kept where `path` says. */
export async function saved(page: Page, label: string, path: string): Promise<string> {
  const offered = page.waitForEvent("download");
  await page.getByRole("link", { name: label }).click();
  await (await offered).saveAs(path);
  return path;
}

/** The address answers with a PDF. */
export async function isPdf(page: Page, address: string): Promise<void> {
  const answer = await page.request.get(address);
  expect([answer.status(), (await answer.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
}

/**
 * The offline page on a machine without a line, opened from its file, and the command each open the ballots anew:
 * both agree with the minutes, and with each other to the letter.
 */
export async function recounted(
  browser: Browser,
  { file, offlinePage, ballots }: { file: string; offlinePage: string; ballots: number },
): Promise<string> {
  const alone = await browser.newContext({ offline: true });
  const page = await alone.newPage();
  await page.goto(pathToFileURL(offlinePage).href);
  await accessible(page);
  await page.getByLabel("Tệp xuất của cuộc bỏ phiếu").setInputFiles(file);
  await expect(page.locator("#ket-luan")).toHaveText(
    `KHỚP từng ký tự với biên bản: đã mở lại và đếm ${ballots} lá phiếu.`,
  );
  await accessible(page);
  const counted = await page.locator("#nguyen-van").textContent();
  await alone.close();
  const said = execFileSync(process.execPath, ["dist/main.js", "recount", file], {
    cwd: checkoutFolder(),
    encoding: "utf8",
    stdio: "pipe",
  });
  expect(said).toBe(counted);
  return said;
}
