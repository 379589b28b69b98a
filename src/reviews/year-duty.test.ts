import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { beforeJuly, send, sure, writeEverything } from "../../test/reviews-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { dues, owed } from "./due.offers.ts";
import { startReview } from "./review.acts.ts";
import { findReview } from "./review.store.ts";
import { draftTemplate, issueTemplate, writeTemplate } from "./template.acts.ts";

const here = world();
let ministry: SmallMinistry;
const today = day("2021-06-28");
const section = { heading: "Kết quả", guidance: null, kind: "text" as const, codes: [] };

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

/** The Ministry's template for reports on the year by a day, sent down. */
async function anIssuedTemplate(dueOn: string | null): Promise<number> {
  const standing = await as(ministry, "standing", { at: beforeJuly });
  const body = ministry.ministry;
  const templateId = sure(await draftTemplate(standing, { body, year: 2021, kind: "interim", from: null }));
  const words = { name: "Mẫu", dueOn: dueOn === null ? null : day(dueOn), sections: [section] };
  sure(await writeTemplate(standing, { templateId, ...words }));
  return sure(await issueTemplate(standing, { templateId }));
}

const yearly = <Item extends { subject: string; unit: number }>(items: readonly Item[]): Item[] =>
  items.filter(({ subject }) => subject === `year-${ministry.ministry}-interim-2021`);

describe("reports on the year by a template's day", () => {
  test("without a day nobody owes one", async () => {
    await anIssuedTemplate(null);
    expect(yearly(await owed(reader(), today))).toEqual([]);
  });

  test("everybody who reports to the body owes one, until it is sent; it is late by that day", async () => {
    await anIssuedTemplate("2021-07-10");
    const before = yearly(await owed(reader(), today));
    expect(before.map(({ unit }) => unit).includes(ministry.lawDepartment)).toBe(true);
    expect(before.map(({ unit }) => unit).includes(ministry.department)).toBe(true);
    expect(before.map(({ unit }) => unit).includes(ministry.ministry)).toBe(false);
    expect(before.map(({ unit }) => unit).includes(ministry.room)).toBe(false);
    expect(new Set(before.map(({ deadline }) => deadline.day))).toEqual(new Set(["2021-07-10"]));
    const after = new Date("2021-07-12T03:00:00Z");
    const officer = await as(ministry, "lawOfficer", { at: after });
    const place = { unit: ministry.lawDepartment, movement: null, kind: "interim", year: 2021 } as const;
    const id = sure(await startReview(officer, place));
    await writeEverything(officer, id, "Đã làm.");
    expect(await send(officer, id, { offers: [] })).toMatchObject({ refusal: "late-without-reason" });
    sure(await send(officer, id, { offers: [] }, { lateReason: "Chờ số liệu" }));
    expect((await findReview(reader(), id, today))?.late).toBe(true);
    expect(yearly(await owed(reader(), today)).map(({ unit }) => unit)).not.toContain(ministry.lawDepartment);
    const [due] = yearly(await dues(reader(), 2021, [ministry.lawDepartment]));
    expect([due?.deadline.day, due?.doneAt]).toEqual(["2021-07-10", after]);
  });

  test("a day that has passed is refused", async () => {
    const standing = await as(ministry, "standing", { at: beforeJuly });
    const body = ministry.ministry;
    const templateId = sure(await draftTemplate(standing, { body, year: 2021, kind: "final", from: null }));
    const given = { templateId, name: "Mẫu", dueOn: day("2021-06-27"), sections: [section] };
    expect(await writeTemplate(standing, given)).toMatchObject({ refusal: "due-in-the-past" });
  });

  test("the database itself keeps what was sent down", async () => {
    const id = await anIssuedTemplate("2021-07-20");
    const change = (statement: ReturnType<typeof sql>) => here.arrange((tx) => statement.execute(tx));
    const kept = /an issued template does not change/;
    await expect(change(sql`update review_template set name = 'Khác' where id = ${id}`)).rejects.toThrow(
      kept,
    );
    await expect(
      change(sql`update review_template_section set heading = 'Khác' where template = ${id}`),
    ).rejects.toThrow(kept);
    await expect(change(sql`delete from review_template_section where template = ${id}`)).rejects.toThrow(
      kept,
    );
  });
});
