import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  as,
  buildLaunchers,
  type LaunchingMinistry,
  morning,
  type Role,
} from "../../test/movements-world.ts";
import { world } from "../../test/world.ts";
import { countingPosts } from "../org/reach.ts";
import { type Day, day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { draftMovement } from "./drafting.acts.ts";
import {
  adoptMovement,
  issueMovement,
  numberMovement,
  openForComment,
  printMovement,
  signMovement,
} from "./life.acts.ts";
import { eventsOf } from "./life.store.ts";
import { isBeingWritten, stateOf } from "./life.ts";
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

const sure = <Value>(value: Value | Refusal): Value => {
  if (isRefusal(value)) throw new Error(value.sentence);
  return value;
};

const who = (role: Role, given: Parameters<typeof as>[2] = {}) => as(ministry, role, given);
const browser = async (role: Role, given: Parameters<typeof as>[2] = {}) =>
  browse([movementPages({ offers: [] })], await who(role, given));

const draft = async (name = "Phong trào thi đua năm 2021") =>
  sure(
    await draftMovement(await who("officer"), {
      launcher: ministry.units.ministry!,
      kind: "regular",
      name,
      fromYear: 2021,
      toYear: 2021,
    }),
  );

async function signed(name?: string) {
  const movementId = await draft(name);
  sure(await adoptMovement(await who("minister"), { movementId }));
  sure(await printMovement(await who("officer"), { movementId }));
  const signature = { capacity: null, role: "BỘ TRƯỞNG", name: "Nguyễn Văn An", on: day("2021-02-23") };
  sure(await signMovement(await who("minister"), { movementId, ...signature }));
  return movementId;
}

const paper = (number: string) => ({ number, symbol: "QĐ-BTP", on: day("2021-02-23"), place: "Hà Nội" });

async function issued(number: string, name?: string) {
  const movementId = await signed(name);
  sure(await numberMovement(await who("clerk"), { movementId, ...paper(number) }));
  sure(await issueMovement(await who("officer"), { movementId, acknowledged: true }));
  return movementId;
}

const versionOf = async (id: number) => (await findMovement(reader(), id, "2021-02-23" as Day))?.version ?? 0;

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
      { everything: true, serves: [], leads: [], within: [] },
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
    expect((await findMovement(reader(), id, "2021-02-23" as Day))?.scope.named).toEqual([
      ministry.units.outsider,
    ]);
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

describe("issuing", () => {
  test("writes the units in scope, tells their people once, and the state is the fold", async () => {
    const id = await issued("902");
    const movement = await findMovement(reader(), id, "2021-02-23" as Day);
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
    sure(await numberMovement(await who("clerk"), { movementId, ...paper("904") }));
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
    expect(isBeingWritten((await findMovement(reader(), id, "2021-02-23" as Day))?.state ?? "draft")).toBe(
      false,
    );
  });
});

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
    const movement = await findMovement(
      reader(),
      Number(made.location?.split("/").at(-1)),
      "2021-02-23" as Day,
    );
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
  expect(isRefusal(await adoptMovement(await who("minister", { at: morning }), { movementId }))).toBe(false);
});
