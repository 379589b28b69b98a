import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import type { EnteredNumber, NewNumber } from "./number.ts";
import { type NumberKind, type Numbers, numbersWith } from "./numbers.ts";

guard(
  "two_numbers_do_not_hold_at_once",
  refuse(
    "two-numbers-at-once",
    "Đã có số khác cho cùng nội dung trong khoảng ngày này; hai số không thể cùng áp dụng một ngày. Hãy xem lại ngày có hiệu lực và ngày hết hiệu lực.",
    { field: "from" },
  ),
);
guard(
  "a_law_number_is_never_edited",
  movedOn("number-never-edited", "Số đã nhập không sửa được; hãy nhập số mới với văn bản làm căn cứ."),
);

interface NumberRecord extends Omit<EnteredNumber, "kind" | "entered"> {
  readonly kind: string;
  readonly enteredFrom: Day;
  readonly enteredTo: Day | null;
}

const columns = sql`id, kind, key, value, ceiling, lower(validity) as "from", upper(validity) as "to",
  lower(entered) as "enteredFrom", upper(entered) as "enteredTo", instrument, basis, verified, note, corrects,
  at, actor_name as "actorName", post_title as "postTitle"`;

const toNumber = ({ kind, enteredFrom, enteredTo, ...row }: NumberRecord): EnteredNumber => ({
  ...row,
  kind: kind as NumberKind,
  entered: { from: enteredFrom, to: enteredTo },
});

/** The entered numbers that still count on some day. */
export async function enteredNumbers(reader: Reader): Promise<EnteredNumber[]> {
  const { rows } = await sql<NumberRecord>`
    select ${columns} from law_number where not isempty(validity) order by kind, key, lower(validity)`.execute(
    reader,
  );
  return rows.map(toNumber);
}

/** The catalogue's numbers with those entered over them. */
export const loadNumbers = async (reader: Reader): Promise<Numbers> =>
  numbersWith(await enteredNumbers(reader));

/** All that was entered of one kind, those that gave way too; newest first. */
export async function historyOfNumbers(reader: Reader, kind: NumberKind): Promise<EnteredNumber[]> {
  const { rows } = await sql<NumberRecord>`
    select ${columns} from law_number where kind = ${kind} order by id desc limit 200`.execute(reader);
  return rows.map(toNumber);
}

/** The entered numbers of one thing, held until the act ends. */
export async function lockNumbers(tx: Tx, kind: NumberKind, key: string): Promise<EnteredNumber[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`law_number ${kind} ${key}`}, 0))`.execute(tx);
  const { rows } = await sql<NumberRecord>`
    select ${columns} from law_number
     where kind = ${kind} and key = ${key} and not isempty(validity) for update`.execute(tx);
  return rows.map(toNumber);
}

export async function saveNumber(
  tx: Tx,
  row: NewNumber,
  corrects: string | null,
  actor: Actor,
  at: Instant,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into law_number (kind, key, value, ceiling, entered, validity, instrument, basis, verified, note,
                            corrects, at, person, actor_name, post_title)
    values (${row.kind}, ${row.key}, ${row.value}, ${row.ceiling}, daterange(${row.from}, ${row.to}),
            daterange(${row.from}, ${row.to}), ${row.instrument}, ${row.basis}, ${row.verified}, ${row.note},
            ${corrects}, ${at}, ${actor.person}, ${actor.name}, ${actor.post?.title ?? null})
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** From that day another number counts. */
export async function endNumber(tx: Tx, id: number, on: Day): Promise<void> {
  await sql`update law_number set validity = daterange(lower(validity), ${on}) where id = ${id}`.execute(tx);
}

/** A correction has taken its place: it counts on no day, and stays to be read. */
export async function giveWay(tx: Tx, id: number): Promise<void> {
  await sql`update law_number set validity = 'empty' where id = ${id}`.execute(tx);
}

/** The body that keeps the numbers: the Ministry, or the topmost body where there is none. */
export async function keeperOfNumbers(reader: Reader, day: Day): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select unit.id
      from unit join unit_place on unit_place.unit = unit.id and unit_place.validity @> ${day}::date
     where unit.validity @> ${day}::date and unit.has_accounts
     order by unit.kind = 'ministry' desc, unit_place.parent is null desc, unit.id limit 1`.execute(reader);
  return rows[0]?.id ?? null;
}
