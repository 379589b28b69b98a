import { describe, expect, test } from "vitest";
import { type Hit, patternsOf, rankHits, searchWords } from "./search.ts";

const hit = (id: number, name: string, given: Partial<Hit> = {}): Hit => ({
  id,
  name,
  text: name,
  living: true,
  near: false,
  ...given,
});
const ranked = (words: string, ...hits: Hit[]) => rankHits(hits, searchWords(words)).map((one) => one.id);

describe("search", () => {
  test("folds words and keeps wildcards as plain characters", () => {
    expect(patternsOf(searchWords("  Điện  Biên 100% _x "))).toEqual([
      "%dien%",
      "%bien%",
      "%100\\%%",
      "%\\_x%",
    ]);
  });

  test("puts exact accents first", () => {
    expect(ranked("hòa", hit(1, "Nguyễn Hoa"), hit(2, "Nguyễn Hòa"))).toEqual([2, 1]);
  });

  test("takes both ways of placing a tone for one", () => {
    expect(ranked("hoà bình", hit(1, "Sở Hoa Binh"), hit(2, "Sở Hòa Bình"))).toEqual([2, 1]);
  });

  test("puts the living before the ended, the near before the far, whole words before parts, short before long", () => {
    expect(ranked("an", hit(1, "Lò Văn An", { living: false }), hit(2, "Lò Văn An"))).toEqual([2, 1]);
    expect(ranked("an", hit(1, "Lò Văn An"), hit(2, "Lò Văn An", { near: true }))).toEqual([2, 1]);
    expect(ranked("an", hit(1, "Trần Toan"), hit(2, "Nguyễn Văn An"))).toEqual([2, 1]);
    expect(ranked("an", hit(1, "Nguyễn Văn An"), hit(2, "Vi An"))).toEqual([2, 1]);
  });
});
