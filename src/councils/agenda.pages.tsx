import { existsIn, nameOf } from "../law/catalogue.ts";
import { type Code, codes } from "../law/codes.ts";
import { regimeOn } from "../law/regimes.ts";
import { type PickFormState, settlePicks } from "../org/pick.form.ts";
import type { Day } from "../platform/day.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
  formOf,
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
import { stagedFiles } from "../web/staged.ts";
import { DocumentsPage, ItemFormPage } from "./agenda.view.tsx";
import { declaredIn } from "./conflict.store.ts";
import { ItemForm, NotesForm, ReasonForm } from "./council.form.ts";
import { mayConduct, mayPrepare } from "./council.may.ts";
import { addItem, changeItem, dropItem, moveItem, noteItem, openItem, withdrawItem } from "./item.acts.ts";
import type { Item, NewItem } from "./item.ts";
import { ItemPage, ShutItemPage, WithdrawPage } from "./item.view.tsx";
import { addDocuments } from "./paper.acts.ts";
import { documentsOf, opinionsOf } from "./paper.store.ts";
import { recognitionOf } from "./recognition.store.ts";
import { itemIn, seenSession } from "./seen.pages.ts";
import { outcomesOf } from "./vote.store.ts";
import { itemsOpenTo } from "./whole.ts";

/** The agenda: items added, changed, moved, taken up, withdrawn; their papers and what was said. */
export function agendaPages() {
  const agenda = pages();

  agenda.get("/hoi-dong/phien/:id{[0-9]+}/muc/moi", async (c) => show(c, await itemForm(c, null, emptyForm)));

  agenda.post("/hoi-dong/phien/:id{[0-9]+}/muc/moi", async (c) => {
    const asked = await readItem(c);
    if ("errors" in asked) return show(c, await itemForm(c, null, asked), 422);
    const outcome = await addItem(actorOf(c), { sessionId: idOf(c), ...asked.item });
    return isRefusal(outcome)
      ? refused(c, outcome, await itemForm(c, null, refusedForm(outcome, asked.typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}/muc/${outcome}`, { title: "Đã thêm mục vào chương trình" });
  });

  agenda.get("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}", async (c) =>
    show(c, await itemPage(c, emptyForm)),
  );

  agenda.get("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/sua", async (c) =>
    show(c, await itemForm(c, (await openItemIn(c)).item, emptyForm)),
  );

  agenda.post("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/sua", async (c) => {
    const { item } = await openItemIn(c);
    const asked = await readItem(c);
    if ("errors" in asked) return show(c, await itemForm(c, item, asked), 422);
    const change = { sessionId: idOf(c), itemId: item.id, version: asked.version ?? 0, ...asked.item };
    const outcome = await changeItem(actorOf(c), change);
    return isRefusal(outcome)
      ? refused(c, outcome, await itemForm(c, item, refusedForm(outcome, asked.typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}/muc/${item.id}`, { title: "Đã lưu mục" });
  });

  agenda.post("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/doi-cho", async (c) => {
    const by = (await formOf(c)).get("by") === "len" ? -1 : 1;
    const outcome = await moveItem(actorOf(c), { sessionId: idOf(c), itemId: idOf(c, "item"), by });
    return back(c, outcome, null);
  });

  agenda.post("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/bo", async (c) => {
    await formOf(c);
    const outcome = await dropItem(actorOf(c), { sessionId: idOf(c), itemId: idOf(c, "item") });
    return back(c, outcome, "Đã bỏ mục khỏi chương trình");
  });

  agenda.post("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/mo", async (c) => {
    const live = (await formOf(c)).get("back") === "truc-tiep";
    const outcome = await openItem(actorOf(c), { sessionId: idOf(c), itemId: idOf(c, "item") });
    if (live && !isRefusal(outcome)) return seeOther(c, `/hoi-dong/phien/${idOf(c)}/truc-tiep`);
    return back(c, outcome, "Đã chuyển sang mục này");
  });

  agenda.post("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/ghi-chu", async (c) => {
    const form = await read(c, NotesForm);
    if (hasErrors(form)) return show(c, await itemPage(c, form), 422);
    const outcome = await noteItem(actorOf(c), {
      sessionId: idOf(c),
      itemId: idOf(c, "item"),
      ...form.values,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await itemPage(c, refusedForm(outcome, form.typed)))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}/muc/${outcome}`, { title: "Đã ghi ý kiến thảo luận" });
  });

  for (const step of ["doi-cho", "bo", "mo", "ghi-chu"])
    agenda.get(`/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/${step}`, (c) =>
      seeOther(c, `/hoi-dong/phien/${idOf(c)}/muc/${idOf(c, "item")}`),
    );

  agenda.get("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/rut", async (c) =>
    show(c, await withdrawPage(c, emptyForm)),
  );

  agenda.post("/hoi-dong/phien/:id{[0-9]+}/muc/:item{[0-9]+}/rut", async (c) => {
    const form = await read(c, ReasonForm);
    if (hasErrors(form)) return show(c, await withdrawPage(c, form), 422);
    const outcome = await withdrawItem(actorOf(c), {
      sessionId: idOf(c),
      itemId: idOf(c, "item"),
      ...form.values,
    });
    return isRefusal(outcome)
      ? refused(c, outcome, await withdrawPage(c, refusedForm(outcome, form.typed)))
      : back(c, outcome, "Đã rút mục khỏi chương trình");
  });

  agenda.get("/hoi-dong/phien/:id{[0-9]+}/tai-lieu", async (c) =>
    show(c, await documentsPage(c, emptyForm, [])),
  );

  agenda.post("/hoi-dong/phien/:id{[0-9]+}/tai-lieu", async (c) => {
    const staged = await stagedFiles(c, "files");
    const asked = (await formOf(c)).get("item");
    const itemId = typeof asked === "string" && /^\d+$/.test(asked) ? Number(asked) : null;
    const typed = { item: [itemId === null ? "" : `${itemId}`] };
    if (staged.error)
      return show(c, await documentsPage(c, { errors: { files: staged.error }, typed }, staged.kept), 422);
    const outcome = await addDocuments(actorOf(c), { sessionId: idOf(c), itemId, files: staged.tokens });
    return isRefusal(outcome)
      ? refused(c, outcome, await documentsPage(c, refusedForm(outcome, typed), staged.kept))
      : seeOther(c, `/hoi-dong/phien/${idOf(c)}`, { title: "Đã thêm tài liệu" });
  });

  agenda.get("/hoi-dong/phien/:id{[0-9]+}/tai-lieu/:paper{[0-9]+}", async (c) => {
    const { whole, actor } = await seenSession(c);
    const open = new Set(itemsOpenTo(whole, actor.person).map(({ id }) => id));
    const paper = (await documentsOf(readerOf(c), whole.session.id)).find(
      ({ id }) => id === idOf(c, "paper"),
    );
    if (!paper || (paper.item !== null && !open.has(paper.item))) throw new NotFound();
    return download(c, await readKept(paper.file), paper.fileName, paper.mediaType);
  });

  return agenda;
}

const back = (c: Context, outcome: unknown, done: string | null) =>
  seeOther(
    c,
    `/hoi-dong/phien/${idOf(c)}`,
    isRefusal(outcome) ? { tone: "bad", title: outcome.sentence } : done ? { title: done } : undefined,
  );

/** The item in the address when it is open to this person; a shut one is not written by them. */
async function openItemIn(c: Context) {
  const seen = await seenSession(c);
  const { item, shut } = itemIn(c, seen);
  if (shut !== null) throw new NotFound();
  return { ...seen, item };
}

async function itemPage(c: Context, state: FormState) {
  const seen = await seenSession(c);
  const { whole, council, actor } = seen;
  const { item, shut } = itemIn(c, seen);
  const frame = await frameOf(c);
  if (shut !== null)
    return <ShutItemPage frame={frame} council={council} whole={whole} item={item} ground={shut} />;
  const reader = readerOf(c);
  const { id } = whole.session;
  return (
    <ItemPage
      frame={frame}
      actor={actor}
      council={council}
      whole={whole}
      item={item}
      outcome={(await outcomesOf(reader, id)).find((one) => one.item === item.id) ?? null}
      documents={(await documentsOf(reader, id)).filter((paper) => paper.item === item.id)}
      opinions={(await opinionsOf(reader, id)).filter((opinion) => opinion.item === item.id)}
      declared={(await declaredIn(reader, id)).filter((one) => one.item === item.id)}
      recognition={await recognitionOf(reader, item.id)}
      state={state}
      formKey={newKey()}
    />
  );
}

type ItemReading =
  | PickFormState
  | { readonly item: NewItem; readonly version: number | undefined; readonly typed: FormState["typed"] };

async function readItem(c: Context): Promise<ItemReading> {
  const form = await read(c, ItemForm);
  if (hasErrors(form)) return form;
  const { person, unit, author1, author2, author3, version, ...values } = form.values;
  const settled = await settlePicks(readerOf(c), actorOf(c), {
    person: { of: "person", picked: person },
    unit: { of: "unit", picked: unit },
    author1: { of: "person", picked: author1 },
    author2: { of: "person", picked: author2 },
    author3: { of: "person", picked: author3 },
  });
  if ("errors" in settled) return { ...settled, typed: form.typed };
  const { ids } = settled;
  const authors = [ids.author1, ids.author2, ids.author3].filter((id) => id !== null);
  const item = {
    ...values,
    person: ids.person,
    unit: ids.unit,
    authors: [...new Set(authors)],
    dossier: null,
  };
  return { item, version, typed: form.typed };
}

async function itemForm(c: Context, item: Item | null, state: PickFormState) {
  const { council, session, actor } = await seenSession(c);
  if (isRefusal(mayPrepare(actor, council))) throw new NotFound();
  return (
    <ItemFormPage
      frame={await frameOf(c)}
      council={council}
      session={session}
      item={item}
      awards={awardsOn(session.day)}
      state={state}
      formKey={newKey()}
    />
  );
}

/** The titles and forms that exist on the day of the session. */
function awardsOn(day: Day): { value: Code; label: string }[] {
  const regime = regimeOn(day);
  return regime === null
    ? []
    : codes
        .filter((code) => existsIn(code, regime.code))
        .map((code) => ({ value: code, label: nameOf(code, regime.code) }));
}

async function withdrawPage(c: Context, state: FormState) {
  const { council, session, actor, item } = await openItemIn(c);
  if (isRefusal(mayConduct(actor, council, session))) throw new NotFound();
  return (
    <WithdrawPage
      frame={await frameOf(c)}
      council={council}
      session={session}
      item={item}
      state={state}
      formKey={newKey()}
    />
  );
}

async function documentsPage(
  c: Context,
  state: FormState,
  kept: Awaited<ReturnType<typeof stagedFiles>>["kept"],
) {
  const { council, whole, actor } = await seenSession(c);
  if (isRefusal(mayPrepare(actor, council))) throw new NotFound();
  return (
    <DocumentsPage
      frame={await frameOf(c)}
      council={council}
      session={whole.session}
      items={itemsOpenTo(whole, actor.person)}
      kept={kept}
      state={state}
      formKey={newKey()}
    />
  );
}
