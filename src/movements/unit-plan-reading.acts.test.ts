import { beforeAll, describe, expect, test } from "vitest";
import { anotherMovement, as, inTime, type SmallMinistry, tooLate } from "../../test/registrations-world.ts";
import { buildPlanning, sure } from "../../test/unit-plans-world.ts";
import { world } from "../../test/world.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { stageFile } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import { startUnitPlan } from "./unit-plan.acts.ts";
import { findUnitPlan } from "./unit-plan.store.ts";
import { contentOf } from "./unit-plan-content.store.ts";
import { parentSideOf } from "./unit-plan-parent.store.ts";
import { readUnitPlan, takeReading, uploadUnitPlan } from "./unit-plan-reading.acts.ts";
import { readingOf } from "./unit-plan-reading.store.ts";
import { enterPaperPlan } from "./unit-plan-sending.acts.ts";

const here = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildPlanning(here);
});

const refusalOf = (outcome: unknown): string | null => (isRefusal(outcome) ? outcome.refusal : null);

const parentOf = async (planId: number, movement: number) =>
  (await findUnitPlan(reader(), planId, onDay(inTime)))!.parents.find((one) => one.movement === movement)!;

async function begun() {
  const movement = await anotherMovement(here, ministry);
  const officer = await as(ministry, "lawOfficer");
  const start = { movementId: movement, unitId: ministry.lawDepartment, planId: null };
  return { movement, planId: sure(await startUnitPlan(officer, start)), officer };
}

describe("on paper", () => {
  const pdf = new TextEncoder().encode(
    "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  );
  const receipt = async (given: { receivedOn: string; lateReason?: string; movement: number; at?: Date }) => {
    const officer = await as(ministry, "standing", { at: given.at ?? tooLate });
    const staged = sure(await stageFile(officer, { name: "ke-hoach.pdf", bytes: pdf }));
    return enterPaperPlan(officer, {
      movementId: given.movement,
      unitId: ministry.lawDepartment,
      channel: "paper",
      receivedOn: day(given.receivedOn),
      lateReason: given.lateReason ?? "",
      remarks: null,
      paper: { number: "17/KH-PLDS", day: day("2021-02-25"), file: staged.token },
    });
  };

  test("the day of receipt decides, not the day of entering", async () => {
    const movement = await anotherMovement(here, ministry);
    const planId = sure(await receipt({ movement, receivedOn: "2021-02-27" }));
    expect(await parentOf(planId, movement)).toMatchObject({ state: "sent", late: false, channel: "paper" });
  });

  test("a day later it is late, a day to come is refused", async () => {
    const movement = await anotherMovement(here, ministry);
    expect(refusalOf(await receipt({ movement, receivedOn: "2021-02-28" }))).toBe("late-without-reason");
    expect(refusalOf(await receipt({ movement, receivedOn: "2021-03-03" }))).toBe("received-in-the-future");
    const planId = sure(await receipt({ movement, receivedOn: "2021-02-28", lateReason: "Bưu điện chậm" }));
    expect(await parentOf(planId, movement)).toMatchObject({ late: true });
  });
});

describe("read from the unit's document", () => {
  test("what cannot be read stays with the plan and says why", async () => {
    const { planId, officer } = await begun();
    const file = { name: "ke-hoach.docx", bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]) };
    sure(await uploadUnitPlan(officer, { planId, file }));
    expect(await readUnitPlan(officer, { planId })).toBe("unreadable");
    const reading = await readingOf(reader(), planId);
    expect([reading?.state, reading?.items.length, (reading?.sentence ?? "") !== ""]).toEqual([
      "unreadable",
      0,
      true,
    ]);
  });

  test("what is read waits for a person: nothing enters the plan by itself", async () => {
    const { planId, movement, officer } = await begun();
    const text =
      "SỞ TƯ PHÁP\nSố: 25/KH-STP\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2021\n1. Nội dung thi đua\n1.1. Thẩm định văn bản đúng hạn\nCác phòng gửi đăng ký về Văn phòng Sở chậm nhất ngày 20/02/2021.\n";
    sure(
      await uploadUnitPlan(officer, {
        planId,
        file: { name: "kh.txt", bytes: new TextEncoder().encode(text) },
      }),
    );
    expect(await readUnitPlan(officer, { planId })).toBe("read");
    const plan = (await findUnitPlan(reader(), planId, onDay(inTime)))!;
    expect((await contentOf(reader(), plan)).items).toEqual([]);
    const reading = await readingOf(reader(), planId);
    expect(reading?.items.map(({ kind, words, deadline }) => [kind, words, deadline?.day ?? null])).toEqual([
      ["content", "Thẩm định văn bản đúng hạn", null],
      ["deadline", "Đăng ký", "2021-02-20"],
    ]);
    const asked = (await parentSideOf(reader(), movement, ministry.lawDepartment, onDay(inTime)))!.asked;
    const key = asked.find(({ kind }) => kind === "deadline")!.key;
    const taken = [
      { index: 0, answers: null },
      { index: 1, answers: { movement, key } },
    ];
    sure(await takeReading(officer, { planId, taken }));
    const content = await contentOf(reader(), plan);
    expect(content.items.map(({ words }) => words)).toEqual(["Thẩm định văn bản đúng hạn", "Đăng ký"]);
    expect(content.answers.map(({ key: answered, verdict }) => [answered, verdict])).toEqual([
      [key, "adapted"],
    ]);
    expect(refusalOf(await takeReading(officer, { planId, taken }))).toBe("not-read");
  });

  test("one item of the launch is matched with one own item", async () => {
    const { planId, movement, officer } = await begun();
    const text =
      "KẾ HOẠCH\nPhát động phong trào thi đua năm 2021\nCác phòng gửi đăng ký chậm nhất ngày 20/02/2021.\nCác phòng gửi báo cáo chậm nhất ngày 25/02/2021.\n";
    const file = { name: "kh.txt", bytes: new TextEncoder().encode(text) };
    sure(await uploadUnitPlan(officer, { planId, file }));
    sure(await readUnitPlan(officer, { planId }));
    const twice = [0, 1].map((index) => ({ index, answers: { movement, key: "deadline-1" } }));
    expect(refusalOf(await takeReading(officer, { planId, taken: twice }))).toBe("matched-twice");
  });
});
