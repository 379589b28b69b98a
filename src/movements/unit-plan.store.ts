import { type RawBuilder, sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import { bodiesServing } from "./movement-reach.store.ts";
import type { Receiving, SeenUnitPlan } from "./unit-plan.may.ts";
import {
  type PlanContent,
  type PlanEvent,
  type PlanIssue,
  type PlanParent,
  planStateOf,
  type UnitPlan,
} from "./unit-plan.ts";
import { heirsOf } from "./unit-plan-succession.store.ts";

guard(
  "a_unit_answers_a_launch_with_one_plan",
  movedOn("already-begun", "Đơn vị đã có kế hoạch cho phong trào này; hãy mở lại trang để viết tiếp."),
);
guard(
  "a_unit_plan_number_is_given_once_a_year",
  refuse("number-taken", "Số, ký hiệu này đã được cấp cho một kế hoạch khác của đơn vị trong năm.", {
    field: "number",
  }),
);

type PlanRow = Omit<UnitPlan, "parents" | "issue"> &
  Nullable<PlanIssue> & { readonly parents: readonly WrittenParent[] };
type Nullable<Whole> = { readonly [Key in keyof Whole]: Whole[Key] | null };
/** Instants come out of JSON as text. */
type WrittenParent = Omit<PlanParent, "sentAt" | "arrivedAt"> & {
  readonly sentAt: string | null;
  readonly arrivedAt: string | null;
};

const selectPlan = (day: Day): RawBuilder<PlanRow> => sql`
  select unit_plan.id, unit_plan.unit, unit_plan.unit_name as "unitName", unit_plan.year, unit_plan.name,
         unit_plan.goal, unit_plan.requirements, unit_plan.arrangements, unit_plan.file,
         unit_plan.file_name as "fileName", unit_plan.version, unit_plan.launched,
         unit_plan.changed_at as "changedAt", unit_plan.number, unit_plan.symbol, unit_plan.issued_on as "on",
         unit_plan.place, unit_plan.signer_name as "signerName", unit_plan.signer_office as "signerOffice",
         unit_plan.signer_capacity as "signerCapacity",
         array(select json_build_object(
                 'movement', parent.movement, 'movementName', movement.name,
                 'movementOpen', movement.state in ('issued', 'running'),
                 'receiver', parent.receiver, 'receiverName', ${nameAt(sql`parent.receiver`, sql`${day}`)},
                 'state', parent.state, 'sentAt', parent.sent_at, 'arrivedAt', parent.arrived_at,
                 'late', parent.late, 'channel', parent.channel, 'dueOn', parent.due_on)
                 from unit_plan_parent parent join movement on movement.id = parent.movement
                where parent.plan = unit_plan.id order by parent.joined_at, parent.movement) as parents
    from unit_plan`;

const toPlan = ({
  parents,
  number,
  symbol,
  on,
  place,
  signerName,
  signerOffice,
  signerCapacity,
  ...row
}: PlanRow) => ({
  ...row,
  issue:
    number === null || symbol === null || on === null || signerName === null
      ? null
      : {
          number,
          symbol,
          on,
          place: place ?? "",
          signerName,
          signerOffice: signerOffice ?? "",
          signerCapacity,
        },
  parents: parents.map((parent) => ({
    ...parent,
    sentAt: parent.sentAt === null ? null : new Date(parent.sentAt),
    arrivedAt: parent.arrivedAt === null ? null : new Date(parent.arrivedAt),
  })),
});

async function withRights(reader: Reader, plan: UnitPlan, day: Day): Promise<SeenUnitPlan> {
  const writers = (await heirsOf(reader, [plan.unit], day)).get(plan.unit) ?? [plan.unit];
  const receivers = [...new Set(plan.parents.map(({ receiver }) => receiver))];
  const { rows } = await sql<{ above: string[]; clusters: string[] }>`
    select array(select distinct above from units_above(${writers}::bigint[], ${day}::date)) as above,
           array(select cluster from cluster_member
                  where unit = ${plan.unit} and year = ${plan.year}) as clusters`.execute(reader);
  const receiving: Receiving[] = [];
  for (const receiver of receivers)
    receiving.push({ receiver, servedBy: await bodiesServing(reader, receiver, day) });
  const { above, clusters } = rows[0] ?? { above: [], clusters: [] };
  return { ...plan, writers, above: above.map(Number), clusters: clusters.map(Number), receiving };
}

/** The plan with what rights on it are decided by, whoever asks. */
export async function findUnitPlan(reader: Reader, id: number, day: Day): Promise<SeenUnitPlan | null> {
  const { rows } = await sql<PlanRow>`${selectPlan(day)} where unit_plan.id = ${id}`.execute(reader);
  return rows[0] ? withRights(reader, toPlan(rows[0]), day) : null;
}

/** Loads for change: nobody else changes it until this transaction ends. */
export async function loadUnitPlan(tx: Tx, id: number, day: Day): Promise<SeenUnitPlan | null> {
  await sql`select from unit_plan where id = ${id} for update`.execute(tx);
  return findUnitPlan(tx, id, day);
}

/** The plan with which a unit answers a launch. */
export async function findPlanOf(reader: Reader, movement: number, unit: number): Promise<number | null> {
  const row = await reader
    .selectFrom("unit_plan_parent")
    .select("plan")
    .where("movement", "=", movement)
    .where("unit", "=", unit)
    .executeTakeFirst();
  return row?.plan ?? null;
}

/** Plans of these units for a year, newest first: to answer a second launch with one already written. */
export async function plansOfUnits(
  reader: Reader,
  units: readonly number[],
  year: number,
): Promise<{ id: number; unit: number; name: string }[]> {
  if (units.length === 0) return [];
  return reader
    .selectFrom("unit_plan")
    .select(["id", "unit", "name"])
    .where("unit", "in", units)
    .where("year", "=", year)
    .orderBy("id", "desc")
    .execute();
}

export async function saveNewPlan(
  tx: Tx,
  plan: { unit: number; unitName: string; year: number; name: string },
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("unit_plan")
    .values({
      unit: plan.unit,
      unit_name: plan.unitName,
      year: plan.year,
      name: plan.name,
      started_at: at,
      changed_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The plan answers this launch from now on. */
export async function saveParent(
  tx: Tx,
  given: { plan: number; unit: number; movement: number; receiver: number },
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("unit_plan_parent")
    .values({ ...given, joined_at: at })
    .execute();
}

/** Counts a change of content. */
export async function touchPlan(tx: Tx, id: number, at: Instant): Promise<void> {
  await sql`update unit_plan set version = version + 1, changed_at = ${at} where id = ${id}`.execute(tx);
}

export async function saveTexts(
  tx: Tx,
  id: number,
  texts: Pick<PlanContent, "name" | "goal" | "requirements" | "arrangements">,
): Promise<void> {
  await tx.updateTable("unit_plan").set(texts).where("id", "=", id).execute();
}

const byActor = (actor: Actor) => ({
  person: actor.person,
  actor_name: actor.name,
  post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
  on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
});

/** Writes what happened with one launch and folds it into the row of the two. */
export async function savePlanEvent(
  tx: Tx,
  to: { plan: number; movement: number },
  event: PlanEvent,
  snapshot: PlanContent | null,
  actor: Actor,
): Promise<void> {
  const sent = event.kind === "sent" ? event : null;
  const dueOn = event.kind === "returned" ? event.dueOn : null;
  await tx
    .insertInto("unit_plan_event")
    .values({
      ...to,
      ...byActor(actor),
      kind: event.kind,
      at: event.at,
      remarks: event.remarks,
      late: sent?.late ?? null,
      late_reason: sent?.lateReason ?? null,
      channel: sent?.channel ?? null,
      received_on: sent?.receivedOn ?? null,
      due_on: dueOn,
      snapshot: snapshot === null ? null : JSON.stringify(snapshot),
    })
    .execute();
  await tx
    .updateTable("unit_plan_parent")
    .set({ state: planStateOf([event]), due_on: dueOn })
    .$if(sent !== null, (query) =>
      query.set({
        sent_at: event.at,
        arrived_at: sent?.arrivedAt ?? null,
        late: sent?.late ?? null,
        channel: sent?.channel ?? null,
      }),
    )
    .where("plan", "=", to.plan)
    .where("movement", "=", to.movement)
    .execute();
}

/** What happened to the plan itself: begun, another launch joined, read, issued, launched. */
export async function savePlanStep(
  tx: Tx,
  plan: number,
  step: {
    kind: "started" | "joined" | "read" | "issued" | "launched";
    movement: number | null;
    remarks: string | null;
  },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("unit_plan_event")
    .values({ plan, at, ...byActor(actor), ...step })
    .execute();
}

export async function saveIssue(tx: Tx, id: number, issue: PlanIssue & { signer: number }): Promise<void> {
  await tx
    .updateTable("unit_plan")
    .set({
      number: issue.number,
      symbol: issue.symbol,
      issued_on: issue.on,
      place: issue.place,
      signer: issue.signer,
      signer_name: issue.signerName,
      signer_office: issue.signerOffice,
      signer_capacity: issue.signerCapacity,
    })
    .where("id", "=", id)
    .execute();
}

export async function saveLaunched(tx: Tx, id: number, movement: number): Promise<void> {
  await tx.updateTable("unit_plan").set({ launched: movement }).where("id", "=", id).execute();
}
