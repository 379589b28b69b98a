import type { Code } from "../law/codes.ts";
import { type Day, writeDay } from "../platform/day.ts";
import type { SubjectRef } from "../records/fact.ts";
import { type Supposition, writeSupposition } from "./what-if.ts";

/** Where the subject's pathway stands. */
export const pathwayAddress = ({ kind, id }: SubjectRef): string =>
  `/dieu-kien/${kind === "person" ? "nguoi" : "don-vi"}/${id}`;

/** Where the subject's record stands. */
export const recordAddress = ({ kind, id }: SubjectRef): string =>
  `/ho-so/${kind === "person" ? "nguoi" : "don-vi"}/${id}`;

/** What a pathway is looked at with: its day and what is supposed. */
export interface PathwaySight {
  readonly subject: SubjectRef;
  readonly onDay: Day;
  readonly isToday: boolean;
  readonly suppositions: readonly Supposition[];
}

/** The same page showing another title's conditions, or without one of the things supposed. */
export function pathwayAddressWith(
  { subject, onDay, isToday, suppositions }: PathwaySight,
  changes: { readonly shown?: Code; readonly without?: Supposition } = {},
): string {
  const query = new URLSearchParams();
  if (!isToday) query.set("ngay", writeDay(onDay));
  for (const one of suppositions) if (one !== changes.without) query.append("them", writeSupposition(one));
  if (changes.shown) query.set("xem", changes.shown);
  const text = query.toString();
  return text ? `${pathwayAddress(subject)}?${text}` : pathwayAddress(subject);
}

export const sweepAddress = (sweep: number): string => `/dieu-kien/ra-soat/${sweep}`;
