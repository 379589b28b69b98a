import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  answers,
  aPoll,
  aPollDraft,
  counted,
  firstTeller,
  inAct,
  opened,
  passphrases,
  secondTeller,
  secretary,
  sure,
  votes,
} from "../../test/ballots-world.ts";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { linesOfDocx } from "../documents/read-docx.ts";
import { reader } from "../platform/db.ts";
import { votingPages } from "./ballots.part.ts";
import { withdrawNominee } from "./holding.acts.ts";
import { ballotsInvariants } from "./invariants.store.ts";
import { pollOf, resultOf, turnoutOf } from "./poll.store.ts";
import { recount } from "./recount.command.ts";
import { buildRecountPage } from "./recount-page.build.ts";

const small = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildMinistry(small);
});

const at = async (who: Parameters<typeof as>[1]) => browse([votingPages()], await as(ministry, who));
const yesNo = (first: "yes" | "no", second: "yes" | "no") =>
  answers(aPollDraft(ministry).questions, [first, second]);
const wordsOf = async (docx: Uint8Array): Promise<string> =>
  sure(await linesOfDocx(docx))
    .map(({ text }) => text)
    .join("\n");
const withOwnDossier = () => ({
  roll: aPollDraft(ministry).roll.map((voter, place) =>
    place === 1
      ? { ...voter, excluded: [{ question: 2, nominee: 1, reason: "Đây là hồ sơ của chính bạn." }] }
      : voter,
  ),
});

describe("the voter's page", () => {
  test("says in words where the vote stands, and is no page for strangers", async () => {
    const pollId = await aPoll(ministry);
    const words = async () => (await (await at("minister")).get(`/bo-phieu/${pollId}`)).html;
    expect(await words()).toContain("Chưa mở bỏ phiếu");
    await opened(ministry, pollId);
    expect(await words()).toContain("niêm phong ngay");
    await votes(ministry, pollId, "minister", yesNo("yes", "no"));
    expect(await words()).toContain("Bạn đã bỏ phiếu");
    expect((await (await at("executor")).get(`/bo-phieu/${pollId}`)).status).toBe(404);
    expect((await (await at("lawHead")).get(`/bo-phieu/${pollId}/to-kiem-phieu`)).status).toBe(404);
    expect(await (await at("minister")).get(`/bo-phieu/${pollId}/ket-qua`)).toMatchObject({
      status: 303,
      location: `/bo-phieu/${pollId}`,
    });
    for (const address of ["xuat", "bien-ban.pdf", "bien-ban.docx"])
      expect((await (await at("minister")).get(`/bo-phieu/${pollId}/${address}`)).status).toBe(404);
    await counted(ministry, pollId);
    expect(await words()).toContain("Xem kết quả");
  });

  test("tells a member that their own dossier is closed to them, and counts their other slips", async () => {
    const pollId = await aPoll(ministry, withOwnDossier());
    await opened(ministry, pollId);
    const browser = await at("lawHead");
    const { html } = await browser.get(`/bo-phieu/${pollId}`);
    expect(html).toContain("Đây là hồ sơ của chính bạn.");
    expect(html).toContain('name="cau-1"');
    expect(html).not.toContain('name="cau-2"');
    const ownCode = /name="ma-rieng" value="([^"]+)"/.exec(html)![1]!;
    const sent = await browser.post(`/bo-phieu/${pollId}/la-phieu`, { "ma-rieng": ownCode, "cau-1": "yes" });
    expect([sent.status, sent.location]).toEqual([303, `/bo-phieu/${pollId}`]);
    const looked = await browser.post(`/bo-phieu/${pollId}/kiem-tra`, { ma: ownCode.toLowerCase() });
    expect(looked.html).toContain("1 lá phiếu mang mã của bạn nằm trong hòm phiếu");
  });

  test("keeps what was chosen and the own code when an answer is missing", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    const sent = await (await at("minister")).post(`/bo-phieu/${pollId}/la-phieu`, {
      "ma-rieng": "ABCD-EFGH-JKMN-PQRS",
      "cau-2": "no",
    });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain("Bạn chưa trả lời “Chiến sĩ thi đua ngành Tư pháp: Trần Văn Một”.");
    expect(sent.html).toContain('value="ABCD-EFGH-JKMN-PQRS"');
    expect(sent.html).toMatch(/name="cau-2" value="no" checked/);
    expect(await turnoutOf(reader(), pollId)).toMatchObject({ voted: 0 });
  });

  test("takes envelopes sealed by the browser; what is no envelope is sent back", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    const browser = await at("minister");
    const slip = (question: number, bytes: number, code: string) => ({
      [`la.${question - 1}.cau`]: `${question}`,
      [`la.${question - 1}.phong-bi`]: Buffer.alloc(bytes, question).toString("base64"),
      [`la.${question - 1}.ma`]: code,
    });
    const short = { ...slip(1, 240, "ABCDEFGHJKMN"), ...slip(2, 12, "ABCDEFGHJKMP") };
    expect((await browser.post(`/bo-phieu/${pollId}/la-phieu`, short)).status).toBe(422);
    const sound = { ...slip(1, 240, "ABCDEFGHJKMN"), ...slip(2, 240, "ABCDEFGHJKMP") };
    expect((await browser.post(`/bo-phieu/${pollId}/la-phieu`, sound)).status).toBe(303);
    expect((await browser.post(`/bo-phieu/${pollId}/la-phieu`, sound)).status).toBe(303);
    expect(await turnoutOf(reader(), pollId)).toMatchObject({ voted: 1 });
  });
});

describe("the counting team's page", () => {
  test("leads from passphrases to the result; the recovery share is shown once", async () => {
    const pollId = await aPoll(ministry);
    const home = `/bo-phieu/${pollId}/to-kiem-phieu`;
    const unequal = { passphrase: passphrases[firstTeller], again: "khác hẳn đi rồi" };
    const first = await at(firstTeller);
    expect((await first.post(`/bo-phieu/${pollId}/cum-mat-khau`, unequal)).html).toContain(
      "Hai lần nhập không giống nhau.",
    );
    for (const teller of [firstTeller, secondTeller] as const) {
      const browser = await at(teller);
      const typed = { passphrase: passphrases[teller], again: passphrases[teller] };
      expect((await browser.post(`/bo-phieu/${pollId}/cum-mat-khau`, typed)).status).toBe(303);
    }
    const secretaryAt = await at(secretary);
    const begun = await secretaryAt.post(`/bo-phieu/${pollId}/mo`);
    expect(begun.html).toMatch(/<b class="code">([0-9A-Z]{5}-){11}[0-9A-Z]{3}<\/b>/);
    expect((await secretaryAt.post(`/bo-phieu/${pollId}/mo`)).status).toBe(409);
    await votes(ministry, pollId, "minister", yesNo("yes", "no"));
    expect((await secretaryAt.post(`/bo-phieu/${pollId}/khep`)).location).toBe(home);
    const wrong = await first.post(`/bo-phieu/${pollId}/kiem-phieu`, {
      [`nguoi-${ministry.people[firstTeller]}`]: passphrases[firstTeller],
      [`nguoi-${ministry.people[secondTeller]}`]: "không phải cụm này",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Cụm mật khẩu không đúng.");
    expect(wrong.html).not.toContain(passphrases[firstTeller]);
    const right = await first.post(`/bo-phieu/${pollId}/kiem-phieu`, {
      [`nguoi-${ministry.people[firstTeller]}`]: passphrases[firstTeller],
      [`nguoi-${ministry.people[secondTeller]}`]: passphrases[secondTeller],
    });
    expect(right.location).toBe(`/bo-phieu/${pollId}/ket-qua`);
  });

  test("warns before the vote when a share of all members cannot be reached", async () => {
    const [question] = aPollDraft(ministry).questions;
    const pollId = await aPoll(ministry, {
      questions: [
        {
          ...question!,
          kind: "approve",
          nominee: { name: "Trần Văn Một", note: "", key: "1" },
          threshold: { by: "rules", percent: 90, rule: "at-least", basis: "Quy chế" },
        },
      ],
    });
    const { html } = await (await at(secretary)).get(`/bo-phieu/${pollId}/to-kiem-phieu`);
    expect(html).toContain(
      "cần ít nhất 7 phiếu đồng ý trên tổng số 7 thành viên nhưng chỉ 6 người bỏ phiếu được",
    );
  });

  test("prints papers and a tally sheet, and takes the numbers that add up", async () => {
    const pollId = await aPoll(ministry, { ...withOwnDossier(), mode: "paper" });
    const teller = await at(firstTeller);
    const words = await wordsOf((await teller.get(`/bo-phieu/${pollId}/la-phieu.docx`)).bytes());
    expect(words.match(/PHIẾU BỎ PHIẾU/g)).toHaveLength(2);
    expect(words).toContain("Lê Thị Hai");
    expect((await teller.get(`/bo-phieu/${pollId}/bang-kiem.pdf`)).bytes().subarray(0, 5)).toEqual(
      new TextEncoder().encode("%PDF-"),
    );
    expect((await teller.post(`/bo-phieu/${pollId}/mo`)).status).toBe(303);
    expect((await teller.post(`/bo-phieu/${pollId}/khep`)).status).toBe(303);
    const numbers = (place: number, [issued, valid, invalid, yes, no]: readonly number[]) => ({
      [`cau.${place}.issued`]: `${issued}`,
      [`cau.${place}.returned`]: `${issued}`,
      [`cau.${place}.valid`]: `${valid}`,
      [`cau.${place}.invalid`]: `${invalid}`,
      [`cau.${place}.nominees.0.yes`]: `${yes}`,
      [`cau.${place}.nominees.0.no`]: `${no}`,
      [`cau.${place}.nominees.0.blank`]: "0",
    });
    const emptied = (place: number) =>
      Object.fromEntries(
        [
          "issued",
          "returned",
          "valid",
          "invalid",
          ...["yes", "no", "blank"].map((one) => `nominees.0.${one}`),
        ].map((name) => [`cau.${place}.${name}`, ""]),
      );
    const empty = await teller.post(`/bo-phieu/${pollId}/phieu-giay`, {
      ...numbers(0, [6, 6, 0, 5, 1]),
      ...emptied(1),
    });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain(
      "Nội dung 2: 7 ô chưa có số hoặc ghi chưa đúng; ô không có phiếu nào thì ghi 0.",
    );
    expect(empty.html).not.toContain("Nội dung 1: ");
    const wrong = { ...numbers(0, [6, 6, 0, 5, 1]), ...numbers(1, [6, 6, 0, 3, 3]) };
    const refused = await teller.post(`/bo-phieu/${pollId}/phieu-giay`, wrong);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("phát ra 6 phiếu, nhiều hơn 5 người được nhận phiếu giấy");
    const right = { ...numbers(0, [6, 6, 0, 5, 1]), ...numbers(1, [5, 4, 1, 3, 1]) };
    expect((await teller.post(`/bo-phieu/${pollId}/phieu-giay`, right)).status).toBe(303);
    expect((await teller.post(`/bo-phieu/${pollId}/kiem-phieu`)).location).toBe(
      `/bo-phieu/${pollId}/ket-qua`,
    );
    expect((await teller.get(`/bo-phieu/${pollId}/ket-qua`)).html).toContain("Không đạt");
  });
});

test("a show of hands asks only who is there and the hands of each side", async () => {
  const pollId = await aPoll(ministry, { mode: "hands" });
  const teller = await at(firstTeller);
  await teller.post(`/bo-phieu/${pollId}/mo`);
  await teller.post(`/bo-phieu/${pollId}/khep`);
  const { html } = await teller.get(`/bo-phieu/${pollId}/phieu-giay`);
  expect(html).not.toContain("Thu về");
  const hands = (place: number, [issued, yes, no, blank]: readonly number[]) => ({
    [`cau.${place}.issued`]: `${issued}`,
    [`cau.${place}.nominees.0.yes`]: `${yes}`,
    [`cau.${place}.nominees.0.no`]: `${no}`,
    [`cau.${place}.nominees.0.blank`]: `${blank}`,
  });
  const enter = (first: readonly number[], second: readonly number[]) =>
    teller.post(`/bo-phieu/${pollId}/phieu-giay`, { ...hands(0, first), ...hands(1, second) });
  expect((await enter([5, 5, 1, 0], [6, 3, 2, 1])).html).toContain("nhiều hơn 5 phiếu phát ra");
  expect((await enter([6, 5, 1, 0], [6, 3, 2, 1])).status).toBe(303);
  await teller.post(`/bo-phieu/${pollId}/kiem-phieu`);
  const counts = (await resultOf(reader(), pollId))!.questions.map(({ issued, valid, nominees }) => [
    issued,
    valid,
    nominees[0]!.yes,
    nominees[0]!.no,
    nominees[0]!.blank,
  ]);
  expect(counts).toEqual([
    [6, 6, 5, 1, 0],
    [6, 6, 3, 2, 1],
  ]);
});

describe("what proves the count", () => {
  let pollId: number;
  let file: string;
  const printed: string[] = [];
  beforeAll(async () => {
    pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    for (const who of ["minister", "lawHead", "lawOfficer", "roomHead"] as const)
      await votes(ministry, pollId, who, yesNo("yes", who === "minister" ? "yes" : "no"));
    await inAct((work) =>
      withdrawNominee(work, { poll: pollId, question: 2, nominee: 1, reason: "Có đơn xin rút." }),
    );
    await counted(ministry, pollId);
    file = join(small.folder, "export.json");
    writeFileSync(file, (await (await at("lawHead")).get(`/bo-phieu/${pollId}/xuat`)).bytes());
  });

  test("minutes hold the count's text line by line, the codes, and what happened", async () => {
    const { bytes } = await (await at("minister")).get(`/bo-phieu/${pollId}/bien-ban.docx`);
    const words = await wordsOf(bytes());
    const { canonical } = (await resultOf(reader(), pollId))!;
    for (const line of canonical.split("\n").filter((one) => one !== "")) expect(words).toContain(line);
    expect(words).toContain("Trần Văn Một");
    expect(words).toContain("Lê Thị Hai: Có đơn xin rút.");
    expect(words.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g)).toHaveLength(8);
  });

  test("the export joins no code to a choice and names no voter", async () => {
    const { html } = await (await at("minister")).get(`/bo-phieu/${pollId}/xuat`);
    const whole = JSON.parse(html) as { ballots: object[]; codes: object[] };
    expect([whole.ballots, whole.codes].map((rows) => Object.keys(rows[0]!))).toEqual([
      ["question", "sealed"],
      ["question", "code"],
    ]);
    expect((await pollOf(reader(), pollId))!.roll.filter(({ name }) => html.includes(name))).toEqual([]);
  });

  test("recount prints the minutes' text byte for byte: 0; an altered export 1; anything else 2", async () => {
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text: string | Uint8Array) => printed.push(`${text}`) > 0;
    const said = console.error;
    const faults: string[] = [];
    console.error = (sentence: string) => void faults.push(sentence);
    const codes: number[] = [];
    try {
      codes.push(await recount([file]));
      const whole = JSON.parse(readFileSync(file, "utf8"));
      const lessOne = join(small.folder, "less-one.json");
      writeFileSync(lessOne, JSON.stringify({ ...whole, ballots: whole.ballots.slice(1) }));
      codes.push(await recount([lessOne]));
      const otherText = join(small.folder, "other-text.json");
      writeFileSync(
        otherText,
        JSON.stringify({ ...whole, canonical: whole.canonical.replace("đồng ý 4", "đồng ý 3") }),
      );
      codes.push(await recount([otherText]));
      writeFileSync(lessOne, "{}");
      codes.push(await recount([lessOne]), await recount(["/không/có"]), await recount([]));
    } finally {
      process.stdout.write = write;
      console.error = said;
    }
    expect(codes).toEqual([0, 1, 1, 2, 2, 2]);
    expect(faults[0]).toBe("Khớp từng ký tự với biên bản kiểm phiếu.");
    expect(printed[0]).toBe((await resultOf(reader(), pollId))!.canonical);
  });

  test("the offline page is one file that may reach nothing and runs its own script only", async () => {
    const page = await buildRecountPage();
    expect(page).toContain("default-src 'none'; script-src 'sha256-");
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<(link|img|iframe)|src=|@import/);
  });

  test("the invariants hold, and a ballot that is missing is found", async () => {
    const broken = async () =>
      (await Promise.all(ballotsInvariants.map((one) => one.broken(reader())))).flat();
    expect(await broken()).toEqual([]);
    await inAct(async (work) => {
      await work.tx
        .insertInto("poll_code")
        .values({ poll: pollId, question: 1, code: "ABCDEFGHJKMN" })
        .execute();
      return pollId;
    });
    expect(await broken()).toEqual([
      `Cuộc bỏ phiếu ${pollId}, nội dung 1: 4 người bỏ phiếu, 4 lá phiếu, 5 mã.`,
      `Cuộc bỏ phiếu ${pollId}: kết quả ghi lại khác kết quả đếm lại.`,
    ]);
  });
});
