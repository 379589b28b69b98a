import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLaunchDocument } from "../src/movements/plan-read.thread.ts";
import { isRefusal } from "../src/platform/refusal.ts";
import { checkoutFolder } from "../src/platform/settings.ts";

/** The reader's time on the five founding documents, its thread included: `node --import tsx bench/reader.ts`. */
const RUNS = 15;
const folder = join(checkoutFolder(), "fixtures", "sources");

for (const name of readdirSync(folder).sort()) {
  const bytes = readFileSync(join(folder, name));
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    const read = await readLaunchDocument(new Uint8Array(bytes), name);
    if (isRefusal(read)) throw new Error(read.sentence);
    times.push(performance.now() - begun);
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor(share * (RUNS - 1))]!.toFixed(0);
  console.log(`${name} (${(bytes.length / 1024).toFixed(0)} kB): median ${at(0.5)} ms, slowest ${at(1)} ms`);
}
