import { sql } from "kysely";
import { findUnit } from "../org/unit.store.ts";
import type { UnitKind } from "../org/unit.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { RegisteringUnit } from "./chain.ts";

/** A unit as one that registers: where it stands, and whether in a province's own administration. */
export interface RegisteringUnitOn extends RegisteringUnit {
  readonly id: number;
  readonly kind: UnitKind;
  /** Directly above: by administration, then by guidance. */
  readonly superiors: readonly number[];
}

export async function findRegisteringUnit(
  reader: Reader,
  unit: number,
  day: Day,
): Promise<RegisteringUnitOn | null> {
  const found = await findUnit(reader, unit, day);
  if (!found) return null;
  const { rows } = await sql<{ territorial: boolean }>`
    select bool_or(above.kind = 'provincial-department' or above.id = ${unit} and above.chain = 'territorial')
             as territorial
      from units_above(array[${unit}]::bigint[], ${day}::date) step join unit above on above.id = step.above`.execute(
    reader,
  );
  return {
    id: found.id,
    kind: found.kind,
    name: found.name,
    territorial: rows[0]?.territorial ?? false,
    isDepartmentOfJustice: found.kind === "provincial-department",
    superiors: [found.parent, found.guidedBy].filter((above) => above !== null),
  };
}
