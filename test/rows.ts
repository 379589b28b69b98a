import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "../src/platform/db.migrate.ts";
import { startPostgres } from "../src/platform/postgres.ts";
import { checkoutFolder } from "../src/platform/settings.ts";

const checkout = checkoutFolder();

/** Writes the row types of a migrated database into a file. */
export function writeRows(ownerUrl: string, file: string): void {
  const types = [
    "--date-parser",
    "string",
    "--numeric-parser",
    "number",
    "--type-mapping",
    '{"int8":"number"}',
  ];
  const which = [
    "--default-schema",
    "public",
    "--include-pattern",
    "public.*",
    "--exclude-pattern",
    "public.kysely*",
  ];
  execFileSync(
    join(checkout, "node_modules", ".bin", "kysely-codegen"),
    ["--dialect", "postgres", "--url", ownerUrl, "--out-file", file, ...which, ...types],
    { stdio: "ignore" },
  );
}

/** `npm run rows`: makes src/platform/rows.ts anew from the migrations. */
if (process.argv[1]?.endsWith("rows.ts")) {
  const folder = join(checkout, ".test", "rows");
  rmSync(folder, { recursive: true, force: true });
  const server = await startPostgres({ folder, durable: false, say: () => undefined });
  try {
    await migrate(server.ownerUrl, server.appUrl, join(checkout, "migrations"));
    writeRows(server.ownerUrl, join(checkout, "src", "platform", "rows.ts"));
  } finally {
    await server.stop();
  }
}
