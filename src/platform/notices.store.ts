import type { Instant } from "./day.ts";
import type { Reader, Tx } from "./db.ts";

/** A notice to one person inside the program; its mail is another matter. */
export interface NewNotice {
  readonly person: number;
  readonly kind: string;
  readonly sentence: string;
  readonly href: string;
}

export interface Notice extends NewNotice {
  readonly id: number;
  readonly madeAt: Instant;
  readonly read: boolean;
}

export async function saveNotices(tx: Tx, notices: readonly NewNotice[], at: Instant): Promise<void> {
  if (notices.length === 0) return;
  await tx
    .insertInto("notice")
    .values(
      notices.map(({ person, kind, sentence, href }) => ({
        person_id: person,
        kind,
        sentence,
        href,
        made_at: at,
      })),
    )
    .execute();
}

export async function unreadNotices(reader: Reader, person: number): Promise<number> {
  const row = await reader
    .selectFrom("notice")
    .select((build) => build.fn.countAll<number>().as("count"))
    .where("person_id", "=", person)
    .where("read_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function noticesOf(
  reader: Reader,
  person: number,
  limit: number,
  before: number | null,
): Promise<Notice[]> {
  const rows = await reader
    .selectFrom("notice")
    .select(["id", "kind", "sentence", "href", "made_at", "read_at"])
    .where("person_id", "=", person)
    .$if(before !== null, (query) => query.where("id", "<", before!))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person,
    kind: row.kind,
    sentence: row.sentence,
    href: row.href,
    madeAt: row.made_at,
    read: row.read_at !== null,
  }));
}

export async function markNoticesRead(tx: Tx, person: number, at: Instant): Promise<void> {
  await tx
    .updateTable("notice")
    .set({ read_at: at })
    .where("person_id", "=", person)
    .where("read_at", "is", null)
    .execute();
}
