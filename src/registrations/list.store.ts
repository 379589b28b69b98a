import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { patternsOf, searchWords } from "../org/search.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Channel, RegistrationState } from "./registration.ts";
import { type RegistrationReach, seenBy } from "./registration-reach.store.ts";

/** What the list is narrowed by; null asks nothing. */
export interface ListFilter {
  readonly words: string;
  readonly year: number | null;
  readonly movement: number | null;
  readonly state: RegistrationState | null;
  readonly late: boolean | null;
}

export const noFilter: ListFilter = {
  words: "",
  year: null,
  movement: null,
  state: null,
  late: null,
};

export type ListOrder = "unit" | "sent" | "lines";

export interface ListedRegistration {
  readonly id: number;
  readonly unit: number;
  readonly unitName: string;
  readonly movement: number;
  readonly movementName: string;
  readonly year: number;
  readonly state: RegistrationState;
  readonly submittedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: Channel | null;
  readonly lineCount: number;
}

export interface ListPage {
  readonly rows: readonly ListedRegistration[];
  readonly total: number;
}

const orders: Readonly<Record<ListOrder, Readonly<Record<"up" | "down", RawBuilder<unknown>>>>> = {
  unit: {
    up: sql`registration.unit_name collate "vi-x-icu", registration.id`,
    down: sql`registration.unit_name collate "vi-x-icu" desc, registration.id desc`,
  },
  sent: {
    up: sql`registration.submitted_at asc nulls first, registration.id asc`,
    down: sql`registration.submitted_at desc nulls last, registration.id desc`,
  },
  lines: {
    up: sql`registration.line_count, registration.id`,
    down: sql`registration.line_count desc, registration.id desc`,
  },
};

/**
 * One page of the registrations somebody sees. The page's ids are found along an index first, so that
 * names are joined for its rows alone; the count runs over the same condition.
 */
export async function listRegistrations(
  reader: Reader,
  reach: RegistrationReach,
  filter: ListFilter,
  order: { by: ListOrder; descending: boolean },
  page: { offset: number; limit: number },
): Promise<ListPage> {
  const condition = conditionOf(reach, filter);
  const direction = orders[order.by][order.descending ? "down" : "up"];
  const rows = sql<ListedRegistration>`
    with page as materialized (
      select registration.id from registration where ${condition}
       order by ${direction} limit ${page.limit} offset ${page.offset}
    )
    select registration.id, registration.unit, registration.unit_name as "unitName", registration.movement,
           movement.name as "movementName", registration.year, registration.state,
           registration.submitted_at as "submittedAt", registration.late, registration.channel,
           registration.line_count as "lineCount"
      from page
      join registration on registration.id = page.id
      join movement on movement.id = registration.movement
     order by ${direction}`.execute(reader);
  const total = sql<{
    total: number;
  }>`select count(*)::int as total from registration where ${condition}`.execute(reader);
  const [found, counted] = await Promise.all([rows, total]);
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 };
}

const conditionOf = (reach: RegistrationReach, filter: ListFilter): Expression<SqlBool> => {
  const asked: Expression<SqlBool>[] = [seenBy(reach)];
  const words = searchWords(filter.words);
  if (words.length > 0) asked.push(sql`registration.searched like all(${patternsOf(words)}::text[])`);
  if (filter.year !== null) asked.push(sql`registration.year = ${filter.year}`);
  if (filter.movement !== null) asked.push(sql`registration.movement = ${filter.movement}`);
  if (filter.state !== null) asked.push(sql`registration.state = ${filter.state}`);
  if (filter.late !== null) asked.push(sql`registration.late = ${filter.late}`);
  return sql`${sql.join(asked, sql` and `)}`;
};

/** Years and movements that somebody's list holds, for its filters. */
export async function listChoices(
  reader: Reader,
  reach: RegistrationReach,
): Promise<{ id: number; name: string; year: number }[]> {
  const { rows } = await sql<{ id: number; name: string; year: number }>`
    select movement.id, movement.name, movement.from_year as year
      from movement
     where exists (select from registration where registration.movement = movement.id and ${seenBy(reach)})
     order by movement.from_year desc, movement.id desc limit 60`.execute(reader);
  return rows;
}
