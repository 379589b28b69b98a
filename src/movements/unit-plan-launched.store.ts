import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { findMovement } from "./movement.store.ts";
import type { Movement, MovementHead } from "./movement.ts";
import { findUnitPlan } from "./unit-plan.store.ts";
import { contentOf } from "./unit-plan-content.store.ts";
import { differencesFromLaunch, type LaunchedDifference } from "./unit-plan-launched.ts";

/** A plan beside the movement that it became, where the two differ. */
export interface LaunchedBeside {
  readonly plan: number;
  readonly launch: MovementHead;
  readonly differences: readonly LaunchedDifference[];
}

/** What the plan says otherwise than the launch it became; null while it was not launched or says the same. */
export async function differenceOfPlan(
  reader: Reader,
  plan: number,
  launched: number | null,
  day: Day,
): Promise<LaunchedBeside | null> {
  const movement = launched === null ? null : await findMovement(reader, launched, day);
  return movement ? besideLaunch(reader, plan, movement, day) : null;
}

/** The same from the launch's side. */
export async function differenceOfLaunch(
  reader: Reader,
  movement: Movement,
  day: Day,
): Promise<LaunchedBeside | null> {
  const row = await reader
    .selectFrom("unit_plan")
    .select("id")
    .where("launched", "=", movement.id)
    .executeTakeFirst();
  return row ? besideLaunch(reader, row.id, movement, day) : null;
}

async function besideLaunch(
  reader: Reader,
  id: number,
  movement: Movement,
  day: Day,
): Promise<LaunchedBeside | null> {
  const plan = await findUnitPlan(reader, id, day);
  if (!plan) return null;
  const differences = differencesFromLaunch(await contentOf(reader, plan), movement);
  if (differences.length === 0) return null;
  return { plan: id, launch: movement, differences };
}
