import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { Hundredths } from "./points.ts";
import { type ScoreReach, seenScores } from "./score-reach.store.ts";
import { type ScoreEntry, type Sheet, type SheetEvent, type Side, sheetStateOf } from "./sheet.ts";

guard(
  "a_unit_has_one_sheet_a_year",
  movedOn("already-started", "Đơn vị đã có phiếu chấm điểm của năm này; hãy mở phiếu đó."),
);

const columns = sql`
  score_sheet.id, score_sheet.cluster_year as scoring, score_sheet.unit, score_sheet.unit_name as "unitName",
  score_sheet.state, score_sheet.version, score_sheet.self_total::int as "selfTotal",
  score_sheet.verified_total::int as "verifiedTotal", score_sheet.submitted_at as "submittedAt", score_sheet.late,
  score_sheet.channel, score_sheet.due_on as "dueOn", score_sheet.changed_at as "changedAt"`;

export async function findSheet(reader: Reader, id: number): Promise<Sheet | null> {
  const { rows } = await sql<Sheet>`select ${columns} from score_sheet where id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

/** Locks a sheet, so that changes of it come one after the other. */
export async function loadSheet(tx: Tx, id: number): Promise<Sheet | null> {
  const { rows } = await sql<Sheet>`select ${columns} from score_sheet where id = ${id} for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function findSheetOf(reader: Reader, scoring: number, unit: number): Promise<Sheet | null> {
  const { rows } = await sql<Sheet>`
    select ${columns} from score_sheet where cluster_year = ${scoring} and unit = ${unit}`.execute(reader);
  return rows[0] ?? null;
}

/** Every sheet of a year; for those who may see all, and for what is reckoned over all. */
export async function sheetsOf(reader: Reader, scoring: number): Promise<Sheet[]> {
  const { rows } = await sql<Sheet>`
    select ${columns} from score_sheet where cluster_year = ${scoring}
     order by unit_name collate "vi-x-icu", id`.execute(reader);
  return rows;
}

/** The sheets of a year whose scores somebody may see, in the order of names. */
export async function sheetsSeen(reader: Reader, reach: ScoreReach, scoring: number): Promise<Sheet[]> {
  const { rows } = await sql<Sheet>`
    select ${columns}
      from score_sheet join cluster_year on cluster_year.id = score_sheet.cluster_year
     where cluster_year.id = ${scoring} and ${seenScores(reach)}
     order by score_sheet.unit_name collate "vi-x-icu", score_sheet.id`.execute(reader);
  return rows;
}

export async function entriesOf(
  reader: Reader,
  sheets: readonly number[],
): Promise<ReadonlyMap<number, ScoreEntry[]>> {
  const { rows } = await sql<ScoreEntry & { sheet: number }>`
    select sheet, criterion, side, actual, planned, points, note, reason, source
      from score_entry where sheet = any(${[...sheets]}::bigint[]) order by sheet, criterion, side`.execute(
    reader,
  );
  const bySheet = new Map<number, ScoreEntry[]>(sheets.map((sheet) => [sheet, []]));
  for (const { sheet, ...entry } of rows) bySheet.get(sheet)!.push(entry);
  return bySheet;
}

export async function saveNewSheet(
  tx: Tx,
  sheet: { readonly scoring: number; readonly unit: number; readonly unitName: string },
  at: Instant,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into score_sheet (cluster_year, unit, unit_name, searched, started_at, changed_at)
    values (${sheet.scoring}, ${sheet.unit}, ${sheet.unitName},
      (select fold(${sheet.unitName} || ' ' || coalesce(string_agg(short_name || ' ' || code, ' '), ''))
         from unit_name where unit = ${sheet.unit}), ${at}, ${at})
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Writes entries of one side in one statement; what stood for those criteria gives way. */
export async function saveEntries(tx: Tx, sheet: number, entries: readonly ScoreEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into score_entry (sheet, criterion, side, actual, planned, points, note, reason, source)
    select ${sheet}, criterion, side, actual, planned, points, note, reason, source
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as given
        (criterion int, side text, actual bigint, planned bigint, points bigint, note text, reason text, source jsonb)
    on conflict (sheet, criterion, side) do update
      set actual = excluded.actual, planned = excluded.planned, points = excluded.points, note = excluded.note,
          reason = excluded.reason, source = excluded.source`.execute(tx);
}

export async function removeEntries(
  tx: Tx,
  sheet: number,
  side: Side,
  kept: readonly number[],
): Promise<void> {
  await sql`delete from score_entry where sheet = ${sheet} and side = ${side}
             and criterion <> all(${[...kept]}::int[])`.execute(tx);
}

/** Something in it has changed: keeps its new total and moves its version on. */
export async function touchSheet(tx: Tx, id: number, selfTotal: Hundredths, at: Instant): Promise<void> {
  await sql`update score_sheet set self_total = ${selfTotal}, version = version + 1, changed_at = ${at}
             where id = ${id}`.execute(tx);
}

/** Writes what happened, with the entries as they stood, and folds it into the sheet's own row. */
export async function saveSheetEvent(
  tx: Tx,
  sheet: Sheet,
  event: SheetEvent,
  kept: { readonly entries: readonly ScoreEntry[] | null; readonly verifiedTotal: Hundredths | null },
  actor: Actor,
): Promise<void> {
  const sent = event.kind === "submitted" ? event : null;
  const dueOn = event.kind === "returned" ? event.dueOn : null;
  await tx
    .insertInto("score_event")
    .values({
      sheet: sheet.id,
      kind: event.kind,
      at: event.at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
      remarks: event.remarks,
      late: sent?.late ?? null,
      late_reason: sent?.lateReason ?? null,
      channel: sent?.channel ?? null,
      received_on: sent?.receivedOn ?? null,
      due_on: dueOn,
      entries: kept.entries === null ? null : JSON.stringify(kept.entries),
    })
    .execute();
  await tx
    .updateTable("score_sheet")
    .set({
      state: sheetStateOf([event]),
      due_on: dueOn,
      changed_at: event.at,
      verified_total: kept.verifiedTotal,
    })
    .set((build) => ({ version: build("version", "+", 1) }))
    .$if(sent !== null, (query) =>
      query.set({ submitted_at: event.at, late: sent?.late ?? null, channel: sent?.channel ?? null }),
    )
    .where("id", "=", sheet.id)
    .execute();
}

export interface SheetHistoryEntry {
  readonly kind: SheetEvent["kind"];
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly remarks: string | null;
  readonly late: boolean | null;
  readonly lateReason: string | null;
  readonly channel: "online" | "paper" | null;
  readonly receivedOn: Day | null;
  readonly dueOn: Day | null;
}

export async function sheetHistoryOf(reader: Reader, sheet: number): Promise<SheetHistoryEntry[]> {
  const { rows } = await sql<SheetHistoryEntry>`
    select kind, at, actor_name as "actorName", post_title as "postTitle", on_behalf_of as "onBehalfOf", remarks,
           late, late_reason as "lateReason", channel, received_on as "receivedOn", due_on as "dueOn"
      from score_event where sheet = ${sheet} order by id desc`.execute(reader);
  return rows;
}

/** How many sheets of a year were ever sent: after the first, its table stays. */
export async function sentEver(reader: Reader, scoring: number): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    select count(*)::int as sent from score_sheet
     where cluster_year = ${scoring} and submitted_at is not null`.execute(reader);
  return rows[0]?.sent ?? 0;
}
