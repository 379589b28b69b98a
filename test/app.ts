import type { MiddlewareHandler } from "hono";
import type { Actor } from "../src/platform/actor.ts";
import type { Manifest } from "../src/web/frame.ts";
import { type App, type Env, pages } from "../src/web/http.ts";
import { onFault, onMissing } from "../src/web/middleware.ts";

/** A browser's view of some pages, for one person. */
export interface Browser {
  get(path: string): Promise<Seen>;
  /** Sends a form: plain fields, repeated names as lists, files as File. */
  post(path: string, fields?: Readonly<Record<string, FormValue>>): Promise<Seen>;
}

type FormValue = string | File | readonly (string | File)[];

export interface Seen {
  readonly status: number;
  /** Where a redirect leads. */
  readonly location: string | null;
  readonly html: string;
  readonly headers: Headers;
  bytes(): Uint8Array;
}

const noAssets: Manifest = {
  styles: "/assets/page.css",
  signInStyles: "/assets/door.css",
  script: "/assets/main.js",
  icon: "/assets/icon.svg",
  preloadFonts: [],
  extraScripts: {},
};

/** Mounts pages as the house does, with somebody already signed in; null for nobody. */
export function browse(mounted: readonly App[], actor: Actor | null): Browser {
  const app = pages();
  app.onError(onFault);
  app.notFound(onMissing);
  app.use(signedIn(actor));
  for (const one of mounted) app.route("/", one);
  const visit = async (path: string, init?: RequestInit) => seen(await app.request(path, init));
  return {
    get: (path) => visit(path),
    post: (path, fields = {}) => visit(path, { method: "POST", body: formOf(fields) }),
  };
}

const signedIn =
  (actor: Actor | null): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set("at", actor?.at ?? new Date());
    c.set("nonce", "nonce");
    c.set("form", null);
    c.set("ip", "127.0.0.1");
    c.set("shell", { assets: noAssets, nonce: "nonce" });
    c.set("actor", actor);
    c.set(
      "session",
      actor?.account ? { id: "session", account: actor.account, provedUntil: actor.provedUntil } : null,
    );
    c.set("makeFrame", async () => ({
      assets: noAssets,
      nonce: "nonce",
      who: { name: actor?.name ?? "", initials: "" },
      body: actor?.post?.unitName ?? "",
      post: actor?.post?.title ?? "",
      postId: "",
      posts: [],
      navigation: [],
      notices: 0,
    }));
    await next();
  };

function formOf(fields: Readonly<Record<string, FormValue>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one as string);
  return form;
}

async function seen(response: Response): Promise<Seen> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    location: response.headers.get("location"),
    html: new TextDecoder().decode(bytes),
    headers: response.headers,
    bytes: () => bytes,
  };
}
