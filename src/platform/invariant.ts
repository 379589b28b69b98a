import type { Reader } from "./db.ts";

/** Something that must be true of the data whatever happened; `broken` gives a sentence for each breach. */
export interface Invariant {
  readonly name: string;
  broken(reader: Reader): Promise<string[]>;
}
