import { Hono, type Context as HonoContext } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { HtmlEscapedString } from "hono/utils/html";
import type { z } from "zod";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import { type Reader, reader } from "../platform/db.ts";
import type { Refusal } from "../platform/refusal.ts";
import { type FormReading, readForm } from "./form.ts";
import type { Frame, Shell } from "./frame.ts";
import type { NoticeText } from "./kit/notice.tsx";

/** The session behind a request, as the sign-in knows it. */
export interface Session {
  readonly id: string;
  readonly account: string;
  readonly provedUntil: Instant | null;
}

export interface Env {
  Variables: {
    /** When the request arrived. */
    at: Instant;
    nonce: string;
    session: Session | null;
    actor: Actor | null;
    shell: Shell;
    /** Draws the frame for the signed-in person; costs a few statements, so only pages ask for it. */
    makeFrame: () => Promise<Frame>;
    /** The form sent, read once. */
    form: FormData | null;
    ip: string;
  };
}

export type Context = HonoContext<Env>;
export type App = Hono<Env>;

/** A stage's pages; `main` mounts them at the root. */
export const pages = (): App => new Hono<Env>();

/** Nobody is signed in: the middleware leads to the door and back. */
export class SignedOut extends Error {}

/** There is no such thing, or this person may not know that there is. */
export class NotFound extends Error {}

/** Who asks; with the idempotency key once a form was read. Throws SignedOut when nobody is signed in. */
export function actorOf(c: Context): Actor {
  const actor = c.get("actor");
  if (!actor) throw new SignedOut();
  const key = c.get("form")?.get("key");
  return typeof key === "string" && key !== "" ? { ...actor, key: key.slice(0, 100) } : actor;
}

/** Reads only; pages have nothing that writes. */
export const readerOf = (_c: Context): Reader => reader();

export const frameOf = (c: Context): Promise<Frame> => c.get("makeFrame")();

export const shellOf = (c: Context): Shell => c.get("shell");

/** The whole number in the address; anything else is no such page. */
export function idOf(c: Context, name = "id"): number {
  const text = c.req.param(name) ?? "";
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotFound();
  return Number(text);
}

/** What a loader found, or no such page. */
export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new NotFound();
  return thing;
}

/** The form as sent; read once a request. */
export async function formOf(c: Context): Promise<FormData> {
  const before = c.get("form");
  if (before) return before;
  const form = await c.req.formData();
  c.set("form", form);
  return form;
}

/** Reads the form by its schema; everything typed is kept either way. */
export const read = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<FormReading<z.output<Schema>>> => readForm(schema, await formOf(c));

type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page as an answer. A page that holds pieces still being read is waited for. */
export async function show(
  c: Context,
  drawn: Drawn,
  status: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500 = 200,
): Promise<Response> {
  const page = await drawn;
  return c.html(`<!doctype html>${await page.toString()}`, status);
}

/** The same page with everything typed: 422 for input, 409 when the thing moved on, 403 without the right. */
export const refused = (c: Context, refusal: Refusal, drawn: Drawn) => show(c, drawn, statusOf(refusal));

export const statusOf = (refusal: Refusal): 403 | 409 | 422 =>
  refusal.kind === "may-not" ? 403 : refusal.kind === "moved-on" ? 409 : 422;

const NOTICE = "thidua-notice";
const NOTICE_SECONDS = 60;

/** After a change: go and look (303). The notice is shown once on the next page. */
export function seeOther(c: Context, path: string, notice?: NoticeText): Response {
  if (notice)
    setCookie(c, NOTICE, encodeURIComponent(JSON.stringify(notice)), {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      maxAge: NOTICE_SECONDS,
    });
  return c.redirect(path, 303);
}

/** To the page that asks for proof of the person anew, and back to that address afterwards. */
export const toProof = (c: Context, back: string): Response =>
  seeOther(c, `/xac-thuc-lai?tiep=${encodeURIComponent(back)}`);

/** The notice left by the last change, shown once. */
export function noticeOf(c: Context): NoticeText | undefined {
  const text = getCookie(c, NOTICE);
  if (!text) return undefined;
  deleteCookie(c, NOTICE, { path: "/" });
  try {
    return JSON.parse(decodeURIComponent(text)) as NoticeText;
  } catch {
    return undefined;
  }
}

/** A fresh idempotency key for a form about to be drawn. */
export const newKey = (): string => crypto.randomUUID();

/** A file as a download: never shown in the page's own context, whatever it holds. */
export function download(c: Context, bytes: Uint8Array, name: string, mediaType: string) {
  const plain = name.normalize("NFD").replace(/[^\x20-\x7e]|["\\]/g, "");
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": mediaType,
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
}

/** A local address to go on to, never another site. */
export const localPath = (text: string | undefined | null): string =>
  text && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : "/";
