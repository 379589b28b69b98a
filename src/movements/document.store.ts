import { sql } from "kysely";
import { type Day, type Instant, yearOf } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { refuse } from "../platform/refusal.ts";
import type { NewDocument } from "./draft.ts";
import type { NumberTaken } from "./numbering.ts";

guard(
  "a_number_is_given_once_a_year",
  refuse("number-taken", "Số này vừa được cấp cho văn bản khác trong năm; hãy nhập số khác.", {
    field: "number",
  }),
);

/** Papers of a movement; those numbered here may not share a number. */
export async function saveDocuments(
  tx: Tx,
  movement: number,
  documents: readonly NewDocument[],
  at: Instant,
  givenHere = false,
): Promise<void> {
  if (documents.length === 0) return;
  await tx
    .insertInto("movement_document")
    .values(
      documents.map((paper) => ({
        movement,
        kind: paper.kind,
        number: paper.number,
        symbol: paper.symbol,
        issuer: paper.issuer,
        issuer_name: paper.issuerName,
        year: paper.issuedOn === null ? null : yearOf(paper.issuedOn),
        place: paper.place,
        issued_on: paper.issuedOn,
        title: paper.title,
        signatory_capacity: paper.signatory.capacity,
        signatory_role: paper.signatory.role,
        signatory_name: paper.signatory.name,
        file: paper.file,
        file_name: paper.fileName,
        given_here: givenHere,
        made_at: at,
      })),
    )
    .execute();
}

/** The paper of this issuer that bears the number in that year, whether numbered here or brought in. */
export async function findNumberTaken(
  reader: Reader,
  issuer: number,
  paper: { number: string; symbol: string; year: number },
): Promise<(NumberTaken & { readonly movementId: number }) | null> {
  const row = await reader
    .selectFrom("movement_document")
    .innerJoin("movement", "movement.id", "movement_document.movement")
    .select(["movement.id", "movement.name", "movement_document.issued_on"])
    .where("movement_document.issuer", "=", issuer)
    .where("movement_document.year", "=", paper.year)
    .where(sql<boolean>`ltrim(movement_document.number, '0') = ltrim(${paper.number}, '0')`)
    .where(sql<boolean>`upper(movement_document.symbol) = upper(${paper.symbol})`)
    .orderBy("movement_document.id")
    .limit(1)
    .executeTakeFirst();
  return row ? { movementId: row.id, movement: row.name, on: row.issued_on as Day | null } : null;
}

/** A kept file of this movement by its paper; null when the paper is another's. */
export async function findDocumentFile(
  reader: Reader,
  movement: number,
  document: number,
): Promise<{ hash: string; name: string } | null> {
  const row = await reader
    .selectFrom("movement_document")
    .select(["file", "file_name"])
    .where("movement", "=", movement)
    .where("id", "=", document)
    .executeTakeFirst();
  return row?.file ? { hash: row.file, name: row.file_name ?? "van-ban" } : null;
}
