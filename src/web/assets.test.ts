import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Assets, readAssets } from "./assets.ts";
import { buildAssets } from "./build-assets.ts";

const ballotScript = fileURLToPath(new URL("../ballots/sealing.element.ts", import.meta.url));
let folder: string;
let assets: Assets;
const web = new Hono();
web.get("/assets/:name", (c) => assets.serve(c, c.req.param("name")) ?? c.notFound());

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "thidua-assets-"));
  await buildAssets(folder, { ballot: ballotScript });
  assets = await readAssets(folder);
});

afterAll(() => rm(folder, { recursive: true }));

const bytesOf = async (address: string, accepted = "identity") =>
  new Uint8Array(
    await (await web.request(address, { headers: { "accept-encoding": accepted } })).arrayBuffer(),
  );

test("each file is kept for ever under a name made from its content", async () => {
  const answer = await web.request(assets.manifest.styles);
  expect([answer.status, answer.headers.get("cache-control"), answer.headers.get("content-type")]).toEqual([
    200,
    "public, max-age=31536000, immutable",
    "text/css; charset=utf-8",
  ]);
  expect(assets.manifest.styles).toMatch(/^\/assets\/page-[0-9A-Z]{8}\.css$/);
});

test("a browser gets the packing it likes best, and the same bytes either way", async () => {
  const plain = await bytesOf(assets.manifest.script);
  const gzip = await bytesOf(assets.manifest.script, "gzip");
  const brotli = await bytesOf(assets.manifest.script, "gzip, deflate, br");
  expect(new Uint8Array(gunzipSync(gzip))).toEqual(plain);
  expect(new Uint8Array(brotliDecompressSync(brotli))).toEqual(plain);
});

test("only what was built is served", async () => {
  const answers = await Promise.all(
    ["/assets/none.css", "/assets/manifest.json", "/assets/..%2fmanifest.json"].map((one) =>
      web.request(one),
    ),
  );
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
});

test("the first visit stays within its budget", async () => {
  const packed = async (address: string) => (await bytesOf(address, "gzip")).length;
  const fonts = (await readdir(folder)).filter((name) => name.endsWith(".woff2"));
  const fontBytes = await Promise.all(fonts.map((name) => packed(`/assets/${name}`)));
  const allFonts = fontBytes.reduce((sum, bytes) => sum + bytes, 0);
  const { fields, ballot } = assets.manifest.extraScripts;
  const main = await packed(assets.manifest.script);
  const script = main + (await packed(fields!));
  const page = (await packed(assets.manifest.styles)) + script + allFonts;
  const doorFonts = await Promise.all(assets.manifest.preloadFonts.map(packed));
  const door =
    (await packed(assets.manifest.signInStyles)) + doorFonts.reduce((sum, bytes) => sum + bytes, 0);
  expect(script).toBeLessThan(40_000);
  // The ballot page has no fields' script but its own.
  expect(main + (await packed(ballot!))).toBeLessThan(40_000);
  expect(page).toBeLessThan(155_000);
  expect(door).toBeLessThan(60_000);
});

test("the door's sheet asks for the two preloaded fonts and no other", async () => {
  const sheet = new TextDecoder().decode(await bytesOf(assets.manifest.signInStyles));
  const asked = [...sheet.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1]?.replaceAll('"', ""));
  expect(asked.sort()).toEqual([...assets.manifest.preloadFonts].sort());
});

test("the same sources make the same names", async () => {
  const again = await buildAssets(folder, { ballot: ballotScript });
  expect(again).toEqual(assets.manifest);
});
