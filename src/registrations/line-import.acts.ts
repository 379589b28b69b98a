import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { collectivesOf, peopleBelow } from "./candidate.store.ts";
import { lineFor, loadForWriting, type SubjectAsked } from "./line.acts.ts";
import { saveNewLine } from "./line.store.ts";
import type { Candidate } from "./line.ts";
import {
  type LineImport,
  lockImport,
  saveImportColumns,
  saveImportOutcome,
  saveNewImport,
} from "./line-import.store.ts";
import { type Columns, choiceOf, findHeader, type MatchedRow, matchRow, readRows } from "./line-import.ts";
import { findRegisteringUnit } from "./registering.store.ts";
import type { SeenRegistration } from "./registration.may.ts";
import { touchRegistration } from "./registration.store.ts";
import { titlesFor } from "./title.ts";

/** Keeps what was read from a spreadsheet until somebody confirms it; nothing stands in the list yet. */
export const keepImport = act({
  name: "registration-import.keep",
  async run(
    work,
    input: { registrationId: number; fileName: string | null; rows: readonly (readonly string[])[] },
  ): Promise<number | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const found = findHeader(input.rows);
    const read = {
      registration: registration.id,
      fileName: input.fileName,
      rows: input.rows,
      header: found?.header ?? null,
      columns: found?.columns ?? {},
    };
    return saveNewImport(work.tx, read, work.actor.account ?? "system", work.at);
  },
});

interface ImportInput {
  readonly registrationId: number;
  readonly importId: number;
}

/** A person says which row is the header and which column holds what. */
export const nameColumns = act({
  name: "registration-import.name-columns",
  async run(work, input: ImportInput & { header: number; columns: Columns }): Promise<number | Refusal> {
    const read = await loadImport(work, input);
    if (isRefusal(read)) return read;
    if (input.columns.name === undefined || input.columns.title === undefined)
      return refuse("columns-missing", "Hãy chọn cột họ tên (hoặc tên tập thể) và cột danh hiệu.", {
        field: "name",
      });
    if (new Set(Object.values(input.columns)).size < Object.keys(input.columns).length)
      return refuse("column-chosen-twice", "Mỗi cột chỉ chọn cho một nội dung.", { field: "name" });
    await saveImportColumns(work.tx, read.id, input.header, input.columns);
    return read.id;
  },
});

async function loadImport(work: Work, input: ImportInput): Promise<LineImport | Refusal> {
  const read = await lockImport(
    work.tx,
    input.registrationId,
    input.importId,
    work.actor.account ?? "system",
  );
  if (!read) return movedOn("import-gone", "Không còn bảng tính này; hãy gửi lại tệp.");
  if (read.appliedAt) return movedOn("import-applied", "Bảng tính này đã được đưa vào đăng ký.");
  return read;
}

export interface ImportOutcome {
  readonly added: number;
  /** Already in the list with that title. */
  readonly standing: number;
  readonly left: number;
}

/** Adds the clear rows and those a person has settled; a row with a fault is left out, and the same file twice changes nothing. */
export const applyImport = act({
  name: "registration-import.apply",
  async run(
    work,
    input: ImportInput & { choices: Readonly<Record<number, string>> },
  ): Promise<ImportOutcome | Refusal> {
    const registration = await loadForWriting(work, input.registrationId);
    if (isRefusal(registration)) return registration;
    const read = await loadImport(work, input);
    if (isRefusal(read)) return read;
    const matched = await matchImport(work.tx, registration, read, work.day);
    const outcome = { added: 0, standing: 0, left: 0 };
    for (const one of matched) {
      const subject = chosenSubject(one, input.choices[one.row.number]);
      if (one.kind === "faulty" || !subject) {
        outcome.left += 1;
        continue;
      }
      const asked = { title: one.title, subject, commitment: one.row.commitment };
      const line = await lineFor(work, registration, asked, null);
      if (isRefusal(line)) {
        outcome[line.refusal === "registered-twice" ? "standing" : "left"] += 1;
        continue;
      }
      const standing = { state: "listed", proposedBy: null, gatheredFrom: null } as const;
      await saveNewLine(work.tx, registration, line, standing, work.at);
      outcome.added += 1;
    }
    await saveImportOutcome(work.tx, read.id, outcome, work.at);
    await touchRegistration(work.tx, registration.id, work.at);
    work.record("registration.imported", registration.id, { ...outcome, file: read.fileName });
    return outcome;
  },
});

/** Every row of the import against the unit's people, collectives and titles of that day. */
export async function matchImport(
  reader: Reader,
  registration: Pick<SeenRegistration, "movement" | "unit" | "year">,
  read: LineImport,
  day: Day,
): Promise<MatchedRow[]> {
  if (read.header === null) return [];
  const unit = await findRegisteringUnit(reader, registration.unit, day);
  const titles = (["individual", "collective"] as const).flatMap((kind) =>
    titlesFor(unit!, registration.year, kind),
  );
  const known = {
    people: await peopleBelow(reader, registration, day),
    collectives: await collectivesOf(reader, registration, day),
    titles: [...new Map(titles.map((title) => [title.code, title])).values()],
  };
  return readRows(read.rows, read.header, read.columns).map((row) => matchRow(row, known));
}

function chosenSubject(one: MatchedRow, choice: string | undefined): SubjectAsked | null {
  if (one.kind === "faulty") return null;
  const candidate =
    one.kind === "clear" ? one.candidate : one.candidates.find((among) => choiceOf(among) === choice);
  return candidate ? askedOf(candidate) : null;
}

const askedOf = ({ subject }: Candidate): SubjectAsked =>
  subject.kind === "individual"
    ? { kind: "individual", person: subject.person }
    : subject.kind === "collective"
      ? { kind: "collective", unit: subject.unit }
      : { kind: "household", name: subject.name };
