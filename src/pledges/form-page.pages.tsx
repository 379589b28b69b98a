import type { HtmlEscapedString } from "hono/utils/html";
import type { z } from "zod";
import { isRefusal, type Permit, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import { type App, actorOf, NotFound, read, refused, seeOther, show } from "../web/http.ts";
import { refusedWithWords } from "../web/refused-words.tsx";
import { type StagedFiles, stagedFiles } from "../web/staged.ts";
import { type Seen, seenForChange, seenPledge } from "./seen.pages.tsx";

type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a form page is drawn with: its state, and the files kept since it came back. */
export interface Shown {
  readonly state: FormState;
  readonly files: StagedFiles;
}

/** A page with a form under one pledge: shown by GET, taken by POST at the same address. */
interface FormPage<Schema extends z.ZodType> {
  /** Below `/giao-uoc/:id`. */
  readonly path: string;
  readonly schema: Schema;
  /** The field of its files, when it has any. */
  readonly files?: string;
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
    return show(c, await page.draw(seen, { state: emptyForm, files: noFiles }));
  });
  app.post(address, async (c) => {
    const seen = await seenForChange(c);
    if (isRefusal(seen)) return refusedWithWords(c, seen);
    const files = page.files ? await stagedFiles(c, page.files) : noFiles;
    const form = await read(c, page.schema);
    const fileError = page.files && files.error ? { [page.files]: files.error } : {};
    if (hasErrors(form) || files.error) {
      const errors = { ...(hasErrors(form) ? form.errors : {}), ...fileError };
      return show(c, await page.draw(seen, { state: { errors, typed: form.typed }, files }), 422);
    }
    const outcome = await page.take({ ...seen, actor: actorOf(c) }, form.values, files);
    if (!isRefusal(outcome))
      return seeOther(c, `/giao-uoc/${seen.pledge.id}${page.done.to}`, { title: page.done.title });
    if (outcome.refusal === "not-proved") return toProof(seen);
    const now = await seenForChange(c);
    if (isRefusal(now)) return refusedWithWords(c, now);
    return refused(c, outcome, await page.draw(now, { state: refusedForm(outcome, form.typed), files }));
  });
}

/** Proof is asked for on a page of its own, which leads back here. */
function toProof({ c }: Seen) {
  const { pathname, search } = new URL(c.req.url);
  return seeOther(c, `/xac-thuc-lai?tiep=${encodeURIComponent(`${pathname}${search}`)}`);
}
