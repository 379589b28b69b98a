import { beforeAll, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { aPerson, as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { isRefusal } from "../platform/refusal.ts";
import { addLine } from "./line.acts.ts";
import { startRegistration } from "./registration.acts.ts";
import { registrationPages } from "./registrations.part.ts";

const here = world();
let ministry: SmallMinistry;
let id: number;

/** Thirteen for Lao động tiên tiến, two of them for Chiến sĩ thi đua cơ sở: 15 % of 13 is one. */
beforeAll(async () => {
  ministry = await buildMinistry(here);
  const officer = await as(ministry, "lawOfficer");
  const begun = await startRegistration(officer, {
    movementId: ministry.movement,
    unitId: ministry.lawDepartment,
  });
  if (isRefusal(begun)) throw new Error(begun.sentence);
  id = begun;
  for (let one = 1; one <= 13; one += 1) {
    const person = await here.arrange((tx) => aPerson(tx, `Người thứ ${one}`, ministry.lawDepartment));
    const subject = { kind: "individual", person } as const;
    const titles =
      one <= 2
        ? (["ADVANCED_WORKER", "GRASSROOTS_EMULATION_FIGHTER"] as const)
        : (["ADVANCED_WORKER"] as const);
    for (const title of titles) {
      const added = await addLine(officer, { registrationId: id, title, subject, commitment: null });
      if (isRefusal(added)) throw new Error(added.sentence);
    }
  }
});

const pageOf = async (name: "lawOfficer" | "lawMember"): Promise<string> =>
  (await browse([registrationPages({ offers: [] })], await as(ministry, name)).get(`/dang-ky/${id}`)).html;

test("the unit's ceiling stands beside its list, with how much of it is used", async () => {
  const html = await pageOf("lawOfficer");
  expect(html).toContain("Tỷ lệ của đơn vị");
  expect(html).toContain("2/1");
  expect(html).toContain("15 % của 13 người đăng ký Lao động tiên tiến, lấy phần nguyên.");
});

test("each line's verdict counts the others against it", async () => {
  const html = await pageOf("lawOfficer");
  const line =
    /href="([^"]*dong=\d+[^"]*)"[^>]*>(?:(?!<\/tr>).)*Chiến sĩ thi đua cơ sở/s.exec(html)?.[1] ?? "";
  const officer = browse([registrationPages({ offers: [] })], await as(ministry, "lawOfficer"));
  const seen = (await officer.get(line.replace(/#.*$/, "").replace(/&amp;/g, "&"))).html;
  expect(seen).toContain("15 % của 13 là nhiều nhất 01; đã đề nghị 01");
});
