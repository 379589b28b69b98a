import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { openSignIn } from "../platform/sign-in.ts";
import { loadActor } from "./actor.store.ts";
import { clustersOf, leadersOf, rostersOf } from "./cluster.store.ts";
import { org } from "./org.part.ts";
import { findPerson } from "./person.store.ts";
import { holdersOf, postsOfPerson } from "./post.store.ts";

const here = world();
const ministry = ministryIn(here);
beforeAll(() => openSignIn({ address: "http://localhost:3000", identityProvider: null }));
const now = new Date("2026-11-23T02:00:00Z");
const today = day("2026-11-23");
const as = async (key: string, postKind?: string) =>
  browse([org.pages({ offers: [] })], await ministry.actor(key, now, postKind));
const unitField = (code: string, label: string) => ({
  "unit.id": `${ministry.unit(code)}`,
  "unit.label": label,
  "unit.text": label,
});

describe("a person's page", () => {
  test("shows details to those who answer for the unit, never the civil number", async () => {
    const address = `/to-chuc/nguoi/${ministry.person("officer-stp-dbn-pbgd")}`;
    const seen = await (await as("chuyen-vien-dien-bien")).get(address);
    expect(seen.html).toContain("Năm sinh");
    expect(seen.html).toContain("Điều động");
    const other = await (await as("can-bo")).get(address);
    expect(other.status).toBe(200);
    expect(other.html).not.toContain("Năm sinh");
    expect(other.html).not.toContain("Điều động");
  });

  test("names whose power a delegate uses", async () => {
    const seen = await (await as("can-bo")).get(`/to-chuc/nguoi/${ministry.person("thu-truong")}`);
    expect(seen.html).toContain("Ký thay · thay Hoàng Minh Thành, Bộ trưởng");
  });

  test("is missing when there is nobody", async () => {
    expect((await (await as("can-bo")).get("/to-chuc/nguoi/99999999")).status).toBe(404);
  });
});

describe("the list of people", () => {
  test("is found without accents and holds fifty a page", async () => {
    const seen = await (await as("can-bo")).get("/to-chuc/nguoi?q=lo+van");
    expect(seen.html).toContain("Lò Văn Chương");
    expect(seen.html).not.toContain("Nguyễn Thị Thu Hà</a>");
    expect((await (await as("can-bo")).get("/to-chuc/nguoi")).html).toContain("1–50 trong");
  });
});

describe("adding a person", () => {
  const typed = {
    name: "Sùng Thị Mới",
    gender: "female",
    birthYear: "1999",
    category: "civil-servant",
    civilNumber: "011199000009",
  };

  test("writes where they work, and seals the civil number", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    const seen = await browser.post("/to-chuc/nguoi/moi", {
      ...{
        ...typed,
        ...unitField("STP-DBN-HCBT", "Phòng Hành chính và Bổ trợ tư pháp"),
        title: "Chuyên viên",
      },
      ...{ worksAs: "direct", from: "01/11/2026" },
    });
    expect(seen.status).toBe(303);
    const person = Number(seen.location!.split("/").at(-1));
    expect(await findPerson(reader(), person)).toMatchObject({ name: "Sùng Thị Mới", hasCivilNumber: true });
    const { rows } = await sql<{
      kept: string;
    }>`select encode(civil_number_sealed, 'escape') || civil_number_index as kept from person where id = ${person}`.execute(
      reader(),
    );
    expect(rows[0]!.kept).not.toContain("011199000009");
    expect((await browser.get(seen.location!)).html).not.toContain("011199000009");
  });

  test("is refused in another body, and for a number that is taken", async () => {
    const place = { title: "Chuyên viên", worksAs: "direct", from: "01/11/2026" };
    const elsewhere = await (await as("chuyen-vien-dien-bien")).post("/to-chuc/nguoi/moi", {
      ...{ ...typed, ...place, ...unitField("STP-HCM-VP", "Văn phòng Sở Tư pháp Thành phố Hồ Chí Minh") },
    });
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.html).toContain("Sùng Thị Mới");
    const taken = await (await as("chuyen-vien-dien-bien")).post("/to-chuc/nguoi/moi", {
      ...{
        ...typed,
        ...place,
        ...unitField("STP-DBN-VP", "Văn phòng Sở Tư pháp tỉnh Điện Biên"),
        name: "Vừ Thị Khác",
      },
    });
    expect(taken.status).toBe(409);
    expect(taken.html).toContain("Số định danh này đã có ở một người khác");
  });

  test("comes back with namesakes when the unit's words name several", async () => {
    const seen = await (await as("quan-tri")).post("/to-chuc/nguoi/moi", {
      ...{
        ...typed,
        civilNumber: "",
        title: "Chuyên viên",
        worksAs: "direct",
        from: "01/11/2026",
        "unit.text": "Phòng Bổ trợ",
      },
    });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Hãy chọn một trong các kết quả.");
    expect(seen.html).toContain('name="unit.choice"');
  });
});

describe("moving a person", () => {
  test("ends what they held there on that day and leaves the rest", async () => {
    const person = ministry.person("officer-stp-dbn-xdkt");
    const from = ministry.unit("STP-DBN-XDKT");
    const seen = await (await as("chuyen-vien-dien-bien")).post(`/to-chuc/nguoi/${person}/dieu-dong`, {
      ...{
        from: `${from}`,
        ...unitField("STP-DBN-VP", "Văn phòng Sở Tư pháp tỉnh Điện Biên"),
        title: "Chuyên viên",
      },
      ...{ worksAs: "direct", on: "01/12/2026" },
    });
    expect(seen.status).toBe(303);
    const posts = await postsOfPerson(reader(), person, today);
    expect(posts.map((post) => `${post.unit} ${post.kind} ${post.validity.to}`).sort()).toEqual(
      [
        `${ministry.unit("STP-DBN-VP")} member null`,
        `${from} member 2026-12-01`,
        `${from} unit-officer 2026-12-01`,
      ].sort(),
    );
    const again = await (await as("chuyen-vien-dien-bien")).post(`/to-chuc/nguoi/${person}/dieu-dong`, {
      ...{
        from: `${from}`,
        ...unitField("STP-DBN-HCBT", "Phòng Hành chính và Bổ trợ tư pháp"),
        title: "Chuyên viên",
      },
      ...{ worksAs: "direct", on: "02/12/2026" },
    });
    expect(again.status).toBe(409);
    expect(again.html).toContain("Người này không còn ở đơn vị cũ vào ngày đó.");
  });
});

describe("posts and delegations", () => {
  test("a post that confers power is given by the administrator only", async () => {
    const person = ministry.person("officer-stp-dbn-hcbt");
    const typed = {
      ...unitField("STP-DBN", "Sở Tư pháp tỉnh Điện Biên"),
      kind: "inspector",
      title: "Kiểm tra",
      from: "01/12/2026",
    };
    expect(
      (await (await as("chuyen-vien-dien-bien")).post(`/to-chuc/nguoi/${person}/chuc-trach`, typed)).status,
    ).toBe(403);
    expect((await (await as("quan-tri")).post(`/to-chuc/nguoi/${person}/chuc-trach`, typed)).status).toBe(
      303,
    );
    expect((await (await as("quan-tri")).post(`/to-chuc/nguoi/${person}/chuc-trach`, typed)).status).toBe(
      409,
    );
  });

  test("a second head is refused by the last guard in words", async () => {
    const seen = await (await as("quan-tri")).post(
      `/to-chuc/nguoi/${ministry.person("officer-stp-dbn-pbgd")}/chuc-trach`,
      {
        ...{
          ...unitField("STP-DBN", "Sở Tư pháp tỉnh Điện Biên"),
          kind: "unit-head",
          title: "Giám đốc",
          from: "01/12/2026",
        },
      },
    );
    expect(seen.status).toBe(409);
    expect(seen.html).toContain("Đơn vị đang có người đứng đầu");
  });

  test("the director passes on power, and the delegate then acts under both names", async () => {
    const deputy = ministry.person("pho-giam-doc-dien-bien");
    const typed = {
      ...{
        delegation: "uy-quyen",
        "principal.text": "Lò Văn Chương",
        principalTitle: "Giám đốc Sở",
        kind: "unit-head",
      },
      ...{
        ...unitField("STP-DBN", "Sở Tư pháp tỉnh Điện Biên"),
        title: "Phó Giám đốc Sở",
        scope: "Điều hành công việc",
      },
      ...{ from: "20/11/2026", to: "01/01/2027" },
    };
    const browser = await as("giam-doc-dien-bien");
    const without = await browser.post(`/to-chuc/nguoi/${deputy}/uy-quyen`, typed);
    expect(without.status).toBe(422);
    expect(without.html).toContain("Ủy quyền phải bằng văn bản");
    const done = await browser.post(`/to-chuc/nguoi/${deputy}/uy-quyen`, {
      ...typed,
      paperSymbol: "15/QĐ-STP",
    });
    expect(done.status).toBe(303);
    const actor = await loadActor(
      reader(),
      { account: "account-pho-giam-doc-dien-bien", provedUntil: null },
      now,
      null,
    );
    expect(actor?.posts.find((post) => post.delegation === "uy-quyen")).toMatchObject({
      ...{ kind: "unit-head", onBehalfOf: { name: "Lò Văn Chương", title: "Giám đốc Sở" } },
    });
  });

  test("nobody without power delegates it", async () => {
    const seen = await (await as("can-bo")).get(
      `/to-chuc/nguoi/${ministry.person("pho-giam-doc-dien-bien")}/uy-quyen`,
    );
    expect(seen.status).toBe(404);
  });

  test("a post ends from a day on, once", async () => {
    const [post] = await holdersOf(reader(), ministry.unit("STP-DBN"), ["finance-officer"], today);
    const browser = await as("quan-tri");
    expect(
      (await browser.post(`/to-chuc/chuc-trach/${post!.id}/ket-thuc`, { on: "01/12/2026" })).status,
    ).toBe(303);
    const again = await browser.post(`/to-chuc/chuc-trach/${post!.id}/ket-thuc`, { on: "02/12/2026" });
    expect(again.status).toBe(409);
    expect(again.html).toContain("đã kết thúc từ ngày 01/12/2026");
  });

  test("power passed on ends with the post it rests on", async () => {
    const director = ministry.person("giam-doc-dien-bien");
    const [post] = await holdersOf(reader(), ministry.unit("STP-DBN"), ["signatory"], today);
    expect(post?.person).toBe(director);
    await (await as("quan-tri")).post(`/to-chuc/chuc-trach/${post!.id}/ket-thuc`, { on: "15/12/2026" });
    const left = await holdersOf(reader(), ministry.unit("STP-DBN"), ["signatory"], day("2026-12-14"));
    expect(left.map((one) => [one.delegation, one.validity.to])).toEqual([
      [null, "2026-12-15"],
      ["ky-thay", "2026-12-15"],
    ]);
  });

  test("another's power is never used unless it is chosen", async () => {
    const secretary = await loadActor(reader(), { account: "account-thu-ky", provedUntil: null }, now, null);
    expect(secretary?.post).toMatchObject({ kind: "member", delegation: null });
    const typing = secretary!.posts.find((held) => held.delegation === "typing")!;
    const chosen = await loadActor(
      reader(),
      { account: "account-thu-ky", provedUntil: null },
      now,
      typing.id,
    );
    expect(chosen?.post).toMatchObject({ kind: "signatory", onBehalfOf: { name: "Đặng Quang Khải" } });
  });

  test("a new focal officer takes over on the day", async () => {
    const unit = ministry.unit("STP-DBN-TGPL");
    const before = await holdersOf(reader(), unit, ["unit-officer"], today);
    const seen = await (await as("giam-doc-dien-bien")).post(`/to-chuc/don-vi/${unit}/dau-moi`, {
      ...{ "person.id": `${ministry.person("head-stp-dbn-tgpl")}`, "person.label": "x", "person.text": "x" },
      ...{ from: "01/12/2026", fullTime: "co", training: "Lớp nghiệp vụ năm 2026", trainedOn: "10/10/2026" },
    });
    expect(seen.status).toBe(303);
    const after = await holdersOf(reader(), unit, ["unit-officer"], day("2026-12-01"));
    expect(after).toMatchObject([
      { person: ministry.person("head-stp-dbn-tgpl"), fullTime: true, training: "Lớp nghiệp vụ năm 2026" },
    ]);
    expect(await holdersOf(reader(), unit, ["unit-officer"], day("2026-11-30"))).toMatchObject([
      { id: before[0]!.id },
    ]);
  });
});

describe("clusters", () => {
  test("show the roster and heads of a year", async () => {
    const browser = await as("can-bo");
    const then = await browser.get("/to-chuc/cum?nam=2019");
    expect(then.html).toContain("Trưởng Cụm: Trần Văn Dũng; Phó Trưởng Cụm: Nguyễn Thanh Tú");
    const present = await browser.get("/to-chuc/cum");
    expect(present.html).toContain("miền núi biên giới phía Bắc");
    expect(present.html).not.toContain("Khu vực thi đua các tỉnh miền núi phía Bắc");
  });

  test("are drawn for a year by the founder's standing body, and keep their past", async () => {
    const cluster = ministry.unit("CUM-III");
    const members = ["BTP-PBGDPL", "BTP-BTTP", "QLTHADS", "BTP-HCTP"].map((code) => `${ministry.unit(code)}`);
    const typed = {
      ...{
        year: "2027",
        on: "01/01/2027",
        members,
        "more.0.text": "Vụ Hợp tác quốc tế",
        symbol: "10/QĐ-BTP",
      },
      ...{ "head.id": `${ministry.person("deputy-btp-bttp")}`, "head.label": "x", "head.text": "x" },
    };
    const address = `/to-chuc/cum/${cluster}/thanh-phan`;
    expect((await (await as("can-bo")).get(address)).status).toBe(404);
    const browser = await as("thuong-truc");
    const stranger = await browser.post(address, { ...typed, "head.id": `${ministry.person("can-bo")}` });
    expect(stranger.status).toBe(422);
    expect(stranger.html).toContain("Trưởng, Phó Trưởng cụm là người của đơn vị thành viên trong năm.");
    const done = await browser.post(address, typed);
    expect([done.status, done.location]).toEqual([303, `/to-chuc/cum/${cluster}?nam=2027`]);
    expect((await rostersOf(reader(), [cluster], 2027)).map((member) => member.code).sort()).toEqual([
      "BTP-BTTP",
      "BTP-HCTP",
      "BTP-HTQT",
      "BTP-PBGDPL",
      "QLTHADS",
    ]);
    expect(await leadersOf(reader(), [cluster], 2027)).toMatchObject([
      { person: ministry.person("deputy-btp-bttp"), title: "Trưởng Cụm", paperSymbol: "10/QĐ-BTP" },
    ]);
    expect(await rostersOf(reader(), [cluster], 2026)).toHaveLength(6);
    expect(await leadersOf(reader(), [cluster], 2026)).toHaveLength(2);
  });

  test("are founded under a body of one's own", async () => {
    const typed = {
      name: "Khối thi đua các Phòng",
      code: "KHOI-DBN",
      kind: "BLOC",
      from: "01/01/2026",
      "founder.text": "STP-DBN",
    };
    expect((await (await as("chuyen-vien-tphcm")).post("/to-chuc/cum/moi", typed)).status).toBe(403);
    const seen = await (await as("chuyen-vien-dien-bien")).post("/to-chuc/cum/moi", typed);
    expect(seen.status).toBe(303);
    expect(await clustersOf(reader(), ministry.unit("STP-DBN"), 2026)).toEqual([]);
  });
});
