import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import type { Ministry } from "./ministry.ts";
import { postsOverTime } from "./ministry-people.ts";
import { unitsOverTime } from "./ministry-units.ts";

const merging = day("2025-07-01");
const ministry = (given: Partial<Ministry> = {}): Ministry => ({
  ...{ provinces: [], successions: [], clusters: [], people: [], accounts: [] },
  units: [
    { code: "OLD", kind: "department", name: "Vụ Cũ", short: "VC" },
    { code: "OLD-ROOM", kind: "room", parent: "OLD", name: "Phòng", short: "P" },
    { code: "NEW", kind: "department", name: "Vụ Mới", short: "VM" },
  ],
  ...given,
});

describe("the fixture played over time", () => {
  test("ends a merged unit and hangs its rooms under the one that follows", () => {
    const { units } = unitsOverTime(
      ministry({ successions: [{ kind: "merge", from: ["OLD"], to: ["NEW"], on: merging }] }),
    );
    expect(units.get("OLD")).toMatchObject({ to: merging, names: [{ from: null, to: merging }] });
    expect(units.get("OLD-ROOM")?.places).toEqual([
      { parent: "OLD", guidedBy: null, from: null, to: merging },
      { parent: "NEW", guidedBy: null, from: merging, to: null },
    ]);
  });

  test("makes four bodies of a province and merges each into that of the province that goes on", () => {
    const province = (code: string, abbreviation: string, mergedInto?: string) => ({
      ...{
        code,
        abbreviation,
        name: `tỉnh ${abbreviation}`,
        short: abbreviation,
        region: "delta",
        mergedInto,
      },
    });
    const base = ministry({ provinces: [province("10", "A"), province("15", "B", "10")] });
    const sector = [
      { code: "BTP", kind: "ministry" as const, name: "Bộ", short: "B" },
      { code: "TCTHADS", kind: "general-department" as const, name: "T", short: "T" },
    ];
    const { units, successions } = unitsOverTime({ ...base, units: [...base.units, ...sector] });
    expect(successions.filter((one) => one.from !== one.to).map((one) => `${one.from} → ${one.to}`)).toEqual([
      ...["STP-B → STP-A", "THADS-B → THADS-A", "SNV-B → SNV-A", "UBND-B → UBND-A"],
    ]);
    expect(units.get("THADS-A")?.names.map((name) => name.name)).toEqual([
      "Cục Thi hành án dân sự tỉnh A",
      "Thi hành án dân sự tỉnh A",
    ]);
    expect(units.get("THADS-B")?.names).toHaveLength(1);
  });

  test("lets people follow their unit, but not its head", () => {
    const posts = [
      { in: "OLD", title: "Vụ trưởng", as: "leader" as const, from: day("2016-01-01") },
      { in: "OLD", kind: "unit-head" as const, title: "Vụ trưởng", from: day("2016-01-01") },
    ];
    const data = ministry({
      successions: [{ kind: "merge", from: ["OLD"], to: ["NEW"], on: merging }],
      people: [{ name: "Lò Văn Thử", category: "civil-servant", posts }],
    });
    expect(
      postsOverTime(data, unitsOverTime(data)).map((post) => [
        post.unit,
        post.kind,
        post.validity.from,
        post.validity.to,
      ]),
    ).toEqual([
      ["OLD", "member", "2016-01-01", "2025-07-01"],
      ["OLD", "unit-head", "2016-01-01", "2025-07-01"],
      ["NEW", "member", "2025-07-01", null],
    ]);
  });

  test("prefers what is written for the unit that follows", () => {
    const posts = [
      { in: "OLD", title: "Chuyên viên", as: "direct" as const, from: day("2016-01-01") },
      { in: "NEW", title: "Chuyên viên chính", as: "direct" as const, from: merging },
    ];
    const data = ministry({
      successions: [{ kind: "merge", from: ["OLD"], to: ["NEW"], on: merging }],
      people: [{ name: "Lò Văn Thử", category: "civil-servant", posts }],
    });
    expect(postsOverTime(data, unitsOverTime(data)).map((post) => [post.unit, post.title])).toEqual([
      ["OLD", "Chuyên viên"],
      ["NEW", "Chuyên viên chính"],
    ]);
  });
});
