import { patternsOf, searchWords } from "../org/search.ts";
import type { Offers, SearchHit } from "../platform/offers.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { lawHits } from "./hits.ts";
import { listLibrary } from "./library.store.ts";
import { documentKindNames, matchingLine } from "./library.ts";

/** What the law offers the whole: awards, instruments and the library in the search. */
export const lawOffers: Offers = {
  stage: "law",
  async search(reader, _actor, words, limit) {
    const typed = searchWords(words);
    if (typed.length === 0) return [];
    const filter = { patterns: patternsOf(typed), kind: null, onDay: null, issuerPatterns: [] };
    const { rows } = await listLibrary(reader, filter, { number: 1, size: limit });
    const exact = typed.map((word) => sameTones(nfc(word).toLowerCase()));
    return [
      ...lawHits(words, limit),
      ...rows.map((document): SearchHit => {
        const text = sameTones(`${document.symbol} ${document.title} ${document.text}`.toLowerCase());
        return {
          kind: documentKindNames[document.kind],
          title: `${document.symbol} ${document.title}`,
          note: matchingLine(document.text, typed)?.text ?? document.issuer,
          href: `/phap-luat/thu-vien/${document.id}`,
          rank: exact.every((word) => text.includes(word)) ? 2 : 1,
        };
      }),
    ];
  },
};
