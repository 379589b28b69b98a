import { findFile } from "../platform/files.store.ts";
import { readKept, stageFile } from "../platform/files.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  actorOf,
  type Context,
  download,
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
import type { KeptFile } from "../web/kit.ts";
import type { Awards } from "./award.ts";
import { addFact, correctFact, revokeHonour, subjectOf, withdrawFact } from "./fact.acts.ts";
import { BesideForm, factForm, RevocationForm, WithdrawalForm } from "./fact.form.ts";
import { factsSeen, mayKnowRestricted, maySeeRecord, mayWriteFact } from "./fact.may.ts";
import { findFact, isStanding } from "./fact.store.ts";
import type { Fact, FactKind } from "./fact.ts";
import { type ChangeProps, FactFormView, RevocationView, WithdrawalView } from "./fact-form.view.tsx";
import { addressOf } from "./record.view.tsx";
import { seenSubject } from "./seen.pages.tsx";
import { kindOfSlug } from "./slugs.ts";
import { findSubject, type Subject } from "./subject.store.ts";

/** Writing facts down, correcting, withdrawing and revoking them; the documents behind them. */
export function factPages(awards: Awards) {
  const facts = pages();

  facts.get("/ho-so/:subject{nguoi|don-vi}/:id{[0-9]+}/:kind", async (c) => {
    const { subject, kind } = await toWrite(c);
    return show(c, formView(c, { subject, kind, awards, old: null }, emptyForm, []));
  });
  facts.post("/ho-so/:subject{nguoi|don-vi}/:id{[0-9]+}/:kind", async (c) => {
    const { subject, kind } = await toWrite(c);
    return answerForm(c, { subject, kind, awards, old: null }, ({ fact, document }) =>
      addFact(actorOf(c), { subject: { kind: subject.kind, id: subject.id }, fact, awards, document }),
    );
  });

  facts.get("/ho-so/dong/:kind/:id{[0-9]+}/sua", async (c) => {
    const { subject, fact } = await toChange(c);
    return show(c, formView(c, { subject, kind: fact.kind, awards, old: fact }, emptyForm, []));
  });
  facts.post("/ho-so/dong/:kind/:id{[0-9]+}/sua", async (c) => {
    const { subject, fact: old } = await toChange(c);
    return answerForm(c, { subject, kind: old.kind, awards, old }, ({ fact, document, reason }) =>
      correctFact(actorOf(c), { kind: old.kind, id: old.id, fact, awards, document, reason }),
    );
  });

  facts.get("/ho-so/dong/:kind/:id{[0-9]+}/rut", async (c) =>
    show(c, WithdrawalView(await changeProps(c, awards))),
  );
  facts.post("/ho-so/dong/:kind/:id{[0-9]+}/rut", async (c) => {
    const props = await changeProps(c, awards);
    const form = await read(c, WithdrawalForm);
    if (hasErrors(form)) return show(c, WithdrawalView({ ...props, state: form }), 422);
    const { kind, id } = props.fact;
    const outcome = await withdrawFact(actorOf(c), { kind, id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, WithdrawalView({ ...props, state: refusedForm(outcome, form.typed) }))
      : seeOther(c, addressOf(props.subject), { title: "Đã rút khỏi hồ sơ; lịch sử ghi chép vẫn giữ." });
  });

  facts.get("/ho-so/dong/:kind/:id{[0-9]+}/huy-bo", async (c) =>
    show(c, RevocationView(await awardProps(c, awards))),
  );
  facts.post("/ho-so/dong/:kind/:id{[0-9]+}/huy-bo", async (c) => {
    const props = await awardProps(c, awards);
    const form = await read(c, RevocationForm);
    if (hasErrors(form)) return show(c, RevocationView({ ...props, state: form }), 422);
    const outcome = await revokeHonour(actorOf(c), { id: props.fact.id, ...form.values });
    return isRefusal(outcome)
      ? refused(c, outcome, RevocationView({ ...props, state: refusedForm(outcome, form.typed) }))
      : seeOther(c, addressOf(props.subject), { title: "Đã ghi quyết định hủy bỏ." });
  });

  facts.get("/ho-so/dong/:kind/:id{[0-9]+}/tep", async (c) => {
    const { fact } = await seenFact(c);
    if (fact.file === null) throw new NotFound();
    const file = found(await findFile(readerOf(c), fact.file));
    return download(c, await readKept(fact.file), fact.fileName ?? "tep", file.mediaType);
  });

  return facts;
}

interface Writing {
  readonly subject: Subject;
  readonly kind: FactKind;
  readonly awards: Awards;
  readonly old: Fact | null;
}

interface Sent {
  readonly fact: Parameters<typeof addFact>[1]["fact"];
  readonly document: string | null;
  readonly reason: string;
}

async function answerForm(c: Context, writing: Writing, write: (sent: Sent) => Promise<number | Refusal>) {
  const form = await read(c, factForm(writing.kind));
  const document = await documentIn(c);
  const kept = isRefusal(document) || document === null ? [] : [document];
  const failed = (state: FormState) => formView(c, writing, state, kept);
  if (isRefusal(document)) return show(c, failed(refusedForm(document, form.typed)), 422);
  if (hasErrors(form)) return show(c, failed(form), 422);
  const reason = form.typed.reason?.[0] ?? "";
  const outcome = await write({ fact: form.values, document: document?.id ?? null, reason });
  return isRefusal(outcome)
    ? refused(c, outcome, failed(refusedForm(outcome, form.typed)))
    : seeOther(c, addressOf(writing.subject), {
        title: writing.old ? "Đã lưu bản sửa." : "Đã ghi vào hồ sơ.",
      });
}

/** The document sent now, staged so that a form that comes back keeps it; or the one kept from before. */
async function documentIn(c: Context): Promise<KeptFile | Refusal | null> {
  const beside = await read(c, BesideForm);
  if (hasErrors(beside)) return null;
  const { document: sent, "document-kept": token } = beside.values;
  if (!sent || sent.size === 0) return token ? { id: token, name: "Tệp đã gửi", bytes: 0 } : null;
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const staged = await stageFile({ ...actorOf(c), key: null }, { name: sent.name, bytes });
  if (isRefusal(staged)) return { ...staged, field: "document" };
  return { id: staged.token, name: staged.name, bytes: bytes.length };
}

async function formView(c: Context, writing: Writing, state: FormState, kept: readonly KeptFile[]) {
  return (
    <FactFormView
      frame={await frameOf(c)}
      state={state}
      formKey={newKey()}
      kept={kept}
      knowsRestricted={!isRefusal(mayKnowRestricted(actorOf(c), writing.subject))}
      {...writing}
    />
  );
}

/** The subject and kind in the address, for somebody who may write that; for others there is no such page. */
async function toWrite(c: Context): Promise<{ subject: Subject; kind: FactKind }> {
  const kind = kindOfSlug(c.req.param("kind") ?? "");
  const subject = await seenSubject(c);
  if (kind === null || isRefusal(mayWriteFact(actorOf(c), subject, kind))) throw new NotFound();
  return { subject, kind };
}

/** The row in the address as this person sees it. */
async function seenFact(c: Context): Promise<{ subject: Subject; fact: Fact }> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const kind = kindOfSlug(c.req.param("kind") ?? "");
  const row = kind === null ? null : await findFact(reader, kind, idOf(c));
  const subject = row === null ? null : await findSubject(reader, subjectOf(row), actor.day);
  if (!row || !subject || isRefusal(maySeeRecord(actor, subject))) throw new NotFound();
  return { subject, fact: found(factsSeen(actor, subject, [row])[0]) };
}

/** The same for somebody who may change it, while it stands. */
async function toChange(c: Context): Promise<{ subject: Subject; fact: Fact }> {
  const seen = await seenFact(c);
  if (isRefusal(mayWriteFact(actorOf(c), seen.subject, seen.fact.kind))) throw new NotFound();
  // A POST goes on to the act, which says that the row has moved on; nothing is left to draw before it.
  if (c.req.method === "GET" && !(await isStanding(readerOf(c), seen.fact))) throw new NotFound();
  return seen;
}

async function changeProps(c: Context, awards: Awards): Promise<ChangeProps> {
  return { frame: await frameOf(c), state: emptyForm, formKey: newKey(), awards, ...(await toChange(c)) };
}

async function awardProps(c: Context, awards: Awards): Promise<ChangeProps> {
  const props = await changeProps(c, awards);
  if (props.fact.kind !== "honour") throw new NotFound();
  return props;
}
