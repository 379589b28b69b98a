import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { LineChain } from "./chain.ts";

/** The list as it was signed and sealed. */
export interface Paper {
  readonly id: number;
  /** Null: both chains on one paper. */
  readonly chain: LineChain | null;
  readonly number: string;
  readonly day: Day;
  readonly file: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly at: Instant;
  readonly actorName: string;
}

/** Papers of a registration, newest first. */
export async function papersOf(reader: Reader, registration: number): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select paper.id, paper.chain, paper.number, paper.day, paper.file, paper.file_name as "fileName", file.bytes,
           file.media_type as "mediaType", paper.at, paper.actor_name as "actorName"
      from registration_paper paper join file on file.hash = paper.file
     where paper.registration = ${registration} order by paper.id desc`.execute(reader);
  return rows;
}

export async function savePaper(
  tx: Tx,
  registration: number,
  paper: { chain: LineChain | null; number: string; day: Day; file: string; fileName: string },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("registration_paper")
    .values({
      registration,
      chain: paper.chain,
      number: paper.number,
      day: paper.day,
      file: paper.file,
      file_name: paper.fileName,
      at,
      actor_name: actor.name,
    })
    .execute();
}
