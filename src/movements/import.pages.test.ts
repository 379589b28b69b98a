import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { as, buildLaunchers, type LaunchingMinistry, type Role } from "../../test/movements-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { movementPages } from "./movement.pages.tsx";
import { findMovement } from "./movement.store.ts";

const here = world();
let ministry: LaunchingMinistry;
beforeAll(async () => {
  ministry = await buildLaunchers(here);
});

const who = (role: Role, given: Parameters<typeof as>[2] = {}) => as(ministry, role, given);
const browser = async (role: Role, given: Parameters<typeof as>[2] = {}) =>
  browse([movementPages({ offers: [] })], await who(role, given));
const today = day("2021-02-23");

describe("bringing a paper in", () => {
  const sourceFile = () =>
    new File(
      [readFileSync(new URL("../../fixtures/sources/002-qd-252-btp-2021-plan.txt", import.meta.url))],
      "252.txt",
    );

  test("upload, settle the impossible day, adopt: without any script", async () => {
    const officer = await browser("officer");
    const sent = await officer.post("/phong-trao/nhap", {
      body: `${ministry.units.ministry}`,
      file: sourceFile(),
    });
    expect(sent.status).toBe(303);
    const at = sent.location!;
    const review = await officer.get(at);
    expect(
      ["Phải xử lý", "30/02/2021 không có thật", "Còn 1 điểm phải xử lý"].map((words) =>
        review.html.includes(words),
      ),
    ).toEqual([true, true, true]);
    expect((await officer.get(`${at}/lap`)).status).toBe(422);
    const early = await officer.post(`${at}/han/3`, { way: "set-here", day: "01/3/2021", reason: "" });
    expect([early.status, early.html.includes("Hãy ghi lý do"), early.html.includes("01/3/2021")]).toEqual([
      422,
      true,
      true,
    ]);
    expect(
      (
        await officer.post(`${at}/han/3`, {
          way: "set-here",
          day: "01/3/2021",
          reason: "Ngày làm việc kế tiếp",
        })
      ).status,
    ).toBe(303);
    const bad = await officer.post(`${at}/muc/phase-0`, {
      name: "Đợt một",
      from: "31/02/2021",
      to: "30/6/2021",
    });
    expect([bad.status, bad.html.includes("31/02/2021"), bad.html.includes("không có thật")]).toEqual([
      422,
      true,
      true,
    ]);
    expect(
      (await officer.post(`${at}/muc/phase-0`, { name: "Đợt một", from: "01/01/2021", to: "30/6/2021" }))
        .status,
    ).toBe(303);
    expect((await officer.post(`${at}/muc/theme`, { decision: "dropped" })).status).toBe(303);
    const made = await officer.post(`${at}/lap`, { kind: "regular", as: "issued" });
    expect(made.status).toBe(303);
    const movement = await findMovement(reader(), Number(made.location?.split("/").at(-1)), today);
    expect({
      theme: movement?.theme,
      phase: movement?.phases[0]?.name,
      deadline: movement?.deadlines.find((one) => one.kind === "impossible"),
    }).toMatchObject({
      theme: null,
      phase: "Đợt một",
      deadline: {
        day: "2021-03-01",
        inclusive: false,
        wording: "trước ngày 30/02/2021",
        settlements: [{ way: "set-here" }],
      },
    });
  });

  test("an empty file and a .doc of old each get their sentence; the form is filled by hand from what is kept", async () => {
    const officer = await browser("officer");
    const empty = await officer.post("/phong-trao/nhap", {
      body: `${ministry.units.ministry}`,
      file: new File([], "trong.txt"),
    });
    expect([empty.status, empty.html.includes("rỗng")]).toEqual([422, true]);
    const bytes = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(3000)]);
    const sent = await officer.post("/phong-trao/nhap", {
      body: `${ministry.units.ministry}`,
      file: new File([bytes], "cũ.doc"),
    });
    const page = await officer.get(sent.location!);
    expect([page.status, page.html.includes("Word đời cũ"), page.html.includes("Tệp đã được giữ")]).toEqual([
      200,
      true,
      true,
    ]);
    expect(Buffer.from((await officer.get(`${sent.location}/tep`)).bytes()).equals(bytes)).toBe(true);
    const byHand = await officer.post(`${sent.location}/dien-tay`, {
      name: "Phong trào gõ tay",
      kind: "regular",
      fromYear: "2021",
      toYear: "2021",
    });
    expect(byHand.status).toBe(303);
  });

  test("another body's paper is not there", async () => {
    const sent = await (await browser("officer")).post("/phong-trao/nhap", {
      body: `${ministry.units.ministry}`,
      file: sourceFile(),
    });
    expect((await (await browser("sectorStanding")).get(sent.location!)).status).toBe(404);
    expect((await (await browser("sectorOfficer")).get("/phong-trao/nhap")).status).toBe(404);
  });
});
