import { writeDay } from "../platform/day.ts";
import { isRefusal, mayNot, type Refusal } from "../platform/refusal.ts";
import type { Typed } from "../web/form.ts";
import { actorOf, type Context, formOf, frameOf, idOf, NotFound, readerOf, refused } from "../web/http.ts";
import { Card, ErrorSummary, Page } from "../web/kit.ts";
import { findLine } from "./line.store.ts";
import type { Line } from "./line.ts";
import { maySee, maySeeLine, mayWrite, type SeenRegistration } from "./registration.may.ts";
import { endedPostIn, findRegistration } from "./registration.store.ts";

/** The registration in the address as this person sees it; what they may not see is no such page. */
export async function seenRegistration(c: Context): Promise<SeenRegistration> {
  const actor = actorOf(c);
  const registration = await findRegistration(readerOf(c), idOf(c), actor.day);
  if (!registration || isRefusal(maySee(actor, registration))) throw new NotFound();
  return registration;
}

/** Pages for writing are there for those who write. */
export async function seenForWriting(c: Context): Promise<SeenRegistration> {
  const seen = await seenRegistration(c);
  if (isRefusal(mayWrite(actorOf(c), seen))) throw new NotFound();
  return seen;
}

/** The line in the address, when this person sees it. */
export async function lineIn(c: Context, seen: SeenRegistration): Promise<Line> {
  const line = await findLine(readerOf(c), seen.id, idOf(c, "line"), actorOf(c).day);
  if (!line || isRefusal(maySeeLine(actorOf(c), seen, line))) throw new NotFound();
  return line;
}

/**
 * The same for a change. Somebody whose post has ended since the page was drawn is told so, and finds all
 * that was typed; anybody else finds no such page.
 */
export async function seenForChange(c: Context): Promise<SeenRegistration | Refusal> {
  const actor = actorOf(c);
  const registration = await findRegistration(readerOf(c), idOf(c), actor.day);
  if (!registration) throw new NotFound();
  if (!isRefusal(maySee(actor, registration))) return registration;
  const ended =
    actor.person === null ? null : await endedPostIn(readerOf(c), actor.person, registration.unit, actor.day);
  if (!ended) throw new NotFound();
  return mayNot(
    "post-ended",
    `Chức trách “${ended.title}” của Ông/Bà tại ${registration.unitName} đã kết thúc từ ngày ${writeDay(ended.on)} nên việc này không thực hiện được. Phần vừa nhập còn nguyên dưới đây để chuyển cho người kế nhiệm.`,
  );
}

/** A refusal to somebody who sees the record no longer: the reason, and everything typed to copy away. */
export async function refusedWithWords(c: Context, refusal: Refusal) {
  const form = await formOf(c);
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && value !== "" && name !== "key" && name !== "version")
      typed[name] = [...(typed[name] ?? []), value];
  return refused(c, refusal, <WordsPage frame={await frameOf(c)} refusal={refusal} typed={typed} />);
}

function WordsPage({
  frame,
  refusal,
  typed,
}: {
  frame: Awaited<ReturnType<typeof frameOf>>;
  refusal: Refusal;
  typed: Typed;
}) {
  const words = Object.values(typed).flat();
  return (
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
}
