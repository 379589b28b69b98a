import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { assetsPath, manifestName } from "./assets.ts";
import type { Manifest } from "./frame.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** Below this many bytes packing costs more than it saves. */
const WORTH_PACKING = 600;
/** Above this many the last per cent of packing takes seconds. */
const LARGE = 200_000;

/**
 * Builds what browsers fetch: the sheets, the script, the fonts and the emblem, each named by its content,
 * packed beside as gzip and brotli, with a manifest of their addresses. Other scripts that one page needs
 * (name → source file) are built the same way. The folder is emptied first.
 */
export async function buildAssets(
  folder: string,
  extraScripts: Readonly<Record<string, string>> = {},
): Promise<Manifest> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const extra = { fields: join(here, "elements/fields.ts"), ...extraScripts };
  const { metafile } = await build({
    entryPoints: {
      page: join(here, "styles/page.css"),
      door: join(here, "styles/door.css"),
      main: join(here, "elements/main.ts"),
      icon: join(here, "styles/icon.svg"),
      ...extra,
    },
    outdir: folder,
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    publicPath: assetsPath,
    bundle: true,
    minify: true,
    metafile: true,
    format: "esm",
    target: ["es2022", "chrome109", "firefox115", "safari16"],
    loader: { ".woff2": "file", ".ttf": "file", ".svg": "copy" },
    legalComments: "none",
    logLevel: "warning",
  });
  const files = Object.keys(metafile.outputs).map((file) => basename(file));
  await Promise.all(files.map((file) => pack(folder, file)));
  const manifest = manifestOf(files, Object.keys(extra));
  await writeFile(join(folder, manifestName), JSON.stringify(manifest, null, 2));
  return manifest;
}

async function pack(folder: string, file: string): Promise<void> {
  if (!/\.(css|js|svg|ttf)$/.test(file)) return;
  const bytes = await readFile(join(folder, file));
  if (bytes.length < WORTH_PACKING) return;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 6 : 11 };
  await writeFile(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  await writeFile(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: quality }));
}

function manifestOf(files: readonly string[], extra: readonly string[]): Manifest {
  const named = (start: string, end: string): string => {
    const file = files.find((one) => new RegExp(`^${start}-[0-9A-Z]+\\.${end}$`).test(one));
    if (!file) throw new Error(`nothing was built for ${start}.${end}`);
    return `${assetsPath}/${file}`;
  };
  return {
    styles: named("page", "css"),
    signInStyles: named("door", "css"),
    script: named("main", "js"),
    icon: named("icon", "svg"),
    preloadFonts: [
      named("be-vietnam-pro-latin-400-normal", "woff2"),
      named("be-vietnam-pro-vietnamese-400-normal", "woff2"),
    ],
    extraScripts: Object.fromEntries(extra.map((name) => [name, named(name, "js")])),
  };
}
