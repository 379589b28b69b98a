import type { Invariant } from "./platform/invariant.ts";

/** The invariants of all stages, checked by `./thidua check` and after the suites of tests. */
export const invariants: readonly Invariant[] = [];
