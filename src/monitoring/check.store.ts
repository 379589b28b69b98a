import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import { countingPosts } from "../org/reach.ts";
import { patternsOf, searchWords } from "../org/search.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { dayAfterExtensions } from "../platform/extensions.store.ts";
import { oncePerRequest } from "../platform/once.ts";
import { checkedKinds } from "./check.may.ts";
import type { NewVisit, Visit, VisitState } from "./check.ts";

/** The day by which a finding is to be corrected, after extensions; told the name its row has in the statement. */
export const correctionDueOn = (finding: RawBuilder<unknown>): RawBuilder<Day | null> =>
  dayAfterExtensions(
    "correction",
    sql`'finding-' || ${finding}.id`,
    sql`(select visited.unit from check_visit visited where visited.id = ${finding}.visit)`,
    sql`${finding}.due_on`,
  );

/** How far somebody sees visits, in ids, for SQL; `maySeeVisit` says the same of one. */
export interface CheckReach {
  /** Bodies this person checks for. */
  readonly checks: readonly number[];
  /** Units this person speaks for when they are checked. */
  readonly speaksFor: readonly number[];
  readonly inspects: readonly number[];
  readonly day: Day;
}

export const checkReachOf = oncePerRequest(async (reader, actor): Promise<CheckReach> => {
  const unitsOf = (kinds: readonly string[]) => [
    ...new Set(
      countingPosts(actor)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ unit }) => unit),
    ),
  ];
  return {
    checks: await bodiesServedBy(reader, actor, unitsOf(["standing-officer", "inspector"])),
    speaksFor: unitsOf(checkedKinds),
    inspects: unitsOf(["inspector"]),
    day: actor.day,
  };
});

/** The condition on `check_visit` under which somebody sees it: the same for lists, counts and search. */
export const visitSeenBy = (reach: CheckReach): Expression<SqlBool> => {
  const ways = [
    sql<SqlBool>`check_visit.body = any(${[...reach.checks]}::bigint[])`,
    sql<SqlBool>`check_visit.unit = any(${[...reach.speaksFor]}::bigint[])`,
  ];
  if (reach.inspects.length > 0)
    ways.push(sql`check_visit.unit in (
      select units_below from units_below(${[...reach.inspects]}::bigint[], ${reach.day}::date))`);
  return sql`((${sql.join(ways, sql`) or (`)}))`;
};

interface VisitRow extends Omit<Visit, "state"> {
  readonly state: string;
}

const columns = sql`
  check_visit.id, check_visit.plan, plan.name as "planName", check_visit.body, check_visit.body_name as "bodyName",
  check_visit.unit, check_visit.unit_name as "unitName", check_visit.planned_on as "plannedOn", check_visit.contents,
  check_visit.team, check_visit.state, check_visit.held_on as "heldOn", check_visit.summary,
  check_visit.cancelled_why as "cancelledWhy"`;

const visits = sql`check_visit left join check_plan plan on plan.id = check_visit.plan`;

const toVisit = <Row extends VisitRow>(row: Row): Row & Visit => ({ ...row, state: row.state as VisitState });

export async function findVisit(reader: Reader, id: number): Promise<Visit | null> {
  const { rows } = await sql<VisitRow>`select ${columns} from ${visits} where check_visit.id = ${id}`.execute(
    reader,
  );
  return rows[0] ? toVisit(rows[0]) : null;
}

export async function lockVisit(tx: Tx, id: number): Promise<Visit | null> {
  await sql`select id from check_visit where id = ${id} for update`.execute(tx);
  return findVisit(tx, id);
}

export interface VisitFilter {
  readonly words: string;
  readonly year: number | null;
  readonly state: VisitState | null;
  readonly plan: number | null;
  /** With a demanded correction past its day. */
  readonly overdue: boolean;
}

export const everyVisit: VisitFilter = { words: "", year: null, state: null, plan: null, overdue: false };

export interface ListedVisit extends Visit {
  readonly faults: number;
  readonly uncorrected: number;
  readonly goodPractices: number;
}

/** One page of the visits somebody sees, the latest day first, with what each found. */
export async function listVisits(
  reader: Reader,
  reach: CheckReach,
  filter: VisitFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: ListedVisit[]; total: number }> {
  const condition = conditionOf(reach, filter);
  const [rows, total] = await Promise.all([
    sql<VisitRow & Pick<ListedVisit, "faults" | "uncorrected" | "goodPractices">>`
      select ${columns}, found.faults, found.uncorrected, found.good as "goodPractices"
        from ${visits}
        cross join lateral (
          select count(*) filter (where kind = 'fault')::int as faults,
                 count(*) filter (where state in ('open', 'shown'))::int as uncorrected,
                 count(*) filter (where kind = 'good-practice')::int as good
            from check_finding where check_finding.visit = check_visit.id) found
       where ${condition}
       order by check_visit.planned_on desc, check_visit.id desc limit ${page.limit} offset ${page.offset}`.execute(
      reader,
    ),
    sql<{ total: number }>`select count(*)::int as total from check_visit where ${condition}`.execute(reader),
  ]);
  return { rows: rows.rows.map(toVisit), total: total.rows[0]?.total ?? 0 };
}

const conditionOf = (reach: CheckReach, filter: VisitFilter): Expression<SqlBool> => {
  const asked: Expression<SqlBool>[] = [visitSeenBy(reach)];
  const words = searchWords(filter.words);
  if (words.length > 0) asked.push(sql`check_visit.searched like all(${patternsOf(words)}::text[])`);
  if (filter.year !== null)
    asked.push(
      sql`check_visit.planned_on between make_date(${filter.year}, 1, 1) and make_date(${filter.year}, 12, 31)`,
    );
  if (filter.state !== null) asked.push(sql`check_visit.state = ${filter.state}`);
  if (filter.plan !== null) asked.push(sql`check_visit.plan = ${filter.plan}`);
  if (filter.overdue)
    asked.push(sql`exists (select from check_finding late where late.visit = check_visit.id
      and late.state = 'open' and ${correctionDueOn(sql`late`)} < ${reach.day}::date)`);
  return sql`${sql.join(asked, sql` and `)}`;
};

/** Visits to one unit in a year that somebody sees, cancelled ones left out. */
export async function visitsOfUnit(
  reader: Reader,
  reach: CheckReach,
  unit: number,
  year: number,
): Promise<Pick<ListedVisit, "id" | "bodyName" | "state" | "heldOn" | "plannedOn" | "uncorrected">[]> {
  const { rows } = await sql<
    Pick<ListedVisit, "id" | "bodyName" | "heldOn" | "plannedOn" | "uncorrected"> & { state: string }
  >`
    select check_visit.id, check_visit.body_name as "bodyName", check_visit.state, check_visit.held_on as "heldOn",
           check_visit.planned_on as "plannedOn",
           (select count(*)::int from check_finding
             where check_finding.visit = check_visit.id and state in ('open', 'shown')) as uncorrected
      from check_visit
     where check_visit.unit = ${unit} and check_visit.state <> 'cancelled' and ${visitSeenBy(reach)}
       and coalesce(check_visit.held_on, check_visit.planned_on)
           between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
     order by coalesce(check_visit.held_on, check_visit.planned_on), check_visit.id`.execute(reader);
  return rows.map((row) => ({ ...row, state: row.state as VisitState }));
}

export async function saveVisit(
  tx: Tx,
  visit: NewVisit & {
    readonly plan: number | null;
    readonly body: number;
    readonly bodyName: string;
    readonly unit: number;
    readonly unitName: string;
  },
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("check_visit")
    .values({
      plan: visit.plan,
      body: visit.body,
      body_name: visit.bodyName,
      unit: visit.unit,
      unit_name: visit.unitName,
      planned_on: visit.plannedOn,
      contents: visit.contents,
      team: visit.team,
      changed_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveHolding(
  tx: Tx,
  visit: number,
  held: { readonly on: Day; readonly summary: string },
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("check_visit")
    .set({ state: "held", held_on: held.on, summary: held.summary, changed_at: at })
    .where("id", "=", visit)
    .execute();
}

export async function saveCancelling(tx: Tx, visit: number, why: string, at: Instant): Promise<void> {
  await tx
    .updateTable("check_visit")
    .set({ state: "cancelled", cancelled_why: why, changed_at: at })
    .where("id", "=", visit)
    .execute();
}

export interface CheckPlan {
  readonly id: number;
  readonly body: number;
  readonly bodyName: string;
  readonly year: number;
  readonly name: string;
  readonly purpose: string | null;
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
}

export async function saveCheckPlan(tx: Tx, plan: Omit<CheckPlan, "id">, actor: Actor): Promise<number> {
  const { id } = await tx
    .insertInto("check_plan")
    .values({
      body: plan.body,
      body_name: plan.bodyName,
      year: plan.year,
      name: plan.name,
      purpose: plan.purpose,
      paper_symbol: plan.paperSymbol,
      paper_day: plan.paperDay,
      made_at: actor.at,
      made_by: actor.name,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Plans of the bodies somebody checks for, the latest year first. */
export async function plansOf(reader: Reader, bodies: readonly number[]): Promise<CheckPlan[]> {
  const { rows } = await sql<CheckPlan>`
    select id, body, body_name as "bodyName", year, name, purpose, paper_symbol as "paperSymbol",
           paper_day as "paperDay"
      from check_plan where body = any(${[...bodies]}::bigint[]) order by year desc, id desc limit 50`.execute(
    reader,
  );
  return rows;
}
