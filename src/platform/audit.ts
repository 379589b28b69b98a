import { createHmac } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import { act } from "./act.ts";
import {
  eventsBetween,
  eventsToSeal,
  lastSeal,
  lockSealing,
  type Seal,
  type SealedEvent,
  saveSeal,
  sealsAfter,
} from "./audit.store.ts";
import type { Reader } from "./db.ts";
import { keyFor } from "./secret.ts";

/**
 * The sealed journal. A job links new events into a chain keyed by a secret kept outside the database
 * and writes the chain's head, signed, into a file outside it too: neither a rewritten past nor missing
 * newest rows go unnoticed.
 */
const EVENTS_A_SEAL = 1000;
const SEALS_A_PAGE = 500;
const BEGINNING = "0".repeat(64);

/** The hash of the next link: the one before it and the events it covers. */
function linkHash(key: Buffer, before: string, events: readonly SealedEvent[]): string {
  const chain = createHmac("sha256", key).update(before);
  for (const event of events) chain.update("\n").update(event.text);
  return chain.digest("hex");
}

/** Seals what is new. Answers the link made, or null when nothing was waiting. */
export const sealJournal = act({
  name: "journal.seal",
  async run(work, _input: Record<string, never>): Promise<Seal | null> {
    await lockSealing(work.tx);
    const events = await eventsToSeal(work.tx, EVENTS_A_SEAL);
    const last = events.at(-1);
    if (!last) return null;
    const before = await lastSeal(work.tx);
    const hash = linkHash(chainKey(), before?.hash ?? BEGINNING, events);
    const seal = { lastPosition: last.position, events: events.length, hash, at: work.at };
    const id = await saveSeal(work.tx, seal);
    return { id, last_position: last.position, events: events.length, hash };
  },
});

/** Writes the head of the chain, signed, into the file of anchors. */
export const anchor = (file: string, seal: Seal): Promise<void> =>
  appendFile(file, `${anchorLine(seal)}\n`, { mode: 0o600 });

export interface ChainFault {
  readonly sentence: string;
}

/**
 * Recomputes the whole chain and compares it with the anchors; empty when it is whole.
 * `anchorFile` is null where none is kept, which is a fault only when seals exist.
 */
export async function checkChain(reader: Reader, anchorFile: string | null): Promise<ChainFault[]> {
  const key = chainKey();
  const hashes = new Map<number, string>();
  let before: Pick<Seal, "id" | "last_position" | "hash"> = { id: 0, last_position: 0, hash: BEGINNING };
  for (;;) {
    const page = await sealsAfter(reader, before.id, SEALS_A_PAGE);
    if (page.length === 0) break;
    for (const seal of page) {
      const events = await eventsBetween(reader, before.last_position, seal.last_position);
      if (events.length !== seal.events)
        return [
          {
            sentence: `Nhật ký thiếu hoặc thừa dòng trước vị trí ${seal.last_position}: cần ${seal.events}, có ${events.length}.`,
          },
        ];
      if (linkHash(key, before.hash, events) !== seal.hash)
        return [
          { sentence: `Nhật ký đã bị sửa giữa vị trí ${before.last_position + 1} và ${seal.last_position}.` },
        ];
      hashes.set(seal.id, seal.hash);
      before = seal;
    }
  }
  return anchorFile === null ? [] : checkAnchors(await readAnchors(anchorFile), hashes);
}

function checkAnchors(lines: readonly string[], hashes: ReadonlyMap<number, string>): ChainFault[] {
  const faults: ChainFault[] = [];
  for (const [index, line] of lines.entries()) {
    const anchored = readAnchor(line);
    if (!anchored) faults.push({ sentence: `Dòng neo ${index + 1} không đúng chữ ký.` });
    else if (hashes.get(anchored.id) !== anchored.hash)
      faults.push({
        sentence: `Chuỗi nhật ký không khớp dòng neo ${index + 1}: dòng mới nhất đã mất hoặc bị thay.`,
      });
  }
  return faults;
}

async function readAnchors(file: string): Promise<string[]> {
  try {
    return (await readFile(file, "utf8")).split("\n").filter(Boolean);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw fault;
  }
}

const anchorLine = (seal: Pick<Seal, "id" | "last_position" | "hash">): string => {
  const text = `${seal.id} ${seal.last_position} ${seal.hash}`;
  return `${text} ${signatureOf(text)}`;
};

function readAnchor(line: string): { id: number; hash: string } | null {
  const [id = "", position = "", hash = "", signature = ""] = line.split(" ");
  return signatureOf(`${id} ${position} ${hash}`) === signature ? { id: Number(id), hash } : null;
}

const chainKey = (): Buffer => keyFor("journal chain");
const signatureOf = (text: string): string =>
  createHmac("sha256", keyFor("journal anchor")).update(text).digest("hex");
