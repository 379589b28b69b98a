import { describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { lawOffers } from "./law.offers.ts";
import { law } from "./law.part.ts";
import { findDocument, versionsOf } from "./library.store.ts";

const here = world();
const ministry = ministryIn(here);
const now = new Date("2026-11-23T02:00:00Z");
const as = async (key: string) => browse([law.pages({ offers: [] })], await ministry.actor(key, now));

const file = (text: string, name = "quy-che.txt") => new File([text], name, { type: "text/plain" });

const typed = () => ({
  body: `${ministry.unit("BTP")}`,
  kind: "body-rule",
  symbol: "1234/QĐ-BTP",
  title: "Quy chế thi đua, khen thưởng ngành Tư pháp",
  "issuer.text": "BTP",
  issued: "01/03/2024",
  restsOn: "06/2022/QH15\n98/2023/NĐ-CP",
});

const added = async (given: Record<string, string | File> = {}): Promise<number> => {
  const done = await (await as("thuong-truc")).post("/phap-luat/thu-vien/moi", { ...typed(), ...given });
  expect(done.status).toBe(303);
  return Number(done.location?.split("/").at(-1));
};

describe("adding to the library", () => {
  test("is no page for those without the duty, and no act", async () => {
    const browser = await as("can-bo");
    expect((await browser.get("/phap-luat/thu-vien")).status).toBe(200);
    expect((await browser.get("/phap-luat/thu-vien/moi")).status).toBe(404);
    expect((await browser.post("/phap-luat/thu-vien/moi", typed())).status).toBe(403);
  });

  test("an officer of a Sở adds for the Sở, not for the Ministry", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    expect((await browser.post("/phap-luat/thu-vien/moi", typed())).status).toBe(403);
    const own = {
      ...typed(),
      symbol: "9/QĐ-STP",
      body: `${ministry.unit("STP-DBN")}`,
      "issuer.text": "STP-DBN",
    };
    expect((await browser.post("/phap-luat/thu-vien/moi", own)).status).toBe(303);
  });

  test("a rule rests on something, its days are real, and all typed is kept, the file too", async () => {
    const browser = await as("thuong-truc");
    const seen = await browser.post("/phap-luat/thu-vien/moi", {
      ...typed(),
      ...{ restsOn: "", issued: "30/02/2024", files: file("Điều 1") },
    });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Ngày 30/02/2024 không có thật");
    expect(seen.html).toContain('value="1234/QĐ-BTP"');
    expect(seen.html).toContain("quy-che.txt");
    const token = /name="files-kept" value="([^"]+)"/.exec(seen.html)?.[1] ?? "";
    const again = await browser.post("/phap-luat/thu-vien/moi", {
      ...typed(),
      restsOn: "",
      "files-kept": token,
    });
    expect(again.status).toBe(422);
    expect(again.html).toContain("Quy chế phải nêu ít nhất một văn bản làm căn cứ.");
    const done = await browser.post("/phap-luat/thu-vien/moi", {
      ...typed(),
      ...{ symbol: "1235/QĐ-BTP", "files-kept": token },
    });
    expect(done.status).toBe(303);
    expect((await browser.get(done.location ?? "")).html).toContain("quy-che.txt");
  });

  test("an issuer nobody knows and an empty file are refused in words", async () => {
    const browser = await as("thuong-truc");
    const unknown = await browser.post("/phap-luat/thu-vien/moi", {
      ...typed(),
      "issuer.text": "Cơ quan zzz",
    });
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain("Không tìm thấy “Cơ quan zzz”.");
    const none = await browser.post("/phap-luat/thu-vien/moi", { ...typed(), "issuer.text": "" });
    expect(none.html).toContain("Hãy chọn hoặc nhập cơ quan ban hành.");
    const gone = await browser.post("/phap-luat/thu-vien/moi", {
      ...typed(),
      "files-kept": crypto.randomUUID(),
    });
    expect(gone.status).toBe(422);
    expect(gone.html).toContain("Tệp đã chọn không còn hoặc đã quá 24 giờ");
  });
});

describe("a document", () => {
  test("is found by the words of its file without accents, and the line is shown", async () => {
    const id = await added({
      symbol: "77/QĐ-BTP",
      files: file("Chương I\nTỷ lệ phiếu đồng ý tính trên tổng số ủy viên\n"),
    });
    const browser = await as("can-bo");
    const list = await browser.get("/phap-luat/thu-vien?q=phieu+dong+y+uy+vien");
    expect(list.html).toContain("Dòng 2: “Tỷ lệ phiếu đồng ý tính trên tổng số ủy viên”");
    expect((await browser.get("/phap-luat/thu-vien?q=khong+co+dau+zzz")).html).toContain(
      "Không có văn bản nào khớp",
    );
    expect((await browser.get(`/phap-luat/thu-vien/${id}?q=phieu`)).html).toContain("quy-che.txt, dòng 2");
    expect((await browser.get("/phap-luat?q=phieu+dong+y+uy+vien")).html).toContain(
      `/phap-luat/thu-vien/${id}`,
    );
    const hits = await lawOffers.search?.(
      reader(),
      await ministry.actor("can-bo", now),
      "tỷ lệ phiếu đồng ý ủy viên",
      5,
    );
    expect(hits).toEqual([
      {
        kind: "Quy chế của cơ quan",
        title: "77/QĐ-BTP Quy chế thi đua, khen thưởng ngành Tư pháp",
        note: "Tỷ lệ phiếu đồng ý tính trên tổng số ủy viên",
        href: `/phap-luat/thu-vien/${id}`,
        rank: 2,
      },
    ]);
  });

  test("its file comes as it was, and no other file under its address", async () => {
    const id = await added({ symbol: "78/QĐ-BTP", files: file("Nội dung riêng") });
    const browser = await as("can-bo");
    const hash = /thu-vien\/\d+\/tep\/([0-9a-f]{64})/.exec(
      (await browser.get(`/phap-luat/thu-vien/${id}`)).html,
    )?.[1];
    const seen = await browser.get(`/phap-luat/thu-vien/${id}/tep/${hash}`);
    expect(new TextDecoder().decode(seen.bytes())).toBe("Nội dung riêng");
    expect(seen.headers.get("content-disposition")).toContain("quy-che.txt");
    expect((await browser.get(`/phap-luat/thu-vien/${id}/tep/${"0".repeat(64)}`)).status).toBe(404);
    expect((await browser.get("/phap-luat/thu-vien/999999")).status).toBe(404);
  });

  test("is listed by day, kind and issuer", async () => {
    await added({
      ...{ symbol: "79/QĐ-BTP", kind: "guidance", restsOn: "", issued: "01/01/2020", to: "01/01/2021" },
    });
    const browser = await as("can-bo");
    const symbolsAt = async (query: string) =>
      [...(await browser.get(`/phap-luat/thu-vien?${query}`)).html.matchAll(/>(\d+\/QĐ-[A-Z]+)<\/a>/g)].map(
        (match) => match[1],
      );
    expect(await symbolsAt("loai=guidance")).toEqual(["79/QĐ-BTP"]);
    expect(await symbolsAt("loai=guidance&ngay=31/12/2020")).toEqual(["79/QĐ-BTP"]);
    expect(await symbolsAt("loai=guidance&ngay=01/01/2021")).toEqual([]);
    expect(await symbolsAt("loai=guidance&co-quan=bo+tu+phap")).toEqual(["79/QĐ-BTP"]);
    expect(await symbolsAt("loai=guidance&co-quan=dien+bien")).toEqual([]);
    const wrong = await browser.get("/phap-luat/thu-vien?ngay=31/02/2021");
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Ngày “31/02/2021” không có thật");
  });

  test("is corrected by a new version; the one before stays, and a stale form is told so", async () => {
    const id = await added({ symbol: "80/QĐ-BTP", files: file("Bản đầu") });
    const browser = await as("thuong-truc");
    const { body: _, ...facts } = { ...typed(), symbol: "80/QĐ-BTP", title: "Quy chế đã sửa" };
    const hash = /thu-vien\/\d+\/tep\/([0-9a-f]{64})/.exec(
      (await browser.get(`/phap-luat/thu-vien/${id}`)).html,
    )?.[1];
    const done = await browser.post(`/phap-luat/thu-vien/${id}/sua`, {
      ...facts,
      version: "1",
      "files-kept": `${hash}`,
    });
    expect(done.status).toBe(303);
    expect(await findDocument(reader(), id)).toMatchObject({ title: "Quy chế đã sửa", version: 2 });
    expect((await versionsOf(reader(), id)).map(({ title }) => title)).toEqual([
      "Quy chế đã sửa",
      "Quy chế thi đua, khen thưởng ngành Tư pháp",
    ]);
    expect((await browser.get(`/phap-luat/thu-vien/${id}`)).html).toContain("quy-che.txt");
    const stale = await browser.post(`/phap-luat/thu-vien/${id}/sua`, { ...facts, version: "1" });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("vừa được người khác sửa");
    expect((await (await as("can-bo")).get(`/phap-luat/thu-vien/${id}/sua`)).status).toBe(404);
    expect(
      (await (await as("can-bo")).post(`/phap-luat/thu-vien/${id}/sua`, { ...facts, version: "2" })).status,
    ).toBe(403);
  });

  test("stands on the page of the instrument whose symbol it bears", async () => {
    const id = await added({
      ...{ symbol: "30/2020/NĐ-CP", kind: "decree", title: "Nghị định về công tác văn thư", restsOn: "" },
      ...{ "issuer.text": "", issuerName: "Chính phủ", issued: "05/03/2020" },
    });
    const seen = await (await as("can-bo")).get("/phap-luat/van-ban/30-2020-nd-cp");
    expect(seen.html).toContain(`/phap-luat/thu-vien/${id}`);
  });
});

describe("a rule of a body", () => {
  test("is flagged when an instrument under it was replaced, until somebody says it was dealt with", async () => {
    const id = await added({ symbol: "81/QĐ-BTP" });
    const browser = await as("thuong-truc");
    const page = (await browser.get(`/phap-luat/thu-vien/${id}`)).html;
    expect(page).toContain(
      "Nghị định 98/2023/NĐ-CP được thay thế bởi Nghị định 152/2025/NĐ-CP từ ngày 01/07/2025",
    );
    expect(page).toContain("06/2022/QH15 được sửa đổi, bổ sung bởi Luật 06/2026/QH16 từ ngày 01/10/2026");
    expect((await browser.get("/phap-luat/thu-vien?q=81")).html).toContain("Căn cứ đã thay đổi");
    expect((await browser.get("/phap-luat")).html).toContain("quy chế có văn bản làm căn cứ đã thay đổi");
    const address = `/phap-luat/thu-vien/${id}/xac-nhan`;
    const change = "replaced 98/2023/NĐ-CP 152/2025/NĐ-CP";
    expect((await (await as("can-bo")).get(address)).status).toBe(404);
    expect((await (await as("can-bo")).post(address, { change })).status).toBe(403);
    expect((await browser.get(`${address}?change=${encodeURIComponent(change)}`)).status).toBe(200);
    const done = await browser.post(address, { change, remarks: "Đã rà soát, không phải sửa" });
    expect([done.status, done.location]).toEqual([303, `/phap-luat/thu-vien/${id}`]);
    const after = (await browser.get(`/phap-luat/thu-vien/${id}`)).html;
    expect(after).not.toContain("98/2023/NĐ-CP được thay thế bởi");
    expect(after).toContain("Đã rà soát, không phải sửa");
    expect(after).toContain("06/2022/QH15 được sửa đổi");
    const again = await browser.post(address, { change });
    expect(again.status).toBe(409);
    expect(again.html).toContain("không còn chờ xử lý");
    expect((await browser.post(address, { change: "" })).status).toBe(422);
  });
});
