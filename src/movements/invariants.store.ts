import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";
import type { Invariant } from "../platform/invariant.ts";
import { type MovementEventKind, stateOf } from "./life.ts";
import { unitPlansOutOfFold } from "./unit-plan-history.store.ts";

/** What must be true of movements whatever happened. */
export const movementInvariants: readonly Invariant[] = [
  { name: "tình trạng của phong trào khớp các bước đã ghi", broken: statesApart },
  { name: "ngày của hạn là ngày xác định sau cùng", broken: daysApart },
  { name: "phong trào đang thực hiện đến ít nhất một đơn vị", broken: reachNobody },
  { name: "tình trạng kế hoạch của đơn vị khớp các bước đã ghi", broken: plansApart },
];

async function statesApart(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: number; state: string; kinds: MovementEventKind[] }>`
    select movement.id, movement.state,
           array(select kind from movement_event where movement_event.movement = movement.id order by id) as kinds
      from movement order by movement.id`.execute(reader);
  return rows
    .filter(({ state, kinds }) => stateOf(kinds.map((kind) => ({ kind }))) !== state)
    .map(({ id, state }) => `Phong trào ${id}: tình trạng “${state}” không khớp các bước đã ghi.`);
}

async function plansApart(reader: Reader): Promise<string[]> {
  return (await unitPlansOutOfFold(reader)).map(
    ({ plan, movement }) =>
      `Kế hoạch ${plan} với phong trào ${movement}: tình trạng không khớp các bước đã ghi.`,
  );
}

async function daysApart(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: number }>`
    select deadline.id
      from movement_deadline deadline
      join lateral (
        select day from movement_settlement
         where movement_settlement.deadline = deadline.id and way <> 'left-open'
         order by id desc limit 1) settled on true
     where deadline.day is distinct from settled.day
     order by deadline.id`.execute(reader);
  return rows.map(({ id }) => `Hạn ${id}: ngày đang giữ không phải ngày xác định sau cùng.`);
}

async function reachNobody(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: number }>`
    select movement.id
      from movement
     where movement.state in ('issued', 'running')
       and not exists (select from movement_unit where movement_unit.movement = movement.id)
     order by movement.id`.execute(reader);
  return rows.map(({ id }) => `Phong trào ${id}: đã ban hành nhưng không đến đơn vị nào.`);
}
