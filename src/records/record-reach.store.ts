import { type RawBuilder, sql } from "kysely";
import { unitsWithinReach } from "../org/reach.store.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import { recordReaders } from "./fact.may.ts";

/** Where people work on a day, or last worked when they have left: the same places as `withinPerson`. */
export const workplaces = (day: Day): RawBuilder<unknown> => sql`
  (select post.person, post.unit
     from post where post.kind = 'member' and post.validity @> ${day}::date
   union all
   (select distinct on (post.person) post.person, post.unit
      from post
     where post.kind = 'member'
       and not exists (select 1 from post now where now.person = post.person and now.kind = 'member'
                                                and now.validity @> ${day}::date)
     order by post.person, lower(post.validity) desc))`;

/** The units below the posts that read records; what `maySeeRecord` says of people, in SQL. */
export const unitsRead = (actor: Actor): RawBuilder<number> => unitsWithinReach(actor, recordReaders);

/** The units whose own record somebody may see: those above, for they stand in them, and those below. */
export const unitsSeen = (actor: Actor): RawBuilder<number> => {
  const standing = [...new Set(countingPosts(actor).flatMap((post) => post.within))];
  return sql<number>`(select unnest(${standing}::bigint[]) union select units_below from ${unitsRead(actor)} reached)`;
};
