import type { Refusal } from "../platform/refusal.ts";
import type { Line } from "./lines.ts";
import { brokenDocx } from "./read-refusals.ts";
export async function linesOfDocx(_bytes: Uint8Array): Promise<Line[] | Refusal> {
  return brokenDocx();
}
