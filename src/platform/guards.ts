import type { Refusal } from "./refusal.ts";

/**
 * The last guard speaks Vietnamese too: names of constraints in the database, each with the refusal a
 * person sees when it breaks although the decision before it had let the change through.
 */
const guards = new Map<string, Refusal>();

/** Registers what to say when a constraint breaks; stages call it beside their store. */
export function guard(constraint: string, refusal: Refusal): void {
  guards.set(constraint, refusal);
}

/** The refusal for a database fault, when its constraint is known. */
export function guardOf(fault: unknown): Refusal | null {
  if (typeof fault !== "object" || fault === null || !("constraint" in fault)) return null;
  return guards.get(String(fault.constraint)) ?? null;
}
