import { actorOf, type Context, readerOf } from "../web/http.ts";
import { VerdictCard } from "./beside.view.tsx";
import type { Line } from "./line.ts";
import { verdictsRead } from "./line-verdicts.store.ts";
import type { SeenRegistration } from "./registration.may.ts";

/** The law's verdict beside a form about one line, as this person may read it. */
export async function verdictBeside(c: Context, seen: SeenRegistration, line: Line) {
  const verdict = (await verdictsRead(readerOf(c), actorOf(c), seen, [line])).get(line.id);
  return verdict ? <VerdictCard line={line} year={seen.year} verdict={verdict} /> : null;
}
