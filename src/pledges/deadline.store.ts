import { sql } from "kysely";
import { asDeadline, deadlineFor } from "../movements/deadlines.ts";
import { deadlinesOf } from "../movements/movement-parts.store.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";

/**
 * The deadline by which a cluster sends its plan and the tally: the parent movement's own for clusters. One that
 * names the cluster goes before one that names all; of a plan and a tally asked for apart the earlier day holds.
 */
export async function deadlineOf(
  reader: Reader,
  pledge: { readonly movement: number | null; readonly cluster: number },
): Promise<Deadline | null> {
  if (pledge.movement === null) return null;
  const deadlines = await deadlinesOf(reader, pledge.movement);
  const bound = { id: pledge.cluster, audience: "cluster" as const, clusters: [pledge.cluster] };
  const found = deadlineFor(deadlines, "plan", bound) ?? deadlineFor(deadlines, "registration", bound);
  return found ? asDeadline(found) : null;
}

/** The movement of a body that a cluster's year answers: its regular one of that year in force, the latest issued. */
export async function parentMovementOf(
  reader: Reader,
  launcher: number | null,
  year: number,
): Promise<number | null> {
  if (launcher === null) return null;
  const { rows } = await sql<{ id: number }>`
    select id from movement
     where launcher = ${launcher} and from_year <= ${year} and to_year >= ${year}
       and state in ('issued', 'running', 'closed')
     order by kind = 'regular' desc, from_year = ${year} desc, issued_at desc nulls last, id desc limit 1`.execute(
    reader,
  );
  return rows[0]?.id ?? null;
}
