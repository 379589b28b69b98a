import { findFile } from "../platform/files.store.ts";
import { readKept } from "../platform/files.ts";
import { officialCalendar } from "../platform/holidays.ts";
import { type Context, download, found, readerOf } from "../web/http.ts";
import { launchFindings } from "./findings.ts";
import { launchPaperOf } from "./movement.ts";
import { reachedUnits } from "./scope.store.ts";
import type { Seen } from "./seen.pages.ts";

/** What the launch lacks or should look at; only its own people are shown it. */
export async function findingsOf(seen: Seen) {
  if (!seen.ofLauncher) return [];
  const { reader, movement, actor } = seen;
  const units = await reachedUnits(reader, movement.launcher, movement.scope, actor.day);
  const groups = [...new Set(units.map((unit) => unit.audience))];
  return launchFindings(movement, launchPaperOf(movement)?.issuedOn ?? actor.day, officialCalendar(), groups);
}

/** A kept file as a download. */
export async function sendFile(c: Context, file: { hash: string; name: string }) {
  const kept = found(await findFile(readerOf(c), file.hash));
  return download(c, await readKept(file.hash), file.name, kept.mediaType);
}
