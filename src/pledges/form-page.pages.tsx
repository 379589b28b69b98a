import type { HtmlEscapedString } from "hono/utils/html";
import type { z } from "zod";
import { closeForm, keepForm, openForm } from "../movements/typed.pages.ts";
import { isRefusal, type Permit, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import { type App, actorOf, type Context, NotFound, read, refused, seeOther, show } from "../web/http.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { type StagedFiles, stagedFiles } from "../web/staged.ts";
import type { Saving } from "./pledge-frame.view.tsx";
import { type Seen, seenForChange, seenPledge } from "./seen.pages.tsx";

type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a form page is drawn with: its state, and the files kept since it came back. */
export interface Shown {
  readonly state: FormState;
  readonly saving: Saving;
  readonly files: StagedFiles;
}

/** What a draft was written upon: the hidden field that says so, and what it would say now. */
interface Ground {
  readonly field: "version" | "from";
  readonly now: number;
}

/** A page with a form under one pledge: shown by GET, taken by POST at the same address. */
interface FormPage<Schema extends z.ZodType> {
  /** Below `/giao-uoc/:id`. */
  readonly path: string;
  readonly schema: Schema;
  /** The field of its files, when it has any. */
  readonly files?: string;
  /** A long form saves itself every few seconds; taken up again upon something newer, it says so. */
  keeps?(seen: Seen): Ground | Promise<Ground>;
  /** Whether it is there for this person at all. */
  may(seen: Seen): Permit | Refusal | Promise<Permit | Refusal>;
  /** Whether it is open now; otherwise the pledge itself is shown. */
  open?(seen: Seen): boolean;
  draw(seen: Seen, shown: Shown): Drawn;
  take(seen: Seen, values: z.output<Schema>, files: StagedFiles): Promise<number | Refusal>;
  /** Where it leads, below the pledge, and what is said there. */
  readonly done: { readonly to: string; readonly title: string };
}

const noFiles: StagedFiles = { tokens: [], kept: [], error: null };

/** Mounts one form page. A final step without fresh proof leads to the proof and back. */
export function mountForm<Schema extends z.ZodType>(app: App, page: FormPage<Schema>): void {
  const address = `/giao-uoc/:id{[0-9]+}${page.path}`;
  app.get(address, async (c) => {
    const seen = await seenPledge(c);
    const allowed = await page.may(seen);
    if (isRefusal(allowed)) {
      if (allowed.refusal === "not-proved") return toProof(seen);
      throw new NotFound();
    }
    if (page.open && !page.open(seen)) return seeOther(c, `/giao-uoc/${seen.pledge.id}`);
    const opened = await openKept(page, seen);
    return show(c, await page.draw(seen, { ...opened, files: noFiles }));
  });
  if (page.keeps) mountKeeping(app, address, page);
  app.post(address, async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const files = page.files ? await stagedFiles(c, page.files) : noFiles;
    const form = await read(c, page.schema);
    const fileError = page.files && files.error ? { [page.files]: files.error } : {};
    if (hasErrors(form) || files.error) {
      const errors = { ...(hasErrors(form) ? form.errors : {}), ...fileError };
      const state = { errors, typed: form.typed };
      return show(c, await page.draw(seen, { state, saving: savingAt(page, c), files }), 422);
    }
    const outcome = await page.take({ ...seen, actor: actorOf(c) }, form.values, files);
    if (!isRefusal(outcome)) {
      if (page.keeps) await closeForm(seen.actor, c.req.path);
      return seeOther(c, `/giao-uoc/${seen.pledge.id}${page.done.to}`, { title: page.done.title });
    }
    if (outcome.refusal === "not-proved") return toProof(seen);
    const now = await seenForChange(c);
    if (isRefusal(now)) return refusedWithWords(c, now);
    const state = refusedForm(outcome, form.typed);
    return refused(c, outcome, await page.draw(now, { state, saving: savingAt(page, c), files }));
  });
}

const KEEPING = "/ban-nhap";

/** Only who may write the form keeps a draft of it. */
function mountKeeping<Schema extends z.ZodType>(app: App, address: string, page: FormPage<Schema>): void {
  const formOf = (c: Context) => c.req.path.slice(0, -KEEPING.length);
  app.get(`${address}${KEEPING}`, (c) => seeOther(c, formOf(c)));
  app.post(`${address}${KEEPING}`, async (c) => {
    const seen = await seenPledge(c);
    if (isRefusal(await page.may(seen))) throw new NotFound();
    return keepForm(c, seen.actor, formOf(c));
  });
}

const savingAt = (page: { readonly keeps?: unknown }, c: Context): Saving =>
  page.keeps ? { draftAddress: `${c.req.path}${KEEPING}` } : {};

/** The form as it was left, with a word when what it was written upon has changed since. */
async function openKept<Schema extends z.ZodType>(page: FormPage<Schema>, seen: Seen) {
  if (!page.keeps) return { state: emptyForm, saving: {} };
  const { state, savedAt } = await openForm(seen.actor, seen.c.req.path);
  const ground = await page.keeps(seen);
  const moved = savedAt !== undefined && state.typed[ground.field]?.[0] !== `${ground.now}`;
  const errors = moved
    ? {
        "": `Giao ước đã có thay đổi sau khi bản nháp này được lưu lúc ${savedAt}. Phần đang soạn hiện dưới đây; hãy so với nội dung mới trước khi lưu.`,
      }
    : {};
  return { state: { errors, typed: state.typed }, saving: { ...savingAt(page, seen.c), savedAt } };
}

/** Proof is asked for on a page of its own, which leads back here. */
function toProof({ c }: Seen) {
  const { pathname, search } = new URL(c.req.url);
  return seeOther(c, `/xac-thuc-lai?tiep=${encodeURIComponent(`${pathname}${search}`)}`);
}
