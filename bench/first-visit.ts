import { chromium } from "@playwright/test";

/**
 * The door's largest contentful paint on a first visit with a processor four times slower on a line of
 * 1.6 Mbit/s, against a running program: `node --import tsx bench/first-visit.ts [address]`.
 */
const address = process.argv[2] ?? "http://localhost:3000";
const RUNS = 5;
const SLOWER = 4;
const BYTES_A_SECOND = 1_600_000 / 8;
const LATENCY_MS = 150;

const browser = await chromium.launch({
  executablePath: process.env.THIDUA_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const paints: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(`${address}/dang-nhap`);
  paints.push(await page.evaluate(largestPaint));
  await context.close();
}
await browser.close();
paints.sort((left, right) => left - right);
console.log(
  `largest contentful paint of the door: median ${paints[2]!.toFixed(0)} ms (${paints.map((one) => one.toFixed(0)).join(", ")})`,
);

function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
}
