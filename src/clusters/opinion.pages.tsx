import { z } from "zod";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import { optionalWholeNumber, requiredText } from "../web/form-fields.ts";
import {
  actorOf,
  type Context,
  found,
  frameOf,
  idOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { leavesOf } from "./criteria.ts";
import { FieldPage } from "./field.view.tsx";
import { optionalHundredths } from "./number.form.ts";
import { giveOpinion } from "./opinion.acts.ts";
import { OpinionPage } from "./opinion.view.tsx";
import { isBarred, mayOpine, mayOpineOnField, writesFor } from "./score.may.ts";
import { seenYear } from "./scoring-year.pages.tsx";
import { fieldUnitsOf } from "./scoring-year.store.ts";
import { sheetBase } from "./sheet.pages.tsx";
import { entriesOf, sheetsOf } from "./sheet.store.ts";
import { isSent } from "./sheet.ts";
import { wholeSheet } from "./whole-sheet.store.ts";
import { sheetHref, yearCrumbs, yearHref, yearsHref } from "./year-tags.view.tsx";

const OpinionForm = z.object({
  unit: z.coerce.number().int().min(1),
  criterion: optionalWholeNumber(),
  points: optionalHundredths(),
  words: requiredText("Hãy ghi ý kiến.", 2000),
});

/** Opinions of members on a sheet, and of ministry units on their own professional field. */
export function opinionPages() {
  const opinions = pages();

  opinions.get(`${sheetBase}/y-kien`, async (c) => show(c, await page(c, emptyForm)));

  opinions.post(`${sheetBase}/y-kien`, async (c) => {
    const { whole, asMember } = await speaking(c);
    const form = await read(c, OpinionForm);
    if (hasErrors(form)) return show(c, await page(c, form), 422);
    const outcome = await giveOpinion(actorOf(c), { sheetId: whole.sheet.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, await page(c, refusedForm(outcome, form.typed)))
      : seeOther(c, asMember ? sheetHref(whole.sheet.id) : yearHref(whole.scoring.id, "/linh-vuc"), {
          title: "Đã gửi ý kiến",
        });
  });

  opinions.get(`${yearsHref}/nam/:id{[0-9]+}/linh-vuc`, async (c) => {
    const whole = await seenYear(c);
    const actor = actorOf(c);
    const fields = (await fieldUnitsOf(readerOf(c), whole.table.id, actor.day)).filter(
      ({ unit }) => !isRefusal(writesFor(actor, unit)),
    );
    if (fields.length === 0) throw new NotFound();
    const codes = fields.map(({ code }) => code);
    const leaves = leavesOf(whole.table.criteria).filter(
      ({ field }) => field !== null && codes.includes(field),
    );
    const open = !isBarred(actor, whole.seen);
    const sheets = open
      ? (await sheetsOf(readerOf(c), whole.scoring.id)).filter(({ state }) => isSent(state))
      : [];
    const entries = await entriesOf(
      readerOf(c),
      sheets.map(({ id }) => id),
    );
    return show(
      c,
      <FieldPage
        frame={await frameOf(c)}
        whole={whole}
        leaves={leaves}
        sheets={sheets}
        entries={entries}
        open={open}
      />,
    );
  });

  return opinions;
}

/** A sheet on which this person may speak for some unit; otherwise it is not there. */
async function speaking(c: Context) {
  const actor = actorOf(c);
  const whole = found(await wholeSheet(readerOf(c), idOf(c), actor.day));
  const { seen, sheet, table, members } = whole;
  const fields = await fieldUnitsOf(readerOf(c), table.id, actor.day);
  const inField = fields.filter(({ unit }) => !isRefusal(mayOpineOnField(actor, seen, sheet, unit)));
  const asMember = !isRefusal(mayOpine(actor, seen, sheet));
  const speakers = [
    ...(asMember ? members.filter(({ unit }) => !isRefusal(writesFor(actor, unit))) : []),
    ...inField.filter(({ unit }) => !asMember || !members.some((member) => member.unit === unit)),
  ];
  if (speakers.length === 0) throw new NotFound();
  const codes = inField.map(({ code }) => code);
  const criteria = leavesOf(table.criteria).filter(
    ({ field }) => asMember || (field !== null && codes.includes(field)),
  );
  return { whole, speakers, asMember, criteria };
}

async function page(c: Context, state: FormState) {
  const { whole, speakers, asMember, criteria } = await speaking(c);
  return (
    <OpinionPage
      frame={await frameOf(c)}
      unitName={whole.sheet.unitName}
      crumbs={yearCrumbs(whole.scoring, { label: "Ý kiến" })}
      action={sheetHref(whole.sheet.id, "/y-kien")}
      backHref={asMember ? sheetHref(whole.sheet.id) : yearHref(whole.scoring.id, "/linh-vuc")}
      criteria={criteria}
      whole={asMember}
      speakers={speakers}
      state={state}
      formKey={newKey()}
    />
  );
}
