import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  as,
  buildLaunchers,
  type LaunchingMinistry,
  launching,
  paperNumbered,
  type Role,
  sure,
} from "../../test/movements-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { adoptMovement, numberMovement, openForComment } from "./life.acts.ts";
import { eventsOf } from "./life.store.ts";
import { isBeingWritten, stateOf } from "./life.ts";
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
const { draft, signed, issued } = launching(() => ministry);
const today = day("2021-02-23");
const versionOf = async (id: number) => (await findMovement(reader(), id, today))?.version ?? 0;

describe("issuing", () => {
  test("writes the units in scope, tells their people once, and the state is the fold", async () => {
    const id = await issued("902");
    const movement = await findMovement(reader(), id, today);
    expect([movement?.state, stateOf(await eventsOf(reader(), id))]).toEqual(["running", "running"]);
    const told = await reader()
      .selectFrom("notice")
      .select("person_id")
      .where("href", "=", `/phong-trao/${id}`)
      .orderBy("person_id")
      .execute();
    const { people } = ministry;
    const expected = [
      people.standingHead,
      people.departmentHead,
      people.sectorOfficer,
      people.sectorStanding,
    ];
    expect(told.map((row) => row.person_id)).toEqual(expected.sort((left, right) => left - right));
  });

  test("a number is given once a year", async () => {
    await issued("903");
    const movementId = await signed();
    const page = await (await browser("clerk")).post(`/phong-trao/${movementId}/cap-so`, {
      number: "0903",
      symbol: "qđ-btp".toUpperCase(),
      on: "23/02/2021",
      place: "Hà Nội",
    });
    expect([page.status, page.html.includes("đã cấp ngày 23/02/2021")]).toEqual([422, true]);
  });

  test("leads to proof anew when the person has not just proved themselves", async () => {
    const movementId = await signed();
    sure(await numberMovement(await who("clerk"), { movementId, ...paperNumbered("904") }));
    const page = await (await browser("officer", { proved: false })).get(
      `/phong-trao/${movementId}/ban-hanh`,
    );
    expect([page.status, page.location]).toEqual([
      303,
      `/xac-thuc-lai?tiep=%2Fphong-trao%2F${movementId}%2Fban-hanh`,
    ]);
    const unseen = await (await browser("officer")).post(`/phong-trao/${movementId}/ban-hanh`);
    expect([unseen.status, unseen.html.includes("Hãy xác nhận đã xem")]).toEqual([422, true]);
  });

  test("afterwards a section changes only by a paper, and the record shows before and after", async () => {
    const id = await issued("905");
    const officer = await browser("officer");
    const send = async (fields: Record<string, string>) =>
      officer.post(`/phong-trao/${id}/phan/tieu-chi`, {
        version: `${await versionOf(id)}`,
        criteria: "Tiêu chí mới",
        ...fields,
      });
    expect((await send({})).status).toBe(422);
    const by = {
      "amendment.symbol": "99/QĐ-BTP",
      "amendment.day": "23/02/2021",
      "amendment.reason": "Bổ sung",
    };
    expect((await send(by)).status).toBe(303);
    const amended = (await eventsOf(reader(), id)).at(-1);
    expect([amended?.kind, amended?.data]).toEqual([
      "amended",
      {
        section: "tieu-chi",
        symbol: "99/QĐ-BTP",
        day: "2021-02-23",
        changes: [{ label: "Tiêu chí", before: "", after: "Tiêu chí mới" }],
      },
    ]);
    expect(isBeingWritten((await findMovement(reader(), id, today))?.state ?? "draft")).toBe(false);
  });
});

test("papers leave as DOCX and PDF, lists as CSV and XLSX", async () => {
  const id = await issued("906");
  const officer = await browser("officer");
  const head = async (path: string) =>
    Buffer.from((await officer.get(path)).bytes())
      .subarray(0, 4)
      .toString("latin1");
  expect(await head(`/phong-trao/${id}/van-ban/quyet-dinh.docx`)).toBe("PK\u0003\u0004");
  expect(await head(`/phong-trao/${id}/van-ban/ke-hoach.pdf`)).toBe("%PDF");
  expect(await head("/phong-trao/danh-sach.xlsx")).toBe("PK\u0003\u0004");
  expect((await officer.get("/phong-trao/danh-sach.csv")).html).toContain("906/QĐ-BTP");
});

test("comments are answered with a reason before adoption", async () => {
  const movementId = await draft();
  sure(await openForComment(await who("officer"), { movementId }));
  const commenter = await browser("sectorOfficer");
  expect(
    (await commenter.post(`/phong-trao/${movementId}/gop-y`, { section: "tieu-chi", words: "Thêm tiêu chí" }))
      .status,
  ).toBe(303);
  expect(await adoptMovement(await who("minister"), { movementId })).toMatchObject({
    refusal: "comments-unanswered",
  });
  const officer = await browser("officer");
  const { rows } = {
    rows: await reader()
      .selectFrom("movement_comment")
      .select("id")
      .where("movement", "=", movementId)
      .execute(),
  };
  const id = rows[0]!.id;
  const path = `/phong-trao/${movementId}/gop-y/${id}/tra-loi`;
  expect((await officer.post(path, { [`verdict-${id}`]: "not" })).status).toBe(422);
  expect(
    (await officer.post(path, { [`verdict-${id}`]: "not", [`why-${id}`]: "Đã có ở phần chung" })).status,
  ).toBe(303);
  expect(isRefusal(await adoptMovement(await who("minister"), { movementId }))).toBe(false);
});
