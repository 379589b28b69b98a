import { type PickFormState, settlePicks } from "../org/pick.form.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { patternsOf, searchWords } from "../org/search.ts";
import type { Actor } from "../platform/actor.ts";
import { parseDay, readTypedDay } from "../platform/day.ts";
import { readKept } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import { fold } from "../platform/vietnamese.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import type { Picked } from "../web/form-fields.ts";
import {
  actorOf,
  type Context,
  download,
  formOf,
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
import { type KeptFile, pageIn, rowsOnAPage } from "../web/kit.ts";
import { AcknowledgeView, DocumentView } from "./document.view.tsx";
import { mayKeepLibrary } from "./law.may.ts";
import { acknowledgeChange, addDocument, correctDocument } from "./library.acts.ts";
import { filesIn } from "./library.files.ts";
import { AcknowledgementForm, CorrectionForm, DocumentForm, factsFrom } from "./library.form.ts";
import {
  acknowledgementsOf,
  documentsOfConsequence,
  filesOf,
  findDocument,
  type LibraryFile,
  listLibrary,
  versionsOf,
} from "./library.store.ts";
import { isDocumentKind, type LibraryDocument, matchingLine } from "./library.ts";
import { LibraryView } from "./library.view.tsx";
import { openChanges } from "./library-flags.ts";
import { DocumentFormView } from "./library-form.view.tsx";

const LONGEST_QUERY = 200;
const LINES_SHOWN = 50;

/** The library of legal documents, guidance and bodies' own rules. */
export function libraryPages() {
  const library = pages();

  library.get("/phap-luat/thu-vien", async (c) => {
    const [actor, reader] = [actorOf(c), readerOf(c)];
    const address = { path: "/phap-luat/thu-vien", query: c.req.query() };
    const words = searchWords((address.query.q ?? "").slice(0, LONGEST_QUERY));
    const typedDay = address.query.ngay?.trim() ?? "";
    const day = readTypedDay(typedDay) ?? parseDay(typedDay);
    const kind = address.query.loai ?? "";
    const page = pageIn(address);
    const issuer = searchWords((address.query["co-quan"] ?? "").slice(0, LONGEST_QUERY));
    const filter = {
      ...{ patterns: patternsOf(words), issuerPatterns: patternsOf(issuer) },
      ...{ kind: isDocumentKind(kind) ? kind : null, onDay: day },
    };
    const { rows, total } = await listLibrary(reader, filter, { number: page, size: rowsOnAPage });
    const consequence = await documentsOfConsequence(reader);
    const dealtWith = await acknowledgementsOf(
      reader,
      rows.map(({ id }) => id),
    );
    const wrongDay = typedDay !== "" && day === null ? typedDay : null;
    return show(
      c,
      <LibraryView
        frame={await frameOf(c)}
        {...{ address, page, total, wrongDay }}
        rows={rows.map((row) => ({
          ...row,
          match: words.length > 0 ? matchingLine(row.text, words) : null,
          changes: openChanges(row, consequence, dealtWith, actor.day),
        }))}
        mayAdd={(await bodiesKept(c)).length > 0}
      />,
      wrongDay === null ? 200 : 422,
    );
  });

  library.get("/phap-luat/thu-vien/moi", async (c) => {
    if ((await bodiesKept(c)).length === 0) throw new NotFound();
    return show(c, await newPage(c, emptyForm, []));
  });

  library.post("/phap-luat/thu-vien/moi", async (c) => {
    const actor = actorOf(c);
    const files = await filesIn(await formOf(c), actor, readerOf(c));
    const form = await read(c, DocumentForm);
    const wrong = await faultsIn(c, form, files.error);
    if ("errors" in wrong)
      return show(c, await newPage(c, { ...wrong, typed: form.typed }, files.staged), 422);
    const { body, ...typed } = wrong.values;
    const outcome = await addDocument(actorOf(c), {
      ...{ body, facts: factsFrom(typed, wrong.issuer), uploads: files.uploads },
    });
    if (isRefusal(outcome))
      return refused(c, outcome, await newPage(c, refusedForm(outcome, form.typed), files.staged));
    return seeOther(c, `/phap-luat/thu-vien/${outcome}`, { title: "Đã thêm vào thư viện." });
  });

  library.get("/phap-luat/thu-vien/:id{[0-9]+}", async (c) => {
    const [actor, reader] = [actorOf(c), readerOf(c)];
    const document = found(await findDocument(reader, idOf(c)));
    const words = (c.req.query("q") ?? "").slice(0, LONGEST_QUERY).trim();
    const [files, versions, dealtWith, consequence] = await Promise.all([
      filesOf(reader, document.id),
      versionsOf(reader, document.id),
      acknowledgementsOf(reader, [document.id]),
      documentsOfConsequence(reader),
    ]);
    return show(
      c,
      <DocumentView
        frame={await frameOf(c)}
        {...{ document, files, versions, dealtWith, words }}
        open={openChanges(document, consequence, dealtWith, actor.day)}
        mayKeep={await keeps(c, document)}
        found={linesWith(files, searchWords(words))}
      />,
    );
  });

  library.get("/phap-luat/thu-vien/:id{[0-9]+}/tep/:hash", async (c) => {
    actorOf(c);
    const files = await filesOf(readerOf(c), idOf(c));
    const file = found(files.find((one) => one.file === c.req.param("hash")));
    return download(c, await readKept(file.file), file.name, file.mediaType);
  });

  library.get("/phap-luat/thu-vien/:id{[0-9]+}/sua", async (c) => {
    const document = await kept(c);
    const files = await filesOf(readerOf(c), document.id);
    return show(c, await correctionPage(c, document, emptyForm, files.map(asKept)));
  });

  library.post("/phap-luat/thu-vien/:id{[0-9]+}/sua", async (c) => {
    const actor = actorOf(c);
    const document = found(await findDocument(readerOf(c), idOf(c)));
    const sent = await filesIn(await formOf(c), actor, readerOf(c));
    const form = await read(c, CorrectionForm);
    const before = (await filesOf(readerOf(c), document.id)).filter(({ file }) => sent.kept.includes(file));
    const view = async (state: PickFormState) =>
      correctionPage(c, document, state, [...before.map(asKept), ...sent.staged]);
    const wrong = await faultsIn(c, form, sent.error);
    if ("errors" in wrong) return show(c, await view({ ...wrong, typed: form.typed }), 422);
    const { version, ...typed } = wrong.values;
    const outcome = await correctDocument(actorOf(c), {
      ...{ document: document.id, version, facts: factsFrom(typed, wrong.issuer) },
      ...{ uploads: sent.uploads, kept: sent.kept },
    });
    if (isRefusal(outcome)) return refused(c, outcome, await view(refusedForm(outcome, form.typed)));
    return seeOther(c, `/phap-luat/thu-vien/${outcome}`, { title: "Đã lưu bản sửa." });
  });

  library.get("/phap-luat/thu-vien/:id{[0-9]+}/xac-nhan", async (c) => {
    const document = await kept(c);
    return show(c, await acknowledgePage(c, document, c.req.query("change") ?? "", emptyForm));
  });

  library.post("/phap-luat/thu-vien/:id{[0-9]+}/xac-nhan", async (c) => {
    const document = found(await findDocument(readerOf(c), idOf(c)));
    const form = await read(c, AcknowledgementForm);
    const change = form.typed.change?.[0] ?? "";
    if (hasErrors(form)) return show(c, await acknowledgePage(c, document, change, form), 422);
    const outcome = await acknowledgeChange(actorOf(c), { document: document.id, ...form.values });
    if (isRefusal(outcome))
      return refused(
        c,
        outcome,
        await acknowledgePage(c, document, change, refusedForm(outcome, form.typed)),
      );
    return seeOther(c, `/phap-luat/thu-vien/${outcome}`, { title: "Đã xác nhận xử lý thay đổi." });
  });

  return library;
}

/** Bodies of this person's posts on whose behalf they may keep documents. */
async function bodiesKept(c: Context): Promise<readonly { id: number; name: string }[]> {
  const actor = actorOf(c);
  const bodies = new Map(
    actor.posts.filter((post) => mayKeepFor(actor, post.within)).map((post) => [post.unit, post.unitName]),
  );
  return [...bodies].map(([id, name]) => ({ id, name }));
}

const mayKeepFor = (actor: Actor, within: readonly number[]): boolean =>
  !isRefusal(mayKeepLibrary(actor, within));

const keeps = async (c: Context, document: LibraryDocument): Promise<boolean> =>
  mayKeepFor(actorOf(c), await ancestorsOf(readerOf(c), document.body, actorOf(c).day));

/** The document, for those who may correct it; no page for others. */
async function kept(c: Context): Promise<LibraryDocument> {
  const document = found(await findDocument(readerOf(c), idOf(c)));
  if (!(await keeps(c, document))) throw new NotFound();
  return document;
}

type Read<Values> = { readonly values: Values; readonly issuer: number | null };

/** What was typed with its issuer settled, or all that is wrong with it. */
async function faultsIn<Values extends { readonly issuer: Picked | null }>(
  c: Context,
  form: { readonly values: Values } | FormState,
  fileError: string | null,
): Promise<Read<Values> | Omit<PickFormState, "typed">> {
  const files = fileError === null ? {} : { files: fileError };
  if ("errors" in form) return { errors: { ...form.errors, ...files } };
  const picked = await settlePicks(readerOf(c), actorOf(c), {
    issuer: { of: "unit", picked: form.values.issuer },
  });
  if ("errors" in picked) return { errors: { ...picked.errors, ...files }, namesakes: picked.namesakes };
  return fileError === null ? { values: form.values, issuer: picked.ids.issuer } : { errors: files };
}

const newPage = async (c: Context, state: PickFormState, files: readonly KeptFile[]) => (
  <DocumentFormView
    frame={await frameOf(c)}
    state={state}
    formKey={newKey()}
    document={null}
    bodies={await bodiesKept(c)}
    files={files}
    symbol={(c.req.query("so") ?? "").slice(0, 100)}
  />
);

const correctionPage = async (
  c: Context,
  document: LibraryDocument,
  state: PickFormState,
  files: readonly KeptFile[],
) => (
  <DocumentFormView
    frame={await frameOf(c)}
    state={state}
    formKey={newKey()}
    document={document}
    bodies={[]}
    files={files}
    symbol=""
  />
);

const asKept = ({ file, name, bytes }: LibraryFile): KeptFile => ({ id: file, name, bytes });

async function acknowledgePage(c: Context, document: LibraryDocument, change: string, state: FormState) {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const dealtWith = await acknowledgementsOf(reader, [document.id]);
  const open = openChanges(document, await documentsOfConsequence(reader), dealtWith, actor.day);
  return (
    <AcknowledgeView
      frame={await frameOf(c)}
      document={document}
      change={open.find(({ key }) => key === change) ?? null}
      changeKey={change}
      state={state}
      formKey={newKey()}
    />
  );
}

/** The lines of the files that hold all the words, without accents. */
function linesWith(files: readonly LibraryFile[], words: readonly string[]) {
  if (words.length === 0) return [];
  const folded = words.map(fold);
  return files
    .flatMap(({ name, lines }) =>
      (lines ?? "").split("\n").map((text, index) => ({ file: name, number: index + 1, text })),
    )
    .filter(({ text }) => {
      const plain = fold(text);
      return folded.every((word) => plain.includes(word));
    })
    .slice(0, LINES_SHOWN);
}
