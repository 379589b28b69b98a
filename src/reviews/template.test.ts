import { describe, expect, test } from "vitest";
import { isRefusal } from "../platform/refusal.ts";
import { type AskedSection, counterpart, emptyHeadings, paragraphsOf, type Section } from "./section.ts";
import { decideSections, inOrder, refuseIssued, usualSections } from "./template.ts";

const row = (heading: string, given: Partial<AskedSection> = {}) => ({
  heading,
  guidance: null,
  kind: "text" as const,
  codes: [],
  ...given,
});

describe("the sections of a template", () => {
  test("empty rows drop out, the others are numbered, codes belong to figures alone", () => {
    const given = [
      row(" Kết  quả "),
      row(""),
      row("Số liệu", { kind: "figures", codes: ["targets."] }),
      row("Lời", { codes: ["targets."] }),
    ];
    expect(decideSections(given)).toEqual([
      { ...row("Kết quả"), position: 0 },
      { ...row("Số liệu", { kind: "figures", codes: ["targets."] }), position: 1 },
      { ...row("Lời"), position: 2 },
    ]);
  });

  const cases = [
    { name: "nothing at all", given: [row(" ")], refusal: "no-sections" },
    { name: "one heading twice", given: [row("Kết quả"), row("Kết quả")], refusal: "heading-twice" },
    {
      name: "figures without any",
      given: [row("Số liệu", { kind: "figures" })],
      refusal: "figures-without-codes",
    },
  ];
  test.each(cases)("$name: $refusal", ({ given, refusal }) => {
    expect(decideSections(given)).toMatchObject({ refusal });
  });

  test.each(["interim", "final", "whole"] as const)(
    "what is usually asked of a %s review may be issued as it is",
    (kind) => {
      const sections = usualSections(kind);
      expect(decideSections(sections)).toEqual(sections);
      expect(new Set(sections.map((section) => section.kind))).toEqual(
        new Set(["text", "figures", "faults", "lessons", "proposals"]),
      );
    },
  );

  test("numbers beside the sections order them; one without a number keeps its place", () => {
    const rows = [
      { heading: "A", order: 3 },
      { heading: "B", order: null },
      { heading: "C", order: 1 },
    ];
    expect(inOrder(rows)).toEqual([{ heading: "C" }, { heading: "B" }, { heading: "A" }]);
  });

  test("issued it does not change any more", () => {
    expect(isRefusal(refuseIssued({ issuedAt: new Date("2021-05-20T03:00:00Z") }))).toBe(true);
    expect(refuseIssued({ issuedAt: null })).toBe(null);
  });
});

const section = (position: number, given: Partial<Section> = {}): Section => ({
  ...row(`Mục ${position}`),
  position,
  words: "",
  ...given,
});

test("what waits for words: not figures, not what was taken from units, not blanks", () => {
  const sections = [
    section(0, { words: "Đã viết" }),
    section(1, { words: " \n " }),
    section(2, { kind: "figures" }),
    section(3),
    section(4, { kind: "faults" }),
  ];
  expect(emptyHeadings(sections, [3])).toEqual(["Mục 1", "Mục 4"]);
});

test("paragraphs are lines with words in them", () => {
  expect(paragraphsOf(" Một.\n\n  Hai.  \n \nBa.")).toEqual(["Một.", "Hai.", "Ba."]);
});

describe("what stood at this place last time", () => {
  const others = [
    section(0, { heading: "Công tác chỉ đạo" }),
    section(1, { heading: "Hạn chế", kind: "faults" }),
    section(2, { heading: "Kết quả" }),
  ];
  const cases = [
    {
      name: "the same heading, whatever its letters",
      of: section(9, { heading: "CÔNG TÁC CHỈ ĐẠO" }),
      found: 0,
    },
    {
      name: "another heading of the only section of its kind",
      of: section(9, { heading: "Tồn tại", kind: "faults" }),
      found: 1,
    },
    {
      name: "plain text under another heading is another text",
      of: section(9, { heading: "Khác" }),
      found: null,
    },
    {
      name: "a kind that was not asked then",
      of: section(9, { heading: "Bài học", kind: "lessons" }),
      found: null,
    },
  ];
  test.each(cases)("$name", ({ of, found }) => {
    expect(counterpart(of, others)?.position ?? null).toBe(found);
  });
});
