import { createHash } from "node:crypto";
import { readPasted, readSheet, type Sheet } from "../documents/spreadsheet.ts";
import { countingPosts } from "../org/reach.ts";
import { ancestorsOf, descendantsOf } from "../org/scope.store.ts";
import { findUnit } from "../org/unit.store.ts";
import { onDay } from "../platform/day.ts";
import { LARGEST_FILE } from "../platform/files.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
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
import type { Awards } from "./award.ts";
import { mayWriteFact } from "./fact.may.ts";
import type { FactKind } from "./fact.ts";
import { bringRecords, confirmRecords, mapRecords, undoImport } from "./import.acts.ts";
import { BringForm, ConfirmForm, MappingForm, UndoForm } from "./import.form.ts";
import { type BroughtImport, findImport, importsFor, sameFileBefore } from "./import.store.ts";
import { importKinds } from "./import.ts";
import { AppliedView, BringView, ReviewView } from "./import.view.tsx";
import { planImport } from "./import-plan.store.ts";

/** Lists of facts from spreadsheets: read, looked over line by line, confirmed, undone. */
export function importPages(awards: Awards) {
  const lists = pages();

  lists.get("/ho-so/nhap", async (c) => show(c, await bringView(c, emptyForm)));
  lists.post("/ho-so/nhap", async (c) => {
    const form = await read(c, BringForm);
    if (hasErrors(form)) return show(c, await bringView(c, form), 422);
    const { kind, subject, file, pasted } = form.values;
    const brought = await bytesOf(file, pasted);
    if (isRefusal(brought)) return refused(c, brought, await bringView(c, refusedForm(brought, form.typed)));
    const { sheet, hash } = brought;
    const outcome = await bringRecords(actorOf(c), {
      ...{
        kind,
        subject,
        hash,
        cells: sheet.rows,
        fileName: file?.name.normalize("NFC").slice(0, 200) ?? "",
      },
    });
    if (isRefusal(outcome)) return refused(c, outcome, await bringView(c, refusedForm(outcome, form.typed)));
    return seeOther(c, `/ho-so/nhap/${outcome}`);
  });

  lists.get("/ho-so/nhap/:id{[0-9]+}", async (c) =>
    show(c, await listView(c, awards, await seenList(c), emptyForm)),
  );

  for (const noun of ["cot", "xac-nhan", "hoan-tac"])
    lists.get(`/ho-so/nhap/:id{[0-9]+}/${noun}`, (c) => c.redirect(`/ho-so/nhap/${idOf(c)}`, 303));

  lists.post("/ho-so/nhap/:id{[0-9]+}/cot", async (c) => {
    const list = await seenList(c);
    const form = await read(c, MappingForm);
    if (hasErrors(form)) return show(c, await listView(c, awards, list, form), 422);
    const outcome = await mapRecords(actorOf(c), { id: list.id, ...form.values });
    return answer(c, awards, list, outcome, form.typed, "Đã đọc lại danh sách.");
  });

  lists.post("/ho-so/nhap/:id{[0-9]+}/xac-nhan", async (c) => {
    const list = await seenList(c);
    const form = await read(c, ConfirmForm);
    if (hasErrors(form)) return show(c, await listView(c, awards, list, form), 422);
    const outcome = await confirmRecords(actorOf(c), {
      id: list.id,
      choices: form.values.choice ?? {},
      awards,
    });
    return answer(c, awards, list, outcome, form.typed, "Đã xác nhận danh sách.");
  });

  lists.post("/ho-so/nhap/:id{[0-9]+}/hoan-tac", async (c) => {
    const list = await seenList(c);
    const form = await read(c, UndoForm);
    if (hasErrors(form)) return show(c, await listView(c, awards, list, form), 422);
    const outcome = await undoImport(actorOf(c), { id: list.id, reason: form.values.reason ?? "" });
    const words = list.state === "read" ? "Đã bỏ danh sách." : "Đã hoàn tác cả danh sách.";
    return answer(c, awards, list, outcome, form.typed, words);
  });

  return lists;
}

async function answer(
  c: Context,
  awards: Awards,
  list: BroughtImport,
  outcome: number | Refusal,
  typed: FormState["typed"],
  title: string,
) {
  if (!isRefusal(outcome)) return seeOther(c, `/ho-so/nhap/${list.id}`, { title });
  const now = await seenList(c);
  return refused(c, outcome, await listView(c, awards, now, refusedForm(outcome, typed)));
}

async function bytesOf(
  file: File | undefined,
  pasted: string | undefined,
): Promise<{ sheet: Sheet; hash: string } | Refusal> {
  if (file && file.size > 0) {
    if (file.size > LARGEST_FILE)
      return refuse("too-large", "Tệp lớn quá 20 MB; hãy chia nhỏ rồi gửi lại.", { field: "file" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sheet = await readSheet(bytes, file.name);
    return isRefusal(sheet) ? { ...sheet, field: "file" } : { sheet, hash: hashOf(bytes) };
  }
  if (!pasted?.trim())
    return refuse("nothing-brought", "Hãy chọn tệp hoặc dán các ô từ Excel.", { field: "file" });
  const sheet = await readPasted(pasted);
  return isRefusal(sheet) ? { ...sheet, field: "pasted" } : { sheet, hash: hashOf(pasted) };
}

const hashOf = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");

/** Kinds whose lists this person may bring for a unit. */
function kindsWritten(c: Context, body: number, within: readonly number[]): FactKind[] {
  return importKinds.filter(
    (kind) => !isRefusal(mayWriteFact(actorOf(c), { kind: "unit", id: body, within }, kind)),
  );
}

async function bringView(c: Context, state: FormState) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const lists = await Promise.all(
    [...new Set(countingPosts(actor).map((post) => post.unit))].map(async (unit) => {
      const kinds = kindsWritten(c, unit, [unit]);
      return kinds.length === 0
        ? []
        : importsFor(reader, await descendantsOf(reader, unit, actor.day), kinds);
    }),
  );
  const before = [...new Map(lists.flat().map((list) => [list.id, list])).values()];
  before.sort((left, right) => right.uploadedAt.getTime() - left.uploadedAt.getTime());
  return <BringView frame={await frameOf(c)} state={state} formKey={newKey()} before={before} />;
}

/** The list in the address, for those who keep the records of its unit; for others there is no such page. */
async function seenList(c: Context): Promise<BroughtImport> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const list = await findImport(reader, idOf(c));
  if (!list) throw new NotFound();
  const within = await ancestorsOf(reader, list.body, actor.day);
  if (isRefusal(mayWriteFact(actor, { kind: "unit", id: list.body, within }, list.kind)))
    throw new NotFound();
  return list;
}

async function listView(c: Context, awards: Awards, list: BroughtImport, state: FormState) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const body = await findUnit(reader, list.body, actor.day);
  const shared = { frame: await frameOf(c), state, formKey: newKey(), list, bodyName: body?.name ?? "" };
  if (list.state !== "read") return <AppliedView {...shared} />;
  const lines = await planImport(reader, { list, awards, actor, choices: {}, keys: null });
  const before = await sameFileBefore(reader, list);
  return (
    <ReviewView
      {...shared}
      lines={lines}
      awards={awards}
      sameFile={before ? onDay(before.appliedAt) : null}
    />
  );
}
