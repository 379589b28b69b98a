import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, movedOn, type Permit, type Refusal, refuse } from "../platform/refusal.ts";
import { mayKeepPeople } from "./person.may.ts";
import { savePerson } from "./person.store.ts";
import type { ReadPerson } from "./person-list.ts";
import { savePost } from "./post.store.ts";
import { plainPost } from "./post.ts";
import { lockRoster, markApplied, saveCivilNumber, saveColumns, saveRoster } from "./roster.store.ts";
import type { Choice, Roster, RosterDefaults, RosterKind, RosterOutcome } from "./roster.ts";
import { rosterFields } from "./roster.ts";
import { type PlannedPerson, planPeople, planUnits } from "./roster-plan.store.ts";
import { ancestorsOf, ancestorsOfAll } from "./scope.store.ts";
import { type ColumnMap, findHeader } from "./sheet-columns.ts";
import { mayAddUnit, mayChangeUnit } from "./unit.may.ts";
import { findUnit, saveNewUnit } from "./unit.store.ts";
import { usualTraits } from "./unit.ts";

import { type Above, aboveFirst } from "./unit-list.ts";

interface Upload {
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly rows: readonly (readonly string[])[];
}

/** Keeps a list until it is confirmed, with the heading row and columns found in it. */
export const bringRoster = act({
  name: "roster.bring",
  async run(work, upload: Upload): Promise<number | Refusal> {
    const found = findHeader(upload.rows, rosterFields(upload.kind));
    const defaults: RosterDefaults = {
      ...{ unit: work.actor.post?.unit ?? null, kind: "room", category: "civil-servant", from: work.day },
    };
    const id = await saveRoster(
      work.tx,
      {
        ...upload,
        account: accountOf(work),
        header: found?.row ?? 0,
        columns: found?.columns ?? {},
        defaults,
      },
      work.at,
    );
    work.record("roster.brought", id, { kind: upload.kind, rows: upload.rows.length });
    return id;
  },
});

interface Mapping {
  readonly roster: number;
  readonly header: number;
  readonly columns: ColumnMap;
  readonly defaults: RosterDefaults;
}

/** Points the columns at other fields, or says what stands for empty cells. */
export const mapRoster = act({
  name: "roster.map",
  async run(work, request: Mapping): Promise<number | Refusal> {
    const roster = await loadWaiting(work, request.roster);
    if (isRefusal(roster)) return roster;
    if (request.header >= roster.rows.length)
      return refuse("no-such-row", "Bảng không có dòng đó.", { field: "header" });
    const used = Object.values(request.columns);
    if (new Set(used).size < used.length)
      return refuse("column-twice", "Một cột chỉ dùng cho một mục.", { field: "columns" });
    await saveColumns(work.tx, roster.id, request);
    work.record("roster.mapped", roster.id);
    return roster.id;
  },
});

/** Writes what the preview showed: new people and units, and what was decided of doubtful rows. */
export const applyRoster = act({
  name: "roster.apply",
  async run(
    work,
    request: { roster: number; choices: Readonly<Record<number, Choice>> },
  ): Promise<number | Refusal> {
    const roster = await loadWaiting(work, request.roster);
    if (isRefusal(roster)) return roster;
    const outcome =
      roster.kind === "people"
        ? await applyPeople(work, roster, request.choices)
        : await applyUnits(work, roster);
    if (isRefusal(outcome)) return outcome;
    await markApplied(work.tx, roster.id, outcome, work.at);
    work.record("roster.applied", roster.id, { ...outcome });
    return roster.id;
  },
});

async function applyPeople(
  work: Work,
  roster: Roster,
  choices: Readonly<Record<number, Choice>>,
): Promise<RosterOutcome | Refusal> {
  const planned = await planPeople(work.tx, roster, work.day);
  const rows = planned.map((one) => ({ read: one.read, what: whatToDo(one, choices) }));
  const units = [
    ...new Set(
      rows.flatMap(({ read, what }) =>
        what !== "skip" && what !== "same" && read.unit !== null ? [read.unit] : [],
      ),
    ),
  ];
  const within = await ancestorsOfAll(work.tx, units, work.day);
  for (const unit of units) {
    const allowed = mayKeepPeople(work.actor, within.get(unit) ?? []);
    if (isRefusal(allowed)) return allowed;
  }
  for (const { read, what } of rows) {
    if (what === "new") await addRow(work, read);
    else if (typeof what === "object" && read.civilNumber)
      await saveCivilNumber(work.tx, what.person, read.civilNumber);
  }
  const count = (test: (what: Deed) => boolean) => rows.filter(({ what }) => test(what)).length;
  return {
    added: count((what) => what === "new"),
    completed: count((what) => typeof what === "object"),
    same: count((what) => what === "same"),
    skipped: count((what) => what === "skip"),
  };
}

type Deed = "new" | "same" | "skip" | { readonly person: number };

/** A doubtful row does only what a person chose for it, and only for one of those shown. */
function whatToDo({ read, match }: PlannedPerson, choices: Readonly<Record<number, Choice>>): Deed {
  if (match.kind === "new" || match.kind === "same") return match.kind;
  if (match.kind !== "doubtful") return "skip";
  const choice = choices[read.row] ?? "skip";
  if (typeof choice === "string") return choice;
  return match.candidates.some((known) => known.id === choice.person) ? choice : "skip";
}

async function addRow(work: Work, read: ReadPerson): Promise<void> {
  const person = await savePerson(work.tx, read);
  const post = plainPost(person, read.unit!, "member", read.title, read.from);
  await savePost(work.tx, { ...post, worksAs: read.worksAs });
  work.record("person.added", person, { unit: read.unit, from: read.from, row: read.row });
}

async function applyUnits(work: Work, roster: Roster): Promise<RosterOutcome | Refusal> {
  const planned = await planUnits(work.tx, roster, work.day);
  const { ordered, circular } = aboveFirst(
    planned.filter(({ match }) => match.kind === "new").map(({ read }) => read),
  );
  const there = planned.flatMap(({ read, match }) =>
    "unit" in match ? [[read.code, match.unit] as const] : [],
  );
  const ids = new Map<string, number>(there);
  const resolve = (above: Above): number | null | undefined =>
    above === null || typeof above === "number" ? above : ids.get(above.code);
  let skipped = circular.length;
  for (const read of ordered) {
    const [parent, guidedBy] = [resolve(read.parent), resolve(read.guidedBy)];
    if (parent === undefined || guidedBy === undefined) {
      skipped += 1;
      continue;
    }
    const allowed = await mayHangUnder(work, parent, [work.day, read.from].toSorted()[1]!);
    if (isRefusal(allowed)) return allowed;
    const id = await saveNewUnit(work.tx, {
      ...read,
      parent,
      guidedBy,
      province: null,
      traits: usualTraits[read.kind],
    });
    ids.set(read.code, id);
    work.record("unit.added", id, { name: read.name, code: read.code, from: read.from, row: read.row });
  }
  const count = (kind: string) => planned.filter(({ match }) => match.kind === kind).length;
  return {
    added: ids.size - there.length,
    completed: 0,
    same: count("same"),
    skipped: skipped + count("wrong") + count("differs"),
  };
}

async function mayHangUnder(work: Work, parent: number | null, on: Day): Promise<Permit | Refusal> {
  const above = parent === null ? null : await findUnit(work.tx, parent, on);
  if (!above) return mayAddUnit(work.actor);
  return mayChangeUnit(work.actor, above, await ancestorsOf(work.tx, above.id, on));
}

async function loadWaiting(work: Work, id: number): Promise<Roster | Refusal> {
  const roster = await lockRoster(work.tx, accountOf(work), id);
  if (!roster) return refuse("no-such-roster", "Không có danh sách này.");
  return roster.appliedAt === null ? roster : movedOn("already-applied", "Danh sách này đã được nhập rồi.");
}

const accountOf = (work: Work): string => work.actor.account ?? "system";
