import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aPerson, as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import {
  anInterimReview,
  aReviewedMovement,
  beforeJuly,
  inJuly,
  oneFigure,
  send,
  sure,
  versionOf,
  writeEverything,
} from "../../test/reviews-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import type { Gathered } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { frozenFiguresOf } from "./figure.store.ts";
import { enterPaperReview } from "./paper.acts.ts";
import { asideOf } from "./paper.store.ts";
import { signersOf } from "./reporting.store.ts";
import { acceptReview, returnReview, withdrawReview } from "./review.acts.ts";
import { maySee } from "./review.may.ts";
import { findReview, reviewsOutOfFold } from "./review.store.ts";
import { sectionsOf } from "./section.store.ts";
import { wholeReview } from "./whole.store.ts";
import { overrideFigure } from "./writing.acts.ts";

const here = world();
let ministry: SmallMinistry;
let movement: number;
const none: Gathered = { offers: [] };

type Name = Parameters<typeof as>[1];
const by = (name: Name, at = beforeJuly) => as(ministry, name, { at });
const review = async (id: number) => (await findReview(reader(), id, day("2021-07-02")))!;

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

beforeEach(async () => {
  movement = await aReviewedMovement(here, ministry);
});

async function aDraft(words: string): Promise<number> {
  const officer = await by("lawOfficer");
  const id = await anInterimReview(officer, ministry.lawDepartment, movement);
  await writeEverything(officer, id, words);
  return id;
}

const withdraw = async (id: number, reason: string, name: Name = "lawOfficer", at = beforeJuly) => {
  const actor = await by(name, at);
  return withdrawReview(actor, { reviewId: id, version: await versionOf(id, actor), reason });
};

test("while figures are gathered the report is not held: others go on working with it", async () => {
  const id = await aDraft("Đã làm.");
  let free = false;
  const slow: Gathered = {
    offers: [
      {
        stage: "slow",
        figures: async () => {
          const { rows } = await here.arrange((tx) =>
            sql`select id from review where id = ${id} for update skip locked`.execute(tx),
          );
          free = rows.length === 1;
          return [];
        },
      },
    ],
  };
  sure(await send(await by("lawOfficer"), id, slow));
  expect(free).toBe(true);
});

describe("taken back before it was accepted", () => {
  test("it is a draft again, seen by its writers alone, and arrives anew when it is sent again", async () => {
    const id = await aDraft("Đã làm.");
    sure(await send(await by("lawOfficer"), id, none));
    expect(await withdraw(id, " ")).toMatchObject({ refusal: "no-reason" });
    sure(await withdraw(id, "Nhầm số liệu"));
    const back = await review(id);
    expect([back.state, back.submittedAt, back.arrivedAt, back.late]).toEqual(["draft", null, null, null]);
    expect(isRefusal(maySee(await by("standing"), back))).toBe(true);
    expect((await sectionsOf(reader(), id))[0]?.words).toBe("Đã làm.");
    sure(await send(await by("lawOfficer", inJuly), id, none, { lateReason: "Sửa số liệu" }));
    const again = await review(id);
    expect([again.state, again.late, again.arrivedAt]).toEqual(["submitted", true, inJuly]);
    expect(await reviewsOutOfFold(reader())).toEqual([]);
  });

  test("one sent back before is returned again, with the day that was asked for", async () => {
    const id = await aDraft("Đã làm.");
    sure(await send(await by("lawOfficer"), id, none));
    const standing = await by("standing");
    const version = await versionOf(id, standing);
    const dueOn = day("2021-07-05");
    sure(await returnReview(standing, { reviewId: id, version, reason: "Thiếu số liệu", dueOn }));
    sure(await send(await by("lawOfficer"), id, none));
    sure(await withdraw(id, "Còn thiếu phụ lục"));
    const back = await review(id);
    expect([back.state, back.dueOn, back.arrivedAt]).toEqual(["returned", dueOn, beforeJuly]);
    expect(await reviewsOutOfFold(reader())).toEqual([]);
  });

  test("not by its receiver, and not once it was accepted", async () => {
    const id = await aDraft("Đã làm.");
    sure(await send(await by("lawOfficer"), id, none));
    expect(await withdraw(id, "Nhầm", "standing")).toMatchObject({ kind: "may-not" });
    const standing = await by("standing");
    const version = await versionOf(id, standing);
    sure(await acceptReview(standing, { reviewId: id, version, remarks: null }));
    expect(await withdraw(id, "Nhầm")).toMatchObject({ refusal: "not-submitted" });
  });
});

describe("who signs", () => {
  test("a deputy signs for the head and both offices are kept", async () => {
    const deputy = await here.arrange((tx) =>
      aPerson(tx, "Phó Vụ trưởng mẫu", ministry.lawDepartment, "unit-deputy"),
    );
    const id = await aDraft("Đã làm.");
    const signers = await signersOf(reader(), await review(id), day("2021-06-28"));
    expect(signers.map(({ person, signsFor }) => [person, signsFor])).toEqual([
      [ministry.people.lawHead, null],
      [deputy, { capacity: "KT.", office: signers[0]?.title }],
    ]);
    const officer = await by("lawOfficer");
    expect(await send(officer, id, none, { signatory: ministry.people.departmentHead })).toMatchObject({
      refusal: "head-changed",
    });
    sure(await send(officer, id, none, { signatory: deputy }));
    const whole = await wholeReview(reader(), none, officer, await review(id));
    expect(whole.signatory).toMatchObject({ name: "Phó Vụ trưởng mẫu", signsFor: signers[1]?.signsFor });
  });
});

describe("a paper that comes while the unit has a draft", () => {
  const receipt = (gathered: Gathered) => ({
    movement,
    unit: ministry.lawDepartment,
    kind: "interim" as const,
    year: 2021,
    channel: "paper" as const,
    receivedOn: day("2021-06-28"),
    lateReason: "",
    remarks: null,
    paper: null,
    gathered,
  });

  test("is the report; the draft stays with the unit and is read by nobody else", async () => {
    const { gathered } = oneFigure(12);
    const id = await aDraft("Bản nháp nội bộ.");
    const officer = await by("lawOfficer");
    const own = { code: "honours.flags", value: 13, reason: "Một cờ chưa nhập" };
    sure(await overrideFigure(officer, { reviewId: id, ...own, gathered }));
    expect(sure(await enterPaperReview(await by("standing"), receipt(gathered)))).toBe(id);
    expect(new Set((await sectionsOf(reader(), id)).map(({ words }) => words))).toEqual(new Set([""]));
    const flags = (await frozenFiguresOf(reader(), id)).find(({ code }) => code === "honours.flags");
    expect([flags?.value, flags?.own]).toEqual([12, null]);
    const seenBy = async (name: Name) =>
      (await wholeReview(reader(), gathered, await by(name), await review(id))).aside.map(
        ({ words }) => words,
      );
    expect(await seenBy("standing")).toEqual([]);
    expect(new Set(await seenBy("lawOfficer"))).toEqual(new Set(["Bản nháp nội bộ."]));
    expect((await asideOf(reader(), id)).length).toBeGreaterThan(1);
  });

  test("its figures open to the obligations of that very report", async () => {
    const id = sure(await enterPaperReview(await by("standing"), receipt(none)));
    const hrefs = (await frozenFiguresOf(reader(), id)).map(({ href }) => href);
    expect(new Set(hrefs)).toEqual(new Set([`/so-ket-tong-ket/${id}/thoi-han`]));
  });
});
