import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import { hasErrors } from "../web/form.ts";
import {
  actorOf,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  seeOther,
  show,
} from "../web/http.ts";
import { reportersOf } from "./gather.store.ts";
import { hasSent, standingOf } from "./gather.ts";
import { GatherPage } from "./gather.view.tsx";
import { QuoteForm } from "./review.form.ts";
import { mayReceive, mayWrite, type SeenReview, writesNow } from "./review.may.ts";
import { quotesOf, sectionsOf, sectionsOfAll } from "./section.store.ts";
import { seenReview, writtenReview } from "./seen.pages.tsx";
import { BASE } from "./tags.view.tsx";
import { takeParagraph } from "./writing.acts.ts";

/** The superior's view over the reports that go into its own. */
export function gatherPages() {
  const gathering = pages();
  const one = `${BASE}/:id{[0-9]+}` as const;

  gathering.get(`${one}/tong-hop`, async (c) => {
    const review = await seenReview(c);
    const actor = actorOf(c);
    if (!mayGather(actor, review)) throw new NotFound();
    const reporters = await reportersOf(readerOf(c), review, actor.day);
    const arrived = reporters.filter((reporter) => hasSent(standingOf(reporter, actor.at)));
    const [sections, quotes, sent] = await Promise.all([
      sectionsOf(readerOf(c), review.id),
      quotesOf(readerOf(c), review.id),
      sectionsOfAll(
        readerOf(c),
        arrived.flatMap(({ review: report }) => (report === null ? [] : [report])),
      ),
    ]);
    const asked = Number(c.req.query("muc") ?? 0);
    return show(
      c,
      <GatherPage
        frame={await frameOf(c)}
        actor={actor}
        review={review}
        reporters={reporters}
        sections={sections}
        chosen={sections.find(({ position }) => position === asked) ?? sections[0] ?? null}
        sent={sent}
        taken={new Set(quotes.map(({ position, source, words }) => `${position} ${source} ${words}`))}
        writes={writesNow(actor, review)}
        formKey={newKey()}
      />,
    );
  });

  gathering.get(`${one}/doan`, (c) => seeOther(c, `${BASE}/${idOf(c)}/tong-hop`));
  gathering.post(`${one}/doan`, async (c) => {
    const review = await writtenReview(c);
    const form = await read(c, QuoteForm);
    if (hasErrors(form)) return seeOther(c, `${BASE}/${review.id}/tong-hop`);
    const outcome = await takeParagraph(actorOf(c), { reviewId: review.id, ...form.values });
    const back = `${BASE}/${review.id}/tong-hop?muc=${form.values.position}`;
    return isRefusal(outcome)
      ? seeOther(c, back, { tone: "bad", title: outcome.sentence })
      : seeOther(c, back, { title: "Đã lấy đoạn vào báo cáo chung, kèm tên đơn vị" });
  });

  return gathering;
}

/** Who writes the superior's report reads those that go into it; so do the officers it goes to. */
const mayGather = (actor: Actor, review: SeenReview): boolean =>
  !isRefusal(mayWrite(actor, review)) || !isRefusal(mayReceive(actor, review));
