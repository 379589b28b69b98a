import { sql } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Commitment, Outcome, Promised } from "./commitment.ts";

const commitments = sql`
  select commitment.id, commitment.unit, named.name as "unitName", commitment.words, commitment.title,
         commitment.figure, commitment.measure, commitment.target, commitment.result,
         commitment.result_value as "resultValue", commitment.evidence, commitment.result_at as "resultAt",
         commitment.result_by as "resultBy", commitment.version
    from pledge_commitment commitment
    join pledge on pledge.id = commitment.pledge
    cross join lateral (select name from unit_name where unit_name.unit = commitment.unit
      order by validity && daterange(make_date(pledge.year, 1, 1), make_date(pledge.year + 1, 1, 1)) desc,
               lower(validity) desc nulls last limit 1) named`;

/** All commitments of a pledge, by unit and as they were written. */
export async function commitmentsOf(reader: Reader, pledge: number): Promise<Commitment[]> {
  const { rows } = await sql<Commitment>`
    ${commitments} where commitment.pledge = ${pledge} order by named.name collate "vi-x-icu", commitment.id`.execute(
    reader,
  );
  return rows.map(numbered);
}

const numbered = (row: Commitment): Commitment => ({
  ...row,
  target: row.target === null ? null : Number(row.target),
  resultValue: row.resultValue === null ? null : Number(row.resultValue),
});

export async function findCommitment(reader: Reader, pledge: number, id: number): Promise<Commitment | null> {
  const { rows } = await sql<Commitment>`
    ${commitments} where commitment.pledge = ${pledge} and commitment.id = ${id}`.execute(reader);
  return rows[0] ? numbered(rows[0]) : null;
}

export async function saveNewCommitment(
  tx: Tx,
  pledge: number,
  unit: number,
  promised: Promised,
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("pledge_commitment")
    .values({ pledge, unit, ...promised, changed_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveCommitment(tx: Tx, id: number, promised: Promised, at: Instant): Promise<void> {
  await tx
    .updateTable("pledge_commitment")
    .set({ ...promised, changed_at: at })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function removeCommitment(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom("pledge_commitment").where("id", "=", id).execute();
}

export async function saveOutcome(
  tx: Tx,
  id: number,
  outcome: Outcome,
  by: string,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("pledge_commitment")
    .set({
      result: outcome.result,
      result_value: outcome.value,
      evidence: outcome.evidence,
      result_at: at,
      result_by: by,
    })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}
