import { bodiesServing } from "../movements/movement-reach.store.ts";
import { act, type Work } from "../platform/act.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import type { Criteria, Grade } from "./criteria.ts";
import {
  addCriterion,
  type CriterionWords,
  editCriterion,
  type Move,
  moveCriterion,
  placeCriterion,
  removeCriterion,
} from "./criteria-edit.ts";
import { maySeeTable, mayWriteTables } from "./table.may.ts";
import {
  loadTable,
  removeDraft,
  saveCriteria,
  saveNewTable,
  savePublication,
  saveTableWords,
} from "./table.store.ts";
import {
  type CriteriaTable,
  decidePublication,
  emptyCriteria,
  refuseChange,
  refuseYear,
  type SubjectKind,
} from "./table.ts";

const noTable = refuse("no-such-table", "Không có bảng tiêu chí này.", { kind: "may-not" });

const servedBody = async (work: Work, body: number) => ({
  body,
  servedBy: await bodiesServing(work.tx, body, work.day),
});

/** Begins a table with nothing in it. */
export const startTable = act({
  name: "criteria-table.start",
  async run(
    work,
    input: {
      owner: number;
      year: number;
      kind: SubjectKind;
      name: string;
      note: string | null;
      criteria?: Criteria;
    },
  ): Promise<number | Refusal> {
    const allowed = mayWriteTables(work.actor, await servedBody(work, input.owner));
    if (isRefusal(allowed)) return allowed;
    const far = refuseYear(input.year, work.day);
    if (far) return far;
    const table = { ...input, criteria: input.criteria ?? emptyCriteria, copiedFrom: null };
    const id = await saveNewTable(work.tx, table, work.at);
    work.record("criteria-table.started", id, { year: input.year, kind: input.kind });
    return id;
  },
});

/** Copies a table into another year or, in its own year, into the next version. */
export const copyTable = act({
  name: "criteria-table.copy",
  async run(work, input: { tableId: number; year: number }): Promise<number | Refusal> {
    const table = await loadSeen(work, input.tableId);
    if (isRefusal(table)) return table;
    const allowed = mayWriteTables(work.actor, await servedBody(work, table.owner));
    if (isRefusal(allowed)) return allowed;
    const far = refuseYear(input.year, work.day);
    if (far) return far;
    const name = table.name.replace(`${table.year}`, `${input.year}`);
    const copied = { ...table, year: input.year, name, copiedFrom: table.id };
    const id = await saveNewTable(work.tx, copied, work.at);
    work.record("criteria-table.copied", id, { from: table.id, year: input.year });
    return id;
  },
});

interface Change {
  readonly tableId: number;
  readonly changes: number;
}

/** Changes the tree or the grades of a draft; what the change answers is kept whole or not at all. */
async function change(
  work: Work,
  input: Change,
  what: string,
  edit: (criteria: Criteria) => Criteria | Refusal,
): Promise<number | Refusal> {
  const table = await loadDraft(work, input);
  if (isRefusal(table)) return table;
  const criteria = edit(table.criteria);
  if (isRefusal(criteria)) return criteria;
  await saveCriteria(work.tx, table.id, criteria, work.at);
  work.record("criteria-table.changed", table.id, { what });
  return table.id;
}

async function loadSeen(work: Work, id: number): Promise<CriteriaTable | Refusal> {
  const table = await loadTable(work.tx, id);
  if (!table) return noTable;
  return isRefusal(maySeeTable(work.actor, table, await servedBody(work, table.owner))) ? noTable : table;
}

async function loadDraft(work: Work, { tableId, changes }: Change): Promise<CriteriaTable | Refusal> {
  const table = await loadSeen(work, tableId);
  if (isRefusal(table)) return table;
  const allowed = mayWriteTables(work.actor, await servedBody(work, table.owner));
  if (isRefusal(allowed)) return allowed;
  return refuseChange(table, changes) ?? table;
}

export const addToTable = act({
  name: "criteria-table.add",
  run: (work, input: Change & { parent: number | null; words: CriterionWords }) =>
    change(work, input, "add", (criteria) => addCriterion(criteria, input.parent, input.words)),
});

export const editInTable = act({
  name: "criteria-table.edit",
  run: (
    work,
    input: Change & { criterion: number; parent: number | null; words: CriterionWords; placed: boolean },
  ) =>
    change(work, input, "edit", (criteria) => {
      const edited = editCriterion(criteria, input.criterion, input.words);
      if (isRefusal(edited) || !input.placed) return edited;
      return placeCriterion(edited, input.criterion, input.parent);
    }),
});

export const moveInTable = act({
  name: "criteria-table.move",
  run: (work, input: Change & { criterion: number; move: Move }) =>
    change(work, input, "move", (criteria) => moveCriterion(criteria, input.criterion, input.move)),
});

export const removeFromTable = act({
  name: "criteria-table.remove",
  run: (work, input: Change & { criterion: number }) =>
    change(work, input, "remove", (criteria) => removeCriterion(criteria, input.criterion)),
});

/** The grades, what they ask and how many may have each. */
export const setGrades = act({
  name: "criteria-table.set-grades",
  run: (work, input: Change & { grades: readonly Grade[]; targets: readonly number[] }) =>
    change(work, input, "grades", (criteria) => ({
      ...criteria,
      grades: input.grades,
      targets: input.targets,
    })),
});

/** The whole tree from a spreadsheet, in place of what stood; grades stay as they are. */
export const replaceTree = act({
  name: "criteria-table.replace",
  run: (work, input: Change & { groups: Criteria["groups"] }) =>
    change(work, input, "replace", (criteria) => ({ ...criteria, groups: input.groups, targets: [] })),
});

export const renameTable = act({
  name: "criteria-table.rename",
  async run(work, input: Change & { name: string; note: string | null }): Promise<number | Refusal> {
    const table = await loadDraft(work, input);
    if (isRefusal(table)) return table;
    await saveTableWords(work.tx, table.id, input, work.at);
    work.record("criteria-table.renamed", table.id);
    return table.id;
  },
});

/** Publishes a version: from now on it is never changed. */
export const publishTable = act({
  name: "criteria-table.publish",
  async run(work, input: Change & { basis: string }): Promise<number | Refusal> {
    const table = await loadDraft(work, input);
    if (isRefusal(table)) return table;
    const basis = decidePublication(table, input.changes, input.basis);
    if (isRefusal(basis)) return basis;
    await savePublication(work.tx, table.id, basis, work.actor, work.at);
    work.record("criteria-table.published", table.id, { basis, version: table.version });
    return table.id;
  },
});

/** Throws a draft away; nothing was ever scored by it. */
export const dropDraft = act({
  name: "criteria-table.drop",
  async run(work, input: Change): Promise<number | Refusal> {
    const table = await loadDraft(work, input);
    if (isRefusal(table)) return table;
    await removeDraft(work.tx, table.id);
    work.record("criteria-table.dropped", table.id, { year: table.year, kind: table.kind });
    return table.id;
  },
});
