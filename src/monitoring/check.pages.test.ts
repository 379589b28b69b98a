import { describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { saveExtension } from "../platform/extensions.store.ts";
import { checkOffers } from "./check.offers.ts";
import { checkPages } from "./check.pages.tsx";
import { findVisit } from "./check.store.ts";
import { findingsOf, findingsOutOfFold } from "./finding.store.ts";
import { visitPages } from "./visit.pages.tsx";

const here = world();
const ministry = ministryIn(here);
const HOME = "/theo-doi/kiem-tra";

const planned = new Date("2021-06-01T02:00:00Z");
const after = new Date("2021-06-15T02:00:00Z");

const open = async (key: string, at = planned) =>
  browse([checkPages(), visitPages()], await ministry.actor(key, at));

async function aVisit(contents: string): Promise<number> {
  const officer = await open("thuong-truc");
  const answer = await officer.post(`${HOME}/moi`, {
    body: `${ministry.unit("BTP")}`,
    "unit.text": "STP-DBN",
    plannedOn: "10/6/2021",
    contents,
  });
  expect(answer.status).toBe(303);
  return Number(answer.location!.split("/").at(-1));
}

async function heldVisit(contents: string): Promise<number> {
  const id = await aVisit(contents);
  const officer = await open("thuong-truc", after);
  const held = await officer.post(`${HOME}/${id}/ket-qua`, { heldOn: "10/06/2021", summary: "Cơ bản tốt." });
  expect(held.status).toBe(303);
  return id;
}

describe("a visit", () => {
  test("is planned, made, finds a fault, and its correction is refused and then accepted", async () => {
    const id = await heldVisit("Việc đăng ký, theo dõi thi đua");
    const officer = await open("thuong-truc", after);
    const noted = await officer.post(`${HOME}/${id}/phat-hien`, {
      severity: "serious",
      words: "Chưa lưu minh chứng",
      demand: "Bổ sung minh chứng.",
      dueOn: "30/06/2021",
    });
    expect(noted.status).toBe(303);
    const [finding] = await findingsOf(reader(), id);
    expect(finding).toMatchObject({ state: "open", dueOn: "2021-06-30" });
    const unitActor = await ministry.actor("chuyen-vien-dien-bien", after);
    expect((await checkOffers.waiting!(reader(), unitActor)).map(({ title, note }) => [title, note])).toEqual(
      [["Khắc phục tồn tại sau kiểm tra", "Chưa lưu minh chứng"]],
    );
    const unit = await open("chuyen-vien-dien-bien", after);
    const path = `${HOME}/${id}/phat-hien/${finding!.id}`;
    const empty = await unit.post(`${path}/khac-phuc`, { [`shown-${finding!.id}`]: "" });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain(`href="#o-shown-${finding!.id}"`);
    expect((await unit.post(`${path}/khac-phuc`, { [`shown-${finding!.id}`]: "Đã bổ sung" })).status).toBe(
      303,
    );
    const sooner = await officer.post(`${path}/chua-dat`, {
      [`refusal-${finding!.id}`]: "Còn thiếu quý I",
      [`newDueOn-${finding!.id}`]: "14/06/2021",
    });
    expect(sooner.status).toBe(422);
    expect(sooner.html).toContain("Còn thiếu quý I");
    const refused = await officer.post(`${path}/chua-dat`, {
      [`refusal-${finding!.id}`]: "Còn thiếu quý I",
      [`newDueOn-${finding!.id}`]: "15/07/2021",
    });
    expect(refused.status).toBe(303);
    expect((await findingsOf(reader(), id))[0]).toMatchObject({ state: "open", dueOn: "2021-07-15" });
    await unit.post(`${path}/khac-phuc`, { [`shown-${finding!.id}`]: "Đã bổ sung quý I" });
    expect((await unit.post(`${path}/xac-nhan`)).status).toBe(403);
    expect((await officer.post(`${path}/xac-nhan`)).status).toBe(303);
    expect((await findingsOf(reader(), id))[0]?.state).toBe("accepted");
    expect(await findingsOutOfFold(reader())).toEqual([]);
    const dues = await checkOffers.dues!(reader(), 2021, [ministry.unit("STP-DBN")]);
    expect(dues.find(({ subject }) => subject === `finding-${finding!.id}`)?.doneAt).toEqual(after);
  });

  test("a fault without its severity comes back with its words; severity is not called optional", async () => {
    const id = await heldVisit("Mức độ");
    const officer = await open("thuong-truc", after);
    const page = (await officer.get(`${HOME}/${id}`)).html;
    expect(/<legend[^>]*>Mức độ(.*?)<\/legend>/s.exec(page)?.[1]).not.toContain("không bắt buộc");
    for (const severity of ["", "rat-nang"]) {
      const answer = await officer.post(`${HOME}/${id}/phat-hien`, {
        severity,
        words: "Chưa mở sổ theo dõi",
      });
      expect(answer.status).toBe(422);
      expect(answer.html).toContain("Hãy chọn mức độ của tồn tại.");
      expect(answer.html).toContain("Chưa mở sổ theo dõi");
    }
    expect(await findingsOf(reader(), id)).toEqual([]);
  });

  test("finds nothing before it was made", async () => {
    const id = await aVisit("Chưa kiểm tra");
    const officer = await open("thuong-truc", after);
    const early = await officer.post(`${HOME}/${id}/phat-hien`, {
      severity: "minor",
      words: "Sớm",
    });
    expect(early.status).toBe(409);
    expect((await findVisit(reader(), id))?.state).toBe("planned");
  });

  test("good practice found on it is suggested, and counts in the figures", async () => {
    const id = await heldVisit("Mô hình mới");
    const officer = await open("thuong-truc", after);
    const empty = await officer.post(`${HOME}/${id}/cach-lam-hay`, { practice: "" });
    expect([empty.status, empty.html.includes("Hãy ghi cách làm hay.")]).toEqual([422, true]);
    const noted = await officer.post(`${HOME}/${id}/cach-lam-hay`, { practice: "Sổ thi đua điện tử" });
    expect(noted.status).toBe(303);
    expect((await officer.get(`${HOME}/cach-lam-hay`)).html).toContain("Sổ thi đua điện tử");
    const figures = await checkOffers.figures!(reader(), {
      movement: null,
      units: [ministry.unit("STP-DBN")],
      from: day("2021-06-10"),
      to: day("2021-06-10"),
    });
    expect(Object.fromEntries(figures.map(({ code, value }) => [code, value]))).toEqual({
      "checks.visits": 3,
      "checks.faults": 1,
      "checks.demanded": 1,
      "checks.corrected": 1,
      "checks.good-practices": 1,
    });
  });
});

test("a strange unit finds no such page, and cannot check", async () => {
  const id = await aVisit("Riêng của Điện Biên");
  const stranger = await open("vien-chuc-dskt", after);
  expect((await stranger.get(`${HOME}/${id}`)).status).toBe(404);
  expect((await stranger.get(HOME)).html).not.toContain("Riêng của Điện Biên");
  expect((await stranger.get(`${HOME}/moi`)).status).toBe(404);
  expect((await stranger.post(`${HOME}/${id}/ket-qua`, { heldOn: "10/06/2021", summary: "x" })).status).toBe(
    404,
  );
});

test("a correction that was put off is not late before its new day", async () => {
  const id = await heldVisit("Được gia hạn");
  const officer = await open("thuong-truc", after);
  await officer.post(`${HOME}/${id}/phat-hien`, {
    severity: "minor",
    words: "Thiếu sổ",
    demand: "Lập sổ.",
    dueOn: "20/06/2021",
  });
  const later = new Date("2021-06-25T02:00:00Z");
  const late = async () => (await (await open("thuong-truc", later)).get(`${HOME}?loc=qua-han`)).html;
  expect(await late()).toContain("Được gia hạn");
  const [finding] = await findingsOf(reader(), id);
  const actor = await ministry.actor("thuong-truc", after);
  const extension = {
    kind: "correction",
    subject: `finding-${finding!.id}`,
    unit: ministry.unit("STP-DBN"),
    body: ministry.unit("BTP"),
    day: day("2021-06-30"),
    dayBefore: day("2021-06-20"),
    reason: "Chờ kinh phí",
  };
  await here.arrange((tx) => saveExtension(tx, extension, actor, after));
  expect(await late()).not.toContain("Được gia hạn");
  expect((await findingsOf(reader(), id))[0]?.dueOn).toBe("2021-06-30");
});
