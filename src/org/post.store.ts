import { sql } from "kysely";
import type { Delegation } from "../platform/actor.ts";
import type { Day, Validity } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import type { HeldPost, NewPost, PostKind, WorksAs } from "./post.ts";
import { nameAt } from "./unit.store.ts";

guard(
  "a_post_is_not_held_twice_at_once",
  movedOn("post-already-held", "Người này đang giữ chức trách đó tại đơn vị trong thời gian trùng nhau."),
);
guard(
  "a_body_has_one_head_at_a_time",
  movedOn(
    "head-already-there",
    "Đơn vị đang có người đứng đầu trong thời gian này; hãy cho thôi giữ chức trước.",
  ),
);
guard(
  "a_post_lasts_for_a_day_at_least",
  refuse("ends-before-it-begins", "Ngày kết thúc phải sau ngày bắt đầu.", { field: "to" }),
);

/** A post with the words a page shows. */
export interface PostInRecord extends HeldPost {
  readonly personName: string;
  readonly unitName: string;
  readonly fullTime: boolean | null;
  readonly training: string | null;
  readonly trainedOn: Day | null;
  readonly onBehalfOfName: string | null;
  readonly onBehalfTitle: string | null;
  readonly scope: string | null;
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
}

interface PostRow extends Omit<PostInRecord, "validity" | "kind" | "worksAs" | "delegation"> {
  readonly kind: string;
  readonly worksAs: string | null;
  readonly delegation: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

const posts = (day: Day) => sql<PostRow>`
  select post.id, post.person, person.name as "personName", post.unit,
         ${nameAt(sql`post.unit`, sql`least(coalesce(upper(post.validity) - 1, ${day}::date), ${day}::date)`)} as "unitName",
         post.kind, post.title, post.works_as as "worksAs", post.full_time as "fullTime", post.training,
         post.trained_on as "trainedOn", post.delegation, post.on_behalf_of as "onBehalfOf",
         principal.name as "onBehalfOfName", post.on_behalf_title as "onBehalfTitle", post.scope,
         post.paper_symbol as "paperSymbol", post.paper_day as "paperDay",
         lower(post.validity) as "from", upper(post.validity) as "to"
    from post
    join person on person.id = post.person
    left join person principal on principal.id = post.on_behalf_of`;

const toPost = ({ from, to, ...row }: PostRow): PostInRecord => ({
  ...row,
  kind: row.kind as PostKind,
  worksAs: row.worksAs as WorksAs | null,
  delegation: row.delegation as Delegation | null,
  validity: { from, to },
});

/** All posts of a person over time, the newest first; units are named as on the last day of the post. */
export async function postsOfPerson(reader: Reader, person: number, day: Day): Promise<PostInRecord[]> {
  const { rows } = await sql<PostRow>`${posts(day)} where post.person = ${person}
    order by lower(post.validity) desc, post.kind <> 'member', post.id`.execute(reader);
  return rows.map(toPost);
}

/** The posts held in that very unit on a day. */
export async function postsInUnit(reader: Reader, unit: number, day: Day): Promise<PostInRecord[]> {
  const { rows } = await sql<PostRow>`${posts(day)}
    where post.unit = ${unit} and post.validity @> ${day}::date order by post.kind, lower(post.validity), post.id`.execute(
    reader,
  );
  return rows.map(toPost);
}

/** Posts in several units that hold on a day or later. */
export async function postsInUnitsFrom(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<PostInRecord[]> {
  const { rows } = await sql<PostRow>`${posts(day)}
    where post.unit = any(${[...units]}::bigint[]) and post.validity && daterange(${day}::date, null)
    order by post.unit, post.kind, post.id`.execute(reader);
  return rows.map(toPost);
}

/** Who holds posts of some kinds in a unit on a day: whom to tell, whom to ask. */
export async function holdersOf(
  reader: Reader,
  unit: number,
  kinds: readonly PostKind[],
  day: Day,
): Promise<PostInRecord[]> {
  const { rows } = await sql<PostRow>`${posts(day)}
    where post.unit = ${unit} and post.kind = any(${[...kinds]}::text[]) and post.validity @> ${day}::date
    order by post.delegation is not null, array_position(${[...kinds]}::text[], post.kind), post.id`.execute(
    reader,
  );
  return rows.map(toPost);
}

export async function findPost(reader: Reader, id: number, day: Day): Promise<PostInRecord | null> {
  const { rows } = await sql<PostRow>`${posts(day)} where post.id = ${id}`.execute(reader);
  return rows[0] ? toPost(rows[0]) : null;
}

/** Locks a post and gives it with its words; null when there is none. */
export async function lockPost(tx: Tx, id: number, day: Day): Promise<PostInRecord | null> {
  await sql`select id from post where id = ${id} for update`.execute(tx);
  return findPost(tx, id, day);
}

const range = (validity: Validity) => sql<string>`daterange(${validity.from}::date, ${validity.to}::date)`;

export async function savePost(tx: Tx, post: NewPost): Promise<number> {
  const { id } = await tx
    .insertInto("post")
    .values({
      person: post.person,
      unit: post.unit,
      kind: post.kind,
      title: post.title,
      works_as: post.worksAs,
      full_time: post.fullTime,
      training: post.training,
      trained_on: post.trainedOn,
      delegation: post.delegation,
      on_behalf_of: post.onBehalfOf,
      on_behalf_title: post.onBehalfTitle,
      scope: post.scope,
      paper_symbol: post.paperSymbol,
      paper_day: post.paperDay,
      validity: range(post.validity),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Ends posts; `on` is the first day on which they no longer hold. One that would begin later never holds,
 * and power passed on from a post ends with it.
 */
export async function endPosts(tx: Tx, ids: readonly number[], on: Day): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: number }>`
    select id from post where id = any(${[...ids]}::bigint[])
    union
    select passed.id
      from post held
      join post passed on passed.on_behalf_of = held.person and passed.unit = held.unit and passed.kind = held.kind
     where held.id = any(${[...ids]}::bigint[]) and held.delegation is null`.execute(tx);
  const ending = rows.map((row) => row.id);
  await sql`delete from post where id = any(${ending}::bigint[]) and lower(validity) >= ${on}::date`.execute(
    tx,
  );
  await sql`update post set validity = daterange(lower(validity), ${on}::date)
             where id = any(${ending}::bigint[]) and validity @> ${on}::date`.execute(tx);
}

/** Carries posts into the unit that follows from a day on; a post held there already is left as it is. */
export async function carryPosts(tx: Tx, ids: readonly number[], to: number, on: Day): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into post (person, unit, kind, title, works_as, full_time, training, trained_on, delegation, on_behalf_of,
                      on_behalf_title, scope, paper_symbol, paper_day, validity)
    select distinct on (old.person, old.kind)
           old.person, ${to}, old.kind, old.title, old.works_as, old.full_time, old.training, old.trained_on,
           old.delegation, old.on_behalf_of, old.on_behalf_title, old.scope, old.paper_symbol, old.paper_day,
           old.validity * daterange(${on}::date, null)
      from post old
     where old.id = any(${[...ids]}::bigint[])
       and not exists (select 1 from post there
                        where there.person = old.person and there.unit = ${to} and there.kind = old.kind
                          and there.validity && (old.validity * daterange(${on}::date, null)))
     order by old.person, old.kind, lower(old.validity)`.execute(tx);
}

/** All units above the places where a person works, or last worked when they have left. */
export async function withinPerson(reader: Reader, person: number, day: Day): Promise<number[]> {
  const { rows } = await sql<{ above: number }>`
    with place as (
      select post.unit, post.validity @> ${day}::date as now, lower(post.validity) as begun
        from post where post.person = ${person} and post.kind = 'member'
    ), current as (
      select unit from place where now
      union
      (select unit from place where not exists (select 1 from place where now) order by begun desc limit 1)
    )
    select distinct above from units_above((select array_agg(unit) from current), ${day}::date)`.execute(
    reader,
  );
  return rows.map((row) => row.above);
}
