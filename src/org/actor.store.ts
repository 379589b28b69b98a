import { sql } from "kysely";
import type { Actor, Delegation, Post } from "../platform/actor.ts";
import { type Day, type Instant, onDay } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { PostKind } from "./post.ts";
import { nameAt } from "./unit.store.ts";

/**
 * The person behind a session, in their posts of that day. `postId` is the post they chose to act in;
 * without one, or when it no longer holds, the weightiest stands. Null when the account has no person.
 */
export async function loadActor(
  reader: Reader,
  session: { readonly account: string; readonly provedUntil: Instant | null },
  at: Instant,
  postId: number | null,
): Promise<Actor | null> {
  const day = onDay(at);
  const { rows } = await sql<{ id: number; name: string }>`
    select person.id, person.name from person_account join person on person.id = person_account.person
     where person_account.account = ${session.account}`.execute(reader);
  const person = rows[0];
  if (!person) return null;
  const posts = await postsOn(reader, person.id, day);
  const post = posts.find((held) => held.id === postId) ?? posts[0] ?? null;
  const { account, provedUntil } = session;
  return {
    account,
    person: person.id,
    name: person.name,
    posts,
    post,
    at,
    day,
    key: null,
    provedUntil,
  };
}

interface PostRow extends Omit<Post, "within" | "validity" | "onBehalfOf" | "delegation"> {
  readonly within: number[];
  readonly delegation: string | null;
  readonly principal: number | null;
  readonly principalName: string | null;
  readonly principalTitle: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The posts a person holds on a day in units that exist then, the weightiest first. */
export async function postsOn(reader: Reader, person: number, day: Day): Promise<Post[]> {
  const { rows } = await sql<PostRow>`
    with held as (
      select post.* from post join unit on unit.id = post.unit
       where post.person = ${person} and post.validity @> ${day}::date and unit.validity @> ${day}::date
    ), above as (
      select unit, array_agg(above) as within
        from units_above((select array_agg(distinct unit) from held), ${day}::date) group by unit
    )
    select held.id, held.kind, held.unit, ${nameAt(sql`held.unit`, sql`${day}`)} as "unitName",
           above.within, held.title, held.delegation, held.on_behalf_of as principal,
           principal.name as "principalName", held.on_behalf_title as "principalTitle",
           lower(held.validity) as "from", upper(held.validity) as "to"
      from held
      join above on above.unit = held.unit
      left join person principal on principal.id = held.on_behalf_of
     order by coalesce(held.delegation in ('uy-quyen', 'typing'), false), array_position(${weight}::text[], held.kind),
           held.delegation is not null, lower(held.validity), held.id`.execute(reader);
  return rows.map(toPost);
}

/**
 * In which post somebody acts when they have not chosen: what they sign or answer for comes first, and
 * another's power only when it is chosen.
 */
const weight: PostKind[] = [
  "signatory",
  "standing-officer",
  "administrator",
  "clerk",
  "finance-officer",
  "portal-editor",
  "inspector",
  "unit-head",
  "cluster-head",
  "unit-officer",
  "unit-deputy",
  "cluster-deputy",
  "council-chair",
  "council-secretary",
  "council-member",
  "member",
];

const toPost = (row: PostRow): Post => ({
  id: row.id,
  kind: row.kind,
  unit: row.unit,
  unitName: row.unitName,
  within: row.within.map(Number),
  title: row.title,
  delegation: row.delegation as Delegation | null,
  onBehalfOf:
    row.principal === null
      ? null
      : { person: row.principal, name: row.principalName ?? "", title: row.principalTitle ?? "" },
  validity: { from: row.from, to: row.to },
});
