import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { FixtureTable } from "./fixture-table.ts";

const names = ["ministry-unit", "provincial-department", "enforcement", "sub-unit"] as const;

/** Reads the example tables from their folder (`fixtures/criteria`). */
export const readFixtureTables = (folder: string): Promise<FixtureTable[]> =>
  Promise.all(names.map(async (name) => parse(await readFile(join(folder, `${name}.yaml`), "utf8"))));
