import { extensionsOf } from "../platform/extensions.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  found,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  readerOf,
  refused,
  seeOther,
  show,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { DueExtensionForm } from "./lateness.form.ts";
import { extendDue } from "./lateness-extension.acts.ts";
import { DueExtensionView } from "./lateness-extension.view.tsx";
import { latenessOf, yearIn } from "./lateness-looking.pages.ts";

/** “Gia hạn”: the body that receives puts one unit's deadline off, whatever stage it belongs to. */
export function dueExtensionPages(gathered: Gathered) {
  const extension = pages();

  extension.get("/don-doc/gia-han", async (c) => show(c, await extensionView(c, gathered, emptyForm)));
  extension.post("/don-doc/gia-han", async (c) => {
    const form = await read(c, DueExtensionForm);
    const { item, unit } = await asked(c, gathered);
    if (hasErrors(form)) return show(c, await extensionView(c, gathered, form), 422);
    const outcome = await extendDue(actorOf(c), { due: item, ...form.values });
    if (isRefusal(outcome))
      return refused(c, outcome, await extensionView(c, gathered, refusedForm(outcome, form.typed)));
    return seeOther(c, `/don-doc/don-vi/${unit.id}?nam=${yearIn(c)}`, {
      title: "Đã gia hạn và báo cho đơn vị.",
    });
  });

  return extension;
}

/** The obligation in the address, in a unit one oversees. */
async function asked(c: Context, gathered: Gathered) {
  const { rows } = await latenessOf(c, gathered, yearIn(c));
  const row = found(rows.find(({ key }) => key === c.req.query("viec")));
  if (!row.unit.overseen) throw new NotFound();
  return row;
}

async function extensionView(c: Context, gathered: Gathered, state: FormState) {
  const row = await asked(c, gathered);
  const all = await extensionsOf(readerOf(c), [row.item]);
  return (
    <DueExtensionView
      frame={await frameOf(c)}
      {...{ row, state, at: actorOf(c).at }}
      year={yearIn(c)}
      extensions={all.filter(({ unit }) => unit === null || unit === row.unit.id)}
      formKey={newKey()}
    />
  );
}
