import type { Actor } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { isRefusal, mayNot, type Refusal } from "../platform/refusal.ts";
import type { Frame } from "../web/frame.ts";
import { actorOf, type Context, formOf, frameOf, idOf, NotFound, readerOf, refused } from "../web/http.ts";
import { Card, ErrorSummary, Page } from "../web/kit.ts";
import { type Counts, countsOf } from "./counts.store.ts";
import { maySee, type SeenPledge } from "./pledge.may.ts";
import { findPledge } from "./pledge.store.ts";
import { endedPostAmong } from "./roster.store.ts";

/** The pledge in the address as this person sees it, with what every page of it shows. */
export interface Seen {
  readonly c: Context;
  readonly actor: Actor;
  readonly reader: Reader;
  readonly pledge: SeenPledge;
  readonly counts: Counts;
}

const seenAs = async (c: Context, pledge: SeenPledge): Promise<Seen> => {
  const reader = readerOf(c);
  return { c, actor: actorOf(c), reader, pledge, counts: await countsOf(reader, pledge.id) };
};

/** What one may not see is no such page. */
export async function seenPledge(c: Context): Promise<Seen> {
  const actor = actorOf(c);
  const pledge = await findPledge(readerOf(c), idOf(c), actor.day);
  if (!pledge || isRefusal(maySee(actor, pledge))) throw new NotFound();
  return seenAs(c, pledge);
}

/**
 * The same for a change. Somebody whose post has ended since the page was drawn is told so, and finds all that was
 * typed; anybody else finds no such page.
 */
export async function seenForChange(c: Context): Promise<Seen | Refusal> {
  const actor = actorOf(c);
  const pledge = await findPledge(readerOf(c), idOf(c), actor.day);
  if (!pledge) throw new NotFound();
  if (!isRefusal(maySee(actor, pledge))) return seenAs(c, pledge);
  const units = [pledge.cluster, ...pledge.members.map(({ unit }) => unit), ...pledge.signedBy];
  const ended =
    actor.person === null ? null : await endedPostAmong(readerOf(c), actor.person, units, actor.day);
  if (!ended) throw new NotFound();
  return mayNot(
    "post-ended",
    `Chức trách “${ended.title}” của Ông/Bà đã kết thúc từ ngày ${writeDay(ended.on)} nên việc này không thực hiện được. Chữ ký đã ký trước đó vẫn giữ nguyên; phần vừa nhập còn dưới đây để chuyển cho người kế nhiệm.`,
  );
}

/** A refusal to somebody who sees the record no longer: the reason, and everything typed to copy away. */
export async function refusedWithWords(c: Context, refusal: Refusal) {
  const form = await formOf(c);
  const hidden = new Set(["key", "version", "hash", "unit"]);
  const words = [...form]
    .filter(([name, value]) => typeof value === "string" && value !== "" && !hidden.has(name))
    .map(([, value]) => `${value}`);
  return refused(c, refusal, <WordsPage frame={await frameOf(c)} refusal={refusal} words={words} />);
}

const WordsPage = ({
  frame,
  refusal,
  words,
}: {
  frame: Frame;
  refusal: Refusal;
  words: readonly string[];
}) => (
  <Page frame={frame} title="Không thực hiện được" failed>
    <ErrorSummary errors={{ "": refusal.sentence }} title="Việc vừa gửi không được ghi nhận" />
    {words.length > 0 && (
      <Card title="Nội dung đã nhập">
        {words.map((text) => (
          <p>{text}</p>
        ))}
      </Card>
    )}
  </Page>
);
