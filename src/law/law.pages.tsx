import { ancestorsOf } from "../org/scope.store.ts";
import { patternsOf, searchWords } from "../org/search.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, found, frameOf, pages, readerOf, show } from "../web/http.ts";
import { chosenDay } from "./chosen-day.view.tsx";
import { instrumentBySlug, rests } from "./citations.ts";
import { lawHits } from "./hits.ts";
import { InstrumentView } from "./instrument.view.tsx";
import { inForceOn, instruments } from "./instruments.ts";
import { mayKeepLibrary } from "./law.may.ts";
import { LawView, type LibraryHit } from "./law.view.tsx";
import {
  acknowledgementsOf,
  documentsBearing,
  documentsOfConsequence,
  filesOf,
  listLibrary,
} from "./library.store.ts";
import { matchingLine } from "./library.ts";
import { openChanges } from "./library-flags.ts";
import { loadNumbers } from "./number.store.ts";
import { allRows } from "./numbers.ts";

const LONGEST_QUERY = 200;
const HITS = 30;

/** The entry page of the law, and the page of each instrument. */
export function lawPages() {
  const law = pages();

  law.get("/phap-luat", async (c) => {
    const actor = actorOf(c);
    const reader = readerOf(c);
    const chosen = chosenDay(c, actor.day);
    const words = (c.req.query("q") ?? "").slice(0, LONGEST_QUERY).trim();
    const documents = await documentsOfConsequence(reader);
    const rules = documents.filter(({ kind }) => kind === "body-rule");
    const dealtWith = await acknowledgementsOf(
      reader,
      rules.map(({ id }) => id),
    );
    const flagged = rules.filter((rule) => openChanges(rule, documents, dealtWith, actor.day).length > 0);
    return show(
      c,
      <LawView
        frame={await frameOf(c)}
        chosen={chosen}
        inForce={inForceOn(chosen.day)}
        undated={instruments.filter(
          ({ from, to, issued }) =>
            from === null && (to === null || chosen.day < to) && (issued === null || issued <= chosen.day),
        )}
        flagged={flagged.length}
        words={words}
        hits={lawHits(words, HITS)}
        libraryHits={await libraryHits(c, words)}
      />,
      chosen.wrong === null ? 200 : 422,
    );
  });

  law.get("/phap-luat/van-ban/:slug", async (c) => {
    const actor = actorOf(c);
    const instrument = found(instrumentBySlug(c.req.param("slug")));
    const reader = readerOf(c);
    const papers = await documentsBearing(reader, instrument.symbol);
    const numbers = allRows(await loadNumbers(reader)).filter(
      (row) => row.instrument === instrument.symbol || rests(row.basis, instrument.symbol),
    );
    return show(
      c,
      <InstrumentView
        frame={await frameOf(c)}
        instrument={instrument}
        numbers={numbers}
        papers={
          await Promise.all(
            papers.map(async (document) => ({ document, files: await filesOf(reader, document.id) })),
          )
        }
        mayAdd={
          actor.post !== null &&
          !isRefusal(mayKeepLibrary(actor, await ancestorsOf(reader, actor.post.unit, actor.day)))
        }
      />,
    );
  });

  return law;
}

/** Documents of the library that hold the words, each with its matching line. */
async function libraryHits(c: Context, words: string): Promise<readonly LibraryHit[]> {
  const typed = searchWords(words);
  if (typed.length === 0) return [];
  const filter = { patterns: patternsOf(typed), kind: null, onDay: null, issuerPatterns: [] };
  const { rows } = await listLibrary(readerOf(c), filter, { number: 1, size: HITS });
  return rows.map((document) => ({
    href: `/phap-luat/thu-vien/${document.id}`,
    title: `${document.symbol} ${document.title}`,
    line: matchingLine(document.text, typed)?.text ?? null,
  }));
}
