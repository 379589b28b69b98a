import { sql } from "kysely";
import { saveNewUnit } from "../src/org/unit.store.ts";
import { type UnitKind, usualTraits } from "../src/org/unit.ts";
import { day } from "../src/platform/day.ts";
import { isRefusal, type Refusal } from "../src/platform/refusal.ts";
import { buildMinistry, type SmallMinistry } from "./registrations-world.ts";
import type { World } from "./world.ts";

/** The small ministry whose launch also says two contents, a target and a deadline that does not exist. */
export async function buildPlanning(world: World): Promise<SmallMinistry> {
  const ministry = await buildMinistry(world);
  await world.arrange(async (tx) => {
    await sql`
      insert into movement_content (movement, position, label, level, heading)
      values (${ministry.movement}, 0, '1.', 1, 'Xây dựng pháp luật'),
             (${ministry.movement}, 1, '1.1.', 2, 'Thẩm định văn bản đúng hạn'),
             (${ministry.movement}, 2, '2.', 1, 'Chuyển đổi số')`.execute(tx);
    await sql`
      insert into movement_target (movement, position, words, value, unit)
      values (${ministry.movement}, 0, 'Hồ sơ giải quyết đúng hạn', 98, '%')`.execute(tx);
    await sql`
      insert into movement_deadline
        (movement, position, what, purpose, wording, kind, day, inclusive, audience_words, groups)
      values (${ministry.movement}, 2, 'Gửi báo cáo', 'interim-review', 'trước ngày 30/02/2021', 'impossible', null,
              false, 'các đơn vị', array['ministry-unit', 'provincial-department'])`.execute(tx);
  });
  return ministry;
}

/** Another body's launch that reaches the same department, with a plan owed by a day of its own. */
export const provincesLaunch = (world: World, ministry: SmallMinistry): Promise<number> =>
  world.arrange(async (tx) => {
    const { rows: above } = await sql<{ id: number }>`
      select parent as id from unit_place where unit = ${ministry.department}`.execute(tx);
    const { rows } = await sql<{ id: number }>`
      insert into movement (kind, level, launcher, name, from_year, to_year, origin, state, made_at, issued_at)
      values ('regular', 'province', ${above[0]!.id}, 'Phong trào thi đua của tỉnh năm 2021', 2021, 2021, 'written',
              'running', now(), now()) returning id`.execute(tx);
    const movement = rows[0]!.id;
    await sql`
      insert into movement_content (movement, position, label, level, heading)
      values (${movement}, 0, '1.', 1, 'Cải cách hành chính của tỉnh')`.execute(tx);
    await sql`
      insert into movement_deadline
        (movement, position, what, purpose, wording, kind, day, inclusive, audience_words, groups)
      values (${movement}, 1, 'Gửi kế hoạch', 'plan', 'trước ngày 20/02/2021', 'dated', '2021-02-20', false,
              'các sở', array['provincial-department'])`.execute(tx);
    await sql`
      insert into movement_unit (movement, unit, audience, since)
      values (${movement}, ${ministry.department}, 'provincial-department', now())`.execute(tx);
    return movement;
  });

/** The department is merged into a new one on a day. */
export const mergeDepartment = (world: World, ministry: SmallMinistry, on: string): Promise<number> =>
  world.arrange(async (tx) => {
    const heir = await saveNewUnit(tx, {
      kind: "provincial-department" as UnitKind,
      code: "STP-M",
      name: "Sở Tư pháp tỉnh Điện Biên (mới)",
      shortName: null,
      traits: usualTraits["provincial-department"],
      province: null,
      parent: null,
      guidedBy: ministry.ministry,
      from: day(on),
    });
    await sql`update unit set validity = daterange(lower(validity), ${on}::date) where id = ${ministry.department}`.execute(
      tx,
    );
    await sql`
      insert into succession (from_unit, to_unit, kind, on_day, recorded_at)
      values (${ministry.department}, ${heir}, 'merge', ${on}::date, now())`.execute(tx);
    return heir;
  });

/** Throws when an act that prepares a case was refused. */
export const sure = <Value>(outcome: Value | Refusal): Value => {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
};
