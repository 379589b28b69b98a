import { sql } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { fold } from "../platform/vietnamese.ts";

/** A launch as the public list shows it. */
export interface PublishedLaunch {
  readonly id: number;
  readonly name: string;
  readonly launcher: string;
  readonly theme: string | null;
  readonly publishedAt: Instant;
}

interface LaunchPage {
  readonly launches: readonly PublishedLaunch[];
  readonly total: number;
}

const published = sql`movement.on_portal and movement.state in ('issued', 'running', 'closed')`;

/** Published launches, newest first; words match without accents and in any order. */
export async function publishedLaunches(
  reader: Reader,
  words: string,
  page: number,
  size: number,
): Promise<LaunchPage> {
  const matches = fold(words)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => sql`and movement.searched like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  const { rows } = await sql<PublishedLaunch & { total: number }>`
    select movement.id, movement.name, launcher.name as launcher, movement.theme,
           movement.issued_at as "publishedAt", count(*) over ()::int as total
      from movement
      cross join lateral (
        select unit_name.name from unit_name
         where unit_name.unit = movement.launcher
         order by unit_name.validity @> movement.issued_at::date desc,
                  coalesce(lower(unit_name.validity), '-infinity'::date) desc
         limit 1) launcher
     where ${published} ${sql.join(matches, sql` `)}
     order by movement.issued_at desc, movement.id desc
     limit ${size} offset ${(page - 1) * size}`.execute(reader);
  return { launches: rows, total: rows[0]?.total ?? 0 };
}

/** Whether the public may read this launch. */
export async function isPublished(reader: Reader, movement: number): Promise<boolean> {
  const { rows } = await sql`select 1 from movement where movement.id = ${movement} and ${published}`.execute(
    reader,
  );
  return rows.length > 0;
}

/** Others the reader may want next: of the same years or the same launcher, newest first. */
export async function relatedLaunches(
  reader: Reader,
  movement: number,
  limit: number,
): Promise<readonly Pick<PublishedLaunch, "id" | "name" | "publishedAt">[]> {
  const { rows } = await sql<Pick<PublishedLaunch, "id" | "name" | "publishedAt">>`
    select movement.id, movement.name, movement.issued_at as "publishedAt"
      from movement, movement this
     where this.id = ${movement} and movement.id <> this.id and ${published}
     order by (movement.from_year <= this.to_year and movement.to_year >= this.from_year) desc,
              (movement.launcher = this.launcher) desc, movement.issued_at desc, movement.id
     limit ${limit}`.execute(reader);
  return rows;
}
