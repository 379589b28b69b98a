import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { ClusterRecord, RecordKind, RecordRequest } from "./cluster-record.ts";
import { unitsWithinReach } from "./reach.store.ts";
import { countingPosts } from "./reach.ts";
import { nameAt } from "./unit.store.ts";

guard(
  "a_cluster_record_is_replaced_once",
  movedOn("already-corrected", "Dòng này đã được đính chính trước đó; hãy mở dòng mới nhất để sửa."),
);

/** What was exchanged with a cluster in a year, or in all years, as far as somebody sees it; newest first. */
export async function recordsSeen(
  reader: Reader,
  actor: Actor,
  cluster: number,
  year: number | null,
): Promise<ClusterRecord[]> {
  const stands = [...new Set(countingPosts(actor).flatMap((post) => post.within))];
  const { rows } = await sql<Omit<ClusterRecord, "kind"> & { kind: string; on: Day }>`
    select record.id, record.kind, record.year, record.unit, ${nameAt(sql`record.unit`, sql`record.on_day`)} as "unitName",
           record.title, record.on_day as "on", record.symbol, record.points, record.points_of as "pointsOf",
           record.rank, record.rank_of as "rankOf", record.note, record.file_hash as file,
           record.file_name as "fileName", file.media_type as "mediaType", record.at,
           record.actor_name as "actorName",
           exists (select from cluster_record later where later.replaces = record.id) as corrected
      from cluster_record record left join file on file.hash = record.file_hash
     where record.cluster = ${cluster} and (${year}::int is null or record.year = ${year})
       and (record.unit = any(${stands}::bigint[])
            or record.unit in ${unitsWithinReach(actor, ["standing-officer", "inspector"])})
     order by record.year desc, record.on_day desc, record.id desc`.execute(reader);
  return rows.map((row) => ({ ...row, kind: row.kind as RecordKind }));
}

/** Our units that take part in a cluster in a year. */
export async function takingPart(
  reader: Reader,
  cluster: number,
  year: number,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select member.unit as id, ${nameAt(sql`member.unit`, sql`make_date(member.year, 12, 31)`)} as name
      from cluster_member member
     where member.cluster = ${cluster}
       and member.year = (select coalesce(max(year) filter (where year <= ${year}), min(year)) from cluster_member
                           where cluster = ${cluster})
     order by name`.execute(reader);
  return rows;
}

interface NewRecord extends RecordRequest {
  readonly cluster: number;
  readonly unit: number;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly replaces: number | null;
}

export async function saveRecord(tx: Tx, record: NewRecord, actor: Actor, at: Instant): Promise<number> {
  const { id } = await tx
    .insertInto("cluster_record")
    .values({
      cluster: record.cluster,
      year: record.year,
      kind: record.kind,
      unit: record.unit,
      title: record.title,
      on_day: record.on,
      symbol: record.symbol,
      points: record.points,
      points_of: record.pointsOf,
      rank: record.rank,
      rank_of: record.rankOf,
      note: record.note,
      file_hash: record.file,
      file_name: record.fileName,
      replaces: record.replaces,
      at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
