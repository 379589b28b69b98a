import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkoutFolder } from "../platform/settings.ts";

/** Where the build puts the offline page. */
export const recountPagePath = join("dist", "kiem-phieu-lai.html");

/** The offline page as it was built; in development, where nothing was built, it is made on the spot. */
export async function recountPage(): Promise<string> {
  const built = await readFile(join(checkoutFolder(), recountPagePath), "utf8").catch(() => null);
  if (built !== null) return built;
  // Named by a variable, so that the bundler does not take itself into the program.
  const maker = "./recount-page.build.ts";
  const { buildRecountPage } = (await import(maker)) as typeof import("./recount-page.build.ts");
  return buildRecountPage();
}
