import { extensionsOf } from "../platform/extensions.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
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
import type { DueRow } from "./lateness.ts";
import { extendDues } from "./lateness-extension.acts.ts";
import { DueExtensionView } from "./lateness-extension.view.tsx";
import { latenessOf, yearIn } from "./lateness-looking.pages.ts";

/** “Gia hạn”: the body that receives puts deadlines off with one reason, whatever stage they belong to. */
export function dueExtensionPages(gathered: Gathered) {
  const extension = pages();

  extension.get("/don-doc/gia-han", async (c) => show(c, await extensionView(c, gathered, emptyForm)));
  extension.post("/don-doc/gia-han", async (c) => {
    const form = await read(c, DueExtensionForm);
    const rows = await asked(c, gathered);
    if (hasErrors(form)) return show(c, await extensionView(c, gathered, form), 422);
    const outcome = await extendDues(actorOf(c), { dues: rows.map(({ item }) => item), ...form.values });
    if (isRefusal(outcome))
      return refused(c, outcome, await extensionView(c, gathered, refusedForm(outcome, form.typed)));
    const [only, ...others] = rows;
    const back = only && others.length === 0 ? `/don-vi/${only.unit.id}` : "";
    return seeOther(c, `/don-doc${back}?nam=${yearIn(c)}`, {
      title: back ? "Đã gia hạn và báo cho đơn vị." : `Đã gia hạn ${rows.length} việc và báo cho các đơn vị.`,
    });
  });

  return extension;
}

/** The obligations in the address, of units one oversees; of several, those that are still to be done. */
async function asked(c: Context, gathered: Gathered): Promise<readonly DueRow[]> {
  const { rows, oversees } = await latenessOf(c, gathered, yearIn(c));
  if (!oversees) throw new NotFound();
  const named = new Set(c.req.queries("viec") ?? []);
  const ticked = rows.filter(({ key, unit }) => named.has(key) && unit.overseen);
  if (named.size === 1 && ticked.length === 0) throw new NotFound();
  return ticked.length > 1 ? ticked.filter(({ item }) => item.doneAt === null) : ticked;
}

async function extensionView(c: Context, gathered: Gathered, state: FormState) {
  const rows = await asked(c, gathered);
  const all = await extensionsOf(
    readerOf(c),
    rows.map(({ item }) => item),
  );
  const [only, ...others] = rows;
  return (
    <DueExtensionView
      frame={await frameOf(c)}
      {...{ rows, state, at: actorOf(c).at }}
      query={new URL(c.req.url).search}
      year={yearIn(c)}
      extensions={
        only && others.length === 0 ? all.filter(({ unit }) => unit === null || unit === only.unit.id) : []
      }
      formKey={newKey()}
    />
  );
}
