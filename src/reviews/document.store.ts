import type { OfficialDocument } from "../documents/tree.ts";
import { findUnit } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { reviewDocument } from "./review.document.ts";
import { figureGroups } from "./template.ts";
import type { WholeReview } from "./whole.store.ts";

/** The report as a paper, from what its pages show. */
export async function documentOf(reader: Reader, whole: WholeReview, day: Day): Promise<OfficialDocument> {
  const unit = await findUnit(reader, whole.review.unit, day);
  const above = unit?.parent ? await findUnit(reader, unit.parent, day) : null;
  return reviewDocument({
    review: whole.review,
    sections: whole.sections,
    letterhead: { superior: above?.name ?? null, body: whole.review.unitName, code: unit?.code ?? "" },
    signatory: whole.signatory,
    sourceNames: sourceNameOf,
  });
}

/** “Đăng ký thi đua” for `registrations.units`. */
const sourceNameOf = (code: string): string =>
  figureGroups.find((group) => code.startsWith(group.code))?.label ?? "Hệ thống Thi đua";
