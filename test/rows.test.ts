import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { checkoutFolder } from "../src/platform/settings.ts";
import { writeRows } from "./rows.ts";
import { world } from "./world.ts";

const here = world();

test("the row types in the code are those of the migrated database", () => {
  const made = join(here.folder, "rows.ts");
  writeRows(inject("ownerUrl"), made);
  const kept = join(checkoutFolder(), "src", "platform", "rows.ts");
  expect(readFileSync(kept, "utf8")).toBe(readFileSync(made, "utf8"));
});
