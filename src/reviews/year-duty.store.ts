import { type RawBuilder, sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import { type Day, type Instant, writeDay } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { datedDeadline } from "../platform/deadline.ts";
import { inVietnameseOrder } from "../platform/vietnamese.ts";
import type { Duty } from "./duty.ts";
import { periodOf, type ReviewKind } from "./period.ts";
import type { ReviewState } from "./review.ts";

interface Asked {
  readonly year?: number;
  readonly units?: readonly number[];
  readonly receivers?: readonly number[];
}

interface YearRow {
  readonly template: number;
  readonly body: number;
  readonly bodyName: string;
  readonly year: number;
  readonly kind: ReviewKind;
  readonly dueOn: Day;
  readonly unit: number;
  readonly unitName: string;
  readonly level: "unit" | "cluster";
  readonly endedOn: Day | null;
  readonly successors: readonly string[];
  readonly review: number | null;
  readonly state: ReviewState | null;
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
}

/**
 * Reports on the year, outside any movement, that a body asks for by the day of its latest template: everybody
 * who reported to it on that day owes one. One statement.
 */
export async function yearDutiesOf(reader: Reader, asked: Asked, day: Day): Promise<Duty[]> {
  const { rows } = await sql<YearRow>`
    select template.id as template, template.body, ${nameAt(sql`template.body`, sql`${day}`)} as "bodyName",
           template.year, template.kind, template.due_on as "dueOn", unit.id as unit,
           coalesce(review.unit_name, ${nameAt(sql`unit.id`, sql`${day}`)}) as "unitName",
           case unit.kind when 'cluster' then 'cluster' else 'unit' end as level,
           case when upper(unit.validity) <= ${day}::date then upper(unit.validity) end as "endedOn",
           array(select ${nameAt(sql`succession.to_unit`, sql`${day}`)} from succession
                  where succession.from_unit = unit.id and succession.to_unit <> unit.id
                    and succession.on_day <= ${day}::date order by 1) as successors,
           review.id as review, review.state, review.arrived_at as "arrivedAt", review.late
      from (select distinct on (body, year, kind) id, body, year, kind, due_on from review_template
             where issued_at is not null and ${sql.join(conditionsOf(asked), sql` and `)}
             order by body, year, kind, version desc) template
      join unit_place place on coalesce(place.guided_by, place.parent) = template.body
       and place.validity @> least(template.due_on, ${day}::date)
      join unit on unit.id = place.unit and unit.validity @> least(template.due_on, ${day}::date)
      left join cluster on cluster.unit = unit.id
      left join review on review.unit = unit.id and review.movement is null and review.kind = template.kind
       and review.year = template.year and review.level <> 'sector'
     where template.due_on is not null and cluster.outside is not true
       and (${asked.units === undefined} or unit.id = any(${[...(asked.units ?? [])]}::bigint[]))
     order by template.year, template.kind desc, unit.id`.execute(reader);
  return rows.map(toDuty).sort((left, right) => inVietnameseOrder(left.unitName, right.unitName));
}

function conditionsOf({ year, receivers }: Asked): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [sql`kind <> 'whole'`];
  if (year !== undefined) conditions.push(sql`year = ${year}`);
  if (receivers) conditions.push(sql`body = any(${[...receivers]}::bigint[])`);
  return conditions;
}

const toDuty = ({ template, body, bodyName, year, kind, dueOn, endedOn, ...row }: YearRow): Duty => ({
  movement: null,
  movementName: "Công tác thi đua, khen thưởng",
  receiver: body,
  receiverName: bodyName,
  period: periodOf(kind, year, { fromYear: year, toYear: year }),
  unit: row.unit,
  unitName: row.unitName,
  level: row.level,
  deadline: datedDeadline(`đến hết ngày ${writeDay(dueOn)}`, dueOn, true),
  boundBy: template,
  review: row.review,
  state: row.state,
  arrivedAt: row.arrivedAt,
  late: row.late,
  ended: endedOn === null ? null : { on: endedOn, successors: row.successors },
});
