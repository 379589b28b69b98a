import { type Browser, expect, type Page, test } from "@playwright/test";
import { castVote, countVote, isPdf, openVote, setPassphrase } from "./ballot.steps.ts";
import {
  authorised,
  CIVIL,
  CRIMINAL,
  civilLaw,
  clusterHead,
  criminalLaw,
  endSelfScoring,
  GENERAL,
  giveOpinion,
  INTERNATIONAL,
  newcomers,
  officer,
  openYear,
  PERSONNEL,
  personnel,
  publish,
  scoreItself,
  seeNothingYet,
  sheetsOf,
  TECHNOLOGY,
  tellers,
  verify,
} from "./cluster.steps.ts";
import { type Member, openAccounts, today } from "./council.steps.ts";
import { accessible, signedIn } from "./people.ts";

const REASON = "Minh chứng chỉ thể hiện một phần hoạt động của Cụm";
const OPINION = "Đề nghị xem lại số hoạt động đã tham gia.";

test.setTimeout(600_000);

/** Two members score themselves, others say what they think, the standing body verifies and publishes. */
test("Cụm thi đua số I scores its members and votes for its leading unit", async ({ browser }) => {
  await openAccounts(browser, newcomers);
  const standing = await signedIn(browser, "thuongtruc");
  const year = await openYear(standing);
  const before = [...(await sheetsOf(standing)).values()];
  expect(before.length).toBeGreaterThan(1);

  const civil = await signedIn(browser, officer.username);
  await openYear(civil);
  await seeNothingYet(civil, year, before);
  const civilSheet = await scoreItself(civil, year);
  const head = await signedIn(browser, clusterHead.username);
  await seeNothingYet(head, year, [...before, civilSheet]);
  const criminal = await signedIn(browser, criminalLaw.username);
  await seeNothingYet(criminal, year, [civilSheet]);
  const criminalSheet = await scoreItself(criminal, year);
  await giveOpinion(criminal, civilSheet, OPINION);
  await giveOpinion(civil, criminalSheet, OPINION);

  await standing.goto(year);
  const sent = await sheetsOf(standing);
  for (const [unit, sheet] of sent) await verify(standing, sheet, unit === CIVIL ? REASON : null);
  await endSelfScoring(standing, year);
  await publish(standing, year);
  await readResults(head, civil, year, civilSheet);

  await authorise(standing, year);
  const poll = await holdVote(head, year);
  await vote(browser, head, criminal, poll);
  await readNomination(head, civil, year);
});

/** Everybody of the cluster reads ranks and reasons once they are out. */
async function readResults(head: Page, civil: Page, year: string, civilSheet: string): Promise<void> {
  await head.goto(`${year}/ket-qua`);
  const ranked = head.getByRole("table", { name: "Tổng điểm, xếp hạng, xếp loại" });
  const totalOf = (unit: string, total: string) =>
    ranked.getByRole("row").filter({ hasText: unit }).getByRole("cell", { name: total, exact: true });
  await expect(totalOf(CRIMINAL, "178,5")).toHaveCount(1);
  await expect(totalOf(CIVIL, "178")).toHaveCount(1);
  await expect(head.getByText("Không xếp hạng (chưa gửi hoặc chưa thẩm định)")).toBeVisible();
  await accessible(head);
  await civil.goto(civilSheet);
  await expect(civil.getByText(`Lý do khác tự chấm: ${REASON}`)).toBeVisible();
  await expect(civil.getByText(OPINION).first()).toBeVisible();
  await accessible(civil);
}

/** Who votes in the place of a head is named in writing. */
async function authorise(page: Page, year: string): Promise<void> {
  await page.goto(`${year}/suy-ton/uy-quyen`);
  await accessible(page);
  await page.getByLabel("Đơn vị", { exact: true }).selectOption({ label: TECHNOLOGY });
  await chooseNamed(page, "person", authorised.name);
  await page.getByLabel("Số, ký hiệu giấy ủy quyền").fill("07/GUQ-CNTT");
  await page.getByRole("textbox", { name: "Ngày giấy ủy quyền" }).fill(today());
  await page.getByRole("button", { name: "Ghi ủy quyền" }).click();
  await expect(page.getByText("Đã ghi ủy quyền bỏ phiếu")).toBeVisible();
  await expect(page.getByText("07/GUQ-CNTT")).toBeVisible();
  await accessible(page);
}

/** A person in a list whose lines say name and post. */
async function chooseNamed(page: Page, field: string, name: string): Promise<void> {
  const list = page.locator(`select[name='${field}']`);
  const value = await list.locator("option").filter({ hasText: name }).first().getAttribute("value");
  await list.selectOption(value);
}

const PRESENT = [CIVIL, CRIMINAL, GENERAL, INTERNATIONAL, PERSONNEL, TECHNOLOGY];

/** The cluster's head holds the vote with six of nine members present. */
async function holdVote(head: Page, year: string): Promise<string> {
  await head.goto(`${year}/suy-ton/to-chuc`);
  await accessible(head);
  await head.getByRole("textbox", { name: "Ngày họp" }).fill(today());
  await head.getByLabel("Địa điểm").fill("Trụ sở Bộ Tư pháp, Hà Nội");
  await chooseNamed(head, "chair", clusterHead.name);
  await chooseNamed(head, "secretary", officer.name);
  for (const [at, { name }] of tellers.entries()) await chooseNamed(head, `teller${at + 1}`, name);
  const group = (name: string) => head.getByRole("group", { name });
  for (const box of await group("Đơn vị được đưa ra suy tôn").getByRole("checkbox").all())
    await box.uncheck();
  for (const unit of [CIVIL, CRIMINAL]) await group("Đơn vị được đưa ra suy tôn").getByLabel(unit).check();
  for (const box of await group("Đơn vị có mặt, người bỏ phiếu").getByRole("checkbox").all())
    await box.uncheck();
  for (const unit of PRESENT) await group("Đơn vị có mặt, người bỏ phiếu").getByLabel(unit).check();
  await head.getByRole("button", { name: "Lập cuộc suy tôn" }).click();
  await expect(head.getByText("Đã lập cuộc suy tôn")).toBeVisible();
  await accessible(head);
  const team = await head.getByRole("link", { name: "Tổ kiểm phiếu" }).getAttribute("href");
  return team!.replace("/to-kiem-phieu", "");
}

/** Six vote in secret: five for one unit, one for the other. */
async function vote(browser: Browser, head: Page, criminal: Page, poll: string): Promise<void> {
  const [first, second] = [await memberAt(browser, tellers[0]!), await memberAt(browser, tellers[1]!)];
  await setPassphrase(first, poll, tellers[0]!.username);
  await setPassphrase(second, poll, tellers[1]!.username);
  await openVote(head, poll);
  const voters = [
    first,
    second,
    criminal,
    await memberAt(browser, civilLaw),
    await memberAt(browser, personnel),
    await memberAt(browser, authorised),
  ];
  for (const [at, page] of voters.entries()) {
    const unit = at === 3 ? CIVIL : CRIMINAL;
    const mark = async () => page.getByRole("checkbox", { name: unit }).check();
    await castVote(page, poll, { sealsHere: true, mark });
  }
  await head.goto(`${poll}/ket-qua`);
  await expect(head.getByText("Chưa có kết quả: cuộc bỏ phiếu chưa kiểm")).toBeVisible();
  await head.goto(`${poll}/to-kiem-phieu`);
  await head.getByRole("button", { name: "Khép bỏ phiếu" }).click();
  await expect(head.getByText("Đã khép bỏ phiếu").first()).toBeVisible();
  await countVote(first, poll, tellers);
  await expect(first.getByRole("row").filter({ hasText: CRIMINAL })).toContainText("5");
}

const memberAt = (browser: Browser, { username }: Member): Promise<Page> => signedIn(browser, username);

/** The unit stands put forward with its votes; the minutes are there for every member. */
async function readNomination(head: Page, civil: Page, year: string): Promise<void> {
  await expect(async () => {
    await head.goto(`${year}/suy-ton`);
    await expect(head.getByText("5/9 phiếu, cần 5")).toBeVisible();
  }).toPass();
  await expect(head.getByText("Cụm đã suy tôn")).toBeVisible();
  await accessible(head);
  await civil.goto(`${year}/suy-ton`);
  const minutes = civil.getByRole("link", { name: "PDF", exact: true });
  await isPdf(civil, (await minutes.getAttribute("href"))!);
}
