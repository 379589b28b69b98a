import { type RawBuilder, sql } from "kysely";
import type { Invariant } from "../platform/invariant.ts";

/** What must be true of units, people and posts whatever happened. */
export const orgInvariants: readonly Invariant[] = [
  invariant(
    "đơn vị có đúng một tên trong suốt thời gian tồn tại",
    sql`select 'Đơn vị ' || unit.id || ' có ngày không có tên hoặc có tên ngoài thời gian tồn tại.' as sentence
          from unit left join unit_name on unit_name.unit = unit.id
         group by unit.id, unit.validity
        having range_agg(unit_name.validity) is distinct from datemultirange(unit.validity)`,
  ),
  invariant(
    "đơn vị có đúng một vị trí trong suốt thời gian tồn tại",
    sql`select 'Đơn vị ' || unit.id || ' có ngày không có vị trí hoặc có vị trí ngoài thời gian tồn tại.' as sentence
          from unit left join unit_place on unit_place.unit = unit.id
         group by unit.id, unit.validity
        having range_agg(unit_place.validity) is distinct from datemultirange(unit.validity)`,
  ),
  invariant(
    "không đơn vị nào ở dưới chính nó",
    sql`with recursive moment as (
          select distinct coalesce(lower(validity), '-infinity'::date) as day from unit_place
        ), edge as (
          select moment.day, place.unit as below, superior.above
            from moment
            join unit_place place on place.validity @> moment.day
              or (moment.day = '-infinity' and lower_inf(place.validity))
           cross join lateral (values (place.parent), (place.guided_by)) superior (above)
           where superior.above is not null
        ), climb as (
          select day, below as start, above from edge
          union
          select climb.day, climb.start, edge.above
            from climb join edge on edge.day = climb.day and edge.below = climb.above
        )
        select distinct 'Đơn vị ' || start || ' ở dưới chính nó.' as sentence from climb where start = above`,
  ),
  invariant(
    "chức trách nằm trong thời gian tồn tại của đơn vị",
    sql`select 'Chức trách ' || post.id || ' vượt ra ngoài thời gian tồn tại của đơn vị ' || unit.id || '.' as sentence
          from post join unit on unit.id = post.unit where not post.validity <@ unit.validity`,
  ),
  invariant(
    "đơn vị kết thúc có ghi lý do",
    sql`select 'Đơn vị ' || unit.id || ' kết thúc mà không ghi sáp nhập, chia, giải thể hay chuyển thành gì.' as sentence
          from unit
         where upper(unit.validity) is not null
           and not exists (select 1 from succession
                            where succession.from_unit = unit.id and succession.on_day = upper(unit.validity))`,
  ),
];

function invariant(name: string, breaches: RawBuilder<unknown>): Invariant {
  return {
    name,
    async broken(reader) {
      const { rows } = await sql<{
        sentence: string;
      }>`select sentence from (${breaches}) breach limit 20`.execute(reader);
      return rows.map((row) => row.sentence);
    },
  };
}
