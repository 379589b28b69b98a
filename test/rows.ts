import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "../src/platform/db.migrate.ts";
import { startPostgres } from "../src/platform/postgres.ts";
import { checkoutFolder } from "../src/platform/settings.ts";

/** Makes src/platform/rows.ts, the row types of the migrated database: `npm run rows`. */
const checkout = checkoutFolder();
const folder = join(checkout, ".test", "rows");
rmSync(folder, { recursive: true, force: true });
const server = await startPostgres({ folder, durable: false, say: () => undefined });
try {
  await migrate(server.ownerUrl, server.appUrl, join(checkout, "migrations"));
  const out = process.argv[2] ?? join(checkout, "src", "platform", "rows.ts");
  execFileSync(
    join(checkout, "node_modules", ".bin", "kysely-codegen"),
    [
      ...["--dialect", "postgres", "--url", server.ownerUrl, "--out-file", out, "--default-schema", "public"],
      ...[
        "--include-pattern",
        "public.*",
        "--exclude-pattern",
        "public.kysely*",
        "--date-parser",
        "string",
        "--numeric-parser",
        "number",
      ],
      ...["--type-mapping", JSON.stringify({ int8: "number" })],
    ],
    { stdio: "inherit" },
  );
} finally {
  await server.stop();
}
