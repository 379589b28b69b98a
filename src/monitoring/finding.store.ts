import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { DueItem, FigureQuestion } from "../platform/offered.ts";
import { type CheckReach, correctionDueOn, visitSeenBy } from "./check.store.ts";
import {
  correctionDue,
  type Finding,
  type FindingKind,
  type FindingState,
  type NewFinding,
  type Severity,
} from "./check.ts";

interface FindingRow extends Omit<Finding, "kind" | "severity" | "state"> {
  readonly kind: string;
  readonly severity: string | null;
  readonly state: string;
}

const columns = sql`finding.id, finding.visit, finding.kind, finding.severity, finding.words, finding.demand,
  ${correctionDueOn(sql`finding`)} as "dueOn", finding.state, finding.at, finding.actor_name as "actorName"`;

const toFinding = <Row extends FindingRow>(row: Row): Row & Finding => ({
  ...row,
  kind: row.kind as FindingKind,
  severity: row.severity as Severity | null,
  state: row.state as FindingState,
});

export async function findingsOf(reader: Reader, visit: number): Promise<Finding[]> {
  const { rows } = await sql<FindingRow>`
    select ${columns} from check_finding finding where finding.visit = ${visit} order by finding.id`.execute(
    reader,
  );
  return rows.map(toFinding);
}

export async function lockFinding(tx: Tx, visit: number, id: number): Promise<Finding | null> {
  const { rows } = await sql<FindingRow>`
    select ${columns} from check_finding finding where finding.visit = ${visit} and finding.id = ${id} for update`.execute(
    tx,
  );
  return rows[0] ? toFinding(rows[0]) : null;
}

export async function saveFinding(
  tx: Tx,
  visit: number,
  found: NewFinding & { readonly state: FindingState },
  actor: Actor,
): Promise<number> {
  const { id } = await tx
    .insertInto("check_finding")
    .values({
      visit,
      kind: found.kind,
      severity: found.severity,
      words: found.words,
      demand: found.demand,
      due_on: found.dueOn,
      state: found.state,
      at: actor.at,
      actor_name: actor.name,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface CorrectionStep {
  readonly id: number;
  readonly finding: number;
  readonly kind: "shown" | "accepted" | "refused";
  readonly words: string | null;
  readonly dueOn: Day | null;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
}

/** Steps of all corrections of a visit, oldest first. */
export async function correctionsOf(reader: Reader, visit: number): Promise<CorrectionStep[]> {
  const { rows } = await sql<Omit<CorrectionStep, "kind"> & { kind: string }>`
    select step.id, step.finding, step.kind, step.words, step.due_on as "dueOn", step.at,
           step.actor_name as "actorName", step.post_title as "postTitle", step.on_behalf_of as "onBehalfOf"
      from check_finding finding join check_correction step on step.finding = finding.id
     where finding.visit = ${visit} order by step.id`.execute(reader);
  return rows.map((row) => ({ ...row, kind: row.kind as CorrectionStep["kind"] }));
}

const stateAfter: Readonly<Record<CorrectionStep["kind"], FindingState>> = {
  shown: "shown",
  accepted: "accepted",
  refused: "open",
};

/** Writes a step of a correction and folds it into its finding; answers the step's id. */
export async function saveCorrection(
  tx: Tx,
  finding: number,
  step: Pick<CorrectionStep, "kind" | "words" | "dueOn">,
  actor: Actor,
): Promise<number> {
  const { id } = await tx
    .insertInto("check_correction")
    .values({
      finding,
      kind: step.kind,
      words: step.words,
      due_on: step.dueOn,
      at: actor.at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post?.title ?? null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("check_finding")
    .set({ state: stateAfter[step.kind], ...(step.dueOn === null ? {} : { due_on: step.dueOn }) })
    .where("id", "=", finding)
    .execute();
  return id;
}

/** A paper of the visit itself, or of a step of a correction. */
export interface CheckFile {
  readonly id: number;
  /** The step it shows; null for a paper of the visit. */
  readonly correction: number | null;
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
}

export async function checkFilesOf(reader: Reader, visit: number): Promise<CheckFile[]> {
  const { rows } = await sql<CheckFile>`
    select kept.id, null::bigint as correction, kept.file as hash, kept.file_name as name,
           file.media_type as "mediaType"
      from check_visit_file kept join file on file.hash = kept.file where kept.visit = ${visit}
     union all
    select kept.id, kept.correction, kept.file, kept.file_name, file.media_type
      from check_finding finding
      join check_correction step on step.finding = finding.id
      join check_correction_file kept on kept.correction = step.id
      join file on file.hash = kept.file
     where finding.visit = ${visit}
     order by 1`.execute(reader);
  return rows;
}

export async function saveVisitFile(
  tx: Tx,
  visit: number,
  file: { readonly hash: string; readonly name: string },
): Promise<void> {
  await tx.insertInto("check_visit_file").values({ visit, file: file.hash, file_name: file.name }).execute();
}

export async function saveCorrectionFile(
  tx: Tx,
  correction: number,
  file: { readonly hash: string; readonly name: string },
): Promise<void> {
  await tx
    .insertInto("check_correction_file")
    .values({ correction, file: file.hash, file_name: file.name })
    .execute();
}

/** A finding that waits for somebody, with whom it concerns. */
export interface WaitingFinding extends Finding {
  readonly unit: number;
  readonly unitName: string;
  readonly body: number;
  readonly bodyName: string;
}

/** Corrections that these units owe, and those shown that these bodies have to look at. */
export async function findingsWaiting(
  reader: Reader,
  units: readonly number[],
  bodies: readonly number[],
): Promise<WaitingFinding[]> {
  const { rows } = await sql<FindingRow & Pick<WaitingFinding, "unit" | "unitName" | "body" | "bodyName">>`
    select ${columns}, visit.unit, visit.unit_name as "unitName", visit.body, visit.body_name as "bodyName"
      from check_finding finding join check_visit visit on visit.id = finding.visit
     where (finding.state = 'open' and visit.unit = any(${[...units]}::bigint[]))
        or (finding.state = 'shown' and visit.body = any(${[...bodies]}::bigint[]))
     order by finding.due_on, finding.id limit 50`.execute(reader);
  return rows.map(toFinding);
}

/** Corrections demanded, with when each was shown in time to be accepted; of a year, or all that are open. */
export async function correctionsDue(
  reader: Reader,
  asked: { readonly year: number | null; readonly units: readonly number[] | null },
): Promise<DueItem[]> {
  const { rows } = await sql<{
    finding: number;
    visit: number;
    unit: number;
    words: string;
    dueOn: Day;
    doneAt: Instant | null;
  }>`
    select finding.id as finding, finding.visit, visit.unit, finding.words, finding.due_on as "dueOn",
           case when finding.state in ('shown', 'accepted') then (
             select max(step.at) from check_correction step
              where step.finding = finding.id and step.kind = 'shown') end as "doneAt"
      from check_finding finding join check_visit visit on visit.id = finding.visit
     where finding.demand is not null
       and (${asked.year}::int is null
            or finding.due_on between make_date(${asked.year}, 1, 1) and make_date(${asked.year}, 12, 31))
       and (${asked.year}::int is not null or finding.state = 'open')
       and (${asked.units === null} or visit.unit = any(${[...(asked.units ?? [])]}::bigint[]))
     order by finding.id`.execute(reader);
  return rows.map((row) => ({
    kind: "correction",
    subject: `finding-${row.finding}`,
    unit: row.unit,
    what: `Khắc phục tồn tại sau kiểm tra: ${row.words}`,
    href: `/theo-doi/kiem-tra/${row.visit}#phat-hien-${row.finding}`,
    deadline: correctionDue(row.dueOn),
    doneAt: row.doneAt,
  }));
}

/** Visits made to units over some days, and what came of them. */
export async function checksOf(
  reader: Reader,
  { units, from, to }: Omit<FigureQuestion, "movement">,
): Promise<{ visits: number; faults: number; demanded: number; corrected: number; goodPractices: number }> {
  const { rows } = await sql<{
    visits: number;
    faults: number;
    demanded: number;
    corrected: number;
    goodPractices: number;
  }>`
    select count(distinct visit.id)::int as visits,
           count(finding.id) filter (where finding.kind = 'fault')::int as faults,
           count(finding.id) filter (where finding.demand is not null)::int as demanded,
           count(finding.id) filter (where finding.state = 'accepted')::int as corrected,
           count(finding.id) filter (where finding.kind = 'good-practice')::int as "goodPractices"
      from check_visit visit left join check_finding finding on finding.visit = visit.id
     where visit.unit = any(${[...units]}::bigint[]) and visit.state = 'held'
       and visit.held_on between ${from}::date and ${to}::date`.execute(reader);
  return rows[0] ?? { visits: 0, faults: 0, demanded: 0, corrected: 0, goodPractices: 0 };
}

/** Good practice suggested to the exemplars, newest first. */
export interface Suggestion {
  readonly finding: number;
  readonly visit: number;
  readonly unitName: string;
  readonly bodyName: string;
  readonly words: string;
  readonly heldOn: Day;
}

export async function suggestionsSeen(
  reader: Reader,
  reach: CheckReach,
  page: { offset: number; limit: number },
): Promise<{ rows: Suggestion[]; total: number }> {
  const condition = sql`finding.kind = 'good-practice' and ${visitSeenBy(reach)}`;
  const [rows, total] = await Promise.all([
    sql<Suggestion>`
      select finding.id as finding, finding.visit, check_visit.unit_name as "unitName",
             check_visit.body_name as "bodyName", finding.words, check_visit.held_on as "heldOn"
        from check_finding finding join check_visit on check_visit.id = finding.visit
       where ${condition} order by finding.id desc limit ${page.limit} offset ${page.offset}`.execute(reader),
    sql<{ total: number }>`
      select count(*)::int as total from check_finding finding join check_visit on check_visit.id = finding.visit
       where ${condition}`.execute(reader),
  ]);
  return { rows: rows.rows, total: total.rows[0]?.total ?? 0 };
}

/** Findings whose column says something else than the fold of their corrections; empty when all is well. */
export async function findingsOutOfFold(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select finding.id
      from check_finding finding
      left join lateral (select kind from check_correction step
        where step.finding = finding.id order by step.id desc limit 1) last on true
     where finding.state <> (case when finding.demand is null then 'noted'
                                  when last.kind is null or last.kind = 'refused' then 'open' else last.kind end)
     order by finding.id`.execute(reader);
  return rows.map(({ id }) => id);
}
