import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { username } from "better-auth/plugins/username";
import { PostgresDialect } from "kysely";
import type pg from "pg";
import { preparing } from "./db.prepared.ts";
import { databaseUrl, poolOf } from "./db.ts";
import { keyFor } from "./secret.ts";
import type { IdentityProvider } from "./settings.ts";

/**
 * Sign-in rests on better-auth: sessions, passwords, TOTP, passkeys, OpenID Connect. It writes its own
 * tables in the schema `auth`; this is the one named exception to "writes only in acts".
 * Its HTTP handler is mounted only where script needs it (passkeys) and where an identity provider
 * comes back; forms call it on the server.
 */
/** Id of the state identity provider among better-auth's providers. */
export const IDENTITY_PROVIDER = "dinh-danh";

const HOURS_12 = 12 * 60 * 60;
const HOUR = 60 * 60;
const POOL_SIZE = 4;

export interface SignInOptions {
  /** Address people type; its host name is the domain of passkeys. */
  readonly address: string;
  readonly identityProvider: IdentityProvider | null;
}

function makeAuth(options: SignInOptions, pool: pg.Pool) {
  const provider = options.identityProvider;
  return betterAuth({
    appName: "Thi Đua",
    baseURL: options.address,
    basePath: "/dang-nhap/api",
    secret: keyFor("sign-in").toString("base64url"),
    database: { dialect: new PostgresDialect({ pool: preparing(pool) }), type: "postgres" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    // The signed cookie says which session this is; that it is still open is asked of the database each time.
    session: { expiresIn: HOURS_12, updateAge: HOUR, cookieCache: { enabled: true, maxAge: HOURS_12 } },
    advanced: { cookiePrefix: "thidua", useSecureCookies: options.address.startsWith("https:") },
    trustedOrigins: [options.address],
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 30 }),
      twoFactor({ issuer: "Thi Đua" }),
      passkey({ rpID: new URL(options.address).hostname, rpName: "Thi Đua", origin: options.address }),
      genericOAuth({
        config: provider
          ? [
              {
                providerId: IDENTITY_PROVIDER,
                discoveryUrl: provider.discoveryUrl,
                clientId: provider.clientId,
                clientSecret: provider.clientSecret,
                scopes: ["openid", "profile"],
                pkce: true,
                disableImplicitSignUp: true,
              },
            ]
          : [],
      }),
    ],
  });
}

type Auth = ReturnType<typeof makeAuth>;

let current: { auth: Auth; options: SignInOptions; pool: pg.Pool } | null = null;

export function openSignIn(options: SignInOptions): void {
  const pool = poolOf(databaseUrl(), POOL_SIZE, "-c search_path=auth");
  current = { auth: makeAuth(options, pool), options, pool };
}

export async function closeSignIn(): Promise<void> {
  const closing = current;
  current = null;
  await closing?.pool.end();
}

export const auth = (): Auth => {
  if (!current) throw new Error("sign-in is not open");
  return current.auth;
};

export const identityProviderLabel = (): string | null => current?.options.identityProvider?.label ?? null;
