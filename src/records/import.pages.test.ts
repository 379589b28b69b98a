import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { anAward, awards } from "../../test/records-world.ts";
import { world } from "../../test/world.ts";
import { writeXlsx } from "../documents/spreadsheet.ts";
import { savePerson } from "../org/person.store.ts";
import { savePost } from "../org/post.store.ts";
import { plainPost } from "../org/post.ts";
import { type Actor, systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { addFact, correctFact } from "./fact.acts.ts";
import { factsAbout, historyOf } from "./fact.store.ts";
import { continueImport } from "./import.acts.ts";
import { findImport } from "./import.store.ts";
import { recordsPart } from "./records.part.ts";

const here = world();
const ministry = ministryIn(here);
const at = new Date("2021-03-01T03:00:00Z");
const part = recordsPart(awards);
let officer: Actor;
let room: string;

beforeAll(async () => {
  officer = await ministry.actor("chuyen-vien-dien-bien", at, "unit-officer");
  room = "Phòng Phổ biến, giáo dục pháp luật";
});

const visit = (actor: Actor = officer) => browse([part.pages({ offers: [] })], actor);

async function aPerson(name: string, birthYear: number | null, unit = "STP-DBN-PBGD"): Promise<number> {
  return here.arrange(async (tx) => {
    const person = await savePerson(tx, {
      ...{ name, civilNumber: null, gender: null, birthYear, category: "civil-servant", email: null },
    });
    await savePost(tx, {
      ...plainPost(person, ministry.unit(unit), "member", "Chuyên viên", day("2012-01-01")),
      worksAs: "direct",
    });
    return person;
  });
}

/** Brings a list and gives the address of its page. */
async function bring(kind: string, pasted: string, actor = officer): Promise<string> {
  const answer = await visit(actor).post("/ho-so/nhap", { kind, subject: "person", pasted });
  if (answer.location === null) throw new Error(`${answer.status} ${answer.html}`);
  return answer.location;
}
const held = async (id: number) =>
  (await factsAbout(reader(), { kind: "person", id })).map((fact) =>
    fact.kind === "honour"
      ? `${fact.code} ${fact.year}`
      : fact.kind === "grade"
        ? `${fact.grade} ${fact.year}`
        : fact.kind,
  );
const tags = (html: string): string[] =>
  [...html.matchAll(/class="tag tag-[a-z]+">(?:<svg.*?<\/svg>)?([^<]+)</g)].map((match) => match[1]!);

describe("a list of awards", () => {
  let [an, binh1, binh2] = [0, 0, 0];
  const table = (names: { an: string; binh: string }) =>
    [
      "SỞ TƯ PHÁP TỈNH ĐIỆN BIÊN",
      "DANH SÁCH KHEN THƯỞNG NĂM 2020",
      "",
      "STT\tHọ và tên\tNăm sinh\tĐơn vị\tNăm\tDanh hiệu\tSố QĐ\tNgày QĐ",
      `1\t${names.an}\t1985\t${room}\t2020\tLĐTT; CSTĐ cơ sở\t90/QĐ-STP\t18/12/2020`,
      `2\t${names.binh}\t\t${room}\t2020\tLao động tiên tiến\t90/QĐ-STP\t18/12/2020`,
      `3\tKhông Có Ai\t1990\t${room}\t2020\tLĐTT\t90/QĐ-STP\t18/12/2020`,
      `4\t${names.an}\t1985\t${room}\t2020\tHuy chương lạ\t90/QĐ-STP\t31/02/2020`,
    ].join("\n");
  let names = { an: "", binh: "" };
  let count = 0;

  beforeEach(async () => {
    const letter = "ABCDEGHIKL"[count++];
    names = { an: `Lò Văn An ${letter}`, binh: `Vàng Thị Bình ${letter}` };
    an = await aPerson(names.an, 1985);
    binh1 = await aPerson(names.binh, 1980);
    binh2 = await aPerson(names.binh, 1991);
  });

  test("is read with its heading found, doubts side by side and a sentence for every fault; nothing is written", async () => {
    const { html } = await visit().get(await bring("honour", table(names)));
    expect(tags(html)).toEqual(["Mới", "Mới", "Có lỗi", "Có lỗi"]);
    expect(html).toContain("Là ai? (dòng 6)");
    expect(html).toContain(`${names.binh}, sinh năm 1980`);
    expect(html).toContain(`${names.binh}, sinh năm 1991`);
    expect(html).toContain("Không có ai tên “Không Có Ai” trong hệ thống");
    expect(html).toContain("Không nhận ra danh hiệu, hình thức “Huy chương lạ”.");
    expect(html).toContain("Ngày “31/02/2020” không có thật");
    expect([await held(an), await held(binh1)]).toEqual([[], []]);
  });

  test("is written when confirmed, under the choices made, and changes nothing the second time", async () => {
    const first = await bring("honour", table(names));
    const answer = await visit().post(`${first}/xac-nhan`, { "choice.r6": `${binh2}` });
    expect(answer.status).toBe(303);
    expect([await held(an), await held(binh1), await held(binh2)]).toEqual([
      ["ADVANCED_WORKER 2020", "GRASSROOTS_EMULATION_FIGHTER 2020"],
      [],
      ["ADVANCED_WORKER 2020"],
    ]);
    const second = await bring("honour", table(names));
    const page = await visit().get(second);
    expect(page.html).toContain("Chính tệp này đã nhập ngày 01/03/2021");
    await visit().post(`${second}/xac-nhan`, { "choice.r6": `${binh2}` });
    expect((await historyOf(reader(), { kind: "person", id: an })).length).toBe(2);
    expect((await historyOf(reader(), { kind: "person", id: binh2 })).length).toBe(1);
  });

  test("is undone as a whole: what it added is withdrawn, what it corrected is as before, later hands are left", async () => {
    const standing = await ministry.actor("thuong-truc", at, "standing-officer");
    const old = await addFact(officer, {
      ...{
        subject: { kind: "person", id: an },
        fact: anAward("ADVANCED_WORKER", 2020, { paperSymbol: "1/QĐ" }),
      },
      ...{ awards, document: null },
    });
    expect(isRefusal(old)).toBe(false);
    const list = await bring("honour", table(names));
    await visit().post(`${list}/xac-nhan`, { "choice.r5": "correct", "choice.r6": `${binh1}` });
    const papers = async () =>
      (await factsAbout(reader(), { kind: "person", id: an })).map((fact) => fact.paperSymbol);
    expect(await papers()).toEqual(["90/QĐ-STP", "90/QĐ-STP"]);
    const [row] = await factsAbout(reader(), { kind: "person", id: binh1 });
    const later = await correctFact(standing, {
      ...{
        kind: "honour",
        id: row!.id,
        fact: anAward("ADVANCED_WORKER", 2019),
        reason: "nhầm năm",
        awards,
        document: null,
      },
    });
    expect(isRefusal(later)).toBe(false);
    const silent = await visit().post(`${list}/hoan-tac`, {});
    expect([silent.status, silent.html.includes("Hãy ghi lý do hoàn tác.")]).toEqual([422, true]);
    expect((await visit().post(`${list}/hoan-tac`, { reason: "nhầm tệp" })).status).toBe(303);
    expect([await papers(), await held(an), await held(binh1)]).toEqual([
      ["1/QĐ"],
      ["ADVANCED_WORKER 2020"],
      ["ADVANCED_WORKER 2019"],
    ]);
    expect((await visit().post(`${list}/hoan-tac`, { reason: "nữa" })).status).toBe(409);
  });

  test("is nobody's who does not keep the records of that unit", async () => {
    const list = await bring("honour", table(names));
    const stranger = await ministry.actor("thads-dien-bien", at);
    expect((await visit(stranger).get(list)).status).toBe(404);
    expect((await visit(stranger).post(`${list}/xac-nhan`, {})).status).toBe(404);
    const plain = await visit({ ...officer, posts: [], post: null }).post("/ho-so/nhap", {
      ...{ kind: "honour", subject: "person", pasted: table(names) },
    });
    expect(plain.status).toBe(403);
  });
});

test("columns are pointed at other fields on screen, and a usual year stands for empty cells", async () => {
  const person = await aPerson("Cà Văn Cột", 1979);
  const bytes = await writeXlsx(
    ["A", "B", "C", "Cột thử"].map((title) => ({ title, kind: "text" as const })),
    [["Cà Văn Cột", "1979", "HTXSNV", ""]],
  );
  const file = new File([bytes as Uint8Array<ArrayBuffer>], "xep-loai.xlsx");
  const brought = await visit().post("/ho-so/nhap", { kind: "grade", subject: "person", file });
  const list = brought.location!;
  expect(tags((await visit().get(list)).html)).toEqual(["Có lỗi"]);
  await visit().post(`${list}/cot`, {
    ...{
      header: "1",
      usualYear: "2020",
      "columns.name": "0",
      "columns.birthYear": "1",
      "columns.grade": "2",
    },
  });
  expect(tags((await visit().get(list)).html)).toEqual(["Mới"]);
  await visit().post(`${list}/xac-nhan`);
  expect(await held(person)).toEqual(["excellent 2020"]);
});

test("a list cannot write one's own record, nor that of people elsewhere", async () => {
  await aPerson("Giàng A Xa", 1982, "STP-HCM-VP");
  const list = await bring(
    "grade",
    `Họ và tên\tNăm sinh\tNăm\tXếp loại\n${officer.name}\t1988\t2020\tHoàn thành tốt\nGiàng A Xa\t1982\t2020\tHoàn thành tốt`,
  );
  const { html } = await visit().get(list);
  expect(tags(html)).toEqual(["Có lỗi", "Có lỗi"]);
  expect(html).toContain("Bạn không ghi hồ sơ của Giàng A Xa");
});

test("a long list is written piece by piece, each a transaction of its own, and stops when it is undone", async () => {
  const first = await aPerson("Mùa A Dài", 1983);
  const others = await here.arrange(async (tx) => {
    const names: string[] = [];
    for (let number = 0; number < 1100; number += 1) {
      const name = `Đông ${`${number}`.replace(/\d/g, (digit) => "abcdeghikl"[Number(digit)]!)}`;
      const person = await savePerson(tx, {
        ...{ name, civilNumber: null, gender: null, birthYear: 1984, category: "civil-servant", email: null },
      });
      await savePost(tx, {
        ...plainPost(person, ministry.unit("STP-DBN-PBGD"), "member", "Chuyên viên", day("2012-01-01")),
        worksAs: "direct",
      });
      names.push(name);
    }
    return names;
  });
  const lines = ["Mùa A Dài\t1983\t2020\tTốt", ...others.map((name) => `${name}\t1984\t2020\tTốt`)];
  const list = await bring("grade", ["Họ và tên\tNăm sinh\tNăm\tXếp loại", ...lines].join("\n"));
  const id = Number(list.split("/").at(-1));
  await visit().post(`${list}/xac-nhan`);
  const half = await findImport(reader(), id);
  expect([half?.state, half?.done, half?.planned.length]).toEqual(["applying", 1000, 1101]);
  expect((await visit().get(list)).html).toContain("1.000/1.101 dòng");
  const system = systemActor("Công việc tự động", at, onDay(at));
  expect(await continueImport(system, { id, awards })).toBe(1101);
  expect((await findImport(reader(), id))?.state).toBe("applied");
  expect(await held(first)).toEqual(["good 2020"]);
  await visit().post(`${list}/hoan-tac`, { reason: "thử" });
  expect((await findImport(reader(), id))?.outcome.undone).toBe(1101);
  expect(await continueImport(system, { id, awards })).toBe(1101);
  expect(await held(first)).toEqual([]);
});
