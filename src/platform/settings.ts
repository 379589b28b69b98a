import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What the environment sets; read once at the start and handed on. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Address people type, used in mails, printed codes and passkeys; its host is the passkeys' domain. */
  readonly address: string;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  /** Folder named by THIDUA_DATA, else `.data` in the checkout. */
  readonly data: string;
  readonly dataNamed: boolean;
  readonly checkout: string;
  readonly empty: boolean;
  readonly mail: MailSettings | null;
  readonly identityProvider: IdentityProvider | null;
  /** The body's own key for signing papers; null signs with a test authority that proves nothing. */
  readonly signing: SigningSettings | null;
}

/** A PKCS#12 file (.p12, .pfx) with the body's key and certificates. */
export interface SigningSettings {
  readonly file: string;
  readonly password: string;
}

export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

/** A state identity provider spoken to by OpenID Connect. */
export interface IdentityProvider {
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly label: string;
}

export class SettingsFault extends Error {}

/** Reads the settings; throws SettingsFault with a Vietnamese sentence for a value that cannot be used. */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const checkout = checkoutFolder();
  const port = Number(env.PORT ?? "3000");
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingsFault(`PORT phải là số từ 0 đến 65535, đang là “${env.PORT}”.`);
  const host = env.HOST ?? "127.0.0.1";
  return {
    host,
    port,
    address: env.THIDUA_ADDRESS ?? `http://localhost:${port}`,
    databaseUrl: env.DATABASE_URL || null,
    databaseOwnerUrl: env.DATABASE_OWNER_URL || null,
    data: resolve(env.THIDUA_DATA || join(checkout, ".data")),
    dataNamed: Boolean(env.THIDUA_DATA),
    checkout,
    empty: args.includes("--empty"),
    mail: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM ?? "thidua@localhost" } : null,
    identityProvider: readIdentityProvider(env),
    signing: readSigning(env),
  };
}

function readSigning(env: NodeJS.ProcessEnv): SigningSettings | null {
  if (!env.SIGNING_P12) return null;
  if (!existsSync(env.SIGNING_P12))
    throw new SettingsFault(`SIGNING_P12 trỏ tới tệp không có: “${env.SIGNING_P12}”.`);
  return { file: resolve(env.SIGNING_P12), password: env.SIGNING_P12_PASSWORD ?? "" };
}

function readIdentityProvider(env: NodeJS.ProcessEnv): IdentityProvider | null {
  if (!env.OIDC_DISCOVERY_URL) return null;
  if (!env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET)
    throw new SettingsFault(
      "Đã đặt OIDC_DISCOVERY_URL thì phải đặt cả OIDC_CLIENT_ID và OIDC_CLIENT_SECRET.",
    );
  return {
    discoveryUrl: env.OIDC_DISCOVERY_URL,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    label: env.OIDC_LABEL ?? "Tài khoản định danh điện tử",
  };
}

/** The folder that holds package.json, whether this runs from src/ or, bundled, from dist/. */
export function checkoutFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("no package.json above this program");
    folder = parent;
  }
  return folder;
}
