/**
 * Looks at the gallery in a real browser, under the program's own content policy: axe at two widths, light
 * and dark; no sideways scrolling at 320 pixels; targets large enough; and what the elements do.
 *   tsx src/web/gallery/check.ts [folder for pictures]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { serve } from "@hono/node-server";
import { type Browser, chromium, type Page } from "@playwright/test";
import { buildAssets } from "../build-assets.ts";
import { behaviours } from "./behaviours.ts";
import { gallerySite } from "./site.tsx";

const faults: string[] = [];
const pictures = process.argv[2];
const folder = await mkdtemp(join(tmpdir(), "thidua-gallery-"));
await buildAssets(folder);
const site = await gallerySite(folder);
const server = serve({ fetch: site.fetch, port: 0, hostname: "127.0.0.1" });
await new Promise((resolve) => server.once("listening", resolve));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

for (const width of [1280, 390])
  for (const scheme of ["light", "dark"] as const) await lookAt(browser, width, scheme);
await reflow(browser);
await behave(browser);

await browser.close();
server.close();
await rm(folder, { recursive: true });
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(faults.length === 0 ? "the gallery is fine\n" : `${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

async function open(from: Browser, width: number, scheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await from.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`${width} ${scheme}: ${error.message}`));
  page.on("console", (line) => {
    const answered = line.text().startsWith("Failed to load resource");
    if (line.type() === "error" && !answered) faults.push(`${width} ${scheme}: ${line.text()}`);
  });
  await page.goto(`${origin}/mau`, { waitUntil: "networkidle" });
  return page;
}

async function lookAt(from: Browser, width: number, scheme: "light" | "dark"): Promise<void> {
  const page = await open(from, width, scheme);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const one of violations)
    faults.push(
      `${width} ${scheme}: ${one.id} at ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`,
    );
  for (const small of await smallTargets(page, width < 700 ? 44 : 24))
    faults.push(`${width} ${scheme}: ${small}`);
  if (pictures)
    await page.screenshot({ path: join(pictures, `gallery-${width}-${scheme}.png`), fullPage: true });
  await page.context().close();
}

async function reflow(from: Browser): Promise<void> {
  const page = await open(from, 320);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (beyond > 0) faults.push(`at 320 pixels the page is ${beyond} pixels too wide`);
  await page.context().close();
}

/** Controls smaller than they must be; links inside a sentence and controls not seen are left out. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const controls = document.querySelectorAll(
      "a, button, input:not([type=hidden]), select, textarea, summary",
    );
    return [...controls].flatMap((control) => {
      const box = (control.closest("label") ?? control).getBoundingClientRect();
      const inSentence = control.tagName === "A" && getComputedStyle(control).display === "inline";
      const seen = box.width > 1 && !control.matches(".unseen-until-focus, .day-picker");
      const small = box.width < size - 0.5 || box.height < size - 0.5;
      if (!seen || inSentence || !small) return [];
      const words = control.textContent?.trim().slice(0, 20) ?? "";
      return [`${control.tagName} “${words}” is ${Math.round(box.width)}×${Math.round(box.height)}`];
    });
  }, least);
}

async function behave(from: Browser): Promise<void> {
  for (const [name, behaviour] of Object.entries(behaviours)) {
    const page = await open(from, 1280);
    try {
      await behaviour(page);
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message.slice(0, 600) : error}`);
    }
    await page.context().close();
  }
}
