import { placeOfPapers } from "../org/place.ts";
import { findUnit } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { PaperFacts } from "./movement.document.ts";

/** What the launcher's papers bear besides the movement: the body above, its code, its place. */
export async function paperFactsOf(reader: Reader, launcher: number, day: Day): Promise<PaperFacts> {
  const unit = await findUnit(reader, launcher, day);
  const above = unit?.parent ? await findUnit(reader, unit.parent, day) : null;
  const ministry = unit?.kind === "ministry" || unit?.chain === "vertical";
  return {
    superior: above?.name ?? null,
    code: unit?.code ?? "",
    place: ministry && unit?.province === null ? "Hà Nội" : placeOfPapers(unit?.name ?? "", above?.name),
    today: day,
  };
}
