import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import type { Offers, TabOffer, ThingRef } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { maySeeRecord } from "../records/fact.may.ts";
import { findSubject } from "../records/subject.store.ts";
import { pathwayAddress } from "./addresses.ts";

/** What eligibility offers the whole: a tab on the pages of people and units. */
export const eligibilityOffers: Offers = { stage: "eligibility", tabs };

async function tabs(reader: Reader, actor: Actor, { noun, id }: ThingRef): Promise<TabOffer[]> {
  if (noun !== "person" && noun !== "unit") return [];
  const subject = await findSubject(reader, { kind: noun, id }, actor.day);
  if (!subject || isRefusal(maySeeRecord(actor, subject))) return [];
  return [{ label: "Điều kiện", href: pathwayAddress({ kind: noun, id }), count: null }];
}
