import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, idOf, NotFound, readerOf } from "../web/http.ts";
import { factsSeen, maySeeRecord } from "./fact.may.ts";
import { factsAbout } from "./fact.store.ts";
import { type Fact, inOrder } from "./fact.ts";
import { lineageOf } from "./lineage.store.ts";
import { carriedTo, lineOf } from "./lineage.ts";
import { findSubject, type Subject } from "./subject.store.ts";

/** The person or unit in the address, for somebody who may see its record; for others there is no such page. */
export async function seenSubject(c: Context): Promise<Subject> {
  const actor = actorOf(c);
  const kind = c.req.param("subject") === "nguoi" ? "person" : "unit";
  const subject = await findSubject(readerOf(c), { kind, id: idOf(c) }, actor.day);
  if (!subject || isRefusal(maySeeRecord(actor, subject))) throw new NotFound();
  return subject;
}

/** What somebody sees of a record; a unit's with what it carries on from those it follows. */
export async function seenFacts(c: Context, subject: Subject): Promise<Fact[]> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const own = factsSeen(actor, subject, await factsAbout(reader, subject));
  if (subject.kind === "person") return own;
  const lineage = await lineageOf(reader, [subject.id], actor.day);
  const before = lineOf(subject.id, lineage).filter((unit) => unit !== subject.id);
  const theirs = await Promise.all(before.map((id) => factsAbout(reader, { kind: "unit", id })));
  return carriedTo(subject.id, [...own, ...theirs.flat()], lineage).toSorted(inOrder);
}
