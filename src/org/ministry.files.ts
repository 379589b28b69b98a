import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Ministry } from "./ministry.ts";

/** Reads the demo ministry from its folder (`fixtures/ministry`); `ministry.test.ts` holds it to its types. */
export async function readMinistry(folder: string): Promise<Ministry> {
  const list = async (name: string) => parse(await readFile(join(folder, `${name}.yaml`), "utf8"));
  const [provinces, units, successions, clusters, people, accounts] = await Promise.all(
    ["provinces", "units", "successions", "clusters", "people", "accounts"].map(list),
  );
  return { provinces, units, successions, clusters, people, accounts };
}
