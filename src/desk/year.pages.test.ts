import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { as, buildMinistry, type SmallMinistry, tooLate } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import type { Offers } from "../platform/offers.ts";
import { registrationOffers } from "../registrations/registration.offers.ts";
import { deskOffers } from "./desk.offers.ts";
import { desk } from "./desk.part.ts";

const here = world();
let ministry: SmallMinistry;

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

/** A cluster's year as another stage tells it, with two dates that cannot be. */
const pledges: Offers = {
  stage: "pledges",
  yearSteps: async (_reader, _actor, { noun, year }) =>
    noun === "cluster" && year === 2021
      ? [
          {
            ...{ label: "Ký giao ước", state: "Đã ký", tone: "good", href: null },
            ...{ day: day("2021-02-01"), began: day("2021-02-22") },
            deadline: datedDeadline("15/03/2021", day("2021-03-15"), false),
          },
          {
            ...{ label: "Đăng ký của cụm", state: "Chưa gửi", tone: "plain", href: null, day: null },
            deadline: undatedDeadline("trước ngày 30/02/2021", "impossible"),
          },
        ]
      : [],
};

const open = async (name: Parameters<typeof as>[1]) =>
  browse([desk.pages({ offers: [registrationOffers, pledges] })], await as(ministry, name, { at: tooLate }));

describe("the year of one unit", () => {
  const path = () => `/nam-cong-tac?don-vi=${ministry.lawDepartment}&nam=2021`;

  test.each(["standing", "lawOfficer", "lawMember", "clusterHead", "inspector"] as const)(
    "is there for %s",
    async (name) => {
      expect((await (await open(name)).get(path())).status).toBe(200);
    },
  );

  test.each(["departmentHead", "generalStanding", "executor", "roomMember"] as const)(
    "is not there for %s",
    async (name) => {
      expect((await (await open(name)).get(path())).status).toBe(404);
    },
  );

  test("shows its steps with the day off on which the deadline falls", async () => {
    const { html } = await (await open("standing")).get(path());
    expect(html).toContain("Đăng ký thi đua “Phong trào thi đua ngành Tư pháp năm 2021”");
    expect(html).toContain("Quá hạn, chưa gửi");
    expect(html).toContain("Ngày cuối còn trong hạn, 27/02/2021, là ngày nghỉ (thứ Bảy).");
  });

  test("without a unit in the address is one's own", async () => {
    const { html } = await (await open("departmentOfficer")).get("/nam-cong-tac?nam=2021");
    expect(html).toContain("Sở Tư pháp tỉnh Điện Biên");
  });
});

describe("the year of a cluster", () => {
  const path = () => `/nam-cong-tac?cum=${ministry.cluster}&nam=2021`;

  test("names every date that cannot be true", async () => {
    const { html } = await (await open("clusterHead")).get(path());
    expect(html).toContain("Xong ngày 01/02/2021 trước khi bắt đầu ngày 22/02/2021.");
    expect(html).toContain("Hạn “trước ngày 30/02/2021” là ngày không có thật, chưa có ai xác định lại.");
  });

  test("is its members' and theirs who stand above, no other unit's", async () => {
    expect((await (await open("lawMember")).get(path())).status).toBe(200);
    expect((await (await open("departmentHead")).get(path())).status).toBe(404);
    const asUnit = `/nam-cong-tac?don-vi=${ministry.cluster}&nam=2021`;
    expect((await (await open("standing")).get(asUnit)).status).toBe(404);
  });
});

test("a tab leads there from the pages of units and clusters, for those who may see it", async () => {
  const tabs = async (name: Parameters<typeof as>[1], noun: string, id: number) =>
    (await deskOffers.tabs!(reader(), await as(ministry, name), { noun, id })).map(({ href }) => href);
  expect(await tabs("standing", "cluster", ministry.cluster)).toEqual([
    `/nam-cong-tac?cum=${ministry.cluster}&nam=2021`,
  ]);
  expect(await tabs("lawMember", "unit", ministry.lawDepartment)).toEqual([
    `/nam-cong-tac?don-vi=${ministry.lawDepartment}&nam=2021`,
  ]);
  expect(await tabs("departmentHead", "unit", ministry.lawDepartment)).toEqual([]);
  expect(await tabs("standing", "movement", ministry.movement)).toEqual([]);
});

describe("the sector's year", () => {
  test("sets units against their steps, and its file holds the same", async () => {
    const page = await open("standing");
    const { html } = await page.get("/nam-cong-tac/toan-nganh?nam=2021");
    expect(html).toContain("Sở Tư pháp tỉnh Điện Biên");
    const csv = (await page.get("/nam-cong-tac/toan-nganh.csv?nam=2021")).html;
    expect(csv.split("\r\n").filter(Boolean)).toEqual([
      "Đơn vị,Đăng ký thi đua",
      `Sở Tư pháp tỉnh Điện Biên,"Quá hạn, chưa xong"`,
      `Vụ Pháp luật dân sự - kinh tế,"Quá hạn, chưa xong"`,
    ]);
    const clusters = (await page.get("/nam-cong-tac/toan-nganh.csv?nam=2021&theo=cum")).html;
    expect(clusters.split("\r\n").filter(Boolean)).toEqual([
      `"Cụm, khối",Đăng ký thi đua`,
      `Cụm thi đua số I,"Quá hạn, chưa xong"`,
      `Không thuộc cụm,"Quá hạn, chưa xong"`,
    ]);
  });

  test("shows ranks and flags beside what was owed, also of units that owe nothing", async () => {
    await here.arrange((tx) =>
      sql`insert into record_honour (unit, year, code, posthumous, source, withdrawn, recorded_at, recorder_name)
          values (${ministry.lawDepartment}, 2021, 'MINISTRY_EMULATION_FLAG', false, 'typed', false, now(), 'Thử')`.execute(
        tx,
      ),
    );
    const ranks: Offers = {
      stage: "clusters",
      yearResults: async (_reader, year, units) =>
        year === 2021 && units.includes(ministry.enforcement)
          ? [{ kind: "rank", label: "Xếp hạng", unit: ministry.enforcement, words: "Hạng 2/5", tone: "good" }]
          : [],
    };
    const pages = async (name: Parameters<typeof as>[1]) =>
      browse(
        [desk.pages({ offers: [registrationOffers, ranks, deskOffers] })],
        await as(ministry, name, { at: tooLate }),
      );
    const csv = (await (await pages("standing")).get("/nam-cong-tac/toan-nganh.csv?nam=2021")).html;
    const lines = csv.split("\r\n").filter(Boolean);
    expect(lines[0]).toBe("Đơn vị,Đăng ký thi đua,Xếp hạng,Cờ thi đua");
    expect(lines.filter((line) => line.includes("Hạng 2/5"))).toHaveLength(1);
    expect(lines).toContain(
      `Vụ Pháp luật dân sự - kinh tế,"Quá hạn, chưa xong",—,"Cờ thi đua của bộ, ban, ngành, tỉnh"`,
    );
    const year = `/nam-cong-tac?don-vi=${ministry.lawDepartment}&nam=2021`;
    expect((await (await pages("lawMember")).get(year)).html).toContain(
      "Cờ thi đua của bộ, ban, ngành, tỉnh",
    );
  });

  test("the receiving body's own year says how much has come to it", async () => {
    const path = `/nam-cong-tac?don-vi=${ministry.ministry}&nam=2021`;
    const { html } = await (await open("standing")).get(path);
    expect(html).toContain("Tiếp nhận đăng ký thi đua “Phong trào thi đua ngành Tư pháp năm 2021”");
    expect(html).toContain("0/2 nơi đã gửi");
    expect(html).toContain("2 nơi quá hạn");
    expect((await (await open("minister")).get(path)).html).not.toContain("nơi đã gửi");
  });

  test("holds only units in reach, and is not there for those who follow none", async () => {
    const csv = (await (await open("clusterHead")).get("/nam-cong-tac/toan-nganh.csv?nam=2021")).html;
    expect(csv.includes("Điện Biên")).toBe(false);
    expect(csv.includes("Vụ Pháp luật")).toBe(true);
    expect((await (await open("lawMember")).get("/nam-cong-tac/toan-nganh?nam=2021")).status).toBe(404);
  });
});
