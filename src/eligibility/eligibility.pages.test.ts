import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { aGrade, anAward, awards } from "../../test/records-world.ts";
import {
  actorFor,
  aPerson,
  as,
  buildMinistry,
  inTime,
  type SmallMinistry,
} from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { readSheet } from "../documents/spreadsheet.ts";
import { type Actor, systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader, type Tx } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { addFact } from "../records/fact.acts.ts";
import { type NewFact, noPaper } from "../records/fact.ts";
import type { App } from "../web/http.ts";
import { eligibilityOffers } from "./eligibility.offers.ts";
import { eligibility } from "./eligibility.part.ts";
import { conductSweep, startSweep, stopSweep } from "./sweep.acts.ts";

const here = world();
const system = systemActor("Công việc tự động", inTime, onDay(inTime));
let ministry: SmallMinistry;
let mounted: readonly App[];
let standing: Actor;
let head: Actor;
let officer: Actor;
/** In the Vụ: who qualifies and is not registered, who is under review, who is registered without qualifying. */
let able: number;
let suspended: number;
let unable: number;

/** The standing officer writes it down; a pending matter is restricted. */
async function record(person: number, ...facts: readonly NewFact[]): Promise<void> {
  for (const fact of facts) {
    const outcome = await addFact(standing, {
      ...{ subject: { kind: "person", id: person }, fact, awards, document: null },
    } as Parameters<typeof addFact>[1]);
    if (isRefusal(outcome)) throw new Error(outcome.sentence);
  }
}

const complaint: NewFact = {
  ...{ kind: "pending", ...noPaper, year: 2021, matter: "complaint" },
  ...{ since: day("2021-01-15"), endedOn: null, cleared: null },
};

beforeAll(async () => {
  ministry = await buildMinistry(here);
  mounted = [eligibility.pages({ offers: [] })];
  standing = await as(ministry, "standing");
  head = await as(ministry, "lawHead");
  officer = await as(ministry, "lawOfficer");
  [able, suspended, unable] = await here.arrange(async (tx) => [
    await aPerson(tx, "Đinh Văn Đạt", ministry.lawDepartment),
    await aPerson(tx, "Vũ Thị Dừng", ministry.lawDepartment),
    await aPerson(tx, "Ngô Văn Thiếu", ministry.lawDepartment),
  ]);
  await record(able, aGrade(2021, "good"), anAward("ADVANCED_WORKER", 2020));
  await record(suspended, aGrade(2021, "good"), complaint);
  await record(unable, aGrade(2021, "completed"));
  await here.arrange((tx) => register(tx, unable, "ADVANCED_WORKER"));
});

/** A line of a registration that was sent. */
async function register(tx: Tx, person: number, title: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    insert into registration (movement, unit, receiver, addressees, year, unit_name, state, submitted_at, late, channel,
                              searched, started_at, changed_at)
    values (${ministry.movement}, ${ministry.lawDepartment}, ${ministry.ministry}, array[${ministry.ministry}]::bigint[],
            2021, 'Vụ', 'submitted', ${inTime}, false, 'online', 'vu', ${inTime}, ${inTime}) returning id`.execute(
    tx,
  );
  await sql`
    insert into registration_line (registration, movement, title, subject, person, chain, state, changed_at)
    values (${rows[0]!.id}, ${ministry.movement}, ${title}, 'individual', ${person}, 'vertical', 'listed', ${inTime})`.execute(
    tx,
  );
}

async function swept(actor: Actor, unit: number, given: { province?: string } = {}): Promise<number> {
  const sweep = await startSweep(actor, {
    ...{ unit, province: given.province ?? null, year: 2021, receivedOn: null },
  });
  if (isRefusal(sweep)) throw new Error(sweep.sentence);
  await conductSweep(system, sweep);
  return sweep;
}

/** The rows of a sweep as this person takes them along: name, title, group. */
async function rowsOf(actor: Actor, sweep: number, query = ""): Promise<string[]> {
  const file = await browse(mounted, actor).get(`/dieu-kien/ra-soat/${sweep}/ket-qua.xlsx${query}`);
  const sheet = await readSheet(file.bytes(), "ket-qua.xlsx");
  if (isRefusal(sheet)) throw new Error(sheet.sentence);
  return sheet.rows
    .slice(1)
    .map(([name, , , title, group]) => `${name} | ${title} | ${group}`)
    .filter((row) => /Đạt|Dừng|Thiếu/.test(row) && row.includes("Lao động tiên tiến"));
}

describe("a sweep of a unit", () => {
  let sweep: number;
  beforeAll(async () => {
    sweep = await swept(standing, ministry.lawDepartment);
  });

  test("tells who qualifies unregistered, who is registered without qualifying, who is suspended", async () => {
    expect((await rowsOf(standing, sweep)).sort()).toEqual([
      "Ngô Văn Thiếu | Lao động tiên tiến | Đã đăng ký, chưa đủ điều kiện",
      "Vũ Thị Dừng | Lao động tiên tiến | Tạm dừng xét",
      "Đinh Văn Đạt | Lao động tiên tiến | Đủ điều kiện, chưa đăng ký",
    ]);
  });

  test("says nothing of a pending matter to the focal officer, neither in rows nor in counts", async () => {
    expect((await rowsOf(officer, sweep)).sort()).toEqual([
      "Ngô Văn Thiếu | Lao động tiên tiến | Đã đăng ký, chưa đủ điều kiện",
      "Vũ Thị Dừng | Lao động tiên tiến | Đủ điều kiện, chưa đăng ký",
      "Đinh Văn Đạt | Lao động tiên tiến | Đủ điều kiện, chưa đăng ký",
    ]);
    const path = `/dieu-kien/ra-soat/${sweep}?nhom=tam-dung`;
    expect((await browse(mounted, standing).get(path)).html).toContain("Vũ Thị Dừng");
    const page = (await browse(mounted, officer).get(path)).html;
    expect([page.includes("Vũ Thị Dừng"), /nhom=tam-dung[^"]*#ket-qua/.test(page)]).toEqual([false, false]);
  });

  test("says nothing about themselves to the head who may know it of the others", async () => {
    const myself = { ...head, person: suspended };
    expect(await rowsOf(head, sweep, "?q=dung")).toEqual(["Vũ Thị Dừng | Lao động tiên tiến | Tạm dừng xét"]);
    expect(await rowsOf(myself, sweep, "?q=dung")).toEqual([
      "Vũ Thị Dừng | Lao động tiên tiến | Đủ điều kiện, chưa đăng ký",
    ]);
  });

  test("is filtered by title and group, words without accents", async () => {
    const rows = await rowsOf(standing, sweep, "?danh-hieu=ADVANCED_WORKER&nhom=dang-ky-thieu");
    expect(rows).toEqual(["Ngô Văn Thiếu | Lao động tiên tiến | Đã đăng ký, chưa đủ điều kiện"]);
    expect(await rowsOf(standing, sweep, "?q=dinh+van")).toEqual([
      "Đinh Văn Đạt | Lao động tiên tiến | Đủ điều kiện, chưa đăng ký",
    ]);
  });

  test("does not exist for those outside the unit", async () => {
    const outsider = await as(ministry, "departmentHead");
    const seen = await Promise.all(
      ["", "/ket-qua.csv"].map((end) => browse(mounted, outsider).get(`/dieu-kien/ra-soat/${sweep}${end}`)),
    );
    expect(seen.map(({ status }) => status)).toEqual([404, 404]);
    expect((await browse(mounted, standing).get(`/dieu-kien/ra-soat/${sweep}`)).status).toBe(200);
  });

  test("goes on where it stood and finds nobody twice", async () => {
    await here.arrange((tx) =>
      sql`update progress set state = 'running' where id = (select progress from sweep where id = ${sweep})`.execute(
        tx,
      ),
    );
    const before = await rowsOf(standing, sweep);
    await conductSweep(system, sweep);
    expect(await rowsOf(standing, sweep)).toEqual(before);
  });
});

test("a sweep of one province leaves out what stands in another", async () => {
  await here.arrange(async (tx) => {
    await sql`update unit set province = '11' where id in (${ministry.enforcement}, ${ministry.department})`.execute(
      tx,
    );
    await sql`insert into record_grade (person, year, grade, source, withdrawn, recorded_at, recorder_name)
              values (${ministry.people.executor}, 2021, 'good', 'typed', false, ${inTime}, 'Người nhập')`.execute(
      tx,
    );
  });
  const names = async (sweep: number): Promise<string[]> => {
    const path = `/dieu-kien/ra-soat/${sweep}/ket-qua.csv?danh-hieu=ADVANCED_WORKER`;
    const { bytes } = await browse(mounted, standing).get(path);
    return ["Người executor", "Đinh Văn Đạt"].filter((name) =>
      new TextDecoder().decode(bytes()).includes(name),
    );
  };
  expect(await names(await swept(standing, ministry.ministry))).toEqual(["Người executor", "Đinh Văn Đạt"]);
  expect(await names(await swept(standing, ministry.ministry, { province: "11" }))).toEqual([
    "Người executor",
  ]);
});

describe("who sets a sweep going", () => {
  const ask = (actor: Actor, unit: number) =>
    startSweep(actor, { unit, province: null, year: 2021, receivedOn: null });

  test("the head and the focal officer for their unit, not above it", async () => {
    expect(await ask(head, ministry.lawDepartment)).toBeTypeOf("number");
    expect(await ask(officer, ministry.lawDepartment)).toBeTypeOf("number");
    expect(await ask(officer, ministry.ministry)).toMatchObject({ kind: "may-not" });
  });

  test("no member, no inspector", async () => {
    expect(await ask(await as(ministry, "lawMember"), ministry.lawDepartment)).toMatchObject({
      kind: "may-not",
    });
    expect(await ask(await as(ministry, "inspector"), ministry.ministry)).toMatchObject({ kind: "may-not" });
  });

  test("from the page: the form comes back with what was typed, and leads to the sweep", async () => {
    const browser = browse(mounted, standing);
    const wrong = await browser.post("/dieu-kien/ra-soat", { "unit.text": "Vụ Pháp luật", year: "2016" });
    expect([wrong.status, wrong.html.includes('value="2016"')]).toEqual([422, true]);
    const right = await browser.post("/dieu-kien/ra-soat", {
      "unit.text": "Vụ Pháp luật dân sự - kinh tế",
      "unit.id": `${ministry.lawDepartment}`,
      "unit.label": "Vụ Pháp luật dân sự - kinh tế",
      province: "",
      receivedOn: "",
      year: "2021",
    });
    expect([right.status, right.location?.replace(/\d+$/, "…")]).toEqual([303, "/dieu-kien/ra-soat/…"]);
  });
});

test("a sweep that was stopped judges nobody any more", async () => {
  const sweep = await startSweep(standing, {
    ...{ unit: ministry.ministry, province: null, year: 2021, receivedOn: null },
  });
  if (isRefusal(sweep)) throw new Error(sweep.sentence);
  expect(await stopSweep(officer, { sweep })).toMatchObject({ kind: "may-not" });
  expect(await stopSweep(standing, { sweep })).toBe(sweep);
  expect(await stopSweep(standing, { sweep })).toMatchObject({ refusal: "sweep-has-ended" });
  await conductSweep(system, sweep);
  expect(await rowsOf(standing, sweep)).toEqual([]);
});

test("the ceiling of 15 % counts on who is registered for Lao động tiên tiến while nobody holds it", async () => {
  const people = await here.arrange(async (tx) => {
    const room: number[] = [];
    for (let one = 0; one < 13; one += 1)
      room.push(await aPerson(tx, `Người thứ ${one}`, ministry.enforcementRoom));
    const { rows } = await sql<{ id: number }>`
      insert into registration (movement, unit, receiver, addressees, year, unit_name, state, submitted_at, late, channel,
                                searched, started_at, changed_at)
      values (${ministry.movement}, ${ministry.enforcement}, ${ministry.ministry}, array[${ministry.ministry}]::bigint[],
              2021, 'Cục', 'accepted', ${inTime}, false, 'online', 'cuc', ${inTime}, ${inTime}) returning id`.execute(
      tx,
    );
    for (const [index, person] of room.entries())
      for (const title of index < 2
        ? ["ADVANCED_WORKER", "GRASSROOTS_EMULATION_FIGHTER"]
        : ["ADVANCED_WORKER"])
        await sql`
          insert into registration_line (registration, movement, title, subject, person, chain, state, changed_at)
          values (${rows[0]!.id}, ${ministry.movement}, ${title}, 'individual', ${person}, 'vertical', 'listed', ${inTime})`.execute(
          tx,
        );
    return room;
  });
  expect(people).toHaveLength(13);
  const sweep = await swept(standing, ministry.enforcement);
  const page = (await browse(mounted, standing).get(`/dieu-kien/ra-soat/${sweep}`)).html;
  // 15 % of 13 is one whole person; two are registered.
  expect(page).toContain("Cục Thi hành án dân sự tỉnh Điện Biên (15 % của 13 là 1;");
  expect(page).toContain("2/1");
});

describe("the pathway of a person", () => {
  const see = async (actor: Actor, person: number, query = "") =>
    browse(mounted, actor).get(`/dieu-kien/nguoi/${person}${query}`);
  const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

  test("shows what this year allows and the earliest year of the titles above", async () => {
    const text = plain((await see(standing, able)).html);
    expect(text).toContain("Lao động tiên tiến Đủ điều kiện");
    expect(text).toMatch(/2023 Chiến sĩ thi đua ngành Tư pháp/);
  });

  test("shows what would change if something were different, and keeps nothing of it", async () => {
    const supposed = await see(standing, unable, "?gia-su=grade:excellent&nam=2021");
    expect(plain(supposed.html)).toContain("Nếu năm 2021 được xếp loại “hoàn thành xuất sắc nhiệm vụ”");
    expect(plain(supposed.html)).toMatch(
      /Thay đổi so với hồ sơ Lao động tiên tiến Trước đây: chưa đủ điều kiện\./,
    );
    expect((await see(standing, unable)).html).not.toContain("Thay đổi so với hồ sơ");
  });

  test("a thing supposed without a year asks for one", async () => {
    const asked = await see(standing, unable, "?gia-su=grade:excellent&nam=hai");
    expect(asked.html).toContain("Hãy chọn nội dung và nhập năm");
  });

  test("tells the pending matter to the standing officer and the head, not to the focal officer nor to the person", async () => {
    const self = await actorFor(suspended, "Vũ Thị Dừng", inTime);
    const told = await Promise.all(
      [standing, head, officer, self].map(async (actor) => {
        const { html, status } = await see(actor, suspended);
        return [status, /Tạm dừng xét|tố cáo/.test(html.replace(/<dl.*<\/dl>/s, ""))];
      }),
    );
    expect(told).toEqual([
      [200, true],
      [200, true],
      [200, false],
      [200, false],
    ]);
  });

  test("does not exist for a colleague or another unit; one's own does", async () => {
    const member = await as(ministry, "lawMember");
    expect((await see(member, able)).status).toBe(404);
    expect((await see(await as(ministry, "departmentHead"), able)).status).toBe(404);
    expect((await see(member, ministry.people.lawMember)).status).toBe(200);
  });

  test("the tab stands where the page may be seen", async () => {
    const thing = { noun: "person", id: able };
    expect(await eligibilityOffers.tabs?.(reader(), head, thing)).toEqual([
      { label: "Điều kiện", href: `/dieu-kien/nguoi/${able}`, count: null },
    ]);
    expect(await eligibilityOffers.tabs?.(reader(), await as(ministry, "lawMember"), thing)).toEqual([]);
  });
});

test("the way in finds only those whose record one may see", async () => {
  const page = async (actor: Actor) => (await browse(mounted, actor).get("/dieu-kien?q=dat")).html;
  expect(await page(head)).toContain("Đinh Văn Đạt");
  expect(await page(await as(ministry, "departmentHead"))).not.toContain("Đinh Văn Đạt");
});

test("a unit's pathway goes up the chain it stands in", async () => {
  const seen = await browse(mounted, standing).get(`/dieu-kien/don-vi/${ministry.department}`);
  expect([
    seen.html.includes("Cờ thi đua ngành Tư pháp"),
    seen.html.includes("Tập thể lao động xuất sắc"),
  ]).toEqual([true, true]);
});
