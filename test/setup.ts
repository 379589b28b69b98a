import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../src/platform/db.migrate.ts";
import { startPostgres } from "../src/platform/postgres.ts";
import { checkoutFolder } from "../src/platform/settings.ts";

declare module "vitest" {
  export interface ProvidedContext {
    ownerUrl: string;
    appUrl: string;
  }
}

/** One server for the whole run; its migrated database is the template that each world is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "thidua-test-"));
  chmodSync(folder, 0o755);
  const server = await startPostgres({ folder, durable: false, say: () => undefined });
  await migrate(server.ownerUrl, server.appUrl, join(checkoutFolder(), "migrations"));
  project.provide("ownerUrl", server.ownerUrl);
  project.provide("appUrl", server.appUrl);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
