import { sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { LineBelow } from "./gather.ts";
import { linesOf } from "./line.store.ts";
import type { RegistrationState } from "./registration.ts";

/** A registration sent to the unit that gathers. */
export interface RegistrationBelow {
  readonly id: number;
  readonly unit: number;
  readonly unitName: string;
  readonly state: RegistrationState;
  readonly lineCount: number;
}

/**
 * Registrations that this unit has received, in the same movement or in one of its own that answers it:
 * what an office gathers from. Only what was sent and not returned or withdrawn.
 */
export async function registrationsBelow(
  reader: Reader,
  registration: { movement: number; unit: number },
): Promise<RegistrationBelow[]> {
  const { rows } = await sql<RegistrationBelow>`
    select below.id, below.unit, below.unit_name as "unitName", below.state, below.line_count as "lineCount"
      from registration below
     where below.receiver = ${registration.unit} and below.unit <> ${registration.unit}
       and below.state in ('submitted', 'accepted')
       and (below.movement = ${registration.movement}
            or below.movement in (select movement from movement_link
                                   where other = ${registration.movement} and kind = 'parent'))
     order by below.unit_name collate "vi-x-icu", below.id`.execute(reader);
  return rows;
}

export async function linesBelow(
  reader: Reader,
  registrations: readonly RegistrationBelow[],
  day: Day,
): Promise<LineBelow[]> {
  const lists: LineBelow[] = [];
  for (const { id, unitName } of registrations)
    for (const line of await linesOf(reader, id, day))
      if (line.state === "listed") lists.push({ line, unitName });
  return lists;
}
