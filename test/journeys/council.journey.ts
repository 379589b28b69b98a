import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  castVote,
  countVote,
  fits,
  isPdf,
  openVote,
  recounted,
  saved,
  setPassphrase,
} from "./ballot.steps.ts";
import {
  callSession,
  chair,
  type Member,
  nominated,
  nominees,
  onPaper,
  openAccounts,
  openSession,
  phoneOf,
  phones,
  scriptless,
  tellers,
  writeLetter,
  writer,
} from "./council.steps.ts";
import { accessible, signedIn } from "./people.ts";

/** On which item of the agenda the member stands whose own dossier it is. */
const OWN = nominees.indexOf(nominated.name) + 1;
/** Whom one phone alone says no to, and whom a paper as well: 14 of 15 pass at 90 %, 13 do not. */
const FOURTEEN = 1;
const THIRTEEN = 2;
/** Sealed slips in the box: one for each nominee from each who votes on a screen, but none on oneself. */
const SLIPS = (15 - onPaper.length) * nominees.length - 1;

test.setTimeout(600_000);

/**
 * Fifteen vote on twelve: seven on phones, one without script, the chair and an absent member at their desks, five
 * on paper, one of them a letter; one member is himself nominated.
 */
test("a council votes on twelve nominees by phone, paper and letter, and anybody can repeat the count", async ({
  browser,
}, info) => {
  const newcomers = [chair, ...phones, scriptless, writer].filter(
    ({ username }) => username !== "thutruong" && username !== nominated.username,
  );
  await openAccounts(browser, newcomers);
  const secretary = await signedIn(browser, "thuongtruc");
  const session = await callSession(secretary);
  const absent = await writeLetter(browser, session);
  await openSession(secretary, session);

  const poll = await callVote(secretary, session);
  const presiding = await watchLive(browser, session);
  const held = new Map<string, Page>();
  for (const member of phones) held.set(member.name, await phoneOf(browser, member));
  const own = held.get(nominated.name)!;
  await seeOwnShut(own, session);

  for (const { name, username } of tellers.slice(0, 2)) await setPassphrase(held.get(name)!, poll, username);
  await openVote(secretary, poll);
  await voteOnPhones(held, poll, presiding);
  await voteWithoutScript(browser, poll, scriptless);
  await castVote(absent, poll, { sealsHere: true, mark: approve() });
  await handOutPapers(secretary, held.get(tellers[0]!.name)!, poll);
  await expect(presiding.locator("live-meeting").getByRole("link", { name: "Bỏ phiếu" })).toHaveAttribute(
    "href",
    poll,
  );
  await castVote(presiding, poll, { sealsHere: true, mark: approve() });

  await secretary.goto(`${poll}/to-kiem-phieu`);
  await secretary.getByRole("button", { name: "Khép bỏ phiếu" }).click();
  await expect(secretary.getByText("Đã khép bỏ phiếu").first()).toBeVisible();
  const teller = held.get(tellers[0]!.name)!;
  await enterPapers(teller, poll);
  await countVote(teller, poll, tellers.slice(0, 2));
  await fits(teller);

  await readResults(secretary, own, session);
  await secretary.goto(`${poll}/ket-qua`);
  await accessible(secretary);
  const files = {
    file: await saved(secretary, "Tệp xuất để kiểm lại", info.outputPath("kiem-phieu.json")),
    offlinePage: await saved(
      secretary,
      "Trang kiểm phiếu lại ngoại tuyến",
      info.outputPath("kiem-phieu-lai.html"),
    ),
    ballots: SLIPS,
  };
  const canonical = await recounted(browser, files);
  expect(await secretary.locator("pre.verbatim").textContent()).toBe(canonical);
  await isPdf(secretary, `${poll}/bien-ban.pdf`);
  await minute(secretary, own, session);
});

/** The secretary names the counting team; the vote waits for it. */
async function callVote(secretary: Page, session: string): Promise<string> {
  await secretary.goto(`${session}/bo-phieu`);
  await accessible(secretary);
  for (const [index, { name }] of tellers.entries())
    await secretary.locator(`[name='teller${index + 1}']`).selectOption({ label: name });
  await secretary.getByRole("button", { name: "Lập lượt bỏ phiếu" }).click();
  await expect(secretary.getByText("Đã lập lượt bỏ phiếu")).toBeVisible();
  await accessible(secretary);
  const link = secretary.getByRole("link", { name: `Lượt 1: ${nominees.length} mục` });
  return (await link.getAttribute("href"))!;
}

/** The chair keeps the meeting open before them. */
async function watchLive(browser: Browser, session: string): Promise<Page> {
  const page = await signedIn(browser, chair.username);
  await page.goto(`${session}/truc-tiep`);
  await expect(page.getByText("Lượt bỏ phiếu đã lập, chờ tổ kiểm phiếu mở.")).toBeVisible();
  await accessible(page);
  return page;
}

const lineOf = (page: Page, name: string) =>
  page.locator("live-meeting li:has([data-live^=voted])").filter({ hasText: name });

/** One's own dossier is shut, and one sees that it is so. */
async function seeOwnShut(page: Page, session: string): Promise<void> {
  await page.goto(session);
  await accessible(page);
  await fits(page);
  await page.getByRole("link", { name: `${OWN}. Hồ sơ của chính đồng chí` }).click();
  await expect(page.getByText("Hồ sơ này là của chính đồng chí").first()).toBeVisible();
  await expect(page.getByText("Xét tặng danh hiệu")).toHaveCount(0);
  await accessible(page);
}

/** Each phone seals for itself; the chair hears of it at once, and only of the voting. */
async function voteOnPhones(held: ReadonlyMap<string, Page>, poll: string, presiding: Page): Promise<void> {
  await expect(presiding.getByText(`Đang bỏ phiếu: 0/15 người đã bỏ phiếu.`)).toBeVisible();
  for (const [index, { name }] of phones.entries()) {
    await expect(lineOf(presiding, name)).toContainText("Chưa bỏ phiếu");
    const mark = approve({
      against: index === 0 ? [FOURTEEN, THIRTEEN] : [],
      without: name === nominated.name ? OWN : null,
    });
    await castVote(held.get(name)!, poll, { sealsHere: true, mark });
    await expect(lineOf(presiding, name)).toContainText("Đã bỏ phiếu");
    await expect(presiding.getByText(`Đang bỏ phiếu: ${index + 1}/15 người đã bỏ phiếu.`)).toBeVisible();
  }
  await accessible(presiding);
}

/** Yes to all but those one is against; one's own is not on the ballot. */
function approve({ against = [], without = null }: { against?: number[]; without?: number | null } = {}) {
  return async (page: Page): Promise<void> => {
    for (const at of nominees.keys()) {
      const answer = against.includes(at + 1) ? "no" : "yes";
      const choice = page.locator(`input[name="cau-${at + 1}"][value="${answer}"]`);
      if (at + 1 === without) await expect(choice).toHaveCount(0);
      else await choice.check();
    }
  };
}

async function voteWithoutScript(browser: Browser, poll: string, member: Member): Promise<void> {
  const page = await signedIn(browser, member.username, false);
  await castVote(page, poll, { sealsHere: false, mark: approve() });
  await page.context().close();
}

/** The vote goes on on paper beside the screens: those left take a paper each, one of them by letter. */
async function handOutPapers(secretary: Page, teller: Page, poll: string): Promise<void> {
  await secretary.goto(`${poll}/to-kiem-phieu`);
  await secretary.getByLabel("Đếm chung với phiếu giấy").check();
  await secretary
    .getByLabel("Lý do, theo quyết định của chủ tọa")
    .fill("Năm thành viên không có thiết bị hoặc vắng mặt");
  await secretary.getByRole("button", { name: "Chuyển sang phiếu giấy" }).click();
  await expect(secretary.getByText("Đã chuyển sang phiếu giấy").first()).toBeVisible();
  await teller.goto(`${poll}/phieu-giay`);
  await accessible(teller);
  for (const name of onPaper) {
    await teller.getByRole("button", { name: `Phát phiếu cho ${name}` }).click();
    await expect(teller.getByRole("button", { name: `Phát phiếu cho ${name}` })).toHaveCount(0);
  }
  await expect(teller.getByText("Đã nhận phiếu giấy")).toHaveCount(onPaper.length);
  await isPdf(teller, `${poll}/la-phieu.pdf`);
}

/** Five papers on every nominee, one of them a no. */
async function enterPapers(teller: Page, poll: string): Promise<void> {
  await teller.goto(`${poll}/phieu-giay`);
  await accessible(teller);
  for (const [at] of nominees.entries()) {
    const no = at + 1 === THIRTEEN ? 1 : 0;
    const counts = { issued: 5, returned: 5, valid: 5, invalid: 0 };
    for (const [name, count] of Object.entries(counts))
      await teller.locator(`[name='cau.${at}.${name}']`).fill(`${count}`);
    const choices = { yes: onPaper.length - no, no, blank: 0 };
    for (const [name, count] of Object.entries(choices))
      await teller.locator(`[name='cau.${at}.nominees.0.${name}']`).fill(`${count}`);
  }
  await teller.getByRole("button", { name: "Ghi số phiếu" }).click();
  await expect(teller.getByText("Đã ghi số phiếu; các số khớp nhau")).toBeVisible();
}

/** 90 % of fifteen are fourteen; the nominee does not read his own result. */
async function readResults(secretary: Page, own: Page, session: string): Promise<void> {
  await expect(async () => {
    await secretary.goto(session);
    await expect(secretary.locator(".agenda").getByText("Đạt", { exact: true })).toHaveCount(11);
  }).toPass();
  const line = (name: string) => secretary.locator(".agenda li").filter({ hasText: name });
  await expect(line(nominees[FOURTEEN - 1]!)).toContainText("14/15 thành viên");
  await expect(line(nominees[THIRTEEN - 1]!)).toContainText("13/15 thành viên, bằng 86,6 % đồng ý");
  await expect(line(nominees[THIRTEEN - 1]!)).toContainText("Không đạt");
  await expect(line(nominated.name)).toContainText("14/15 thành viên");
  await accessible(secretary);
  await own.goto(session);
  await expect(own.locator(".agenda").getByText("Đạt", { exact: true })).toHaveCount(10);
  await expect(own.locator(".agenda").getByText("Hồ sơ của chính đồng chí")).toHaveCount(1);
}

/** The session closes and its minutes are issued; the nominee's copy leaves his own item out. */
async function minute(secretary: Page, own: Page, session: string): Promise<void> {
  await secretary.goto(`${session}/be-mac`);
  await accessible(secretary);
  await secretary.getByRole("button", { name: "Bế mạc" }).click();
  await expect(secretary.getByText("Đã bế mạc; có thể lập biên bản")).toBeVisible();
  await secretary.goto(`${session}/bien-ban`);
  await secretary.getByRole("button", { name: "Lập biên bản" }).click();
  await expect(secretary.getByText("Đã lập biên bản")).toBeVisible();
  await expect(secretary.getByText("Hồ sơ đầy đủ, tôi gửi phiếu riêng.").first()).toBeVisible();
  await accessible(secretary);
  await isPdf(secretary, `${session}/bien-ban.pdf`);
  await own.goto(`${session}/bien-ban`);
  await expect(own.getByText("Có mục đóng với đồng chí")).toBeVisible();
  await accessible(own);
}
