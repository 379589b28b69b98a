import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { buildRecountPage } from "./src/ballots/recount-page.build.ts";
import { recountPagePath } from "./src/ballots/recount-page.files.ts";
import { buildAssets } from "./src/web/build-assets.ts";

/**
 * Builds the program into dist/: dependencies bundled, libraries of documents in files of their own that
 * load only when they are asked for. Workers are entries of their own.
 */
const out = join(import.meta.dirname, "dist");
rmSync(out, { recursive: true, force: true });

await build({
  entryPoints: {
    main: "src/main.ts",
    // Beside the chunks, where the code that opens them looks.
    "chunks/plan-read.worker": "src/movements/plan-read.worker.ts",
    "chunks/print-pdf.worker": "src/documents/print-pdf.worker.ts",
  },
  outdir: out,
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node24",
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  sourcemap: true,
  logLevel: "warning",
  chunkNames: "chunks/[name]-[hash]",
  external: ["@myriaddreamin/typst-ts-node-compiler", "pg-native", "canvas", "@napi-rs/canvas"],
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});

await buildAssets(join(out, "assets"), {
  passkey: "src/web/elements/passkey.ts",
  ballot: "src/ballots/sealing.element.ts",
});
writeFileSync(join(import.meta.dirname, recountPagePath), await buildRecountPage());

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8"));
writeFileSync(join(out, "built"), `${version}\n`);
