import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import { isRefusal } from "../platform/refusal.ts";
import { signatoryOf } from "../registrations/signatory.store.ts";
import { emptyForm, type FormState, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
  formOf,
  frameOf,
  NotFound,
  newKey,
  pages,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { urgingLetter, urgingText } from "./lateness.document.ts";
import { lastReminders } from "./lateness.store.ts";
import type { DueRow } from "./lateness.ts";
import { latenessAddress, latenessOf, rowsSeen, yearIn } from "./lateness-looking.pages.ts";
import { UrgeView } from "./lateness-urge.view.tsx";
import { remindByHand } from "./reminder.acts.ts";
import { settableBodies } from "./reminder-steps.store.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Urging those who owe: reminders in the program and by mail, a letter, a text for a messenger. */
export function urgePages(gathered: Gathered) {
  const urge = pages();

  urge.get("/don-doc/gui-nhac", async (c) => show(c, await urgeView(c, gathered, emptyForm)));
  urge.post("/don-doc/gui-nhac", async (c) => {
    await formOf(c);
    const { rows } = await chosen(c, gathered);
    const outcome = await remindByHand(actorOf(c), { dues: rows.map(({ item }) => item) });
    if (isRefusal(outcome)) return refused(c, outcome, await urgeView(c, gathered, refusedForm(outcome, {})));
    const already =
      outcome.alreadyToday > 0 ? `; ${outcome.alreadyToday} việc đã được nhắc từ trước trong ngày` : "";
    return seeOther(c, `/don-doc?nam=${yearIn(c)}&tinh-trang=chua-xong`, {
      title: `Đã nhắc ${outcome.reminded} việc đến ${outcome.people} người${already}.`,
    });
  });

  urge.get("/don-doc/cong-van.docx", async (c) => {
    const bytes = await printDocx(await letterOf(c, gathered));
    return download(c, bytes, "Công văn đôn đốc.docx", DOCX);
  });
  urge.get("/don-doc/cong-van.pdf", async (c) => {
    const { bytes } = await printPdf(await letterOf(c, gathered));
    return download(c, bytes, "Công văn đôn đốc.pdf", "application/pdf");
  });

  return urge;
}

/** What is still open of what was ticked, or of all that the filters leave, in units one oversees. */
async function chosen(c: Context, gathered: Gathered): Promise<{ rows: readonly DueRow[] }> {
  const lateness = await latenessOf(c, gathered, yearIn(c));
  if (!lateness.oversees) throw new NotFound();
  const ticked = new Set(c.req.queries("viec") ?? []);
  const seen =
    ticked.size > 0
      ? lateness.rows.filter(({ key }) => ticked.has(key))
      : rowsSeen(lateness, latenessAddress(c, "/don-doc"));
  return { rows: seen.filter(({ item, unit }) => item.doneAt === null && unit.overseen) };
}

/** The body in whose name is urged: the standing officer's own. */
async function urgingBody(c: Context) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const bodies = await settableBodies(reader, actor);
  const within = actor.post?.within ?? [];
  const body = bodies.find(({ id }) => within.includes(id)) ?? bodies[0];
  if (!body) throw new NotFound();
  return signatoryOf(reader, body.id, actor.day);
}

async function letterOf(c: Context, gathered: Gathered) {
  const { rows } = await chosen(c, gathered);
  if (rows.length === 0) throw new NotFound();
  return urgingLetter({ rows, signatory: await urgingBody(c), today: actorOf(c).day });
}

async function urgeView(c: Context, gathered: Gathered, state: FormState) {
  const actor = actorOf(c);
  const { rows } = await chosen(c, gathered);
  const signatory = await urgingBody(c);
  return (
    <UrgeView
      frame={await frameOf(c)}
      {...{ rows, state, at: actor.at, today: actor.day }}
      query={new URL(c.req.url).search}
      year={yearIn(c)}
      text={urgingText(rows, signatory.body)}
      reminded={await lastReminders(readerOf(c), [...new Set(rows.map(({ unit }) => unit.id))])}
      formKey={newKey()}
    />
  );
}
