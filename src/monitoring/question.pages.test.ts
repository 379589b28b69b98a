import { describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { saveExtension } from "../platform/extensions.store.ts";
import { noticesOf } from "../platform/notices.store.ts";
import { guidancePages } from "./guidance.pages.tsx";
import { questionOffers } from "./question.offers.ts";
import { questionPages } from "./question.pages.tsx";
import { findQuestion, questionsOutOfFold } from "./question.store.ts";
import { openQuestions, questionsDueIn } from "./question-list.store.ts";

const here = world();
const ministry = ministryIn(here);
const HOME = "/theo-doi/kien-nghi";

const asked = new Date("2021-03-05T02:00:00Z");
const later = new Date("2021-03-08T02:00:00Z");

const open = async (key: string, at = asked, kind?: string) =>
  browse([questionPages(), guidancePages()], await ministry.actor(key, at, kind));

/** The enforcement room's department asks the Ministry, which is the only body above with a standing officer. */
async function ask(title: string, key = "chuyen-vien-dien-bien", from = "STP-DBN"): Promise<number> {
  const officer = await open(key);
  const answer = await officer.post(`${HOME}/moi`, {
    key: crypto.randomUUID(),
    unit: `${ministry.unit(from)}`,
    receiver: `${ministry.unit("BTP")}`,
    kind: "question",
    title,
    words: "Người biệt phái đăng ký danh hiệu ở đâu?",
  });
  expect(answer.status).toBe(303);
  return Number(answer.location!.split("/").at(-1));
}

describe("a question and its answer", () => {
  test("goes to the standing body, waits there, is answered, asked again and ended", async () => {
    const id = await ask("Đăng ký khi biệt phái");
    // Ten working days after Friday 05/03/2021.
    expect(await findQuestion(reader(), id)).toMatchObject({
      state: "open",
      holder: ministry.unit("BTP"),
      dueOn: "2021-03-19",
    });
    const standing = await ministry.actor("thuong-truc", later);
    expect((await questionOffers.waiting!(reader(), standing)).map(({ title }) => title)).toEqual([
      "Trả lời kiến nghị: Đăng ký khi biệt phái",
    ]);
    const officer = await open("thuong-truc", later);
    const empty = await officer.post(`${HOME}/${id}/tra-loi`, { answer: "" });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain("Hãy viết nội dung hướng dẫn, trả lời.");
    expect(
      (await officer.post(`${HOME}/${id}/tra-loi`, { answer: "Theo đơn vị đang làm việc." })).status,
    ).toBe(303);
    expect((await findQuestion(reader(), id))?.state).toBe("answered");
    const asker = await open("chuyen-vien-dien-bien", later);
    expect((await asker.get(`${HOME}/${id}`)).html).toContain("Theo đơn vị đang làm việc.");
    const told = await noticesOf(reader(), ministry.person("chuyen-vien-dien-bien"), 5, null);
    expect(told[0]).toMatchObject({
      sentence: "Bộ Tư pháp đã trả lời kiến nghị của đơn vị.",
      href: `${HOME}/${id}`,
    });
    expect(
      (await asker.post(`${HOME}/${id}/hoi-lai`, { again: "Nếu biệt phái dưới sáu tháng?" })).status,
    ).toBe(303);
    expect((await officer.post(`${HOME}/${id}/tra-loi`, { answer: "Vẫn như trên." })).status).toBe(303);
    expect((await asker.post(`${HOME}/${id}/ket-thuc`, { closing: "" })).status).toBe(303);
    expect((await findQuestion(reader(), id))?.state).toBe("closed");
    const late = await officer.post(`${HOME}/${id}/tra-loi`, { answer: "Thêm một ý." });
    expect(late.status).toBe(409);
    expect(late.html).toContain("không còn chờ trả lời");
    expect(await questionsOutOfFold(reader())).toEqual([]);
    const dues = (await questionsDueIn(reader(), 2021, null)).filter(({ question }) => question === id);
    expect(dues.map(({ dueOn, doneAt }) => [dueOn, doneAt])).toEqual([
      ["2021-03-19", later],
      [day("2021-03-22"), later],
    ]);
  });

  test("a double click raises it once", async () => {
    const officer = await open("chuyen-vien-dien-bien");
    const fields = {
      key: "the-same-form",
      unit: `${ministry.unit("STP-DBN")}`,
      receiver: `${ministry.unit("BTP")}`,
      kind: "difficulty",
      title: "Kinh phí khen thưởng",
      words: "Chưa có nguồn.",
    };
    const first = await officer.post(`${HOME}/moi`, fields);
    const second = await officer.post(`${HOME}/moi`, fields);
    expect([first.status, second.status, second.location]).toEqual([303, 303, first.location]);
  });

  test("what is typed comes back with the fault beside it", async () => {
    const officer = await open("chuyen-vien-dien-bien");
    const answer = await officer.post(`${HOME}/moi`, {
      unit: `${ministry.unit("STP-DBN")}`,
      receiver: `${ministry.unit("STP-HCM")}`,
      kind: "proposal",
      title: "Đề xuất gộp mẫu",
      words: "Gộp hai mẫu thành một.",
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("Hãy chọn cơ quan thường trực cấp trên của đơn vị để gửi");
    expect(answer.html).toContain("Gộp hai mẫu thành một.");
  });
});

describe("who sees it", () => {
  test("another unit finds no such page, row, count or file", async () => {
    const id = await ask("Chuyện riêng của Điện Biên");
    const stranger = await open("chuyen-vien-tphcm");
    const list = await stranger.get(HOME);
    expect((await stranger.get(`${HOME}/${id}`)).status).toBe(404);
    expect((await stranger.post(`${HOME}/${id}/tra-loi`, { answer: "x" })).status).toBe(404);
    expect((await stranger.get(`${HOME}/${id}/pho-bien`)).status).toBe(404);
    expect(list.html).not.toContain("Điện Biên");
    expect((await stranger.get(`${HOME}/danh-sach.csv`)).html).not.toContain("Điện Biên");
    const actor = await ministry.actor("chuyen-vien-tphcm", asked);
    expect(await questionOffers.search!(reader(), actor, "dien bien", 10)).toEqual([]);
    const own = await open("chuyen-vien-dien-bien");
    expect((await own.get(HOME)).html).toContain("Chuyện riêng của Điện Biên");
  });

  test("the unit that asked may not answer itself", async () => {
    const id = await ask("Tự trả lời");
    const officer = await open("chuyen-vien-dien-bien");
    expect((await officer.post(`${HOME}/${id}/tra-loi`, { answer: "Tôi tự trả lời" })).status).toBe(403);
    expect((await openQuestions(reader())).some((question) => question.id === id)).toBe(true);
  });
});

describe("published guidance", () => {
  test("is read by every unit without naming the asker, and withdrawn with a reason", async () => {
    const id = await ask("Cờ thi đua ngành cho phòng");
    const officer = await open("thuong-truc", later);
    expect((await officer.get(`${HOME}/${id}/pho-bien`)).status).toBe(404);
    await officer.post(`${HOME}/${id}/tra-loi`, { answer: "Không xét cho phòng." });
    const published = await officer.post(`${HOME}/${id}/pho-bien`, {
      asked: "Phòng thuộc Sở có được xét Cờ thi đua ngành không?",
      published: "Không xét cho phòng, đơn vị thuộc Sở.",
    });
    expect(published.status).toBe(303);
    const reading = await open("chuyen-vien-tphcm", later);
    const page = await reading.get(published.location!);
    expect(page.html).toContain("Không xét cho phòng, đơn vị thuộc Sở.");
    expect(page.html).not.toContain("Điện Biên");
    expect((await reading.get("/theo-doi/hoi-dap?q=co+thi+dua")).html).toContain(
      "Phòng thuộc Sở có được xét",
    );
    expect((await reading.post(`${published.location}/rut`, { why: "Tôi muốn" })).status).toBe(403);
    expect((await officer.post(`${HOME}/${id}/pho-bien`, { asked: "a", published: "b" })).status).toBe(409);
    expect((await officer.post(`${published.location}/rut`, { why: "Đã có quy định mới" })).status).toBe(303);
    expect((await reading.get(published.location!)).html).toContain("Đã có quy định mới");
    expect((await reading.get("/theo-doi/hoi-dap")).html).not.toContain("Phòng thuộc Sở có được xét");
  });
});

test("an answer that was put off is not late before its new day", async () => {
  const id = await ask("Hạn trả lời được lùi");
  const after = new Date("2021-03-22T02:00:00Z");
  const late = async () => (await (await open("thuong-truc", after)).get(`${HOME}?loc=qua-han`)).html;
  expect(await late()).toContain("Hạn trả lời được lùi");
  const actor = await ministry.actor("thuong-truc", later);
  const extension = {
    kind: "question-answer",
    subject: `question-${id}`,
    unit: ministry.unit("BTP"),
    body: ministry.unit("BTP"),
    day: day("2021-03-31"),
    dayBefore: day("2021-03-19"),
    reason: "Hỏi thêm Bộ Nội vụ",
  };
  await here.arrange((tx) => saveExtension(tx, extension, actor, later));
  expect(await late()).not.toContain("Hạn trả lời được lùi");
});
