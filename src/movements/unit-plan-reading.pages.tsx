import { z } from "zod";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  frameOf,
  idOf,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { takeReading, uploadUnitPlan } from "./unit-plan-reading.acts.ts";
import { readingOf } from "./unit-plan-reading.store.ts";
import { ReadingPage } from "./unit-plan-reading.view.tsx";
import { pathOf, planForChange, planForWriting } from "./unit-plan-seen.pages.ts";

const PLAN = "/ke-hoach-don-vi/:id{[0-9]+}";

const ReadingForm = z.object({
  muc: z.union([z.array(z.string()), z.record(z.string(), z.string())]).optional(),
});

/** A unit's plan read from its own document. */
export function unitPlanReadingPages() {
  const reading = pages();

  reading.get(`${PLAN}/van-ban`, async (c) => show(c, await readingPage(c, emptyForm)));
  reading.post(`${PLAN}/van-ban`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const sent = (await formOf(c)).get("file");
    if (!(sent instanceof File) || sent.name === "")
      return show(
        c,
        await readingPage(c, { errors: { file: "Hãy chọn tệp kế hoạch của đơn vị." }, typed: {} }),
        422,
      );
    const file = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
    const outcome = await uploadUnitPlan(actorOf(c), { planId: seen.plan.id, file });
    return isRefusal(outcome)
      ? refused(c, outcome, await readingPage(c, refusedForm(outcome, {})))
      : seeOther(c, `${pathOf(seen.plan)}/van-ban`);
  });

  reading.get(`${PLAN}/ban-doc`, (c) => seeOther(c, `/ke-hoach-don-vi/${idOf(c)}/van-ban`));
  reading.post(`${PLAN}/ban-doc`, async (c) => {
    const seen = await planForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const form = await read(c, ReadingForm);
    if (hasErrors(form)) return show(c, await readingPage(c, form), 422);
    const taken = Object.entries(form.values.muc ?? {}).flatMap(([index, choice]) => {
      if (choice === "bo") return [];
      const [, movement, key] = /^(\d{1,15})\|(.+)$/su.exec(choice) ?? [];
      const answers = movement && key ? { movement: Number(movement), key } : null;
      return [{ index: Number(index), answers }];
    });
    const outcome = await takeReading(actorOf(c), { planId: seen.plan.id, taken });
    return isRefusal(outcome)
      ? refused(c, outcome, await readingPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, pathOf(seen.plan), { title: `Đã đưa ${taken.length} mục của văn bản vào kế hoạch` });
  });

  return reading;
}

async function readingPage(c: Context, state: FormState) {
  const seen = await planForWriting(c);
  const reading = await readingOf(readerOf(c), seen.plan.id);
  return <ReadingPage frame={await frameOf(c)} {...{ seen, reading, state }} formKey={newKey()} />;
}
