import { sql } from "kysely";
import type { Invariant } from "../platform/invariant.ts";
import { keysOf } from "./number.ts";
import { isNumberKind } from "./numbers.ts";

const invariant = (name: string, broken: Invariant["broken"]): Invariant => ({ name, broken });

/** What must be true of the numbers and the library whatever happened. */
export const lawInvariants: readonly Invariant[] = [
  invariant("thư viện hiện đúng bản mới nhất của từng văn bản", async (reader) => {
    const { rows } = await sql<{ id: number; version: number; newest: number | null }>`
      select document.id, document.version, max(version.version) as newest
        from library_document document left join library_version version on version.document = document.id
       group by document.id having document.version is distinct from max(version.version)`.execute(reader);
    return rows.map(
      ({ id, version, newest }) =>
        `Văn bản ${id} của thư viện ghi bản ${version} nhưng bản mới nhất là ${newest ?? "không có"}.`,
    );
  }),
  invariant("con số đang áp dụng nào cũng thuộc một nội dung của danh mục", async (reader) => {
    const { rows } = await sql<{ id: number; kind: string; key: string }>`
      select id, kind, key from law_number where not isempty(validity) order by id`.execute(reader);
    return rows
      .filter(({ kind, key }) => !isNumberKind(kind) || !keysOf(kind).includes(key))
      .map(({ id, kind, key }) => `Con số ${id} (${kind}, ${key}) không thuộc nội dung nào của danh mục.`);
  }),
];
