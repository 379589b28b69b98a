import type { SearchHit } from "../platform/offered.ts";
import { inVietnameseOrder } from "../platform/vietnamese.ts";

export interface HitGroup {
  readonly kind: string;
  readonly hits: readonly SearchHit[];
}

/** Groups of hits by kind, in the order the stages gave them; exact accents first, then by name. */
export function hitsFor(hits: readonly SearchHit[]): HitGroup[] {
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  return kinds.map((kind) => ({
    kind,
    hits: hits
      .filter((hit) => hit.kind === kind)
      .sort((left, right) => right.rank - left.rank || inVietnameseOrder(left.title, right.title)),
  }));
}
