import { type RawBuilder, sql } from "kysely";
import { type Fact, type FactKind, type NewFact, valueKeys } from "./fact.ts";

/** How facts lie in their tables: one table a kind, the same columns for paper and provenance in all. */
const paperAndProvenance = [
  ...[
    "paperSymbol",
    "paperDay",
    "decidedBy",
    "remarks",
    "person",
    "unit",
    "file",
    "fileName",
    "source",
    "import",
  ],
  ...[
    "replaces",
    "withdrawn",
    "reason",
    "recordedAt",
    "recordedBy",
    "recorderName",
    "recorderTitle",
    "onBehalfOf",
  ],
];

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const keysOf = (kind: FactKind): string[] => [...valueKeys[kind], ...paperAndProvenance];

export const tableOf = (kind: FactKind): RawBuilder<unknown> => sql.table(`record_${kind}`);

/** The names of a kind's columns, for an insert; with an alias, for a select into one. */
export const columnsOf = (kind: FactKind, from?: string): RawBuilder<unknown> =>
  sql.raw(
    keysOf(kind)
      .map((key) => (from ? `${from}.${snake(key)}` : snake(key)))
      .join(", "),
  );

/** The columns except some, whose values a statement gives itself. */
export const columnsBut = (kind: FactKind, without: readonly string[], from?: string): RawBuilder<unknown> =>
  sql.raw(
    keysOf(kind)
      .filter((key) => !without.includes(key))
      .map((key) => (from ? `${from}.${snake(key)}` : snake(key)))
      .join(", "),
  );

/** What a select gives: the properties of a fact of that kind. */
export const factColumns = (kind: FactKind): RawBuilder<unknown> =>
  sql.raw(
    ["id", ...keysOf(kind)]
      .map((key) => `fact.${snake(key)} as "${key}"`)
      .concat(`'${kind}' as kind`)
      .join(", "),
  );

/** A row as `jsonb_populate_recordset` takes it. */
export const rowOf = (fact: NewFact & Partial<Fact> & { readonly recordedBy: number | null }): object =>
  Object.fromEntries(
    keysOf(fact.kind).map((key) => [snake(key), (fact as never as Record<string, unknown>)[key] ?? null]),
  );

/** A fact stands when it is not withdrawn and no later row replaces it. */
export const stands = (kind: FactKind): RawBuilder<boolean> => sql<boolean>`
  (not fact.withdrawn and not exists (select 1 from ${tableOf(kind)} newer where newer.replaces = fact.id))`;
