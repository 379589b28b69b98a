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

describe("the standing body", () => {
  test("accepts, returns with a reason, and may not before anything was sent", async () => {
    const id = await aDraft();
    const standing = await open("standing");
    expect((await standing.get(`/dang-ky/${id}`)).status).toBe(404);
    expect((await standing.post(`/dang-ky/${id}/tiep-nhan`, { version: "1" })).status).toBe(404);
    const sent = await submitted(id);
    expect((await standing.get(`/dang-ky/${sent}`)).status).toBe(200);
    const { version } = await now(sent);
    expect(
      (await standing.post(`/dang-ky/${sent}/ban-tra-lai`, { version: `${version}`, reason: "" })).status,
    ).toBe(422);
    const back = await standing.post(`/dang-ky/${sent}/ban-tra-lai`, {
      version: `${version}`,
      reason: "Thiếu chỉ tiêu",
      dueOn: "01/3/2021",
    });
    expect(back.status).toBe(303);
    expect(await now(sent)).toMatchObject({ state: "returned", dueOn: "2021-03-01" });
    const officer = await open("lawOfficer");
    expect((await officer.get(`/dang-ky/${sent}`)).html).toContain("Thiếu chỉ tiêu");
    const resent = await now(sent);
    await officer.post(`/dang-ky/${sent}/ban-nop`, { version: `${resent.version}` });
    const again = await now(sent);
    expect((await standing.post(`/dang-ky/${sent}/tiep-nhan`, { version: `${again.version}` })).status).toBe(
      303,
    );
    expect((await officer.post(`/dang-ky/${sent}/ban-rut`, { reason: "Muộn rồi" })).status).toBe(409);
  });

  test("somebody who sees it but has no right is refused; somebody who does not finds nothing", async () => {
    const id = await aSubmission();
    const deputy = await open("deputyMinister");
    expect((await deputy.get(`/dang-ky/${id}`)).status).toBe(200);
    const { version } = await now(id);
    expect((await deputy.post(`/dang-ky/${id}/tiep-nhan`, { version: `${version}` })).status).toBe(403);
    const stranger = await open("roomHead");
    for (const path of [`/dang-ky/${id}`, `/dang-ky/${id}/ban-in`, `/dang-ky/${id}/kiem-tra`])
      expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(`/dang-ky/${id}/tiep-nhan`, { version: `${version}` })).status).toBe(404);
    expect((await stranger.get("/dang-ky?q=dan+su")).html).not.toContain("Vụ Pháp luật dân sự");
    expect((await open("standing").then((page) => page.get("/dang-ky?q=dan+su"))).html).toContain(
      "Vụ Pháp luật dân sự",
    );
  });

  test("sees who has sent and who has not, reminds once a day, and takes letter and summary", async () => {
    await aSubmission();
    const standing = await open("standing");
    const base = `/dang-ky/phong-trao/${movement}`;
    const page = await standing.get(base);
    expect(page.html).toContain("1/3 đã gửi");
    expect(page.html).toContain("Đôn đốc 2 đơn vị");
    expect((await standing.get(`${base}?tinh-trang=chua-gui`)).html).not.toContain("Vụ Pháp luật dân sự");
    const asked = await standing.get(`${base}/don-doc`);
    expect(asked.html).toContain("2 đơn vị sẽ được đôn đốc");
    expect(asked.html).toContain("1. Cục Thi hành án dân sự tỉnh Điện Biên");
    expect((await standing.post(`${base}/don-doc`, { key: "r1" })).status).toBe(303);
    const twice = await standing.post(`${base}/don-doc`, { key: "r2" });
    expect(twice.status).toBe(422);
    expect(twice.html).toContain("mỗi ngày chỉ đôn đốc một lần");
    for (const file of ["cong-van-don-doc.docx", "tong-hop.xlsx", "tong-hop.docx", "tong-hop.pdf"]) {
      const got = await standing.get(`${base}/${file}`);
      expect([file, got.status]).toEqual([file, 200]);
      expect(new TextDecoder().decode(got.bytes().slice(0, 2))).toBe(file.endsWith("pdf") ? "%P" : "PK");
    }
    expect((await (await open("lawOfficer")).get(base)).status).toBe(404);
  });

  test("puts the deadline off for one unit; then the same instant is in time", async () => {
    const standing = await open("standing");
    const path = `/dang-ky/phong-trao/${movement}/gia-han`;
    const early = await standing.post(path, {
      unit: `${ministry.lawDepartment}`,
      day: "27/02/2021",
      reason: "Bão",
    });
    expect(early.status).toBe(422);
    expect(early.html).toContain("phải sau ngày đó");
    const fields = { unit: `${ministry.lawDepartment}`, day: "05/3/2021", reason: "Bão" };
    expect((await standing.post(path, fields)).status).toBe(303);
    const id = await aDraft();
    const { version } = await now(id);
    const officer = await open("lawOfficer", tooLate);
    expect((await officer.post(`/dang-ky/${id}/ban-nop`, { version: `${version}` })).status).toBe(303);
    expect((await now(id)).late).toBe(false);
    expect((await (await open("deputyMinister")).post(path, { ...fields, day: "06/3/2021" })).status).toBe(
      403,
    );
  });

  test("enters what came on paper; the day of receipt decides, not the day of entry", async () => {
    const standing = await open("standing", tooLate);
    const fields = {
      movement: `${movement}`,
      unit: `${ministry.enforcement}`,
      channel: "paper",
      number: "45/CTHADS",
      day: "24/02/2021",
      scan: new File([new TextEncoder().encode("%PDF-1.7\n%âãÏÓ\n")], "ban ky.pdf"),
    };
    const unreal = await standing.post("/dang-ky/nhap-ban-giay", { ...fields, receivedOn: "30/02/2021" });
    expect(unreal.status).toBe(422);
    expect(unreal.html).toContain("Ngày 30/02/2021 không có thật");
    const kept = /name="scan-kept" value="([^"]+)"/.exec(unreal.html)?.[1];
    const { scan: _scan, ...typed } = fields;
    const entered = await standing.post("/dang-ky/nhap-ban-giay", {
      ...typed,
      "scan-kept": kept!,
      receivedOn: "27/02/2021",
    });
    expect(entered.status).toBe(303);
    const id = Number(entered.location!.split("/").at(-1));
    expect(await now(id)).toMatchObject({ state: "submitted", channel: "paper", late: false });
    expect((await standing.get(entered.location!)).html).toContain("45/CTHADS ngày 24/02/2021");
    const copied = await standing.post(`/dang-ky/${id}/dong/moi`, {
      kind: "individual",
      "person.text": "Người executor",
      title: "ADVANCED_WORKER",
    });
    expect(copied.status).toBe(303);
    const { version } = await now(id);
    expect((await standing.post(`/dang-ky/${id}/tiep-nhan`, { version: `${version}` })).status).toBe(303);
  });
});

describe("the list", () => {
  test("finds without accents, sorts and exports what is seen", async () => {
    await aSubmission();
    const standing = await open("standing");
    const found = await standing.get(`/dang-ky?q=kinh+te+phap+luat&phong-trao=${movement}&xep=unit`);
    expect(found.html).toContain("1 đăng ký");
    const none = await standing.get(`/dang-ky?q=dien+bien&phong-trao=${movement}`);
    expect(none.html).toContain("Không có dòng nào khớp");
    const csv = await standing.get(`/dang-ky/danh-sach.csv?phong-trao=${movement}`);
    expect(csv.html.split("\r\n").filter(Boolean)).toEqual([
      "Đơn vị,Phong trào,Năm,Trạng thái,Ngày gửi,Thời hạn,Cách gửi,Số dòng",
      'Vụ Pháp luật dân sự - kinh tế,Phong trào thi đua ngành Tư pháp năm 2021,2021,"Đã gửi, chờ tiếp nhận",23/02/2021,Đúng hạn,Gửi trên hệ thống,1',
    ]);
  });
});
