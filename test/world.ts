import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Actor } from "../src/platform/actor.ts";
import { type Day, onDay } from "../src/platform/day.ts";
import { closeDatabase, openDatabase, type Tx, transact } from "../src/platform/db.ts";
import { openFiles } from "../src/platform/files.ts";
import { openFolders } from "../src/platform/folders.ts";
import { openMail } from "../src/platform/mail.ts";
import { openSecrets } from "../src/platform/secret.ts";

export interface World {
  /** Folder of this world's files, outbox and secrets. */
  readonly folder: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Writes what a case begins with, without an act: for builders only. */
  arrange<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
}

/**
 * Opens a world for one test file: its own clone of the migrated database, its own data folder.
 * The program's role is the app's, so the rights are those of a real start.
 */
export function world(): World {
  const name = `world_${randomUUID().replaceAll("-", "")}`;
  const folder = mkdtempSync(join(tmpdir(), "thidua-world-"));
  const urls = {
    ownerUrl: withDatabase(inject("ownerUrl"), name),
    appUrl: withDatabase(inject("appUrl"), name),
  };
  beforeAll(async () => {
    await asOwner(`create database ${name} template thidua`);
    openSecrets(folder);
    const folders = openFolders(folder);
    openFiles(folders.files);
    await openMail(null, folders.outbox);
    await openDatabase(urls.appUrl, 4);
  });
  afterAll(async () => {
    await closeDatabase();
    await asOwner(`drop database ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, ...urls, arrange: transact };
}

/** A person acting at an instant; only what matters in the case is given. */
export function anActor(given: Partial<Actor> = {}): Actor {
  const at = given.at ?? new Date("2021-02-23T03:00:00Z");
  return {
    account: "account-1",
    person: null,
    name: "Nguyễn Văn Thử",
    posts: [],
    post: null,
    day: onDay(at) as Day,
    key: null,
    provedUntil: null,
    ...given,
    at,
  };
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(inject("ownerUrl"), "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
