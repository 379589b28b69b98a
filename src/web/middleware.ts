import { randomBytes, randomUUID } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { Actor } from "../platform/actor.ts";
import { log } from "../platform/log.ts";
import { sessionOf } from "../platform/sign-in.acts.ts";
import { ErrorPage } from "./errors.tsx";
import type { Frame, Manifest } from "./frame.ts";
import { type Context, type Env, NotFound, type Session, SignedOut, show } from "./http.ts";

/** What the whole house tells the middleware; `main` hands it over. */
export interface Surroundings {
  readonly assets: Manifest;
  /** Origins a form may lead to besides our own: the identity provider's. */
  readonly formOrigins: readonly string[];
  /** Whether the address people type is https. */
  readonly secure: boolean;
  loadActor(session: Session, at: Date, postId: number | null): Promise<Actor | null>;
  makeFrame(c: Context, actor: Actor): Promise<Frame>;
}

export const POST_COOKIE = "thidua-post";
const LARGEST_BODY = 25 * 1024 * 1024;
const LARGEST_DRAINED = 600 * 1024 * 1024;

/** The moment the request arrived, before anything else can make it wait. */
export const arrival: MiddlewareHandler<Env> = async (c, next) => {
  c.set("at", new Date());
  c.set("nonce", randomBytes(16).toString("base64"));
  c.set("form", null);
  c.set("ip", addressOf(c));
  await next();
};

/** One line a request: what kind of page, how it ended, how long it took. No query, no name. */
export const requestLog: MiddlewareHandler<Env> = async (c, next) => {
  const begun = performance.now();
  await next();
  log.debug({
    method: c.req.method,
    route: c.req.routePath,
    status: c.res.status,
    ms: Math.round(performance.now() - begun),
  });
};

/** Headers that keep the page's context closed to everything that is not ours. */
export const securityHeaders =
  (around: Surroundings): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next();
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    };
    set(
      "content-security-policy",
      [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${c.get("nonce")}'`,
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        `form-action ${["'self'", ...around.formOrigins].join(" ")}`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
    );
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("x-frame-options", "DENY");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), microphone=(), geolocation=()");
    if (around.secure) set("strict-transport-security", "max-age=31536000; includeSubDomains");
    if (c.res.headers.get("content-type")?.startsWith("text/html")) set("cache-control", "private, no-store");
  };

/** A change must come from our own pages. Browsers say where a request comes from; others must say it too. */
export const sameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  const site = c.req.header("sec-fetch-site");
  const origin = c.req.header("origin");
  const own = site === "same-origin" || (origin !== undefined && sameHost(origin, c.req.header("host")));
  return own
    ? next()
    : errorPage(c, 403, "Yêu cầu này không đến từ trang của hệ thống nên không được thực hiện.");
};

/** Too large a body is read away, so that the browser gets its answer instead of a broken line. */
export const bodyLimit: MiddlewareHandler<Env> = async (c, next) => {
  const length = Number(c.req.header("content-length") ?? 0);
  if (length <= LARGEST_BODY) return next();
  if (length <= LARGEST_DRAINED && c.req.raw.body) await c.req.raw.body.pipeTo(new WritableStream());
  return errorPage(
    c,
    413,
    `Phần gửi lên lớn hơn ${LARGEST_BODY / 1024 / 1024} MB nên không được nhận; mỗi tệp được đến 20 MB.`,
  );
};

/** Who asks: the session, then the posts held today. */
export const knowsActor =
  (around: Surroundings): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set("shell", { assets: around.assets, nonce: c.get("nonce") });
    const session = c.req.header("cookie") ? await sessionOf(c.req.raw.headers, c.get("at")) : null;
    c.set("session", session);
    const actor = session
      ? await around.loadActor(session, c.get("at"), Number(getCookie(c, POST_COOKIE)) || null)
      : null;
    c.set("actor", actor);
    c.set("makeFrame", () => {
      if (!actor) throw new SignedOut();
      return around.makeFrame(c, actor);
    });
    await next();
  };

/** What a fault becomes: the door, a missing page, or a bug with an incident number. */
export async function onFault(fault: Error, c: Context): Promise<Response> {
  if (fault instanceof SignedOut) {
    const back = c.req.method === "GET" ? new URL(c.req.url).pathname + new URL(c.req.url).search : "/";
    return c.redirect(`/dang-nhap?tiep=${encodeURIComponent(back)}`, 303);
  }
  if (fault instanceof NotFound) return onMissing(c);
  const incident = randomUUID().slice(0, 8);
  log.error({ incident, route: c.req.routePath, fault: fault.message, stack: fault.stack }, "a bug");
  return errorPage(c, 500, null, incident);
}

export const onMissing = (c: Context): Promise<Response> => errorPage(c, 404, null);

async function errorPage(
  c: Context,
  status: 403 | 404 | 413 | 500,
  sentence: string | null,
  incident?: string,
): Promise<Response> {
  const shell = c.get("shell") ?? null;
  if (!shell) return c.text(sentence ?? "Hệ thống gặp lỗi; chưa có gì thay đổi.", status);
  return show(
    c,
    ErrorPage({ shell, frame: await frameIfAny(c, status), status, sentence, incident }),
    status,
  );
}

/** A bug may be in what draws the frame, so its own page stands alone. */
const frameIfAny = (c: Context, status: number): Promise<Frame> | undefined =>
  status !== 500 && c.get("actor") ? c.get("makeFrame")() : undefined;

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return host !== undefined && new URL(origin).host === host;
  } catch {
    return false;
  }
}

function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown";
  }
}
