import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { NewRules, TieRule, WorkingRules } from "./rules.ts";

guard(
  "one_version_of_the_rules_a_day",
  movedOn("rules-of-that-day", "Đã có quy chế áp dụng từ ngày này; hãy chọn ngày khác."),
);

/** The versions of a council's working rules, newest first. */
export async function rulesOf(reader: Reader, council: number): Promise<WorkingRules[]> {
  const rows = await reader
    .selectFrom("council_rules")
    .selectAll()
    .where("council", "=", council)
    .orderBy("from_day", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fromDay: row.from_day as Day,
    quorum: { share: row.quorum_share, of: row.quorum_of },
    awardQuorum: { share: row.award_quorum_share, of: row.award_quorum_of },
    thresholdPercent: row.threshold_percent,
    secret: row.secret,
    tie: row.tie as TieRule,
    countsLetters: row.counts_letters,
    closesOwnUnit: row.closes_own_unit,
    closesKinship: row.closes_kinship,
    closesAuthorship: row.closes_authorship,
    paperSymbol: row.paper_symbol,
    paperDay: row.paper_day as Day,
    remarks: row.remarks,
  }));
}

export async function saveRules(tx: Tx, council: number, rules: NewRules, actor: Actor): Promise<number> {
  const { id } = await tx
    .insertInto("council_rules")
    .values({
      council,
      from_day: rules.fromDay,
      quorum_of: rules.quorum.of,
      quorum_share: rules.quorum.share,
      award_quorum_of: rules.awardQuorum.of,
      award_quorum_share: rules.awardQuorum.share,
      threshold_percent: rules.thresholdPercent,
      secret: rules.secret,
      tie: rules.tie,
      counts_letters: rules.countsLetters,
      closes_own_unit: rules.closesOwnUnit,
      closes_kinship: rules.closesKinship,
      closes_authorship: rules.closesAuthorship,
      paper_symbol: rules.paperSymbol,
      paper_day: rules.paperDay,
      remarks: rules.remarks,
      at: actor.at,
      actor_name: actor.name,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The day of the last session that was opened: rules may not reach back behind it. */
export async function lastOpened(reader: Reader, council: number): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select max(day) as day from council_session where council = ${council} and state in ('open', 'closed')`.execute(
    reader,
  );
  return rows[0]?.day ?? null;
}
