import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { world } from "../../test/world.ts";
import { systemActor } from "../platform/actor.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { checkoutFolder } from "../platform/settings.ts";
import { loadActor } from "./actor.store.ts";
import { clustersOf, leadersOf, rostersOf } from "./cluster.store.ts";
import { type Seeded, seedOrganisation } from "./ministry.acts.ts";
import { readMinistry } from "./ministry.files.ts";
import { makeUpOfUnit, peopleOfUnit, saveAccount } from "./person.store.ts";
import { unitsInScope } from "./scope.store.ts";
import { searchPeople, searchUnits } from "./search.store.ts";
import { findUnit } from "./unit.store.ts";

const here = world();
const at = new Date("2021-02-23T03:00:00Z");
const signing = day("2021-02-22");
const now = day("2026-11-21");
const loader = systemActor("Nạp dữ liệu trình diễn", at, signing);
const ministry = await readMinistry(join(checkoutFolder(), "fixtures", "ministry"));

describe("the demo ministry", () => {
  let seeded: Seeded;

  beforeAll(async () => {
    const outcome = await seedOrganisation(loader, ministry);
    if (isRefusal(outcome)) throw new Error(outcome.sentence);
    seeded = outcome;
    await here.arrange((tx) => saveAccount(tx, seeded.people["thuong-truc"]!, "account-thuongtruc", at));
    await here.arrange((tx) => saveAccount(tx, seeded.people["thu-truong"]!, "account-thutruong", at));
  });

  const session = (account: string) => ({ account, provedUntil: null });
  const unit = (code: string) => seeded.units[code]!;

  test("is loaded once", async () => {
    expect(await seedOrganisation(loader, ministry)).toMatchObject({ refusal: "already-seeded" });
  });

  test("names a person for every account", () => {
    expect(seeded.accounts.map((account) => account.personId).filter((id) => id === undefined)).toEqual([]);
    expect(seeded.accounts).toHaveLength(18);
  });

  test("a launch of the Ministry on 22/02/2021 reaches 33 units, 63 Sở and 63 enforcement bodies", async () => {
    const scope = await unitsInScope(reader(), unit("BTP"), signing);
    const count = (audience: string) => scope.filter((one) => one.audience === audience).length;
    expect([count("ministry-unit"), count("provincial-department"), count("enforcement-province")]).toEqual([
      33, 63, 63,
    ]);
    expect(scope).toHaveLength(159);
  });

  test("a launch of today reaches 24 units, 34 Sở and 34 enforcement bodies", async () => {
    const scope = await unitsInScope(reader(), unit("BTP"), now);
    const count = (audience: string) => scope.filter((one) => one.audience === audience).length;
    expect([count("ministry-unit"), count("provincial-department"), count("enforcement-province")]).toEqual([
      24, 34, 34,
    ]);
  });

  test("a launch of the Sở of Thành phố Hồ Chí Minh reaches rooms, subordinate units and local justice, not unions", async () => {
    const scope = await unitsInScope(reader(), unit("STP-HCM"), signing);
    expect(
      scope
        .filter((one) => one.audience === "room")
        .map((one) => one.code)
        .sort(),
    ).toEqual([
      "STP-HCM-BTTP",
      "STP-HCM-HTQT",
      "STP-HCM-KTVB",
      "STP-HCM-LLTP",
      "STP-HCM-PBGD",
      "STP-HCM-TC",
      "STP-HCM-TTR",
      "STP-HCM-VBPQ",
      "STP-HCM-VP",
      "STP-HCM-XLVP",
    ]);
    expect(
      scope.map((one) => one.audience).filter((audience) => audience === "subordinate-unit"),
    ).toHaveLength(6);
    expect(scope.map((one) => one.audience).filter((audience) => audience === "local-justice")).toHaveLength(
      3,
    );
  });

  test("a unit is called what it was called on the day", async () => {
    const huế = unit("THADS-HUE");
    expect((await findUnit(reader(), huế, signing))?.name).toBe("Cục Thi hành án dân sự tỉnh Thừa Thiên Huế");
    expect((await findUnit(reader(), huế, day("2025-03-01")))?.name).toBe(
      "Cục Thi hành án dân sự thành phố Huế",
    );
    expect((await findUnit(reader(), huế, now))?.name).toBe("Thi hành án dân sự thành phố Huế");
    expect((await findUnit(reader(), unit("BTP-TDKT"), now))?.name).toBe("Vụ Thi đua - Khen thưởng");
  });

  test("the standing officer of 2021 is the standing officer of today, in the unit that followed", async () => {
    const before = await loadActor(reader(), session("account-thuongtruc"), at, null);
    expect(before?.posts.map((post) => [post.kind, post.unitName])).toEqual([
      ["standing-officer", "Bộ Tư pháp"],
      ["unit-officer", "Vụ Thi đua - Khen thưởng"],
      ["council-secretary", "Hội đồng Thi đua - Khen thưởng ngành Tư pháp"],
      ["member", "Vụ Thi đua - Khen thưởng"],
    ]);
    const today = await loadActor(
      reader(),
      session("account-thuongtruc"),
      new Date("2026-11-21T03:00:00Z"),
      null,
    );
    expect(today?.posts.map((post) => [post.kind, post.unitName])).toEqual([
      ["standing-officer", "Bộ Tư pháp"],
      ["council-secretary", "Hội đồng Thi đua - Khen thưởng ngành Tư pháp"],
      ["member", "Phòng Thi đua - Khen thưởng"],
    ]);
    expect(new Set(today?.posts.at(-1)?.within)).toEqual(
      new Set([unit("BTP-TCCB-TDKT"), unit("BTP-TCCB"), unit("BTP")]),
    );
  });

  test("a deputy minister signs for the Minister, and both are named", async () => {
    const actor = await loadActor(reader(), session("account-thutruong"), at, null);
    expect(actor?.post).toMatchObject({
      kind: "signatory",
      delegation: "ky-thay",
      onBehalfOf: { name: "Hoàng Minh Thành", title: "Bộ trưởng" },
    });
  });

  test("nobody is known by an account without a person", async () => {
    expect(await loadActor(reader(), session("account-of-nobody"), at, null)).toBeNull();
  });

  test("Cụm I of 2019 is led by a deputy director above a director", async () => {
    const cluster = unit("CUM-I");
    expect((await leadersOf(reader(), [cluster], 2019)).map((leader) => [leader.name, leader.title])).toEqual(
      [
        ["Trần Văn Dũng", "Trưởng Cụm"],
        ["Nguyễn Thanh Tú", "Phó Trưởng Cụm"],
      ],
    );
    expect((await rostersOf(reader(), [unit("CUM-III")], 2026)).map((member) => member.code).sort()).toEqual([
      "BTP-BTTP",
      "BTP-DKBTNN",
      "BTP-HCTP",
      "BTP-HTQT",
      "BTP-PBGDPL",
      "QLTHADS",
    ]);
    expect(await rostersOf(reader(), [unit("KV-MNPB")], 2021)).toHaveLength(28);
  });

  test("each unit of the Ministry and each Sở and enforcement body is in one cluster of the sector a year", async () => {
    for (const [year, on] of [
      [2021, signing],
      [2026, now],
    ] as const) {
      const clusters = await clustersOf(reader(), unit("BTP"), year);
      const rosters = await rostersOf(
        reader(),
        clusters.map((cluster) => cluster.id),
        year,
      );
      const scope = await unitsInScope(reader(), unit("BTP"), on);
      expect(rosters.map((member) => member.unit).sort()).toEqual(scope.map((one) => one.id).sort());
    }
  });

  test("people are found without accents and in any order, exact accents first", async () => {
    const actor = (await loadActor(reader(), session("account-thuongtruc"), at, null))!;
    const units = await searchUnits(reader(), actor, "bien dien tu phap so", 3);
    expect(units[0]?.name).toBe("Sở Tư pháp tỉnh Điện Biên");
    const people = await searchPeople(reader(), actor, "chuong lo", 5);
    expect(people[0]).toMatchObject({
      name: "Lò Văn Chương",
      title: "Giám đốc Sở",
      unitName: "Sở Tư pháp tỉnh Điện Biên",
    });
  });

  test("the make-up of a Sở counts its rooms and each person once", async () => {
    const people = await peopleOfUnit(reader(), unit("STP-DBN"), signing);
    const makeUp = await makeUpOfUnit(reader(), unit("STP-DBN"), signing);
    expect(makeUp.people).toBe(new Set(people.map((person) => person.id)).size);
    expect(makeUp.direct + makeUp.leaders).toBe(makeUp.people);
    expect(makeUp.women).toBe(people.filter((person) => person.gender === "female").length);
    expect(makeUp.smallCollectives).toBe(5);
  });
});
