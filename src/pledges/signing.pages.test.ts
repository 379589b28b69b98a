import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  anotherCluster,
  as,
  aTextToSign,
  buildCluster,
  latestHash,
  type Name,
  now,
  type SmallCluster,
} from "../../test/pledges-world.ts";
import { world } from "../../test/world.ts";
import { printPdf } from "../documents/print-pdf.ts";
import { signPdf } from "../documents/sign-pdf.ts";
import { officialDocument, paragraph } from "../documents/tree-build.ts";
import { reader } from "../platform/db.ts";
import { pledgePages } from "./pledges.part.ts";
import { signaturesOf } from "./signing.store.ts";

const here = world();
let whole: SmallCluster;
let small: SmallCluster;

const open = async (name: Name, given: { at?: Date; proved?: boolean } = {}) =>
  browse([pledgePages({ offers: [] })], await as(small, name, given));

beforeAll(async () => {
  whole = await buildCluster(here);
});

beforeEach(async () => {
  small = await anotherCluster(here, whole);
});

describe("signing on the page", () => {
  test("shows exactly what is signed and its hash, asks for proof first, and signs", async () => {
    const id = await aTextToSign(small);
    const address = `/giao-uoc/${id}/ky`;
    const unproved = await open("firstHead", { proved: false });
    const asked = await unproved.get(address);
    expect([asked.status, asked.location]).toEqual([
      303,
      `/xac-thuc-lai?tiep=${encodeURIComponent(address)}`,
    ]);
    const hash = await latestHash(id);
    const input = { unit: `${small.first}`, hash };
    expect((await unproved.post(address, input)).location).toBe(
      `/xac-thuc-lai?tiep=${encodeURIComponent(address)}`,
    );
    const head = await open("firstHead");
    const page = await head.get(address);
    expect(page.html).toContain("Các đơn vị cùng thi đua.");
    expect(page.html).toContain(hash);
    expect((await head.post(address, input)).location).toBe(`/giao-uoc/${id}/chu-ky`);
    const again = await head.post(address, input);
    expect(again.status).toBe(409);
    expect(again.html).toContain("chữ ký đó vẫn còn giá trị");
    expect(await signaturesOf(reader(), id)).toHaveLength(1);
  });

  test("somebody whose post has ended since is told so; nothing is signed", async () => {
    const id = await aTextToSign(small);
    const after = new Date("2026-04-10T03:00:00Z");
    await here.arrange((tx) =>
      sql`update post set validity = daterange(lower(validity), '2026-04-01')
           where person = ${small.people.secondHead} and kind = 'unit-head'`.execute(tx),
    );
    const former = await open("secondHead", { at: after });
    const input = { unit: `${small.second}`, hash: await latestHash(id) };
    const answer = await former.post(`/giao-uoc/${id}/ky`, input);
    await here.arrange((tx) =>
      sql`update post set validity = daterange(lower(validity), null)
           where person = ${small.people.secondHead} and kind = 'unit-head'`.execute(tx),
    );
    expect(answer.status).toBe(403);
    expect(answer.html).toContain("đã kết thúc từ ngày 01/04/2026");
    expect(await signaturesOf(reader(), id)).toEqual([]);
  });

  test("the page of a change strikes out what went and names whose signatures fell", async () => {
    const id = await aTextToSign(small);
    const head = await open("firstHead");
    await head.post(`/giao-uoc/${id}/ky`, { unit: `${small.first}`, hash: await latestHash(id) });
    const chief = await open("chief");
    const { version } = await now(id);
    const change = { version: `${version}`, common: "Các đơn vị cùng tiến bộ." };
    expect((await chief.post(`/giao-uoc/${id}/van-ban/soan`, change)).status).toBe(422);
    expect((await chief.post(`/giao-uoc/${id}/van-ban/soan`, { ...change, reason: "Gọn hơn" })).status).toBe(
      303,
    );
    const page = await head.get(`/giao-uoc/${id}/chu-ky/2`);
    expect(page.html).toContain("<del>thi</del><ins>tiến</ins> <del>đua.</del><ins>bộ.</ins>");
    expect(page.html).toContain("Vụ Một (Người firstHead)");
    expect((await head.get(`/giao-uoc/${id}/chu-ky`)).html).toContain("Chữ ký không còn giá trị");
  });
});

describe("“Kiểm tra chữ ký”", () => {
  test("tells a valid paper from a tampered one and from one nobody signed", async () => {
    const { bytes } = await printPdf(
      officialDocument({
        letterhead: {
          ...{ superior: null, issuer: "CỤM THI ĐUA", number: null, symbol: null, place: "Hà Nội" },
          day: { year: 2026 },
        },
        title: { kind: "named", name: "GIAO ƯỚC", abstract: null },
        body: [paragraph("Thi đua.")],
      }),
    );
    const signed = await signPdf(bytes, {
      reason: "Giao ước",
      place: "Hà Nội",
      at: new Date("2026-03-20T03:00:00Z"),
    });
    const tampered = signed.slice();
    tampered[60] = tampered[60]! ^ 1;
    const reading = await open("otherHead");
    const check = async (content: Uint8Array) =>
      (
        await reading.post("/giao-uoc/kiem-tra-chu-ky", {
          pdf: new File([content as Uint8Array<ArrayBuffer>], "giao-uoc.pdf"),
        })
      ).html;
    const valid = await check(signed);
    expect(valid).toContain("Chữ ký hợp lệ; tệp không thay đổi từ khi ký");
    expect(valid).toContain("không có giá trị pháp lý");
    expect(await check(tampered)).toContain("Tệp đã bị thay đổi sau khi ký");
    expect(await check(bytes)).toContain("không có chữ ký số nào");
    expect((await reading.post("/giao-uoc/kiem-tra-chu-ky", {})).status).toBe(422);
  });
});
