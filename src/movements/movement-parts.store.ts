import type { Audience } from "../org/scope.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { DeadlineKind } from "../platform/deadline.ts";
import type { MovementDeadline, Purpose, Settlement, SettlementWay } from "./deadlines.ts";
import type { LinkKind, Movement } from "./movement.ts";

type Parts = Pick<
  Movement,
  | "spellings"
  | "occasions"
  | "grounds"
  | "recipients"
  | "contents"
  | "targets"
  | "phases"
  | "duties"
  | "documents"
  | "links"
>;

/** What hangs on a movement, each in the order of the paper. */
export async function partsOf(reader: Reader, id: number): Promise<Parts> {
  const listed = (table: "movement_occasion" | "movement_ground") =>
    reader
      .selectFrom(table)
      .select(["words", "line"])
      .where("movement", "=", id)
      .orderBy("position")
      .execute();
  const spellings = await reader
    .selectFrom("movement_spelling")
    .select("spelling")
    .where("movement", "=", id)
    .orderBy("spelling")
    .execute();
  return {
    spellings: spellings.map((row) => row.spelling),
    occasions: await listed("movement_occasion"),
    grounds: await listed("movement_ground"),
    recipients: await reader
      .selectFrom("movement_recipient")
      .select(["name", "purpose"])
      .where("movement", "=", id)
      .orderBy("position")
      .execute(),
    contents: await contentsOf(reader, id),
    targets: await reader
      .selectFrom("movement_target")
      .select(["id", "words", "measure", "value", "unit", "base", "line"])
      .where("movement", "=", id)
      .orderBy("position")
      .execute(),
    phases: await phasesOf(reader, id),
    duties: await reader
      .selectFrom("movement_duty")
      .select(["who", "what", "line"])
      .where("movement", "=", id)
      .orderBy("position")
      .execute(),
    documents: await documentsOf(reader, id),
    links: await linksOf(reader, id),
  };
}

async function contentsOf(reader: Reader, id: number): Promise<Parts["contents"]> {
  const rows = await reader
    .selectFrom("movement_content")
    .select(["label", "level", "heading", "responsible", "units", "line"])
    .where("movement", "=", id)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({ ...row, units: row.units.map(Number) }));
}

async function phasesOf(reader: Reader, id: number): Promise<Parts["phases"]> {
  const rows = await reader
    .selectFrom("movement_phase")
    .select(["name", "from_day", "to_day", "from_wording", "to_wording", "line"])
    .where("movement", "=", id)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    name: row.name,
    from: row.from_day as Day | null,
    to: row.to_day as Day | null,
    fromWording: row.from_wording,
    toWording: row.to_wording,
    line: row.line,
  }));
}

async function documentsOf(reader: Reader, id: number): Promise<Parts["documents"]> {
  const rows = await reader
    .selectFrom("movement_document")
    .selectAll()
    .where("movement", "=", id)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    symbol: row.symbol,
    issuerName: row.issuer_name,
    place: row.place,
    issuedOn: row.issued_on as Day | null,
    title: row.title,
    signatory: { capacity: row.signatory_capacity, role: row.signatory_role, name: row.signatory_name },
    file: row.file,
    fileName: row.file_name,
  }));
}

/** Both ways of a link are told from the side of this movement; `related` stands once and counts for both. */
async function linksOf(reader: Reader, id: number): Promise<Parts["links"]> {
  const rows = await reader
    .selectFrom("movement_link")
    .innerJoin("movement as other", (join) =>
      join.on((on) =>
        on.or([
          on.and([on("movement_link.movement", "=", id), on("other.id", "=", on.ref("movement_link.other"))]),
          on.and([
            on("movement_link.kind", "=", "related"),
            on("movement_link.other", "=", id),
            on("other.id", "=", on.ref("movement_link.movement")),
          ]),
        ]),
      ),
    )
    .select(["movement_link.kind", "other.id as other", "other.name"])
    .where((where) =>
      where.or([where("movement_link.movement", "=", id), where("movement_link.other", "=", id)]),
    )
    .orderBy("other.id")
    .execute();
  return rows.map((row) => ({ kind: row.kind as LinkKind, other: row.other, name: row.name }));
}

/** The deadlines with everything that happened to their days. */
export async function deadlinesOf(reader: Reader, id: number): Promise<MovementDeadline[]> {
  const rows = await reader
    .selectFrom("movement_deadline")
    .selectAll()
    .where("movement", "=", id)
    .orderBy("position")
    .execute();
  if (rows.length === 0) return [];
  const settled = await settlementsOf(
    reader,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    purpose: row.purpose as Purpose,
    wording: row.wording,
    kind: row.kind as DeadlineKind,
    day: row.day as Day | null,
    inclusive: row.inclusive,
    audienceWords: row.audience_words,
    groups: row.groups as Audience[],
    named: row.named.map(Number),
    line: row.line,
    withdrawn: row.withdrawn,
    settlements: settled.get(row.id) ?? [],
  }));
}

async function settlementsOf(
  reader: Reader,
  deadlines: readonly number[],
): Promise<Map<number, Settlement[]>> {
  const rows = await reader
    .selectFrom("movement_settlement")
    .selectAll()
    .where("deadline", "in", deadlines)
    .orderBy("id")
    .execute();
  const settled = new Map<number, Settlement[]>();
  for (const row of rows)
    settled.set(row.deadline, [
      ...(settled.get(row.deadline) ?? []),
      {
        way: row.way as SettlementWay,
        day: row.day as Day | null,
        inclusive: row.inclusive,
        instrumentSymbol: row.instrument_symbol,
        instrumentDay: row.instrument_day as Day | null,
        reason: row.reason,
        dayBefore: row.day_before as Day | null,
        at: row.at,
        actorName: row.actor_name,
      },
    ]);
  return settled;
}
