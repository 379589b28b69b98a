import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Context } from "hono";
import type { Manifest } from "./frame.ts";

/** Built files are named by their content, so a browser may keep them for ever. */
const FOREVER = "public, max-age=31536000, immutable";

export const assetsPath = "/assets";
export const manifestName = "manifest.json";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

interface StoredAsset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
  readonly brotli?: Uint8Array<ArrayBuffer>;
}

/** What was built, held in memory: some hundred kilobytes. */
export interface Assets {
  readonly manifest: Manifest;
  /** Answers `GET /assets/:name`, packed as the browser likes it; undefined when there is no such file. */
  readonly serve: (c: Context, name: string) => Response | undefined;
}

/** Reads the folder that `buildAssets` wrote. */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(join(folder, manifestName), "utf8")) as Manifest;
  const names = await readdir(folder);
  const stored = new Map<string, StoredAsset>();
  for (const name of names) {
    const type = types[extname(name)];
    if (type) stored.set(name, await readAsset(folder, name, type, names));
  }
  return { manifest, serve: (c, name) => answer(c, stored.get(name)) };
}

async function readAsset(folder: string, name: string, type: string, names: readonly string[]) {
  const read = async (file: string) => new Uint8Array(await readFile(join(folder, file)));
  return {
    type,
    plain: await read(name),
    ...(names.includes(`${name}.gz`) ? { gzip: await read(`${name}.gz`) } : {}),
    ...(names.includes(`${name}.br`) ? { brotli: await read(`${name}.br`) } : {}),
  };
}

function answer(c: Context, asset: StoredAsset | undefined): Response | undefined {
  if (!asset) return undefined;
  const accepted = c.req.header("accept-encoding") ?? "";
  const packed =
    asset.brotli && /\bbr\b/.test(accepted) ? "br" : asset.gzip && /\bgzip\b/.test(accepted) ? "gzip" : null;
  const bytes = packed === "br" ? asset.brotli : packed === "gzip" ? asset.gzip : asset.plain;
  return new Response(bytes ?? asset.plain, {
    headers: {
      "content-type": asset.type,
      "cache-control": FOREVER,
      vary: "accept-encoding",
      "x-content-type-options": "nosniff",
      ...(packed ? { "content-encoding": packed } : {}),
    },
  });
}
