import type { Actor } from "../platform/actor.ts";
import { type Day, firstDayOf, lastDayOf, onDay, startOf, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type {
  AwaitedItem,
  ChangeItem,
  DueItem,
  Figure,
  FigureQuestion,
  OwedItem,
  PanelOffer,
  SearchHit,
  TabOffer,
  ThingRef,
  WaitingItem,
  YearQuestion,
  YearStep,
} from "../platform/offers.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { peopleReached, reachByUnit } from "./launch-reach.store.ts";
import { reachTotals, writeShare } from "./launch-reach.ts";
import type { PlanEvent } from "./unit-plan.ts";
import { plansOwedIn, plansOwedInAll } from "./unit-plan-list.store.ts";
import {
  isPlanOverdue,
  owesPlan,
  type PlanOwing,
  planStandingNames,
  planStandingOf,
  urgeHref,
} from "./unit-plan-list.ts";
import {
  type AskingMovement,
  movementsAskingPlans,
  planChangesSeen,
  planCounts,
  plansReceivedBy,
  planTabOf,
  searchPlans,
} from "./unit-plan-offers.store.ts";
import { planObligation } from "./unit-plan-parent.store.ts";
import { unitPlanReachOf } from "./unit-plan-reach.store.ts";
import { withPredecessors } from "./unit-plan-succession.store.ts";

/** A unit owes its plan by a deadline, or has begun one; the receiver takes what has come. */
export async function plansWaiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const reach = await unitPlanReachOf(reader, actor);
  const asking = await movementsAskingPlans(reader, { year: null, units: reach.writes, day: actor.day });
  const owed = await plansOwedInAll(
    reader,
    asking.map(({ id }) => id),
    reach.writes,
    actor.day,
  );
  const received = await plansReceivedBy(reader, reach.receives, actor.day);
  return [
    ...asking.flatMap((movement) =>
      (owed.get(movement.id) ?? [])
        .filter((owing) => owesPlan(owing) && (owing.deadline !== null || owing.plan !== null))
        .map((owing) => waitingFor(movement, owing)),
    ),
    ...received
      .filter(({ toAccept }) => toAccept > 0)
      .map((one) => ({
        title: `Tiếp nhận kế hoạch của ${one.toAccept} đơn vị`,
        note: one.movementName,
        from: `${one.toAccept} đơn vị`,
        href: `/phong-trao/${one.movement}/ke-hoach-don-vi?trang-thai=sent`,
        deadline: null,
      })),
  ];
}

const waitingFor = ({ id, name, launcherName }: AskingMovement, owing: PlanOwing): WaitingItem => ({
  title:
    owing.plan === null
      ? "Lập kế hoạch của đơn vị"
      : owing.plan.state === "returned"
        ? "Sửa và gửi lại kế hoạch của đơn vị"
        : "Viết tiếp và gửi kế hoạch của đơn vị",
  note: `${name} · ${owing.unitName}`,
  from: launcherName,
  href: owing.plan ? `/ke-hoach-don-vi/${owing.plan.id}` : `/phong-trao/${id}/ke-hoach-don-vi`,
  deadline: owing.deadline,
});

/** The standing body waits for those who have not sent, and may remind them with one action. */
export async function plansAwaited(reader: Reader, actor: Actor): Promise<AwaitedItem[]> {
  const reach = await unitPlanReachOf(reader, actor);
  const received = await plansReceivedBy(reader, reach.receives, actor.day);
  return received
    .filter(({ sent, total }) => sent < total)
    .map((one) => ({
      title: `Kế hoạch của ${one.total - one.sent} đơn vị`,
      note: `đã có ${one.sent} trên ${one.total} · ${one.movementName}`,
      href: `/phong-trao/${one.movement}/ke-hoach-don-vi`,
      done: one.sent,
      total: one.total,
      action: {
        label: `Đôn đốc ${one.total - one.sent} đơn vị…`,
        href: urgeHref(yearOf(actor.day), one.movementName),
      },
    }));
}

const verbs: Readonly<Record<PlanEvent["kind"], string>> = {
  sent: "gửi kế hoạch thực hiện",
  returned: "trả lại kế hoạch thực hiện",
  accepted: "tiếp nhận kế hoạch thực hiện",
};

const MOST_CHANGES = 20;

export async function planChanges(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]> {
  const reach = await unitPlanReachOf(reader, actor);
  const rows = await planChangesSeen(reader, reach, startOf(since), MOST_CHANGES);
  return rows.map((row) => ({
    sentence: `${row.kind === "sent" ? row.unitName : row.receiverName} ${verbs[row.kind]} “${row.movementName}”${row.kind === "sent" ? "" : ` của ${row.unitName}`}`,
    href: `/ke-hoach-don-vi/${row.plan}`,
    at: row.at,
  }));
}

/** “Kế hoạch đơn vị 87/119” and “Quán triệt” on a launch, for those who receive or write them. */
export async function planTabs(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]> {
  if (thing.noun !== "movement") return [];
  const reach = await unitPlanReachOf(reader, actor);
  const tab = await planTabOf(reader, thing.id, reach);
  if (!tab || tab.total === 0 || !(tab.oversees || tab.own)) return [];
  const at = `/phong-trao/${thing.id}`;
  const plans = {
    label: "Kế hoạch đơn vị",
    href: `${at}/ke-hoach-don-vi`,
    count: tab.oversees ? `${tab.sent}/${tab.total}` : null,
  };
  const brought = { label: "Quán triệt", href: `${at}/quan-triet`, count: `${tab.noted}/${tab.total}` };
  return tab.oversees ? [plans, brought] : [plans];
}

export async function planPanels(reader: Reader, actor: Actor, thing: ThingRef): Promise<PanelOffer[]> {
  if (thing.noun !== "movement" && thing.noun !== "movement-deadlines") return [];
  const reach = await unitPlanReachOf(reader, actor);
  const tab = await planTabOf(reader, thing.id, reach);
  if (!tab?.oversees || tab.total === 0) return [];
  if (thing.noun === "movement-deadlines") return sentByDeadline(reader, actor, thing.id);
  const totals = reachTotals(await reachByUnit(reader, thing.id, actor.day));
  const rows = [
    { label: "Kế hoạch đã gửi", done: tab.sent, total: tab.total },
    { label: "Đơn vị đã quán triệt, phát động", done: totals.noted, total: totals.units },
    ...(totals.staff > 0
      ? [{ label: "Người đã được phổ biến", done: totals.reached, total: totals.staff }]
      : []),
  ];
  return [{ title: "Kế hoạch của đơn vị", href: `/phong-trao/${thing.id}/ke-hoach-don-vi`, rows }];
}

/** How many of those whom each deadline binds have sent; a row's label is the deadline's id. */
async function sentByDeadline(reader: Reader, actor: Actor, movement: number): Promise<PanelOffer[]> {
  const owing = await plansOwedIn(reader, movement, actor.day);
  const rows = [...Map.groupBy(owing, ({ boundBy }) => boundBy)].flatMap(([deadline, bound]) =>
    deadline === null
      ? []
      : [{ label: `${deadline}`, done: bound.filter((one) => !owesPlan(one)).length, total: bound.length }],
  );
  return [{ title: "Kế hoạch theo hạn", href: null, rows }];
}

export async function planSearch(
  reader: Reader,
  actor: Actor,
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  if (words.trim() === "") return [];
  const found = await searchPlans(reader, await unitPlanReachOf(reader, actor), nfc(words), limit);
  const typed = sameTones(nfc(words).toLowerCase()).split(/\s+/).filter(Boolean);
  return found.map((plan) => {
    const text = sameTones(`${plan.name} ${plan.unitName}`.toLowerCase());
    return {
      kind: "Kế hoạch đơn vị",
      title: plan.name,
      note: `${plan.unitName} · năm ${plan.year}`,
      href: `/ke-hoach-don-vi/${plan.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

/** Everything still owed with its deadline, for the one engine of reminders; owed by whoever follows the unit. */
export async function plansOwed(reader: Reader, day: Day): Promise<OwedItem[]> {
  const asking = await movementsAskingPlans(reader, { year: null, units: null, day });
  const owed = await plansOwedInAll(
    reader,
    asking.map(({ id }) => id),
    null,
    day,
  );
  return asking.flatMap((movement) =>
    (owed.get(movement.id) ?? []).filter(owesPlan).flatMap((owing) => owedItems(movement, owing)),
  );
}

const owedItems = ({ id, name }: AskingMovement, owing: PlanOwing): OwedItem[] =>
  owing.deadline === null
    ? []
    : owing.writers.map((unit) => ({
        ...planObligation(id),
        unit,
        what: `Kế hoạch của đơn vị thực hiện “${name}”`,
        href: owing.plan ? `/ke-hoach-don-vi/${owing.plan.id}` : `/phong-trao/${id}/ke-hoach-don-vi`,
        deadline: owing.deadline!,
      }));

/** Every plan owed by a deadline of that year, sent or not; what was returned is owed again. */
export async function planDues(
  reader: Reader,
  year: number,
  units: readonly number[] | null,
): Promise<DueItem[]> {
  const day = lastDayOf(year);
  const scope = units === null ? null : await withPredecessors(reader, units, day);
  const asking = await movementsAskingPlans(reader, { year, units: scope, day });
  const owed = await plansOwedInAll(
    reader,
    asking.map(({ id }) => id),
    scope,
    day,
  );
  return asking.flatMap((movement) =>
    (owed.get(movement.id) ?? [])
      .filter(({ deadline }) => deadline?.day?.startsWith(`${year}-`))
      .flatMap((owing) => {
        const doneAt = owesPlan(owing) ? null : (owing.plan?.arrivedAt ?? null);
        return owedItems(movement, owing)
          .filter(({ unit }) => units === null || units.includes(unit))
          .map((item) => dueOf(item, movement, owing, doneAt));
      }),
  );
}

const dueOf = (item: OwedItem, movement: AskingMovement, owing: PlanOwing, doneAt: Date | null): DueItem => ({
  ...item,
  receiver: movement.launcher,
  movement: movement.id,
  doneAt,
  begun: owing.plan !== null,
});

/** Plans sent and people reached of some units, for reports. */
export async function planFigures(reader: Reader, question: FigureQuestion): Promise<Figure[]> {
  const counts = await planCounts(reader, question);
  const people = await peopleReached(reader, question);
  const href =
    question.movement === null ? "/phong-trao" : `/phong-trao/${question.movement}/ke-hoach-don-vi`;
  const reachHref =
    question.movement === null ? "/phong-trao" : `/phong-trao/${question.movement}/quan-triet`;
  const noted = people.units > 0;
  return [
    {
      code: "movements.plans-owed",
      label: "Kế hoạch phải gửi",
      value: counts.owed,
      measure: "kế hoạch",
      href,
    },
    { code: "movements.plans-sent", label: "Kế hoạch đã gửi", value: counts.sent, measure: "kế hoạch", href },
    {
      code: "movements.plans-late",
      label: "Kế hoạch gửi muộn",
      value: counts.late,
      measure: "kế hoạch",
      href,
    },
    {
      code: "movements.people-reached",
      label: "Người được quán triệt, phát động",
      value: noted ? people.reached : null,
      measure: "người",
      href: reachHref,
    },
    {
      code: "movements.people-share",
      label: "Tỷ lệ người được quán triệt, phát động",
      value: noted && people.staff > 0 ? Math.floor((1000 * people.reached) / people.staff) / 10 : null,
      measure: "%",
      href: reachHref,
    },
  ];
}

/** “Kế hoạch của đơn vị” and “Quán triệt, phát động” in a unit's year, launch by launch. */
export async function planYearSteps(
  reader: Reader,
  actor: Actor,
  { noun, id, year }: YearQuestion,
): Promise<YearStep[]> {
  if (noun !== "unit") return [];
  const reach = await unitPlanReachOf(reader, actor);
  const asking = (await movementsAskingPlans(reader, { year, units: [id], day: actor.day })).filter(
    ({ launcher }) => reach.standsIn.includes(id) || reach.oversees.includes(launcher),
  );
  const owed = await plansOwedInAll(
    reader,
    asking.map(({ id: movement }) => movement),
    [id],
    actor.day,
  );
  const days = { units: [id], from: firstDayOf(year), to: lastDayOf(year) };
  const steps: YearStep[] = [];
  for (const movement of asking)
    for (const owing of owed.get(movement.id) ?? []) {
      const people = await peopleReached(reader, { ...days, movement: movement.id });
      steps.push(planStep(actor, movement, owing), reachStep(movement, id, people));
    }
  return steps;
}

function planStep(actor: Actor, movement: AskingMovement, owing: PlanOwing): YearStep {
  const standing = planStandingOf(owing);
  const tone =
    standing === "accepted" || standing === "sent"
      ? "good"
      : isPlanOverdue(owing, actor.at)
        ? "bad"
        : "watch";
  return {
    label: "Kế hoạch của đơn vị",
    state: `${planStandingNames[standing]} · ${movement.name}`,
    tone,
    day: owing.plan?.arrivedAt ? onDay(owing.plan.arrivedAt) : null,
    deadline: owing.deadline,
    href: owing.plan ? `/ke-hoach-don-vi/${owing.plan.id}` : `/phong-trao/${movement.id}/ke-hoach-don-vi`,
    began: movement.issuedAt && onDay(movement.issuedAt),
  };
}

const reachStep = (
  movement: AskingMovement,
  unit: number,
  { reached, staff }: { reached: number; staff: number },
): YearStep => ({
  label: "Quán triệt, phát động",
  state: staff === 0 ? "Chưa ghi" : `${reached}/${staff} người (${writeShare(reached, staff)})`,
  tone: staff > 0 && reached >= staff ? "good" : staff > 0 ? "watch" : "plain",
  day: null,
  deadline: null,
  href: `/phong-trao/${movement.id}/quan-triet/${unit}`,
});
