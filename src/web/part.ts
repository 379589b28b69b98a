import type { Actor } from "../platform/actor.ts";
import type { Invariant } from "../platform/invariant.ts";
import type { Job } from "../platform/jobs.ts";
import type { Gathered, Offers } from "../platform/offers.ts";
import type { App } from "./http.ts";

export type { Gathered } from "../platform/offers.ts";

/** What a stage gives to the house. */
export interface StagePart {
  readonly stage: string;
  pages(gathered: Gathered): App;
  jobs?(gathered: Gathered): readonly Job[];
  readonly offers?: Offers;
  /** What must be true of its data whatever happened. */
  readonly invariants?: readonly Invariant[];
  /** Its entry in the left rail. */
  readonly rail?: RailEntry;
  /** Its count sums up what waits in all stages. */
  readonly sumsUp?: boolean;
}

interface RailEntry {
  readonly href: string;
  readonly label: string;
  readonly group: "home" | "year" | "shared";
  shownTo?(actor: Actor): boolean;
}
