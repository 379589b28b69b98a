import type { Offers, SearchHit } from "../platform/offers.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { searchPeople, searchUnits } from "./search.store.ts";
import { searchWords } from "./search.ts";
import { unitKindNames } from "./unit.ts";

/** What the organisation offers the whole: units and people in the search. */
export const orgOffers: Offers = {
  stage: "org",
  async search(reader, actor, words, limit) {
    const [units, people] = await Promise.all([
      searchUnits(reader, actor, words, limit),
      searchPeople(reader, actor, words, limit),
    ]);
    const typed = searchWords(words).map((word) => sameTones(nfc(word).toLowerCase()));
    const rankOf = (text: string): SearchHit["rank"] =>
      typed.every((word) => sameTones(nfc(text).toLowerCase()).includes(word)) ? 2 : 1;
    return [
      ...units.map((unit) => ({
        kind: "Đơn vị",
        title: unit.name,
        note: [unitKindNames[unit.kind], unit.above, unit.living ? null : "đã kết thúc"]
          .filter(Boolean)
          .join(" · "),
        href: unit.kind === "cluster" ? `/to-chuc/cum/${unit.id}` : `/to-chuc/don-vi/${unit.id}`,
        rank: rankOf(unit.text),
      })),
      ...people.map((person) => ({
        kind: "Cá nhân",
        title: person.name,
        note: [person.title, person.unitName].filter(Boolean).join(", ") || null,
        href: `/to-chuc/nguoi/${person.id}`,
        rank: rankOf(person.text),
      })),
    ];
  },
};
