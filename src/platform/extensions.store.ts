import { type RawBuilder, sql } from "kysely";
import type { Actor } from "./actor.ts";
import type { Day, Instant } from "./day.ts";
import type { Reader, Tx } from "./db.ts";
import { afterExtensions, type Extension } from "./extension.ts";
import { guard } from "./guards.ts";
import { refuse } from "./refusal.ts";

guard(
  "an_extension_only_puts_off",
  refuse("extension-not-later", "Ngày gia hạn phải sau hạn đang áp dụng; hạn cũ được giữ nguyên.", {
    field: "day",
  }),
);

/** What names an obligation, as in a reminder. */
export interface Obligation {
  readonly kind: string;
  readonly subject: string;
}

/** The extensions given to some obligations, whichever units they are for; oldest first. */
export async function extensionsOf(reader: Reader, obligations: readonly Obligation[]): Promise<Extension[]> {
  const named = [...new Map(obligations.map((one) => [`${one.kind} ${one.subject}`, one])).values()];
  if (named.length === 0) return [];
  const { rows } = await sql<Extension>`
    select extension.kind, extension.subject, extension.unit, extension.body, extension.day, extension.reason,
           extension.at, extension.actor_name as "actorName",
           coalesce((select name from unit_name where unit_name.unit = extension.body
             order by validity @> (extension.at at time zone 'Asia/Ho_Chi_Minh')::date desc,
                      lower(validity) desc nulls last limit 1), '') as "bodyName"
      from deadline_extension extension
      join unnest(${named.map(({ kind }) => kind)}::text[], ${named.map(({ subject }) => subject)}::text[])
           asked (kind, subject) using (kind, subject)
     order by extension.id`.execute(reader);
  return rows;
}

/** What is owed with the deadlines that hold after all extensions, in one statement. */
export const withExtensions = async <Item extends Parameters<typeof afterExtensions>[0][number]>(
  reader: Reader,
  items: readonly Item[],
): Promise<Item[]> => afterExtensions(items, await extensionsOf(reader, items));

/** A day of a row as it stands after extensions, for selecting; the obligation is named as in a reminder. */
export const dayAfterExtensions = (
  kind: string,
  subject: RawBuilder<unknown>,
  unit: RawBuilder<unknown>,
  own: RawBuilder<unknown>,
): RawBuilder<Day | null> => sql`greatest(${own}, (
  select max(extension.day) from deadline_extension extension
   where extension.kind = ${kind} and extension.subject = ${subject}
     and (extension.unit is null or extension.unit = ${unit})))`;

export interface NewExtension extends Obligation {
  readonly unit: number | null;
  readonly body: number;
  readonly day: Day;
  readonly dayBefore: Day | null;
  readonly reason: string;
}

export async function saveExtension(
  tx: Tx,
  extension: NewExtension,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const { dayBefore, ...rest } = extension;
  await tx
    .insertInto("deadline_extension")
    .values({
      ...rest,
      day_before: dayBefore,
      at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
    })
    .execute();
}
