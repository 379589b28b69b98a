import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Where a body's data lies outside the database. A cold backup is a copy of the whole folder. */
export interface Folders {
  readonly data: string;
  readonly files: string;
  readonly outbox: string;
  readonly anchors: string;
}

/** Makes the folders of a data folder that are not there yet. */
export function openFolders(data: string): Folders {
  const folders: Folders = {
    data,
    files: join(data, "files"),
    outbox: join(data, "outbox"),
    anchors: join(data, "journal.anchors"),
  };
  for (const folder of [data, folders.files, folders.outbox])
    mkdirSync(folder, { recursive: true, mode: 0o750 });
  return folders;
}
