import { sql } from "kysely";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";

guard(
  "nobody_votes_twice",
  movedOn("already-voted", "Bạn đã bỏ phiếu ở cuộc này. Mỗi người chỉ bỏ một lần, không sửa được."),
);
guard(
  "a_sealed_ballot_is_cast_once",
  movedOn("cast-before", "Lá phiếu này đã nằm trong hòm phiếu; không có gì được ghi thêm."),
);
guard(
  "a_tracking_code_is_taken_once",
  movedOn("code-taken", "Mã theo dõi trùng với mã đã có. Hãy mở lại trang để nhận mã khác rồi bỏ phiếu."),
);

/** One sealed slip as it lies in the box: wrapped, without its voter. */
interface LyingSlip {
  readonly question: number;
  readonly sealed: Buffer;
  readonly code: string;
}

/** Who has voted, by which way; nothing else. */
export async function saveReceipt(
  tx: Tx,
  poll: number,
  person: number,
  way: "electronic" | "paper",
): Promise<void> {
  await tx.insertInto("poll_receipt").values({ poll, person, way }).execute();
}

/** What was voted, in two tables that nothing joins. */
export async function saveSlips(tx: Tx, poll: number, slips: readonly LyingSlip[]): Promise<void> {
  await tx
    .insertInto("poll_ballot")
    .values(slips.map(({ question, sealed }) => ({ poll, question, sealed })))
    .execute();
  await tx
    .insertInto("poll_code")
    .values(slips.map(({ question, code }) => ({ poll, question, code })))
    .execute();
}

export interface BoxBallot {
  readonly question: number;
  readonly sealed: Buffer;
}

/** The ballots of a vote, in the order of their own bytes. */
export async function ballotsIn(reader: Reader, poll: number): Promise<BoxBallot[]> {
  return reader
    .selectFrom("poll_ballot")
    .select(["question", "sealed"])
    .where("poll", "=", poll)
    .orderBy("question")
    .orderBy("sealed")
    .execute();
}

/** Tracking codes of a vote, in the order of their letters. */
export async function codesIn(
  reader: Reader,
  poll: number,
): Promise<{ readonly question: number; readonly code: string }[]> {
  return reader
    .selectFrom("poll_code")
    .select(["question", "code"])
    .where("poll", "=", poll)
    .orderBy("question")
    .orderBy(sql`code collate "C"`)
    .execute();
}

/** Which of these codes lie in the box. */
export async function codesFound(reader: Reader, poll: number, codes: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectFrom("poll_code")
    .select("code")
    .where("poll", "=", poll)
    .where("code", "in", [...codes])
    .execute();
  return rows.map(({ code }) => code);
}

/** Takes the ballots out of the box at closing: receipts, codes and ballots are written anew, each shuffled. */
export async function emptyBox(tx: Tx, poll: number, ballots: readonly BoxBallot[]): Promise<void> {
  await sql`
    select empty_ballot_box(${poll}, ${ballots.map(({ question }) => question)}::int[],
      ${ballots.map(({ sealed }) => sealed)}::bytea[])`.execute(tx);
}

export interface HeldShare {
  readonly person: number;
  readonly salt: Buffer;
  readonly lock: Buffer;
  readonly sealed: Buffer | null;
}

export async function sharesOf(reader: Reader, poll: number): Promise<HeldShare[]> {
  return reader
    .selectFrom("poll_share")
    .select(["person", "salt", "lock", "sealed"])
    .where("poll", "=", poll)
    .orderBy("person")
    .execute();
}

/** A teller's lock, set anew as often as they like until the vote is opened. */
export async function saveLock(
  tx: Tx,
  poll: number,
  person: number,
  { salt, lock }: { readonly salt: Uint8Array; readonly lock: Uint8Array },
): Promise<void> {
  const values = { salt: Buffer.from(salt), lock: Buffer.from(lock) };
  await tx
    .insertInto("poll_share")
    .values({ poll, person, ...values })
    .onConflict((conflict) => conflict.columns(["poll", "person"]).doUpdateSet(values))
    .execute();
}

export async function saveShare(tx: Tx, poll: number, person: number, sealed: Uint8Array): Promise<void> {
  await tx
    .updateTable("poll_share")
    .set({ sealed: Buffer.from(sealed) })
    .where("poll", "=", poll)
    .where("person", "=", person)
    .execute();
}

/** The tellers' shares are let go: with the recovery share alone nothing opens any more. */
export async function dropShares(tx: Tx, poll: number): Promise<void> {
  await tx.updateTable("poll_share").set({ sealed: null }).where("poll", "=", poll).execute();
}
