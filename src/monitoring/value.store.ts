import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Share } from "./share.ts";
import { byWhom } from "./target.store.ts";
import type { Period } from "./target-period.ts";
import type { NewValue, Value, ValueKind } from "./value.ts";

const meanwhile = movedOn(
  "entered-meanwhile",
  "Kỳ này vừa có người khác nhập số liệu. Số vừa nhập vẫn còn dưới đây; hãy đối chiếu rồi lưu lại.",
);
guard("a_period_is_entered_first_once", meanwhile);
guard("a_value_is_corrected_once", meanwhile);

const columns = sql`
  value.id, value.share, value.from_day as "from", value.to_day as "to", value.numerator, value.denominator,
  value.kind, value.note, value.replaces, value.at, value.actor_name as "actorName",
  value.post_title as "postTitle", value.on_behalf_of as "onBehalfOf"`;

/** The entries of these shares that stand, by share and period. */
export async function standingValuesOf(reader: Reader, shares: readonly number[]): Promise<Value[]> {
  if (shares.length === 0) return [];
  const { rows } = await sql<Value>`
    select ${columns} from target_value value
     where value.share = any(${[...shares]}::bigint[])
       and not exists (select from target_value later where later.replaces = value.id)
     order by value.share, value.to_day`.execute(reader);
  return rows;
}

/** An entry with the files that prove it. */
export interface ValueWithEvidence extends Value {
  readonly files: readonly { readonly id: number; readonly name: string; readonly bytes: number }[];
}

/** Every entry of a share, those corrected since among them, the newest first. */
export async function valuesOf(reader: Reader, share: number): Promise<ValueWithEvidence[]> {
  const { rows } = await sql<ValueWithEvidence>`
    select ${columns},
           coalesce((select json_agg(json_build_object('id', evidence.id, 'name', evidence.file_name, 'bytes', file.bytes)
                                     order by evidence.id)
                       from target_evidence evidence join file on file.hash = evidence.file
                      where evidence.value = value.id), '[]') as files
      from target_value value where value.share = ${share} order by value.to_day desc, value.id desc`.execute(
    reader,
  );
  return rows;
}

/** What the act judges entries by: what each unit's part was divided into, whether the unit has ended, into whom. */
export interface ShareFacts {
  readonly share: number;
  readonly parts: number;
  readonly endedOn: Day | null;
  readonly followers: readonly string[];
  readonly carried: boolean;
}

export async function shareFactsOf(
  reader: Reader,
  shares: readonly Share[],
  day: Day,
): Promise<ShareFacts[]> {
  if (shares.length === 0) return [];
  const { rows } = await sql<ShareFacts>`
    select share.id as share, (select count(*)::int from target_share below where below.parent = share.id) as parts,
           case when upper(unit.validity) <= ${day}::date then upper(unit.validity) end as "endedOn",
           coalesce(followed.names, '{}') as followers,
           coalesce(followed.names is not null and not followed.shared, false) as carried
      from target_share share
      join unit on unit.id = share.unit
      cross join lateral (
        select array_agg(named.name order by named.name) as names,
               bool_or(exists (select from target_share other
                                where other.target = share.target and other.unit = succession.to_unit)) as shared
          from succession
          cross join lateral (select name from unit_name where unit_name.unit = succession.to_unit
            order by validity @> ${day}::date desc, lower(validity) desc nulls last limit 1) named
         where succession.from_unit = share.unit and succession.to_unit <> share.unit
           and upper(unit.validity) <= ${day}::date and succession.on_day <= ${day}::date) followed
     where share.id = any(${shares.map(({ id }) => id)}::bigint[])`.execute(reader);
  return rows;
}

/** An entry that may stand, with the share and the period it is of. */
export interface ValueToSave {
  readonly share: Share;
  readonly period: Period;
  readonly value: NewValue & { readonly kind: ValueKind };
}

/** Adds entries in one statement; answers their ids in the same order. */
export async function saveValues(tx: Tx, entries: readonly ValueToSave[], actor: Actor): Promise<number[]> {
  if (entries.length === 0) return [];
  const rows = await tx
    .insertInto("target_value")
    .values(
      entries.map(({ share, period, value }) => ({
        target: share.target,
        share: share.id,
        unit: share.unit,
        from_day: period.from,
        to_day: period.to,
        ...value,
        day: actor.day,
        ...byWhom(actor),
      })),
    )
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function saveEvidence(
  tx: Tx,
  value: number,
  files: readonly { readonly hash: string; readonly name: string }[],
): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto("target_evidence")
    .values(files.map(({ hash, name }) => ({ value, file: hash, file_name: name })))
    .execute();
}

/** A file that proves an entry, with the share whose reach it is read under. */
export async function findEvidence(
  reader: Reader,
  id: number,
): Promise<{ hash: string; name: string; mediaType: string; share: number } | null> {
  const { rows } = await sql<{ hash: string; name: string; mediaType: string; share: number }>`
    select evidence.file as hash, evidence.file_name as name, file.media_type as "mediaType", value.share
      from target_evidence evidence
      join target_value value on value.id = evidence.value
      join file on file.hash = evidence.file
     where evidence.id = ${id}`.execute(reader);
  return rows[0] ?? null;
}
