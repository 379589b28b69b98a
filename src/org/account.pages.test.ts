import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { passwordHashOf } from "../platform/sign-in.store.ts";
import { openSignIn } from "../platform/sign-in.ts";
import { loadActor } from "./actor.store.ts";
import { org } from "./org.part.ts";
import { accountOf } from "./person.store.ts";

const here = world();
const ministry = ministryIn(here);
beforeAll(() => openSignIn({ address: "http://localhost:3000", identityProvider: null }));
const now = new Date("2026-11-23T02:00:00Z");
const as = async (key: string) => browse([org.pages({ offers: [] })], await ministry.actor(key, now));

describe("accounts", () => {
  test("are opened by the administrator, once a person, with a name nobody has", async () => {
    await here.arrange((tx) =>
      sql`delete from person_account where person = ${ministry.person("officer-btp-vp")}`.execute(tx),
    );
    const address = `/to-chuc/nguoi/${ministry.person("officer-btp-vp")}/tai-khoan`;
    expect((await (await as("can-bo")).get(address)).status).toBe(404);
    const unproved = browse([org.pages({ offers: [] })], {
      ...(await ministry.actor("quan-tri", now)),
      provedUntil: null,
    });
    const toProof = `/xac-thuc-lai?tiep=${encodeURIComponent(address)}`;
    const typed = { username: "dau.moi", password: "mot-mat-khau-tam" };
    expect((await unproved.get(address)).location).toBe(toProof);
    expect((await unproved.post(address, typed)).location).toBe(toProof);
    const browser = await as("quan-tri");
    expect((await browser.get(address)).html).toContain("Mật khẩu tạm");
    const bad = await browser.post(address, { username: "có dấu", password: "mot-mat-khau-tam" });
    expect(bad.status).toBe(422);
    expect(bad.html).toContain("Tên đăng nhập gồm 3 đến 30 chữ không dấu");
    expect((await browser.post(address, { username: "dau.moi", password: "mot-mat-khau-tam" })).status).toBe(
      303,
    );
    const again = await browser.post(address, { username: "dau.moi2", password: "mot-mat-khau-tam" });
    expect(again.status).toBe(409);
    expect(again.html).toContain("Người này đã có tài khoản.");
  });

  test("get a new password and end their sessions", async () => {
    const person = ministry.person("officer-btp-vp");
    const account = (await accountOf(reader(), person))!;
    const before = await passwordHashOf(reader(), account);
    const browser = await as("quan-tri");
    expect((await browser.get(`/to-chuc/nguoi/${person}/tai-khoan`)).html).toContain("Đặt mật khẩu tạm");
    const short = await browser.post(`/to-chuc/nguoi/${person}/mat-khau-tam`, { password: "ngắn" });
    expect(short.status).toBe(422);
    expect(
      (await browser.post(`/to-chuc/nguoi/${person}/mat-khau-tam`, { password: "mot-mat-khau-khac" })).status,
    ).toBe(303);
    expect(await passwordHashOf(reader(), account)).not.toBe(before);
  });

  test("once closed open nothing, and nobody closes their own", async () => {
    const person = ministry.person("officer-btp-vp");
    const account = (await accountOf(reader(), person))!;
    const browser = await as("quan-tri");
    const own = await browser.post(`/to-chuc/nguoi/${ministry.person("quan-tri")}/ban-dong-tai-khoan`);
    expect(own.status).toBe(422);
    expect(own.html).toContain("Không tự đóng tài khoản của chính mình");
    expect((await browser.post(`/to-chuc/nguoi/${person}/ban-dong-tai-khoan`)).status).toBe(303);
    expect(await loadActor(reader(), { account, provedUntil: null }, now, null)).toBeNull();
    expect((await browser.post(`/to-chuc/nguoi/${person}/ban-dong-tai-khoan`)).status).toBe(409);
  });
});
