import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  as,
  buildLaunchers,
  type LaunchingMinistry,
  launching,
  type Role,
  sure,
} from "../../test/movements-world.ts";
import { world } from "../../test/world.ts";
import { countingPosts } from "../org/reach.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { openForComment } from "./life.acts.ts";
import { maySee } from "./movement.may.ts";
import { movementPages } from "./movement.pages.tsx";
import { findMovement, findMovementSeen } from "./movement.store.ts";
import { countMovements, listMovements, noFilter } from "./movement-list.store.ts";
import { movementReachOf } from "./movement-reach.store.ts";
import { isInScope } from "./scope.store.ts";

const here = world();
let ministry: LaunchingMinistry;
beforeAll(async () => {
  ministry = await buildLaunchers(here);
});

const who = (role: Role, given: Parameters<typeof as>[2] = {}) => as(ministry, role, given);
const browser = async (role: Role, given: Parameters<typeof as>[2] = {}) =>
  browse([movementPages({ offers: [] })], await who(role, given));
const { draft, signed, issued } = launching(() => ministry);
const today = day("2021-02-23");
const versionOf = async (id: number) => (await findMovement(reader(), id, today))?.version ?? 0;

describe("what one may not see is not there", () => {
  test("a draft is a page for the launcher's people and 404 for everybody else, in lists and search too", async () => {
    const id = await draft("Phong trào còn là dự thảo");
    const statuses = async (roles: readonly Role[]) =>
      Promise.all(roles.map(async (role) => (await (await browser(role)).get(`/phong-trao/${id}`)).status));
    expect(await statuses(["officer", "minister", "clerk"])).toEqual([200, 200, 200]);
    expect(await statuses(["departmentHead", "sectorOfficer", "roomMember", "stranger"])).toEqual([
      404, 404, 404, 404,
    ]);
    const list = await (await browser("sectorOfficer")).get("/phong-trao?q=du+thao");
    expect([list.status, list.html.includes("Phong trào còn là dự thảo")]).toEqual([200, false]);
    const own = await (await browser("officer")).get("/phong-trao?q=DU+THAO+con");
    expect(own.html.includes("Phong trào còn là dự thảo")).toBe(true);
  });

  test("open for comment it is seen by those in scope, below them too, and by no stranger", async () => {
    const movementId = await draft("Phong trào xin ý kiến");
    sure(await openForComment(await who("officer"), { movementId }));
    const page = async (role: Role) =>
      (await (await browser(role)).get(`/phong-trao/${movementId}/gop-y`)).status;
    expect([await page("sectorOfficer"), await page("roomMember"), await page("stranger")]).toEqual([
      200, 200, 404,
    ]);
  });

  test("steps are pages of the launcher's people; others get 404 though they see the movement", async () => {
    const id = await issued("901", "Phong trào đã ban hành");
    const reader = await browser("sectorOfficer");
    expect([
      (await reader.get(`/phong-trao/${id}`)).status,
      (await reader.get(`/phong-trao/${id}/ket-thuc`)).status,
    ]).toEqual([200, 404]);
    expect((await reader.get(`/phong-trao/${id}/phan/ten`)).status).toBe(404);
  });

  test("one of the launcher's people without the post for a step is refused with the reason: 403", async () => {
    const id = await signed("Phong trào chờ số");
    const refused = await (await browser("officer")).post(`/phong-trao/${id}/cap-so`, {
      number: "77",
      symbol: "QĐ-BTP",
      on: "23/02/2021",
      place: "Hà Nội",
    });
    expect([refused.status, refused.html.includes("do văn thư của Bộ Tư pháp cấp")]).toEqual([403, true]);
  });

  test("SQL and predicate agree on every movement for everybody", async () => {
    const all = await listMovements(
      reader(),
      { everything: true, serves: [], leads: [], within: [], posts: [] },
      noFilter,
      {
        sort: "year",
        descending: true,
        limit: 100,
        offset: 0,
      },
    );
    expect(all.length).toBeGreaterThan(3);
    for (const role of Object.keys(ministry.people) as Role[]) {
      const actor = await who(role);
      const reach = await movementReachOf(reader(), actor);
      const within = countingPosts(actor).flatMap((post) => post.within);
      const seen: number[] = [];
      for (const { id } of all) {
        const movement = await findMovement(reader(), id, actor.day);
        if (!movement) continue;
        const allowed = !isRefusal(maySee(actor, movement, await isInScope(reader(), id, within)));
        expect([role, id, (await findMovementSeen(reader(), id, reach, actor.day)) !== null]).toEqual([
          role,
          id,
          allowed,
        ]);
        if (allowed) seen.push(id);
      }
      expect(await countMovements(reader(), reach, noFilter)).toBe(seen.length);
    }
  });
});

describe("forms give back what was typed", () => {
  test("a day that does not exist comes back with the whole row", async () => {
    const id = await draft();
    const answer = await (await browser("officer")).post(`/phong-trao/${id}/phan/dot`, {
      version: `${await versionOf(id)}`,
      "phases.0.name": "Đợt cao điểm",
      "phases.0.from": "30/02/2021",
    });
    expect(answer.status).toBe(422);
    expect(
      ["30/02/2021", "Đợt cao điểm", "không có thật"].map((words) => answer.html.includes(words)),
    ).toEqual([true, true, true]);
  });

  test("a year like 20222 is refused in words", async () => {
    const answer = await (await browser("officer")).post("/phong-trao/moi", {
      launcher: `${ministry.units.ministry}`,
      kind: "regular",
      name: "Phong trào",
      fromYear: "20222",
      toYear: "20222",
    });
    expect([answer.status, answer.html.includes("Số này không được lớn hơn 2.199")]).toEqual([422, true]);
  });

  test("two windows: the second one is told, keeps its words, and can save again", async () => {
    const id = await draft();
    const version = `${await versionOf(id)}`;
    const officer = await browser("officer");
    const save = (goal: string, seen: string) =>
      officer.post(`/phong-trao/${id}/phan/muc-dich`, { version: seen, goal });
    expect((await save("Mục đích thứ nhất", version)).status).toBe(303);
    const second = await save("Mục đích thứ hai", version);
    expect([second.status, second.html.includes("Mục đích thứ hai")]).toEqual([409, true]);
    expect((await save("Mục đích thứ hai", `${await versionOf(id)}`)).status).toBe(303);
  });

  test("what is typed is kept before it is sent, for its author alone", async () => {
    const id = await draft();
    const officer = await browser("officer");
    await officer.post(`/phong-trao/${id}/phan/muc-dich/ban-nhap`, { version: "1", goal: "Đang gõ dở" });
    expect((await officer.get(`/phong-trao/${id}/phan/muc-dich`)).html.includes("Đang gõ dở")).toBe(true);
  });

  test("a unit named by words is looked up; one that nobody knows comes back with its words", async () => {
    const id = await draft();
    const officer = await browser("officer");
    const send = async (text: string) =>
      officer.post(`/phong-trao/${id}/phan/doi-tuong`, {
        version: `${await versionOf(id)}`,
        "add.text": text,
      });
    const unknown = await send("Sở Không Có");
    expect([unknown.status, unknown.html.includes("Không tìm thấy “Sở Không Có”")]).toEqual([422, true]);
    expect((await send("Thanh tra Chính phủ")).status).toBe(303);
    expect((await findMovement(reader(), id, today))?.scope.named).toEqual([ministry.units.outsider]);
  });

  test("every address that takes a form can be opened", async () => {
    const id = await draft();
    const officer = await browser("officer");
    for (const path of [
      "lay-y-kien",
      "thong-qua",
      "tra-lai",
      "trinh-ky",
      "ky",
      "cap-so",
      "da-ban-hanh",
      "ket-thuc",
      "nam-sau",
      "van-ban",
      "gop-y",
      "han/moi",
    ])
      expect([path, (await officer.get(`/phong-trao/${id}/${path}`)).status]).toEqual([path, 200]);
    for (const path of [
      "noi-nhan",
      "phan/ten/ban-nhap",
      "han/moi/ban-nhap",
      "gop-y/ban-nhap",
      "gop-y/1/tra-loi",
    ])
      expect([path, (await officer.get(`/phong-trao/${id}/${path}`)).status]).toEqual([path, 303]);
  });
});
