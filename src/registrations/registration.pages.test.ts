import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  anotherMovement,
  aPerson,
  as,
  buildMinistry,
  inTime,
  type SmallMinistry,
  tooLate,
} from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { addLine } from "./line.acts.ts";
import { linesOf } from "./line.store.ts";
import { startRegistration, submitRegistration } from "./registration.acts.ts";
import { findRegistration, historyOf, registrationsOutOfFold } from "./registration.store.ts";
import { registrationPages } from "./registrations.part.ts";

const here = world();
let ministry: SmallMinistry;
let movement: number;

type Name = Parameters<typeof as>[1];
const open = async (name: Name, at = inTime) =>
  browse([registrationPages({ offers: [] })], await as(ministry, name, { at }));
const now = async (id: number) => (await findRegistration(reader(), id, onDay(inTime)))!;
const lines = (id: number) => linesOf(reader(), id, onDay(inTime));

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

beforeEach(async () => {
  movement = await anotherMovement(here, ministry);
});

/** A draft of the ministry unit with one line in it. */
async function aDraft(): Promise<number> {
  const officer = await as(ministry, "lawOfficer");
  const id = await startRegistration(officer, { movementId: movement, unitId: ministry.lawDepartment });
  if (isRefusal(id)) throw new Error(id.sentence);
  const subject = { kind: "individual", person: ministry.people.lawMember } as const;
  const line = await addLine(officer, {
    registrationId: id,
    title: "ADVANCED_WORKER",
    subject,
    commitment: null,
  });
  if (isRefusal(line)) throw new Error(line.sentence);
  return id;
}

const aSubmission = async (): Promise<number> => submitted(await aDraft());

async function submitted(id: number): Promise<number> {
  const { version } = await now(id);
  const input = { registrationId: id, version, lateReason: "", remarks: null };
  await submitRegistration(await as(ministry, "lawOfficer"), input);
  return id;
}

describe("a unit registers", () => {
  test("from the list to the check of answers to the sent registration", async () => {
    const officer = await open("lawOfficer");
    expect((await officer.get("/dang-ky")).html).toContain("Đơn vị tôi đăng ký");
    const begun = await officer.post("/dang-ky", {
      movement: `${movement}`,
      unit: `${ministry.lawDepartment}`,
    });
    expect(begun.status).toBe(303);
    const page = begun.location!;
    const id = Number(page.split("/").at(-1));
    const form = await officer.get(`${page}/dong/moi?cho=individual`);
    expect(form.status).toBe(200);
    expect(form.html).toContain("Lao động tiên tiến");
    const added = await officer.post(`${page}/dong/moi`, {
      kind: "individual",
      "person.text": "Người law Member",
      title: "ADVANCED_WORKER",
    });
    expect(added.status).toBe(303);
    const shown = await officer.get(page);
    expect(shown.html).toContain("Người law Member");
    expect(shown.html).toContain("Chưa đủ thông tin");
    const check = await officer.get(`${page}/kiem-tra`);
    expect(check.html).toContain("Trình Bộ Tư pháp");
    const { version } = await now(id);
    const sent = await officer.post(`${page}/ban-nop`, { key: "k1", version: `${version}` });
    expect([sent.status, sent.location]).toEqual([303, page]);
    expect(await now(id)).toMatchObject({ state: "submitted", late: false, channel: "online" });
  });

  test("a failed line comes back with everything typed", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer");
    const failed = await officer.post(`/dang-ky/${id}/dong/moi`, {
      kind: "individual",
      "person.text": "Người không có",
      title: "GRASSROOTS_EMULATION_FIGHTER",
      commitment: "Có một sáng kiến",
    });
    expect(failed.status).toBe(422);
    expect(failed.html).toContain("Không có ai tên “Người không có”");
    expect(failed.html).toContain('value="Người không có"');
    expect(failed.html).toContain("Có một sáng kiến");
    expect(failed.html).toMatch(/value="GRASSROOTS_EMULATION_FIGHTER" selected/);
    const twice = await officer.post(`/dang-ky/${id}/dong/moi`, {
      kind: "individual",
      "person.text": "Người law Member",
      title: "ADVANCED_WORKER",
    });
    expect(twice.status).toBe(422);
    expect(twice.html).toContain("mỗi danh hiệu chỉ đăng ký một lần");
    expect(await lines(id)).toHaveLength(1);
  });

  test("namesakes are put side by side to choose from", async () => {
    const id = await aDraft();
    const [elder] = await here.arrange(async (tx) => [
      await aPerson(tx, "Lò Thị Ước", ministry.lawDepartment, "member", { birthYear: 1970 }),
      await aPerson(tx, "Lò Thị Ước", ministry.lawDepartment, "member", { birthYear: 1990 }),
    ]);
    const officer = await open("lawOfficer");
    const fields = { kind: "individual", "person.text": "lo thi uoc", title: "ADVANCED_WORKER" };
    const asked = await officer.post(`/dang-ky/${id}/dong/moi`, fields);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain("sinh 1970");
    expect(asked.html).toContain("sinh 1990");
    const chosen = await officer.post(`/dang-ky/${id}/dong/moi`, { ...fields, "person.choice": `${elder}` });
    expect(chosen.status).toBe(303);
    expect((await lines(id)).map(({ subject }) => subject.name).sort()).toEqual([
      "Lò Thị Ước",
      "Người law Member",
    ]);
  });

  test("a draft of the form saves itself and is there again", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer");
    const saved = await officer.post(`/dang-ky/${id}/dong/moi/nhap-tam?cho=household`, {
      key: "k9",
      household: "Hộ ông Vàng A Sùng",
    });
    expect(saved.status).toBe(200);
    expect((await officer.get(`/dang-ky/${id}/dong/moi?cho=household`)).html).toContain("Hộ ông Vàng A Sùng");
  });

  test("a late one asks for its reason and keeps what was written", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer", tooLate);
    const { version } = await now(id);
    const asked = await officer.post(`/dang-ky/${id}/ban-nop`, {
      version: `${version}`,
      remarks: "Kính gửi",
    });
    expect(asked.status).toBe(422);
    expect(asked.html).toContain("hãy ghi lý do gửi muộn");
    expect(asked.html).toContain("Kính gửi");
    const sent = await officer.post(`/dang-ky/${id}/ban-nop`, {
      version: `${version}`,
      lateReason: "Thiên tai",
    });
    expect(sent.status).toBe(303);
    expect(await now(id)).toMatchObject({ state: "submitted", late: true });
    expect((await historyOf(reader(), id))[0]).toMatchObject({ late: true, lateReason: "Thiên tai" });
  });

  test("the last second of the deadline's day is in time, the first second after it is late", async () => {
    for (const [at, late] of [
      ["2021-02-27T16:59:59Z", false],
      ["2021-02-27T17:00:00Z", true],
    ] as const) {
      movement = await anotherMovement(here, ministry);
      const id = await aDraft();
      const { version } = await now(id);
      const officer = await open("lawOfficer", new Date(at));
      const sent = await officer.post(`/dang-ky/${id}/ban-nop`, {
        version: `${version}`,
        lateReason: "Lý do",
      });
      expect([sent.status, (await now(id)).late]).toEqual([303, late]);
    }
  });

  test("what no paper can show is refused while it can be mended", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer");
    const refused = await officer.post(`/dang-ky/${id}/chi-tieu/moi`, { words: "Hồ sơ đúng hạn 🎉" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Ký tự 🎉 không in được trên văn bản");
  });

  test("the list for signature leaves as PDF and DOCX", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer");
    expect((await officer.get(`/dang-ky/${id}/ban-in`)).html).toContain("BẢN ĐĂNG KÝ");
    for (const [file, beginning] of [
      ["ban-in.pdf", "%PDF"],
      ["ban-in.docx", "PK"],
    ] as const) {
      const got = await officer.get(`/dang-ky/${id}/${file}`);
      expect([got.status, new TextDecoder().decode(got.bytes().slice(0, beginning.length))]).toEqual([
        200,
        beginning,
      ]);
    }
  });

  test("two windows: the second is told that things moved on and loses no word", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer");
    const { version } = await now(id);
    await officer.post(`/dang-ky/${id}/chi-tieu/moi`, {
      words: "Tỷ lệ hòa giải thành",
      value: "85",
      valueUnit: "%",
    });
    const stale = await officer.post(`/dang-ky/${id}/ban-nop`, {
      version: `${version}`,
      remarks: "Gửi từ cửa sổ cũ",
    });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("Gửi từ cửa sổ cũ");
    expect(stale.html).toContain("Tỷ lệ hòa giải thành: 85 %");
    expect((await now(id)).state).toBe("draft");
    const again = await now(id);
    const first = await officer.post(`/dang-ky/${id}/ban-nop`, { key: "k2", version: `${again.version}` });
    const second = await officer.post(`/dang-ky/${id}/ban-nop`, { key: "k2", version: `${again.version}` });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await historyOf(reader(), id)).toHaveLength(1);
    expect(
      (await officer.post(`/dang-ky/${id}/ban-nop`, { key: "k3", version: `${again.version}` })).status,
    ).toBe(409);
  });

  test("withdrawn with a reason, and sent again", async () => {
    const id = await aSubmission();
    const officer = await open("lawOfficer");
    expect((await officer.post(`/dang-ky/${id}/ban-rut`, { reason: "" })).status).toBe(422);
    expect((await officer.post(`/dang-ky/${id}/ban-rut`, { reason: "Bổ sung" })).status).toBe(303);
    const { version, state } = await now(id);
    expect(state).toBe("withdrawn");
    expect((await officer.post(`/dang-ky/${id}/ban-nop`, { version: `${version}` })).status).toBe(303);
    expect(await registrationsOutOfFold(reader())).toEqual([]);
  });

  test("a post that ended yesterday sends nothing, and the words are given back", async () => {
    const id = await aDraft();
    const before = await as(ministry, "lawOfficer");
    const person = await here.arrange((tx) =>
      aPerson(tx, "Người cũ", ministry.lawDepartment, "unit-officer"),
    );
    await here.arrange((tx) =>
      sql`update post set validity = daterange(lower(validity), '2021-02-23') where person = ${person}`.execute(
        tx,
      ),
    );
    const former = { ...before, person, posts: [], post: null };
    const pages = browse([registrationPages({ offers: [] })], former);
    const refused = await pages.post(`/dang-ky/${id}/ban-nop`, { version: "1", remarks: "Đã soạn xong" });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain("đã kết thúc từ ngày 23/02/2021");
    expect(refused.html).toContain("Đã soạn xong");
    expect((await pages.get(`/dang-ky/${id}`)).status).toBe(404);
    expect((await now(id)).state).toBe("draft");
  });

  test("a unit dissolved meanwhile is told which unit follows it", async () => {
    const unit = await here.arrange(async (tx) => {
      const { rows } = await sql<{ id: number }>`
        insert into unit (kind, chain, legal_personality, small_collective, has_accounts, validity)
        values ('department', 'vertical', false, false, true, daterange('2015-01-01', null)) returning id`.execute(
        tx,
      );
      const ended = rows[0]!.id;
      await sql`insert into unit_name (unit, name, code, validity)
                values (${ended}, 'Vụ Thi đua - Khen thưởng', ${`TDKT${ended}`}, daterange('2015-01-01', null))`.execute(
        tx,
      );
      await sql`insert into unit_place (unit, parent, validity)
                values (${ended}, ${ministry.ministry}, daterange('2015-01-01', null))`.execute(tx);
      await sql`insert into movement_unit (movement, unit, audience, since)
                values (${movement}, ${ended}, 'ministry-unit', ${inTime})`.execute(tx);
      return ended;
    });
    const person = await here.arrange((tx) => aPerson(tx, "Người tiếp", unit, "unit-officer"));
    const lawOfficer = await as(ministry, "lawOfficer");
    const post = { ...lawOfficer.posts[0]!, unit, within: [unit, ministry.ministry] };
    const officer = { ...lawOfficer, person, posts: [post], post };
    const id = await startRegistration(officer, { movementId: movement, unitId: unit });
    await here.arrange(async (tx) => {
      await sql`update unit set validity = daterange('2015-01-01', '2021-02-23') where id = ${unit}`.execute(
        tx,
      );
      await sql`insert into succession (from_unit, to_unit, kind, on_day, recorded_at)
                values (${unit}, ${ministry.lawDepartment}, 'merge', '2021-02-23', ${inTime})`.execute(tx);
    });
    const pages = browse([registrationPages({ offers: [] })], officer);
    const refused = await pages.post(`/dang-ky/${id}/chi-tieu/moi`, { words: "Không để hồ sơ trễ hẹn" });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain("đơn vị kế tục là Vụ Pháp luật dân sự - kinh tế");
    expect(refused.html).toContain("Không để hồ sơ trễ hẹn");
  });
});
