import { sql } from "kysely";
import { asDeadline, deadlineFor } from "../movements/deadlines.ts";
import { deadlinesOf } from "../movements/movement-parts.store.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import { putOff } from "../platform/extension.ts";
import { extensionsOf } from "../platform/extensions.store.ts";

/** One deadline of a movement for clusters, with whom it binds. */
export interface MovementDeadlineRow {
  binds(cluster: number): boolean;
  readonly deadline: Deadline;
}

/**
 * The deadlines by which clusters send their plan and the tally. One that names a cluster goes before one that
 * names all; a plan asked for goes before a tally alone, since both are sent together.
 */
export async function clusterDeadlines(reader: Reader, movement: number): Promise<MovementDeadlineRow[]> {
  const deadlines = await deadlinesOf(reader, movement);
  const forOne = (id: number) => {
    const bound = { id, audience: "cluster" as const, clusters: [id] };
    return deadlineFor(deadlines, "plan", bound) ?? deadlineFor(deadlines, "registration", bound);
  };
  return deadlines.map((deadline) => ({
    binds: (cluster) => forOne(cluster)?.id === deadline.id,
    deadline: asDeadline(deadline),
  }));
}

/** What names the plan and tally that a cluster owes: for reminders and extensions. */
export const sendingObligation = ({ cluster, year }: { cluster: number; year: number }) => ({
  kind: "cluster-plan",
  subject: `cluster-${cluster}-${year}`,
});

/**
 * The deadline that binds a cluster towards its founder, by the movement its year answers and after all
 * extensions.
 */
export async function deadlineOf(
  reader: Reader,
  pledge: { readonly movement: number | null; readonly cluster: number; readonly year: number },
): Promise<Deadline | null> {
  if (pledge.movement === null) return null;
  const deadlines = await clusterDeadlines(reader, pledge.movement);
  const own = deadlines.find(({ binds }) => binds(pledge.cluster))?.deadline ?? null;
  return putOff(pledge.cluster, own, await extensionsOf(reader, [sendingObligation(pledge)]));
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
