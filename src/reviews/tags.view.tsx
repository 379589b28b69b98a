import type { Crumb } from "../web/frame.ts";
import { Tag } from "../web/kit.ts";
import { writePeriod } from "./period.ts";
import { nameOf, type Review, stateNameOf } from "./review.ts";

/** Where all pages of the stage stand. */
export const BASE = "/so-ket-tong-ket";

const tones = { draft: "plain", submitted: "action", returned: "watch", accepted: "good" } as const;

/** Where a review stands, in a word. */
export const StateTag = ({ review }: { review: Pick<Review, "state" | "receiver"> }) => (
  <Tag tone={review.state === "submitted" && review.receiver === null ? "good" : tones[review.state]}>
    {stateNameOf(review)}
  </Tag>
);

/** In time or late, once it has arrived. */
export const LateTag = ({ late }: { late: boolean | null }) =>
  late === null ? null : late ? <Tag tone="watch">Gửi muộn</Tag> : <Tag tone="good">Đúng hạn</Tag>;

/** “Báo cáo sơ kết 6 tháng đầu năm 2026”. */
export const titleOf = (review: Review): string => `${nameOf(review.kind)} ${writePeriod(review)}`;

export const crumbsTo = (review: Review, last?: string): readonly Crumb[] => [
  { label: "Sơ kết, tổng kết", href: BASE },
  { label: `Năm ${review.year}`, href: `${BASE}?nam=${review.year}` },
  { label: review.unitName, href: last ? `${BASE}/${review.id}` : undefined },
  ...(last ? [{ label: last }] : []),
];
