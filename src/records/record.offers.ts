import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import type { TabOffer, ThingRef } from "../platform/offered.ts";
import type { Offers } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { factsSeen, maySeeRecord } from "./fact.may.ts";
import { factsAbout } from "./fact.store.ts";
import type { SubjectKind } from "./fact.ts";
import { findSubject } from "./subject.store.ts";

/** What records offer the whole: the way from a person's or unit's page to what they hold. */
export const recordOffers: Offers = { stage: "records", tabs };

async function tabs(reader: Reader, actor: Actor, { noun, id }: ThingRef): Promise<TabOffer[]> {
  if (noun !== "person" && noun !== "unit") return [];
  const kind: SubjectKind = noun;
  const subject = await findSubject(reader, { kind, id }, actor.day);
  if (!subject || isRefusal(maySeeRecord(actor, subject))) return [];
  const seen = factsSeen(actor, subject, await factsAbout(reader, subject));
  const held = seen.filter((fact) => fact.kind === "honour" && fact.revokedOn === null).length;
  const href = `/ho-so/${kind === "person" ? "nguoi" : "don-vi"}/${id}`;
  return [{ label: "Hồ sơ thành tích", href, count: `${held}` }];
}
