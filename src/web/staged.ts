import { findFile, findStagedFile } from "../platform/files.store.ts";
import { stageFile } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, formOf, readerOf } from "./http.ts";
import type { KeptFile } from "./kit.ts";

/** Files of one field: tokens for the act, what the form shows as kept, and what is wrong with one. */
export interface StagedFiles {
  readonly tokens: readonly string[];
  readonly kept: readonly KeptFile[];
  readonly error: string | null;
}

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/** The files sent with the form under that name, with those kept since the form came back. */
export async function stagedFiles(c: Context, name: string): Promise<StagedFiles> {
  const form = await formOf(c);
  const kept: KeptFile[] = [];
  for (const token of form.getAll(`${name}-kept`)) {
    const before = typeof token === "string" && token !== "" ? await keptBefore(c, token) : null;
    if (before) kept.push(before);
    else if (token !== "") return { tokens: [], kept, error: "Tệp đã chọn quá 24 giờ; hãy chọn lại." };
  }
  for (const sent of form.getAll(name)) {
    if (!(sent instanceof File) || (sent.size === 0 && sent.name === "")) continue;
    const upload = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
    const staged = await stageFile({ ...actorOf(c), key: null }, upload);
    if (isRefusal(staged)) return { tokens: kept.map(({ id }) => id), kept, error: staged.sentence };
    kept.push({ id: staged.token, name: staged.name, bytes: sent.size });
  }
  return { tokens: kept.map(({ id }) => id), kept, error: null };
}

async function keptBefore(c: Context, token: string): Promise<KeptFile | null> {
  const actor = actorOf(c);
  const notBefore = new Date(actor.at.getTime() - KEPT_FOR_MS);
  const staged = await findStagedFile(readerOf(c), actor.account ?? "", token, notBefore);
  if (!staged) return null;
  const bytes = (await findFile(readerOf(c), staged.hash))?.bytes ?? 0;
  return { id: token, name: staged.name, bytes };
}
