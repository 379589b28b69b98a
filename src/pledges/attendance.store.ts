import { sql } from "kysely";
import type { Reader, Tx } from "../platform/db.ts";
import type { Attendance } from "./attendance.ts";

export async function attendanceOf(reader: Reader, pledge: number): Promise<Attendance[]> {
  const { rows } = await sql<Attendance>`
    select unit, presence, name, title from pledge_attendance where pledge = ${pledge} order by unit`.execute(
    reader,
  );
  return rows;
}

/** Replaces the whole list. */
export async function saveAttendance(tx: Tx, pledge: number, list: readonly Attendance[]): Promise<void> {
  await tx.deleteFrom("pledge_attendance").where("pledge", "=", pledge).execute();
  if (list.length === 0) return;
  await tx
    .insertInto("pledge_attendance")
    .values(list.map((one) => ({ pledge, ...one })))
    .execute();
}
