import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  anotherMovement,
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
import { startRegistration, submitRegistration } from "./registration.acts.ts";
import { findRegistration } from "./registration.store.ts";
import { registrationPages } from "./registrations.part.ts";

const here = world();
let ministry: SmallMinistry;
let movement: number;

type Name = Parameters<typeof as>[1];
const open = async (name: Name, at = inTime) =>
  browse([registrationPages({ offers: [] })], await as(ministry, name, { at }));
const now = async (id: number) => (await findRegistration(reader(), id, onDay(inTime)))!;

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

  test("takes several in at once, after a look at what it touches; what moved on is left", async () => {
    const sent = await submitted(await aDraft());
    const standing = await open("standing");
    const step = await standing.get(`/dang-ky/tiep-nhan?chon=${sent}&chon=999999`);
    expect(step.html).toContain("Vụ Pháp luật dân sự - kinh tế (đúng hạn)");
    const { version } = await now(sent);
    const name = `dang-ky.${sent}`;
    expect((await standing.post("/dang-ky/tiep-nhan", { [name]: `${version - 1}` })).status).toBe(303);
    expect((await now(sent)).state).toBe("submitted");
    await standing.post("/dang-ky/tiep-nhan", { key: "many", [name]: `${version}` });
    expect((await now(sent)).state).toBe("accepted");
    expect((await standing.get(`/dang-ky/tiep-nhan?chon=${sent}`)).html).toContain(
      "Không tiếp nhận trong lần này",
    );
    expect((await (await open("roomHead")).get(`/dang-ky/tiep-nhan?chon=${sent}`)).status).toBe(303);
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
