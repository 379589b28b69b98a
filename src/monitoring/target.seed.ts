import { findMovementNamed } from "../movements/movement-list.store.ts";
import { postsOn } from "../org/actor.store.ts";
import { accountOf, findPerson } from "../org/person.store.ts";
import { holdersOf } from "../org/post.store.ts";
import { findUnitByCode, unitTreeOn } from "../org/unit.store.ts";
import type { Unit } from "../org/unit.ts";
import type { Actor } from "../platform/actor.ts";
import { addDays, type Day, day, onDay, startOf, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { divideShare } from "./share.acts.ts";
import { partsOf } from "./share.store.ts";
import { proposeParts, type Share } from "./share.ts";
import { setTarget } from "./target.acts.ts";
import { findTarget } from "./target.store.ts";
import type { NewTarget, Target } from "./target.ts";
import { computeTargets } from "./target-compute.acts.ts";
import { enforcementYear, periodsOf, workingYear } from "./target-period.ts";
import { anyTargetOf } from "./target-seed.store.ts";
import { type ToldTarget, toldTargets } from "./target-seed.ts";
import { TYPED } from "./target-source.ts";
import { type EntryAsked, enterValues } from "./value.acts.ts";

const NINE_O_CLOCK_MS = 9 * 60 * 60 * 1000;
const DAYS_TO_REPORT = 6;

/**
 * Targets of the demo's year: set by the standing officer, divided to the Sở or the enforcement bodies, reported
 * quarter by quarter by the units' own people. Some report no more, one does more than asked. Done again it adds
 * nothing.
 */
export async function seedTargets(actor: Actor): Promise<void> {
  const year = yearOf(actor.day);
  const ministry = await findUnitByCode(reader(), "BTP", actor.day);
  if (!ministry || (await anyTargetOf(reader(), ministry.id, year))) return;
  const standing = await standingOfficer(actor);
  if (!standing) return;
  const movement = await findMovementNamed(reader(), `Phong trào thi đua ngành Tư pháp năm ${year}`, year);
  const units = await unitTreeOn(reader(), actor.day);
  const targets: Target[] = [];
  for (const one of toldTargets)
    targets.push(await set({ ...actor, ...standing }, one, { owner: ministry.id, year, movement, units }));
  await report(
    actor,
    targets.filter(({ source }) => source === TYPED),
  );
  sure(await computeTargets(actor, { targetId: null }));
}

interface Setting {
  readonly owner: number;
  readonly year: number;
  readonly movement: number | null;
  readonly units: readonly Unit[];
}

async function set(
  standing: Actor,
  one: ToldTarget,
  { owner, year, movement, units }: Setting,
): Promise<Target> {
  const { parts, ...said } = one;
  const span = parts === "enforcement-province" ? enforcementYear(year) : workingYear(year);
  const target: NewTarget = {
    ...said,
    ...span,
    owner,
    year,
    movement,
    movementPosition: null,
    takenWords: null,
    reportDays: 10,
    paperSymbol: `Chương trình công tác năm ${year} của Bộ Tư pháp`,
    paperDay: day(`${year}-01-15`),
    paperLink: null,
  };
  const setOn = await actingOn(standing, day(`${year}-01-20`));
  const id = sure(await setTarget(setOn, target));
  const made = (await findTarget(reader(), id, standing.day))!;
  const receiving = units.filter(({ kind, hasAccounts }) => kind === parts && hasAccounts);
  const rows = receiving.map((unit, index) => ({ unit: unit.id, base: weightOf(index), goal: null }));
  const proposed = proposeParts(made, made.goal, rows, "by-base");
  if (isRefusal(proposed)) throw new Error(proposed.sentence);
  sure(
    await divideShare(setOn, {
      shareId: made.whole,
      parts: proposed.map((part) => ({ ...part, base: null })),
    }),
  );
  return made;
}

/** Units are of different sizes, the same every time. */
const weightOf = (index: number): number => 60 + ((index * 37) % 90);

/** How many of the units without an account are told from papers; the others have sent nothing yet. */
const MOST_ON_PAPER = 60;

interface Reporting {
  readonly target: Target;
  readonly share: Share;
  readonly index: number;
}

async function report(actor: Actor, targets: readonly Target[]): Promise<void> {
  const byUnit = new Map<number, Reporting[]>();
  for (const target of targets)
    for (const [index, share] of (await partsOf(reader(), target.whole, actor.day)).entries())
      byUnit.set(share.unit, [...(byUnit.get(share.unit) ?? []), { target, share, index }]);
  const onPaper: Reporting[][] = [];
  for (const [unit, shares] of byUnit) {
    const [holder] = await holdersOf(reader(), unit, ["unit-officer", "unit-head"], actor.day);
    const tried = holder ? (await accountOf(reader(), holder.person)) !== null : false;
    if (!holder || !tried) {
      onPaper.push(shares);
      continue;
    }
    const name = (await findPerson(reader(), holder.person))?.name ?? "";
    await reportOf({ ...actor, person: holder.person, name }, shares, tried);
  }
  const told = onPaper.slice(0, MOST_ON_PAPER);
  await reportOf(
    { ...actor, name: "Nạp từ biểu tổng hợp" },
    told.filter((_, at) => at % 6 !== 5).flat(),
    false,
  );
  await reportOf(
    { ...actor, name: "Nạp từ biểu tổng hợp" },
    told.filter((_, at) => at % 6 === 5).flat(),
    true,
  );
}

/** A unit's reports of the periods that are over, each some days after its end; some leave out the last. */
async function reportOf(writer: Actor, shares: readonly Reporting[], lastIsMissing: boolean): Promise<void> {
  const ended = (target: Target) =>
    periodsOf(target).filter(({ to }) => addDays(to, DAYS_TO_REPORT) < writer.day);
  const most = Math.max(...shares.map(({ target }) => ended(target).length));
  for (let at = 0; at < most - (lastIsMissing ? 1 : 0); at += 1) {
    const asked = shares.flatMap(({ target, share, index }): EntryAsked[] => {
      const period = ended(target)[at];
      return period ? [{ ...reached(target, share, at, index), shareId: share.id, to: period.to }] : [];
    });
    for (const to of new Set(asked.map((entry) => entry.to))) {
      const entries = asked.filter((entry) => entry.to === to);
      const kind = writer.person === null ? "sheet" : "typed";
      sure(await enterValues(await actingOn(writer, addDays(to, DAYS_TO_REPORT)), { kind, entries }));
    }
  }
}

/** Numbers as a unit of that size would report: near its goal, the third unit well above it. */
function reached(target: Target, share: Share, at: number, index: number) {
  const rest = { note: "", seen: null, files: [] };
  const luck = index === 2 ? 1.28 : 0.86 + ((index * 7 + at * 3) % 23) / 100;
  const quarters = target.counting === "running" ? at + 1 : 1;
  if (target.measure === "count" || target.measure === "money")
    return { numerator: Math.round(((share.goal ?? 0) / 4) * luck * quarters), denominator: null, ...rest };
  const size = (120 + ((index * 53) % 400)) * quarters;
  if (target.measure === "days")
    return { numerator: Math.round(size * target.goal * (2 - luck)), denominator: size, ...rest };
  const scale = target.name.includes("về tiền") ? 1_000_000_000 : 1;
  const portion = Math.min(1, (target.goal / 100) * (luck > 1 ? 1.04 : 0.94 + luck * 0.06));
  return { numerator: Math.round(size * portion) * scale, denominator: size * scale, ...rest };
}

async function standingOfficer(actor: Actor): Promise<{ person: number; name: string } | null> {
  const department = await findUnitByCode(reader(), "BTP-TCCB", actor.day);
  const ministry = await findUnitByCode(reader(), "BTP", actor.day);
  for (const unit of [ministry, department]) {
    const [holder] = unit ? await holdersOf(reader(), unit.id, ["standing-officer"], actor.day) : [];
    if (holder)
      return { person: holder.person, name: (await findPerson(reader(), holder.person))?.name ?? "" };
  }
  return null;
}

/** Somebody of the demo at nine in the morning of a day, in the posts they held then. */
async function actingOn(who: Actor, on: Day): Promise<Actor> {
  const at = new Date(startOf(on).getTime() + NINE_O_CLOCK_MS);
  const posts = who.person === null ? [] : await postsOn(reader(), who.person, on);
  return { ...who, account: null, posts, post: posts[0] ?? null, at, day: onDay(at), key: null };
}

function sure<Outcome>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
}
